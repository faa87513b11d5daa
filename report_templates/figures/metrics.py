"""How wide words are: advance widths read from the TrueType files that both surfaces load."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from report_templates.figures.scene import Face

FONTS = Path(__file__).resolve().parent.parent / "brands" / "fonts"
BUNDLED = {
    Face.REGULAR: "InterTab-Regular.ttf",
    Face.MEDIUM: "InterTab-Medium.ttf",
    Face.SEMIBOLD: "InterTab-SemiBold.ttf",
}
ASCENT, DESCENT = 0.74, 0.22
"""Height above and below the base line that capitals and tails take, in parts of the size."""
ELLIPSIS = "…"


class Metrics:
    """Measures, wraps and cuts lines of words in one family's faces. Sizes and widths in points."""

    def __init__(self, fonts: Mapping[Face, bytes]) -> None:
        self._widths = {face: advances(data) for face, data in fonts.items()}

    def width(self, text: str, face: Face, size: float) -> float:
        """The width of one line; kerning is off on both surfaces."""
        widths, missing = self._widths[face]
        return sum(widths.get(ord(char), missing) for char in text) * size

    def fit(self, text: str, face: Face, size: float, width: float) -> str:
        """The line itself, or as much of it as fits with an ellipsis (at least the ellipsis)."""
        if self.width(text, face, size) <= width:
            return text
        room = width - self.width(ELLIPSIS, face, size)
        return text[: self._fitting(text, face, size, room)].rstrip(" ,;:.") + ELLIPSIS

    def wrap(self, text: str, face: Face, size: float, width: float, lines: int) -> tuple[str, ...]:
        """At most ``lines`` lines; words too long are broken, what does not fit is cut with …."""
        rest, found = " ".join(text.split()), list[str]()
        while rest and len(found) < lines - 1:
            line = self._line(rest, face, size, width)
            found.append(line.rstrip())
            rest = rest[len(line) :].lstrip()
        if rest:
            found.append(self.fit(rest, face, size, width))
        return tuple(found)

    def _line(self, text: str, face: Face, size: float, width: float) -> str:
        fitting = self._fitting(text, face, size, width)
        if fitting == len(text):
            return text
        if text[fitting] == " ":
            return text[:fitting]
        for end in range(fitting, 0, -1):
            if text[end - 1] in " -–/" and text[:end].strip():
                return text[:end]
        return text[: max(1, fitting)]

    def _fitting(self, text: str, face: Face, size: float, width: float) -> int:
        """How many characters fit into ``width``."""
        widths, missing = self._widths[face]
        used = 0.0
        for count, char in enumerate(text):
            used += widths.get(ord(char), missing) * size
            if used > width:
                return count
        return len(text)


@cache
def bundled() -> Metrics:
    """Metrics of the bundled body font."""
    return Metrics({face: (FONTS / name).read_bytes() for face, name in BUNDLED.items()})


@lru_cache(maxsize=16)
def advances(font: bytes) -> tuple[dict[int, float], float]:
    """Widths by code point in parts of the size, and the width of a missing glyph."""
    ttf: Any = import_module("fontTools.ttLib")  # it ships no types
    with ttf.TTFont(io.BytesIO(font), lazy=True) as file:
        table: Mapping[str, tuple[int, int]] = file["hmtx"].metrics
        unit: int = file["head"].unitsPerEm
        names: Mapping[int, str] = file.getBestCmap()
        widths = {code: table[name][0] / unit for code, name in names.items()}
        return widths, table[".notdef"][0] / unit
