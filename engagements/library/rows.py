"""One engagement as Home shows it. Light: Home's list is on screen before anything else comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


class State(StrEnum):
    """Whether a file could be read when it was last looked at."""

    READY = "ready"
    OPEN = "open"
    """Open in another window or program; the row shows what was read before."""
    LOCKED = "locked"
    """It has a passphrase; only its name and place are known."""
    DAMAGED = "damaged"
    NEWER = "newer"
    """Made by a newer Plumbline."""
    MISSING = "missing"
    """Opened from elsewhere, and not there just now."""


@dataclass(frozen=True, slots=True)
class Row:
    """One engagement as Home shows it. Days are ISO texts; None is not known."""

    path: str
    state: str = State.READY
    client: str = ""
    scope: str = ""
    status: str = "planned"
    target: int | None = None
    low: int | None = None
    high: int | None = None
    answered: int = 0
    total: int = 0
    held: int = 0
    interviews: int = 0
    next_day: str | None = None
    next_for: str | None = None
    """A code of ``records.standing.Awaited``."""
    next_number: int | None = None
    next_hour: str | None = None
    """Hour and minute of an interview: ``14:00``."""
    changed: str = ""
    """When the file was last changed, local time without zone."""

    @property
    def name(self) -> str:
        """The client, or the file's name while no client is known."""
        return self.client or Path(self.path).stem


def day_of(row: Row) -> date | None:
    """A row's next date as a date."""
    return date.fromisoformat(row.next_day) if row.next_day else None


def key(path: Path) -> str:
    """What a file is called in the index."""
    return str(path.absolute())


def mark_of(path: Path) -> tuple[int, int] | None:
    """Size and time in nanoseconds; None when the file is gone.

    It never opens the file: closing it again would drop the locks of an open engagement.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def changed_at(path: Path) -> str:
    """When a file was last changed, local time; empty when it is gone."""
    mark = mark_of(path)
    if mark is None:
        return ""
    return datetime.fromtimestamp(mark[1] / 1e9).isoformat(" ", "seconds")  # noqa: DTZ006
