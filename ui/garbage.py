"""Python's cycle collector, held to the GUI thread: a QObject must not end on another one."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Collector(QObject):
    """Takes the automatic collector's place: looks once a second whether there is enough to do.

    Left alone, it runs on whatever thread allocates next, the writer's included, and would delete
    widgets and timers there.
    """

    def __init__(self) -> None:
        super().__init__()
        self._limits = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> int | None:
        """Collect the oldest generation that is due; returns its number, None when none is."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._limits[generation]:
                gc.collect(generation)
                return generation
        return None

    def set_aside(self) -> None:
        """Look no more at what is there now: an engagement that was just opened stays."""
        gc.freeze()

    def take_back(self) -> None:
        """Look at everything again: the engagement is closed, what hangs in its cycles goes."""
        gc.unfreeze()
        gc.collect()

    def stop(self) -> None:
        """Give the automatic collector its place back, when no other thread is left."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
