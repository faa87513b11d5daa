"""What a figure says as rows and columns, and the model that a table shows them with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from engagements.language import tr
from ui.widgets.keyed import CELL_ROLE, Index, KeyedModel
from ui.widgets.labels import plain_tip

NONE = "–"
"""What stands where nothing is known."""


@dataclass(frozen=True)
class Cell:
    """One value as shown; ``whole`` says it in full where it is shortened.

    ``level`` draws the chip of a level in place of the words.
    """

    text: str
    whole: str = ""
    level: int | None = None

    @property
    def spoken(self) -> str:
        """The value read aloud."""
        return self.whole or self.text


@dataclass(frozen=True)
class Column:
    """A column; ``number`` ones stand in the middle of it, others begin at the left and grow."""

    title: str
    number: bool = False


@dataclass(frozen=True)
class Row:
    """One row: the reference its figure has for it, and a cell per column."""

    ref: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Rows:
    """A figure as a table; ``about`` says the whole in words."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    about: str = ""


EMPTY = Rows((), ())


def known(value: int | None) -> Cell:
    """A number, or the dash of what is not known."""
    return Cell(NONE if value is None else str(value))


def without_empty(table: Rows, always: int) -> Rows:
    """Without columns that say nothing in any row; the first ``always`` stay."""
    kept = [
        at
        for at in range(len(table.columns))
        if at < always or any(row.cells[at].text not in ("", NONE) for row in table.rows)
    ]
    return Rows(
        tuple(table.columns[at] for at in kept),
        tuple(Row(row.ref, tuple(row.cells[at] for at in kept)) for row in table.rows),
        table.about,
    )


class RowsModel(KeyedModel[Cell]):
    """Shows the rows it is given; a row's key is its reference."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = EMPTY

    @property
    def shown(self) -> Rows:
        """What is shown."""
        return self._shown

    def show_rows(self, rows: Rows) -> None:
        """Take other rows; the same ones change nothing."""
        if rows != self._shown:
            self._shown = rows
            self.take(rows.columns, [(row.ref, row.cells) for row in rows.rows])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's value; read aloud it comes with its header."""
        cell = self.cell(index)
        if cell is None or role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.spoken)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self._shown.columns[index.column()].title
            return tr("{title}: {value}", title=title, value=cell.spoken)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Column titles."""
        across = orientation == Qt.Orientation.Horizontal
        inside = 0 <= section < len(self._shown.columns)
        if across and inside and role == Qt.ItemDataRole.DisplayRole:
            return self._shown.columns[section].title
        return None
