"""The rail at the left: a plumb line whose bob stops at the page on screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    Property,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from ui.pages import Place
from ui.theme import theme
from ui.theme.icons import draw
from ui.theme.type import ROLES
from ui.widgets.buttons import clicks_on_enter
from ui.widgets.chips import Rule
from ui.widgets.marks import bob

if TYPE_CHECKING:
    from PySide6.QtCore import QPropertyAnimation

WIDTH, WIDEST = 84, 100
CLEAR = 10
"""Pixels at an entry's left that no label begins in: the plumb line runs there."""
BESIDE = CLEAR + 4
"""Pixels of an entry that its label leaves free."""
MARGIN = 4
SMALLEST = 9
ITEM = 58
LOWEST = 44
LOGO = 64
REST = 40
"""What the rule and the margins take."""
MOVE_MS = 160


class _Logo(QWidget):
    """The mark at the top of the rail."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(LOGO)

    def paintEvent(self, _event: QPaintEvent) -> None:
        from PySide6.QtCore import QRectF

        from ui.theme.icons import logo

        with QPainter(self) as painter:
            area = QRectF((self.width() - 26) / 2, (self.height() - 34) / 2, 26, 34)
            logo(painter, area, theme().tokens.ink, theme().tokens.accent)


class RailItem(QAbstractButton):
    """One page's entry: icon over a small label."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._icon, self._tall = place.icon, ITEM
        self.labels: tuple[str, ...] = ()
        """What all entries of the rail say: none is set smaller than the others."""
        self._begins = 0
        """Where icon and label begin, once they were drawn."""
        self.setText(tr(place.label))
        self.setObjectName(f"rail-{place.name}")
        self.setAccessibleName(tr(place.label))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_face(self, text: str, icon: str) -> None:
        """Change label and icon."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """The rail's width."""
        return QSize(WIDTH - 8, self._tall)

    def set_height(self, tall: int) -> None:
        """Take this height: a low window has less room for each entry."""
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if not clicks_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and label; accent when on, dimmed when an engagement must be open first."""
        if event.rect().right() < self._begins:
            return  # the bob passes by
        with QPainter(self) as painter:
            on = self.isChecked()
            role = "accent" if on else "ink_2"
            if not self.isEnabled():
                painter.setOpacity(0.55)
                role = "ink_3"
            elif self.underMouse() and not on:
                role = "ink"
            middle, top = self.width() // 2, (self.height() - ITEM) // 2
            draw(painter, self._icon, role, QRect(middle - 9, top + 11, 18, 18))
            face = self._face(600 if on else 500)
            wide = QFontMetrics(face).horizontalAdvance(self.text())
            left = max(CLEAR, (self.width() - wide) // 2)
            self._begins = min(middle - 9, left - 1)
            painter.setFont(face)
            painter.setPen(theme().colour(role))
            painter.drawText(
                QRect(left, top + 34, wide + 1, 16), Qt.AlignmentFlag.AlignCenter, self.text()
            )

    def _face(self, weight: int) -> QFont:
        """The labels' font, smaller where large text has no room beside the plumb line."""
        font = theme().font("micro", weight)
        room = self.width() - BESIDE
        font.setPixelSize(_fitting(self.labels or (self.text(),), room, font.pixelSize()))
        return font


def _wide(labels: Sequence[str], pixels: int) -> int:
    """Pixels that the widest of these labels takes while its page is on screen."""
    font = theme().font("micro", 600)
    font.setPixelSize(pixels)
    return max((QFontMetrics(font).horizontalAdvance(one) for one in labels), default=0)


@lru_cache(maxsize=64)
def _fitting(labels: tuple[str, ...], room: int, pixels: int) -> int:
    """The size at which every label has room."""
    while _wide(labels, pixels) > room and pixels > SMALLEST:
        pixels -= 1
    return pixels


class Rail(QWidget):
    """Page entries above, what is about the whole program below."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], foot: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setAccessibleName(tr("Pages"))
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._hang = 0.0
        self._motion: QPropertyAnimation | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, 8)
        column.setSpacing(0)
        column.addWidget(_Logo())
        for number, place in enumerate(place for place in places if not place.foot):
            if number == 1:
                column.addSpacing(8)
                column.addWidget(self._rule())
                column.addSpacing(8)
            column.addWidget(self._item(place))
        column.addStretch(1)
        for widget in (*foot, *(self._item(place) for place in places if place.foot)):
            column.addWidget(widget)
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the labels need at 100 % text."""
        entries = self.findChildren(RailItem)
        labels = tuple(one.text() for one in entries)
        for one in entries:
            one.labels = labels
        needed = _wide(labels, ROLES["micro"].px) + BESIDE + 2 * MARGIN
        self.setFixedWidth(max(WIDTH, min(needed, WIDEST)))

    def _rule(self) -> QWidget:
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(Rule())
        return holder

    def _item(self, place: Place) -> RailItem:
        item = RailItem(place)
        self._items[place.name] = item
        self._group.addButton(item)
        item.clicked.connect(lambda: self.chosen.emit(place.name))
        return item

    def item(self, name: str) -> RailItem:
        """The entry of one page."""
        return self._items[name]

    def show_page(self, name: str) -> None:
        """Mark a page as the one on screen and let the bob down to it; to the first one at once."""
        first = self._group.checkedButton() is None
        self._items[name].setChecked(True)
        for item in self._items.values():
            # Tab stops at the page on screen; the arrows go on from there.
            stop = Qt.FocusPolicy.TabFocus if item.isChecked() else Qt.FocusPolicy.NoFocus
            item.setFocusPolicy(stop)
        if self._motion:
            self._motion.stop()
        if first or theme().reduce_motion or not self.isVisible():
            self._set_hang(self._target())
            return
        self._motion = self._motion or self._made_motion()
        self._motion.setStartValue(self._hang)
        self._motion.setEndValue(self._target())
        self._motion.start()

    def _made_motion(self) -> QPropertyAnimation:
        """The bob's movement, made when it first moves: after the first paint."""
        from PySide6.QtCore import QEasingCurve, QPropertyAnimation

        motion = QPropertyAnimation(self, b"hang", self)
        motion.setDuration(MOVE_MS)
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        return motion

    @property
    def _moving(self) -> bool:
        return self._motion is not None and self._motion.state() is self._motion.State.Running

    def _target(self) -> float:
        on = self._group.checkedButton()
        return on.geometry().center().y() + 5.0 if on else 0.0

    def minimumSizeHint(self) -> QSize:
        """All entries at their lowest, whatever height they have now."""
        entries = len(self.findChildren(RailItem))
        return QSize(WIDTH, LOGO + REST + LOWEST * entries)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out among the entries and keep the bob at its page."""
        super().resizeEvent(event)
        entries = self.findChildren(RailItem)
        room = (self.height() - LOGO - REST) // len(entries)
        for entry in entries:
            entry.set_height(max(LOWEST, min(ITEM, room)))
        if not self._moving:
            self._set_hang(self._target())

    def _get_hang(self) -> float:
        return self._hang

    def _set_hang(self, value: float) -> None:
        self._hang = value
        self.update(0, 0, 16, self.height())

    hang = Property(float, _get_hang, _set_hang)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, line and bob."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            painter.fillRect(self.rect(), QColor(tokens.bg))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(tokens.border))
            painter.fillRect(9, 0, 1, round(self._hang), QColor(tokens.accent))
            bob(painter, 9.5, self._hang)
