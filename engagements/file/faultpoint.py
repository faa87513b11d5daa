"""Named points at which the tests end the program, as a power cut or ``kill -9`` would.

``PLUMBLINE_FAULT=name`` or ``name:3`` (the third time) kills the process there. Unset, a point is
one comparison.
"""

from __future__ import annotations

import os
import signal

VARIABLE = "PLUMBLINE_FAULT"

POINTS = (
    "before-begin",
    "in-transaction",
    "before-commit",
    "after-commit",
    "after-chunk",
    "attachment-complete",
    "draft-kept",
    "in-creation",
    "before-rename",
    "in-migration",
    "in-backup",
    "backup-written",
    "in-erasure",
)
"""Every point there is, in the order of a file's life."""


class _Countdown:
    """Counts down to the one passage that ends the program."""

    def __init__(self, setting: str) -> None:
        self._name, _, times = setting.partition(":")
        self._left = int(times or 1)
        if self._name not in POINTS:
            raise ValueError(f"{VARIABLE} names no fault point: {self._name}")

    def __call__(self, name: str) -> None:
        """End the process when this is the passage that was asked for."""
        if name == self._name:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


_armed: _Countdown | None = None


def arm(setting: str) -> None:
    """From now on end the process at ``name`` or ``name:3``; ValueError for an unknown name."""
    global _armed  # noqa: PLW0603 - one process, one fault
    _armed = _Countdown(setting)


def faultpoint(name: str) -> None:
    """Pass a named point; the process ends here when that was asked for."""
    if _armed is not None:
        _armed(name)


if VARIABLE in os.environ:
    arm(os.environ[VARIABLE])
