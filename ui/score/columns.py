"""The three columns of Score: overall level, dimensions, reasons; and how wide they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagements.language import tr
from ui.figures.either import Either
from ui.score.column import Column
from ui.theme import theme
from ui.widgets import space

_RIGHT, _LOW_RIGHT = 336, 288
_LEFT, _LOW_LEFT = 300, 248
_TABLE, _LOW_TABLE = 388, 366
"""Width of the left column with the figure and with the table."""
_MOST = 0.46
"""The part of the room left of the reasons that the left column never exceeds."""


class Gaps(NamedTuple):
    """Between cards, and at the edges of the page."""

    gap: int
    edge: int


class Columns(QWidget):
    """Keeps the row that the keyboard stands on in view."""

    def __init__(self, left: QWidget, centre: Sequence[QWidget]) -> None:
        super().__init__()
        self.left = Column(tr("Overall level"), (left,), grows=1)
        self.centre = Column(tr("Dimensions"), centre, grows=1)
        self.right = Column(tr("Reasons"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.centre, 1)
        row.addWidget(self.right)

    def follow(self, column: Column, either: Either) -> None:
        """Scroll a column to the row that is walked to in a figure or table of it."""
        either.pointed.connect(lambda _ref: self._reveal(column, either))

    def _reveal(self, column: Column, either: Either) -> None:
        if either.face.hasFocus():
            column.reveal(either, either.area())

    def fit(self, page: QSize, *, table: bool) -> Gaps:
        """Narrower side columns in a small window; a table needs more room than the ladder."""
        low = space.of_page(page).narrow
        gaps = Gaps(12, 14) if low else Gaps(16, 20)
        right = _LOW_RIGHT if low else _RIGHT
        if table:
            room = page.width() - right - 2 * gaps.edge - 2 * gaps.gap
            left = min(theme().scaled(_LOW_TABLE if low else _TABLE), round(room * _MOST))
        else:
            left = _LOW_LEFT if low else _LEFT
        self.left.set_gaps(gaps.gap, gaps.gap)
        self.centre.set_gaps(gaps.gap, gaps.gap)
        self.right.set_gaps(gaps.gap, gaps.edge)
        self.left.setFixedWidth(left + gaps.gap)
        self.right.setFixedWidth(right + gaps.edge)
        return gaps

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
