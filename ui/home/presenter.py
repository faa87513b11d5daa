"""Decides what Home shows: asks the library, opens, creates, and keeps the list up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engagements.language import tr
from engagements.problem import Problem
from ui import jobs
from ui.home.going import FOLDER_KEY, chosen_folder
from ui.home.query import DELETED, Listing, Query, listing
from ui.home.rows import Row
from ui.parts.files import free_path

if TYPE_CHECKING:
    from engagements.casework.case import Case
    from engagements.casework.issuing import Since
    from engagements.library import Library
    from engagements.library import Row as LibraryRow
    from engagements.records.snapshot import Snapshot
    from ui.desk import Desk
    from ui.home.create_form import NewEngagement
    from ui.home.founding import Offer
    from ui.home.survey import Survey

SAMPLE_NAME = "Halden Freight (sample).plumb"
REMEMBER_MS = 1_500
"""How long after a change the list takes it over; many answers in a row make one entry."""
REST_MS = 80
"""How long a row is selected before its file is read."""


class HomePresenter(QObject):
    """Everything slow happens in jobs; the newest question wins."""

    listed = Signal(object)
    """A Listing."""
    surveyed = Signal(object, object)
    """A path and its Survey."""
    asked = Signal()
    """A file is about to be opened."""
    opened = Signal()
    refused = Signal(object)
    """A Problem with opening, creating or listing."""
    locked = Signal(object)
    """The path of a file that needs a passphrase."""
    lost = Signal(object)
    """The Problem with the folder of the engagements, or None once it can be read."""
    offered = Signal(object)
    """An Offer: what the form for a new engagement can offer."""
    wrong = Signal(object)
    """The Problem with the passphrase given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._library: Library | None = None
        self._waiting: Callable[[Sequence[LibraryRow]], None] | None = None
        self._query = Query()
        self._questions = self._newest = 0
        """How many were asked, and the number of the last one whose answer is shown."""
        self._protected = False
        self._here: LibraryRow | None = None
        """What is open, where it has a passphrase: the library keeps nothing of it."""
        self._seen = False
        """The folder was looked at since the start."""
        self._is_first = False
        """The index was opened, and has not answered yet."""
        self._once_seen: list[Callable[[], object]] = []
        self._asked: Path | None = None
        self._row: Row | None = None
        self._rested = QTimer(self, singleShot=True, interval=REST_MS)
        self._rested.timeout.connect(self._survey)
        self._lost = False
        self.folder = chosen_folder(desk)
        self._later = QTimer(self, singleShot=True, interval=REMEMBER_MS)
        self._later.timeout.connect(self.remember)
        self._session.changed.connect(lambda _change: self._later.start())
        self._session.case_changed.connect(self._leave)

    def start(self) -> None:
        """Open the index and show it, then look at the files themselves."""
        folder, index = self.folder, self._desk.index

        def work(_progress: jobs.Progress) -> Library:
            from engagements import recycling
            from engagements.library import Library

            recycling.sweep(folder, date.today())
            return Library(folder, index)

        self._run(work, self._started)

    def _started(self, library: Library) -> None:
        """What the index has is on screen before the files are looked at: both need this thread."""
        self._library = library
        self._is_first = True
        self.ask(self._query)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask_all(waiting)

    def stop(self) -> None:
        """Let the index go, at the end of the program."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def refresh(self, *, always: bool = False) -> None:
        """Look for files that are new, changed or gone; ``always`` lists them in any case."""
        library = self._library
        if library is None:
            return
        self._seen = self._seen and not always
        session = self._session
        jobs.run(
            lambda progress: library.refresh(lambda: progress.cancelled, lambda: session.path),
            on_success=self._refreshed,
            on_failure=self._not_refreshed,
            owner=self,
        )

    def _not_refreshed(self, problem: Problem) -> None:
        from engagements.library import UnreadableFolder

        if isinstance(problem, UnreadableFolder):
            self._lost = True
            self.lost.emit(problem)
        else:
            self.refused.emit(problem)

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        library = self._library
        if library is not None:
            self._run(lambda _progress: library.forget(path), lambda _none: self.ask(self._query))

    def use_folder(self, folder: Path) -> None:
        """Look for engagements in another folder, now and at the next start."""
        self.stop()
        self.folder = folder
        self._desk.settings.setValue(FOLDER_KEY, str(folder))
        self._seen = False
        self.start()

    def _refreshed(self, changed: int) -> None:
        if self._lost:
            self._lost = False
            self.lost.emit(None)
        if changed or not self._seen:
            self._seen = True
            self.ask(self._query)
        waiting, self._once_seen = self._once_seen, []
        for act in waiting:
            act()

    def when_seen(self, act: Callable[[], object]) -> None:
        """Call ``act`` once no file is being looked at: opening one meanwhile would be refused."""
        if self._seen:
            act()
        else:
            self._once_seen.append(act)

    def ask(self, query: Query) -> None:
        """Ask for the rows of a query; ``listed`` follows."""
        self._query = query
        library = self._library
        if library is None:
            return

        self._questions += 1
        number, here = self._questions, self._here
        answered = partial(self._answered, number, query)
        self._run(lambda _progress: listing(library, query, here), answered, self._not_answered)

    def _answered(self, number: int, query: Query, found: Listing) -> None:
        """Show an answer unless a newer one was there first: they may come in any order."""
        # An index that is new is empty: wait for the folder before saying that there is nothing.
        is_told = bool(found.kinds - {DELETED}) or self._seen
        if is_told and query == self._query and number > self._newest:
            self._newest = number
            self.listed.emit(found)
        self._look(wait=is_told and not self._once_seen)

    def _not_answered(self, problem: Problem) -> None:
        self.refused.emit(problem)
        self._look(wait=False)

    def _look(self, *, wait: bool) -> None:
        """After the first answer look at the files; ``wait`` until its rows are painted."""
        if not self._is_first:
            return
        self._is_first = False
        if wait:
            QTimer.singleShot(REST_MS, self, self.refresh)
        else:
            self.refresh()

    def ask_all(self, told: Callable[[Sequence[LibraryRow]], None]) -> None:
        """Tell every engagement of the index, those opened last first, once it is there."""
        library = self._library
        if library is None:
            self._waiting = told
            return

        def work(_progress: jobs.Progress) -> list[LibraryRow]:
            order = {str(path): at for at, path in enumerate(library.recent(50))}
            rows = library.rows(sort="changed")
            return sorted(rows, key=lambda row: order.get(row.path, len(order)))

        self._run(work, told)

    def survey(self, row: Row) -> None:
        """Look one engagement over; ``surveyed`` follows when it can be read.

        Whoever goes through the list with the arrows passes most of them: only the one that is
        stayed at is read.
        """
        self._asked, self._row = row.path, row
        self._rested.start()

    def _survey(self) -> None:
        row = self._row
        if row is None:
            return
        session, path = self._session, row.path
        if session.path == path and session.snapshot is not None:
            from engagements.casework import issuing

            told = partial(self._survey_open, path, session.snapshot)
            session.do(issuing.changed_since, on_done=told, owner=self, reads=True)
        elif row.condition == "ready":

            def work(_progress: jobs.Progress) -> Survey:
                from ui.home.survey import survey_file

                return survey_file(path, date.today())

            jobs.run(work, on_success=partial(self._looked, path), owner=self)

    def _survey_open(self, path: Path, snapshot: Snapshot, since: Since | None) -> None:
        def work(_progress: jobs.Progress) -> Survey:
            from ui.home.survey import survey

            return survey(snapshot, date.today(), since)

        jobs.run(work, on_success=partial(self._looked, path), owner=self)

    def _looked(self, path: Path, found: Survey) -> None:
        if path == self._asked:
            self.surveyed.emit(path, found)

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Open a file; ``opened``, ``locked``, ``wrong`` or ``refused`` follows."""
        if self._is_open(path):
            self.asked.emit()
            self.opened.emit()
            return
        author = self._desk.author

        def start() -> Case:
            from engagements.casework.case import Case

            return Case.open(path, passphrase=passphrase, author=author)

        self._begin(start, path, protected=passphrase is not None)

    def _is_open(self, path: Path) -> bool:
        """Whether a file is the one that is open, whatever its name."""
        here = self._session.path if self._session.case is not None else None
        try:
            return here is not None and here.samefile(path)
        except OSError:
            return here == path

    def create(self, wanted: NewEngagement) -> None:
        """Create an engagement file in the folder and open it."""
        if self._session.opening:
            self.refused.emit(
                Problem(tr("Another engagement is being opened."), tr("Try again in a moment."))
            )
            return
        path = free_path(self.folder, wanted.client)
        author = self._desk.author

        def start() -> Case:
            from ui.home import founding

            return founding.found(wanted, path, author)

        self._begin(start, path, protected=wanted.passphrase is not None)

    def offer(self) -> None:
        """Look which brand kits and languages there are; ``offered`` follows."""

        def work(_progress: jobs.Progress) -> Offer:
            from ui.home import founding

            return founding.offer()

        self._run(work, self.offered.emit)

    def open_sample(self) -> None:
        """Open the sample, written into the folder when it is not there yet."""
        path = self.folder / SAMPLE_NAME

        def work(_progress: jobs.Progress) -> None:
            from engagements import sample

            if not path.exists():
                sample.write(path)

        self._run(work, lambda _none: self.open(path))

    def _begin(self, start: Callable[[], Case], path: Path, *, protected: bool) -> None:
        def done() -> None:
            self._protected = protected
            self.remember()
            self.opened.emit()

        failed = partial(self._not_opened, path, protected)
        self.asked.emit()
        self._session.open(start, path, on_done=done, on_failed=failed)

    def _not_opened(self, path: Path, protected: bool, problem: Problem) -> None:
        from engagements.file.problems import NeedsPassphrase, WrongPassphrase

        if isinstance(problem, NeedsPassphrase):
            self.locked.emit(path)
        elif isinstance(problem, WrongPassphrase) and protected:
            self.wrong.emit(problem)
        else:
            self._look_again(path, problem)
            self.refused.emit(problem)

    def _look_again(self, path: Path, problem: Problem) -> None:
        """A file that turned out to be open elsewhere: its row is to say so."""
        from engagements.file.problems import AlreadyOpen

        library = self._library
        if library is not None and isinstance(problem, AlreadyOpen):
            again = partial(library.look_again, path)
            self._run(lambda _progress: again(), lambda _none: self.ask(self._query))

    def remember(self) -> None:
        """Let the list take over what the open engagement holds now."""
        self._later.stop()
        library, path, snapshot = self._library, self._session.path, self._session.snapshot
        if library is None or path is None or snapshot is None:
            return
        protected = self._protected

        def work(_progress: jobs.Progress) -> LibraryRow:
            return library.remember(path, snapshot, protected=protected)

        self._run(work, partial(self._remembered, path, protected))

    def _remembered(self, path: Path, protected: bool, row: LibraryRow) -> None:
        if protected and self._session.case is not None and self._session.path == path:
            self._here = row
        self.ask(self._query)

    def _leave(self) -> None:
        """What has a passphrase is closed: its row tells nothing of it any more."""
        here, self._here = self._here, None
        if here is not None:
            self.ask(self._query)

    def _run(
        self,
        work: Callable[[jobs.Progress], Any],
        on_success: Callable[[Any], None],
        on_failure: Callable[[Problem], None] | None = None,
    ) -> None:
        failed = on_failure or self.refused.emit
        jobs.run(work, on_success=on_success, on_failure=failed, owner=self)
