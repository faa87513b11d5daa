"""From readings to the level, and why: staged level, interval, blockers, head start and debt.

The rule never skips a level and compensates no core "no". Everything is exact: whole points and
fractions inside, nothing rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engagements.assessment.model import (
    Assessment,
    Count,
    Debt,
    DimensionLevel,
    Quick,
    Reading,
    Readings,
)
from engagements.assessment.rules import STEPS, Answers, Gate, Rules, rules_of
from engagements.framework.model import AnswerValue, Criterion, CriterionType, Framework

TOP = 4
"""The highest level."""

UNKNOWN: Reading = frozenset({AnswerValue.UNKNOWN})
YES: Reading = frozenset({AnswerValue.YES})


def assess(
    framework: Framework, readings: Readings, grades: Mapping[str, int] | None = None
) -> Assessment:
    """Score readings by criterion id; a missing one is unknown, which widens the interval.

    With ``grades`` (evidence grade 0 to 4 by criterion, a missing one counting 0) the verified
    level is given too.
    """
    rules = rules_of(framework)
    lows = low_answers(framework, readings)
    highs = high_answers(framework, readings)
    low, high = rules.staged(lows), rules.staged(highs)
    unknown = _unknown(framework, readings)
    blockers = _blockers(rules, lows, low)
    debt = _debt(framework, readings, lows, (low, high))
    return Assessment(
        low=low,
        high=high,
        plus=low < TOP and rules.exceeds(rules.gates[low], lows, rules.plus),
        fulfilment={gate.level: rules.fulfilment(gate, lows) for gate in rules.gates},
        counts={gate.level: _count(gate, lows, unknown) for gate in rules.gates},
        blockers=blockers,
        decisive=_decisive(rules, lows, highs, (low, high)),
        head_start=_head_start(framework, lows, low),
        debt=debt,
        verified=None if grades is None else rules.staged(_verified(framework, lows, grades)),
        after_blockers=rules.staged({**lows, **dict.fromkeys(blockers, AnswerValue.YES)}),
        dimensions={
            dimension.code: DimensionLevel(
                code=dimension.code,
                low=rules.staged_in(dimension.code, lows),
                high=rules.staged_in(dimension.code, highs),
                counts={
                    gate.level: _count(gate, lows, unknown)
                    for gate in rules.profile[dimension.code]
                },
                debt=tuple(
                    one.criterion
                    for one in debt
                    if framework.criterion[one.criterion].dimension == dimension.code
                ),
            )
            for dimension in framework.dimensions
        },
    )


def quick(framework: Framework, answers: Readings) -> Quick:
    """Score the diagnostic: readings by question id give an upper bound of the level.

    A level is met when all its questions are a full yes. Debt names questions; its missing bases
    are the questions of lower levels that are not a yes.
    """
    lows = {one.id: low_of(answers.get(one.id, UNKNOWN)) for one in framework.quick}
    highs = {one.id: high_of(answers.get(one.id, UNKNOWN)) for one in framework.quick}
    low, high = _quick_level(framework, lows), _quick_level(framework, highs)
    reach = range(low + 1, min(TOP, high + 1) + 1) if low < high else range(0)
    away = framework.limits.debt_from
    return Quick(
        low=low,
        high=high,
        decisive=tuple(
            one.id
            for one in framework.quick
            if one.level in reach and lows[one.id] is not highs[one.id]
        ),
        debt=tuple(
            Debt(
                criterion=one.id,
                missing=tuple(
                    base.id
                    for base in framework.quick
                    if base.level < one.level and lows[base.id] is not AnswerValue.YES
                ),
                certain=one.level >= high + away,
            )
            for one in framework.quick
            if lows[one.id] is AnswerValue.YES and one.level >= low + away
        ),
    )


def low_of(reading: Reading) -> AnswerValue:
    """The worst a reading may turn out to be: an unknown is a no, n/a only when it stands alone."""
    return _bound(reading, STEPS, AnswerValue.NO)


def high_of(reading: Reading) -> AnswerValue:
    """The best a reading may turn out to be: an unknown is a yes, n/a only when it stands alone."""
    return _bound(reading, STEPS[::-1], AnswerValue.YES)


def low_answers(framework: Framework, readings: Readings) -> dict[str, AnswerValue]:
    """Every criterion with its worst possible answer."""
    return {one.id: low_of(readings.get(one.id, UNKNOWN)) for one in framework.criteria}


def high_answers(framework: Framework, readings: Readings) -> dict[str, AnswerValue]:
    """Every criterion with its best possible answer."""
    return {one.id: high_of(readings.get(one.id, UNKNOWN)) for one in framework.criteria}


def is_unknown(reading: Reading | None) -> bool:
    """Whether nobody has said anything but "don't know"."""
    return not reading or reading == UNKNOWN


def missing_bases(
    framework: Framework, criterion: Criterion, readings: Readings, lows: Answers
) -> tuple[str, ...]:
    """What a criterion builds on and is not met.

    A supplementary base counts as met unless it was answered otherwise.
    """
    return tuple(
        base
        for base in criterion.builds_on
        if lows[base] not in (AnswerValue.YES, AnswerValue.NA)
        and (framework.criterion[base].type.gates or not is_unknown(readings.get(base)))
    )


def _bound(reading: Reading, order: tuple[AnswerValue, ...], unknown: AnswerValue) -> AnswerValue:
    for step in order:
        if step in reading or (step is unknown and AnswerValue.UNKNOWN in reading):
            return step
    return AnswerValue.NA if AnswerValue.NA in reading else unknown


def _unknown(framework: Framework, readings: Readings) -> frozenset[str]:
    return frozenset(one.id for one in framework.criteria if is_unknown(readings.get(one.id)))


def _count(gate: Gate, lows: Answers, unknown: frozenset[str]) -> Count:
    met = applicable = 0
    for one in gate.ids:
        met += lows[one] is AnswerValue.YES
        applicable += lows[one] is not AnswerValue.NA
    open_ones = sum(one in unknown for one in gate.ids)
    return Count(met, applicable, open_ones, len(gate.ids) - applicable)


def _blockers(rules: Rules, lows: Answers, low: int) -> tuple[str, ...]:
    """Core criteria of the next level that are not a yes (low reading), in framework order."""
    if low == TOP:
        return ()
    unmet = (AnswerValue.NO, AnswerValue.PARTLY)
    return tuple(one for one in rules.gates[low].ids if lows[one] in unmet)


def _decisive(
    rules: Rules, lows: Answers, highs: Answers, interval: tuple[int, int]
) -> tuple[str, ...]:
    """Core criteria whose answer is open at the levels the interval may be decided at."""
    low, high = interval
    if low == high:
        return ()
    open_ones = {
        one
        for gate in rules.gates[low : min(TOP, high + 1)]
        for one in gate.ids
        if lows[one] is not highs[one]
    }
    return tuple(one.id for one in rules.framework.criteria if one.id in open_ones)


def _head_start(framework: Framework, lows: Answers, low: int) -> tuple[str, ...]:
    """Core criteria met above the level, but near enough not to be debt."""
    near = range(low + 1, low + framework.limits.debt_from)
    return tuple(
        one.id
        for one in framework.criteria
        if one.type.gates and one.level in near and lows[one.id] is AnswerValue.YES
    )


def _debt(
    framework: Framework, readings: Readings, lows: Answers, interval: tuple[int, int]
) -> tuple[Debt, ...]:
    """Core criteria met too far above the level; certain when the high reading says so too."""
    low, high = interval
    away = framework.limits.debt_from
    return tuple(
        Debt(one.id, missing_bases(framework, one, readings, lows), one.level >= high + away)
        for one in framework.criteria
        if one.type.gates and one.level >= low + away and lows[one.id] is AnswerValue.YES
    )


def _verified(
    framework: Framework, lows: Answers, grades: Mapping[str, int]
) -> dict[str, AnswerValue]:
    """The low reading with everything that evidence does not carry set to no."""
    minimum = framework.limits.minimum_grade
    claims = (AnswerValue.YES, AnswerValue.PARTLY)
    return {
        one.id: AnswerValue.NO
        if lows[one.id] in claims and grades.get(one.id, 0) < minimum[one.type]
        else lows[one.id]
        for one in framework.criteria
    }


def _quick_level(framework: Framework, answers: Answers) -> int:
    level = 0
    for above in range(1, TOP + 1):
        asked = (one for one in framework.quick if one.level == above)
        if not all(answers[one.id] is AnswerValue.YES for one in asked):
            break
        level = above
    return level


def by_urgency(framework: Framework, blockers: Iterable[str], lows: Answers) -> tuple[str, ...]:
    """Blockers as a reader should meet them: those that knock the level out first.

    First every "no" and every key that is only partly met, then the other partly met ones; within
    each group the framework's order is kept.
    """

    def waits(one: str) -> bool:
        key = framework.criterion[one].type is CriterionType.KEY
        return lows[one] is AnswerValue.PARTLY and not key

    return tuple(sorted(blockers, key=waits))
