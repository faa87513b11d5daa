"""The sizes, leadings, weights and colour roles that words are set in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from report_templates.parting import Parting

SMALLEST = 7.0
"""Points; nothing is set smaller anywhere."""


@dataclass(frozen=True)
class Type:
    """One way of setting words: size and leading in points, weight, colour role, font."""

    size: float
    leading: float
    weight: int = 400
    role: str = "ink"
    heading: bool = False
    before: float = 0
    after: float = 0
    tag: str = "P"
    """What it is to a reader who cannot see: a heading of some level, else a paragraph."""
    parting: Parting = ""
    """Which of its words are parted at the end of a line."""


TYPES: Mapping[str, Type] = MappingProxyType(
    {
        "cover_kind": Type(11, 15, 600, "accent"),
        "cover_client": Type(34, 38.8, role="primary", heading=True, tag="H1"),
        "cover_client_long": Type(28, 31.9, role="primary", heading=True, tag="H1"),
        "cover_client_longest": Type(24, 27.4, role="primary", heading=True, tag="H1"),
        "standfirst": Type(12, 17.5, role="ink2"),
        "label": Type(8.5, 12, 600, "accent"),
        "h1": Type(19, 23.5, role="primary", heading=True, after=16, tag="H1"),
        "h1_tight": Type(17, 21, role="primary", heading=True, after=11, tag="H1"),
        "h2": Type(11, 14, heading=True, before=16, after=6, tag="H2"),
        "h2_tight": Type(11, 14, heading=True, before=11, after=4, tag="H2"),
        "h3": Type(9, 12, 600, after=2, tag="H3", parting="wide"),
        "numeral": Type(34, 36, role="primary", heading=True),
        "body": Type(8.5, 12, parting="loose"),
        "cell": Type(8, 11, parting="loose"),
        "cell_key": Type(8, 11, 600, parting="wide"),
        "cell_note": Type(7.5, 10.5, role="ink2", parting="loose"),
        "cell_term": Type(7.5, 10.5, role="ink2", parting="wide"),
        "register": Type(7.6, 11.2, parting="loose"),
        "register_key": Type(7.6, 11.2, 600, parting="wide"),
        "head": Type(7.5, 9.5, 600, parting="wide"),
        "head_narrow": Type(7, 8.6, 600, parting="narrow"),
        "caption": Type(7.5, 10.5, role="ink2", parting="loose"),
        "caption_key": Type(7.5, 10.5, 600, parting="wide"),
        "entry": Type(9.5, 12, 600),
        "entry_sub": Type(9.5, 12),
        "fact": Type(10, 13, 600),
        "fact_tight": Type(9, 13, 600),
    }
)
