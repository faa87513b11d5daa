"""Checked copies of an engagement in a folder for them: made, counted, the oldest let go."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engagements.casework.case import Case
from engagements.casework.exchange import save_copy
from engagements.file import SUFFIX

MOST = 10
"""Backups that are kept of one engagement."""
_TIME = "%Y-%m-%d %H-%M-%S"
LENGTH = len("2026-11-24 14-00-00")


@dataclass(frozen=True)
class Shelf:
    """What a folder of backups holds, of one engagement or of all."""

    count: int
    newest: datetime | None
    """When the newest was made, local time; None without one."""


def shelf(folder: Path, of: Path | None = None) -> Shelf:
    """Count the backups in ``folder``, only those of one engagement file when it is given."""
    found = _backups(folder, of)
    return Shelf(len(found), found[-1][0] if found else None)


def back_up(
    case: Case,
    folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """A verified copy in ``folder``, named by the time; the oldest beyond ``MOST`` are removed.

    Returns where it is. A Problem when it cannot be written or was cancelled; then nothing is
    removed either.
    """
    target = folder / f"{case.path.stem} {datetime.now().strftime(_TIME)}{SUFFIX}"
    save_copy(case, target, progress=progress, cancelled=cancelled)
    for _, old in _backups(folder, case.path)[:-MOST]:
        with contextlib.suppress(OSError):  # one that somebody holds is let go the next time
            old.unlink(missing_ok=True)
    return target


def _backups(folder: Path, of: Path | None) -> list[tuple[datetime, Path]]:
    """Files whose names end in a time, with that time; those that begin as ``of`` does."""
    found = ((_made(path), path) for path in folder.glob(f"*{SUFFIX}"))
    return sorted(
        (made, path)
        for made, path in found
        if made is not None and (of is None or path.stem[: -LENGTH - 1] == of.stem)
    )


def _made(path: Path) -> datetime | None:
    """The time at the end of a backup's name, None for another file."""
    try:
        return datetime.strptime(path.stem[-LENGTH:], _TIME)  # noqa: DTZ007 - local, for display
    except ValueError:
        return None
