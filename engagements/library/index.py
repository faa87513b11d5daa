"""The folder of engagement files, and a rebuildable index of what a Home row shows of each.

The index never holds a note, an answer or a person, and of a file with a passphrase nothing but
where it lies. Losing it loses nothing: it is built again from the files.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from engagements.file import SUFFIX
from engagements.file.sqlite import Connection, Error, connect, errorname
from engagements.language import tr
from engagements.library.rows import Found, Row, State, changed_at, key, mark_of, told_apart
from engagements.problem import Problem

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot

PATIENCE = 2000
"""Milliseconds to wait for another program that uses the index."""
BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
UNSEEN = (0, 0)
"""Size and time of no file."""
LAYOUT = 3
"""Number of the index's layout; another one is thrown away and built again."""

Sort = Literal["next", "client", "level", "changed"]


_EARLIER = re.compile(r" \(format \d+\)\.plumb$")
"""What ``file.upgrade`` keeps beside an engagement that was of an earlier format."""


class UnreadableFolder(Problem):
    """The folder of the engagements is there, but cannot be read."""

    def __init__(self, folder: Path, reason: str) -> None:
        """Name the folder and what the system said."""
        super().__init__(
            tr("The folder {folder} cannot be read: {reason}.", folder=folder, reason=reason),
            tr("Choose another folder, or make this one readable."),
        )
        self.folder = folder


COLUMNS = Row._fields
NAMES = ", ".join(COLUMNS)
LOOKED_AT = ("path", "client", "scope", "assessment", "status")
"""What counting, and telling alike ones apart, looks at in every row."""
HIDDEN = "sought, size, modified, opened"
"""What is looked for, when a file was last seen to change, and when it was last opened."""

SCHEMA = f"""
CREATE TABLE engagement (
  path TEXT PRIMARY KEY, state TEXT NOT NULL, client TEXT NOT NULL, scope TEXT NOT NULL,
  status TEXT NOT NULL, target INTEGER, low INTEGER, high INTEGER,
  answered INTEGER NOT NULL, total INTEGER NOT NULL,
  held INTEGER NOT NULL, interviews INTEGER NOT NULL,
  next_day TEXT, next_for TEXT, next_number INTEGER, next_hour TEXT,
  assessment INTEGER NOT NULL, begun TEXT, changed TEXT NOT NULL,
  sought TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, opened TEXT
) STRICT;
CREATE INDEX by_day ON engagement (status IN ('delivered', 'archived'), next_day);
PRAGMA user_version = {LAYOUT};
"""

ORDERS: dict[Sort, str] = {
    "next": (
        "status IN ('delivered', 'archived'), next_day IS NULL, next_day, next_hour, sought, path"
    ),
    "client": "sought, path",
    "level": "low IS NULL, low DESC, high DESC, sought, path",
    "changed": "changed DESC, path",
}

KEPT = tuple(name for name in COLUMNS if name not in ("path", "state", "changed"))
"""What stays as it was read before while a file cannot be read."""


def engine() -> str:
    """The SQLite and SQLCipher that hold engagements, by version."""
    with contextlib.closing(connect(Path("engine"), "memory")) as memory:
        sqlite = memory.execute("SELECT sqlite_version()").fetchone()[0]
        cipher = memory.execute("PRAGMA cipher_version").fetchone()
    return f"{sqlite}, SQLCipher {cipher[0] if cipher else 'missing'}"


class Library:
    """The engagement files of one folder and those opened from elsewhere.

    May be used from several threads; each call is short, save ``refresh``, which reads files.
    """

    def __init__(self, folder: Path, index: Path) -> None:
        """Use the index in ``index``, made or built again when need be."""
        self.folder = folder
        self._index = index
        self._lock = threading.Lock()
        self._connection = self._opened()

    def close(self) -> None:
        """Let the index go."""
        with self._lock:
            self._connection.close()

    def rows(self, text: str = "", status: str = "", sort: Sort = "next") -> tuple[Row, ...]:
        """Rows whose client, scope or file name holds ``text``, filtered and sorted by SQL."""
        query = f"SELECT {NAMES} FROM engagement WHERE instr(sought, ?) > 0"
        parameters: list[Any] = [text.strip().casefold()]
        if status:
            query += " AND status = ?"
            parameters.append(str(status))
        return tuple(
            Row._make(row) for row in self._ask(f"{query} ORDER BY {ORDERS[sort]}", parameters)
        )

    def find(
        self, text: str = "", status: str = "", sort: Sort = "next", here: Row | None = None
    ) -> Found:
        """The rows that ``rows`` gives, with their counts: both of one statement, so one moment.

        ``here`` is what is open and has a passphrase; it stands in for its row and is not kept.
        """
        table, parameters = "engagement", [text.strip().casefold()]
        if here is not None:
            places = ", ".join("?" * (len(here) + 1))
            kept = f"SELECT {NAMES}, sought FROM engagement WHERE path <> ?"
            table = f"({kept} UNION ALL VALUES ({places}))"
            parameters += [here.path, *here, _sought(here)]
        query = f"SELECT instr(sought, ?) > 0, {NAMES} FROM {table} ORDER BY {ORDERS[sort]}"
        every = self._ask(query, parameters)
        path, client, scope, which, at = (1 + COLUMNS.index(one) for one in LOOKED_AT)
        meant = [row for row in every if row[0]]
        return Found(
            rows=tuple(Row._make(row[1:]) for row in meant if not status or row[at] == status),
            counts=Counter(row[at] for row in meant),
            all_counts=Counter(row[at] for row in every),
            apart=told_apart(
                (row[path], row[client], f"{row[scope]}\n{row[which]}") for row in every
            ),
        )

    def refresh(
        self,
        cancelled: Callable[[], bool] = lambda: False,
        ours: Callable[[], Path | None] = lambda: None,
    ) -> int:
        """Look at files that are new, changed or gone; returns how many rows changed.

        Files whose size and time are as last seen are not opened. A row of what is open here
        (``ours``) stays as it is: what it holds comes by ``remember``, maybe meanwhile.
        """
        changed = 0
        seen = self._seen()
        present = self._present(seen)
        for path, mark in present.items():
            if cancelled():
                return changed
            told = path in seen and Path(path) == ours()
            if seen.get(path) != mark and not told:
                changed += self._look(Path(path), mark, ours)
        gone = set(seen) - set(present)
        within = {path for path in gone if Path(path).parent == self.folder.absolute()}
        return changed + self._forget(within) + self._miss(gone - within)

    def remember(self, path: Path, snapshot: Snapshot, *, protected: bool = False) -> Row:
        """Take over what an open engagement holds, and that it was opened just now.

        Of one with a passphrase only its place is kept; the row that is returned tells all.
        """
        from engagements.library.looking import row_of

        row = row_of(path, snapshot)
        kept = Row(row.path, State.LOCKED) if protected else row
        self._put(kept, mark_of(path) or (0, 0), opened=datetime.now().isoformat(" ", "seconds"))
        return row

    def recent(self, most: int = 10) -> tuple[Path, ...]:
        """Files opened last, the newest first; those that are gone are left out."""
        found = self._ask(
            "SELECT path FROM engagement WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT ?",
            (most,),
        )
        return tuple(path for (name,) in found if (path := Path(name)).exists())

    def forget(self, path: Path) -> None:
        """Take a row off the list; the file stays where it is."""
        self._forget({key(path)})

    def _opened(self) -> Connection:
        """A connection to a sound index of today's layout; another program may be making it."""
        until = time.monotonic() + PATIENCE / 1000
        while True:
            try:
                connection = self._connected()
                self._laid_out(connection)
                return connection
            except Error as error:
                if _is_damage(error):
                    return self._built_again()
                if not errorname(error).startswith(BUSY) or time.monotonic() > until:
                    raise _not_to_be_had(error) from error
                time.sleep(0.02)

    def _laid_out(self, connection: Connection) -> None:
        """Make today's tables where there are none or those of another layout.

        Never by removing the file: whoever else has it open would lose the ground it stands on.
        """
        names = f"SELECT {NAMES}, {HIDDEN} FROM engagement"
        try:
            if _layout(connection) == LAYOUT:
                connection.execute(names)
                return
            connection.execute("BEGIN IMMEDIATE")
            if _layout(connection) != LAYOUT:
                kept = "SELECT name FROM sqlite_master WHERE type = 'table'"
                for (table,) in connection.execute(kept).fetchall():
                    connection.execute(f'DROP TABLE "{table}"')
                for statement in SCHEMA.strip().split(";\n"):
                    connection.execute(statement.rstrip(";\n"))
            connection.execute("COMMIT")
        except Error:
            connection.close()
            raise

    def _built_again(self) -> Connection:
        """An empty index in place of one that is damaged."""
        for side in ("", "-journal", "-wal", "-shm"):
            self._index.with_name(self._index.name + side).unlink(missing_ok=True)
        connection = self._connected()
        self._laid_out(connection)
        return connection

    def _connected(self) -> Connection:
        try:
            self._index.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._index, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise Problem(
                tr("The list of engagements cannot be kept: {strerror}.", strerror=error.strerror),
                tr("Make {parent} writable.", parent=self._index.parent),
            ) from None
        connection = connect(self._index, "rw")
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        connection.execute("PRAGMA secure_delete = ON")
        # What can be rebuilt may lose its last second, but must not be torn by a power cut.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _ask(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """The rows of one statement; an index that turns out damaged is built again, empty."""
        with self._lock:
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except Error as error:
                if not _is_damage(error):
                    raise _not_to_be_had(error) from error
                self._connection.close()
                self._connection = self._built_again()
                return self._connection.execute(sql, parameters).fetchall()

    def _seen(self) -> dict[str, tuple[int, int]]:
        found = self._ask("SELECT path, size, modified FROM engagement")
        return {path: (size, modified) for path, size, modified in found}

    def _present(self, seen: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Size and time of every file in the folder, and of those known from elsewhere."""
        marks = {name: mark_of(name) for name in sorted({*self._listed(), *seen})}
        return {name: mark for name, mark in marks.items() if mark is not None}

    def _listed(self) -> Iterable[str]:
        """The folder's engagements by ``key``, what was kept before a change of format left out.

        Problem when the folder itself cannot be read: an empty list would say that all is gone.
        """
        try:
            with os.scandir(self.folder) as found:
                names = [one.name for one in found if one.name.endswith(SUFFIX)]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise UnreadableFolder(self.folder, error.strerror or str(error)) from None
        folder = key(self.folder)
        ours = (name for name in names if not _EARLIER.search(name))
        return (os.path.join(folder, name) for name in ours)  # noqa: PTH118 - as in mark_of

    def look_again(self, path: Path) -> None:
        """Look at a file as it is now; the next ``refresh`` does so once more."""
        self._look(path, UNSEEN, lambda: None)

    def _look(self, path: Path, mark: tuple[int, int], ours: Callable[[], Path | None]) -> bool:
        """Keep what a file says; False when it was opened here while it was looked at."""
        from engagements.library import looking

        found = looking.look(path)
        row = found if isinstance(found, Row) else self._before(path, found)
        if path == ours() and key(path) in self._seen():
            return False
        self._put(row, mark)
        return True

    def _before(self, path: Path, state: State) -> Row:
        """The row as it was read before, with what is known about the file now."""
        kept: dict[str, Any] = {}
        if state is not State.LOCKED:
            query = f"SELECT {', '.join(KEPT)} FROM engagement WHERE path = ?"
            found = self._ask(query, (key(path),))
            kept = dict(zip(KEPT, found[0], strict=True)) if found else {}
        return Row(key(path), state, changed=changed_at(path), **kept)

    def _put(self, row: Row, mark: tuple[int, int], *, opened: str | None = None) -> None:
        values = (*row, _sought(row), *mark, opened)
        names = f"{NAMES}, {HIDDEN}"
        places = ", ".join("?" * len(values))
        updates = ", ".join(
            f"{name} = excluded.{name}" for name in (*COLUMNS[1:], "sought", "size", "modified")
        )
        self._ask(
            f"INSERT INTO engagement ({names}) VALUES ({places}) ON CONFLICT (path) DO UPDATE "
            f"SET {updates}, opened = coalesce(excluded.opened, opened)",
            values,
        )

    def _miss(self, paths: set[str]) -> int:
        """Mark files from elsewhere that are not there just now, as when a stick was pulled."""
        mark = (
            "UPDATE engagement SET state = ?, size = 0, modified = 0 "
            "WHERE path = ? AND state <> ? RETURNING path"
        )
        return sum(
            len(self._ask(mark, (State.MISSING.value, path, State.MISSING.value))) for path in paths
        )

    def _forget(self, paths: set[str]) -> int:
        for path in paths:
            self._ask("DELETE FROM engagement WHERE path = ?", (path,))
        return len(paths)


def _sought(row: Row) -> str:
    """The words that a row is found by."""
    return f"{row.client}\n{row.scope}\n{Path(row.path).name}".casefold()


def _layout(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_damage(error: Exception) -> bool:
    """Whether an index cannot be used any more: damaged, or with other columns than it says."""
    name = errorname(error)
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or name == "SQLITE_ERROR"


def _not_to_be_had(error: Exception) -> Problem:
    return Problem(
        tr("The list of engagements is not to be had just now."),
        tr("Try again in a moment ({reason}).", reason=errorname(error) or "unknown"),
    )
