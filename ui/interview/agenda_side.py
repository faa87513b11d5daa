"""The left side of an interview: clock and pace, agenda, what to ask next, to-dos."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from ui.interview.agenda_view import AgendaView
from ui.interview.pace_head import PaceHead
from ui.interview.todo_pane import NoteLine, TodoPane
from ui.widgets.chips import KeyCap, Rule
from ui.widgets.labels import TextBlock
from ui.widgets.rows import taken_out

BEST_KEY = "Ctrl+Shift+J"
"""Goes to the question that is best asked next."""


class BestFoot(QWidget):
    """Which question is best asked next, and why; the reason is left out when it is empty."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, str] = ("", "")
        self._line: NoteLine | None = None
        self._why: TextBlock | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Rule())
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(16, 10, 16, 10)
        self._inner.setSpacing(3)
        self._column.addLayout(self._inner)
        head = QHBoxLayout()
        head.addWidget(TextBlock(tr("Best asked next"), "small", 600, "ink_2"), 1)
        head.addWidget(KeyCap(BEST_KEY), 0, Qt.AlignmentFlag.AlignTop)
        self._inner.addLayout(head)
        self.hide()

    def show_best(self, title: str, why: str) -> None:
        """Show a question and its reason; hidden without a question."""
        if (title, why) == self._shown:
            return
        self._shown = (title, why)
        for gone in (self._line, self._why):
            if gone is not None:
                self._inner.removeWidget(gone)
                taken_out(gone)
        self._line = self._why = None
        if title:
            self._build(title, why)
        self.setVisible(bool(title))

    def _build(self, title: str, why: str) -> None:
        self._line = NoteLine(title, "arrow")
        self._line.setObjectName("best-next")
        self._line.setAccessibleDescription(why)
        self._line.clicked.connect(self.taken)
        self._inner.addWidget(self._line)
        if why:
            self._why = TextBlock(why, "small", tone="ink_3")
            self._inner.addWidget(self._why)

    def words(self) -> tuple[str, str]:
        """The question and the reason on screen."""
        return self._shown


class AgendaSide(QFrame):
    """One above the other; the agenda takes what is left."""

    def __init__(self) -> None:
        super().__init__()
        self.pace = PaceHead()
        self.agenda = AgendaView()
        self.best = BestFoot()
        self.todos = TodoPane()
        self.setProperty("pane", "bg")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pace)
        column.addWidget(Rule())
        column.addSpacing(6)
        column.addWidget(self.agenda, 1)
        column.addWidget(self.best)
        column.addWidget(self.todos)
