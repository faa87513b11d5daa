"""Small PDFs made for a test, and the words a reader's program finds in them."""

from datetime import date
from io import BytesIO

import pypdfium2
from reportlab.platypus import Frame, PageTemplate

from report_templates.archive import About, finished
from report_templates.overflow import Loosening
from report_templates.page import PageCanvas

DAY = date(2026, 12, 14)


def tagged_pdf_of(flowables, kit, width=493.3, height=700):
    """A PDF with its structure tree."""
    doc, target = _built(flowables, kit, width, height)
    about = About(title="Made for a test", author="", subject="", language="en", day=DAY)
    return finished(target.getvalue(), doc.canv.tags, about)


def pdf_of(flowables, kit, width=493.3, height=700):
    return _built(flowables, kit, width, height)[1].getvalue()


def _built(flowables, kit, width, height):
    target = BytesIO()
    doc = Loosening(
        target,
        pagesize=(width + 20, height + 20),
        invariant=1,
        initialFontName=kit.body_face(400).name,
    )
    frame = Frame(10, 10, width + 0.02, height, 0, 0, 0, 0)
    doc.addPageTemplates([PageTemplate("one", [frame])])
    doc.build(list(flowables), canvasmaker=PageCanvas)
    return doc, target


def words_of(pdf):
    """All text of a PDF, page after page."""
    return "\n".join(pages_of(pdf))


def pages_of(pdf):
    """The text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(text.get_text_bounded())
            text.close()
            page.close()
        return found
    finally:
        document.close()


def squeezed(text):
    """Text without white space."""
    return "".join(text.split())
