"""The engagements as a table model: columns are a table, adding one is adding a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from engagements.language import mark, tr
from ui.home.rows import Lines, Row

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


class Column(NamedTuple):
    """One column: heading, the words of a row, and its width in pixels (0 takes the rest).

    ``spare``: it goes where the rest would become too narrow to be read; the panel says it too.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    narrow: int = 0
    spare: bool = False


def _client(row: Row) -> str:
    return ", ".join(part for part in (row.name, row.file, row.scope, row.condition_words) if part)


def _status(row: Row) -> str:
    return row.status_words if row.is_known else tr("not known")


def _level(row: Row) -> str:
    return row.level_words if row.is_known else tr("not known")


def _answered(row: Row) -> str:
    if not row.total:
        return tr("not known")
    return tr("{answered} of {total}", answered=row.answered, total=row.total)


def _next(row: Row) -> str:
    return ", ".join(part for part in (row.when or tr("No date"), row.what) if part)


COLUMNS = (
    Column(mark("Client and scope"), _client),
    Column(mark("Status"), _status, 112, 104, spare=True),
    Column(mark("Level to target"), _level, 132, 126),
    Column(mark("Answered"), _answered, 142, 124, spare=True),
    Column(mark("Next date"), _next, 158, 152),
)


class EngagementTable(QAbstractTableModel):
    """Shows the rows it is given; order and choice are made by the library."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = Lines.of(())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take other rows; the same rows change nothing."""
        fresh, before = Lines.of(rows), self._rows
        if fresh.says_same(before):
            return
        if fresh.paths == before.paths:
            self._rows = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The row at a line, None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def line_of(self, path: object) -> int:
        """The line of a file, -1 when it is not shown."""
        wanted = str(path)
        return self._rows.paths.index(wanted) if wanted in self._rows.paths else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many engagements."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for a cell, or the whole row for a delegate."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return COLUMNS[index.column()].text(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Column titles."""
        across = orientation == Qt.Orientation.Horizontal
        if not across or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
