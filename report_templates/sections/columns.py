"""Columns of a table, wide enough for the longest word in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast


def fitted(rows: Iterable[Sequence[Any]], widths: Sequence[float], gap: float) -> tuple[float, ...]:
    """``widths`` in points, with what a column lacks for its longest word taken from the others.

    As they were where nothing is lacking, or more than all others can spare.
    """
    needs = [0.0] * len(widths)
    for row in rows:
        for place, cell in enumerate(row):
            needs[place] = max(needs[place], _least(cell))
    needs = [one + (gap if place < len(widths) - 1 else 0) for place, one in enumerate(needs)]
    spare = [max(0.0, wide - need) for wide, need in zip(widths, needs, strict=True)]
    lacking = sum(max(0.0, need - wide) for wide, need in zip(widths, needs, strict=True))
    if not lacking or lacking > sum(spare):
        return tuple(widths)
    share = lacking / sum(spare)
    return tuple(
        max(wide, need) - share * free
        for wide, need, free in zip(widths, needs, spare, strict=True)
    )


def _least(cell: Any) -> float:
    """The width of a cell's longest word, with a hair to spare; 0 for what is no words."""
    if isinstance(cell, list):
        return max((_least(one) for one in cast("list[Any]", cell)), default=0.0)
    least: Any = getattr(cell, "minWidth", None)
    return float(least()) + 0.05 if least else 0.0
