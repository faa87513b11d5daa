"""What a report is made of, for any typesetter: words, tables, pictures and the room between.

Lengths are points; colours are "#rrggbb".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Edge = tuple[float, str] | None
"""A line's thickness and colour."""


@dataclass(frozen=True)
class Face:
    """A typeface as a style sheet names it."""

    family: str
    weight: int


@dataclass(frozen=True)
class Dress:
    """How a paragraph is set."""

    face: Face
    size: float
    leading: float
    colour: str
    align: Literal["left", "center", "right"] = "left"
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    keep: bool = False
    """Whether it stays with what follows."""


@dataclass(frozen=True)
class Piece:
    """Words in one face; with ``page`` the number of the page that ``link`` leads to."""

    text: str
    face: Face
    colour: str
    link: str = ""
    web: str = ""
    page: bool = False


@dataclass(frozen=True)
class Words:
    """A paragraph, or a heading of ``level`` 1 to 6."""

    pieces: tuple[Piece, ...]
    dress: Dress
    level: int = 0


@dataclass(frozen=True)
class Gap:
    """Room."""

    height: float


@dataclass(frozen=True)
class Line:
    """A rule across."""

    width: float
    thickness: float
    colour: str


@dataclass(frozen=True)
class Target:
    """Where links lead to."""

    key: str


@dataclass(frozen=True)
class Turn:
    """A new page."""


@dataclass(frozen=True)
class Picture:
    """An SVG; without ``alt`` it is decoration. ``hang`` of it stand out into each margin."""

    svg: str
    width: float
    height: float
    alt: str = ""
    hang: float = 0


@dataclass(frozen=True)
class Beside:
    """A mark with words ``indent`` to its right."""

    mark: Picture
    indent: float
    words: Words


@dataclass(frozen=True)
class Kept:
    """What stays on one page."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Cell:
    """A cell; its sides are top, right, bottom and left."""

    nodes: tuple[Node, ...]
    pads: tuple[float, float, float, float]
    edges: tuple[Edge, Edge, Edge, Edge]
    ground: str = ""
    low: bool = False
    """Whether it stands at the foot of its row."""
    columns: int = 1
    head: bool = False


@dataclass(frozen=True)
class Rows:
    """A table, of which the first ``heads`` rows are repeated; not ``data`` is layout."""

    data: bool
    widths: tuple[float, ...]
    heads: int
    rows: tuple[tuple[Cell, ...], ...]
    heights: tuple[float, ...]
    """The least height of each row."""


@dataclass(frozen=True)
class Placed:
    """What stands at a place of the sheet."""

    left: float
    top: float
    width: float
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Sheet:
    """A page without margins."""

    places: tuple[Placed, ...]


Node = Words | Gap | Line | Target | Turn | Picture | Beside | Kept | Rows | Sheet
