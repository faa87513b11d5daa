"""From readings to the level, and why: staged level, interval, blockers, head start and debt.

The rule never skips a level and compensates no core "no". Everything is exact: whole points and
fractions inside, nothing rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engagements.assessment.model import Assessment, Count, Debt, DimensionLevel, Quick, Readings
from engagements.assessment.rules import (
    NA,
    NO,
    PARTLY,
    UNKNOWN,
    YES,
    Codes,
    Gate,
    Rules,
    high_of,
    is_unknown,
    low_of,
    rules_of,
)
from engagements.framework.model import CriterionType, Framework

TOP = 4
"""The highest level."""


def assess(
    framework: Framework, readings: Readings, grades: Mapping[str, int] | None = None
) -> Assessment:
    """Score readings by criterion id; a missing one is unknown, which widens the interval.

    With ``grades`` (evidence grade 0 to 4 by criterion, a missing one counting 0) the verified
    level is given too.
    """
    rules = rules_of(framework)
    lows, highs = rules.low(readings), rules.high(readings)
    low, high = rules.staged(lows), rules.staged(highs)
    unknown = [is_unknown(readings.get(one)) for one in rules.position]
    debt = _debt(rules, lows, unknown, (low, high))
    blocked = _blocked(rules, lows, low)
    closed = [YES if at in blocked else code for at, code in enumerate(lows)]
    return Assessment(
        low=low,
        high=high,
        plus=low < TOP and rules.exceeds(rules.gates[low], lows, rules.plus),
        fulfilment={gate.level: rules.fulfilment(gate, lows) for gate in rules.gates},
        counts=_counts(rules.gates, lows, unknown),
        blockers=_ids(rules, blocked),
        decisive=_ids(rules, _decisive(rules, lows, highs, (low, high))),
        head_start=_ids(rules, _head_start(rules, lows, low)),
        debt=debt,
        verified=None if grades is None else rules.staged(carried(rules, lows, grades)),
        after_blockers=rules.staged(closed),
        dimensions=_dimensions(rules, (lows, highs), unknown, debt),
    )


def quick(framework: Framework, answers: Readings) -> Quick:
    """Score the diagnostic: readings by question id give an upper bound of the level.

    A level is met when all its questions are a full yes. Debt names questions; its missing bases
    are the questions of lower levels that are not a yes.
    """
    lows = {one.id: low_of(answers.get(one.id, UNKNOWN)) for one in framework.quick}
    highs = {one.id: high_of(answers.get(one.id, UNKNOWN)) for one in framework.quick}
    low, high = _quick_level(framework, lows), _quick_level(framework, highs)
    reach = _reach(low, high)
    away = framework.limits.debt_from
    return Quick(
        low=low,
        high=high,
        decisive=tuple(
            one.id
            for one in framework.quick
            if one.level in reach and lows[one.id] != highs[one.id]
        ),
        debt=tuple(
            Debt(
                criterion=one.id,
                missing=tuple(
                    base.id
                    for base in framework.quick
                    if base.level < one.level and lows[base.id] != YES
                ),
                certain=one.level >= high + away,
            )
            for one in framework.quick
            if lows[one.id] == YES and one.level >= low + away
        ),
    )


def by_urgency(
    framework: Framework, blockers: Iterable[str], readings: Readings
) -> tuple[str, ...]:
    """Blockers as a reader should meet them: those that knock the level out first.

    First every "no" and every key that is only partly met, then the other partly met ones; within
    each group the order stays.
    """

    def waits(one: str) -> bool:
        key = framework.criterion[one].type is CriterionType.KEY
        return not key and low_of(readings.get(one, UNKNOWN)) == PARTLY

    return tuple(sorted(blockers, key=waits))


def _ids(rules: Rules, positions: Iterable[int]) -> tuple[str, ...]:
    """Criterion ids in the framework's order."""
    criteria = rules.framework.criteria
    return tuple(criteria[at].id for at in sorted(positions))


def _reach(low: int, high: int) -> range:
    """The levels at which an interval may be decided; none when it is a single level."""
    return range(low + 1, min(TOP, high + 1) + 1) if low < high else range(0)


def _blocked(rules: Rules, lows: Codes, low: int) -> frozenset[int]:
    """Core criteria of the next level that are not a yes (low reading)."""
    if low == TOP:
        return frozenset()
    return frozenset(at for at in rules.gates[low].at if lows[at] in (NO, PARTLY))


def _decisive(rules: Rules, lows: Codes, highs: Codes, interval: tuple[int, int]) -> list[int]:
    """Core criteria whose answer is open at the levels where the interval may be decided."""
    reach = _reach(*interval)
    gates = (gate for gate in rules.gates if gate.level in reach)
    return [at for gate in gates for at in gate.at if lows[at] != highs[at]]


def _head_start(rules: Rules, lows: Codes, low: int) -> list[int]:
    """Core criteria met above the level, but near enough not to be debt."""
    near = range(low + 1, low + rules.framework.limits.debt_from)
    gates = (gate for gate in rules.gates if gate.level in near)
    return [at for gate in gates for at in gate.at if lows[at] == YES]


def _debt(
    rules: Rules, lows: Codes, unknown: list[bool], interval: tuple[int, int]
) -> tuple[Debt, ...]:
    """Core criteria met too far above the level; certain when the high reading says so too."""
    low, high = interval
    away = rules.framework.limits.debt_from
    if low + away > TOP:
        return ()
    return tuple(
        Debt(one.id, _missing(rules, at, lows, unknown), one.level >= high + away)
        for at, one in enumerate(rules.framework.criteria)
        if one.level >= low + away and lows[at] == YES and one.type.gates
    )


def _missing(rules: Rules, at: int, lows: Codes, unknown: list[bool]) -> tuple[str, ...]:
    """What a criterion builds on and is neither met nor n/a.

    A supplementary base counts as met unless it was answered otherwise.
    """
    criteria = rules.framework.criteria
    return tuple(
        base
        for base in criteria[at].builds_on
        if lows[below := rules.position[base]] in (NO, PARTLY)
        and (criteria[below].type.gates or not unknown[below])
    )


def carried(rules: Rules, lows: Codes, grades: Mapping[str, int]) -> list[int]:
    """The low reading with every yes and partly set to no that its evidence does not carry."""
    return [
        NO if code in (PARTLY, YES) and grades.get(one, 0) < rules.minimum[at] else code
        for at, (one, code) in enumerate(zip(rules.position, lows, strict=True))
    ]


def _dimensions(
    rules: Rules,
    interval: tuple[Codes, Codes],
    unknown: list[bool],
    debt: tuple[Debt, ...],
) -> dict[str, DimensionLevel]:
    lows, highs = interval
    indebted: dict[str, list[str]] = {}
    for one in debt:
        dimension = rules.framework.criterion[one.criterion].dimension
        indebted.setdefault(dimension, []).append(one.criterion)
    return {
        code: DimensionLevel(
            code=code,
            low=rules.staged_in(code, lows),
            high=rules.staged_in(code, highs),
            counts=_counts(gates, lows, unknown),
            debt=tuple(indebted.get(code, ())),
        )
        for code, gates in rules.profile.items()
    }


def _counts(gates: Iterable[Gate], lows: Codes, unknown: list[bool]) -> dict[int, Count]:
    """Criteria per level: met, applicable, unknown and n/a."""
    counts: dict[int, Count] = {}
    for gate in gates:
        met = applicable = open_ones = 0
        for at in gate.at:
            met += lows[at] == YES
            applicable += lows[at] != NA
            open_ones += unknown[at]
        counts[gate.level] = Count(met, applicable, open_ones, len(gate.at) - applicable)
    return counts


def _quick_level(framework: Framework, codes: Mapping[str, int]) -> int:
    level = 0
    for above in range(1, TOP + 1):
        if any(codes[one.id] != YES for one in framework.quick if one.level == above):
            break
        level = above
    return level
