"""Room to write by hand: ruled lines, boxes to tick, and fields to sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Table, TableStyle

from report_templates.content.cover import Fact
from report_templates.figures.model import Glyph
from report_templates.figures.scene import Weight
from report_templates.ruling import BARE
from report_templates.sections.marks import mark_word
from report_templates.style import WIDTH, Look

PITCH = 21.0
"""Points from one ruled line to the next: a hand writes larger than a printer."""
BETWEEN = 16.0
BOX, AFTER = 13.0, 16.0
"""Points from a box to its word, and from there to the next box."""
FIELD = 24.0
REGULAR = Weight.REGULAR


class Lines(Flowable):
    """Ruled lines; as many as find room above ``below`` points, at least and at most so many."""

    def __init__(self, look: Look, *, least: int = 1, most: int = 1, below: float = 0) -> None:
        super().__init__()
        self.colour = look.colour("rule2")
        self.least, self.most, self.below = least, most, below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room, as high as its lines."""
        fitting = int((aH - self.below) / PITCH)
        self.width, self.height = aW, PITCH * max(self.least, min(self.most, fitting))
        return self.width, self.height

    def draw(self) -> None:
        """The lowest line lies at the foot."""
        self.canv.setStrokeColor(HexColor(self.colour))
        self.canv.setLineWidth(0.5)
        for number in range(round(self.height / PITCH)):
            self.canv.line(0, number * PITCH, self.width, number * PITCH)


def signing(words: Sequence[str], look: Look) -> Table:
    """Fields side by side, each a line with what is to stand on it below."""
    cells: list[Any] = []
    widths: list[float] = []
    wide = (WIDTH - BETWEEN * (len(words) - 1)) / len(words)
    rules: list[tuple[Any, ...]] = []
    for place, one in enumerate(words):
        if place:
            cells.append(None)
            widths.append(BETWEEN)
        rules.append(
            ("LINEABOVE", (2 * place, 0), (2 * place, 0), 0.9, HexColor(look.colour("ink")))
        )
        cells.append(look.para(one, "caption"))
        widths.append(wide)
    dress = [*BARE, ("TOPPADDING", (0, 0), (-1, -1), 2), *rules]
    return Table([cells], colWidths=widths, style=TableStyle(dress), hAlign="LEFT")


def boxes(words: Sequence[str], look: Look, *, lead: str = "", at: int = 0) -> list[Flowable]:
    """Boxes to tick side by side, each with its word; on as many lines as they need.

    ``lead`` stands without a box before the word number ``at``.
    """
    measure = look.metrics.width
    cells: list[tuple[Any, float]] = [
        (
            mark_word(look, Glyph.NOT_MET, one, "cell", indent=BOX),
            BOX + measure(one, REGULAR, 8) + AFTER,
        )
        for one in words
    ]
    if lead:
        wide = measure(lead, REGULAR, 8) + AFTER
        cells.insert(at, (look.para(lead, "cell", role="ink2"), wide))
    lines: list[list[tuple[Any, float]]] = [[]]
    for cell, wide in cells:
        if lines[-1] and sum(taken for _, taken in lines[-1]) + wide > WIDTH:
            lines.append([])
        lines[-1].append((cell, wide))
    dress = [*BARE, ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    return [
        Table(
            [[cell for cell, _ in line]],
            colWidths=[min(wide, WIDTH) for _, wide in line],
            style=TableStyle(dress),
            hAlign="LEFT",
        )
        for line in lines
    ]


def fields(facts: Sequence[Fact], look: Look) -> Table:
    """Labels above what is known of them, or above a line to write it on; side by side."""
    wide = (WIDTH - BETWEEN * (len(facts) - 1)) / len(facts)
    labels: list[Any] = []
    values: list[Any] = []
    widths: list[float] = []
    dress: list[tuple[Any, ...]] = [*BARE, ("BOTTOMPADDING", (0, 1), (-1, 1), 3)]
    for place, one in enumerate(facts):
        if place:
            labels.append(None)
            values.append(None)
            widths.append(BETWEEN)
        labels.append(look.para(one.label, "caption"))
        values.append(look.para(look.lines(one.text, "cell_key", wide, 2), "cell_key"))
        widths.append(wide)
        rule = HexColor(look.colour("rule1" if one.text else "ink"))
        dress.append(("LINEBELOW", (2 * place, 1), (2 * place, 1), 0.7, rule))
    return Table(
        [labels, values],
        colWidths=widths,
        rowHeights=[None, None if all(one.text for one in facts) else FIELD],
        style=TableStyle(dress),
        hAlign="LEFT",
    )
