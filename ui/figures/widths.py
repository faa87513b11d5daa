"""How wide the columns of a table are: each as its words need, the rest where words would wrap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """What a column's words take: ``least`` for the longest word, ``whole`` on one line.

    ``grows`` columns share what is left over.
    """

    least: int
    whole: int
    grows: bool = False


def widths(needs: Sequence[Need], room: int) -> list[int]:
    """A width per column; together ``room``, or more where the longest words need more."""
    least, whole = sum(one.least for one in needs), sum(one.whole for one in needs)
    if least >= room:
        return [one.least for one in needs]
    if whole <= room:
        return _shared([one.whole for one in needs], [int(one.grows) for one in needs], room)
    return _shared([one.least for one in needs], [one.whole - one.least for one in needs], room)


def _shared(found: list[int], weights: list[int], room: int) -> list[int]:
    """The same with what is left of the room given out by weight, to the last pixel."""
    left, total = room - sum(found), sum(weights)
    for number, weight in enumerate(weights):
        if weight:
            more = left * weight // total
            found[number] += more
            left, total = left - more, total - weight
    return found
