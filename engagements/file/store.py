"""An open database and its transactions: each one is on disk when it ends, or never happened."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from engagements.file import presence, state
from engagements.file.faultpoint import faultpoint
from engagements.file.problems import Gone, OpenedForReading, worded
from engagements.file.sqlite import Connection, Error
from engagements.file.state import State
from engagements.file.tables import database


@dataclass
class Books:
    """What a transaction keeps beside the database: copied before it, dropped when it fails."""

    state: State
    sitting: str | None = None
    """This opening's sitting; None until something is changed."""


class Store:
    """The connection of one open file with what is known of its content."""

    def __init__(self, path: Path, connection: Connection, *, read_only: bool) -> None:
        self.path = path
        self.connection = connection
        self.database = database(connection)
        self.read_only = read_only
        self._identity = presence.identity(path)
        self.books = Books(state.found(connection))

    @contextlib.contextmanager
    def transaction(self) -> Generator[Books]:
        """One commit. What SQLite or the system refuse becomes a Problem that names the file.

        RuntimeError inside another transaction: whoever nests means ``savepoint``.
        """
        if self.read_only:
            raise OpenedForReading(self.path)
        if self.connection.in_transaction:
            raise RuntimeError("already inside a transaction")
        faultpoint("before-begin")
        self._refuse_gone()
        with worded(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            books = copy(self.books)
            try:
                with self.database.atomic():
                    yield books
                if books != self.books:
                    books.state = books.state.next()
                    state.keep(self.connection, books.state)
                faultpoint("before-commit")
                self._refuse_gone()
                self.connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(Error):
                    self.database.rollback()
                raise
        self.books = books
        faultpoint("after-commit")

    @contextlib.contextmanager
    def savepoint(self, books: Books) -> Generator[None]:
        """A part of a transaction that can fail alone."""
        earlier = copy(books)
        try:
            with self.database.atomic():
                yield
        except BaseException:
            books.state, books.sitting = earlier.state, earlier.sitting
            raise

    def _refuse_gone(self) -> None:
        """Gone when the name leads elsewhere: a file without a name takes every write, and is lost.

        SQLite looks only when it opens its journal, which stays open as long as the file does.
        """
        try:
            here = presence.identity(self.path) == self._identity
        except OSError:
            here = False
        if not here:
            raise Gone(self.path)
