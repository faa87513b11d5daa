"""Engagement files that were deleted: kept for thirty days in a folder beside the others."""

from __future__ import annotations

import contextlib
import re
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from engagements.language import tr
from engagements.problem import Problem

FOLDER = "Deleted"
"""Inside the folder of engagements; whoever empties it by hand loses nothing else."""
DAYS = 30
"""How long a deleted file is kept."""
_NAMED = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (.+\.plumb)")
_WHEN = "%Y-%m-%d %H.%M.%S"
_SIDES = ("", "-journal")
"""A file that was not closed properly has its journal beside it: it goes along."""


class Recycled(NamedTuple):
    """A deleted engagement: where it lies now, what its file was called, when it was deleted."""

    path: Path
    name: str
    deleted: datetime

    @property
    def until(self) -> date:
        """The last day it is kept."""
        return self.deleted.date() + timedelta(days=DAYS)


def recycle(path: Path, folder: Path, now: datetime) -> Recycled:
    """Move an engagement out of the list; Problem when it is open anywhere or cannot be moved."""
    _refuse_open(path)
    bin_ = folder / FOLDER
    moment = now.replace(microsecond=0)
    try:
        bin_.mkdir(mode=0o700, parents=True, exist_ok=True)
        while (target := bin_ / f"{moment:{_WHEN}} {path.name}").exists():
            moment += timedelta(seconds=1)
        _move(path, target)
    except OSError as error:
        raise _not_moved(path, error) from error
    return Recycled(target, path.name, moment)


def bring_back(found: Recycled, folder: Path) -> Path:
    """Move a deleted engagement back; where its name was taken since it gets a number."""
    target, number = folder / found.name, 2
    while target.exists():
        target = folder / f"{Path(found.name).stem} {number}.plumb"
        number += 1
    try:
        _move(found.path, target)
    except OSError as error:
        raise _not_moved(found.path, error) from error
    return target


def recycled(folder: Path) -> tuple[Recycled, ...]:
    """The deleted engagements, the newest first; none when there is no such folder."""
    found: list[Recycled] = []
    with contextlib.suppress(OSError):
        for path in (folder / FOLDER).iterdir():
            named = _NAMED.fullmatch(path.name)
            if named:
                # A name that only looks like ours names no day.
                with contextlib.suppress(ValueError):
                    found.append(Recycled(path, named[2], datetime.strptime(named[1], _WHEN)))  # noqa: DTZ007
    return tuple(sorted(found, key=lambda one: (one.deleted, one.name), reverse=True))


def sweep(folder: Path, today: date) -> int:
    """Remove for good what was deleted more than ``DAYS`` days ago; returns how many files."""
    gone = 0
    for one in recycled(folder):
        if one.until < today:
            with contextlib.suppress(OSError):
                for side in _SIDES:
                    one.path.with_name(one.path.name + side).unlink(missing_ok=True)
                gone += 1
    return gone


def restore(path: Path, backup: Path, folder: Path, now: datetime) -> Recycled | None:
    """Put a sound copy in the place of a damaged file, which is deleted as others are.

    Returns where the damaged file lies now, None when there was none. Problem when the copy cannot
    be read; then nothing has changed.
    """
    from engagements import reading

    reading.read(backup)
    part = path.with_name(f"{path.name}.part")
    try:
        shutil.copyfile(backup, part)
        part.chmod(0o600)
        reading.read(part)
        earlier = recycle(path, folder, now) if path.exists() else None
        part.replace(path)
    except OSError as error:
        raise _not_moved(backup, error) from error
    finally:
        part.unlink(missing_ok=True)
    return earlier


def copies_of(path: Path) -> tuple[Path, ...]:
    """Files beside an engagement or in a folder of backups that are called like it, newest first.

    Whether they can be read is seen when one is taken.
    """
    found: dict[Path, float] = {}
    for where in (path.parent, path.parent / "Backups"):
        with contextlib.suppress(OSError):
            for one in where.iterdir():
                if one != path and one.name.startswith(path.stem) and one.suffix == path.suffix:
                    found[one] = one.stat().st_mtime
    return tuple(sorted(found, key=lambda one: found[one], reverse=True))


def _refuse_open(path: Path) -> None:
    """AlreadyOpen when somebody works in it; one that is damaged or locked may well be moved."""
    from engagements import reading
    from engagements.file.problems import AlreadyOpen

    try:
        reading.read(path)
    except AlreadyOpen:
        raise
    except Problem:
        return


def _move(path: Path, target: Path) -> None:
    """Journal first: a database without its journal may be half of two states."""
    for side in reversed(_SIDES):
        source = path.with_name(path.name + side)
        if not side or source.exists():
            shutil.move(source, target.with_name(target.name + side))


def _not_moved(path: Path, error: OSError) -> Problem:
    return Problem(
        tr(
            "{name} cannot be moved: {reason}.", name=path.name, reason=error.strerror or str(error)
        ),
        tr("Close it elsewhere, or make its folder writable, and try again."),
    )
