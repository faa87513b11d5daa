"""The marks at the size the screen needs; shapes and meaning are the paper's."""

from __future__ import annotations

from report_templates.figures.marks import bars, diamond, flag, mark
from report_templates.figures.model import Glyph
from report_templates.figures.scene import Item, Path, Rectangle, Role, Scene, circle, polygon

BOB = (18.0, 24.0)
"""Width and height of the ladder's plumb bob."""
DASH = (3.0, 2.0)
SAMPLE = 18.0
"""Side of a legend's sample."""


def bob(x: float, tip: float, width: float = BOB[0], height: float = BOB[1]) -> Path:
    """The plumb bob hanging at x, its tip at ``tip``."""
    half, top = width / 2, tip - height
    points = (
        (x - half, top),
        (x + half, top),
        (x + half * 0.83, top + height * 0.45),
        (x, tip),
        (x - half * 0.83, top + height * 0.45),
    )
    return Path(polygon(*points), fill=Role.PRIMARY)


def possible(x: float, y: float, width: float, height: float) -> Rectangle:
    """What may be reached while answers are open: a dashed box."""
    return Rectangle(
        x, y, width, height, fill=Role.PANEL, stroke=Role.PRIMARY, stroke_width=1, dash=DASH
    )


def claimed(x: float, y: float) -> Path:
    """A hollow circle that covers what lies under it."""
    return Path(circle(x, y, 5.6), fill=Role.PAPER, stroke=Role.INK, stroke_width=1.6)


def debt(x: float, y: float) -> tuple[Item, ...]:
    """The diamond of skipped-level debt, with a light edge."""
    return (diamond(x, y, 7.0, Role.PAPER), diamond(x, y, 5.2, Role.ACCENT))


def sample(glyph: Glyph) -> Scene:
    """One mark as a legend shows it, ``SAMPLE`` pixels square."""
    middle = SAMPLE / 2
    drawn: dict[Glyph, tuple[Item, ...]] = {
        Glyph.NOW: (bob(middle, 16, 12, 15),),
        Glyph.POSSIBLE: (possible(1, 4, 16, 11),),
        Glyph.VERIFIED: bars(4, middle, middle, Role.PRIMARY),
        Glyph.CLAIMED: (claimed(middle, middle),),
        Glyph.TARGET: flag(5, 3, 16, Role.ACCENT),
        Glyph.DEBT: debt(middle, middle),
    }
    return Scene(SAMPLE, SAMPLE, drawn.get(glyph) or mark(glyph, middle, middle))
