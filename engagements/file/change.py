"""One user action while it is being written, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from engagements.file import heads
from engagements.file.actions import Action
from engagements.file.canonical import body_of
from engagements.file.ledger import Entry, Signature, append, begin_sitting
from engagements.file.problems import NotKept
from engagements.file.sqlite import Connection
from engagements.file.store import Books
from engagements.records import KINDS
from engagements.records.base import MAX_TEXT, Record
from engagements.records.snapshot import Stamp

Key = tuple[str, str]
"""Kind and entity id."""


class Change:
    """The revisions of one user action.

    Valid inside ``EngagementFile.atomic``; after it, it says what changed: ``heads``, ``stamps``,
    ``revisions`` and ``saved_at``.
    """

    def __init__(
        self,
        connection: Connection,
        books: Books,
        signature: Signature,
        *,
        action: Action,
        group: str,
        takes_back: str | None = None,
    ) -> None:
        self.action = action
        self.group = group
        """The user-action group that its revisions belong to."""
        self.heads: Mapping[Key, tuple[Record, ...]] = {}
        """Current records of every entity touched; empty when it was removed."""
        self.stamps: Mapping[str, Stamp] = {}
        self.revisions = books.state.revisions
        """Revisions in the file altogether."""
        self.written: list[str] = []
        """Ids of the revisions written, in order."""
        self.saved: datetime | None = None
        self._connection = connection
        self.books = books
        """What the transaction keeps beside the database."""
        self._signature = signature
        self._takes_back = takes_back
        self._touched: dict[Key, None] = {}

    @property
    def saved_at(self) -> datetime:
        """When it was committed, in local time. RuntimeError before that."""
        if self.saved is None:
            raise RuntimeError("not committed yet")
        return self.saved

    def revise(self, record: Record, *, parents: tuple[str, ...] | None = None) -> bool:
        """Keep ``record`` as the newest value of its entity; False when it already is.

        It takes the place of all current values, so that a conflict is resolved; ``parents``
        (revision ids) limits it to some of them. NotKept for a text that is too long.
        """
        body = body_of(record)
        if len(body) > MAX_TEXT:
            _refuse_long(record)
        return self._write(record.kind, record.id, record.shape, body, parents)

    def delete(self, kind: str, entity: str) -> bool:
        """Remove an entity by a revision that says so; False when it is not there."""
        return self._write(kind, entity, KINDS[kind].shape, None, None)

    def note(self, kind: str, entity: str, body: str) -> None:
        """Write a revision of a kind that is no record (an erasure)."""
        self._write(kind, entity, 1, body, None)

    def _write(
        self, kind: str, entity: str, shape: int, body: str | None, parents: tuple[str, ...] | None
    ) -> bool:
        _check_id(entity)
        rows = heads.rows_of(self._connection, kind, entity)
        if parents is None and _stands(rows, shape, body):
            return False
        entry = Entry(
            kind=kind,
            entity=entity,
            shape=shape,
            body=body,
            parents=tuple(row[2] for row in rows) if parents is None else parents,
            action=self.action.value,
            change=self.group,
            takes_back=self._takes_back,
        )
        books = self.books
        if books.sitting is None:
            books.state, books.sitting = begin_sitting(
                self._connection, books.state, self._signature
            )
        books.state, written = append(
            self._connection, books.state, self._signature, books.sitting, entry
        )
        self._touched[kind, entity] = None
        self.written.append(written)
        return True

    def take_stock(self) -> None:
        """Read back what the touched entities are now: what cannot be read is never committed."""
        found: dict[Key, tuple[Record, ...]] = {}
        stamps: dict[str, Stamp] = {}
        for kind, entity in self._touched:
            if kind in KINDS:
                rows = heads.rows_of(self._connection, kind, entity)
                found[kind, entity] = heads.values(rows)
                stamps.update(heads.stamps(rows))
        self.heads, self.stamps, self.revisions = found, stamps, self.books.state.revisions

    def join(self, inner: Change) -> None:
        """Take over what a nested change wrote."""
        self._touched.update(inner._touched)
        self.written.extend(inner.written)

    def touch(self, kind: str, entity: str) -> None:
        """Count an entity among the changed ones though no revision of it was written."""
        self._touched[kind, entity] = None


def _stands(rows: list[heads.Row], shape: int, body: str | None) -> bool:
    """True when the entity already has exactly this value, or is already gone."""
    if body is None:
        return all(row[6] is None for row in rows)
    return len(rows) == 1 and rows[0][5] == shape and rows[0][6] == body


def _check_id(entity: str) -> None:
    """Ids are made by the program: anything but short printable ASCII is a bug of the caller."""
    if not (entity.isascii() and entity.isprintable() and 0 < len(entity) <= 200):
        raise ValueError("an entity id is short printable ASCII")


def _refuse_long(record: Record) -> None:
    """NotKept when a text of ``record`` is over the limit."""
    for value in record.model_dump(mode="json").values():
        if isinstance(value, str) and len(value) > MAX_TEXT:
            raise NotKept(
                f"This text is longer than {MAX_TEXT:,} characters.",
                "Attach it as a document instead.",
            )
