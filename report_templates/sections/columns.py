"""Columns of a table, wide enough for the longest word in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

FOR_WHOLE_WORDS = 0.5
"""The share of what the other columns can spare that is given so that no word is parted."""


def fitted(rows: Iterable[Sequence[Any]], widths: Sequence[float], gap: float) -> tuple[float, ...]:
    """``widths`` in points, with what a column lacks for its longest word taken from the others.

    Words are parted where whole ones would cost the others more than half of what they can spare.
    As they were where nothing is lacking, or more than all others can spare.
    """
    listed = [list(row) for row in rows]
    whole = _given(listed, widths, gap, _whole, FOR_WHOLE_WORDS)
    return whole or _given(listed, widths, gap, _least, 1.0) or tuple(widths)


def _given(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    gap: float,
    need_of: Callable[[Any], float],
    most: float,
) -> tuple[float, ...] | None:
    """The widths after giving and taking; None where that asks for more than ``most`` of all."""
    needs = [0.0] * len(widths)
    for row in rows:
        for place, cell in enumerate(row):
            needs[place] = max(needs[place], need_of(cell))
    needs = [one + (gap if place < len(widths) - 1 else 0) for place, one in enumerate(needs)]
    spare = [max(0.0, wide - need) for wide, need in zip(widths, needs, strict=True)]
    lacking = sum(max(0.0, need - wide) for wide, need in zip(widths, needs, strict=True))
    if not lacking:
        return tuple(widths)
    if lacking > most * sum(spare):
        return None
    share = lacking / sum(spare)
    return tuple(
        max(wide, need) - share * free
        for wide, need, free in zip(widths, needs, spare, strict=True)
    )


def _whole(cell: Any) -> float:
    """The width of a cell's longest word, with a hair to spare; 0 for what is no words."""
    return _needed(cell, "wholeWidth")


def _least(cell: Any) -> float:
    """The width of the longest part of a word that is parted."""
    return _needed(cell, "minWidth")


def _needed(cell: Any, measure: str) -> float:
    if isinstance(cell, list):
        return max((_needed(one, measure) for one in cast("list[Any]", cell)), default=0.0)
    found: Any = getattr(cell, measure, None)
    return float(found()) + 0.05 if found else 0.0
