"""A column of cards that scrolls when the page is lower than its content."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

BAR = 11
"""Width of a scroll bar."""
_EDGE = 8
"""What is scrolled to stands so far from the edge."""


class Column(QScrollArea):
    """The scroll bar stands in the margin at the right, so no card moves for it.

    The first ``grows`` cards take what room there is.
    """

    def __init__(self, name: str, cards: Sequence[QWidget] = (), *, grows: int = 0) -> None:
        super().__init__()
        self._gap, self._margin = 16, 16
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        self.show_cards(cards, grows=grows)

    def show_cards(self, cards: Sequence[QWidget], *, grows: int = 0) -> None:
        """Show other cards; the old ones are gone."""
        at = self.verticalScrollBar().value()
        body = QWidget()
        body.setProperty("clear", "true")
        self._stack = QVBoxLayout(body)
        for number, card in enumerate(cards):
            self._stack.addWidget(card, int(number < grows))
        if not grows:
            self._stack.addStretch(1)
        self.setWidget(body)
        self._fit()
        self.verticalScrollBar().setValue(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the page's: they go through the lists, which brings rows into view."""
        event.ignore()

    def reveal(self, part: QWidget, area: QRect) -> None:
        """Scroll so far that an area of a part is seen."""
        body = self.widget()
        if body is not None and not area.isEmpty():
            at = part.mapTo(body, area.center())
            self.ensureVisible(0, at.y(), 0, area.height() // 2 + _EDGE)

    def set_gaps(self, gap: int, margin: int) -> None:
        """Take the room between cards and at the right of them."""
        self._gap, self._margin = gap, margin
        self._fit()

    def _fit(self) -> None:
        right = self._margin - (BAR if self.verticalScrollBar().maximum() else 0)
        self._stack.setSpacing(self._gap)
        self._stack.setContentsMargins(0, self._gap, right, self._gap)
