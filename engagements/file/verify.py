"""Whether a file is what it says: SQLite's own checks, the hash chain, and everything derived."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engagements.file import blobs, heads, migrations, shapes, state
from engagements.file.canonical import payload_digest
from engagements.file.ledger import (
    ERASURE,
    REVISION_COLUMNS,
    blobs_in,
    revision_hash,
    sitting_hash,
)
from engagements.file.sqlite import Connection, Error

MOST = 20
"""Findings of one sort that are listed; more say nothing new."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. ``code`` is stable, ``words`` are for the reader."""

    code: str
    words: str

    def __str__(self) -> str:
        """The words."""
        return self.words


def check(
    connection: Connection, progress: Callable[[int, int], None] | None = None
) -> list[Finding]:
    """Everything: the content and every attachment's bytes. Empty when all is well."""
    return [*contents(connection), *attachments(connection, progress)]


def contents(connection: Connection) -> list[Finding]:
    """All but the bytes of attachments. A broken structure ends it early."""
    found: list[Finding] = []
    for part in (_structure, _chain, _payloads, _derived, _state):
        try:
            found.extend(part(connection))
        except (Error, ValueError, KeyError, TypeError, RecursionError) as error:
            words = f"the content cannot be read: {type(error).__name__}"
            found.append(Finding("unreadable", words))
        if found and part is _structure:
            break
    return found


def _structure(connection: Connection) -> Iterator[Finding]:
    """SQLite's own view: pages, indexes, constraints, references, and the declared schema."""
    for (words,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
        if words != "ok":
            yield Finding("integrity", f"SQLite: {words}")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding("reference", f"{table} row {row} names a missing {parent}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if migrations.schema_digest(connection) != migrations.SCHEMAS.get(version):
        yield Finding("schema", "tables, views or triggers are not those of the format")


def _rows(connection: Connection, order: str) -> Iterator[dict[str, Any]]:
    columns = ", ".join(REVISION_COLUMNS)
    for row in connection.execute(f"SELECT {columns} FROM revision ORDER BY {order}"):
        yield dict(zip(REVISION_COLUMNS, row, strict=True))


def _chain(connection: Connection) -> Iterator[Finding]:
    """Gap-free sequences, and hashes that follow from each other, sitting by sitting."""
    meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    sittings: dict[str, bytes] = {}
    query = "SELECT id, device, author, program, started, saw, hash FROM sitting"
    for *row, kept in connection.execute(query):
        sittings[row[0]] = kept
        if sitting_hash(meta.get("engagement", ""), row) != kept:
            yield Finding("sitting", f"sitting {row[0]} was altered")
    last: dict[str, tuple[int, bytes, int]] = {}
    for row in _rows(connection, "sitting, sequence"):
        sequence, previous, clock = last.get(row["sitting"], (0, sittings[row["sitting"]], 0))
        name = f"revision {row['sequence']} of sitting {row['sitting']}"
        if row["sequence"] != sequence + 1:
            yield Finding("gap", f"a revision is missing before {name}")
        elif row["previous"] != previous or row["clock"] <= clock:
            yield Finding("chain", f"{name} does not follow from the one before")
        if revision_hash(row) != row["hash"]:
            yield Finding("altered", f"{name} was altered")
        last[row["sitting"]] = (row["sequence"], row["hash"], row["clock"])
    for sitting in sittings.keys() - last.keys():
        yield Finding("sitting", f"sitting {sitting} holds nothing")


def _payloads(connection: Connection) -> Iterator[Finding]:
    """Every payload has the digest its revision keeps, and only erased ones are missing."""
    rows = connection.execute(
        "SELECT revision.number, revision.id, revision.payload, salt, body, "
        "erased.revision IS NOT NULL FROM revision "
        "LEFT JOIN payload ON payload.revision = revision.number "
        "LEFT JOIN erased ON erased.revision = revision.number ORDER BY revision.number"
    )
    for place, (number, name, kept, salt, body, is_erased) in enumerate(rows, start=1):
        if number != place:
            yield Finding("number", f"revision {name} is out of place")
        if (kept is None or is_erased) != (body is None):
            yield Finding("payload", f"the content of revision {name} is missing or too many")
        elif body is not None and payload_digest(salt, body) != kept:
            yield Finding("payload", f"the content of revision {name} was altered")


def _derived(connection: Connection) -> Iterator[Finding]:
    """What is derived equals what the revisions say: heads, erasures, names of attachments."""
    erased = connection.execute(
        "SELECT revision.id, erasure.id FROM erased "
        "JOIN revision ON revision.number = erased.revision "
        "JOIN revision AS erasure ON erasure.number = erased.erasure"
    ).fetchall()
    if set(erased) != set(_erasures(connection)):
        yield Finding("erased", "the list of erased content is not the one the erasures name")
    named = connection.execute("SELECT revision, sha256 FROM attachment").fetchall()
    if sorted(named) != sorted(_named(connection)):
        yield Finding("named", "the list of attachments in use is not the one the revisions name")
    kept = connection.execute(
        "SELECT revision, id, kind, entity, born, author, at, shape, body FROM head "
        "ORDER BY revision"
    ).fetchall()
    if kept != rebuilt(connection, _shapes(connection)):
        yield Finding("heads", "the current values are not those of the newest revisions")
    heads.load(connection, 0)


def _erasures(connection: Connection) -> Iterator[tuple[str, str]]:
    """Erased revision and erasing revision, for every pair that the erasures name."""
    rows = connection.execute(
        "SELECT revision.id, body FROM revision JOIN payload ON payload.revision = number "
        "WHERE kind = ?",
        (ERASURE,),
    )
    for erasure, body in rows:
        for revision in json.loads(body)["revisions"]:
            yield revision, erasure


def _named(connection: Connection) -> Iterator[tuple[int, str]]:
    for revision, body in connection.execute("SELECT revision, body FROM payload"):
        for sha256 in blobs_in(body.decode("ascii")):
            yield revision, sha256


def _shapes(connection: Connection) -> dict[str, int]:
    """The shape that heads of each kind must have: today's, or in an earlier format their own."""
    if connection.execute("PRAGMA user_version").fetchone()[0] == migrations.FORMAT:
        return shapes.present()
    return dict(connection.execute("SELECT kind, max(shape) FROM head GROUP BY kind").fetchall())


def rebuilt(connection: Connection, to: Mapping[str, int]) -> list[tuple[Any, ...]]:
    """The head table as it follows from the revisions alone, by revision number.

    ``to`` is the shape of each kind; what is not in it keeps the shape it was written in.
    """
    rows = list(_rows(connection, "number"))
    followed = {
        (row["kind"], row["entity"], parent)
        for row in rows
        for parent in json.loads(row["parents"])
    }
    born: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row["kind"], row["entity"])
        born[key] = min(born.get(key, row["clock"]), row["clock"])
    payloads = connection.execute("SELECT revision, body FROM payload")
    bodies = {revision: body.decode("ascii") for revision, body in payloads}
    return [
        (
            row["number"],
            row["id"],
            row["kind"],
            row["entity"],
            born[row["kind"], row["entity"]],
            row["author"],
            row["at"],
            *heads.raised(
                row["kind"],
                row["shape"],
                bodies.get(row["number"]),
                to.get(row["kind"], row["shape"]),
            ),
        )
        for row in rows
        if (row["kind"], row["entity"], row["id"]) not in followed
    ]


def _state(connection: Connection) -> Iterator[Finding]:
    """The content as a whole is that of one moment."""
    number, digest = state.stored(connection)
    found = state.found(connection)
    if number < 0 or found.digest != digest:
        yield Finding("state", "parts of it are of different moments")


def attachments(
    connection: Connection, progress: Callable[[int, int], None] | None = None
) -> Iterator[Finding]:
    """Every complete attachment has the bytes its SHA-256 names. Progress is in bytes."""
    rows = connection.execute(
        "SELECT id, sha256, size, chunks FROM blob WHERE sha256 IS NOT NULL ORDER BY id"
    ).fetchall()
    total, done = sum(row[2] for row in rows), 0
    for blob, sha256, size, chunks in rows:
        if not blobs.sound(connection, blob, sha256, size, chunks):
            yield Finding("attachment", f"attachment {sha256[:12]} is damaged")
        done += size
        if progress is not None:
            progress(done, total)
