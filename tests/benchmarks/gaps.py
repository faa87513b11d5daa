"""The longest moment in which the window does not react while answers are given by key."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from app.places import Places
from engagements.records.people import Interview
from engagements.records.snapshot import Snapshot
from tests.benchmarks import engagement_file
from tests.benchmarks.engagement_file import ATTACHED_MB, REVISIONS
from tests.benchmarks.figure import Figure, middle, p99
from ui.main_window import MainWindow

ANSWERS = 200
BEAT_MS = 5
KEY_MS = 100
"""Between two key presses: five answers a second, faster than anybody listens."""
PATIENCE = 60.0
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class Pulse(QObject):
    """Beats every 5 ms in the event loop and remembers how long it had to wait between beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to listen."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Listen no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def measure(folder: Path) -> Iterator[Figure]:
    """200 answers by key in a file of 5,000 revisions and 200 MB of attachments."""
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    path = engagement_file.write(folder / "large.plumb")
    desktop = Desktop(Places.under(folder / "home"), path)
    sys.excepthook = sys.__excepthook__  # a fault ends the run instead of being reported calmly
    window = desktop.window
    window.show()
    session = window.session
    wait_until(lambda: session.snapshot is not None and not session.busy)
    window.go("interview")
    first = snapshot_of(window).of(Interview)[0]
    window.page("interview").open_interview(first.id)
    window.activateWindow()
    wait_until(lambda: application.focusWidget() is not None and not session.busy)
    before = snapshot_of(window).revisions
    pulse = Pulse()
    pulse.start()
    hold(ANSWERS)
    wait_until(lambda: not session.busy)
    pulse.stop()
    given = snapshot_of(window).revisions - before
    window.close()
    wait_until(lambda: not window.isVisible())
    yield Figure(
        f"worst gap, {ANSWERS} answers by key, {REVISIONS:,} revisions, {ATTACHED_MB} MB",
        max(pulse.gaps) * 1e3,
        "ms",
        most=100,
        remark=f"median {middle(pulse.gaps) * 1e3:.1f} ms, p99 {p99(pulse.gaps) * 1e3:.1f} ms; "
        f"{given} revisions were written",
    )


def snapshot_of(window: MainWindow) -> Snapshot:
    """What the open engagement holds now."""
    assert window.session.snapshot is not None
    return window.session.snapshot


def hold(answers: int) -> None:
    """Answer and go on, forwards to the last question and back, every time another answer."""
    loop = QEventLoop()
    presses = _presses(answers)
    timer = QTimer(interval=KEY_MS)

    def press() -> None:
        for key, held in presses:
            QTest.keyClick(QApplication.focusWidget(), key, held)
            return
        loop.quit()

    timer.timeout.connect(press)
    timer.start()
    loop.exec()


def _presses(answers: int) -> Iterator[tuple[Qt.Key, Qt.KeyboardModifier]]:
    """Keys with what is held down: an answer, then the next question."""
    questions = 59
    for number in range(answers):
        there, place = divmod(number, questions)
        yield KEYS[(place + there) % len(KEYS)], Qt.KeyboardModifier.NoModifier
        step = Qt.Key.Key_Down if there % 2 == 0 else Qt.Key.Key_Up
        yield step, Qt.KeyboardModifier.AltModifier


def wait_until(found: Callable[[], object]) -> None:
    """Let the event loop run until ``found()`` is true; a TimeoutError after a minute."""
    end = time.monotonic() + PATIENCE
    while not found():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")
        QTest.qWait(BEAT_MS)
