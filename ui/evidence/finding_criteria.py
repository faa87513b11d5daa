"""A line that finds a criterion by its code or by words of its title."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from engagements.framework.model import Framework
from engagements.language import tr
from ui.widgets.fields import LineEdit

MOST = 8


class CriterionLine(LineEdit):
    """Offers what fits while it is typed; Enter takes the one chosen, or the only one left."""

    found = Signal(str)
    """The id of a criterion."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("Add a criterion"), tr("Code or words of its title"))
        self.setObjectName(name)
        self._titles: dict[str, str] = {}
        self._model = QStringListModel(self)
        offers = QCompleter(self._model, self)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setMaxVisibleItems(MOST)
        popup = QListView()
        popup.setProperty("popup", "true")
        popup.setAccessibleName(tr("Criteria that fit"))
        offers.setPopup(popup)
        # Queued: the completer writes its words into the line after it has told of them.
        offers.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(offers)

    def offer(self, framework: Framework) -> None:
        """Find among the criteria of a framework."""
        self._titles = {f"{one.id}  {one.title}": one.id for one in framework.criteria}
        self._model.setStringList(list(self._titles))

    def _chosen(self, words: str) -> None:
        code = self._titles.get(words)
        if code:
            self.clear()
            self.found.emit(code)

    def _fitting(self) -> list[str]:
        typed = self.text().casefold().strip()
        exact = [code for code in self._titles.values() if code.casefold() == typed]
        parts = typed.split()
        some = [
            code
            for words, code in self._titles.items()
            if parts and all(part in words.casefold() for part in parts)
        ]
        return exact or some

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is meant when only one criterion fits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            fitting = self._fitting()
            if len(fitting) == 1:
                self.clear()
                self.found.emit(fitting[0])
            event.accept()
            return
        super().keyPressEvent(event)
