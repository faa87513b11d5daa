"""A framework compiled for scoring: answers as small whole numbers, criteria by position.

The rule is asked some thousand times a second by scripts and after every key press in an
interview, so what depends on the framework alone is worked out once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from engagements.assessment.model import Reading, Readings
from engagements.framework.model import (
    LEVELS,
    AnswerValue,
    Criterion,
    CriterionType,
    Framework,
)

NO, PARTLY, YES, NA = range(4)
"""Codes of settled answers, worst first; n/a is above all, so it never knocks a level out."""

VALUES = (AnswerValue.NO, AnswerValue.PARTLY, AnswerValue.YES, AnswerValue.NA)
"""The answer of each code."""

NEEDS = {CriterionType.SUPPLEMENTARY: NO, CriterionType.CORE: PARTLY, CriterionType.KEY: YES}
"""The least code with which a criterion of each type does not knock its level out."""

Codes = Sequence[int]
"""One code per criterion, in the framework's order: the low or the high reading of all."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What one level is decided by, of the whole or of one dimension."""

    level: int
    at: tuple[int, ...]
    """Positions of its criteria."""
    needs: tuple[tuple[int, int], ...]
    """The same positions, each with the least code that does not knock the level out."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What scoring asks of a framework, prepared once.

    ``points`` by code are whole numbers, ``unit`` of them make a full point; so a mean is
    compared with a limit by multiplication, exactly.
    """

    framework: Framework
    position: Mapping[str, int]
    points: tuple[int, int, int, int]
    unit: int
    full: Fraction
    plus: Fraction
    gates: tuple[Gate, ...]
    """Levels 1 to 4 over core and key criteria."""
    profile: Mapping[str, tuple[Gate, ...]]
    """Levels 1 to 4 of each dimension over all its criteria."""
    minimum: tuple[int, ...]
    """By position, the evidence grade that "verified" asks for."""

    def low(self, readings: Readings) -> list[int]:
        """Every criterion at its worst: an unknown is a no."""
        return [low_of(readings.get(one, UNKNOWN)) for one in self.position]

    def high(self, readings: Readings) -> list[int]:
        """Every criterion at its best: an unknown is a yes."""
        return [high_of(readings.get(one, UNKNOWN)) for one in self.position]

    def met(self, gate: Gate, codes: Codes) -> bool:
        """Whether one level is met: no core "no", every key a full yes, and the mean above F."""
        for at, need in gate.needs:
            if codes[at] < need:
                return False
        return self.exceeds(gate, codes, self.full)

    def exceeds(self, gate: Gate, codes: Codes, limit: Fraction) -> bool:
        """Whether the mean of the points over applicable criteria is above ``limit``."""
        points, applicable = self.tally(gate, codes)
        return points * limit.denominator > limit.numerator * applicable * self.unit

    def tally(self, gate: Gate, codes: Codes) -> tuple[int, int]:
        """Points (``unit`` of them are a full point) and the number of applicable criteria."""
        points = applicable = 0
        for at in gate.at:
            code = codes[at]
            if code != NA:
                points += self.points[code]
                applicable += 1
        return points, applicable

    def fulfilment(self, gate: Gate, codes: Codes) -> Fraction | None:
        """Points over applicable criteria, exactly; None where none applies."""
        points, applicable = self.tally(gate, codes)
        return Fraction(points, applicable * self.unit) if applicable else None

    def staged(self, codes: Codes) -> int:
        """The level: the highest one that is met with all below it."""
        level = 0
        for gate in self.gates:
            if not self.met(gate, codes):
                break
            level = gate.level
        return level

    def staged_in(self, dimension: str, codes: Codes) -> int:
        """The level of one dimension; a level without applicable criteria is passed through."""
        level = 0
        for gate in self.profile[dimension]:
            if self.met(gate, codes):
                level = gate.level
            elif any(codes[at] != NA for at in gate.at):
                break
        return level


UNKNOWN: Reading = frozenset({AnswerValue.UNKNOWN})


def is_unknown(reading: Reading | None) -> bool:
    """Whether nobody has said anything but "don't know"."""
    return not reading or reading == UNKNOWN


@lru_cache(maxsize=64)
def low_of(reading: Reading) -> int:
    """The worst a reading may turn out to be: an unknown is a no, n/a only when it stands alone."""
    return min(_possible(reading), default=NA)


@lru_cache(maxsize=64)
def high_of(reading: Reading) -> int:
    """The best a reading may turn out to be: an unknown is a yes, n/a only when it stands alone."""
    return max(_possible(reading), default=NA)


def _possible(reading: Reading) -> set[int]:
    """Codes a reading may turn out to be; none for n/a, which beside others is dropped."""
    if is_unknown(reading):
        return {NO, YES}
    codes = {VALUES.index(value) for value in reading if value is not AnswerValue.UNKNOWN} - {NA}
    return codes | {NO, YES} if AnswerValue.UNKNOWN in reading else codes


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
    no, partly, yes = (said[value] for value in VALUES[:NA])
    unit = math.lcm(no.denominator, partly.denominator, yes.denominator)
    position = {one.id: at for at, one in enumerate(framework.criteria)}

    def gate(level: int, criteria: Iterable[Criterion]) -> Gate:
        here = [(position[one.id], NEEDS[one.type]) for one in criteria if one.level == level]
        return Gate(level, tuple(at for at, _ in here), tuple(here))

    return Rules(
        framework=framework,
        position=position,
        points=(int(no * unit), int(partly * unit), int(yes * unit), 0),
        unit=unit,
        full=Fraction(framework.limits.full),
        plus=Fraction(framework.limits.plus),
        gates=tuple(gate(level, framework.core_at[level]) for level in LEVELS[1:]),
        profile={
            dimension.code: tuple(
                gate(level, (c for c in framework.criteria if c.dimension == dimension.code))
                for level in LEVELS[1:]
            )
            for dimension in framework.dimensions
        },
        minimum=tuple(framework.limits.minimum_grade[one.type] for one in framework.criteria),
    )
