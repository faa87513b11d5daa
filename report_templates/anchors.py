"""Places that links lead to, and lines."""

# ReportLab's constructors are typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable


class Anchor(Flowable):
    """A place that links lead to; takes no room. With a title it is a line of the outline."""

    def __init__(self, key: str, title: str = "", level: int = 0) -> None:
        super().__init__()
        self.key, self.title, self.level = key, title, level

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """No width, no height."""
        del aW, aH
        return 0, 0

    def draw(self) -> None:
        """Bookmark the place; the canvas keeps the page it falls on."""
        canvas: Any = self.canv
        canvas.bookmarkHorizontal(self.key, 0, 14)
        canvas.anchors[self.key] = canvas.getPageNumber()
        if self.title:
            canvas.addOutlineEntry(self.title, self.key, self.level, closed=0)


class Rule(Flowable):
    """A horizontal line over ``width`` points."""

    def __init__(self, width: float, thickness: float, colour: str) -> None:
        super().__init__()
        self.width, self.thickness, self.colour = width, thickness, colour

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as asked for, as high as the line is thick."""
        del aW, aH
        return self.width, self.thickness

    def draw(self) -> None:
        """One stroke."""
        self.canv.setStrokeColor(HexColor(self.colour))
        self.canv.setLineWidth(self.thickness)
        self.canv.line(0, 0, self.width, 0)
