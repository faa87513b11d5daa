"""What could not be written yet, put where the user says; nothing typed is lost on the way out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engagements.language import mark, tr
from engagements.problem import Problem
from ui import jobs
from ui.desk import Desk

UNSAVED = (
    mark("Some text is not saved yet."),
    mark(
        "The engagement file cannot be written. Save the text elsewhere, or close again without it."
    ),
)


class Rescue(QObject):
    """Writes unsaved texts to a file, and lets the window close without them only when told so."""

    said = Signal(object)
    """A Problem, or None when all is well."""
    went_well = Signal(object)
    """Title and advice, as a Problem's: where the texts are."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._session, self._window = desk, desk.session, window
        self._warned = False
        self._session.save_state_changed.connect(self._look)

    def _look(self) -> None:
        if not self._session.unsaved:
            self._warned = False

    def may_close(self) -> bool:
        """True unless something is unsaved; the second time it is true all the same."""
        if not self._session.unsaved or self._warned:
            return True
        self._warned = True
        self.said.emit(Problem(*(tr(words) for words in UNSAVED)))
        return False

    def save_elsewhere(self) -> None:
        """Ask for a file and write the texts into it."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the text elsewhere"), "unsaved.txt", tr("Text (*.txt)")
        )
        if not name:
            return
        data = "\n\n".join(self._session.unsaved_texts()).encode("utf-8", "surrogatepass")
        target = Path(name)
        jobs.run(
            lambda _progress: self._desk.write_file(target, data),
            on_success=lambda _none: self._written(target),
            on_failure=self.said.emit,
            owner=self,
        )

    def _written(self, target: Path) -> None:
        self._warned = True
        self.went_well.emit(
            Problem(
                tr("The text is in {name}.", name=target.name),
                tr("Writing to the engagement file is still tried. You may close the window."),
            )
        )
