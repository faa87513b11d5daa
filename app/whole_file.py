"""Writing a file whole or not at all: a temporary name beside it, flushed, then put in place."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from pathlib import Path

from engagements.language import tr
from engagements.problem import Problem

TRIES = 5
PAUSE = 0.1
"""Seconds to the second try at replacing; a viewer or virus scanner may hold the file a moment."""


def check_target(path: Path) -> None:
    """Problem when nothing can be written there; asked before the work, not after it."""
    folder = path.absolute().parent
    if path.is_dir():
        raise Problem(tr("{path} is a folder.", path=path), tr("Name a file in it."))
    if not folder.is_dir():
        raise Problem(
            tr("The folder {folder} is not there.", folder=folder),
            tr("Make it, or choose another."),
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Problem(
            tr("The folder {folder} cannot be written.", folder=folder), tr("Choose another.")
        )


def write(path: Path, data: bytes) -> None:
    """Put ``data`` in place of what was there; Problem leaves the earlier file as it was."""
    check_target(path)
    was_there = os.path.lexists(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _replace(part, path)
        _flush_folder(path.absolute().parent)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise Problem(
            tr("{path} could not be written: {reason}.", path=path.name, reason=reason),
            tr("The earlier file is unchanged.") if was_there else tr("Nothing was written."),
        ) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _replace(part: Path, path: Path) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            part.replace(path)
        except PermissionError:
            if attempt == TRIES:
                raise
            time.sleep(PAUSE * attempt)
        else:
            return


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system knows how."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
