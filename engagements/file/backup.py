"""Copies of an open engagement, by SQLite's backup API, kept only once they were checked."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import TypeVar

from engagements.file import creating, presence, verify
from engagements.file.checker import Checked, checked, checked_apart
from engagements.file.faultpoint import faultpoint
from engagements.file.problems import AlreadyOpen, CannotWrite, Damaged, heed
from engagements.file.sqlite import Connection, Error, connect, errorname

T = TypeVar("T")
TRIES = 10
BETWEEN_TRIES = 0.1
"""Seconds."""
GIVE_WAY = 0.02
"""Seconds after which other work on the file may run while the copy is checked or flushed."""
FLUSHED = 4
"""Steps after which what was copied is flushed: 200 MB at once keep an answer from the disk."""
LARGE = 4_000_000
"""Bytes from which checking a copy takes longer than starting a process for it."""

PagesDone = Callable[[int, int], None]
"""Told pages done and pages in all."""


def write(
    source: Connection,
    target: Path,
    key: str | None,
    pages: int = 256,
    progress: PagesDone | None = None,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[verify.Finding, ...]:
    """Copy ``source`` to ``target``: under another name, verified, flushed, then renamed.

    Whatever fails, or is cancelled, leaves an earlier file at ``target`` as it was. An engagement
    that is open anywhere is not replaced. Returns attachments damaged in source and copy alike.
    """
    with presence.gate:
        _refuse_open(target)
    part = creating.part_of(target)
    try:
        creating.private_folder(target.parent)
        creating.private_file(part)
        step = _heeding(progress, cancelled)
        _copy(source, part, key, pages, step)
        found, damaged = _checked(part, key, step)
        # What is damaged in the source too is no fault of the copy: the rest is worth keeping.
        if damaged and not set(damaged) <= set(verify.attachments(source)):
            found += damaged
        if found:
            raise Damaged(target, *(finding.words for finding in found))
        _aside(lambda _cancelled: _flush(part), step)
        heed(cancelled)
        faultpoint("backup-written")
        _put_in_place(part, target)
        _flush(target.parent)
        return damaged
    except OSError as error:
        raise CannotWrite(target) from error
    finally:
        creating.clear_away(part)


def _heeding(progress: PagesDone | None, cancelled: Callable[[], bool] | None) -> PagesDone:
    """Ask after each step whether to go on, then tell how far it is."""

    def step(done: int, whole: int) -> None:
        heed(cancelled)
        if progress is not None:
            progress(done, whole)

    return step


def _copy(source: Connection, part: Path, key: str | None, pages: int, progress: PagesDone) -> None:
    def step(_: int, left: int, whole: int) -> None:
        faultpoint("in-backup")
        done = whole - left
        if done // pages % FLUSHED == 0:
            os.fsync(handle)
        progress(done, whole)

    handle = os.open(part, os.O_RDWR)
    try:
        # Closed before the handle, which would end its locks.
        with contextlib.closing(connect(part, "rw", key)) as copy:
            # The copy counts only once it is whole and flushed: no journal, no flush by SQLite.
            copy.execute("PRAGMA journal_mode = OFF")
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=pages, progress=step)
    finally:
        os.close(handle)


def _checked(part: Path, key: str | None, step: PagesDone) -> Checked:
    """Reopen the copy and verify all of it, aside; a large one in a process of its own."""

    def on() -> None:
        step(1, 1)

    if part.stat().st_size >= LARGE and (found := checked_apart(part, key, on, GIVE_WAY)):
        return found
    return _aside(lambda cancelled: checked(part, key, lambda: heed(cancelled)), step)


def _aside(work: Callable[[Callable[[], bool]], T], step: PagesDone) -> T:
    """Do ``work(cancelled)`` on a thread of its own; others may use the source meanwhile."""
    stop = threading.Event()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="check") as pool:
        future = pool.submit(work, stop.is_set)
        try:
            while not wait((future,), GIVE_WAY).done:
                step(1, 1)
        finally:
            stop.set()
        return future.result()


def _refuse_open(target: Path) -> None:
    """AlreadyOpen when the file to be replaced is in use, here or elsewhere."""
    if not target.exists():
        return
    if where := presence.here(target):
        raise AlreadyOpen(target, where)
    connection = connect(target, "ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except Error as error:
        if errorname(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise AlreadyOpen(target, presence.elsewhere(target)) from error
    finally:
        connection.close()


def _put_in_place(part: Path, target: Path) -> None:
    """Replace the target; tried again while a virus scanner or a viewer holds it for a moment."""
    for _ in range(TRIES - 1):
        try:
            part.replace(target)
        except PermissionError:
            time.sleep(BETWEEN_TRIES)
        else:
            return
    part.replace(target)


def _flush(path: Path) -> None:
    """Make sure that a file or a folder's list of names is on the disk."""
    folder = path.is_dir()
    try:
        handle = os.open(path, os.O_RDONLY if folder else os.O_RDWR)  # Windows flushes no reader
    except OSError:
        if folder:  # Windows opens no folders, and needs no flush for them
            return
        raise
    try:
        with contextlib.suppress(OSError) if folder else contextlib.nullcontext():
            os.fsync(handle)
    finally:
        os.close(handle)
