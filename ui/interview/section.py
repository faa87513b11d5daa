"""A section of the right pane: a heading, with a mark when F9 takes it away, and rows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.labels import TextBlock

_ICON = 19


class HiddenMark(QWidget):
    """Says that a section goes with F9: in words where there is room, else by icon and key."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("hidden with F9"))
        self.setToolTip(tr("hidden with F9"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().typed(self, "micro")

    def sizeHint(self) -> QSize:
        """Icon and words."""
        width = QFontMetrics(self.font()).horizontalAdvance(tr("hidden with F9"))
        return QSize(_ICON + width, theme().line("small"))

    def minimumSizeHint(self) -> QSize:
        """Icon and key."""
        width = QFontMetrics(self.font()).horizontalAdvance("F9")
        return QSize(_ICON + width, theme().line("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both at the right."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            fonts = QFontMetrics(self.font())
            words = tr("hidden with F9") if self.width() >= self.sizeHint().width() else "F9"
            wide = fonts.horizontalAdvance(words)
            left = self.width() - wide
            draw(painter, "eye-off", "ink_3", QRect(left - _ICON, self.height() // 2 - 7, 14, 14))
            painter.setPen(theme().colour("ink_3"))
            area = QRect(left, 0, wide + 1, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


class Heading(TextBlock):
    """Takes several lines where it must, but breaks no word: the mark beside it gives way first."""

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        fonts = QFontMetrics(self.font())
        wide = max((fonts.horizontalAdvance(word) for word in self.text().split()), default=0) + 2
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))


class Section(QWidget):
    """A heading and ``rows`` below it; ``goes`` marks what client-safe mode takes away."""

    def __init__(self, title: str, inset: int = 0, *, goes: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - inset, 14, 16 - inset, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(inset, 0, inset, 0)
        head.setSpacing(8)
        head.addWidget(Heading(title, "body", 600), 1)
        if goes:
            head.addWidget(HiddenMark(), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        column.addLayout(self.rows)
