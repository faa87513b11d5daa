"""The three columns of Score: overall level, dimensions, reasons; and how wide they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from engagements.language import tr
from ui.figures.either import Either
from ui.score.column import Column
from ui.score.dimensions_card import DimensionsCard
from ui.score.overall_card import OverallCard
from ui.theme import theme
from ui.widgets import space

_RIGHT, _LOW_RIGHT = 336, 288
_LEFT, _LOW_LEFT = 300, 248
_LADDER = 440
"""What the table of levels takes at most, at 100 % text, while there is room for more."""
_NAMES = 30
"""What the table of dimensions takes more than its longest words, at 100 % text."""
_FRAME = 34
"""What a card is wider than what stands in it."""


class Gaps(NamedTuple):
    """Between cards, and at the edges of the page."""

    gap: int
    edge: int


class Columns(QWidget):
    """Keeps the row that the keyboard stands on in view.

    Tables that have no room side by side stand one above the other, in the middle column.
    """

    def __init__(
        self, overall: OverallCard, dimensions: DimensionsCard, others: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._overall, self._dimensions, self._others = overall, dimensions, tuple(others)
        self.left = Column(tr("Overall level"), (overall,), grows=1)
        self.centre = Column(tr("Dimensions"), (dimensions, *others), grows=1)
        self.right = Column(tr("Reasons"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.centre, 1)
        row.addWidget(self.right)
        for either in (overall.either, dimensions.either):
            either.pointed.connect(lambda _ref, either=either: self._reveal(either))

    def _reveal(self, either: Either) -> None:
        """Scroll to the row that is walked to in a figure or a table."""
        for column in (self.left, self.centre):
            if either.face.hasFocus() and column.isAncestorOf(either):
                column.reveal(either, either.area())

    def fit(self, page: QSize, *, table: bool) -> Gaps:
        """Narrower side columns in a small window; tables as wide as their words need."""
        low = space.of_page(page).narrow
        gaps = Gaps(12, 14) if low else Gaps(16, 20)
        right = _LOW_RIGHT if low else _RIGHT
        left = _grown(_LOW_LEFT if low else _LEFT)
        if table:
            left = self._beside(page.width() - right - 2 * gaps.edge - 2 * gaps.gap)
        self._stack(on=not left)
        self.left.set_gaps(gaps.gap, gaps.gap)
        self.centre.set_gaps(gaps.gap, gaps.gap)
        self.right.set_gaps(gaps.gap, gaps.edge)
        self.left.setFixedWidth(left + gaps.gap)
        self.right.setFixedWidth(right + gaps.edge)
        return gaps

    def _beside(self, room: int) -> int:
        """The width of the card of levels beside that of the dimensions; 0 where both need more."""
        least = self._overall.table.least() + _FRAME
        others = self._dimensions.table.least() + theme().scaled(_NAMES) + _FRAME
        if least + others > room:
            return 0
        return least + min((room - least - others) // 2, max(0, theme().scaled(_LADDER) - least))

    def _stack(self, *, on: bool) -> None:
        """Put the overall level over the dimensions, or beside them again; the focus stays."""
        if self.left.isHidden() is on:
            return
        focus = QApplication.focusWidget()
        rest = (self._dimensions, *self._others)
        # Where it goes to takes the card first: a column's old body takes along what is left in it.
        if on:
            self.centre.show_cards((self._overall, *rest), grows=1)
            self.left.show_cards(())
        else:
            self.left.show_cards((self._overall,), grows=1)
            self.centre.show_cards(rest, grows=1)
        self.left.setHidden(on)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, here: str) -> str:
        """The reason that has the focus, and how far the columns are scrolled."""
        columns = (self.left, self.centre, self.right)
        return json.dumps([here, *(one.verticalScrollBar().value() for one in columns)])

    def go_back(self, place: str) -> str:
        """Scroll to where a place was; returns the reason that had the focus."""
        try:
            here, *at = json.loads(place)
        except (ValueError, TypeError):
            return ""
        for column, height in zip((self.left, self.centre, self.right), at, strict=False):
            column.verticalScrollBar().setValue(int(height))
        return str(here)


def _grown(width: int) -> int:
    """Half as much wider as the text is larger; never narrower than at 100 %."""
    return round(width + width * max(0, theme().scale - 100) / 200)
