"""The longest moment in which the window does not react while answers are given by key."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.file import store
from tests.benchmarks.engagement_file import ATTACHED_MB, REVISIONS
from tests.benchmarks.figure import Figure, middle, p99, settled
from tests.benchmarks.large_window import Pulse, interviewing, snapshot_of, wait_until
from ui.main_window import MainWindow

ANSWERS = 200
ON_A_SLOW_DISK = 40
COMMIT_MS = 200
"""What every commit takes longer on the slow disk."""
KEY_MS = 100
"""Between two key presses: five answers a second, faster than anybody listens."""
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def measure(folder: Path) -> Iterator[Figure]:
    """Answers by key in a large file, then a few more on a disk whose every commit is slow."""
    size = f"{REVISIONS:,} revisions, {ATTACHED_MB} MB"
    with interviewing(folder) as window:
        what = f"worst gap, {ANSWERS} answers by key, {size}"
        yield from settled(lambda: [_gaps(window, ANSWERS, what)])
        with slow_commits():
            slow = f"worst gap, {ON_A_SLOW_DISK} answers, every commit {COMMIT_MS} ms late"
            yield from settled(lambda: [_gaps(window, ON_A_SLOW_DISK, slow)])


def _gaps(window: MainWindow, answers: int, what: str) -> Figure:
    before = snapshot_of(window).revisions
    pulse = Pulse()
    pulse.start()
    hold(answers)
    wait_until(lambda: not window.session.busy)
    pulse.stop()
    given = snapshot_of(window).revisions - before
    return Figure(
        what,
        max(pulse.gaps) * 1e3,
        "ms",
        most=100,
        remark=f"median {middle(pulse.gaps) * 1e3:.1f} ms, p99 {p99(pulse.gaps) * 1e3:.1f} ms; "
        f"{given} revisions were written",
    )


@contextmanager
def slow_commits() -> Iterator[None]:
    """Every commit waits as for a slow disk; like the disk, without holding the interpreter."""
    passed = store.faultpoint

    def wait(name: str) -> None:
        if name == "before-commit":
            time.sleep(COMMIT_MS / 1e3)
        passed(name)

    store.faultpoint = wait
    try:
        yield
    finally:
        store.faultpoint = passed


def hold(answers: int) -> None:
    """Answer and go on, forwards to the last question and back, every time another answer."""
    loop = QEventLoop()
    pressed = presses(answers)
    timer = QTimer(interval=KEY_MS)

    def press() -> None:
        for key, held in pressed:
            QTest.keyClick(QApplication.focusWidget(), key, held)
            return
        loop.quit()

    timer.timeout.connect(press)
    timer.start()
    loop.exec()


def presses(answers: int) -> Iterator[tuple[Qt.Key, Qt.KeyboardModifier]]:
    """Keys with what is held down: an answer, then the next question."""
    questions = 59
    for number in range(answers):
        there, place = divmod(number, questions)
        yield KEYS[(place + there) % len(KEYS)], Qt.KeyboardModifier.NoModifier
        step = Qt.Key.Key_Down if there % 2 == 0 else Qt.Key.Key_Up
        yield step, Qt.KeyboardModifier.AltModifier
