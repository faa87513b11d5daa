"""Pages of a PDF as pictures, from bytes in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2


@dataclass(frozen=True)
class Picture:
    """A page in BGRX, four bytes a pixel."""

    page: int
    width: int
    height: int
    stride: int
    pixels: bytes


_pdfium = Lock()
"""PDFium is not safe on several threads at once."""


@contextmanager
def document(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF opened from memory, one at a time in the whole process."""
    import pypdfium2

    with _pdfium, closing(pypdfium2.PdfDocument(pdf)) as pages:
        yield pages


def picture(pdf: bytes, page: int, width: int) -> Picture:
    """A page drawn ``width`` pixels wide."""
    with document(pdf) as pages:
        return _drawn(pages, page, width)


def _drawn(pages: pypdfium2.PdfDocument, number: int, width: int) -> Picture:
    page = pages[number]
    try:
        scale = width / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        try:
            pixels = bytes(bitmap.buffer)
            return Picture(number, bitmap.width, bitmap.height, bitmap.stride, pixels)
        finally:
            bitmap.close()
    finally:
        page.close()


def image_of(picture: Picture) -> QImage:
    """A picture as Qt's image; its pixels are copied."""
    image = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGB32,
    )
    return image.copy()
