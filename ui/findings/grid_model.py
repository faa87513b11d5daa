"""The grid as a table model: a row per criterion, a column per voice."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from engagements.framework.model import Criterion
from engagements.language import tr
from ui.findings.grid_presenter import GridPresenter
from ui.interview.answering import Stand
from ui.parts.voices import answer_label
from ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
STAND = Qt.ItemDataRole.UserRole + 1
"""A cell's Stand; of a row's head its Criterion, of a column's its count."""


class GridModel(QAbstractTableModel):
    """Shows what the presenter holds; it keeps nothing itself."""

    def __init__(self, presenter: GridPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._criteria: tuple[Criterion, ...] = ()
        self._voices: tuple[str, ...] = ()
        self._rows: dict[str, int] = {}
        self._words: dict[object, str] = {}
        presenter.reshaped.connect(self.reshape)
        presenter.changed.connect(self.refresh)

    def reshape(self) -> None:
        """Take the presenter's criteria and voices."""
        self.beginResetModel()
        self._criteria, self._voices = self._presenter.criteria, self._presenter.voices
        self._rows = {one.id: row for row, one in enumerate(self._criteria)}
        self._words = {}
        self.endResetModel()

    def refresh(self, criterion: str) -> None:
        """One criterion's answers are others; all of them when it is empty."""
        if not self._criteria or not self._voices:
            return
        first = self._rows.get(criterion, -1) if criterion else 0
        last = first if criterion else len(self._criteria) - 1
        if first >= 0:
            right = len(self._voices) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, right))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, right)

    def criterion(self, row: int) -> Criterion:
        """The criterion of a row."""
        return self._criteria[row]

    def voice(self, column: int) -> str:
        """The voice of a column."""
        return self._voices[column]

    def stand(self, index: Index) -> Stand:
        """One answer as it is shown."""
        voice = self._voices[index.column()]
        return self._presenter.stand(self._criteria[index.row()].id, voice)

    def rowCount(self, parent: Index | None = None) -> int:
        """Criteria shown."""
        return 0 if parent is not None and parent.isValid() else len(self._criteria)

    def columnCount(self, parent: Index | None = None) -> int:
        """Voices."""
        return 0 if parent is not None and parent.isValid() else len(self._voices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The answer in words; the delegate takes the Stand itself."""
        if not index.isValid():
            return None
        if role == STAND:
            return self.stand(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._answer(self.stand(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            criterion, stand = self._criteria[index.row()], self.stand(index)
            return tr(
                "{criterion}, {voice}: {answer}",
                criterion=f"{criterion.id} {criterion.title}",
                voice=self._presenter.voice_words(self._voices[index.column()]),
                answer=self._answer(stand) or tr("not answered"),
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            stand = self.stand(index)
            return plain_tip(stand.reason) if stand.reason else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Voices above with their count, criteria at the left."""
        across = orientation is Qt.Orientation.Horizontal
        if across and section < len(self._voices):
            return self._voice_head(self._voices[section], role)
        if not across and section < len(self._criteria):
            one = self._criteria[section]
            if role == STAND:
                return one
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip(one.question)
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return f"{one.id} {one.title}"
        return None

    def _voice_head(self, voice: str, role: int) -> Any:
        if role == STAND:
            return self._presenter.counted(voice)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._presenter.voice_words(voice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._presenter.voice_words(voice))
        return None

    def _answer(self, stand: Stand) -> str:
        if stand.value is None:
            return ""
        if stand.pending:
            return tr("Reason?")
        if stand.value not in self._words:
            self._words[stand.value] = answer_label(self._presenter.framework(), stand.value)
        return self._words[stand.value]
