"""Pictures of attachments, decoded with limits: what they hold is not to be trusted."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

SIZE = QSize(160, 92)
"""Decoded at twice what the strip shows, for sharp screens."""


MAX_BYTES = 40_000_000


MAX_PIXELS = 50_000_000


FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/webp": b"webp"}


def decoded(data: bytes, media_type: str, within: QSize | None = None) -> QImage | None:
    """A picture scaled to cover ``SIZE``, or to stand ``within`` a size, never enlarged.

    None when it is none, damaged, or larger than the limits.
    """
    form = FORMATS.get(media_type)
    if form is None or len(data) > MAX_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    if within is None:
        reader.setScaledSize(size.scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    elif size.width() > within.width() or size.height() > within.height():
        reader.setScaledSize(size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else picture
