"""The level of one dimension as it stands after every answer, rung by rung."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engagements.assessment.model import Count, DimensionLevel, Readings
from engagements.assessment.rules import NA, UNKNOWN, YES, low_of
from engagements.framework.model import Framework
from engagements.language import tr

State = Literal["reached", "possible", "open", "start"]


@dataclass(frozen=True)
class Rung:
    """One level of a dimension as it stands now."""

    level: int
    name: str
    words: str
    state: State
    current: bool = False
    """The level the dimension is at."""
    blocked: bool = False
    """The next level, which something asked about keeps closed."""


def open_criteria(
    framework: Framework, dimension: str, readings: Readings
) -> dict[int, tuple[str, ...]]:
    """Criteria of a dimension that are not a full yes, by level."""
    found: dict[int, list[str]] = {}
    for one in framework.criteria:
        if one.dimension == dimension and low_of(readings.get(one.id, UNKNOWN)) not in (YES, NA):
            found.setdefault(one.level, []).append(one.id)
    return {level: tuple(ids) for level, ids in found.items()}


def rungs(
    framework: Framework, dimension: DimensionLevel, waiting: Mapping[int, tuple[str, ...]]
) -> tuple[Rung, ...]:
    """The levels of one dimension, highest first; ``waiting`` as ``open_criteria`` gives it."""
    return tuple(
        _rung(text.number, text.name, dimension, waiting.get(text.number, ()))
        for text in reversed(framework.levels)
    )


def _rung(number: int, name: str, dimension: DimensionLevel, waiting: tuple[str, ...]) -> Rung:
    current = number == dimension.low
    if number == 0:
        return Rung(0, name, tr("start"), "start", current)
    count = dimension.counts[number]
    state = _state(number, dimension)
    blocked = number == dimension.low + 1 and _asked(count)
    return Rung(number, name, _words(count, state, waiting, blocked), state, current, blocked)


def _state(number: int, dimension: DimensionLevel) -> State:
    if number <= dimension.low:
        return "reached"
    return "possible" if number <= dimension.high else "open"


def _asked(count: Count) -> bool:
    return count.total > 0 and count.unknown < count.total


def _words(count: Count, state: State, waiting: tuple[str, ...], blocked: bool) -> str:
    if count.total == 0:
        return tr("no criteria apply")
    met, total = count.met, count.total
    if state == "reached":
        return tr("{met} of {total}, reached", met=met, total=total)
    if not _asked(count):
        return tr("not asked yet")
    if blocked and len(waiting) == 1:
        return tr("{met} of {total}, {code}", met=met, total=total, code=waiting[0])
    if count.unknown:
        return tr("{met} of {total}, {n} open", met=met, total=total, n=count.unknown)
    return tr("{met} of {total} met", met=met, total=total)
