"""What was done, by user-action group: the ground of the history page and of undo from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engagements.file import heads
from engagements.file.sqlite import Connection
from engagements.records import KINDS
from engagements.records.base import Record

Key = tuple[str, str]
"""Kind and entity id."""


@dataclass(frozen=True)
class Entry:
    """One revision within a group."""

    kind: str
    entity: str
    revision: str
    parents: tuple[str, ...]
    removes: bool
    erased: bool
    """Its content is gone."""
    stands: bool
    """It is the entity's only newest revision."""


@dataclass(frozen=True)
class Group:
    """One user action with all its revisions, the oldest first."""

    id: str
    action: str
    """The action's code; words are made where it is shown."""
    author: str
    at: datetime
    """Local time where it was made, for display only."""
    sitting: str
    takes_back: str | None
    """The group that an undo or redo reversed."""
    entries: tuple[Entry, ...]

    @property
    def left(self) -> Mapping[Key, Entry]:
        """The last entry of each entity: what the group left it as."""
        return {(entry.kind, entry.entity): entry for entry in self.entries}

    @property
    def stands(self) -> bool:
        """True while every entity still is as the group left it."""
        return all(entry.stands for entry in self.left.values())


_QUERY = """
SELECT change, action, revision.author, revision.at, sitting, takes_back, revision.kind,
       revision.entity, revision.id, parents, payload IS NULL,
       erased.revision IS NOT NULL,
       head.revision IS NOT NULL AND (SELECT count(*) FROM head AS other
         WHERE other.kind = revision.kind AND other.entity = revision.entity) = 1
  FROM revision
  LEFT JOIN erased ON erased.revision = number
  LEFT JOIN head ON head.revision = number
 WHERE change IN (SELECT change FROM revision
                   WHERE (:sitting IS NULL OR sitting = :sitting)
                     AND (:only IS NULL OR change = :only)
                   GROUP BY change ORDER BY max(clock) DESC, change LIMIT :most)
 ORDER BY clock, sitting
"""


def groups(
    connection: Connection,
    *,
    sitting: str | None = None,
    only: str | None = None,
    most: int | None = None,
) -> list[Group]:
    """User-action groups, the newest first.

    Those of one sitting, only one by its id, and at most so many, when given.
    """
    limit = -1 if most is None else most
    rows = connection.execute(_QUERY, {"sitting": sitting, "only": only, "most": limit})
    found: dict[str, Group] = {}
    for change, action, author, at, of_sitting, takes_back, *entry in rows:
        kind, entity, revision, parents, removes, erased, stands = entry
        one = Entry(
            kind,
            entity,
            revision,
            tuple(json.loads(parents)),
            bool(removes),
            bool(erased),
            bool(stands),
        )
        earlier = found.pop(change).entries if change in found else ()
        local = datetime.fromisoformat(at).replace(tzinfo=None)
        # Put in again, so that groups come in the order of their last revision.
        found[change] = Group(
            change, action, author, local, of_sitting, takes_back, (*earlier, one)
        )
    return list(reversed(found.values()))


def before(connection: Connection, group: Group) -> dict[Key, tuple[Record, ...]] | None:
    """What each entity of a group was before it, none where it was not there.

    None when some of that was erased since: such a group cannot be taken back.
    """
    first: dict[Key, Entry] = {}
    own = {entry.revision for entry in group.entries}
    found: dict[Key, tuple[Record, ...]] = {}
    for entry in group.entries:
        first.setdefault((entry.kind, entry.entity), entry)
    for key, entry in first.items():
        if key[0] not in KINDS:
            return None
        parents = [parent for parent in entry.parents if parent not in own]
        values = [_value(connection, key[0], parent) for parent in parents]
        if any(is_erased for _, is_erased in values):
            return None
        found[key] = tuple(record for record, _ in values if record is not None)
    return found


def _value(connection: Connection, kind: str, revision: str) -> tuple[Record | None, bool]:
    """A revision's record, None when it removed the entity; and whether its content was erased."""
    row = connection.execute(
        "SELECT shape, payload, body FROM revision LEFT JOIN payload ON payload.revision = number "
        "WHERE id = ?",
        (revision,),
    ).fetchone()
    if row is None or (row[1] is not None and row[2] is None):
        return None, True
    if row[2] is None:
        return None, False
    return heads.read(kind, row[0], row[2].decode("ascii")), False
