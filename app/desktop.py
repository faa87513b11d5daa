"""The desktop program: paints the window first, then brings everything else."""

from __future__ import annotations

import builtins
import gc
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QLocale, QObject, QSettings, QTimer, Signal

from app.crash import Crash
from app.places import Places
from app.starting import Starting
from engagements.language import tr

if TYPE_CHECKING:
    from engagements.problem import Problem
    from ui.ahead import Ahead
    from ui.desk import Desk, Fact
    from ui.garbage import Collector
    from ui.main_window import MainWindow


SAFE = "--safe"
FAULT = 70
"""Exit status when the window could not be made."""
LATER_MS = 250
"""From the last step to what nobody waits for: Home's rows are painted first."""
REST_MS = 2_000
"""From Home's first list to a window that rests."""
TURN = 0.000_5
"""Seconds that another thread may hold the interpreter while the window waits for it; Python's own
5 ms add up, for Qt lets go of it and asks for it again dozens of times for one key."""
HOME = ("ui.home.presenter", "ui.widgets.fields", "ui.home.page")
LIST = ("ui.widgets.ledger", "ui.home.listing")
"""What Home needs to be shown, and what its list needs while the index is being read."""


class _Bell(QObject):
    """Brings a fault from any thread to the window."""

    rung = Signal()


class Desktop(QObject):
    """One window and what it needs, from the first paint to the last commit."""

    def __init__(self, places: Places, file: Path | None, *, safe: bool = False) -> None:
        super().__init__()
        from ui.main_window import MainWindow

        sys.setswitchinterval(TURN)
        self._places, self._file = places, file
        self._starting = Starting(places.starting)
        self._failed = self._starting.begin()
        self._safe = safe or self._failed
        self._collector: Collector | None = None
        self.ahead: Ahead | None = None
        """Loads what pages are made of, once an engagement is open."""
        self._steps: deque[Callable[[], object]] = deque()
        self._crash = Crash(places.logs)
        self._crash.install()
        self._bell = _Bell()
        self._crash.tell(self._bell.rung.emit)
        self._settings = QSettings(str(places.settings), QSettings.Format.IniFormat)
        _dress(self._settings, safe=self._safe)
        self.window: MainWindow = MainWindow()
        if self._safe:
            self.window.resize(1280, 800)
        else:
            self.window.restore(self._settings)
        self.window.painted.connect(self._fill)

    def _furnish(self) -> None:
        """Put rail and bars into the window; one that cannot be furnished is not left empty."""
        try:
            from ui.theme import theme
            from ui.theme.fonts import load_fonts

            self._bell.rung.connect(self._fault, QtCore.Qt.ConnectionType.QueuedConnection)
            load_fonts()
            theme().apply()
            _speak(self._settings)
            self.window.furnish(self._desk())
        finally:
            if not self.window.furnished:
                QtWidgets.QApplication.exit(FAULT)

    def _desk(self) -> Desk:
        from app.person import author
        from ui.desk import Desk, Store
        from ui.session import Session

        settings = self._settings
        chosen = "" if self._safe else str(settings.value("folders/engagements", ""))
        return Desk(
            session=Session(),
            author=author(),
            engagements=Path(chosen) if chosen else self._places.engagements,
            index=self._places.index,
            settings=settings,
            build_pdf=_build_pdf,
            build_word=_build_word,
            build_section=_build_section,
            write_file=_write_file,
            store=Store(
                logs=self._places.logs,
                kits=self._places.kits,
                backups=self._places.backups,
                examine=facts,
            ),
        )

    def _fill(self) -> None:
        """After the first paint all else, in steps that let events through."""
        first = (self._furnish, self._prepare, *_imports(HOME), self._show_home)
        self._steps = deque((*first, *_imports(LIST), self._make_list))
        self._step()

    def _step(self) -> None:
        if not self._steps:
            QTimer.singleShot(LATER_MS, self, self._begin_later)
            return
        try:
            self._steps.popleft()()
        finally:
            QTimer.singleShot(0, self._step)

    def _case_changed(self) -> None:
        if self._collector is None:
            return
        if self.window.session.case is None:
            self._collector.take_back()
        else:
            self._collector.set_aside()
            QTimer.singleShot(REST_MS, self, self._load_ahead)

    def _prepare(self) -> None:
        from engagements.file import surface
        from engagements.problem import Problem
        from ui.faults import report_to
        from ui.garbage import Collector

        surface.own = surface.WINDOW
        self._collector = Collector()
        self.window.session.case_changed.connect(self._case_changed)
        report_to(self._crash.report)
        try:
            self._places.ready()
        except OSError:
            self.window.message.show_problem(
                Problem(
                    tr("Plumbline cannot write to its folders."),
                    tr(
                        "Make {folder} writable, or set PLUMBLINE_HOME.",
                        folder=self._places.engagements,
                    ),
                )
            )

    def _show_home(self) -> None:
        """Show Home, then the file that was named at the start, or the place of last time."""
        from ui.home.page import HomePage

        home = self.window.page("home")
        if isinstance(home, HomePage):
            home.panel_later = True
        self.window.go("home")
        if self._safe:
            self._say_safe()
        if self._file is not None:
            self.window.open_file(self._file)
            self.window.restoring.watch()
        elif self._safe:
            self.window.restoring.watch()
        else:
            self.window.restoring.go_back()
        QTimer.singleShot(REST_MS, self, self._starting.rest)

    def _make_list(self) -> None:
        """Make Home's list while the index is read."""
        from ui.home.page import HomePage

        home = self.window.page("home")
        if isinstance(home, HomePage):
            home.make_list()

    def _begin_later(self) -> None:
        """What nobody waits for; words are read later still: when there is a text to check."""
        from app import logs
        from ui.parts.spelling import spelling

        logs.start(self._places.log)
        spelling().begin(self.window.desk.settings, self.window.session)
        for place in self.window.places():  # one by one: the first Ctrl+K finds them read
            QTimer.singleShot(0, self, place.commands)

    def _load_ahead(self) -> None:
        """What the first visit of each page would wait for; Home alone needs nothing of it."""
        from ui.ahead import Ahead

        if self.ahead is not None:
            return
        modules = [place.module for place in self.window.places()]
        self.ahead = Ahead(modules, self.window.windowHandle(), self)
        self.ahead.start()

    def _say_safe(self) -> None:
        from ui.settings.section import open_folder

        self.window.message.show_problem(
            safe_words(failed=self._failed),
            action=tr("Open the log folder"),
            act=partial(open_folder, self._places.logs),
            stays=True,
        )

    def end(self) -> None:
        """After the last job: nothing runs on another thread any more."""
        from ui.parts.spelling import spelling

        if self.window.furnished:
            self._starting.rest()
        spelling().end()
        if self._collector is not None:
            self._collector.stop()

    def _fault(self) -> None:
        if self.window.furnished:
            self.window.say_fault(self._crash.last)


def safe_words(*, failed: bool) -> Problem:
    """What is said in safe mode: why it is on, and what was left out."""
    from engagements.problem import Problem

    why = tr("It ended twice before its window was ready.")
    what = tr("Theme, text size and the last place were left out. Nothing in a file was changed.")
    return Problem(tr("Plumbline is in safe mode."), f"{why} {what}" if failed else what)


def _imports(names: Sequence[str]) -> Iterator[Callable[[], object]]:
    """One module after another."""
    for name in names:
        yield partial(import_module, name)


def _dress(settings: QSettings, *, safe: bool) -> None:
    """Theme and text size, as they were chosen last time; in safe mode as on the first day."""
    from ui.shell.appearance import dress
    from ui.theme import theme

    if safe:
        theme().apply()
    else:
        dress(settings)


def _speak(settings: QSettings) -> None:
    """The language that was chosen, else the system's where there is a catalogue for it."""
    from engagements.language import speak

    speak(str(settings.value("language", "")) or QLocale.system().name()[:2])


def _build_pdf(
    content: Any,
    kit: bytes,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> bytes:
    """Build in the worker process, imported when the first report is made."""
    from app.worker_client import build_pdf

    return build_pdf(content, kit, progress, cancelled)


def _build_word(
    content: Any,
    kit: bytes,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> bytes:
    """The same for Word."""
    from app.worker_client import build_word

    return build_word(content, kit, progress, cancelled)


def _build_section(
    content: Any,
    kit: bytes,
    key: str,
    pages: Mapping[str, int],
    cancelled: Callable[[], bool],
) -> bytes:
    """The same for one section alone."""
    from app.worker_client import build_section

    return build_section(content, kit, key, pages, cancelled)


def facts() -> list[Fact]:
    """What this installation has of what it needs."""
    from app.doctor import examine
    from ui.desk import Fact

    found = examine(Places.standard())
    return [Fact(one.name, one.detail, one.good, one.advice) for one in found]


def _write_file(target: Path, data: bytes) -> None:
    from app import whole_file

    whole_file.write(target, data)


def _import_plainly() -> None:
    """Take away PySide's watch over imports: it reads each module's source for ``__feature__``."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window; returns the exit status.

    An argument is the engagement file to open; ``--safe`` leaves out what was chosen and the last
    place.
    """
    gc.disable()  # what a start makes stays; from then on ``ui.garbage`` collects
    _import_plainly()
    given = [*(sys.argv[1:] if arguments is None else arguments)]
    safe = SAFE in given
    given = [one for one in given if one != SAFE]
    app = QtWidgets.QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Plumbline")
    app.setDesktopFileName("plumbline")
    desktop = Desktop(Places.standard(), Path(given[0]).absolute() if given else None, safe=safe)
    desktop.window.show()
    status = app.exec()
    from ui import jobs

    jobs.drain()
    desktop.end()
    return status
