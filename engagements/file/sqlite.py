"""The one SQLite library of the process, how a connection to a file is made, and its pragmas.

``sqlcipher3``'s exceptions are no subclasses of ``sqlite3``'s. sqlite-utils catches the right ones
only when ``pysqlite3`` names sqlcipher3 before its first import, so this module comes first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

_sqlcipher = import_module("sqlcipher3")
_dbapi = import_module("sqlcipher3.dbapi2")

if "sqlite_utils" in sys.modules and sys.modules.get("pysqlite3") is not _sqlcipher:
    raise ImportError("sqlite_utils was imported before engagements.file.sqlite")
sys.modules["pysqlite3"] = _sqlcipher
sys.modules["pysqlite3.dbapi2"] = _dbapi

__all__ = [
    "Connection",
    "Error",
    "connect",
    "errorname",
    "leave",
    "seize",
    "settle",
]

Error: type[Exception] = _dbapi.Error
"""Whatever SQLite reports."""

PAGE = 4096
"""Bytes of one page, encrypted or not."""

KEY_PRAGMA = "PRAGMA key = \"x'{}'\""


class Cursor(Protocol):
    """What a statement gives back."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Any:
        """The next row, or None."""
        ...

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        ...

    def __iter__(self) -> Any:
        """The rows, one by one."""
        ...


class Connection(Protocol):
    """The part of a sqlcipher3 connection that is used here."""

    in_transaction: bool
    text_factory: Any

    def execute(self, sql: str, parameters: Any = ...) -> Cursor:
        """Run one statement."""
        ...

    def executemany(self, sql: str, parameters: Any) -> Cursor:
        """Run one statement for each row of parameters."""
        ...

    def close(self) -> None:
        """End the connection and its locks."""
        ...

    def backup(
        self,
        target: Connection,
        *,
        pages: int = ...,
        progress: Callable[[int, int, int], None] | None = ...,
    ) -> None:
        """Copy the whole database, ``pages`` at a time."""
        ...


def connect(path: Path, mode: str, key: str | None = None) -> Connection:
    """A connection in autocommit; ``mode`` is ro, rw or rwc, ``key`` 96 hex digits (key, salt).

    Nothing is read yet: a wrong key or a damaged file shows at the first statement. A connection
    may be used by any one thread at a time.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection: Connection = _dbapi.connect(
        uri, uri=True, isolation_level=None, timeout=0, check_same_thread=False
    )
    # Must come before the key: otherwise a wrong passphrase prints SQLCipher's own lines.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(KEY_PRAGMA.format(key))
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def settle(connection: Connection) -> None:
    """Set how a writing connection commits. Writes nothing by itself.

    A rollback journal that is truncated (not WAL): a copy of the one file taken at rest holds
    everything.
    """
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")


def seize(connection: Connection) -> None:
    """Take the exclusive lock and keep it until the connection closes. Writes nothing.

    The locking mode changes only once the lock is held: two that were in it while they waited
    for each other would both wait in vain.
    """
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("COMMIT")


def leave(connection: Connection) -> None:
    """Take the empty journal away before closing, so that the engagement is one file again."""
    connection.execute("PRAGMA locking_mode = NORMAL")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute("PRAGMA journal_mode = DELETE")


_MESSAGES = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database is locked": "SQLITE_BUSY",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
}
"""SQLite's fixed sentences: errors of a backup come without a name."""


def errorname(error: BaseException) -> str:
    """SQLite's name of what went wrong, e.g. ``SQLITE_FULL``; empty when it gave none.

    Text that cannot be decoded counts as corrupt.
    """
    if isinstance(error, UnicodeDecodeError):
        return "SQLITE_CORRUPT"
    return str(getattr(error, "sqlite_errorname", "") or _MESSAGES.get(str(error), ""))
