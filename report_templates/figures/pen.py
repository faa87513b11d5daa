"""The layouts' tool: it measures words, sets them and collects the items of one scene."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from report_templates.figures.metrics import ASCENT, DESCENT, Metrics
from report_templates.figures.scene import Anchor, Item, Rectangle, Role, Scene, Text, Weight

SMALLEST = 7.0
"""No text is set smaller, in points on paper."""


@dataclass(frozen=True, slots=True)
class Style:
    """Weight, size and colour of words."""

    weight: Weight
    size: float
    colour: Role

    def on(self, colour: Role) -> Style:
        """The same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of room."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.x + self.width / 2

    @property
    def centre(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


class Pen:
    """Collects items in drawing order; words are measured with one family's metrics."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self.items: list[Item] = []

    def add(self, *items: Item) -> None:
        """Draw these next."""
        self.items += items

    def extend(self, items: Iterable[Item]) -> None:
        """Draw all of these next."""
        self.items += items

    def width(self, text: str, style: Style) -> float:
        """The width of one line."""
        return self.metrics.width(text, style.weight, style.size)

    def wrap(self, text: str, style: Style, width: float, lines: int) -> tuple[str, ...]:
        """At most so many lines of that width, the last one cut with an ellipsis."""
        return self.metrics.wrap(text, style.weight, style.size, width, lines)

    def fit(self, text: str, style: Style, width: float) -> str:
        """One line of that width, cut with an ellipsis where needed."""
        return self.metrics.fit(text, style.weight, style.size, width)

    def text(
        self,
        at: tuple[float, float],
        text: str,
        style: Style,
        anchor: Anchor = "start",
        *,
        ref: str = "",
    ) -> None:
        """Set one line; ``at`` is the anchor on the base line. Nothing is set for no words."""
        if text:
            x, y = at
            self.add(Text(x, y, text, style.weight, style.size, style.colour, anchor, ref))

    def on_plate(
        self,
        at: tuple[float, float],
        text: str,
        style: Style,
        anchor: Anchor = "start",
        *,
        plate: Role = Role.PAPER,
    ) -> None:
        """Set one line on a plate that covers what lies under it."""
        if text:
            left, top, right, bottom = line_box(at, self.width(text, style), style.size, anchor)
            self.add(Rectangle(left - 2, top - 1, right - left + 4, bottom - top + 2, fill=plate))
            self.text(at, text, style, anchor)

    def scene(self, width: float, height: float, alt: str) -> Scene:
        """What was drawn, as a scene."""
        return Scene(width, height, tuple(self.items), alt)


def line_box(
    at: tuple[float, float], width: float, size: float, anchor: Anchor
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line of words."""
    x, y = at
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, y - ASCENT * size, left + width, y + DESCENT * size


def text_box(item: Text, metrics: Metrics) -> tuple[float, float, float, float]:
    """The box of words already set."""
    width = metrics.width(item.text, item.weight, item.size)
    return line_box((item.x, item.y), width, item.size, item.anchor)
