"""What a file holds at one moment, as one number and one digest that every commit renews.

The digest covers everything that is kept: the last hash of each sitting (and so every revision),
the drafts, the attachments and the few facts about the file itself. A copy that mixes pages of two
moments therefore never agrees with the one it carries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from engagements.file.canonical import digest
from engagements.file.sqlite import Connection


@dataclass(frozen=True)
class Part:
    """One kind of content as rows by key, digested once."""

    rows: Mapping[str, tuple[int | str, ...]] = field(
        default_factory=dict[str, tuple[int | str, ...]]
    )

    @cached_property
    def digest(self) -> bytes:
        """The digest over all rows, whatever their order."""
        return digest(*([key, *self.rows[key]] for key in sorted(self.rows)))

    def having(self, key: str, *row: int | str) -> Part:
        """With one row added or replaced."""
        return Part({**self.rows, key: row})

    def without(self, key: str) -> Part:
        """Without one row."""
        return Part({one: row for one, row in self.rows.items() if one != key})


@dataclass(frozen=True)
class State:
    """The content of a file at one moment."""

    number: int = 0
    """Commits so far."""
    clock: int = 0
    """The highest clock of any revision; the next one gets one more."""
    revisions: int = 0
    sittings: Part = field(default_factory=Part)
    """Last sequence and hash (hexadecimal) of every sitting."""
    drafts: Part = field(default_factory=Part)
    """Digest of every draft."""
    blobs: Part = field(default_factory=Part)
    """Size in bytes and number of chunks of every complete attachment, by its SHA-256."""
    meta: Part = field(default_factory=Part)

    @cached_property
    def digest(self) -> bytes:
        """What the ``state`` row keeps."""
        parts = (self.sittings, self.drafts, self.blobs, self.meta)
        return digest(self.number, self.revisions, self.clock, *(part.digest for part in parts))

    def next(self) -> State:
        """The same content as the next commit's."""
        return replace(self, number=self.number + 1)


def draft_digest(body: str, at: str) -> str:
    """The digest of one draft as it is stored, in hexadecimal."""
    return digest(body, at).hex()


def stored(connection: Connection) -> tuple[int, bytes]:
    """Number and digest that the file carries."""
    row = connection.execute("SELECT number, digest FROM state WHERE one = 1").fetchone()
    return (-1, b"") if row is None else (row[0], row[1])


def found(connection: Connection) -> State:
    """The state that the file's content amounts to, read row by row."""
    sittings = connection.execute(
        "SELECT sitting, max(sequence), lower(hex(hash)) FROM revision GROUP BY sitting"
    )
    drafts = connection.execute("SELECT key, body, at FROM draft")
    blobs = connection.execute("SELECT sha256, size, chunks FROM blob WHERE sha256 IS NOT NULL")
    clock, revisions = connection.execute(
        "SELECT coalesce(max(clock), 0), count(*) FROM revision"
    ).fetchone()
    return State(
        number=stored(connection)[0],
        clock=clock,
        revisions=revisions,
        sittings=Part({sitting: (sequence, hash_) for sitting, sequence, hash_ in sittings}),
        drafts=Part({key: (draft_digest(body, at),) for key, body, at in drafts}),
        blobs=Part({sha256: (size, chunks) for sha256, size, chunks in blobs}),
        meta=Part({key: (value,) for key, value in connection.execute("SELECT * FROM meta")}),
    )


def keep(connection: Connection, state: State) -> None:
    """Write ``state`` into its row, inside the caller's transaction."""
    connection.execute(
        "INSERT INTO state (one, number, digest) VALUES (1, ?, ?) "
        "ON CONFLICT (one) DO UPDATE SET number = excluded.number, digest = excluded.digest",
        (state.number, state.digest),
    )
