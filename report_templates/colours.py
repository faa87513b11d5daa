"""Colours as the report uses them: contrast measured, passing neighbours found, ramp derived."""

from __future__ import annotations

from dataclasses import dataclass

from coloraide import Color

WHITE = "#FFFFFF"
INK2 = "#4A5763"
RULE1 = "#D5DCE0"
RULE2 = "#7F8C95"
PANEL = "#F2F5F6"
LIGHTNESS = (0.975, 0.895, 0.775, 0.525, 0.36)
"""OKLCH lightness of the five levels: falls evenly, in grey and for colour-blind eyes too."""
CHROMA_SHARE = (0.12, 0.42, 0.75, 1.0, 1.0)
"""Share of the brand colour's chroma at each level; paper-white levels take little."""
CHROMA = (0.045, 0.11)
"""The chroma is held between these, so that pale brands show and loud ones stay readable."""
STEP = 0.01
NEEDED: dict[str, tuple[float, tuple[str, ...]]] = {
    "primary": (7.0, (WHITE,)),
    "accent": (4.5, (WHITE, PANEL)),
    "ink": (12.0, (WHITE,)),
}
"""The least contrast of each colour of a brand, and the grounds it is used on."""
APART = 0.12
"""Two colours at least this far apart in OKLab are told apart at a glance."""
GREY = 0.01
"""Below this chroma a brand is grey: its hue means nothing, and its ramp is grey too."""


@dataclass(frozen=True)
class Measured:
    """A brand colour's lowest contrast to 1 on its grounds, and the least that is needed."""

    contrast: float
    least: float

    @property
    def enough(self) -> bool:
        """Whether it passes."""
        return self.contrast >= self.least


def measured(field: str, colour: str) -> Measured:
    """The contrast of ``primary``, ``accent`` or ``ink`` as #RRGGBB."""
    least, grounds = NEEDED[field]
    return Measured(min(contrast(colour, ground) for ground in grounds), least)


def passing(field: str, colour: str) -> str:
    """The nearest darker colour that may stand for ``primary``, ``accent`` or ``ink``."""
    least, grounds = NEEDED[field]
    return darker(colour, least, *grounds)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours, 1 to 21."""
    return float(Color(one).contrast(other, method="wcag21"))


def distance(one: str, other: str) -> float:
    """Distance in OKLab; ``APART`` and more is told apart at a glance."""
    return float(Color(one).distance(other, space="oklab"))


def _hex(colour: Color) -> str:
    fitted = colour.convert("srgb").fit("srgb")
    return fitted.to_string(hex=True).upper()


def darker(colour: str, least: float, *grounds: str) -> str:
    """The nearest colour of lower OKLCH lightness that has ``least`` contrast on all grounds."""
    found = Color(colour).convert("oklch")
    while found["lightness"] > 0:
        text = _hex(found)
        if all(contrast(text, ground) >= least for ground in grounds):
            return text
        found["lightness"] = max(0.0, found["lightness"] - STEP)
    return "#000000"


def ramp(primary: str) -> tuple[str, str, str, str, str]:
    """The five level colours in the hue of ``primary``, light to dark."""
    base = Color(primary).convert("oklch")
    grey = base["chroma"] < GREY
    hue = 0.0 if grey else base["hue"]
    chroma = 0.0 if grey else min(max(base["chroma"], CHROMA[0]), CHROMA[1])
    zero, one, two, three, four = (
        _hex(Color("oklch", [light, chroma * share, hue]))
        for light, share in zip(LIGHTNESS, CHROMA_SHARE, strict=True)
    )
    return zero, one, two, three, four


def text_on(ground: str, ink: str) -> str:
    """Ink or white, whichever is easier to read on ``ground``."""
    return ink if contrast(ink, ground) >= contrast(WHITE, ground) else WHITE
