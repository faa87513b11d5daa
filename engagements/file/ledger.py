"""Appending revisions: who wrote, in which sitting, chained to what came before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from engagements.file import heads
from engagements.file.canonical import digest, dumps, payload_digest, random_id, salt
from engagements.file.sqlite import Connection
from engagements.file.state import State

ERASURE = "erasure"
"""The kind of a revision that says what was erased, why and by whom; no record of ``KINDS``."""


@dataclass(frozen=True)
class Signature:
    """Who writes, where, and with what."""

    author: str
    device: str
    program: str


@dataclass(frozen=True)
class Entry:
    """One revision to be written. ``body`` None removes the entity."""

    kind: str
    entity: str
    shape: int
    body: str | None
    parents: tuple[str, ...]
    action: str
    change: str
    takes_back: str | None = None


def wall_time() -> str:
    """Now on this machine's clock, with its offset from UTC; for display only."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def sitting_hash(engagement: str, row: Iterable[Any]) -> bytes:
    """What the first revision of a sitting is chained to.

    Over the engagement's id and the row: id, device, author, program, start, sittings it saw.
    """
    return digest("sitting", engagement, *row)


def revision_hash(row: Mapping[str, Any]) -> bytes:
    """The hash over everything a revision is, its payload's digest and the previous hash."""
    return digest(
        "revision",
        row["id"],
        row["sitting"],
        row["sequence"],
        row["clock"],
        row["kind"],
        row["entity"],
        row["shape"],
        row["parents"],
        row["author"],
        row["at"],
        row["action"],
        row["change"],
        row["takes_back"],
        row["payload"],
        row["previous"],
    )


REVISION_COLUMNS = (
    "number",
    "id",
    "sitting",
    "sequence",
    "clock",
    "kind",
    "entity",
    "shape",
    "parents",
    "author",
    "at",
    "action",
    "change",
    "takes_back",
    "payload",
    "previous",
    "hash",
)
_INSERT = (
    f"INSERT INTO revision ({', '.join(REVISION_COLUMNS)}) "
    f"VALUES ({', '.join(':' + column for column in REVISION_COLUMNS)})"
)


def begin_sitting(connection: Connection, state: State, signature: Signature) -> tuple[State, str]:
    """Draw a new sitting; returns the state that knows its starting hash, and its id."""
    saw = dumps({sitting: list(last) for sitting, last in state.sittings.rows.items()})
    row = (random_id(), signature.device, signature.author, signature.program, wall_time(), saw)
    start = sitting_hash(str(state.meta.rows["engagement"][0]), row)
    connection.execute(
        "INSERT INTO sitting (id, device, author, program, started, saw, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*row, start),
    )
    return replace(state, sittings=state.sittings.having(row[0], 0, start.hex())), row[0]


def append(
    connection: Connection, state: State, signature: Signature, sitting: str, entry: Entry
) -> tuple[State, str]:
    """Write one revision with its payload and head; returns the state after it, and its id."""
    sequence, previous = state.sittings.rows[sitting]
    body = None if entry.body is None else entry.body.encode("ascii")
    of_salt = salt()
    row: dict[str, Any] = {
        "number": state.revisions + 1,
        "id": random_id(),
        "sitting": sitting,
        "sequence": int(sequence) + 1,
        "clock": state.clock + 1,
        "kind": entry.kind,
        "entity": entry.entity,
        "shape": entry.shape,
        "parents": dumps(sorted(entry.parents)),
        "author": signature.author,
        "at": wall_time(),
        "action": entry.action,
        "change": entry.change,
        "takes_back": entry.takes_back,
        "payload": None if body is None else payload_digest(of_salt, body),
        "previous": bytes.fromhex(str(previous)),
    }
    row["hash"] = revision_hash(row)
    connection.execute(_INSERT, row)
    if body is not None:
        connection.execute(
            "INSERT INTO payload (revision, salt, body) VALUES (?, ?, ?)",
            (row["number"], of_salt, body),
        )
        name_blobs(connection, row["number"], str(entry.body))
    heads.renew(
        connection, entry.kind, entry.entity, {**row, "parents": entry.parents, "body": entry.body}
    )
    after = replace(
        state,
        revisions=row["number"],
        clock=row["clock"],
        sittings=state.sittings.having(sitting, row["sequence"], row["hash"].hex()),
    )
    return after, row["id"]


def name_blobs(connection: Connection, revision: int, body: str) -> None:
    """Note which attachments a payload names."""
    connection.executemany(
        "INSERT INTO attachment (sha256, revision) VALUES (?, ?)",
        [(sha256, revision) for sha256 in blobs_in(body)],
    )


def blobs_in(body: str) -> list[str]:
    """The SHA-256 of every attachment that a stored payload names."""
    if '"sha256":' not in body:
        return []
    found: set[str] = set()

    def look(plain: dict[str, Any]) -> dict[str, Any]:
        if {"sha256", "size", "name"} <= plain.keys():
            found.add(str(plain["sha256"]))
        return plain

    json.loads(body, object_hook=look)
    return sorted(found)
