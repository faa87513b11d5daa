"""Attachments: bytes by their SHA-256, in chunks of 1 MB, each kept in a transaction of its own.

While it is copied in, an attachment has no SHA-256 and nobody reads it. What no revision names
is swept a day later, what was never completed at the next opening.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import BinaryIO

from engagements.file.problems import AttachmentTooLarge, AttachmentUnreadable
from engagements.file.sqlite import Connection, Error

CHUNK = 1_000_000
"""Bytes of one chunk, and so of one transaction."""
WITHOUT_ASKING = 100_000_000
"""Bytes that are attached without a question."""
MOST = 2_000_000_000
"""Bytes that are attached at all."""
UNNAMED_FOR = timedelta(days=1)


def chunks(stream: BinaryIO, name: str, *, large: bool) -> Iterator[bytes]:
    """The stream in chunks.

    A Problem when it is too large, cannot be read to its end, or is a file that changed meanwhile.
    """
    size, limit = 0, MOST if large else WITHOUT_ASKING
    before = _measure(stream)
    if before is not None and before[0] > limit:
        raise AttachmentTooLarge(name, limit, ask=not large)
    while data := _read(stream, name):
        size += len(data)
        if size > limit:
            raise AttachmentTooLarge(name, limit, ask=not large)
        if before is not None and size > before[0]:
            raise AttachmentUnreadable(name)
        yield data
    if _measure(stream) != before:
        raise AttachmentUnreadable(name)


def whole_size(stream: BinaryIO) -> int | None:
    """Bytes of a stream that is a file; None of any other."""
    measured = _measure(stream)
    return None if measured is None else measured[0]


def _measure(stream: BinaryIO) -> tuple[int, int] | None:
    """Size and time of last modification of a stream that is a file; None of any other."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def _read(stream: BinaryIO, name: str) -> bytes:
    """A full chunk, less only at the end."""
    parts: list[bytes] = []
    wanted = CHUNK
    try:
        while wanted and (part := stream.read(wanted)):
            parts.append(part)
            wanted -= len(part)
    except (OSError, ValueError) as error:
        raise AttachmentUnreadable(name) from error
    return b"".join(parts)


def stage(connection: Connection, added: str) -> int:
    """A new attachment without content; returns its number."""
    connection.execute("INSERT INTO blob (size, chunks, added) VALUES (0, 0, ?)", (added,))
    return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


def extend(connection: Connection, blob: int, position: int, data: bytes) -> None:
    """Keep one more chunk of a staged attachment."""
    connection.execute(
        "INSERT INTO chunk (blob, position, data) VALUES (?, ?, ?)", (blob, position, data)
    )


def complete(connection: Connection, blob: int, sha256: str, size: int, count: int) -> int | None:
    """Give a staged attachment its name. Returns the one that is to be dropped, if any.

    That is the staged one when the same bytes are already there, and the earlier one when they
    should be there but are damaged: attaching again heals it.
    """
    row = connection.execute(
        "SELECT id, size, chunks FROM blob WHERE sha256 = ?", (sha256,)
    ).fetchone()
    if row is not None and sound(connection, row[0], sha256, row[1], row[2]):
        return blob
    connection.execute("PRAGMA defer_foreign_keys = ON")
    forget(connection, sha256)
    connection.execute(
        "UPDATE blob SET sha256 = ?, size = ?, chunks = ? WHERE id = ?",
        (sha256, size, count, blob),
    )
    return None if row is None else int(row[0])


def sound(connection: Connection, blob: int, sha256: str, size: int, chunks: int) -> bool:
    """True when the chunks of one attachment are complete and give its SHA-256."""
    whole, length, expected = hashlib.sha256(), 0, 0
    rows = connection.execute(
        "SELECT position, data FROM chunk WHERE blob = ? ORDER BY position", (blob,)
    )
    try:
        for position, data in rows:
            if position != expected:
                return False
            whole.update(data)
            length += len(data)
            expected += 1
    except Error:
        return False
    return (length, expected, whole.hexdigest()) == (size, chunks, sha256)


def read(connection: Connection, sha256: str) -> Iterator[bytes]:
    """The chunks of an attachment, one query each. Nothing when it is not there."""
    row = connection.execute(
        "SELECT id, chunks FROM blob WHERE sha256 = ?", (sha256,)
    ).fetchone() or (0, 0)
    for position in range(row[1]):
        found = connection.execute(
            "SELECT data FROM chunk WHERE blob = ? AND position = ?", (row[0], position)
        ).fetchone()
        yield b"" if found is None else found[0]


def verified(parts: Iterator[bytes], sha256: str) -> Iterator[bytes]:
    """Pass the chunks on; ValueError at the end when they are not the ones attached."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
        yield part
    if whole.hexdigest() != sha256:
        raise ValueError(sha256)


def unfinished(connection: Connection) -> list[int]:
    """Attachments that were never completed; none is being copied in when a file is opened."""
    return [row[0] for row in connection.execute("SELECT id FROM blob WHERE sha256 IS NULL")]


def unnamed(connection: Connection, now: datetime) -> list[str]:
    """SHA-256 of complete attachments that no revision names, older than a day."""
    rows = connection.execute(
        "SELECT sha256, added FROM blob WHERE sha256 IS NOT NULL "
        "AND sha256 NOT IN (SELECT sha256 FROM attachment)"
    ).fetchall()
    return [sha256 for sha256, added in rows if now - datetime.fromisoformat(added) > UNNAMED_FOR]


def forget(connection: Connection, sha256: str) -> None:
    """Take an attachment's name away: from now on it counts as never completed."""
    connection.execute("UPDATE blob SET sha256 = NULL WHERE sha256 = ?", (sha256,))


def drop_chunk(connection: Connection, blob: int) -> bool:
    """Remove one chunk of a nameless attachment, at last itself; False when it is gone."""
    row = connection.execute("SELECT max(id) FROM chunk WHERE blob = ?", (blob,)).fetchone()
    if row[0] is None:
        connection.execute("DELETE FROM blob WHERE id = ? AND sha256 IS NULL", (blob,))
        return False
    connection.execute("DELETE FROM chunk WHERE id = ?", (row[0],))
    return True
