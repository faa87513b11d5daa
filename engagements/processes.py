"""Processes of the program's own, beside the window: how they are started, and how they behave."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows a console program would open a black box."""
NICE = 5
"""How far such a process stands back behind the window where both want the processor."""


def command(module: str) -> list[str]:
    """How one is started: this Python, without the current folder on its path."""
    return [sys.executable, "-P", "-m", module]


def stand_back() -> None:
    """Give way to the window; the parent alone decides about Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):
        os.nice(NICE)
