"""A framework compiled for scoring: whole-number points and criteria by level and dimension."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from engagements.framework.model import (
    LEVELS,
    AnswerValue,
    Criterion,
    CriterionType,
    Framework,
)

Answers = Mapping[str, AnswerValue]
"""One value per criterion id: the low or the high reading. None of them is unknown."""

STEPS = (AnswerValue.NO, AnswerValue.PARTLY, AnswerValue.YES)
"""The answers that carry points, worst first."""


@dataclass(frozen=True)
class Gate:
    """The criteria that one level is decided by, of the whole or of one dimension."""

    level: int
    ids: tuple[str, ...]
    knocking: frozenset[str]
    """Criteria whose "no" keeps the level from being met: core and key."""
    key: frozenset[str]
    """Criteria that need a full yes."""


@dataclass(frozen=True)
class Rules:
    """What scoring asks of a framework, prepared once.

    ``points`` are whole numbers, ``unit`` of them make a full point; so a mean is compared with
    a limit by multiplication, exactly.
    """

    framework: Framework
    points: Mapping[AnswerValue, int]
    unit: int
    full: Fraction
    plus: Fraction
    gates: tuple[Gate, ...]
    """Levels 1 to 4 over core and key criteria."""
    profile: Mapping[str, tuple[Gate, ...]]
    """Levels 1 to 4 of each dimension over all its criteria."""

    def exceeds(self, gate: Gate, answers: Answers, limit: Fraction) -> bool:
        """Whether the mean of the points over applicable criteria is above ``limit``."""
        points, applicable = self.tally(gate, answers)
        return points * limit.denominator > limit.numerator * applicable * self.unit

    def tally(self, gate: Gate, answers: Answers) -> tuple[int, int]:
        """Points (in units) and number of applicable criteria."""
        total = applicable = 0
        for one in gate.ids:
            value = answers[one]
            if value is not AnswerValue.NA:
                total += self.points[value]
                applicable += 1
        return total, applicable

    def fulfilment(self, gate: Gate, answers: Answers) -> Fraction | None:
        """Points over applicable criteria, exactly; None where none applies."""
        points, applicable = self.tally(gate, answers)
        return Fraction(points, applicable * self.unit) if applicable else None

    def met(self, gate: Gate, answers: Answers) -> bool:
        """Whether one level is met: no core "no", every key a full yes, and the mean above F."""
        for one in gate.ids:
            value = answers[one]
            if value is AnswerValue.NO and one in gate.knocking:
                return False
            if value is AnswerValue.PARTLY and one in gate.key:
                return False
        return self.exceeds(gate, answers, self.full)

    def staged(self, answers: Answers) -> int:
        """The level: the highest one that is met with all below it."""
        level = 0
        for gate in self.gates:
            if not self.met(gate, answers):
                break
            level = gate.level
        return level

    def staged_in(self, dimension: str, answers: Answers) -> int:
        """The level of one dimension; a level without applicable criteria is passed through."""
        level = 0
        for gate in self.profile[dimension]:
            if self.met(gate, answers):
                level = gate.level
            elif any(answers[one] is not AnswerValue.NA for one in gate.ids):
                break
        return level


_COMPILED: dict[int, Rules] = {}
_MOST = 16
"""Frameworks kept compiled; an engagement needs one."""


def rules_of(framework: Framework) -> Rules:
    """The framework's rules, compiled once per framework value."""
    rules = _COMPILED.get(id(framework))
    # Rules hold their framework, so its address is not given to another one meanwhile.
    if rules is None or rules.framework is not framework:
        if len(_COMPILED) >= _MOST:
            _COMPILED.clear()
        rules = _COMPILED[id(framework)] = _compile(framework)
    return rules


def _compile(framework: Framework) -> Rules:
    said = {one.code: Fraction(one.points) for one in framework.answers if one.points is not None}
    worth = [said[step] for step in STEPS]
    unit = math.lcm(*(one.denominator for one in worth))
    by_dimension = {
        dimension.code: tuple(
            _gate(level, (c for c in framework.criteria if c.dimension == dimension.code))
            for level in LEVELS[1:]
        )
        for dimension in framework.dimensions
    }
    return Rules(
        framework=framework,
        points={step: int(one * unit) for step, one in zip(STEPS, worth, strict=True)},
        unit=unit,
        full=Fraction(framework.limits.full),
        plus=Fraction(framework.limits.plus),
        gates=tuple(_gate(level, framework.core_at[level]) for level in LEVELS[1:]),
        profile=by_dimension,
    )


def _gate(level: int, criteria: Iterable[Criterion]) -> Gate:
    here = tuple(one for one in criteria if one.level == level)
    return Gate(
        level=level,
        ids=tuple(one.id for one in here),
        knocking=frozenset(one.id for one in here if one.type.gates),
        key=frozenset(one.id for one in here if one.type is CriterionType.KEY),
    )
