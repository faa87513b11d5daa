"""Small files to be attached: a picture, a PDF of some pages."""

from io import BytesIO

from PySide6.QtGui import QColor, QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from ui.parts.offering import encoded


def picture_of(width, height):
    """A picture with a few bars, as PNG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    for number in range(9):
        high = round(height * (0.2 + 0.08 * ((number * 5) % 9)))
        at = round(width * (0.06 + number * 0.1))
        painter.fillRect(at, height - high, width // 14, high, QColor("#27728A"))
    painter.end()
    return encoded(image)


def pdf_of(pages):
    """A PDF of some pages."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for number in range(pages):
        canvas.setFont("Helvetica", 28)
        canvas.drawString(72, 740, f"Release checklist, page {number + 1}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
