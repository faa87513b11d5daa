"""Laying a new engagement file: under a name of its own until it is whole."""

from __future__ import annotations

import contextlib
import glob
import os
import time
from dataclasses import replace
from pathlib import Path

from engagements.file import keys, migrations, opening, state
from engagements.file.canonical import random_id
from engagements.file.faultpoint import faultpoint
from engagements.file.ledger import wall_time
from engagements.file.problems import AlreadyThere, CannotWrite, worded
from engagements.file.sqlite import connect, leave, settle
from engagements.file.tables import database

PART = ".part"
LEFTOVER_AFTER = 3_600
"""Seconds after which a file that was never finished belongs to nobody."""


def create(path: Path, passphrase: str | None) -> str | None:
    """An empty engagement at ``path``, private to this user; returns its raw key, if it has one.

    A folder made for it is private too. AlreadyThere when there is a file of that name.
    """
    if path.exists():
        raise AlreadyThere(path)
    key = None if passphrase is None else keys.raw_key(passphrase, keys.new_salt())
    part = part_of(path)
    try:
        private_folder(path.parent)
        private_file(part)
        with worded(path):
            _lay(part, key)
        faultpoint("before-rename")
        give_name(part, path)
    except OSError as error:
        raise CannotWrite(path) from error
    finally:
        clear_away(part)
    return key


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it, readable by this user only; leave existing ones."""
    if not folder.exists():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty file that only this user can read. OSError when there is one already."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def clear_away(part: Path) -> None:
    """Remove a file that was not finished, with its journal, as far as the system allows."""
    for leftover in (part, opening.journal_of(part)):
        with contextlib.suppress(OSError):
            leftover.unlink(missing_ok=True)


def part_of(path: Path) -> Path:
    """A name for what is to become ``path``, beside it; leftovers of crashes go, an hour later."""
    for leftover in path.parent.glob(f".{glob.escape(path.name)}.*{PART}"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > LEFTOVER_AFTER:
                clear_away(leftover)
    return path.with_name(f".{path.name}.{random_id()[:8]}{PART}")


def give_name(part: Path, path: Path) -> None:
    """Rename without ever replacing a file; AlreadyThere when there is one by now."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError:  # a file system without links
        part.rename(path)
    else:
        part.unlink()


def _lay(part: Path, key: str | None) -> None:
    """Write schema, identity and first state into a file of 0 bytes, in one transaction."""
    connection = connect(part, "rw", key)
    try:
        settle(connection)
        connection.execute("BEGIN EXCLUSIVE")
        migrations.lay(database(connection))
        connection.execute("INSERT INTO meta VALUES ('engagement', ?)", (random_id(),))
        connection.execute("INSERT INTO meta VALUES ('created', ?)", (wall_time(),))
        state.keep(connection, state.State())
        state.keep(connection, replace(state.found(connection), number=1))
        faultpoint("in-creation")
        connection.execute("COMMIT")
        leave(connection)
    finally:
        connection.close()
