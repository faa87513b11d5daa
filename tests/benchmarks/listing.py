"""Home with 1,000 engagements: searching, filtering, sorting and moving, and the loop's gaps."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from app.places import Places
from engagements.library import Library
from engagements.records import Client
from engagements.records.client import CLIENT_ID
from engagements.records.snapshot import Snapshot
from tests.benchmarks import estate
from tests.benchmarks.figure import Figure, middle, seconds, settled
from tests.benchmarks.large_window import Pulse, wait_until
from ui import jobs
from ui.home.page import HomePage

ENGAGEMENTS = 1_000
MOST_MS = 50
NAMES = ("Alba", "Brae", "Castellan", "Halden", "Norrvik", "Orrin", "Quillon", "Tessaly")


def fill(places: Places) -> None:
    """An index of engagements whose files are only names: nothing is opened here."""
    places.ready()
    library = Library(places.engagements, places.index)
    held = estate.snapshot(estate.records(4))
    for number in range(ENGAGEMENTS):
        name = f"{NAMES[number % len(NAMES)]} {number:04}"
        path = places.engagements / f"{name}.plumb"
        path.write_bytes(b"")
        library.remember(path, _of_client(held, name))
    library.close()


def _of_client(held: Snapshot, name: str) -> Snapshot:
    heads = {**held.heads, Client.kind: {CLIENT_ID: (Client(name=name),)}}
    return replace(held, heads=heads)


def measure(folder: Path) -> Iterator[Figure]:
    """SQL alone, then the window's longest gap and the time to the rows while a person works."""
    places = Places.under(folder)
    fill(places)
    library = Library(places.engagements, places.index)
    for what, ask in (
        ("all by next date", library.find),
        ("searched", lambda: library.find("norr")),
        ("sorted by level", lambda: library.find(sort="level")),
    ):
        took = middle(seconds(ask, runs=9))
        yield Figure(f"index, {ENGAGEMENTS:,} engagements, {what}", took * 1e3, "ms", most=MOST_MS)
    library.close()
    yield from _window(places)


def _window(places: Places) -> Iterator[Figure]:
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    desktop = Desktop(places, None)
    sys.excepthook = sys.__excepthook__  # a fault ends the run instead of being reported calmly
    window = desktop.window
    window.show()
    window.activateWindow()
    wait_until(lambda: window.current is not None and not jobs.pending())
    hand = _Hand(cast("HomePage", window.page("home")))
    wait_until(lambda: hand.rows() == ENGAGEMENTS and not jobs.pending())
    pulse = Pulse()
    for what, work in (
        ("searching as it is typed, then all again", hand.search),
        ("arrows, pages, end and home", hand.move),
        ("four sort orders", hand.sort),
        ("a filter and back", hand.filter),
    ):
        yield from settled(partial(_gaps, pulse, what, work))
    window.close()
    wait_until(lambda: not window.isVisible())


class _Hand:
    """Somebody at the list."""

    def __init__(self, page: HomePage) -> None:
        self._page = page

    def rows(self) -> int:
        """How many are listed."""
        return self._page.list.model.rowCount()

    def search(self) -> None:
        """Search, a key every few milliseconds, then clear the search."""
        for number, letter in enumerate("norrvik 0", start=1):
            QTest.keyClick(self._page.search.edit, letter)
            QTest.qWait(20 * number % 60)
        wait_until(lambda: 0 < self.rows() < ENGAGEMENTS / 4)
        self._page.search.edit.clear()
        wait_until(lambda: self.rows() == ENGAGEMENTS)

    def move(self) -> None:
        """Down forty rows, then by pages and to the ends."""
        view = self._page.list.view
        view.setFocus()
        for _ in range(40):
            QTest.keyClick(view, Qt.Key.Key_Down)
            QTest.qWait(5)
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(view, key)
            QTest.qWait(20)

    def sort(self) -> None:
        """Every order once."""
        for key in ("client", "level", "changed", "next"):
            self._page.list.sort.choose(key)
            self._page.list.sorted.emit(key)
            wait_until(lambda: not jobs.pending())

    def filter(self) -> None:
        """One status, then all."""
        for key in ("fieldwork", ""):
            self._page.list.status.buttons()[key].click()
            wait_until(lambda: not jobs.pending())


def _gaps(pulse: Pulse, what: str, work: Callable[[], None]) -> list[Figure]:
    pulse.start()
    begun = time.perf_counter()
    work()
    took = time.perf_counter() - begun
    pulse.stop()
    gap = Figure(
        f"home, {ENGAGEMENTS:,} engagements, {what}: longest gap",
        max(pulse.gaps) * 1e3,
        "ms",
        most=MOST_MS,
        remark=f"the whole of it took {took * 1e3:,.0f} ms",
    )
    return [gap]
