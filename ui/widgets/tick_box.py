"""A tick box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import clicks_on_enter
from ui.widgets.labels import broken
from ui.widgets.marks import box

LEFT, SIDE, LEAST = 24, 16, 60
"""Pixels left of the words, of the box, and of the narrowest tick box."""


class TickBox(QAbstractButton):
    """Box and words; long words wrap. ``fades``: what is ticked steps back."""

    def __init__(self, text: str, name: str = "", *, fades: bool = False, high: int = 24) -> None:
        super().__init__()
        self._fades, self._high = fades, high
        self._heights: dict[tuple[str, int], int] = {}
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        theme().typed(self, "body")
        if name:
            self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """All lines, and never lower than one line's box; layouts ask many times for one key."""
        asked = (self.text(), width)
        if asked not in self._heights:
            lines = len(broken(self.text(), self, width - LEFT)) * theme().line("body")
            self._heights[asked] = max(lines, theme().scaled(self._high))
        return self._heights[asked]

    def changeEvent(self, event: QEvent) -> None:
        """Another font breaks lines elsewhere."""
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Box and words on one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + LEFT + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The box and some words, as high as the present width needs."""
        return QSize(LEAST, self.heightForWidth(max(self.width(), LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout that the height follows the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks like Space."""
        if not clicks_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and lines."""
        tokens, line = theme().tokens, theme().line("body")
        with QPainter(self) as painter:
            lines = broken(self.text(), self, self.width() - LEFT)
            top = max(0, (self.height() - len(lines) * line) // 2)
            area = QRect(0, top + (line - SIDE) // 2, SIDE, SIDE)
            if self.isChecked():
                box(painter, area, 3, tokens.accent if self.isEnabled() else tokens.border_strong)
                draw(painter, "check", "on_accent", area.adjusted(2, 2, -2, -2))
            else:
                box(painter, area, 3, tokens.surface, tokens.border_strong)
            painter.setFont(self.font())
            faded = not self.isEnabled() or (self._fades and self.isChecked())
            painter.setPen(QColor(tokens.ink_3 if faded else tokens.ink))
            for number, words in enumerate(lines):
                place = QRect(LEFT, top + number * line, self.width() - LEFT, line)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
