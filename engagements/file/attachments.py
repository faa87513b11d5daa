"""Copying attachments in, reading them back verified, and sweeping what nothing names."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from engagements.file import blobs
from engagements.file.faultpoint import faultpoint
from engagements.file.ledger import wall_time
from engagements.file.problems import AttachmentDamaged, heed, worded
from engagements.file.sqlite import Error
from engagements.file.store import Books, Store
from engagements.records.client import Blob

Progress = Callable[[int, int | None], None]
"""Called with what is done and, where known, the whole; in bytes or pages."""


class Attachments:
    """The attachments of one open file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def attach(
        self,
        stream: BinaryIO,
        name: str,
        media_type: str,
        *,
        large: bool,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> Blob:
        """Copy a stream in, a chunk per transaction; between two chunks other work may run."""
        whole, size, count = hashlib.sha256(), 0, 0
        expected = blobs.whole_size(stream)
        with self._store.transaction():
            blob = blobs.stage(self._store.connection, wall_time())
        try:
            for data in blobs.chunks(stream, name, large=large):
                heed(cancelled)
                whole.update(data)
                with self._store.transaction():
                    blobs.extend(self._store.connection, blob, count, data)
                faultpoint("after-chunk")
                size, count = size + len(data), count + 1
                if progress is not None:
                    progress(size, expected)
            spare = self._complete(blob, whole.hexdigest(), size, count)
        except BaseException:
            with contextlib.suppress(Exception):
                self.drop(blob)
            raise
        if spare is not None:
            self.drop(spare)
        faultpoint("attachment-complete")
        return Blob(sha256=whole.hexdigest(), name=name, size=size, media_type=media_type)

    def _complete(self, blob: int, sha256: str, size: int, count: int) -> int | None:
        """Give what was staged its name; returns the attachment that is to be dropped, if any."""
        with self._store.transaction() as books:
            spare = blobs.complete(self._store.connection, blob, sha256, size, count)
            kept = books.state.blobs.having(sha256, size, count)
            books.state = replace(books.state, blobs=kept)
        return spare

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """The chunks of one attachment; AttachmentDamaged at the end when it was altered."""
        if sha256 not in self._store.books.state.blobs.rows:
            raise AttachmentDamaged(self._store.path, sha256)
        with worded(self._store.path):
            try:
                yield from blobs.verified(blobs.read(self._store.connection, sha256), sha256)
            except (ValueError, Error) as error:
                raise AttachmentDamaged(self._store.path, sha256) from error

    def forget(self, books: Books, sha256: str) -> None:
        """Inside the caller's transaction: from now on the attachment counts as incomplete."""
        blobs.forget(self._store.connection, sha256)
        books.state = replace(books.state, blobs=books.state.blobs.without(sha256))

    def drop(self, blob: int) -> None:
        """Remove an incomplete attachment, a chunk per transaction."""
        more = True
        while more:
            with self._store.transaction():
                more = blobs.drop_chunk(self._store.connection, blob)

    def sweep(self) -> None:
        """Remove what was never completed, and what no revision has named for a day."""
        now = datetime.now().astimezone()
        for sha256 in blobs.unnamed(self._store.connection, now):
            with self._store.transaction() as books:
                self.forget(books, sha256)
        for blob in blobs.unfinished(self._store.connection):
            self.drop(blob)
