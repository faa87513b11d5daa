"""The papers a report is printed on: one grid of columns, different margins and heights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

WIDTH = 493.3
"""Points between the margins; 12 columns of 30.5 with gutters of 11.6."""
BODY_TOP = 66.0
TALLEST = 841.89
HEADER_RULE, FOOTER_RULE = 48.0, 41.39
"""Points to the line below the header from the sheet's upper edge, to the footer's from its lower
one."""
TOTAL = "#pages"
"""The number of all pages, kept beside the pages that blocks are on."""


@dataclass(frozen=True)
class Paper:
    """A sheet in points: ``margin`` at the left and right, ``body`` the height between the rules.

    ``code`` is what a brand kit calls it.
    """

    code: str
    width: float
    height: float
    margin: float
    body: float

    @property
    def low(self) -> float:
        """The lower edge of the body, from the sheet's own."""
        return self.height - BODY_TOP - self.body

    @property
    def short(self) -> float:
        """How much lower the sheet is than the tallest; the cover gives way by so much."""
        return TALLEST - self.height


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        one.code: one
        for one in (
            Paper("A4", 595.276, TALLEST, 51.0, 722.0),
            Paper("Letter", 612.0, 792.0, (612.0 - WIDTH) / 2, 672.0),
        )
    }
)
A4 = PAPERS["A4"]
