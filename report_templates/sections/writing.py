"""Room to write by hand: ruled lines, boxes to tick, and fields to sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Table, TableStyle

from report_templates.style import BARE, WIDTH, Look

PITCH = 21.0
"""Points from one ruled line to the next: a hand writes larger than a printer."""
BETWEEN = 16.0


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
