"""One engagement file on disk, open: the only door to its tables."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import platform
from collections.abc import Callable, Generator, Iterator
from copy import copy
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from engagements.file import (
    blobs,
    heads,
    keys,
    migrations,
    opening,
    presence,
    state,
    verify,
)
from engagements.file.actions import Action
from engagements.file.canonical import dumps, random_id
from engagements.file.change import Books, Change
from engagements.file.faultpoint import faultpoint
from engagements.file.ledger import Writer, wall_time
from engagements.file.problems import (
    AlreadyOpen,
    AlreadyThere,
    AttachmentDamaged,
    Cancelled,
    CannotWrite,
    Damaged,
    NotKept,
    OpenedForReading,
    worded,
)
from engagements.file.sqlite import Connection, Error, connect, database, leave, settle
from engagements.records.client import Blob

Progress = Callable[[int, int | None], None]
"""Called with what is done and, where known, the whole; in bytes or pages."""


def program() -> str:
    """The program and its version, as a sitting keeps it."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"plumbline {version('plumbline')}"
    except PackageNotFoundError:
        return "plumbline"


class EngagementFile:
    """An open engagement. One thread at a time; closing it gives the lock back.

    What ``atomic`` and the other writing methods return from is on disk: committed and flushed.
    What they raise from changed nothing.
    """

    def __init__(
        self,
        path: Path,
        connection: Connection,
        writer: Writer,
        *,
        read_only: bool,
        key: str | None,
    ) -> None:
        """Use ``create`` or ``open``."""
        self.path = path
        self.read_only = read_only
        self.key = key
        """Raw key and salt (96 hexadecimal digits); None for an ordinary SQLite file."""
        self.findings: tuple[verify.Finding, ...] = ()
        """Attachments found damaged when the file was opened."""
        self._connection = connection
        self._database = database(connection)
        self._writer = writer
        self._books = Books(state.found(connection))
        self._identity = (path.stat().st_dev, path.stat().st_ino)
        self._change: Change | None = None
        self._open = True

    # Opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        author: str,
        passphrase: str | None = None,
        device: str | None = None,
    ) -> Self:
        """A new, empty engagement at ``path``, private to this user, open for writing.

        It appears under its name only when it is whole. Encrypted when a passphrase is given.
        """
        path = Path(path)
        writer = _writer(author, device)
        if path.exists():
            raise AlreadyThere(path)
        key = None if passphrase is None else keys.raw_key(passphrase, keys.new_salt())
        part = path.with_name(f".{path.name}.{random_id()[:8]}.new")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with worded(path):
                _lay(part, key)
            faultpoint("before-rename")
            _give_name(part, path)
        except OSError as error:
            raise CannotWrite(path) from error
        finally:
            for leftover in (part, opening.journal_of(part)):
                leftover.unlink(missing_ok=True)
        return cls._for_writing(opening.look(path, None, key), writer)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        author: str = "",
        passphrase: str | None = None,
        read_only: bool = False,
        device: str | None = None,
        key: str | None = None,
    ) -> Self:
        """Open an engagement; a Problem says why not, and then nothing was written.

        ``author`` is needed for writing. ``key`` is the raw key a library keeps, in place of the
        passphrase. A file that was not closed here last is verified as a whole first.
        """
        path = Path(path)
        writer = _writer(author, device)
        seen = opening.look(path, passphrase, key)
        return cls._for_reading(seen, writer) if read_only else cls._for_writing(seen, writer)

    @classmethod
    def _for_reading(cls, seen: opening.Seen, writer: Writer) -> Self:
        connection = connect(seen.path, "ro", seen.key)
        with _closing_on_error(connection), _others(seen.path), worded(seen.path):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            file = cls(seen.path, connection, writer, read_only=True, key=seen.key)
            file.findings = seen.findings
            presence.reading(seen.path)
            return file

    @classmethod
    def _for_writing(cls, seen: opening.Seen, writer: Writer) -> Self:
        connection = connect(seen.path, "rw", seen.key)
        with _closing_on_error(connection), _others(seen.path), worded(seen.path):
            settle(connection)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            if state.stored(connection) != (seen.number, seen.digest):
                found = verify.contents(connection)
                if found:
                    raise Damaged(seen.path, *(finding.words for finding in found))
            file = cls(seen.path, connection, writer, read_only=False, key=seen.key)
            file.findings = seen.findings
            presence.opened(seen.path)
            file._sweep()
            return file

    @property
    def encrypted(self) -> bool:
        """True when the file needs a passphrase."""
        return self.key is not None

    @property
    def engagement_id(self) -> str:
        """The random id that every copy of this engagement shares."""
        return str(self._books.state.meta.rows["engagement"][0])

    @property
    def moment(self) -> tuple[int, str]:
        """Number of the last commit and the digest (hexadecimal) of all content at it."""
        return self._books.state.number, self._books.state.digest.hex()

    @property
    def sitting(self) -> str | None:
        """The id of this opening's sitting; None until something is changed."""
        return self._books.sitting

    def close(self) -> None:
        """Give the file back. Closing twice does nothing."""
        if not self._open:
            return
        self._open = False
        if not self.read_only:
            with contextlib.suppress(Error):
                leave(self._connection)
        self._connection.close()
        left = None
        if not self.read_only:
            with contextlib.suppress(OSError):
                now = self._books.state
                left = presence.measure(self.path, now.number, now.digest)
        presence.closed(self.path, self._identity, left)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Reading

    def contents(self) -> heads.Contents:
        """Every current record with its stamp, validated."""
        with worded(self.path):
            try:
                return heads.load(self._connection, self._books.state.revisions)
            except (ValueError, KeyError, RecursionError) as error:
                raise Damaged(self.path, str(type(error).__name__)) from error

    def check(self, progress: Callable[[int, int], None] | None = None) -> list[verify.Finding]:
        """Everything that is wrong with the file, attachments' bytes included; empty when well."""
        return verify.check(self._connection, progress)

    # Writing

    @contextlib.contextmanager
    def atomic(
        self, action: Action, *, group: str | None = None, takes_back: str | None = None
    ) -> Generator[Change]:
        """One user action, whole or not at all; on disk when the block ends.

        ``group`` joins several actions into one user-action group; ``takes_back`` names the group
        that an undo or redo reverses. Inside another ``atomic`` it is a part of that one: its
        failure takes back only itself.
        """
        outer = self._change
        if outer is None:
            with self._transaction() as books:
                change = self._new_change(books, action, group or random_id(), takes_back)
                self._change = change
                try:
                    faultpoint("in-transaction")
                    yield change
                    change.take_stock()
                finally:
                    self._change = None
            change.saved = datetime.now()
            return
        books = outer.books
        earlier = copy(books)
        inner = self._new_change(books, action, group or outer.group, takes_back)
        self._change = inner
        try:
            with self._database.atomic():
                yield inner
                inner.take_stock()
        except BaseException:
            books.state, books.sitting = earlier.state, earlier.sitting
            raise
        finally:
            self._change = outer
        outer.join(inner)

    def _new_change(
        self, books: Books, action: Action, group: str, takes_back: str | None
    ) -> Change:
        return Change(
            self._connection,
            books,
            self._writer,
            action=action,
            group=group,
            takes_back=takes_back,
        )

    @contextlib.contextmanager
    def _transaction(self) -> Generator[Books]:
        """One commit: what is written inside is on disk afterwards, or nothing of it is."""
        if self.read_only:
            raise OpenedForReading(self.path)
        faultpoint("before-begin")
        with worded(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            books = copy(self._books)
            try:
                with self._database.atomic():
                    yield books
                if books != self._books:
                    books.state = books.state.next()
                    state.keep(self._connection, books.state)
                faultpoint("before-commit")
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(Error):
                    self._database.rollback()
                raise
        self._books = books
        faultpoint("after-commit")

    # Drafts

    def keep_draft(self, key: str, text: str) -> datetime:
        """Keep text that is still being typed, under a key of the caller; returns when."""
        body, at = dumps(text), wall_time()
        with self._transaction() as books:
            self._connection.execute(
                "INSERT INTO draft (key, body, at) VALUES (?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET body = excluded.body, at = excluded.at",
                (key, body, at),
            )
            kept = books.state.drafts.having(key, state.draft_digest(body, at))
            books.state = replace(books.state, drafts=kept)
        faultpoint("draft-kept")
        return datetime.now()

    def drop_draft(self, key: str) -> None:
        """Forget a draft; inside ``atomic`` together with the revision it became."""
        if self._change is not None:
            self._drop_draft(self._change.books, key)
            return
        if key in self._books.state.drafts.rows:
            with self._transaction() as books:
                self._drop_draft(books, key)

    def _drop_draft(self, books: Books, key: str) -> None:
        self._connection.execute("DELETE FROM draft WHERE key = ?", (key,))
        books.state = replace(books.state, drafts=books.state.drafts.without(key))

    def drafts(self) -> dict[str, str]:
        """Texts that were being typed, by key, the oldest first."""
        with worded(self.path):
            rows = self._connection.execute("SELECT key, body FROM draft ORDER BY at, key")
            return {key: json.loads(body) for key, body in rows}

    # Attachments

    def attach(
        self,
        stream: BinaryIO,
        name: str,
        media_type: str = "application/octet-stream",
        *,
        large: bool = False,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Blob:
        """Copy a stream in, a chunk of 1 MB per transaction.

        The caller then revises a record that names the result. Cancelling or failing leaves no
        trace. AttachmentTooLarge asks above 100 MB unless ``large``, refuses above 2 GB.
        """
        whole, size, count = hashlib.sha256(), 0, 0
        with self._transaction():
            blob = blobs.stage(self._connection, wall_time())
        try:
            for data in blobs.chunks(stream, name, large=large):
                _heed(cancelled)
                whole.update(data)
                with self._transaction():
                    blobs.extend(self._connection, blob, count, data)
                faultpoint("after-chunk")
                size, count = size + len(data), count + 1
                if progress is not None:
                    progress(size, None)
            fresh = self._complete(blob, whole.hexdigest(), size, count)
        except BaseException:
            with contextlib.suppress(Exception):
                self._drop_blob(blob)
            raise
        if not fresh:
            self._drop_blob(blob)
        faultpoint("attachment-complete")
        return Blob(sha256=whole.hexdigest(), name=name, size=size, media_type=media_type)

    def _complete(self, blob: int, sha256: str, size: int, count: int) -> bool:
        with self._transaction() as books:
            fresh = blobs.complete(self._connection, blob, sha256, size, count)
            if fresh:
                kept = books.state.blobs.having(sha256, size, count)
                books.state = replace(books.state, blobs=kept)
        return fresh

    def _drop_blob(self, blob: int) -> None:
        more = True
        while more:
            with self._transaction():
                more = blobs.drop_chunk(self._connection, blob)

    def attach_bytes(
        self, data: bytes, name: str, media_type: str = "application/octet-stream"
    ) -> Blob:
        """Attach what is already in memory, whatever its size up to 2 GB."""
        return self.attach(io.BytesIO(data), name, media_type, large=True)

    def blob_chunks(self, sha256: str) -> Iterator[bytes]:
        """An attachment in chunks of 1 MB.

        AttachmentDamaged at the end when it was altered, at once when it is not there.
        """
        if sha256 not in self._books.state.blobs.rows:
            raise AttachmentDamaged(self.path, sha256)
        with worded(self.path):
            try:
                yield from blobs.verified(blobs.read(self._connection, sha256), sha256)
            except (ValueError, Error) as error:
                raise AttachmentDamaged(self.path, sha256) from error

    def read_blob(self, sha256: str) -> bytes:
        """An attachment's bytes, verified. AttachmentDamaged when they are not the ones kept."""
        return b"".join(self.blob_chunks(sha256))

    def blobs(self) -> dict[str, int]:
        """Size in bytes of every complete attachment, by SHA-256."""
        return {sha256: int(row[0]) for sha256, row in self._books.state.blobs.rows.items()}

    def _sweep(self) -> None:
        """Remove attachments that were never completed, or that nothing has named for a day."""
        now = datetime.now().astimezone()
        for blob, sha256 in blobs.unnamed(self._connection, now):
            with self._transaction() as books:
                blobs.forget(self._connection, blob)
                books.state = replace(books.state, blobs=books.state.blobs.without(sha256))
        for blob in blobs.unfinished(self._connection):
            self._drop_blob(blob)


def _heed(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled


def _writer(author: str, device: str | None) -> Writer:
    """Who writes. NotKept for a name that is no line of text."""
    writer = Writer(author, device or platform.node() or "unknown", program())
    for name in (writer.author, writer.device):
        if len(name) > 200 or any(not char.isprintable() for char in name):
            raise NotKept("This name cannot be kept.", "Use letters, digits and spaces.")
    return writer


def _lay(part: Path, key: str | None) -> None:
    """Write the empty engagement into a file of 0 bytes."""
    connection = connect(part, "rw", key)
    try:
        settle(connection)
        connection.execute("BEGIN EXCLUSIVE")
        migrations.lay(database(connection))
        connection.execute("INSERT INTO meta VALUES ('engagement', ?)", (random_id(),))
        connection.execute("INSERT INTO meta VALUES ('created', ?)", (wall_time(),))
        state.keep(connection, state.State())
        state.keep(connection, replace(state.found(connection), number=1))
        faultpoint("in-creation")
        connection.execute("COMMIT")
        leave(connection)
    finally:
        connection.close()


def _give_name(part: Path, path: Path) -> None:
    """Rename without ever replacing a file."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError:  # a file system without links
        part.rename(path)
    else:
        part.unlink()


@contextlib.contextmanager
def _closing_on_error(connection: Connection) -> Generator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


@contextlib.contextmanager
def _others(path: Path) -> Generator[None]:
    """Say who has the file when its lock is not to be had."""
    try:
        yield
    except AlreadyOpen as problem:
        raise AlreadyOpen(path, problem.where or presence.elsewhere(path)) from problem
