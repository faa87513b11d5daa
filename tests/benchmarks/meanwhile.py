"""Answers by key while something long runs: how long the window stands still, and until Saved."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.worker_client import build_pdf, build_word
from engagements.casework import evidence
from engagements.casework.case import Change
from engagements.casework.exchange import save_copy
from engagements.records import Answer
from tests.benchmarks.engagement_file import ATTACHED_MB, MB
from tests.benchmarks.estate import SEED
from tests.benchmarks.figure import ROUNDS, Figure, settled
from tests.benchmarks.gaps import KEY_MS, presses
from tests.benchmarks.large_window import Pulse, interviewing, snapshot_of, wait_until
from ui import jobs
from ui.main_window import MainWindow
from ui.report import making

MOST_ANSWERS = 2_000

Work = Callable[[MainWindow, Callable[[object], None]], None]
"""Begins something long; calls back when it is done."""


class Watch(QObject):
    """When each answer was given by key, and when the window heard that it is committed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.waits: list[float] = []
        self._given: dict[str, float] = {}
        self._asking = window.page("interview")
        window.session.changed.connect(self._committed)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is."""
        if held is Qt.KeyboardModifier.NoModifier:
            self._given[self._asking.presenter.criterion.id] = time.perf_counter()  # type: ignore[attr-defined]
        QTest.keyClick(QApplication.focusWidget(), key, held)

    def _committed(self, change: Change) -> None:
        now = time.perf_counter()
        for one in change.records:
            given = self._given.pop(one.criterion, None) if isinstance(one, Answer) else None
            if given is not None:
                self.waits.append(now - given)


def measure(folder: Path) -> Iterator[Figure]:
    """One long work after the other, in a large file, answers being given all the while."""
    with interviewing(folder) as window:
        watch = Watch(window)
        for what, begin in (
            ("a copy is saved and checked", _copying(folder)),
            ("a report is built", _building),
            (f"{ATTACHED_MB} MB are attached", _attaching(folder)),  # last: the file grows
        ):
            yield from settled(partial(_figures, window, watch, what, begin))


def _figures(window: MainWindow, watch: Watch, what: str, begin: Work) -> list[Figure]:
    done: list[object] = []
    watch.waits.clear()
    if hasattr(os, "sync"):
        os.sync()  # the disk has nothing left to do of what was prepared
    pulse = Pulse()
    pulse.start()
    started = time.perf_counter()
    begin(window, done.append)
    for key, held in presses(MOST_ANSWERS):
        watch.press(key, held)
        QTest.qWait(KEY_MS)
        if done:
            break
    took = time.perf_counter() - started
    wait_until(lambda: not window.session.busy)
    pulse.stop()
    remark = f"{len(watch.waits)} answers in {took:.1f} s"
    gap, wait = max(pulse.gaps) * 1e3, max(watch.waits) * 1e3
    return [
        Figure(f"worst gap while {what}", gap, "ms", most=100, remark=remark),
        Figure(f"worst answer until Saved while {what}", wait, "ms", most=150),
    ]


def _attaching(folder: Path) -> Work:
    recordings = [folder / f"recording-{number}.bin" for number in range(ROUNDS)]
    for number, recording in enumerate(recordings):
        recording.write_bytes(Random(SEED + number).randbytes(MB) * ATTACHED_MB)

    def begin(window: MainWindow, done: Callable[[object], None]) -> None:
        recording = recordings.pop()
        window.session.do(
            evidence.attach, "Recording", recording, large=True, words="Attaching", on_done=done
        )

    return begin


def _copying(folder: Path) -> Work:
    rounds = count()

    def begin(window: MainWindow, done: Callable[[object], None]) -> None:
        target = folder / f"copy-{next(rounds)}.plumb"
        window.session.do(save_copy, target, reads=True, words="Saving", on_done=done)

    return begin


def _building(window: MainWindow, done: Callable[[object], None]) -> None:
    """As Report does it: kits and content on another thread, pages in the worker."""
    snapshot = snapshot_of(window)

    def work(progress: jobs.Progress) -> object:
        kit = making.bundled_kits()[0]
        return making.make(progress, making.Order(snapshot, "full", kit, build_pdf, build_word))

    jobs.run(work, owner=window, on_success=done)
