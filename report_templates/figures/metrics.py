"""How wide words are: advance widths of the TrueType faces that both surfaces load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from report_templates.figures.scene import Weight
from report_templates.fonts import Face, family, nearest

HEAVINESS = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600}
ASCENT, DESCENT = 0.74, 0.22
"""Height above and below the base line that capitals and tails take, in parts of the size."""
ELLIPSIS = "…"
SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may break: not at a space that holds words together."""
MISSING = 600
"""Width, in thousandths of the size, taken for a sign that the face lacks."""


class Metrics:
    """Measures, wraps and cuts lines of words in one family's faces. Sizes and widths in points."""

    def __init__(self, faces: Iterable[Face]) -> None:
        known = tuple(faces)
        self.faces: Mapping[Weight, Face] = {
            weight: nearest(known, heaviness) for weight, heaviness in HEAVINESS.items()
        }

    def width(self, text: str, weight: Weight, size: float) -> float:
        """The width of one line; kerning is off on both surfaces."""
        widths = self.faces[weight].advances
        return sum(widths.get(ord(char), MISSING) for char in text) * size / 1000

    def fit(self, text: str, weight: Weight, size: float, width: float) -> str:
        """The line itself, or as much of it as fits with an ellipsis (at least the ellipsis).

        It is cut after a word, unless that left less than half of what fits.
        """
        if self.width(text, weight, size) <= width:
            return text
        room = width - self.width(ELLIPSIS, weight, size)
        fitting = self._fitting(text, weight, size, room)
        end = text.rfind(" ", 0, fitting + 1)
        kept = text[: end if end > fitting / 2 else fitting]
        return kept.rstrip(" ,;:.–·") + ELLIPSIS

    def wrap(
        self, text: str, weight: Weight, size: float, width: float, lines: int
    ) -> tuple[str, ...]:
        """At most ``lines`` lines; words too long are broken, what does not fit is cut with …."""
        rest, found = SPACES.sub(" ", text).strip(), list[str]()
        while rest and len(found) < lines - 1:
            line = self._line(rest, weight, size, width)
            found.append(line.rstrip())
            rest = rest[len(line) :].lstrip()
        if rest:
            found.append(self.fit(rest, weight, size, width))
        return tuple(found)

    def _line(self, text: str, weight: Weight, size: float, width: float) -> str:
        fitting = self._fitting(text, weight, size, width)
        if fitting == len(text):
            return text
        if text[fitting] == " ":
            return text[:fitting]
        for end in range(fitting, 0, -1):
            if text[end - 1] in " -–/" and text[:end].strip():
                return text[:end]
        return text[: max(1, fitting)]

    def _fitting(self, text: str, weight: Weight, size: float, width: float) -> int:
        """How many characters fit into ``width``."""
        widths = self.faces[weight].advances
        used = 0.0
        for count, char in enumerate(text):
            used += widths.get(ord(char), MISSING) * size / 1000
            if used > width:
                return count
        return len(text)


@cache
def bundled() -> Metrics:
    """Metrics of the bundled body font."""
    return Metrics(family("InterTab"))
