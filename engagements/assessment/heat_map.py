"""How each criterion stands on the heat map, what waits to be settled, what settling changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engagements.assessment.consolidate import assess_again
from engagements.assessment.contradictions import Hit
from engagements.assessment.level import by_urgency
from engagements.assessment.model import Assessment, CaseAssessment, Consolidated
from engagements.assessment.rules import NA, PARTLY, YES, is_unknown, low_of
from engagements.assessment.voices import SAID_BY_TWO, digest_of
from engagements.framework.model import AnswerValue
from engagements.records import Judgement
from engagements.records.snapshot import Snapshot


class Tile(StrEnum):
    """What a cell of the heat map shows: the low reading, and what is out of step with it."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    NA = "n/a"
    ABOVE = "above"
    """Met two or more levels above the achieved one: skipped-level debt."""


class Flag(StrEnum):
    """Why a criterion deserves a second look."""

    DISAGREEMENT = "disagreement"
    """Voices differ, and neither a judgement nor the evidence decides between them."""
    UNKNOWN = "unknown"
    NO_REASON = "no reason"
    """Decided against a voice or an evidence item, without saying why."""
    SAID_ONLY = "said only"
    """A yes or partly that nothing but words carries."""
    CONTRADICTION = "contradiction"
    STALE = "stale"
    """Answers have changed since it was settled."""


@dataclass(frozen=True)
class Cell:
    """One criterion on the map."""

    criterion: str
    tile: Tile
    flags: frozenset[Flag]
    judged: bool


@dataclass(frozen=True)
class Effect:
    """Levels (low and high) before and after a judgement, and what blocks the next level then."""

    dimension: str
    dimension_before: tuple[int, int]
    dimension_after: tuple[int, int]
    overall_before: tuple[int, int]
    overall_after: tuple[int, int]
    blockers: tuple[str, ...]
    """Criteria that block the next overall level afterwards, without the judged one."""
    frees: bool
    """It blocked the next overall level and does no longer."""


def cells(
    snapshot: Snapshot, case: CaseAssessment, unit: str, hits: Sequence[Hit]
) -> Mapping[str, Cell]:
    """Every criterion of one scope unit by its id, in the framework's order."""
    level = case.by_unit[unit]
    above = {one.criterion for one in level.debt}
    against = {each for hit in hits if hit.scope_unit == unit for each in hit.criteria}
    reasons = {
        one.criterion: one.reason for one in snapshot.of(Judgement) if one.scope_unit == unit
    }
    return {
        criterion: Cell(
            criterion,
            _tile(found, above=criterion in above),
            _flags(found, reasons.get(criterion, ""), contradicted=criterion in against),
            found.judged,
        )
        for criterion, found in case.units[unit].items()
    }


def to_reconcile(snapshot: Snapshot, case: CaseAssessment, unit: str) -> tuple[str, ...]:
    """Criteria to settle next: stale and unsettled ones, those that decide the level first."""
    found = case.units[unit]
    level = case.by_unit[unit]
    waiting = [key for key, one in found.items() if one.stale or len(one.reading) > 1]
    decisive = [one for one in level.decisive if one in waiting]
    readings = {key: one.reading for key, one in found.items()}
    blocking = by_urgency(
        snapshot.framework, [one for one in level.blockers if one in waiting], readings
    )
    return tuple(dict.fromkeys((*decisive, *blocking, *waiting)))


def effect(
    snapshot: Snapshot,
    case: CaseAssessment,
    criterion: str,
    value: AnswerValue,
    *,
    unit: str,
    reason: str = "",
) -> Effect:
    """What a judgement would change, worked out on a copy; nothing is kept."""
    before = case.by_unit[unit]
    supposed = Judgement.of(
        criterion,
        value,
        scope_unit=unit,
        # n/a counts only with a reason; what is previewed is what settling it would do.
        reason=reason or "supposed",
        saw=digest_of(snapshot, criterion, unit),
    )
    changed = {(Judgement.kind, supposed.id): (supposed,)}
    settled = snapshot.having(changed, {}, snapshot.revisions)
    later = assess_again(settled, snapshot, case).by_unit[unit]
    dimension = snapshot.framework.criterion[criterion].dimension
    return Effect(
        dimension=dimension,
        dimension_before=_inside(before, dimension),
        dimension_after=_inside(later, dimension),
        overall_before=(before.low, before.high),
        overall_after=(later.low, later.high),
        blockers=tuple(one for one in later.blockers if one != criterion),
        frees=criterion in before.blockers and criterion not in later.blockers,
    )


def _inside(level: Assessment, dimension: str) -> tuple[int, int]:
    found = level.dimensions[dimension]
    return found.low, found.high


def _tile(found: Consolidated, *, above: bool) -> Tile:
    if is_unknown(found.reading):
        return Tile.UNKNOWN
    low = low_of(found.reading)
    if low == YES and above:
        return Tile.ABOVE
    return {NA: Tile.NA, YES: Tile.MET, PARTLY: Tile.PARTLY}.get(low, Tile.NOT_MET)


def _flags(found: Consolidated, reason: str, *, contradicted: bool) -> frozenset[Flag]:
    unknown = is_unknown(found.reading)
    claims = not unknown and low_of(found.reading) in (YES, PARTLY)
    undecided = len(found.reading) > 1
    overruled = (found.disagreement or bool(found.contradicted)) and not undecided
    held = {
        Flag.DISAGREEMENT: undecided,
        Flag.UNKNOWN: unknown,
        Flag.NO_REASON: overruled and not unknown and not reason.strip(),
        Flag.SAID_ONLY: claims and found.grade <= SAID_BY_TWO,
        Flag.CONTRADICTION: contradicted or bool(found.contradicted),
        Flag.STALE: found.stale,
    }
    return frozenset(flag for flag, holds in held.items() if holds)
