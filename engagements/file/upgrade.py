"""Bringing a file of an earlier format to today's, with a backup before."""

from __future__ import annotations

from pathlib import Path

from engagements.file import backup, migrations, shapes, state, verify
from engagements.file.opening import Seen
from engagements.file.problems import Damaged
from engagements.file.sqlite import Connection, connect
from engagements.file.tables import database


def backup_path(path: Path, version: int) -> Path:
    """Where the file is kept as it was in format ``version``."""
    return path.with_name(f"{path.stem} (format {version}){path.suffix}")


def for_writing(connection: Connection, seen: Seen) -> None:
    """Migrate in one transaction; a verified backup that the older program opens lies beside."""
    if seen.version == migrations.FORMAT:
        return
    backup.write(connection, backup_path(seen.path, seen.version), seen.key)
    connection.execute("BEGIN IMMEDIATE")
    try:
        _step_up(connection, seen.path)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def for_reading(connection: Connection, seen: Seen) -> Connection:
    """A connection to today's format: the same one, or a copy in memory that was migrated."""
    if seen.version == migrations.FORMAT:
        return connection
    memory = connect(seen.path, "memory", seen.key)
    connection.backup(memory)
    connection.close()
    memory.execute("BEGIN IMMEDIATE")
    _step_up(memory, seen.path)
    memory.execute("COMMIT")
    return memory


def _step_up(connection: Connection, path: Path) -> None:
    """Apply what is to come, derive the current values anew, and check the result."""
    migrations.migrate(database(connection))
    connection.execute("DELETE FROM head")
    connection.executemany(
        "INSERT INTO head (revision, id, kind, entity, born, author, at, shape, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        verify.rebuilt(connection, shapes.present()),
    )
    state.keep(connection, state.found(connection).next())
    found = verify.contents(connection)
    if found:
        raise Damaged(path, *(finding.words for finding in found))
