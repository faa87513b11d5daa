"""The desktop program: paints the window first, then brings everything else."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal

from app.crash import Crash
from app.places import Places
from engagements.language import tr

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.garbage import Collector
    from ui.main_window import MainWindow


HOME_NEEDS = ("ui.home.presenter", "ui.widgets.fields", "ui.home.page", "ui.home.listing")


class _Bell(QObject):
    """Brings a fault from any thread to the window."""

    rung = Signal()


class Desktop(QObject):
    """One window and what it needs, from the first paint to the last commit."""

    def __init__(self, places: Places, file: Path | None) -> None:
        super().__init__()
        from ui.main_window import MainWindow

        self._places, self._file = places, file
        self._collector: Collector | None = None
        self._steps: deque[Callable[[], object]] = deque()
        self._crash = Crash(places.logs)
        self._crash.install()
        self._bell = _Bell()
        self._bell.rung.connect(self._fault, Qt.ConnectionType.QueuedConnection)
        self._crash.tell(self._bell.rung.emit)
        self.window: MainWindow = MainWindow(self._desk())
        self.window.restore()
        self.window.painted.connect(self._fill)

    def _desk(self) -> Desk:
        from app.person import author
        from ui.desk import Desk
        from ui.session import Session

        settings = QSettings(str(self._places.settings), QSettings.Format.IniFormat)
        _dress(settings)
        return Desk(
            session=Session(),
            author=author(),
            engagements=self._places.engagements,
            index=self._places.index,
            settings=settings,
            build_pdf=_build_pdf,
            write_file=_write_file,
        )

    def _fill(self) -> None:
        """After the first paint: folders and log, then Home, in steps that let events through."""
        self._steps = deque((self._prepare, *_imports(), self._show_home))
        self._step()

    def _step(self) -> None:
        if self._steps:
            self._steps.popleft()()
            QTimer.singleShot(0, self._step)

    def _case_changed(self) -> None:
        if self._collector is None:
            return
        if self.window.session.case is None:
            self._collector.take_back()
        else:
            self._collector.set_aside()

    def _prepare(self) -> None:
        from app import logs
        from engagements.problem import Problem
        from ui.faults import report_to
        from ui.garbage import Collector

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
                        "Make {engagements} writable, or set PLUMBLINE_HOME.",
                        engagements=self._places.engagements,
                    ),
                )
            )
        logs.start(self._places.log)

    def _show_home(self) -> None:
        """Show Home, and the file that was named at the start."""
        self.window.go("home")
        if self._file is not None:
            self.window.open_file(self._file)

    def end(self) -> None:
        """After the last job: nothing runs on another thread any more."""
        if self._collector is not None:
            self._collector.stop()

    def _fault(self) -> None:
        self.window.say_fault()


def _imports() -> Iterator[Callable[[], object]]:
    """What Home needs, one module after another."""
    for name in HOME_NEEDS:
        yield partial(import_module, name)


def _dress(settings: QSettings) -> None:
    """Style, fonts and theme, as they were chosen last time."""
    from ui.theme import Mode, theme
    from ui.theme.fonts import load_fonts

    load_fonts()
    kept = str(settings.value("theme", Mode.SYSTEM.value))
    theme().set_mode(Mode(kept) if kept in list(Mode) else Mode.SYSTEM)


def _build_pdf(
    content: Any,
    kit: bytes,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> bytes:
    """Build in the worker process, imported when the first report is made."""
    from app.worker_client import build_pdf

    return build_pdf(content, kit, progress, cancelled)


def _write_file(target: Path, data: bytes) -> None:
    from app import whole_file

    whole_file.write(target, data)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window; an argument is the engagement file to open. Returns the exit status."""
    given = [*(sys.argv[1:] if arguments is None else arguments)]
    app = QtWidgets.QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Plumbline")
    app.setDesktopFileName("plumbline")
    desktop = Desktop(Places.standard(), Path(given[0]).absolute() if given else None)
    desktop.window.show()
    status = app.exec()
    from ui import jobs

    jobs.drain()
    desktop.end()
    return status
