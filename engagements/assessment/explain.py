"""Why a level is what it is: the nearest single changes, and what one answer holds back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from engagements.assessment.model import Readings
from engagements.assessment.rules import NA, VALUES, YES, Codes, Gate, Rules, rules_of
from engagements.framework.model import AnswerValue, Criterion, Framework


@dataclass(frozen=True)
class Flip:
    """One criterion whose change alone lifts the level, its dimension, or both.

    ``value`` is the least answer that does; ``question`` is true when that may turn out to be
    the answer already, so that asking may be enough; ``effort`` are the likely person-days of the cheapest action
    that closes it, 0 for a question and None where nothing closes it.
    """

    criterion: str
    value: AnswerValue
    question: bool
    level: int | None
    """The level it leads to; None when the level stays."""
    dimension_level: int | None
    """The level of its dimension it leads to; None when that stays."""
    actions: tuple[str, ...]
    effort: Decimal | None


@dataclass(frozen=True)
class HeldBack:
    """What one criterion's answer keeps from being met, in the low reading."""

    criterion: str
    level: int | None
    """The level that cannot be met as this stands; None for a supplementary or met criterion."""
    dimension_level: int | None
    """The level of its dimension that cannot be met as this stands."""
    builds_on_it: tuple[str, ...]
    """Criteria that build on it, in framework order."""
    standing: tuple[str, ...]
    """Those of them that are already met, though this is not."""


def closest_flips(framework: Framework, readings: Readings) -> tuple[Flip, ...]:
    """Single changes that lift the level or a dimension (low reading), least effort first.

    A question comes before an action; with equal effort the framework's order decides.
    """
    rules = rules_of(framework)
    lows, highs = rules.low(readings), rules.high(readings)
    level = rules.staged(lows)
    profile = {one.code: rules.staged_in(one.code, lows) for one in framework.dimensions}
    flips = [
        flip
        for at, one in enumerate(framework.criteria)
        if lows[at] < YES
        for flip in _flip(rules, one, lows, highs, (level, profile[one.dimension]))
    ]

    def effort(flip: Flip) -> tuple[bool, bool, Decimal]:
        return (not flip.question, flip.effort is None, flip.effort or Decimal(0))

    return tuple(sorted(flips, key=effort))


def held_back(framework: Framework, readings: Readings, criterion: str) -> HeldBack:
    """What the answer to one criterion holds back; KeyError for an unknown criterion."""
    rules = rules_of(framework)
    lows = rules.low(readings)
    one = framework.criterion[criterion]
    at = rules.position[criterion]
    above = tuple(other.id for other in framework.criteria if criterion in other.builds_on)
    unmet = lows[at] < YES
    return HeldBack(
        criterion=criterion,
        level=_barred(rules, rules.gates, one, lows),
        dimension_level=_barred(rules, rules.profile[one.dimension], one, lows),
        builds_on_it=above,
        standing=tuple(other for other in above if unmet and lows[rules.position[other]] == YES),
    )


def _flip(
    rules: Rules, criterion: Criterion, lows: Codes, highs: Codes, standing: tuple[int, int]
) -> Iterator[Flip]:
    """The least change of one criterion that lifts something; none when nothing does."""
    at = rules.position[criterion.id]
    for code in range(lows[at] + 1, YES + 1):
        changed = [*lows[:at], code, *lows[at + 1 :]]
        level = rules.staged(changed)
        within = rules.staged_in(criterion.dimension, changed)
        if level > standing[0] or within > standing[1]:
            question = code <= highs[at]
            yield Flip(
                criterion=criterion.id,
                value=VALUES[code],
                question=question,
                level=level if level > standing[0] else None,
                dimension_level=within if within > standing[1] else None,
                actions=criterion.closed_by,
                effort=Decimal(0) if question else _effort(rules.framework, criterion),
            )
            return


def _effort(framework: Framework, criterion: Criterion) -> Decimal | None:
    """Likely person-days of the cheapest action that closes a criterion."""
    efforts = (framework.action[one].effort.likely for one in criterion.closed_by)
    return min(efforts, default=None)


def _barred(rules: Rules, gates: tuple[Gate, ...], criterion: Criterion, lows: Codes) -> int | None:
    """The criterion's level, when that level is not met and this answer is a reason."""
    at = rules.position[criterion.id]
    gate = next((one for one in gates if at in one.at), None)
    if gate is None or lows[at] in (YES, NA) or rules.met(gate, lows):
        return None
    return gate.level
