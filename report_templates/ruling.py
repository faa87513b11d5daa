"""The lines and the padding of tables, as ReportLab's commands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from reportlab.lib.colors import Color

Command = tuple[Any, ...]

BARE: tuple[Command, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)
"""Commands that take away all of a cell's padding."""


def ruled(
    count: int,
    *,
    heads: int,
    joined: Collection[int],
    padding: tuple[float, float],
    hair: Color,
    ink: Color,
) -> list[Command]:
    """A hairline below every row but those ``joined`` to the next, a line in ink below the heads.

    ``padding`` is in points: above and below a cell, and between two columns.
    """
    pad, gap = padding
    found: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), gap),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
        *(("LINEBELOW", (0, first), (-1, last), 0.5, hair) for first, last in _runs(count, joined)),
    ]
    if heads:
        found += [
            ("VALIGN", (0, 0), (-1, heads - 1), "BOTTOM"),
            ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.9, ink),
            ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, hair),
        ]
    return found


def _runs(count: int, without: Collection[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows, of ``count``, in which none is ``without``."""
    first = 0
    for at in (*sorted(without), count):
        if first < at:
            yield first, at - 1
        first = at + 1
