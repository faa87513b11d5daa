"""Pages of a PDF as pictures, for looking at them without a viewer."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]


def page_pngs(pdf: bytes, width: int = 909) -> Iterator[bytes]:
    """Every page as the bytes of a PNG, ``width`` pixels wide, in order.

    PDFium is not safe on several threads at once; the caller sees to that.
    """
    document: Any = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            try:
                yield _png(page, width)
            finally:
                page.close()
    finally:
        document.close()


def _png(page: Any, width: int) -> bytes:
    bitmap = page.render(scale=width / page.get_width())
    try:
        target = BytesIO()
        bitmap.to_pil().convert("RGB").save(target, "PNG")
        return target.getvalue()
    finally:
        bitmap.close()
