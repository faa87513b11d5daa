"""Attachments: bytes by their SHA-256, in chunks of 1 MB, each kept in a transaction of its own.

While it is copied in, an attachment has no SHA-256 and nobody reads it. What no revision names
is swept a day later, what was never completed at the next opening.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import BinaryIO

from engagements.file.problems import AttachmentTooLarge, AttachmentUnreadable
from engagements.file.sqlite import Connection

CHUNK = 1_000_000
"""Bytes of one chunk, and so of one transaction."""
WITHOUT_ASKING = 100_000_000
"""Bytes that are attached without a question."""
MOST = 2_000_000_000
"""Bytes that are attached at all."""
UNNAMED_FOR = timedelta(days=1)


def chunks(stream: BinaryIO, name: str, *, large: bool) -> Iterator[bytes]:
    """The stream in chunks. A Problem when it is too large or cannot be read to its end."""
    size, limit = 0, MOST if large else WITHOUT_ASKING
    while data := _read(stream, name):
        size += len(data)
        if size > limit:
            raise AttachmentTooLarge(name, limit, ask=not large)
        yield data


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


def complete(connection: Connection, blob: int, sha256: str, size: int, count: int) -> bool:
    """Give a staged attachment its name; False when the same bytes are already there."""
    if connection.execute("SELECT 1 FROM blob WHERE sha256 = ?", (sha256,)).fetchone():
        return False
    connection.execute(
        "UPDATE blob SET sha256 = ?, size = ?, chunks = ? WHERE id = ?",
        (sha256, size, count, blob),
    )
    return True


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
