"""Typefaces as TrueType files: the bundled ones, those of a brand kit, and what they cover.

The screen and the paper load these same files, so that both measure text alike. ``BUNDLED``
gives their paths; ``register`` makes a face known to ReportLab under its own name.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fontTools.ttLib import TTFont, TTLibError  # pyright: ignore[reportMissingTypeStubs]

from engagements.language import tr

FOLDER = Path(__file__).with_name("brands") / "fonts"
LATIN_EXTENDED_A = frozenset(range(0x0100, 0x0180)) - {0x0138, 0x0149, 0x017F}
"""Less three letters that no living language writes any more."""
RESTRICTED = 0x0002
BITMAP_ONLY = 0x0200
UNREADABLE = (
    *(TTLibError, KeyError, AttributeError, EOFError, AssertionError, IndexError),
    *(TypeError, ValueError, ArithmeticError, struct.error, RuntimeError),
)
"""What a damaged face makes its readers raise."""
LARGEST_FILE = 8_000_000
"""Bytes; a text face with all of Latin, Greek and Cyrillic is below 1 MB."""


@dataclass(frozen=True)
class Face:
    """One weight of one family. ``name`` is what ReportLab and Qt know it by."""

    name: str
    weight: int
    italic: bool
    data: bytes

    @cached_property
    def cmap(self) -> Mapping[int, str]:
        """Glyph names by code point of the basic plane (ReportLab can name no others)."""
        known: dict[int, str] = dict(self._font.getBestCmap() or {})
        return MappingProxyType({code: name for code, name in known.items() if code <= 0xFFFF})

    @cached_property
    def advances(self) -> Mapping[int, float]:
        """Advance widths by code point of the basic plane, in thousandths of the size."""
        font = self._opened()
        # Glyphs are called by their number: to read the file's own names takes ten times as long.
        font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
        metrics, scale = font["hmtx"].metrics, 1000 / font["head"].unitsPerEm
        known: dict[int, str] = dict(font.getBestCmap() or {})
        return MappingProxyType(
            {code: metrics[glyph][0] * scale for code, glyph in known.items() if code <= 0xFFFF}
        )

    @cached_property
    def family(self) -> str:
        """The family as the file itself names it; "" where it does not."""
        return str(self._font["name"].getBestFamilyName() or "")

    @cached_property
    def serif(self) -> bool:
        """Whether the file says that its letters have serifs."""
        return 2 <= int(self._font["OS/2"].panose.bSerifStyle) <= 10

    @cached_property
    def _font(self) -> Any:
        return self._opened()

    def _opened(self) -> Any:
        return TTFont(BytesIO(self.data), lazy=True)


STYLES: dict[str, tuple[int, bool]] = {
    "Regular": (400, False),
    "Italic": (400, True),
    "Medium": (500, False),
    "SemiBold": (600, False),
    "Bold": (700, False),
}
FAMILIES: dict[str, tuple[str, ...]] = {
    "InterTab": ("Regular", "Italic", "Medium", "SemiBold", "Bold"),
    "InterTabDisplay": ("SemiBold", "Bold"),
    "NotoSerif": ("Regular", "Bold"),
}
BUNDLED: dict[str, Path] = {
    f"{family}-{style}": FOLDER / f"{family}-{style}.ttf"
    for family, styles in FAMILIES.items()
    for style in styles
}
"""Every bundled file by its face's name: ``InterTab-SemiBold``."""
FALLBACK = "InterTab-Regular"
"""Prints a sign that the kit's own face lacks."""

_known: dict[str, Face] = {}


def face(name: str) -> Face:
    """A bundled face, or one that a brand kit has brought; KeyError when there is none."""
    found = _known.get(name)
    if found is None:
        weight, italic = STYLES[name.rpartition("-")[2]]
        found = _known[name] = Face(name, weight, italic, BUNDLED[name].read_bytes())
    return found


def family(name: str) -> tuple[Face, ...]:
    """All faces of a bundled family; KeyError when there is no such family."""
    return tuple(face(f"{name}-{style}") for style in FAMILIES[name])


def read(data: bytes, file: str) -> Face:
    """A face from a kit's file, named by its content; ValueError says what is wrong with it."""
    if len(data) > LARGEST_FILE:
        raise ValueError(tr("{file} is larger than {n} MB", file=file, n=LARGEST_FILE // 1_000_000))
    try:
        return _read(data, file)
    except _Unfit:
        raise
    except UNREADABLE as error:
        raise ValueError(tr("{file} is not a readable TrueType file", file=file)) from error


def _read(data: bytes, file: str) -> Face:
    font: Any = TTFont(BytesIO(data), lazy=True)
    cause = _unfit(font, file)
    if cause:
        raise _Unfit(cause)
    weight, italic = int(font["OS/2"].usWeightClass), bool(font["OS/2"].fsSelection & 1)
    found = Face(f"Kit-{hashlib.sha256(data).hexdigest()[:12]}", weight, italic, data)
    known = _known.get(found.name)
    if known is None:
        equal_digits(found)
        _try_embedding(data)
        known = _known.setdefault(found.name, found)
    return known


def _try_embedding(data: bytes) -> None:
    """Have ReportLab read a face and a few of its outlines, as it will when it prints."""
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        reader: Any = TTFontFile(BytesIO(data))
        reader.makeSubset([ord(one) for one in "Aaäß0"])
    except TTFError as error:
        raise ValueError(str(error)) from error


class _Unfit(ValueError):
    """A face that can be read, and cannot be used."""


def _unfit(font: Any, file: str) -> str:
    """What speaks against a face; empty when nothing does."""
    if "glyf" not in font:
        return tr("{file} has no TrueType outlines (a .ttf file is needed)", file=file)
    if font["OS/2"].fsType & (RESTRICTED | BITMAP_ONLY):
        return tr("{file} does not allow embedding", file=file)
    if not font["name"].getDebugName(6):
        return tr("{file} has no PostScript name", file=file)
    missing = sum(code not in (font.getBestCmap() or {}) for code in LATIN_EXTENDED_A)
    if missing:
        return tr("{file} lacks {n} letters of Latin Extended-A", file=file, n=missing)
    return ""


def equal_digits(one: Face) -> bool:
    """True when the ten digits share one width, within a thousandth of the size."""
    widths = [one.advances.get(ord(digit), -1.0) for digit in "0123456789"]
    return min(widths) >= 0 and max(widths) - min(widths) <= 1.0


def nearest(faces: Iterable[Face], weight: int, *, italic: bool = False) -> Face:
    """The face closest in weight, heavier before lighter; slanted only where there is one."""
    known = list(faces)
    fitting = [one for one in known if one.italic == italic] or known
    return min(fitting, key=lambda one: (abs(one.weight - weight), -one.weight))


def register(names: Iterable[str]) -> None:
    """Make faces known to ReportLab; those it knows already are left alone."""
    from reportlab.pdfbase import pdfmetrics as reportlab_fonts
    from reportlab.pdfbase.ttfonts import TTFont as Embedded

    pdfmetrics: Any = reportlab_fonts
    for name in names:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(Embedded(name, BytesIO(face(name).data)))
