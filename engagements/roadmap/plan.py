"""From the achieved level to the target: the transitions, their actions and their dates.

Durations are a range (low, likely, high), scheduled three times in one order.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engagements.assessment.level import assess
from engagements.assessment.model import CaseAssessment, Readings
from engagements.framework.model import Framework
from engagements.language import tr
from engagements.problem import Problem
from engagements.records.outcome import PlanChange
from engagements.records.snapshot import Snapshot
from engagements.roadmap.model import PlannedTransition, Roadmap
from engagements.roadmap.selection import select
from engagements.roadmap.transition import Brief, Standing, lead_to
from engagements.roadmap.workdays import monday_after, on_or_after


def plan(
    framework: Framework,
    readings: Readings,
    *,
    target: int,
    start: date,
    changes: Iterable[PlanChange] = (),
) -> Roadmap:
    """Lead from the achieved level (low reading) to ``target``, one transition after another.

    Only what closes something open is in it. ``start`` on a weekend moves to Monday; a transition
    begins on the working day after the likely finish of the one before. There is no transition
    when the target is reached already, and none for a level that is reached on the way to a lower
    one with nothing left to do.
    """
    now = assess(framework, readings)
    standing = Standing(readings, now.low, on_or_after(start))
    levels = range(now.low + 1, target + 1)
    if not levels:
        return Roadmap(standing.start, now.low, target, (), ())
    by_hand = decided(changes)
    selection = select(framework, readings, levels, by_hand)
    owed = frozenset(base for debt in now.debt for base in debt.missing)
    steps = _steps(levels, Brief(framework, selection, by_hand, owed), standing)
    return Roadmap(standing.start, now.low, target, steps, selection.left_out)


def plan_case(
    snapshot: Snapshot,
    assessment: CaseAssessment,
    *,
    start: date | None = None,
    target: int | None = None,
) -> Roadmap:
    """The roadmap of an engagement, with the changes made to it by hand.

    Without ``start`` it begins as ``start_of`` says; without ``target`` it leads to the agreed
    target, and where none is agreed to the next level.
    """
    agreed = snapshot.engagement.target if target is None else target
    return plan(
        snapshot.framework,
        {key: one.reading for key, one in assessment.consolidated.items()},
        target=min(4, assessment.level.low + 1) if agreed is None else agreed,
        start=start or start_of(snapshot),
        changes=snapshot.of(PlanChange),
    )


def start_of(snapshot: Snapshot) -> date:
    """The day on which an engagement's roadmap begins.

    As agreed, else the Monday after the engagement ends, else after it starts. A Problem when
    none of these dates is known.
    """
    engagement = snapshot.engagement
    if engagement.roadmap_start:
        return engagement.roadmap_start
    known = engagement.ends or engagement.starts
    if known is None:
        raise Problem(tr("The roadmap has no start date."), tr("Give the day on which it begins."))
    return monday_after(known)


def _steps(levels: range, brief: Brief, standing: Standing) -> tuple[PlannedTransition, ...]:
    """One transition per level, save those with nothing to do whose level is reached already."""
    steps: list[PlannedTransition] = []
    for level in levels:
        if brief.selection.by_level[level] or standing.level < level:
            step, standing = lead_to(level, brief, standing, detailed=not steps)
            steps.append(step)
    return tuple(steps)


def decided(changes: Iterable[PlanChange]) -> dict[str, PlanChange]:
    """What was decided by hand about each action; of two decisions on one field the later id's."""
    found: dict[str, PlanChange] = {}
    for change in sorted(changes, key=lambda one: (one.id, one.model_dump_json())):
        known = found.get(change.action)
        given = change.model_dump(exclude_none=True)
        found[change.action] = known.model_copy(update=given) if known else change
    return found
