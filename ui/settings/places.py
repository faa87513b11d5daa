"""Folders and backups: where things are kept, and a checked copy made now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from engagements.language import tr, trn
from engagements.problem import Problem
from ui import jobs, locale
from ui.desk import Desk
from ui.settings.section import Section, open_folder
from ui.widgets.buttons import Button
from ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from engagements.casework.backups import Shelf

ENGAGEMENTS = "folders/engagements"
"""Key of the settings: the folder of engagements chosen in place of the usual one."""


def opener(path: Path, name: str, said: SignalInstance) -> Button:
    """A button that shows a folder; ``said`` gets the Problem when there is none."""

    def show() -> None:
        try:
            open_folder(path)
        except Problem as problem:
            said.emit(problem)

    button = Button(tr("Open"), icon="folder", size="small", name=f"open-{name}")
    button.setAccessibleName(tr("Open the folder {path}", path=path.name))
    button.clicked.connect(show)
    return button


class Folders(Section):
    """Where engagements and logs are."""

    changed = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Folders"))
        self._desk = desk
        self.change = Button(tr("Choose another"), size="small", name="choose-engagements")
        self.change.clicked.connect(self._choose)
        here = desk.engagements
        self.folder(tr("Engagements"), here, opener(here, "engagements", self.said), self.change)
        if desk.store is not None:
            logs = desk.store.logs
            self.folder(tr("Logs and reports"), logs, opener(logs, "logs", self.said))
        self._later = self.remark()
        self._show(Path(str(desk.settings.value(ENGAGEMENTS, "") or here)))

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self.window(), tr("Choose the folder of engagements"), str(self._desk.engagements)
        )
        if name:
            self._desk.settings.setValue(ENGAGEMENTS, name)
            self._show(Path(name))
            self.changed.emit()

    def _show(self, wanted: Path) -> None:
        other = wanted != self._desk.engagements
        words = tr("From the next start: {folder}. Files stay where they are.", folder=str(wanted))
        self._later.set_text(words if other else "")
        self._later.setVisible(other)


class Backups(Section):
    """Checked copies on this machine."""

    said = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Backups"))
        self._desk = desk
        self._folder = desk.store.backups if desk.store else None
        self.now = Button(tr("Back up now"), icon="disk", size="small", name="back-up")
        self.now.clicked.connect(self._back_up)
        self._line = ProgressLine()
        if self._folder is not None:
            show = opener(self._folder, "backups", self.said)
            self.folder(tr("Checked copies"), self._folder, show)
        self._state = self.remark()
        line = QHBoxLayout()
        line.addWidget(self.now)
        line.addWidget(self._line, 1)
        self.rows.addLayout(line)
        desk.session.case_changed.connect(self.look)

    def look(self) -> None:
        """Count what is there."""
        folder, path = self._folder, self._desk.session.path
        self.now.setEnabled(path is not None and folder is not None)
        if folder is None:
            return

        def work(_progress: jobs.Progress) -> Shelf:
            from engagements.casework.backups import shelf

            return shelf(folder, path)

        jobs.run(work, on_success=self._show, owner=self)

    def _show(self, found: Shelf) -> None:
        if not found.count:
            words = tr("No copy yet.")
        elif self._desk.session.path is None:
            words = trn(
                "{n} copy of all engagements.", "{n} copies of all engagements.", found.count
            )
        else:
            words = trn(
                "{n} copy of this engagement.", "{n} copies of this engagement.", found.count
            )
        if found.newest is not None:
            newest = f"{locale.day(found.newest)}, {locale.time(found.newest)}"
            words = tr("{words} The newest is of {time}.", words=words, time=newest)
        if self._desk.session.path is None:
            words = tr("{words} Open an engagement to back it up.", words=words)
        self._state.set_text(words)

    def _back_up(self) -> None:
        from engagements.casework.backups import back_up

        if self._folder is None or self._desk.session.case is None:
            return
        self.now.setEnabled(False)
        self._desk.session.do(
            back_up,
            self._folder,
            reads=True,
            owner=self,
            words=tr("Backing up"),
            on_progress=lambda done, total: self._line.show_share(done / total if total else None),
            on_done=lambda _path: self._ended(),
            on_failed=self._failed,
        )

    def _ended(self) -> None:
        self._line.stop()
        self.look()

    def _failed(self, problem: Problem) -> None:
        self._ended()
        self.said.emit(problem)
