"""Starts that ended before the window rested are counted; after two the next one is a safe one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

TRIES = 2
"""Starts in a row that may end badly."""


class Starting:
    """One start: begun, and over once the window rests or was closed in order."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def begin(self) -> bool:
        """Count this start; True when it should be a safe one. Never raises."""
        failed = self._failed()
        with suppress(OSError):
            self._mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._mark.write_text(str(failed + 1), encoding="ascii")
        return failed >= TRIES

    def rest(self) -> None:
        """The window rests, or was closed in order: this start was a good one."""
        with suppress(OSError):
            self._mark.unlink(missing_ok=True)

    def _failed(self) -> int:
        """How many starts before this one never came to rest."""
        try:
            text = self._mark.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return 0
        return int(text) if text.isdecimal() and len(text) < 5 else 0
