"""Who has a file open and since when, and how it was left: notes beside no file, holding no name.

SQLite's own lock decides who may write. A locked file cannot be read, so "in the window since
14:02" comes from a note in this user's cache folder, named by a hash of the path. A note is
never a lock: a stale or missing one only makes the sentence shorter.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import platformdirs

from engagements.file import surface
from engagements.language import tr

HOME_VARIABLE = "PLUMBLINE_HOME"
"""As in the program's places: when set, everything lives under this folder."""

PATIENCE = 5.0
"""Seconds to wait for a short reading of the same file elsewhere in this process."""

gate = threading.Condition()
"""Held while a file is being opened: closing a plain handle of a database drops the locks that
this process has on it, so nobody may look at a file while somebody else is opening it."""


@dataclass(frozen=True)
class _Here:
    """A file this process has open."""

    since: str
    writes: bool
    thread: int


_here: dict[tuple[int, int], _Here] = {}
"""By device and inode."""


@dataclass(frozen=True)
class Left:
    """How a file was when it was closed: unchanged since, it need not be verified again."""

    device: int
    inode: int
    size: int
    changed: int
    """Time of last modification in nanoseconds."""
    number: int
    digest: str


@dataclass(frozen=True)
class _Note:
    process: int
    surface: str
    since: str
    """Hour and minute it was opened; empty once it is closed."""
    left: Left | None = None


def _folder() -> Path:
    moved = os.environ.get(HOME_VARIABLE)
    if moved:
        return Path(moved) / "cache" / "open"
    return platformdirs.user_cache_path("Plumbline", appauthor=False) / "open"


def _note_path(path: Path) -> Path:
    name = os.fsencode(path.resolve())
    return _folder() / f"{hashlib.sha256(name).hexdigest()[:32]}.json"


def _read(path: Path) -> _Note | None:
    try:
        plain = json.loads(_note_path(path).read_text("utf-8"))
        left = plain.pop("left")
        return _Note(**plain, left=None if left is None else Left(**left))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _write(path: Path, note: _Note) -> None:
    """Best effort: a note that cannot be kept is only missed."""
    target = _note_path(path)
    part = target.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(note)), "utf-8")
        part.replace(target)


def identity(path: Path) -> tuple[int, int]:
    """What a file is to the system, whatever its name: device and inode."""
    status = path.stat()
    return status.st_dev, status.st_ino


def opened(path: Path) -> None:
    """Note that this process has the file open now."""
    since = datetime.now().strftime("%H:%M")
    _here[identity(path)] = _Here(since, writes=True, thread=threading.get_ident())
    earlier = _read(path)
    _write(path, _Note(os.getpid(), surface.own, since, earlier.left if earlier else None))


def reading(path: Path) -> None:
    """Note only inside this process that it has the file open for reading."""
    since = datetime.now().strftime("%H:%M")
    _here[identity(path)] = _Here(since, writes=False, thread=threading.get_ident())


def closed(path: Path, identity: tuple[int, int], left: Left | None) -> None:
    """Note that the file was closed, and in which state; None keeps what was known."""
    with gate:
        _here.pop(identity, None)
        gate.notify_all()
    if left is not None:
        _write(path, _Note(os.getpid(), surface.own, "", left))


def here(path: Path) -> str:
    """Where this process itself has the file open, in words; empty when it has not.

    To be asked inside the gate, before anything opens the file. A short reading is waited for.
    """
    this, own = identity(path), threading.get_ident()

    def settled() -> bool:
        held = _here.get(this)
        return held is None or held.writes or held.thread == own

    gate.wait_for(settled, PATIENCE)
    held = _here.get(this)
    return "" if held is None else tr("in this program since {time}", time=held.since)


def elsewhere(path: Path) -> str:
    """Where another process has the file open, in words; empty when that is not known."""
    note = _read(path)
    if note is None or not note.since or not _alive(note.process):
        return ""
    return tr("{surface} since {time}", surface=tr(note.surface), time=note.since)


def _alive(process: int) -> bool:
    if os.name == "nt":
        return True  # os.kill would end it; the lock has already said that somebody is there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def measure(path: Path, number: int, digest: bytes) -> Left:
    """How the file is now, beside the state it carries."""
    status = path.stat()
    return Left(
        status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, number, digest.hex()
    )


def untouched(path: Path, number: int, digest: bytes) -> bool:
    """True when the file is byte for byte (by size and time) as this user last closed it."""
    note = _read(path)
    return note is not None and not note.since and note.left == measure(path, number, digest)
