"""One engagement as Home shows it. Light: Home's list is on screen before anything else comes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


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


class Row(NamedTuple):
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
    assessment: int = 1
    """Which one of this client it is, as far as it knows of earlier ones."""
    begun: str | None = None
    """The day it begins: as agreed, else of the first interview."""
    changed: str = ""
    """When the file was last changed, local time without zone."""

    @property
    def name(self) -> str:
        """The client, or the file's name while no client is known."""
        return self.client or Path(self.path).stem


class Found(NamedTuple):
    """What was asked for, and how many there are, all of one moment."""

    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    """What the words mean, whatever the status, by the status's code."""
    all_counts: Mapping[str, int]
    """Every engagement, whatever the words."""
    apart: Mapping[str, str]
    """As ``told_apart`` says it, for every engagement."""


def day_of(row: Row) -> date | None:
    """A row's next date as a date."""
    return date.fromisoformat(row.next_day) if row.next_day else None


def told_apart(files: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """File names, by path, of those engagements that look like another one in a list.

    ``files`` are path, client and scope of all; files of one name are told apart by as many
    folders as it takes. What looks like nothing else is not in it.
    """
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, client, scope in files:
        alike[client or Path(path).stem, scope].append(path)
    return {
        path: name
        for paths in alike.values()
        if len(paths) > 1
        for path, name in zip(paths, _ends([Path(path) for path in paths]), strict=True)
    }


def _ends(paths: Sequence[Path]) -> list[str]:
    """The shortest ends of different paths that are different, each as long as the others."""
    for long in range(1, max(len(path.parts) for path in paths)):
        ends = [str(Path(*path.parts[-long:])) for path in paths]
        if len(set(ends)) == len(ends):
            return ends
    return [str(path) for path in paths]


def key(path: Path) -> str:
    """What a file is called in the index."""
    return str(path.absolute())


def mark_of(path: Path | str) -> tuple[int, int] | None:
    """Size and time in nanoseconds; None when the file is gone.

    It never opens the file: closing it again would drop the locks of an open engagement.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - a thousand times at every start
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def changed_at(path: Path) -> str:
    """When a file was last changed, local time; empty when it is gone."""
    mark = mark_of(path)
    if mark is None:
        return ""
    return datetime.fromtimestamp(mark[1] / 1e9).isoformat(" ", "seconds")  # noqa: DTZ006
