"""Erasing content for good: payloads, their salt and attachments go, the chain stays."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from engagements.file import blobs
from engagements.file.attachments import Attachments
from engagements.file.canonical import dumps, random_id
from engagements.file.change import Change
from engagements.file.faultpoint import faultpoint
from engagements.file.ledger import ERASURE
from engagements.file.problems import FileProblem, worded
from engagements.file.sqlite import Connection
from engagements.file.store import Store

UNFINISHED = "erasing"
"""A fact about the file from an erasure's commit until the freed space is gone as well."""


def erase(
    store: Store, attachments: Attachments, change: Change, revisions: tuple[str, ...], reason: str
) -> None:
    """Delete the content of ``revisions`` inside ``change``, which says so by a revision.

    What has no content (a removal, something erased before) is passed over. ValueError for an
    unknown id and for an erasure, which cannot be erased itself.
    """
    rows = [_row(store.connection, revision) for revision in dict.fromkeys(revisions)]
    numbers = {number: (kind, entity) for number, kind, entity, there in rows if there}
    named = _named(store.connection, set(numbers))
    there = [name for name, row in zip(dict.fromkeys(revisions), rows, strict=True) if row[3]]
    change.note(ERASURE, random_id(), dumps({"reason": reason, "revisions": sorted(there)}))
    erasing = change.books.state.revisions
    for number, key in numbers.items():
        _delete(store.connection, number, erasing)
        change.touch(*key)
    faultpoint("in-erasure")
    for sha256 in sorted(named - _named(store.connection, None)):
        attachments.forget(change.books, sha256)
    meta = change.books.state.meta.having(UNFINISHED, "1")
    store.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, '1')", (UNFINISHED,))
    change.books.state = replace(change.books.state, meta=meta)


def finish(store: Store, attachments: Attachments) -> None:
    """Give the freed space back, so that nothing erased lies in it; again later if it cannot."""
    if store.read_only or UNFINISHED not in store.books.state.meta.rows:
        return
    with contextlib.suppress(FileProblem):
        for blob in blobs.unfinished(store.connection):
            attachments.drop(blob)
        with worded(store.path):
            store.connection.execute("VACUUM")
        with store.transaction() as books:
            store.connection.execute("DELETE FROM meta WHERE key = ?", (UNFINISHED,))
            books.state = replace(books.state, meta=books.state.meta.without(UNFINISHED))


def _row(connection: Connection, revision: str) -> tuple[int, str, str, bool]:
    """Number, kind and entity of a revision, and whether it has content."""
    row = connection.execute(
        "SELECT number, kind, entity, EXISTS (SELECT 1 FROM payload WHERE revision = number) "
        "FROM revision WHERE id = ?",
        (revision,),
    ).fetchone()
    if row is None or row[1] == ERASURE:
        raise ValueError(f"{revision} cannot be erased")
    return row[0], row[1], row[2], bool(row[3])


def _named(connection: Connection, numbers: set[int] | None) -> set[str]:
    """Attachments named by these revisions, or by any."""
    rows = connection.execute("SELECT revision, sha256 FROM attachment")
    return {sha256 for number, sha256 in rows if numbers is None or number in numbers}


def _delete(connection: Connection, number: int, erasing: int) -> None:
    connection.execute("DELETE FROM payload WHERE revision = ?", (number,))
    connection.execute("DELETE FROM attachment WHERE revision = ?", (number,))
    connection.execute("UPDATE head SET body = NULL WHERE revision = ?", (number,))
    connection.execute("INSERT INTO erased (revision, erasure) VALUES (?, ?)", (number, erasing))
