"""What a figure shows beside the level of today: a level supposed, verified, or of before."""

from __future__ import annotations

from dataclasses import dataclass

from engagements.language import tr
from report_templates.figures.scene import Path, Rectangle, Role, polygon


@dataclass(frozen=True)
class Interval:
    """A level and what is possible; both alike when nothing is open."""

    low: int
    high: int

    @property
    def words(self) -> str:
        """``1`` or ``0 to 2``."""
        if self.low == self.high:
            return str(self.low)
        return tr("{low} to {high}", low=self.low, high=self.high)


@dataclass(frozen=True)
class Beside:
    """Marks beside one figure, each only where it is known."""

    supposed: Interval | None = None
    verified: int | None = None
    before: int | None = None
    change: str = ""
    """The difference from before, as printed: "+1"."""


NOTHING = Beside()


def before_mark(x: float, y: float) -> Path:
    """The triangle of an earlier assessment, its tip at (x, y) pointing up."""
    return Path(polygon((x - 5, y + 7), (x + 5, y + 7), (x, y)), fill=Role.INK2)


def supposed_box(x: float, y: float, width: float, height: float) -> Rectangle:
    """The dashed outline of what is only supposed."""
    return Rectangle(x, y, width, height, stroke=Role.INK, stroke_width=1.6, dash=(4.8, 3.2))
