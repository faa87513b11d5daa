"""What a figure says as rows and columns, and the model that a table shows them with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from engagements.language import tr
from ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
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


class RowsModel(QAbstractTableModel):
    """Shows the rows it is given."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = EMPTY

    @property
    def shown(self) -> Rows:
        """What is shown."""
        return self._shown

    def show_rows(self, rows: Rows) -> None:
        """Take other rows; where only their values are others, whoever reads stays in place."""
        if rows == self._shown:
            return
        same = rows.columns == self._shown.columns and _refs(rows.rows) == _refs(self._shown.rows)
        if same and rows.rows:
            self._shown = rows
            last = self.index(len(rows.rows) - 1, len(rows.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()

    def ref(self, number: int) -> str:
        """The reference of a row, empty outside."""
        rows = self._shown.rows
        return rows[number].ref if 0 <= number < len(rows) else ""

    def row_of(self, ref: str) -> int:
        """The row of a reference, -1 when there is none."""
        return next((at for at, row in enumerate(self._shown.rows) if row.ref == ref), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._shown.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's value; read aloud it comes with its header."""
        if not index.isValid() or index.row() >= len(self._shown.rows):
            return None
        cell = self._shown.rows[index.row()].cells[index.column()]
        if role == CELL_ROLE:
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


def _refs(rows: Sequence[Row]) -> list[str]:
    return [row.ref for row in rows]
