"""Waiting until the window rests, outside a test."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from ui import jobs

PATIENCE = 60.0


def settled(ready: Callable[[], bool], what: str) -> None:
    """Let the program run until ``ready``."""
    end = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        QApplication.processEvents()
    for _ in range(20):
        QApplication.processEvents()


def resting() -> None:
    """Let the program run until no job is left."""
    settled(lambda: not jobs.pending(), "the jobs to end")
