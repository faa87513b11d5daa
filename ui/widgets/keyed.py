"""A table model of rows with keys: where only values are others, whoever reads stays in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""A cell as the delegate takes it."""
C = TypeVar("C")


class KeyedModel(QAbstractTableModel, Generic[C]):
    """Rows by their keys, each with a cell per column."""

    def __init__(self, columns: Sequence[object] = ()) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: tuple[tuple[str, tuple[C, ...]], ...] = ()

    def take(self, columns: Sequence[object], rows: Sequence[tuple[str, tuple[C, ...]]]) -> None:
        """Show other rows; the same columns and keys in the same order change values only."""
        fresh, heads = tuple(rows), tuple(columns)
        keys, before = [[key for key, _ in each] for each in (fresh, self._rows)]
        if fresh and (heads, keys) == (self._columns, before):
            self._rows = fresh
            last = self.index(len(fresh) - 1, len(heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._columns, self._rows = heads, fresh
        self.endResetModel()

    def key(self, number: int) -> str:
        """The key of a row, empty outside."""
        return self._rows[number][0] if 0 <= number < len(self._rows) else ""

    def line_of(self, key: str) -> int:
        """The row of a key, -1 when it is not shown."""
        return next((at for at, (one, _) in enumerate(self._rows) if one == key), -1)

    def cell(self, index: Index) -> C | None:
        """What a cell says, None outside."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()][1][index.column()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)
