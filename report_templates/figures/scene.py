"""A scene: shapes and words at their places, ready for a painter on paper or on screen.

Coordinates are points (or pixels on screen) from the top left corner; y grows downwards. Colours
are roles; a painter's palette turns them into colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Dash = tuple[float, ...]
Command = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""A path's step: move, line, cubic curve (two control points, end) or close."""

CIRCLE = 0.5522847498
"""Length of a control arm that makes a cubic curve a quarter of a circle."""


class Role(StrEnum):
    """What a colour is for. ``ON_…`` is the colour of text on that fill."""

    INK = "ink"
    INK2 = "ink2"
    RULE1 = "rule1"
    RULE2 = "rule2"
    PANEL = "panel"
    PAPER = "paper"
    PRIMARY = "primary"
    ON_PRIMARY = "on_primary"
    ACCENT = "accent"
    LEVEL0 = "level0"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    LEVEL4 = "level4"
    ON_LEVEL0 = "on_level0"
    ON_LEVEL1 = "on_level1"
    ON_LEVEL2 = "on_level2"
    ON_LEVEL3 = "on_level3"
    ON_LEVEL4 = "on_level4"

    @classmethod
    def level(cls, level: int) -> Role:
        """The fill of a level's step."""
        return cls(f"level{level}")

    @classmethod
    def on_level(cls, level: int) -> Role:
        """The colour of text on a level's step."""
        return cls(f"on_level{level}")


class Weight(StrEnum):
    """A weight of the body font; headings stand outside figures."""

    REGULAR = "regular"
    MEDIUM = "medium"
    SEMIBOLD = "semibold"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle. ``ref`` names what it stands for, ``alt`` says it in words."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 0.5
    dash: Dash = ()
    ref: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with butt ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role
    stroke_width: float = 0.5
    dash: Dash = ()
    ref: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and curves, filled or stroked; mitred corners."""

    commands: tuple[Command, ...]
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 0.5
    dash: Dash = ()
    ref: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words; ``y`` is the base line, ``x`` where ``anchor`` says."""

    x: float
    y: float
    text: str
    weight: Weight
    size: float
    colour: Role
    anchor: Anchor = "start"
    ref: str = ""
    alt: str = ""


Item = Rectangle | Line | Path | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """Items in drawing order within ``width`` by ``height``; ``alt`` says the whole in words."""

    width: float
    height: float
    items: tuple[Item, ...]
    alt: str = ""

    def at(self, x: float, y: float) -> str:
        """The reference of the topmost item there that has one, else an empty string."""
        for item in reversed(self.items):
            if item.ref and not isinstance(item, Text):
                left, top, right, bottom = bounds(item)
                if left <= x <= right and top <= y <= bottom:
                    return item.ref
        return ""


def bounds(item: Rectangle | Line | Path) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape without its stroke."""
    if isinstance(item, Rectangle):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Line):
        return (
            min(item.x1, item.x2),
            min(item.y1, item.y2),
            max(item.x1, item.x2),
            max(item.y1, item.y2),
        )
    across = [n for command in item.commands for n in _numbers(command)[0::2]]
    down = [n for command in item.commands for n in _numbers(command)[1::2]]
    return min(across), min(down), max(across), max(down)


def polygon(*points: tuple[float, float], closed: bool = True) -> tuple[Command, ...]:
    """The commands of straight lines through the points."""
    first, *rest = points
    lines: tuple[Command, ...] = tuple(("L", x, y) for x, y in rest)
    end: tuple[Command, ...] = (("Z",),) if closed else ()
    return (("M", *first), *lines, *end)


def circle(x: float, y: float, radius: float) -> tuple[Command, ...]:
    """The commands of a whole circle around (x, y)."""
    r, arm = radius, radius * CIRCLE
    return (
        ("M", x + r, y),
        ("C", x + r, y + arm, x + arm, y + r, x, y + r),
        ("C", x - arm, y + r, x - r, y + arm, x - r, y),
        ("C", x - r, y - arm, x - arm, y - r, x, y - r),
        ("C", x + arm, y - r, x + r, y - arm, x + r, y),
        ("Z",),
    )


def hatch(x: float, y: float, width: float, height: float, pitch: float = 4.2) -> Path:
    """Lines at 45 degrees across a rectangle, clipped to it by arithmetic; ``pitch`` apart."""
    commands: list[Command] = []
    step = pitch * 2**0.5
    offset = step / 2
    while offset < width + height:
        start = (x + offset, y) if offset <= width else (x + width, y + offset - width)
        end = (x, y + offset) if offset <= height else (x + offset - height, y + height)
        commands += polygon(start, end, closed=False)
        offset += step
    return Path(tuple(commands), stroke=Role.RULE2, stroke_width=0.6)


def _numbers(command: Command) -> Sequence[float]:
    return [part for part in command if not isinstance(part, str)]
