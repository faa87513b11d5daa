"""A small table of finish dates: the action's own, and those of every level of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from engagements.language import tr
from ui.widgets.chips import LevelChip
from ui.widgets.labels import Label
from ui.widgets.rows import emptied

Row = tuple[int | None, tuple[str, str, str]]
"""A level, or None for the action itself; its low, likely and high finish."""


class FinishTable(QWidget):
    """Likely in bold between low and high; each cell can be read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        for column in (1, 2, 3):
            self._grid.setColumnStretch(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other dates; the first year stands once in the corner, later ones below."""
        emptied(self._grid)
        first = min((day.rpartition(" ")[2] for _, days in rows for day in days), default="")
        self._grid.addWidget(Label(first, "small", tone="ink_3"), 0, 0)
        for column, words in enumerate((tr("Low"), tr("Likely"), tr("High")), start=1):
            self._grid.addWidget(Label(words, "small", 600, "ink_2"), 0, column)
        for number, (level, days) in enumerate(rows, start=1):
            self._grid.addWidget(self._head(level), number, 0)
            for column, day in enumerate(days, start=1):
                date, _, year = day.rpartition(" ")
                shown = date if year == first else f"{date}\n{year}"
                cell = Label(shown, "small", 600 if column == 2 else 400)
                cell.setAccessibleName(self._spoken(level, column, day))
                self._grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)

    def _head(self, level: int | None) -> QWidget:
        if level is None:
            return Label(tr("This one"), "small")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        row.addWidget(LevelChip(level, side=18), 0, corner)
        row.addStretch(1)
        return head

    def _spoken(self, level: int | None, column: int, day: str) -> str:
        what = tr("Action") if level is None else tr("Level {level}", level=level)
        figure = (tr("Low"), tr("Likely"), tr("High"))[column - 1]
        return f"{what}, {figure}: {day}"
