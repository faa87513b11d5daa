"""A figure as a picture: the scene as the PDF paints it, in pixels."""

# Neither ReportLab nor pypdfium2 is typed throughout.
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from report_templates.figures.paint_pdf import paint
from report_templates.figures.scene import Scene
from report_templates.style import Look

SCALE = 200 / 72
"""Pixels per point: sharp in print, small in the file."""


def png(scene: Scene, look: Look) -> bytes:
    """The scene on white as PNG bytes; the same scene and kit give the same ones.

    PDFium serves one thread at a time: this runs in a process that has no other.
    """
    page = BytesIO()
    canvas: Any = Canvas(page, pagesize=(scene.width, scene.height), invariant=1)
    canvas.translate(0, scene.height)
    paint(canvas, scene, look.inks)
    canvas.save()
    document: Any = pypdfium2.PdfDocument(page.getvalue())
    try:
        picture: Any = document[0].render(scale=SCALE).to_pil()
    finally:
        document.close()
    found = BytesIO()
    picture.quantize(128).save(found, "PNG", optimize=True)
    return found.getvalue()
