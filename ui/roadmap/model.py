"""The plan as a tree model: transitions with their actions, then what was left out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from engagements.language import tr
from ui.roadmap.outline import Entry, Omitted, Outline, Step

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
LEFT_OUT = "left-out"
"""The id of the last group."""


class PlanModel(QAbstractItemModel):
    """Two floors; the internal id of a child is its group's row plus one, of a group 0."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._left_out: tuple[Omitted, ...] = ()

    def show(self, outline: Outline | None) -> None:
        """Show another plan, or none."""
        self.beginResetModel()
        self._steps = outline.steps if outline else ()
        self._left_out = outline.left_out if outline else ()
        self.endResetModel()

    def groups(self) -> int:
        """How many groups there are."""
        return len(self._steps) + bool(self._left_out)

    def _children(self, group: int) -> tuple[Entry, ...] | tuple[Omitted, ...]:
        if group < len(self._steps):
            return self._steps[group].entries
        return self._left_out

    def rowCount(self, parent: Index | None = None) -> int:
        """Groups, or the actions of one."""
        if parent is None or not parent.isValid():
            return self.groups()
        return 0 if parent.internalId() else len(self._children(parent.row()))

    def columnCount(self, parent: Index | None = None) -> int:
        """One: the dates are painted beside it, and read aloud as its description."""
        del parent
        return 1

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The place of a row."""
        above = parent if parent is not None else QModelIndex()
        if not 0 <= row < self.rowCount(above) or column != 0:
            return QModelIndex()
        return self.createIndex(row, 0, above.row() + 1 if above.isValid() else 0)

    def parent(self, index: Index | None = None) -> Any:
        """The group of an action."""
        if index is None:
            return super().parent()
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def item(self, index: Index) -> Step | Entry | Omitted | str | None:
        """What a row stands for; the group of what was left out is its id."""
        if not index.isValid():
            return None
        if index.internalId():
            return self._children(int(index.internalId()) - 1)[index.row()]
        return self._steps[index.row()] if index.row() < len(self._steps) else LEFT_OUT

    def id_of(self, index: Index) -> str:
        """The id of what a row stands for; empty for no row."""
        item = self.item(index)
        return item if isinstance(item, str) else item.id if item else ""

    def place_of(self, id_: str) -> QModelIndex:
        """Where an id stands; an invalid place when it does not."""
        for group in range(self.groups()):
            above = self.index(group, 0)
            if self.id_of(above) == id_:
                return above
            for row in range(self.rowCount(above)):
                place = self.index(row, 0, above)
                if self.id_of(place) == id_:
                    return place
        return QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the eye and the ear; the delegate takes the item itself."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(item)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._description(item)
        return None

    def _text(self, item: Step | Entry | Omitted | str) -> str:
        if isinstance(item, Step):
            return tr("Level {low} to {high}", low=item.from_level, high=item.to_level)
        if isinstance(item, str):
            return tr("Left out ({n})", n=len(self._left_out))
        return item.title

    def _description(self, item: Step | Entry | Omitted | str) -> str:
        if isinstance(item, Step):
            return f"{item.length}. {item.outcome}"
        if isinstance(item, Entry):
            return f"{item.owner_name}. {item.dates}"
        return item.reason if isinstance(item, Omitted) else ""
