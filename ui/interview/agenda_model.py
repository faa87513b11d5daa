"""The agenda as a tree model: dimensions with their questions, then those left to others."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from engagements.framework.model import AnswerValue
from engagements.language import mark, tr
from ui.interview.agenda import Agenda, Group, Row

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
"""A Group, a Row, or the name of a dimension without questions here."""
_WORDS = {
    AnswerValue.YES: mark("yes"),
    AnswerValue.PARTLY: mark("partly"),
    AnswerValue.NO: mark("no"),
    AnswerValue.NA: mark("not applicable"),
    AnswerValue.UNKNOWN: mark("don't know"),
}


class AgendaModel(QAbstractItemModel):
    """Two levels. ``internalId`` is 0 for a dimension, else its number plus one."""

    def __init__(self) -> None:
        super().__init__()
        self._agenda = Agenda((), ())

    def show(self, agenda: Agenda) -> None:
        """Show an agenda; one with the same questions only changes what is drawn."""
        before = self._agenda
        if agenda == before:
            return
        same = _shape(before) == _shape(agenda)
        if not same:
            self.beginResetModel()
        self._agenda = agenda
        if not same:
            self.endResetModel()
            return
        for number, (old, group) in enumerate(zip(before.groups, agenda.groups, strict=True)):
            if old == group:
                continue
            parent = self.index(number, 0)
            self.dataChanged.emit(parent, parent)
            for at, (was, row) in enumerate(zip(old.rows, group.rows, strict=True)):
                if was != row:
                    here = self.index(at, 0, parent)
                    self.dataChanged.emit(here, here)

    def place_of(self, criterion: str) -> QModelIndex:
        """Where a question stands; an invalid index when it is not in the agenda."""
        for number, group in enumerate(self._agenda.groups):
            for at, row in enumerate(group.rows):
                if row.criterion == criterion:
                    return self.index(at, 0, self.index(number, 0))
        return QModelIndex()

    def item(self, index: Index) -> Group | Row | str | None:
        """What stands at an index."""
        if not index.isValid():
            return None
        groups = self._agenda.groups
        if index.internalId():
            return groups[index.internalId() - 1].rows[index.row()]
        if index.row() < len(groups):
            return groups[index.row()]
        return self._agenda.elsewhere[index.row() - len(groups)]

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """As Qt asks for it."""
        above = parent if parent is not None else QModelIndex()
        if column or row < 0 or row >= self.rowCount(above):
            return QModelIndex()
        return self.createIndex(row, 0, above.row() + 1 if above.isValid() else 0)

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """A question's dimension."""
        if index is None or not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Dimensions, or questions of one."""
        if parent is None or not parent.isValid():
            return len(self._agenda.groups) + len(self._agenda.elsewhere)
        item = self.item(parent)
        return len(item.rows) if isinstance(item, Group) else 0

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Dimensions left to others are only read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.item(index), str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for reading aloud and as tooltip; the delegate takes the value itself."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item if isinstance(item, str) else _title(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item)
        return None


def spoken(item: Group | Row | str) -> str:
    """A row in words."""
    if isinstance(item, str):
        return tr("{dimension}, in another interview", dimension=item)
    if isinstance(item, Group):
        done, total = item.answered, len(item.rows)
        return tr("{name}, {done} of {total} answered", name=item.name, done=done, total=total)
    said = tr(_WORDS[item.value]) if item.value else tr("not asked")
    parts = [
        item.criterion,
        item.title,
        tr("{answer}, reason missing", answer=said) if item.pending else said,
    ]
    parts += [tr("parked")] if item.parked else []
    parts += [tr("answers differ")] if item.differs else []
    return ", ".join(parts)


def _title(item: Group | Row) -> str:
    return item.name if isinstance(item, Group) else f"{item.code} {item.title}"


def _shape(agenda: Agenda) -> tuple[object, ...]:
    rows = tuple((g.code, tuple(r.criterion for r in g.rows)) for g in agenda.groups)
    return (rows, agenda.elsewhere)
