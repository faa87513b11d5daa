"""An engagement's result: every criterion brought together, scored per scope unit and overall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engagements.assessment.level import assess
from engagements.assessment.model import Assessment, CaseAssessment, Consolidated, Reading
from engagements.assessment.rules import (
    NA,
    NO,
    UNKNOWN,
    VALUES,
    high_of,
    is_unknown,
    low_of,
    rules_of,
)
from engagements.assessment.voices import Kept, Roles, consolidate, differing, silent_on
from engagements.framework.model import Framework
from engagements.records.snapshot import Snapshot

Criteria = Mapping[str, Consolidated]
"""By criterion id, in the framework's order."""


def assess_case(snapshot: Snapshot) -> CaseAssessment:
    """Score a snapshot; pure, so the same snapshot always gives the same result.

    A criterion counts as answered when any scope unit has a reading for it, as unknown when any
    has none, and as a disagreement when the reading of any is still a set of answers.
    """
    framework = snapshot.framework
    kept = Kept.of(snapshot)
    roles = Roles.of(snapshot)
    units = {unit.id: _of_unit(framework, kept, roles, unit.id) for unit in snapshot.scope_units}
    by_unit = {unit: _assessed(framework, criteria) for unit, criteria in units.items()}
    return _brought_together(framework, units, by_unit, _whole(framework, tuple(units.values())))


def assess_again(snapshot: Snapshot, before: Snapshot, case: CaseAssessment) -> CaseAssessment:
    """What ``assess_case(snapshot)`` gives, from the result ``case`` of an earlier snapshot.

    Only the criteria are brought together again about which a record is another than ``before``;
    after one answer that is one of one scope unit.
    """
    framework = snapshot.framework
    roles = Roles.of(snapshot)
    ids = tuple(unit.id for unit in snapshot.scope_units)
    if before.framework is not framework or ids != tuple(case.units) or roles != Roles.of(before):
        return assess_case(snapshot)
    criteria = framework.criterion
    places = {one for one in differing(snapshot, before) if one[0] in ids and one[1] in criteria}
    if not places:
        return case
    kept = Kept.of(snapshot, places)
    units, by_unit, whole = dict(case.units), dict(case.by_unit), dict(case.consolidated)
    for unit in {unit for unit, _ in places}:
        now = {
            key: consolidate(criteria[key], kept.get((unit, key)), roles)
            for of, key in places
            if of == unit
        }
        units[unit] = {**units[unit], **now}
        by_unit[unit] = _assessed(framework, units[unit])
    for _, key in places:
        whole[key] = _joined([unit[key] for unit in units.values()])
    return _brought_together(framework, units, by_unit, whole)


def _brought_together(
    framework: Framework,
    units: Mapping[str, Criteria],
    by_unit: Mapping[str, Assessment],
    whole: Criteria,
) -> CaseAssessment:
    """A result from the criteria of each scope unit and of all."""
    rules = rules_of(framework)
    claimed = claimed_codes(framework, tuple(units.values()))
    return CaseAssessment(
        consolidated=whole,
        units=units,
        level=_assessed(framework, whole) if len(units) > 1 else next(iter(by_unit.values())),
        by_unit=by_unit,
        claimed=None if claimed is None else rules.staged(claimed),
        claimed_dimensions={}
        if claimed is None
        else {one.code: rules.staged_in(one.code, claimed) for one in framework.dimensions},
        answered=sum(
            any(not is_unknown(unit[one].reading) for unit in units.values()) for one in whole
        ),
        disagreements=tuple(
            one for one in whole if any(len(unit[one].reading) > 1 for unit in units.values())
        ),
        unknown=tuple(
            one for one in whole if any(is_unknown(unit[one].reading) for unit in units.values())
        ),
    )


def weakest(readings: Iterable[Reading]) -> Reading:
    """One reading over several scope units: as good as the weakest of them, n/a left out.

    Its low is the lowest low, its high the lowest high; unknown only when all are.
    """
    applicable = [one for one in readings if low_of(one) != NA]
    if not applicable:
        return frozenset({VALUES[NA]})
    if all(is_unknown(one) for one in applicable):
        return UNKNOWN
    low = min(low_of(one) for one in applicable)
    high = min(high_of(one) for one in applicable)
    return frozenset({VALUES[low], VALUES[high]})


def _of_unit(framework: Framework, kept: Kept, roles: Roles, unit: str) -> dict[str, Consolidated]:
    """Every criterion of one scope unit."""
    return {one.id: consolidate(one, kept.get((unit, one.id)), roles) for one in framework.criteria}


def _whole(framework: Framework, units: Sequence[Criteria]) -> Criteria:
    """Every criterion over all scope units."""
    return {one.id: _joined([unit[one.id] for unit in units]) for one in framework.criteria}


def _joined(parts: Sequence[Consolidated]) -> Consolidated:
    """One criterion over all scope units.

    The grade is the lowest of the units it applies to: so "verified" asks each of them for
    evidence.
    """
    if len(parts) == 1:
        return parts[0]
    applicable = [one.grade for one in parts if low_of(one.reading) != NA]
    against = (item for one in parts for item in one.contradicted)
    return Consolidated(
        criterion=parts[0].criterion,
        reading=weakest(one.reading for one in parts),
        grade=min(applicable or [one.grade for one in parts]),
        voices=tuple(voice for one in parts for voice in one.voices),
        judged=all(one.judged for one in parts),
        stale=any(one.stale for one in parts),
        disagreement=any(one.disagreement for one in parts),
        contradicted=tuple(dict.fromkeys(against)),
    )


def _assessed(framework: Framework, criteria: Criteria) -> Assessment:
    return assess(
        framework,
        {key: one.reading for key, one in criteria.items()},
        {key: one.grade for key, one in criteria.items()},
    )


def claimed_codes(framework: Framework, units: Sequence[Criteria]) -> list[int] | None:
    """The best answer any voice gave per criterion, nothing heard being a no; None without any.

    Judgements and grades are ignored.
    """
    best: list[int] = []
    heard = False
    for one in framework.criteria:
        silent = silent_on(one)
        said = [voice.value for unit in units for voice in unit[one.id].voices]
        heard = heard or bool(said)
        values = frozenset(value for value in said if value not in silent)
        best.append(high_of(values) if values else NO)
    return best if heard else None
