"""What was pasted or dropped, as things that can become evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from engagements.language import tr
from ui import locale

_RAW = (
    ("image/png", ".png"),
    ("image/jpeg", ".jpg"),
    ("image/gif", ".gif"),
    ("image/webp", ".webp"),
)
_SCHEMES = ("https://", "http://", "mailto:")
_MAX_LINK = 2_000


@dataclass(frozen=True)
class Offer:
    """One thing on offer: a file, the bytes of a picture or text, a picture to encode, a link."""

    kind: Literal["file", "bytes", "picture", "link"]
    title: str
    name: str = ""
    path: Path | None = None
    data: bytes = b""
    picture: QImage | None = None
    link: str = ""

    def content(self) -> bytes:
        """The bytes to attach; encodes a picture, so call it off the GUI thread."""
        return self.data if self.picture is None else encoded(self.picture)


def offers_of(source: QMimeData | None, now: datetime, *, text_too: bool) -> list[Offer]:
    """Files first; else the picture as it was copied; else, with ``text_too``, a link or text.

    A clipboard that was cleared has no source.
    """
    if source is None:
        return []
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    if files:
        return [Offer("file", path.stem, path.name, path=path) for path in files]
    if source.hasImage() and not (source.hasText() and not text_too):
        return [_picture(source, now)]
    words = source.text().strip() if text_too and source.hasText() else ""
    if not words:
        return []
    if is_link(words):
        return [Offer("link", link_title(words), link=words)]
    first = " ".join(words.split())[:60]
    return [
        Offer("bytes", first, f"pasted-{now:%H%M%S}.txt", data=words.encode("utf-8", "replace"))
    ]


def _picture(source: QMimeData, now: datetime) -> Offer:
    """The original bytes where the clipboard has them, else the picture, encoded later."""
    title = tr("Screenshot {time}", time=locale.time(now))
    for media, suffix in _RAW:
        if source.hasFormat(media):
            raw = bytes(source.data(media).data())
            if raw:
                return Offer("bytes", title, f"screenshot-{now:%H%M%S}{suffix}", data=raw)
    picture = QImage(source.imageData())
    return Offer("picture", title, f"screenshot-{now:%H%M%S}.png", picture=picture)


def encoded(picture: QImage) -> bytes:
    """A picture as PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    buffer.close()
    return bytes(data.data())


def is_link(words: str) -> bool:
    """Whether a text is one address."""
    plain = words.strip()
    one = len(plain.split()) == 1 and len(plain) <= _MAX_LINK
    return one and plain.lower().startswith(_SCHEMES)


def link_title(link: str) -> str:
    """Words for a link: what comes after the scheme, shortened."""
    rest = link.partition("://")[2] or link.partition(":")[2]
    return rest.rstrip("/")[:80]
