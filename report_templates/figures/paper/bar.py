"""A bar split into shares, with a bracket under those that support a level."""

from __future__ import annotations

from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import ShareBar
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import Line, Rectangle, Role, Scene, Weight

HEIGHT, GAP, UNDER = 20.0, 1.5, 12.0
WORDS = Style(Weight.SEMIBOLD, 8, Role.INK)
NOTE = Style(Weight.REGULAR, 7, Role.INK2)


def share_bar(figure: ShareBar, width: float = 493.3, *, metrics: Metrics | None = None) -> Scene:
    """Shares by count, each at least as wide as its words as long as the bar allows it."""
    pen = Pen(metrics or bundled())
    parts = [part for part in figure.parts if part.count]
    needs = [pen.width(part.label, WORDS) + 14 for part in parts]
    x = edge = 0.0
    for number, (part, size) in enumerate(
        zip(parts, _sizes([p.count for p in parts], needs, width), strict=True)
    ):
        box = Box(x, 0, size - GAP, HEIGHT)
        pen.add(
            Rectangle(
                box.x,
                box.y,
                box.width,
                box.height,
                fill=Role.level(part.level) if part.level else Role.PAPER,
                stroke=Role.RULE2 if part.level < 3 else None,
                stroke_width=0.6,
            )
        )
        style = WORDS.on(Role.on_level(part.level))
        pen.text((x + 7, 13), pen.fit(part.label, style, box.width - 10), style)
        x += size
        if number + 1 == figure.bracketed:
            edge = x - GAP
    if figure.bracket and edge:
        pen.add(Line(0, HEIGHT + 2, edge, HEIGHT + 2, stroke=Role.INK, stroke_width=1))
        pen.text((0, HEIGHT + 10), pen.fit(figure.bracket, NOTE, edge), NOTE)
    if figure.rest and edge < width - 40:
        pen.text((edge + GAP, HEIGHT + 10), pen.fit(figure.rest, NOTE, width - edge - 4), NOTE)
    return pen.scene(width, HEIGHT + (UNDER if figure.bracket or figure.rest else 0), figure.alt)


def _sizes(counts: list[int], needs: list[float], width: float) -> list[float]:
    """Widths by share; parts too small for their words take what they need from the others."""
    free, total = width, sum(counts)
    sizes = [0.0] * len(counts)
    for place in sorted(range(len(counts)), key=lambda n: counts[n] / max(needs[n], 1.0)):
        sizes[place] = max(free * counts[place] / total, min(needs[place], free))
        free, total = free - sizes[place], total - counts[place]
    return sizes
