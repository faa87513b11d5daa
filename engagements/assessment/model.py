"""What an assessment says: frozen results with exact fractions inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from engagements.framework.model import AnswerValue

Reading = frozenset[AnswerValue]
"""What is taken as the answer to one criterion; several values are an unresolved conflict."""

Readings = Mapping[str, Reading]
"""Readings by criterion id; a missing or empty one is unknown."""


@dataclass(frozen=True)
class Debt:
    """A core criterion met two or more levels above the achieved one.

    ``missing`` are the bases not met; ``certain`` when it is debt in the high reading too.
    """

    criterion: str
    missing: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Count:
    """Criteria of one dimension (or of the whole) at one level: met, applicable, unknown, n/a."""

    met: int
    total: int
    unknown: int
    not_applicable: int


@dataclass(frozen=True)
class DimensionLevel:
    """The staged level inside one dimension; ``counts`` by level 1 to 4 over all its criteria."""

    code: str
    low: int
    high: int
    counts: Mapping[int, Count]
    debt: tuple[str, ...]

    @property
    def applies(self) -> bool:
        """False where every criterion is not applicable: then the level, 0, says nothing."""
        return any(one.total for one in self.counts.values())


@dataclass(frozen=True)
class Assessment:
    """The result of scoring one set of readings. Criterion lists are in framework order."""

    low: int
    high: int
    plus: bool
    fulfilment: Mapping[int, Fraction | None]
    """Per level 1 to 4: points over applicable core criteria (low); None where none apply."""
    counts: Mapping[int, Count]
    """Core criteria per level 1 to 4."""
    blockers: tuple[str, ...]
    decisive: tuple[str, ...]
    head_start: tuple[str, ...]
    debt: tuple[Debt, ...]
    verified: int | None
    after_blockers: int
    dimensions: Mapping[str, DimensionLevel]


@dataclass(frozen=True)
class Quick:
    """The six-question diagnostic: an upper bound of the level.

    ``decisive`` and ``debt`` name questions; a debt's missing bases are questions of lower levels.
    """

    low: int
    high: int
    decisive: tuple[str, ...]
    debt: tuple[Debt, ...]


@dataclass(frozen=True, slots=True)
class Voiced:
    """One voice's answer with what supports it, for display side by side."""

    answer: str
    """Id of the answer record."""
    value: AnswerValue
    grade: int


@dataclass(frozen=True, slots=True)
class Consolidated:
    """One criterion of one scope unit, brought together from all voices."""

    criterion: str
    reading: Reading
    grade: int
    """Grade of the consolidated answer or judgement, 0 to 4."""
    voices: tuple[Voiced, ...]
    judged: bool
    stale: bool
    """A judgement is in force, but answers have changed since."""
    disagreement: bool
    """The voices' answers differ, whether or not that is settled by now."""
    contradicted: tuple[str, ...]
    """Ids of evidence that speaks against the consolidated answer."""


@dataclass(frozen=True)
class CaseAssessment:
    """An engagement's result: consolidated criteria, the level, and what voices claim."""

    consolidated: Mapping[str, Consolidated]
    """By criterion id, over all scope units (a criterion is as good as its weakest unit)."""
    units: Mapping[str, Mapping[str, Consolidated]]
    """By scope unit id, then criterion id."""
    level: Assessment
    by_unit: Mapping[str, Assessment]
    claimed: int | None
    """Level of the best answer any voice gave; None without interviews."""
    claimed_dimensions: Mapping[str, int]
    answered: int
    """Criteria with at least one answer or judgement other than unknown."""
    disagreements: tuple[str, ...]
    """To clarify: criteria whose reading is still a set of answers in some scope unit."""
    unknown: tuple[str, ...]
    """Criteria that nobody could say anything about in some scope unit."""

    @property
    def heard(self) -> bool:
        """Whether any voice gave an answer other than unknown: else nothing is claimed."""
        return any(
            voice.value is not AnswerValue.UNKNOWN
            for unit in self.units.values()
            for one in unit.values()
            for voice in one.voices
        )
