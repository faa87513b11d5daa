"""One engagement file on disk, open: the only door to its tables."""

from __future__ import annotations

import contextlib
import io
import os
import platform
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from engagements.file import (
    backup,
    creating,
    erasure,
    heads,
    opening,
    presence,
    state,
    upgrade,
    verify,
)
from engagements.file.actions import Action
from engagements.file.attachments import Attachments, Progress
from engagements.file.canonical import random_id
from engagements.file.change import Change
from engagements.file.drafts import Drafts
from engagements.file.faultpoint import faultpoint
from engagements.file.ledger import Signature
from engagements.file.past import Past
from engagements.file.problems import AlreadyOpen, CannotWrite, Damaged, NotFound, NotKept, worded
from engagements.file.sqlite import Connection, Error, connect, leave, seize, settle
from engagements.file.store import Books, Store
from engagements.language import tr
from engagements.records.client import Blob

__all__ = ["EngagementFile", "Progress"]

PATIENCE = 1_000
"""Milliseconds to wait for another program that is only reading."""

MAX_NAME = 200
"""Characters of an author's or a device's name."""


class EngagementFile:
    """An open engagement. One thread at a time; closing it gives the lock back.

    What ``atomic`` and the other writing methods return from is on disk: committed and flushed.
    What they raise from changed nothing.
    """

    def __init__(self, seen: opening.Seen, store: Store, signature: Signature) -> None:
        """Use ``create`` or ``open``."""
        self.path = seen.path
        self.read_only = store.read_only
        self.key = seen.key
        """Raw key and salt (96 hexadecimal digits); None for an ordinary SQLite file."""
        self.findings = seen.findings
        """Attachments found damaged when the file was opened."""
        self._store = store
        self._signature = signature
        self._attachments = Attachments(store)
        self._drafts = Drafts(store)
        self._identity = presence.identity(seen.path)
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
        signature = _signature(author, device)
        key = creating.create(path, passphrase)
        with presence.gate:
            return cls._for_writing(opening.look(path, None, key), signature)

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
        signature = _signature(author, device)
        with presence.gate:
            try:
                seen = opening.look(path, passphrase, key)
                start = cls._for_reading if read_only else cls._for_writing
                return start(seen, signature)
            except FileNotFoundError as error:  # it went while it was looked at
                raise NotFound(path) from error

    @classmethod
    def _for_reading(cls, seen: opening.Seen, signature: Signature) -> Self:
        connection = connect(seen.path, "ro", seen.key)
        with _safely(seen.path, connection):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection = upgrade.for_reading(connection, seen)
            file = cls(seen, Store(seen.path, connection, read_only=True), signature)
            presence.reading(seen.path)
            return file

    @classmethod
    def _for_writing(cls, seen: opening.Seen, signature: Signature) -> Self:
        # SQLite would open it for reading instead, and say so only at the first write.
        if not (os.access(seen.path, os.W_OK) and os.access(seen.path.parent, os.W_OK)):
            raise CannotWrite(seen.path)
        connection = connect(seen.path, "rw", seen.key)
        with _safely(seen.path, connection):
            settle(connection)
            connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            seize(connection)
            if state.stored(connection) != (seen.number, seen.digest):
                found = verify.contents(connection)
                if found:
                    raise Damaged(seen.path, *(finding.words for finding in found))
            upgrade.for_writing(connection, seen)
            file = cls(seen, Store(seen.path, connection, read_only=False), signature)
            presence.opened(seen.path)
            file._settle_leftovers()
            return file

    def _settle_leftovers(self) -> None:
        """Finish what a crash may have left: an erasure, attachments that nothing names."""
        erasure.finish(self._store, self._attachments)
        self._attachments.sweep()

    @property
    def encrypted(self) -> bool:
        """True when the file needs a passphrase."""
        return self.key is not None

    @property
    def engagement_id(self) -> str:
        """The random id that every copy of this engagement shares."""
        return str(self._store.books.state.meta.rows["engagement"][0])

    @property
    def moment(self) -> tuple[int, str]:
        """Number of the last commit, and the digest (hexadecimal) of all content at it."""
        now = self._store.books.state
        return now.number, now.digest.hex()

    @property
    def seals(self) -> dict[str, str]:
        """The last hash (hexadecimal) of every sitting: what an issued document may print."""
        rows = self._store.books.state.sittings.rows
        return {sitting: str(last[1]) for sitting, last in rows.items()}

    @property
    def sitting(self) -> str | None:
        """The id of this opening's sitting; None until something is changed."""
        return self._store.books.sitting

    def close(self) -> None:
        """Give the file back. Closing twice does nothing."""
        if not self._open:
            return
        self._open = False
        if not self.read_only:
            with contextlib.suppress(Error):
                leave(self._store.connection)
        self._store.connection.close()
        left = None
        if not self.read_only:
            with contextlib.suppress(OSError):
                now = self._store.books.state
                if presence.identity(self.path) == self._identity:  # not another of its name
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
                return heads.load(self._store.connection, self._store.books.state.revisions)
            except (ValueError, KeyError, RecursionError) as error:
                raise Damaged(self.path, str(type(error).__name__)) from error

    @property
    def past(self) -> Past:
        """Everything that happened in it, for reading."""
        return Past(self._store.connection, self.path)

    def check(self, progress: Callable[[int, int], None] | None = None) -> list[verify.Finding]:
        """Everything that is wrong with the file, attachments' bytes included; empty when well."""
        return verify.check(self._store.connection, progress)

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
        if outer is not None:
            with self._store.savepoint(outer.books):
                inner = self._new(outer.books, action, group or outer.group, takes_back)
                with self._as_current(inner):
                    yield inner
                    inner.take_stock()
            outer.join(inner)
            return
        with self._store.transaction() as books:
            change = self._new(books, action, group or random_id(), takes_back)
            with self._as_current(change):
                faultpoint("in-transaction")
                yield change
                change.take_stock()
        change.saved = datetime.now()

    def _new(self, books: Books, action: Action, group: str, takes_back: str | None) -> Change:
        return Change(
            self._store.connection,
            books,
            self._signature,
            action=action,
            group=group,
            takes_back=takes_back,
        )

    @contextlib.contextmanager
    def _as_current(self, change: Change) -> Generator[None]:
        before, self._change = self._change, change
        try:
            yield
        finally:
            self._change = before

    def erase(self, revisions: Iterable[str], *, reason: str, drafts: Iterable[str] = ()) -> Change:
        """Delete the content of ``revisions`` (ids) and of drafts for good; not undoable.

        What, when, why and by whom is kept as a revision, and the hash chain still holds.
        Attachments that nothing else names go along.
        """
        with self.atomic(Action.ERASED) as change:
            erasure.erase(self._store, self._attachments, change, tuple(revisions), reason)
            for key in drafts:
                self._drafts.drop_within(change.books, key)
        erasure.finish(self._store, self._attachments)
        return change

    # Drafts

    def keep_draft(self, key: str, text: str) -> datetime:
        """Keep text that is still being typed, under a key of the caller; returns when."""
        return self._drafts.keep(key, text)

    def drop_draft(self, key: str) -> None:
        """Forget a draft; inside ``atomic`` together with the revision it became."""
        if self._change is None:
            self._drafts.drop(key)
        else:
            self._drafts.drop_within(self._change.books, key)

    def drafts(self) -> dict[str, str]:
        """Texts that were being typed, by key, the oldest first."""
        return self._drafts.all()

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
        return self._attachments.attach(
            stream, name, media_type, large=large, progress=progress, cancelled=cancelled
        )

    def attach_bytes(
        self, data: bytes, name: str, media_type: str = "application/octet-stream"
    ) -> Blob:
        """Attach what is already in memory, whatever its size up to 2 GB."""
        return self.attach(io.BytesIO(data), name, media_type, large=True)

    def blob_chunks(self, sha256: str) -> Iterator[bytes]:
        """An attachment in chunks of 1 MB.

        AttachmentDamaged at the end when it was altered, at once when it is not there.
        """
        return self._attachments.chunks(sha256)

    def read_blob(self, sha256: str) -> bytes:
        """An attachment's bytes, verified. AttachmentDamaged when they are not the ones kept."""
        return b"".join(self.blob_chunks(sha256))

    def blobs(self) -> dict[str, int]:
        """Size in bytes of every complete attachment, by SHA-256."""
        rows = self._store.books.state.blobs.rows
        return {sha256: int(row[0]) for sha256, row in rows.items()}

    # Copies

    def backup(
        self,
        target: Path,
        *,
        pages: int = 256,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> tuple[verify.Finding, ...]:
        """A verified copy at ``target``, which is replaced only by a whole and checked one.

        It has the same passphrase. ``progress`` is told pages done and pages in all, and may do
        other work on this file meanwhile. Returns what was damaged here already: attachments.
        """
        with worded(target):
            source = self._store.connection
            return backup.write(
                source, Path(target), self.key, pages, progress, cancelled=cancelled
            )


def _signature(author: str, device: str | None) -> Signature:
    """Who writes. NotKept for a name that is no line of text."""
    signature = Signature(author, device or platform.node() or "unknown", _program())
    for name in (signature.author, signature.device):
        if len(name) > MAX_NAME or not all(char.isprintable() for char in name):
            raise NotKept(tr("This name cannot be kept."), tr("Use letters, digits and spaces."))
    return signature


def _program() -> str:
    """The program and its version, as a sitting keeps it."""
    try:
        return f"plumbline {version('plumbline')}"
    except PackageNotFoundError:
        return "plumbline"


@contextlib.contextmanager
def _safely(path: Path, connection: Connection) -> Generator[None]:
    """Close the connection when opening fails, in words; say who has the file when it is locked."""
    try:
        with worded(path):
            yield
    except AlreadyOpen as problem:
        connection.close()
        raise AlreadyOpen(path, problem.where or presence.elsewhere(path)) from problem
    except BaseException:
        connection.close()
        raise
