"""The place at the right: what is known about a question, or the calm pane instead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from ui.interview.context_pane import ContextPane
from ui.interview.safe_pane import Calm, SafePane
from ui.widgets.rows import taken_out

if TYPE_CHECKING:
    from engagements.framework.model import Framework
    from ui.interview.reading import Reading


class Aside(QFrame):
    """Holds one of the two; the other one is not there at all."""

    criterion_asked = Signal(str)
    demonstration_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "bg")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.known: ContextPane | None = None
        """What is known; None in client-safe mode."""
        self.calm: SafePane | None = None
        self.set_safe(on=False)

    def set_safe(self, *, on: bool) -> None:
        """Put the one pane in the place of the other, which is let go of with all its words."""
        there = self.calm if on else self.known
        if there is not None:
            return
        gone = self.known if on else self.calm
        self.known, self.calm = (None, SafePane()) if on else (ContextPane(), None)
        if self.known is not None:
            self.known.criterion_asked.connect(self.criterion_asked)
            self.known.demonstration_asked.connect(self.demonstration_asked)
        if gone is not None:
            self._column.removeWidget(gone)
            taken_out(gone)
        self._column.addWidget(self.pane())

    def pane(self) -> QScrollArea:
        """The one that is there."""
        found = self.calm or self.known
        assert found is not None
        return found

    def show_reading(
        self, framework: Framework, reading: Reading, *, requested: bool, read_only: str
    ) -> None:
        """Show what is known, outside client-safe mode; ``read_only`` is why nothing is asked."""
        if self.known is not None:
            self.known.close_asking(read_only)
            self.known.show_reading(framework, reading, requested=requested)

    def show_calm(self, calm: Calm) -> None:
        """Show what the client may read, in client-safe mode."""
        if self.calm is not None:
            self.calm.show_calm(calm)
