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


def fitted(pdf: bytes, page: int, width: int, height: int) -> tuple[Picture, int]:
    """A page as large as fits ``width`` by ``height`` pixels, and how many pages there are.

    A number outside counts as the nearest page. PdfiumError when there is no page, or none with a
    size.
    """
    import pypdfium2

    with document(pdf) as pages:
        count = len(pages)
        if not count:
            raise pypdfium2.PdfiumError("no pages")
        at = max(0, min(page, count - 1))
        wide, high = pages.get_page_size(at)
        if not (wide > 0 and high > 0):
            raise pypdfium2.PdfiumError("a page without a size")
        return _drawn(pages, at, max(1, min(width, int(height * wide / high)))), count


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
