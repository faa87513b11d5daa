"""The window on a large engagement, with an interview open, and its event loop's pulse."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from app.places import Places
from engagements.records.people import Interview
from engagements.records.snapshot import Snapshot
from tests.benchmarks import engagement_file
from ui.main_window import MainWindow

BEAT_MS = 5
PATIENCE = 60.0


class Pulse(QObject):
    """Beats every 5 ms in the event loop and remembers how long it had to wait between beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to listen, with nothing heard yet."""
        self.gaps.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Listen no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


@contextmanager
def interviewing(folder: Path) -> Iterator[MainWindow]:
    """The window at a question of a file of 5,000 revisions and 200 MB of attachments."""
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    path = engagement_file.write(folder / "large.plumb")
    desktop = Desktop(Places.under(folder / "home"), path)
    sys.excepthook = sys.__excepthook__  # a fault ends the run instead of being reported calmly
    window = desktop.window
    window.show()
    wait_until(lambda: window.furnished)
    session = window.session
    wait_until(lambda: session.snapshot is not None and not session.busy)
    window.go("interview")
    first = snapshot_of(window).of(Interview)[0]
    window.page("interview").open_interview(first.id)  # type: ignore[attr-defined]
    window.activateWindow()
    wait_until(lambda: desktop.ahead is not None and desktop.ahead.is_done)
    wait_until(lambda: application.focusWidget() is not None and not session.busy)
    yield window
    window.close()
    wait_until(lambda: not window.isVisible())


def snapshot_of(window: MainWindow) -> Snapshot:
    """What the open engagement holds now."""
    assert window.session.snapshot is not None
    return window.session.snapshot


def wait_until(found: Callable[[], object]) -> None:
    """Let the event loop run until ``found()`` is true; a TimeoutError after a minute."""
    end = time.monotonic() + PATIENCE
    while not found():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")
        QTest.qWait(BEAT_MS)
