"""From an answer's key to its picture on screen, beside painting the whole page again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.figure import Figure, middle, p99
from tests.benchmarks.large_window import interviewing, wait_until

PRESSES = 40
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class Painted(QObject):
    """Counts the paintings of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at every event, keep none."""
        self.times += event.type() == QEvent.Type.Paint
        return False


def measure(folder: Path) -> Iterator[Figure]:
    """An answer's key until its button is painted; the reference repaints the page at once."""
    with interviewing(folder) as window:
        page = window.page("interview")
        ours, reference = [], []
        for key, number in zip(cycle(KEYS), range(PRESSES), strict=False):
            button = page.findChild(QWidget, f"answer-{number % len(KEYS) + 1}")
            assert button is not None
            ours.append(_until_painted(button, key))
            wait_until(lambda: not window.session.busy)
            begin = time.perf_counter()
            page.repaint()
            reference.append(time.perf_counter() - begin)
    yield Figure(
        "key press to painted",
        middle(ours) * 1e3,
        "ms",
        middle(reference) * 1e3,
        "a repaint of the page",
        most=1.5,
        remark=f"p99 of {PRESSES}: {p99(ours) * 1e3:.1f} ms",
    )


def _until_painted(button: QWidget, key: Qt.Key) -> float:
    """Seconds from the key press until the button has its new picture."""
    painted = Painted(button)
    begin = time.perf_counter()
    QTest.keyClick(QApplication.focusWidget(), key)
    while not painted.times:
        QApplication.processEvents()
    took = time.perf_counter() - begin
    button.removeEventFilter(painted)
    return took
