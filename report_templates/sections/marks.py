"""A mark with its word beside it, as tables and legends print it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.platypus import Flowable

from report_templates.figures.marks import mark_scene
from report_templates.figures.model import Glyph
from report_templates.figures.paint_pdf import Inks, paint
from report_templates.style import Look
from report_templates.tagged import Para
from report_templates.text import Run


class MarkWord(Flowable):
    """A mark at the left, its word to the right of it on the same line."""

    def __init__(self, glyph: Glyph, word: Para, inks: Inks, indent: float) -> None:
        super().__init__()
        self.glyph, self.word, self.inks, self.indent = glyph, word, inks, indent

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The full width; as high as the word."""
        _, high = self.word.wrap(max(aW - self.indent, 8.0), aH)
        self.width, self.height = aW, max(high, 10.0)
        return self.width, self.height

    def minWidth(self) -> float:
        """As wide as the mark and the longest part of the word."""
        return self.indent + self.word.minWidth()

    def loosened(self, _body: float) -> list[Flowable]:
        """The word alone, where it fits on no page."""
        return [self.word]

    def wholeWidth(self) -> float:
        """As wide as the mark and the longest word."""
        return self.indent + self.word.wholeWidth()

    def draw(self) -> None:
        """The mark's middle stands at the middle of the word's first line."""
        canvas: Any = self.canv
        scene = mark_scene(self.glyph)
        line = self.word.style.leading
        canvas.saveState()
        canvas.translate(0, self.height - line / 2 + scene.height / 2)
        paint(canvas, scene, self.inks)
        canvas.restoreState()
        self.word.drawOn(canvas, self.indent, self.height - self.word.height)


def mark_word(
    look: Look,
    glyph: Glyph,
    word: str | Iterable[Run],
    style: str = "cell",
    indent: float = 17.5,
) -> MarkWord:
    """A mark with plain text or runs beside it, ``indent`` points from the left."""
    return MarkWord(glyph, look.para(word, style), look.inks, indent)


def grade_word(look: Look, grade: int, name: str, style: str = "register") -> MarkWord:
    """The four bars of an evidence grade with its name."""
    return mark_word(look, Glyph.grade(grade), name, style)
