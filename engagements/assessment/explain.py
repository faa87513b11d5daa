"""Why a level is what it is, one criterion at a time: what a full yes to it would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagements.assessment.model import Readings
from engagements.assessment.rules import NA, NO, PARTLY, UNKNOWN, YES, Rules, high_of, rules_of
from engagements.framework.model import Action, Framework


@dataclass(frozen=True)
class Lift:
    """A level before and after, in the low reading."""

    before: int
    after: int

    @property
    def higher(self) -> bool:
        """Whether anything is gained."""
        return self.after > self.before


@dataclass(frozen=True)
class Flip:
    """A single criterion whose full yes lifts its dimension or the whole.

    ``asks`` when a question may do it, because its answer is open; else ``action`` is the shortest
    piece of work that closes it.
    """

    criterion: str
    overall: Lift
    dimension: Lift
    asks: bool
    action: Action | None


@dataclass(frozen=True)
class Waiting:
    """A level that waits for a criterion, and the other criteria it also waits for."""

    level: int
    others: tuple[str, ...]

    @property
    def last(self) -> bool:
        """Whether this criterion is the only one left."""
        return not self.others


@dataclass(frozen=True)
class HeldBack:
    """What one criterion holds back while it is not a full yes."""

    criterion: str
    overall: Waiting | None
    """The next overall level; None when it does not wait for this criterion."""
    dimension: Waiting | None
    """The next level of its dimension; None when that does not wait for it."""
    bases: tuple[str, ...]
    """Criteria that build on it and are met already: debt while this one is open."""
    later: tuple[str, ...]
    """Criteria that build on it and are not met either."""


def closest_flips(framework: Framework, readings: Readings) -> tuple[Flip, ...]:
    """Criteria that lift something by themselves: questions before work, short work before long."""
    rules = rules_of(framework)
    lows = rules.low(readings)
    overall = rules.staged(lows)
    found: list[Flip] = []
    for at, one in enumerate(framework.criteria):
        if lows[at] not in (NO, PARTLY):
            continue
        before = rules.staged_in(one.dimension, lows)
        closed = [*lows[:at], YES, *lows[at + 1 :]]
        whole = Lift(overall, rules.staged(closed))
        inside = Lift(before, rules.staged_in(one.dimension, closed))
        if whole.higher or inside.higher:
            asks = high_of(readings.get(one.id, UNKNOWN)) == YES
            action = None if asks else _shortest(framework, one.closed_by)
            found.append(Flip(one.id, whole, inside, asks, action))
    return tuple(sorted(found, key=_effort))


def held_back(framework: Framework, readings: Readings, criterion: str) -> HeldBack:
    """What waits for a criterion; nothing while it is a full yes or not applicable."""
    rules = rules_of(framework)
    lows = rules.low(readings)
    codes = dict(zip(rules.position, lows, strict=True))
    if codes[criterion] not in (NO, PARTLY):
        return HeldBack(criterion, None, None, (), ())
    one = framework.criterion[criterion]
    on_it = [other for other in framework.criteria if criterion in other.builds_on]
    return HeldBack(
        criterion=criterion,
        overall=_overall(framework, rules, codes, criterion),
        dimension=_inside(framework, rules, codes, one.dimension, criterion),
        bases=tuple(other.id for other in on_it if codes[other.id] == YES),
        later=tuple(other.id for other in on_it if codes[other.id] in (NO, PARTLY)),
    )


def _overall(
    framework: Framework, rules: Rules, codes: Mapping[str, int], criterion: str
) -> Waiting | None:
    level = rules.staged(list(codes.values())) + 1
    if level > len(rules.gates):
        return None
    names = [one.id for one in framework.core_at[level]]
    return _waiting(level, names, codes, criterion)


def _inside(
    framework: Framework, rules: Rules, codes: Mapping[str, int], dimension: str, criterion: str
) -> Waiting | None:
    """The dimension's next level; one with nothing applicable is passed over."""
    reached = rules.staged_in(dimension, list(codes.values()))
    inside = [one for one in framework.criteria if one.dimension == dimension]
    for level in range(reached + 1, len(rules.gates) + 1):
        names = [one.id for one in inside if one.level == level]
        if any(codes[name] != NA for name in names):
            return _waiting(level, names, codes, criterion)
    return None


def _waiting(
    level: int, names: list[str], codes: Mapping[str, int], criterion: str
) -> Waiting | None:
    waiting = [name for name in names if codes[name] in (NO, PARTLY)]
    if criterion not in waiting:
        return None
    return Waiting(level, tuple(name for name in waiting if name != criterion))


def _shortest(framework: Framework, actions: tuple[str, ...]) -> Action | None:
    known = [framework.action[one] for one in actions if one in framework.action]
    return min(known, key=lambda one: one.weeks_likely, default=None)


def _effort(flip: Flip) -> tuple[bool, object, bool]:
    weeks = flip.action.weeks_likely if flip.action else 0
    return (not flip.asks, weeks, not flip.overall.higher)
