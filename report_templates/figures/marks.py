"""The marks as shapes, never as font glyphs: one meaning each, the same on paper and screen."""

from __future__ import annotations

from collections.abc import Callable

from report_templates.figures.model import Glyph
from report_templates.figures.scene import (
    Command,
    Item,
    Line,
    Path,
    Rectangle,
    Role,
    Scene,
    circle,
    polygon,
)

BOX = 10.0
"""Marks fit a square of this side around their middle; the range is twice as wide."""


def mark(
    glyph: Glyph, x: float, y: float, colour: Role | None = None, *, paper: Role = Role.PAPER
) -> tuple[Item, ...]:
    """The shapes of a mark with its middle at (x, y); ``paper`` is the ground it stands on."""
    if glyph.value.startswith("grade"):
        return bars(int(glyph.value[-1]), x, y, colour or Role.PRIMARY)
    return _DRAWN[glyph](x, y, colour or COLOURS.get(glyph, Role.PRIMARY), paper)


def mark_scene(glyph: Glyph, alt: str = "") -> Scene:
    """One mark as a picture of its own, for legends and tables."""
    width = 2 * BOX if glyph is Glyph.RANGE else 12.6 if _is_bars(glyph) else BOX
    return Scene(width, BOX, mark(glyph, width / 2, BOX / 2), alt)


def bars(grade: int, x: float, y: float, colour: Role) -> tuple[Item, ...]:
    """Four rising bars; none filled for grades 0 and 1, then two, three and four."""
    filled = grade if grade >= 2 else 0
    left, bottom = x - 6.1, y + 4.4
    return tuple(
        Rectangle(
            left + place * 3.15,
            bottom - 2.2 * (place + 1),
            2.7,
            2.2 * (place + 1),
            fill=colour if place < filled else None,
            stroke=colour,
            stroke_width=0.6,
        )
        for place in range(4)
    )


def flag(
    x: float, top: float, bottom: float, colour: Role, *, left: bool = False
) -> tuple[Item, ...]:
    """A flag on a pole at x, flying right (or left) from ``top``; the pole ends at ``bottom``."""
    cloth = polygon((x, top), (x - 8 if left else x + 8, top + 3.2), (x, top + 6.4))
    return (
        Line(x, top, x, bottom, stroke=colour, stroke_width=1.3),
        Path(cloth, fill=colour),
    )


def tick(x: float, y: float, colour: Role, size: float = 7.0) -> Path:
    """A tick mark around (x, y)."""
    s = size / 7
    points = ((x - 3 * s, y + 0.2 * s), (x - 0.9 * s, y + 2.4 * s), (x + 3.1 * s, y - 2.5 * s))
    return Path(polygon(*points, closed=False), stroke=colour, stroke_width=1.4 * s)


def diamond(x: float, y: float, radius: float, colour: Role) -> Path:
    """A filled square standing on its corner."""
    points = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return Path(polygon(*points), fill=colour)


def check_box(x: float, y: float, size: float = 7.4) -> Rectangle:
    """An empty box to tick by hand, its top left corner at (x, y)."""
    return Rectangle(x, y, size, size, fill=Role.PAPER, stroke=Role.INK2, stroke_width=0.9)


def arrow(x: float, y: float, length: float, colour: Role) -> tuple[Item, ...]:
    """A short arrow to the right from (x, y)."""
    tip = x + length
    head = polygon((tip - 3.4, y - 2.8), (tip, y), (tip - 3.4, y + 2.8), closed=False)
    return (
        Line(x, y, tip - 0.6, y, stroke=colour, stroke_width=1.2),
        Path(head, stroke=colour, stroke_width=1.2),
    )


def likely_dot(x: float, y: float, colour: Role, paper: Role = Role.PAPER) -> Path:
    """The likely finish: a filled dot with a light edge."""
    return Path(circle(x, y, 4.6), fill=colour, stroke=paper, stroke_width=1.2)


def high_tick(x: float, y: float, colour: Role, half: float = 4.4) -> Line:
    """The high finish: a tick that ends a whisker."""
    return Line(x, y - half, x, y + half, stroke=colour, stroke_width=1.5)


def _is_bars(glyph: Glyph) -> bool:
    return glyph is Glyph.VERIFIED or glyph.value.startswith("grade")


def _triangle(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    points = ((x - 5, y - 3.9), (x + 5, y - 3.9), (x, y + 4.3))
    return (Path(polygon(*points), fill=colour),)


def _possible(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    box = Rectangle(x - 4, y - 4, 8, 8, stroke=colour, stroke_width=1.1, dash=(2, 1.2))
    return (box,)


def _claimed(x: float, y: float, colour: Role, paper: Role) -> tuple[Item, ...]:
    return (Path(circle(x, y, 3.7), fill=paper, stroke=colour, stroke_width=1.3),)


def _target(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return flag(x - 3.5, y - 5, y + 5, colour)


def _debt(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (diamond(x, y, 4, colour),)


def _disagreement(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (
        Line(x - 4.6, y - 1.6, x + 4.6, y - 1.6, stroke=colour, stroke_width=1.2),
        Line(x - 4.6, y + 1.6, x + 4.6, y + 1.6, stroke=colour, stroke_width=1.2),
        Line(x - 2.6, y + 4.6, x + 2.6, y - 4.6, stroke=colour, stroke_width=1.2),
    )


def _likely(x: float, y: float, colour: Role, paper: Role) -> tuple[Item, ...]:
    return (likely_dot(x, y, colour, paper),)


def _high(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    line = Line(x - 5, y, x + 3, y, stroke=colour, stroke_width=1.3)
    return (line, high_tick(x + 3, y, colour))


def _range(x: float, y: float, colour: Role, paper: Role) -> tuple[Item, ...]:
    line = Line(x - 5, y, x + 8, y, stroke=colour, stroke_width=1.3)
    return (line, likely_dot(x - 5, y, colour, paper), high_tick(x + 8, y, colour))


def _yes(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (Path(circle(x, y, 4.2), fill=colour),)


def _partly(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    whole = circle(x, y, 3.7)
    left: tuple[Command, ...] = (("M", x, y + 3.7), whole[2], whole[3], ("Z",))
    return (Path(whole, stroke=colour, stroke_width=1.1), Path(left, fill=colour))


def _no(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (Path(circle(x, y, 3.7), stroke=colour, stroke_width=1.3),)


def _dash(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (Line(x - 4, y, x + 4, y, stroke=colour, stroke_width=1.5),)


def _unknown(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    box = Rectangle(x - 3.7, y - 3.7, 7.4, 7.4, stroke=colour, stroke_width=0.9, dash=(1.6, 1.2))
    return (box,)


def _met(x: float, y: float, colour: Role, paper: Role) -> tuple[Item, ...]:
    box = Rectangle(x - 4, y - 4, 8, 8, fill=colour)
    return (box, tick(x, y, paper, 5.6))


def _not_met(x: float, y: float, _colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (check_box(x - 3.7, y - 3.7),)


def _up(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (Path(polygon((x - 4.4, y + 3.4), (x + 4.4, y + 3.4), (x, y - 3.8)), fill=colour),)


def _down(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return (Path(polygon((x - 4.4, y - 3.4), (x + 4.4, y - 3.4), (x, y + 3.8)), fill=colour),)


def _verified(x: float, y: float, colour: Role, _paper: Role) -> tuple[Item, ...]:
    return bars(4, x, y, colour)


COLOURS = {
    Glyph.TARGET: Role.ACCENT,
    Glyph.DEBT: Role.ACCENT,
    Glyph.DISAGREEMENT: Role.ACCENT,
    Glyph.LIKELY: Role.ACCENT,
    Glyph.HIGH: Role.ACCENT,
    Glyph.RANGE: Role.ACCENT,
}
_DRAWN: dict[Glyph, Callable[[float, float, Role, Role], tuple[Item, ...]]] = {
    Glyph.NOW: _triangle,
    Glyph.POSSIBLE: _possible,
    Glyph.VERIFIED: _verified,
    Glyph.CLAIMED: _claimed,
    Glyph.TARGET: _target,
    Glyph.DEBT: _debt,
    Glyph.DISAGREEMENT: _disagreement,
    Glyph.LIKELY: _likely,
    Glyph.HIGH: _high,
    Glyph.RANGE: _range,
    Glyph.YES: _yes,
    Glyph.PARTLY: _partly,
    Glyph.NO: _no,
    Glyph.NOT_APPLICABLE: _dash,
    Glyph.UNKNOWN: _unknown,
    Glyph.MET: _met,
    Glyph.NOT_MET: _not_met,
    Glyph.UP: _up,
    Glyph.DOWN: _down,
    Glyph.SAME: _dash,
}
