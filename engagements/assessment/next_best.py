"""Which question to ask next: the one whose answer narrows the level interval most.

A "no" narrows at once, by taking the upper bound down. A "yes" narrows only together with every
other open criterion it needs, so it counts a share of what they lift together, and nothing when
they do not fit into the time left or cannot be asked here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from engagements.assessment.rules import NO, YES, Codes, Gate, Rules, rules_of
from engagements.framework.model import CriterionType

if TYPE_CHECKING:
    from engagements.assessment.model import Readings
    from engagements.framework.model import Framework

PER_QUESTION = 150
"""Seconds one question takes where nothing else is known."""


@dataclass(frozen=True)
class NextBest:
    """The question to ask next, and what hangs on it.

    ``dimension`` is None when it is the overall level. ``decides`` when this answer alone decides
    whether the level is reached; else the level can be lost by it, or gained with others.
    """

    criterion: str
    level: int
    dimension: str | None
    decides: bool


@dataclass(frozen=True)
class _Gain:
    """What answers do to one interval of levels."""

    no: int
    """How far a no takes the upper bound down."""
    yes: Fraction
    """The share of this answer in what all yes answers needed lift together."""
    alone: bool
    """A yes needs no other answer."""

    @property
    def whole(self) -> Fraction:
        return self.no + self.yes

    @property
    def decides(self) -> bool:
        return self.no > 0 and self.yes > 0 and self.alone


def fitting(seconds_left: int, asked: int, elapsed: int) -> int:
    """How many questions fit into the time left, at the pace of those asked; one at least."""
    each = max(30, elapsed // asked) if asked else PER_QUESTION
    return max(1, seconds_left // each)


def next_best(
    framework: Framework, readings: Readings, askable: Iterable[str], room: int
) -> NextBest | None:
    """The best of the criteria that can be asked; None when no answer moves a level.

    ``readings`` by criterion id, ``askable`` ids without an answer here, ``room`` how many
    questions fit into the time left. An answer is taken as if it settled its criterion. The
    overall level comes before that of a dimension; among equals the lower level comes first, then
    key criteria, then what does more to its dimension, then the framework's order.
    """
    weighing = _Weighing(rules_of(framework), readings, askable, room)
    best: tuple[tuple[object, ...], NextBest] | None = None
    for at in weighing.askable:
        one = framework.criteria[at]
        overall, inside = weighing.overall(at), weighing.inside(at)
        if not overall.whole and not inside.whole:
            continue
        gain, dimension = (overall, None) if overall.whole else (inside, one.dimension)
        key = one.type is CriterionType.KEY
        rank = (dimension is None, gain.whole, -one.level, key, inside.whole)
        if best is None or rank > best[0]:
            best = (rank, NextBest(one.id, one.level, dimension, gain.decides))
    return best[1] if best else None


class _Weighing:
    """The two intervals, overall and of a dimension, under every answer."""

    def __init__(self, rules: Rules, readings: Readings, askable: Iterable[str], room: int) -> None:
        self._rules, self._room = rules, room
        self._lows, self._highs = rules.low(readings), rules.high(readings)
        wanted = {rules.position[one] for one in askable if one in rules.position}
        self.askable = tuple(at for at in sorted(wanted) if self._lows[at] != self._highs[at])
        self._may = frozenset(self.askable)
        self._low, self._high = rules.staged(self._lows), rules.staged(self._highs)
        self._lifts: dict[tuple[str, int], tuple[int, int]] = {}

    def overall(self, at: int) -> _Gain:
        """What the answer at a position does to the overall level."""
        one = self._rules.framework.criteria[at]
        if not one.type.gates:
            return _Gain(0, Fraction(), alone=False)
        no = self._high - self._rules.staged(_with(self._highs, (at,), NO))
        return self._gain(no, self._lift("", one.level))

    def inside(self, at: int) -> _Gain:
        """What it does to the level of its dimension."""
        one = self._rules.framework.criteria[at]
        staged = self._rules.staged_in
        no = staged(one.dimension, self._highs)
        no -= staged(one.dimension, _with(self._highs, (at,), NO))
        return self._gain(no, self._lift(one.dimension, one.level))

    @staticmethod
    def _gain(no: int, lift: tuple[int, int]) -> _Gain:
        gained, needed = lift
        share = Fraction(gained, needed) if gained else Fraction()
        return _Gain(no, share, alone=needed == 1)

    def _lift(self, dimension: str, level: int) -> tuple[int, int]:
        """Levels gained by a yes to all open criteria up to a level, and how many those are.

        Nothing is gained when one of them cannot be asked here, or they are too many.
        """
        if (dimension, level) not in self._lifts:
            gates = self._rules.profile[dimension] if dimension else self._rules.gates
            open_ones = self._open(gates, level)
            fits = len(open_ones) <= self._room and self._may.issuperset(open_ones)
            gained = self._gained(dimension, open_ones) if fits else 0
            self._lifts[dimension, level] = (gained, len(open_ones))
        return self._lifts[dimension, level]

    def _gained(self, dimension: str, open_ones: Collection[int]) -> int:
        codes = _with(self._lows, open_ones, YES)
        if dimension:
            staged = self._rules.staged_in
            return staged(dimension, codes) - staged(dimension, self._lows)
        return self._rules.staged(codes) - self._low

    def _open(self, gates: Iterable[Gate], level: int) -> tuple[int, ...]:
        here = (gate for gate in gates if gate.level <= level)
        return tuple(at for gate in here for at in gate.at if self._lows[at] != self._highs[at])


def _with(codes: Codes, positions: Collection[int], code: int) -> list[int]:
    changed = [*codes]
    for at in positions:
        changed[at] = code
    return changed
