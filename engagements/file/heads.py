"""The current values of a file: read for a snapshot, kept with each revision, rebuilt to check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from engagements.file import shapes
from engagements.file.canonical import dumps
from engagements.file.sqlite import Connection
from engagements.models import TypeAdapter, ValidationError
from engagements.records import KINDS
from engagements.records.base import Record
from engagements.records.snapshot import Heads, Stamp

Row = tuple[str, str, str, str, str, int, str | None, int]
"""Kind, entity, revision id, author, time, shape, body (None: removed or erased), number."""

_COLUMNS = "kind, entity, id, author, at, shape, body, revision"


@dataclass(frozen=True)
class Contents:
    """What a snapshot is made of. An entity that was removed keeps its place, with no value."""

    heads: Mapping[str, Heads]
    stamps: Mapping[str, Stamp]
    revisions: int


@cache
def _several(kind: str) -> TypeAdapter[list[Record]]:
    """Reads a JSON array of records of one kind at once: as fast as parsing it plainly."""
    several: Any = list
    return TypeAdapter(several[KINDS[kind]])


def read(kind: str, shape: int, body: str) -> Record:
    """One record from its stored form of any shape. ValueError when it is not valid."""
    record = KINDS[kind]
    if shape == record.shape:
        try:
            return record.model_validate_json(body)
        except ValidationError:
            # The fast reader knows no lone surrogates; Python's own does.
            pass
    plain = shapes.raised(kind, shape, record.shape, json.loads(body))
    return record.model_validate(plain, strict=False)


def raised(kind: str, shape: int, body: str | None, to: int) -> tuple[int, str | None]:
    """Shape and body as a head keeps them, in shape ``to``. None stays None."""
    if body is not None and shape != to:
        body = dumps(shapes.raised(kind, shape, to, json.loads(body)))
    return to, body


def rows_of(connection: Connection, kind: str, entity: str) -> list[Row]:
    """The head rows of one entity; more than one is a conflict."""
    return connection.execute(
        f"SELECT {_COLUMNS} FROM head WHERE kind = ? AND entity = ? ORDER BY id", (kind, entity)
    ).fetchall()


def load(connection: Connection, revisions: int) -> Contents:
    """Every current record, validated. ValueError when one is not."""
    rows: list[Row] = connection.execute(
        f"SELECT {_COLUMNS} FROM head ORDER BY born, entity, id"
    ).fetchall()
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        if row[0] in KINDS:
            by_kind.setdefault(row[0], []).append(row)
    return Contents(
        MappingProxyType({kind: _by_entity(kind, of_kind) for kind, of_kind in by_kind.items()}),
        MappingProxyType(stamps(rows)),
        revisions,
    )


def _by_entity(kind: str, rows: list[Row]) -> Heads:
    """Records of one kind by entity, in the order they were first kept."""
    records = _records(kind, [row for row in rows if row[6] is not None])
    found: dict[str, tuple[Record, ...]] = {
        row[1]: (one,) for row, one in zip(rows, records, strict=False)
    }
    if len(found) == len(rows) == len(records):
        return MappingProxyType(found)
    # Something was removed, or stands in two heads.
    found, values = {}, iter(records)
    for row in rows:
        earlier = found.get(row[1], ())
        found[row[1]] = earlier if row[6] is None else (*earlier, next(values))
    return MappingProxyType(found)


def _records(kind: str, rows: list[Row]) -> list[Record]:
    """The records of rows that have a body, in their order."""
    if all(row[5] == KINDS[kind].shape for row in rows):
        try:
            found = _several(kind).validate_json(f"[{','.join(str(row[6]) for row in rows)}]")
        except ValidationError:
            found = []
        if len(found) == len(rows):
            return found
    return [read(kind, row[5], str(row[6])) for row in rows]


def values(rows: Iterable[Row]) -> tuple[Record, ...]:
    """The records of one entity's head rows."""
    return tuple(read(row[0], row[5], row[6]) for row in rows if row[6] is not None)


def stamps(rows: Iterable[Row]) -> dict[str, Stamp]:
    """Who made each entity's newest revision and when; of a conflict the later by its own clock."""
    found: dict[str, Stamp] = {}
    for _, entity, revision, author, at, _, _, number in rows:
        stamp = Stamp(author, _wall_time(at), revision, number)
        if entity not in found or found[entity].at <= stamp.at:
            found[entity] = stamp
    return found


def renew(connection: Connection, kind: str, entity: str, row: Mapping[str, Any]) -> None:
    """Let a new revision take the place of its parents among the heads of its entity."""
    parents = tuple(row["parents"])
    marks = ", ".join("?" * len(parents))
    if parents:
        connection.execute(
            f"DELETE FROM head WHERE kind = ? AND entity = ? AND id IN ({marks})",
            (kind, entity, *parents),
        )
    born = connection.execute(
        "SELECT min(clock) FROM revision WHERE kind = ? AND entity = ?", (kind, entity)
    ).fetchone()[0]
    connection.execute(
        "INSERT INTO head (revision, id, kind, entity, born, author, at, shape, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row["number"],
            row["id"],
            kind,
            entity,
            born,
            row["author"],
            row["at"],
            row["shape"],
            row["body"],
        ),
    )


def _wall_time(at: str) -> datetime:
    """The time on the author's own wall, to the second: the offset is cut, not worked out."""
    return datetime.fromisoformat(at[:19])
