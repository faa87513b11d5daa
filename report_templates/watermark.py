"""The word across every page of a draft: seen at once, and quiet enough to read through."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from report_templates.style import Look

ANGLE = 55.0
REACH, COVER_REACH = 470.0, 400.0
"""Length of the word in points, along its slope."""
LARGEST = 190.0
COVER_MIDDLE = 241.89
"""The middle of the cover's white part, from the page's upper edge."""
SHADE = 0.45
"""How much of the hairline's grey is seen: all text keeps its contrast over it."""


def draw(canvas: Any, look: Look, *, cover: bool = False) -> None:
    """Put the word under what the page prints; for a reading program it is no content."""
    paper = look.paper
    reach, down = (COVER_REACH, COVER_MIDDLE) if cover else (REACH, paper.height / 2)
    face = look.kit.body_face(600)
    word = look.say("watermark.draft")
    size = min(LARGEST, reach / stringWidth(word, face.name, 1))
    canvas.saveState()
    canvas.begin_artifact("Watermark")
    canvas.setFillColor(HexColor(look.colour("rule1")))
    canvas.setFillAlpha(SHADE)
    canvas.translate(paper.width / 2, paper.height - down)
    canvas.rotate(ANGLE)
    canvas.setFont(face.name, size)
    canvas.drawCentredString(0, -0.35 * size, word)
    canvas.end_artifact()
    canvas.restoreState()
