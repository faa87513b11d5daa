"""Everything that happened in one file, for reading: revisions with their values, in chunks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from engagements.file import heads, history
from engagements.file.ledger import ERASURE
from engagements.file.problems import worded
from engagements.file.sqlite import Connection
from engagements.records import KINDS
from engagements.records.base import Record

Place = tuple[int, int]
"""Clock and number of a revision: where the next chunk goes on."""
Row = tuple[Any, ...]
"""The columns of one revision, in the order of the query."""
NEWEST: Place = (2**62, 0)


@dataclass(frozen=True)
class Sitting:
    """One opening that changed something."""

    id: str
    device: str
    author: str
    program: str
    """Program and version."""
    started: datetime
    """Local time where it began, for display only."""


@dataclass(frozen=True)
class Value:
    """What a revision holds; one of the three reasons says why there is no record."""

    record: Record | None = None
    removed: bool = False
    erased: bool = False
    unreadable: bool = False
    """Of a kind or shape that this program does not know."""


@dataclass(frozen=True)
class Revision:
    """One change of one entity: what it left, and what it found."""

    id: str
    kind: str
    entity: str
    number: int
    sequence: int
    """Place in its sitting, from 1."""
    action: str
    group: str
    """The user action it belongs to."""
    author: str
    at: datetime
    """Local time where it was made, for display only."""
    sitting: str
    takes_back: str | None
    stands: bool
    """It is a current value."""
    seal: str
    """Hash over all of it and what came before in its sitting, hexadecimal."""
    left: Value
    parents: tuple[str, ...]
    """Ids of the revisions it took the place of."""
    found: tuple[Value, ...]
    """Values of its parents; none where the entity was new, two where it settled a conflict."""
    reason: str = ""
    """Of an erasure: why."""


@dataclass(frozen=True)
class Chunk:
    """Some revisions, the newest first; ``rest`` is where the next chunk begins, None at the end.

    A user action is never cut in two.
    """

    revisions: tuple[Revision, ...]
    rest: Place | None


_COLUMNS = """
SELECT number, id, revision.kind, revision.entity, sequence, clock, action, change,
       revision.author, revision.at, sitting, takes_back, revision.shape, parents,
       revision.payload IS NULL, payload.body, revision.hash,
       EXISTS (SELECT 1 FROM head WHERE head.revision = number)
  FROM revision
  LEFT JOIN payload ON payload.revision = number
"""
_CHUNK = f"""{_COLUMNS}
 WHERE (clock, number) < (:clock, :number)
 ORDER BY clock DESC, number DESC LIMIT :most
"""
_DIFFERING = """
WITH touched AS (
  SELECT DISTINCT kind, entity FROM revision WHERE number > :since AND number <= :until),
pair AS (
  SELECT kind,
         (SELECT max(number) FROM revision AS one WHERE one.kind = touched.kind
             AND one.entity = touched.entity AND number <= :since) AS old,
         (SELECT max(number) FROM revision AS one WHERE one.kind = touched.kind
             AND one.entity = touched.entity AND number <= :until) AS new
    FROM touched)
SELECT kind, before.body, after.body FROM pair
  LEFT JOIN payload AS before ON before.revision = old
  LEFT JOIN payload AS after ON after.revision = new
 WHERE before.body IS NOT after.body
"""
_ONE = f"{_COLUMNS} WHERE id = ?"
_PARENTS = """
SELECT revision.id, revision.kind, shape, revision.payload IS NULL, body
  FROM revision LEFT JOIN payload ON payload.revision = number
 WHERE revision.id IN (SELECT value FROM json_each(?))
"""


class Past:
    """Reads the history of an open file; on the thread that owns the file."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def chunk(self, after: Place = NEWEST, most: int = 300) -> Chunk:
        """About ``most`` revisions older than a place; about 20 ms for 300."""
        with worded(self._path):
            values = {"clock": after[0], "number": after[1], "most": most + 1}
            rows = self._connection.execute(_CHUNK, values).fetchall()
            whole = rows if len(rows) <= most else self._uncut(rows[:most], rows[most])
            found = self._revisions(whole)
        is_last = len(rows) <= most
        rest = None if is_last or not whole else (whole[-1][5], whole[-1][0])
        return Chunk(found, rest)

    def revision(self, revision: str) -> Revision | None:
        """One revision by its id; None when there is none."""
        with worded(self._path):
            found = self._revisions(self._connection.execute(_ONE, (revision,)).fetchall())
        return found[0] if found else None

    def differing(self, since: int, until: int) -> Mapping[str, int]:
        """How many entities of each kind had another value after ``until`` revisions.

        Another than after ``since``: what was changed and put back does not count, nor does the
        status of the engagement, which says nothing of what was found.
        """
        with worded(self._path):
            values = {"since": since, "until": until}
            rows = self._connection.execute(_DIFFERING, values).fetchall()
        return Counter(kind for kind, *bodies in rows if len({_told(one) for one in bodies}) > 1)

    def sittings(self) -> Mapping[str, Sitting]:
        """Every opening that changed something, by id."""
        with worded(self._path):
            rows = self._connection.execute(
                "SELECT id, device, author, program, started FROM sitting"
            ).fetchall()
        return {
            id_: Sitting(id_, device, author, program, _local(started))
            for id_, device, author, program, started in rows
        }

    def groups(self, *, sitting: str | None = None, most: int | None = None) -> list[history.Group]:
        """User-action groups, the newest first; only those of one sitting when it is given."""
        with worded(self._path):
            return history.groups(self._connection, sitting=sitting, most=most)

    def group(self, group: str) -> history.Group | None:
        """One user-action group by its id; None when there is none."""
        with worded(self._path):
            found = history.groups(self._connection, only=group)
        return found[0] if found else None

    def before(self, group: history.Group) -> dict[history.Key, tuple[Record, ...]] | None:
        """What each entity of a group was before it; None when that was erased since."""
        with worded(self._path):
            return history.before(self._connection, group)

    def _uncut(self, rows: list[Row], following: Row) -> list[Row]:
        """Rows without the beginning of an action that goes on after them, unless it is all."""
        if rows[-1][7] != following[7]:
            return rows
        kept = [row for row in rows if row[7] != following[7]]
        if kept:
            return kept
        rest = self._connection.execute(
            f"{_COLUMNS} WHERE change = ? AND (clock, number) < (?, ?) "
            "ORDER BY clock DESC, number DESC",
            (following[7], rows[-1][5], rows[-1][0]),
        ).fetchall()
        return [*rows, *rest]

    def _revisions(self, rows: list[Row]) -> tuple[Revision, ...]:
        parents = [json.loads(row[13]) for row in rows]
        values = self._values({one for of_row in parents for one in of_row})
        return tuple(
            _revision(row, tuple(of_row), tuple(values[one] for one in of_row if one in values))
            for row, of_row in zip(rows, parents, strict=True)
        )

    def _values(self, revisions: Iterable[str]) -> dict[str, Value]:
        found = self._connection.execute(_PARENTS, (json.dumps(sorted(revisions)),))
        return {row[0]: _value(*row[1:]) for row in found}


def _revision(row: Row, parents: tuple[str, ...], found: tuple[Value, ...]) -> Revision:
    number, id_, kind, entity, sequence, _, action, group, author, at, sitting, back = row[:12]
    shape, _, removes, body, seal, stands = row[12:]
    reason = ""
    if kind == ERASURE and body is not None:
        reason = str(json.loads(body).get("reason", ""))
    return Revision(
        id=id_,
        kind=kind,
        entity=entity,
        number=number,
        sequence=sequence,
        action=action,
        group=group,
        author=author,
        at=_local(at),
        sitting=sitting,
        takes_back=back,
        stands=bool(stands),
        seal=bytes(seal).hex(),
        left=_value(kind, shape, removes, body),
        parents=parents,
        found=found,
        reason=reason,
    )


def _value(kind: str, shape: int, removes: int, body: bytes | None) -> Value:
    if removes:
        return Value(removed=True)
    if body is None:
        return Value(erased=True)
    if kind not in KINDS:
        return Value(unreadable=True)
    try:
        return Value(heads.read(kind, shape, body.decode("ascii")))
    except (ValueError, KeyError):
        return Value(unreadable=True)


def _told(body: bytes | None) -> str:
    """A value's content without the status it may have; empty for none."""
    fields: dict[str, Any] = {} if body is None else json.loads(body)
    fields.pop("status", None)
    return json.dumps(fields) if fields else ""


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=None)
