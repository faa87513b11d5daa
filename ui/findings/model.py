"""The heat map as a tree: dimensions with their criteria, a column per level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from engagements.language import tr
from ui.findings.reading import FLAG_WORDS, Group, Line, Map
from ui.findings.tiles import WORDS

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
"""The Group or Line of a row."""
LEVEL_COLUMN = 5
COLUMNS = 6


class MapModel(QAbstractItemModel):
    """Two levels of rows; ``internalId`` is 0 for a dimension, else its place plus one."""

    def __init__(self) -> None:
        super().__init__()
        self._map: Map | None = None
        self._groups: tuple[Group, ...] = ()
        self._wanted: Callable[[Line], bool] | None = None

    def show(self, found: Map | None, wanted: Callable[[Line], bool] | None) -> None:
        """Show a map, only the criteria that are ``wanted``; None shows all."""
        groups = _filtered(found.groups if found else (), wanted)
        same = _shape(groups) == _shape(self._groups)
        if not same:
            self.beginResetModel()
        self._map, self._groups, self._wanted = found, groups, wanted
        if not same:
            self.endResetModel()
        elif groups:
            self._tell()

    def _tell(self) -> None:
        for row, group in enumerate(self._groups):
            above = self.index(row, 0)
            self.dataChanged.emit(above, self.index(row, LEVEL_COLUMN))
            last = len(group.lines) - 1
            self.dataChanged.emit(self.index(0, 0, above), self.index(last, LEVEL_COLUMN, above))

    def item(self, index: Index) -> Group | Line | None:
        """What stands in a row."""
        if not index.isValid():
            return None
        if index.internalId():
            return self._groups[index.internalId() - 1].lines[index.row()]
        return self._groups[index.row()]

    def place_of(self, criterion: str) -> QModelIndex:
        """Where a criterion's tile stands; an invalid index when the filter leaves it out."""
        for number, group in enumerate(self._groups):
            for at, line in enumerate(group.lines):
                if line.criterion == criterion:
                    return self.index(at, line.level, self.index(number, 0))
        return QModelIndex()

    def lines(self) -> list[Line]:
        """All criteria shown, in order."""
        return [line for group in self._groups for line in group.lines]

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """As Qt asks for it."""
        above = parent if parent is not None else QModelIndex()
        if not (0 <= row < self.rowCount(above) and 0 <= column < COLUMNS):
            return QModelIndex()
        return self.createIndex(row, column, above.row() + 1 if above.isValid() else 0)

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """A criterion's dimension."""
        if index is None or not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Dimensions, or criteria of one."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        item = self.item(parent) if parent.column() == 0 else None
        return len(item.lines) if isinstance(item, Group) else 0

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002
        """Words, levels 1 to 4, and the level reached."""
        return COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("Dimension and criterion")
        if section == LEVEL_COLUMN:
            return tr("Level")
        return self._map.levels[section - 1] if self._map else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell; the delegate takes the item itself."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_of(item, index.column())
        return None


def words_of(item: Group | Line, column: int) -> str:
    """A cell in words: as it is read aloud."""
    if isinstance(item, Line):
        if column == 0:
            flags = [tr(FLAG_WORDS[flag]) for flag in FLAG_WORDS if flag in item.cell.flags]
            return ", ".join([f"{item.code} {item.title}", tr(WORDS[item.cell.tile]), *flags])
        return tr(WORDS[item.cell.tile]) if column == item.level else ""
    if column == 0:
        return item.name
    if column == LEVEL_COLUMN:
        if not item.applies:
            return tr("Not applicable")
        same = item.low == item.high
        return str(item.low) if same else tr("{low} to {high}", low=item.low, high=item.high)
    inside = [one for one in item.lines if one.level == column]
    return ", ".join(f"{one.code} {tr(WORDS[one.cell.tile])}" for one in inside)


def _filtered(
    groups: tuple[Group, ...], wanted: Callable[[Line], bool] | None
) -> tuple[Group, ...]:
    if wanted is None:
        return groups
    kept = [replace(one, lines=tuple(filter(wanted, one.lines))) for one in groups]
    return tuple(one for one in kept if one.lines)


def _shape(groups: tuple[Group, ...]) -> tuple[object, ...]:
    return tuple((one.code, tuple(line.criterion for line in one.lines)) for one in groups)
