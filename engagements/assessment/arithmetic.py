"""The exact sums behind each figure: what one level counts, of the whole or of one dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from engagements.assessment.consolidate import claimed_codes
from engagements.assessment.level import carried
from engagements.assessment.model import CaseAssessment, Readings
from engagements.assessment.rules import NA, NO, YES, Codes, Gate, rules_of
from engagements.framework.model import Framework


class Basis(StrEnum):
    """Which of the figures is worked out: each takes another answer as given."""

    LEVEL = "level"
    """Every criterion at its worst: what is open counts as no."""
    POSSIBLE = "possible"
    """Every criterion at its best: what is open counts as yes."""
    VERIFIED = "verified"
    """As the level, with what its evidence does not carry as no."""
    CLAIMED = "claimed"
    """The best answer any voice gave, nothing heard being a no."""


@dataclass(frozen=True)
class Tally:
    """The sum of one level: points of full yes and half ones over what applies, and the verdict.

    ``share`` is exact, None where no criterion applies; it must exceed ``limit``. ``stops`` are
    the criteria that keep the level from being met whatever the share is.
    """

    level: int
    criteria: tuple[str, ...]
    codes: Mapping[str, int]
    share: Fraction | None
    limit: Fraction
    stops: tuple[str, ...]
    met: bool

    def count(self, code: int) -> int:
        """How many criteria count as this answer."""
        return Counter(self.codes.values())[code]

    @property
    def applicable(self) -> int:
        """Criteria that are not n/a."""
        return len(self.criteria) - self.count(NA)

    @property
    def lacks(self) -> tuple[str, ...]:
        """Criteria that are neither a full yes nor n/a."""
        return tuple(one for one in self.criteria if self.codes[one] not in (YES, NA))


def codes_of(framework: Framework, case: CaseAssessment, basis: Basis) -> Codes:
    """What every criterion counts as for a figure, in the framework's order."""
    rules = rules_of(framework)
    readings: Readings = {key: one.reading for key, one in case.consolidated.items()}
    if basis is Basis.POSSIBLE:
        return rules.high(readings)
    if basis is Basis.VERIFIED:
        grades = {key: one.grade for key, one in case.consolidated.items()}
        return carried(rules, rules.low(readings), grades)
    if basis is Basis.CLAIMED:
        return claimed_codes(framework, tuple(case.units.values())) or [NO] * len(rules.position)
    return rules.low(readings)


def tallies(framework: Framework, codes: Codes, dimension: str = "") -> tuple[Tally, ...]:
    """The sums of levels 1 to 4: core criteria of the whole, or all criteria of a dimension."""
    rules = rules_of(framework)
    gates = rules.profile[dimension] if dimension else rules.gates
    return tuple(_tally(framework, gate, codes) for gate in gates)


def verified_dimensions(framework: Framework, case: CaseAssessment) -> dict[str, int]:
    """The level of each dimension with what its evidence does not carry counted as no."""
    codes = codes_of(framework, case, Basis.VERIFIED)
    rules = rules_of(framework)
    return {one.code: rules.staged_in(one.code, codes) for one in framework.dimensions}


def _tally(framework: Framework, gate: Gate, codes: Codes) -> Tally:
    rules = rules_of(framework)
    criteria = [framework.criteria[at].id for at in gate.at]
    return Tally(
        level=gate.level,
        criteria=tuple(criteria),
        codes={framework.criteria[at].id: codes[at] for at in gate.at},
        share=rules.fulfilment(gate, codes),
        limit=rules.full,
        stops=tuple(framework.criteria[at].id for at, need in gate.needs if codes[at] < need),
        met=rules.met(gate, codes),
    )
