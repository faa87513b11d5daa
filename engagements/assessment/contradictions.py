"""Answers and metrics that do not go together: what to ask again. Never changes an answer."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from engagements.assessment.model import CaseAssessment, Consolidated
from engagements.assessment.rules import NA, VALUES
from engagements.assessment.voices import Kept, Roles, silent_on
from engagements.framework.grammar import (
    All,
    Condition,
    Either,
    LimitOf,
    Measures,
    NotMeasurable,
    Says,
    Sign,
    Spread,
    Term,
    parse,
    terms,
)
from engagements.framework.model import Criterion, Framework, Metric
from engagements.records import Answer, MetricReading
from engagements.records.snapshot import Snapshot

_COMPARE = {"<": operator.lt, ">": operator.gt, "=": operator.eq}


@dataclass(frozen=True)
class Hit:
    """A contradiction that holds in one scope unit, with what to ask and what it is about."""

    contradiction: str
    scope_unit: str
    ask: str
    criteria: tuple[str, ...]
    metrics: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """What the conditions are held against: one scope unit's answers and metric readings.

    ``spread`` is the distance in steps between two roles on the criterion that is looked at.
    """

    framework: Framework
    criteria: Mapping[str, Consolidated]
    metrics: Mapping[str, Sequence[MetricReading]] = field(
        default_factory=dict[str, Sequence[MetricReading]]
    )
    spread: int = 0

    def holds(self, condition: Condition) -> bool:
        """Whether a condition is true; an unknown, n/a or unsettled answer makes its term false."""
        match condition:
            case All(parts):
                return all(self.holds(part) for part in parts)
            case Either(parts):
                return any(self.holds(part) for part in parts)
            case Spread(sign, steps):
                return self.spread > 0 and bool(_COMPARE[sign](self.spread, steps))
            case _:
                return self._says(condition)

    def _says(self, term: Term) -> bool:
        match term:
            case Says(criterion, answer):
                found = self.criteria.get(criterion)
                return found is not None and found.reading == frozenset((answer,))
            case NotMeasurable(metric):
                return any(one.not_measurable for one in self.metrics.get(metric, ()))
            case Measures(metric, sign, bound):
                limit = self._bound(bound)
                found = self.metrics.get(metric, ())
                return limit is not None and any(_stands(one, sign, limit) for one in found)
            case _:
                return False

    def _bound(self, bound: Decimal | LimitOf) -> Decimal | None:
        if isinstance(bound, Decimal):
            return bound
        metric = self.framework.metric.get(bound.metric)
        return limit_of(metric, bound.level) if metric else None


def contradictions(snapshot: Snapshot, case: CaseAssessment) -> tuple[Hit, ...]:
    """Every contradiction that holds, by scope unit and then in the framework's order."""
    framework = snapshot.framework
    kept, roles = Kept.of(snapshot), Roles.of(snapshot)
    hits: list[Hit] = []
    for unit, criteria in case.units.items():
        measured: dict[str, list[MetricReading]] = {}
        for one in snapshot.of(MetricReading):
            if one.scope_unit == unit:
                measured.setdefault(one.metric, []).append(one)
        view = View(framework, criteria, measured)
        spreads = _spreads(unit, view, kept, roles)
        for contradiction in framework.contradictions:
            condition = parse(contradiction.when)
            named = _named(condition)
            about: tuple[tuple[str, ...], ...]
            if any(isinstance(term, Spread) for term in terms(condition)):
                about = tuple(
                    (criterion, *(one for one in named if one != criterion))
                    for criterion, steps in spreads.items()
                    if View(framework, criteria, measured, steps).holds(condition)
                )
            else:
                about = (named,) if view.holds(condition) else ()
            metrics = _measured(condition)
            hits += [Hit(contradiction.id, unit, contradiction.ask, ids, metrics) for ids in about]
    return tuple(hits)


def limit_of(metric: Metric, level: int) -> Decimal | None:
    """The metric's limit of a level: the first one for all, else the first one listed."""
    limits = [one for one in metric.limits if one.level == level]
    for_all = [one for one in limits if one.scope == "all"]
    return next((one.value for one in (*for_all, *limits)), None)


def spread(criterion: Criterion, answers: Sequence[Answer], roles: Roles) -> int:
    """How many steps (no, partly, yes) the answers of two roles to one criterion lie apart."""
    silent = silent_on(criterion)
    steps = [
        ((one.interview, one.voice), VALUES.index(one.value), roles.behind(one, answers))
        for one in answers
        if one.value not in silent and one.value is not VALUES[NA]
    ]
    return max(
        (
            abs(one - other)
            for at, (voice, one, behind) in enumerate(steps)
            for another, other, beside in steps[:at]
            if voice != another and behind and beside and len(behind | beside) > 1
        ),
        default=0,
    )


def _spreads(unit: str, view: View, kept: Kept, roles: Roles) -> dict[str, int]:
    """The spread of every criterion that no judgement has settled."""
    found = {
        one.id: spread(one, kept[unit, one.id].answers, roles)
        for one in view.framework.criteria
        if (unit, one.id) in kept and not view.criteria[one.id].judged
    }
    return {criterion: steps for criterion, steps in found.items() if steps}


def _stands(reading: MetricReading, sign: Sign, bound: Decimal) -> bool:
    """Whether all of a reading's range stands below, above or at the bound."""
    ends = [one for one in (reading.low, reading.high) if one is not None]
    if reading.not_measurable or not ends:
        return False
    return all(_COMPARE[sign](one, bound) for one in ends)


def _named(condition: Condition) -> tuple[str, ...]:
    """The criteria a condition speaks of."""
    return tuple(
        dict.fromkeys(term.criterion for term in terms(condition) if isinstance(term, Says))
    )


def _measured(condition: Condition) -> tuple[str, ...]:
    """The metrics a condition speaks of."""
    return tuple(
        dict.fromkeys(
            term.metric for term in terms(condition) if isinstance(term, Measures | NotMeasurable)
        )
    )
