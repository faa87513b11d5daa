"""A checked copy of the open engagement, put where the user says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engagements.file import SUFFIX
from engagements.language import tr
from engagements.problem import Problem

if TYPE_CHECKING:
    from ui.session import Session


class SaveCopy(QObject):
    """Asks where to, copies while work goes on, and says how it ended."""

    said = Signal(object)
    """A Problem: why there is no copy."""
    went_well = Signal(object)
    """Title and advice, as a Problem's: where the copy is."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._busy = False

    def ask(self) -> None:
        """Ask for a place and copy; nothing happens while a copy is on its way."""
        path = self._session.path
        if path is None:
            self.said.emit(Problem(tr("Open an engagement first."), tr("Choose one on Home.")))
            return
        if self._busy:
            return
        offered = path.with_name(f"{path.stem} copy {date.today():%Y-%m-%d}{SUFFIX}")
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save a copy"), str(offered), tr("Engagements (*.plumb)")
        )
        if not name or self._session.case is None:
            return
        if name.lower().endswith(SUFFIX):
            self._copy(Path(name))
            return
        target = Path(f"{name}{SUFFIX}")
        if target.exists():  # the dialog asked about the name without its ending
            self.said.emit(
                Problem(
                    tr("{name} is there already.", name=target.name), tr("Choose another name.")
                )
            )
        else:
            self._copy(target)

    def _copy(self, target: Path) -> None:
        from engagements.casework.exchange import save_copy

        self._busy = True
        self._session.do(
            save_copy,
            target,
            reads=True,
            words=tr("Saving a copy"),
            on_done=lambda _found: self._copied(target),
            on_failed=self._failed,
            owner=self,
        )

    def _copied(self, target: Path) -> None:
        self._busy = False
        words = tr(
            "It was checked, holds everything up to now, and has the same passphrase, if any."
        )
        self.went_well.emit(Problem(tr("The copy is saved as {name}.", name=target.name), words))

    def _failed(self, problem: Problem) -> None:
        self._busy = False
        self.said.emit(problem)
