"""Small pictures of attachments, decoded with limits and never on the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from engagements.problem import Problem
from engagements.records import Evidence
from ui import jobs
from ui.jobs import Progress
from ui.parts.pictures import FORMATS, MAX_BYTES, decoded
from ui.session import Session

MAX_MEMORY_MB = 256


class Thumbnails(QObject):
    """Fetches, decodes and keeps the thumbnails of the evidence on screen."""

    arrived = Signal(str)
    """The id of an evidence item whose thumbnail is there."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[str, QPixmap | None] = {}
        QImageReader.setAllocationLimit(MAX_MEMORY_MB)

    def of(self, item: Evidence) -> QPixmap | None:
        """The thumbnail of an item, None while there is none; asks for it the first time."""
        blob = item.attachment
        if blob is None or blob.media_type not in FORMATS or blob.size > MAX_BYTES:
            return None
        if blob.sha256 not in self._known and self._session.case is not None:
            self._known[blob.sha256] = None
            self._session.do(
                lambda case: case.read_blob(blob),
                owner=self,
                reads=True,
                on_done=partial(self._decode, item.id, blob.sha256, blob.media_type),
                on_failed=_ignore,
            )
        return self._known.get(blob.sha256)

    def forget(self) -> None:
        """Another engagement is open."""
        self._known.clear()

    def _decode(self, item: str, sha256: str, media_type: str, data: bytes) -> None:
        def work(_progress: Progress) -> QImage | None:
            return decoded(data, media_type)

        jobs.run(work, owner=self, on_success=partial(self._keep, item, sha256), on_failure=_ignore)

    def _keep(self, item: str, sha256: str, picture: QImage | None) -> None:
        if picture is not None and sha256 in self._known:
            self._known[sha256] = QPixmap.fromImage(picture)
            self.arrived.emit(item)


def _ignore(_problem: Problem) -> None:
    """Without a thumbnail the strip shows an icon; the original is untouched."""
