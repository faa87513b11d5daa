"""Text that is still being typed: one row per place, renewed while typing, gone when kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from engagements.file.canonical import dumps
from engagements.file.faultpoint import faultpoint
from engagements.file.ledger import wall_time
from engagements.file.problems import NotKept, worded
from engagements.file.state import draft_digest
from engagements.file.store import Books, Store
from engagements.records.base import MAX_TEXT

MOST = 13 * MAX_TEXT
"""Characters of a draft: a text at its limit, every character escaped, and what goes with it."""


class Drafts:
    """The drafts of one open file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, key: str, text: str) -> datetime:
        """Keep ``text`` under ``key``; returns when. NotKept for a text over the limit."""
        if len(text) > MOST:
            raise NotKept(
                "This text is too long to be kept.",
                "Attach it as a document instead.",
            )
        body, at = dumps(text), wall_time()
        with self._store.transaction() as books:
            self._store.connection.execute(
                "INSERT INTO draft (key, body, at) VALUES (?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET body = excluded.body, at = excluded.at",
                (key, body, at),
            )
            kept = books.state.drafts.having(key, draft_digest(body, at))
            books.state = replace(books.state, drafts=kept)
        faultpoint("draft-kept")
        return datetime.now()

    def drop(self, key: str) -> None:
        """Forget one draft, when there is one."""
        if key in self._store.books.state.drafts.rows:
            with self._store.transaction() as books:
                self.drop_within(books, key)

    def drop_within(self, books: Books, key: str) -> None:
        """Forget one draft inside the caller's transaction."""
        self._store.connection.execute("DELETE FROM draft WHERE key = ?", (key,))
        books.state = replace(books.state, drafts=books.state.drafts.without(key))

    def all(self) -> dict[str, str]:
        """Texts by key, the oldest first."""
        with worded(self._store.path):
            rows = self._store.connection.execute("SELECT key, body FROM draft ORDER BY at, key")
            return {key: json.loads(body) for key, body in rows}
