"""One transition of a roadmap: its actions on lanes, with dates, and the level it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from engagements.assessment.level import assess
from engagements.assessment.model import Readings
from engagements.framework.model import Action, AnswerValue, CriterionType, Framework
from engagements.records.outcome import PlanChange
from engagements.roadmap.model import PlannedAction, PlannedTransition, Three
from engagements.roadmap.schedule import Slot, Task, schedule
from engagements.roadmap.selection import Selection, is_open
from engagements.roadmap.workdays import DAYS_A_WEEK, day_after, first_day, last_day

WEEKS_ON_A_WEEK_AXIS = 14
HALF_A_DAY = Decimal("0.5")
ZERO = Decimal(0)
NOTHING = Three(ZERO, ZERO, ZERO)
MET = frozenset({AnswerValue.YES})


@dataclass(frozen=True)
class Brief:
    """What holds for a whole roadmap."""

    framework: Framework
    selection: Selection
    changes: Mapping[str, PlanChange]
    """Decisions made by hand, by action."""
    owed: frozenset[str]
    """Missing bases of skipped-level debt."""


@dataclass(frozen=True)
class Standing:
    """Where the organisation is when a transition begins; ``start`` is a working day."""

    readings: Readings
    level: int
    start: date


def weeks_of(action: Action, change: PlanChange | None = None) -> Three:
    """Durations of an action in working weeks, as changed by hand; low <= likely <= high.

    Where a figure given by hand contradicts another one, likely wins.
    """
    changed = change or PlanChange(id="", action=action.id)
    likely = max(ZERO, _either(changed.weeks_likely, action.weeks_likely))
    return Three(
        min(likely, max(ZERO, _either(changed.weeks_low, action.weeks_low))),
        likely,
        max(likely, _either(changed.weeks_high, action.weeks_high)),
    )


def effort_of(action: Action, weeks: Three) -> Three:
    """Effort in person-days: the framework's where the duration is, else by people and weeks.

    Weeks x 5 x the sum of the shares, rounded to half a day, as the framework's own figures are.
    """
    people = sum((one.people for one in action.people), ZERO)

    def days(now: Decimal, usual: Decimal, effort: Decimal) -> Decimal:
        if now == usual:
            return effort
        halves = (now * DAYS_A_WEEK * people / HALF_A_DAY).quantize(Decimal(1), ROUND_HALF_UP)
        return halves * HALF_A_DAY

    return Three(
        days(weeks.low, action.weeks_low, action.effort.low),
        days(weeks.likely, action.weeks_likely, action.effort.likely),
        days(weeks.high, action.weeks_high, action.effort.high),
    )


def lead_to(
    level: int, brief: Brief, standing: Standing, *, detailed: bool
) -> tuple[PlannedTransition, Standing]:
    """Plan the transition to ``level``; returns it with where it leaves the organisation."""
    transition = brief.framework.transition_from(level - 1)
    actions = brief.selection.by_level[level]
    here = {action.id for action in actions}
    slots = schedule([_task(one, here, brief, standing) for one in actions], transition.lanes)
    planned = tuple(_action(slot, brief, standing) for slot in slots)
    closed = {one for action in planned for one in action.closes}
    readings = {**standing.readings, **dict.fromkeys(closed, MET)}
    predicted = assess(brief.framework, readings).low
    weeks = _ends(slots)
    step = PlannedTransition(
        id=transition.id,
        from_level=level - 1,
        to_level=level,
        headline=transition.headline,
        axis=_axis(level - 1, weeks),
        lanes=transition.lanes,
        start=standing.start,
        finish_low=last_day(standing.start, ZERO, weeks.low),
        finish_likely=last_day(standing.start, ZERO, weeks.likely),
        finish_high=last_day(standing.start, ZERO, weeks.high),
        weeks=weeks,
        effort=_total([one.effort for one in planned]),
        actions=planned,
        open_criteria=_open_at(level, brief.framework, standing.readings),
        predicted=predicted,
        detailed=detailed,
    )
    return step, Standing(readings, predicted, day_after(standing.start, weeks.likely))


def _either(by_hand: Decimal | None, usual: Decimal) -> Decimal:
    """The figure given by hand, where there is one."""
    return usual if by_hand is None else by_hand


def _task(action: Action, here: set[str], brief: Brief, standing: Standing) -> Task:
    """An action as the scheduler sees it: only what is in the same transition holds it up."""
    closes = _closes(action, standing.readings)
    return Task(
        id=action.id,
        weeks=weeks_of(action, brief.changes.get(action.id)),
        after=tuple(one for one in brief.selection.after[action.id] if one in here),
        repays_debt=not brief.owed.isdisjoint(closes),
        closes_core=sum(brief.framework.criterion[one].type.gates for one in closes),
    )


def _action(slot: Slot, brief: Brief, standing: Standing) -> PlannedAction:
    """An action with its dates."""
    action = brief.framework.action[slot.id]
    change = brief.changes.get(slot.id)
    weeks = weeks_of(action, change)
    start = standing.start
    return PlannedAction(
        id=action.id,
        title=action.title,
        owner=(change.owner if change else None) or action.owner or None,
        lane=slot.lane,
        begins=slot.begins.likely,
        weeks=weeks,
        ends=slot.ends,
        start=first_day(start, slot.begins.likely),
        finish_low=last_day(start, slot.begins.low, slot.ends.low),
        finish_likely=last_day(start, slot.begins.likely, slot.ends.likely),
        finish_high=last_day(start, slot.begins.high, slot.ends.high),
        effort=effort_of(action, weeks),
        after=brief.selection.after[action.id],
        closes=_closes(action, standing.readings),
        enabler=not action.closes,
        critical=slot.critical,
    )


def _closes(action: Action, readings: Readings) -> tuple[str, ...]:
    """The open criteria among those an action closes."""
    return tuple(one for one in action.closes if is_open(readings.get(one, frozenset())))


def _open_at(level: int, framework: Framework, readings: Readings) -> tuple[str, ...]:
    """Open criteria of one level: key, then core, then supplementary; in framework order."""
    rank = {kind: place for place, kind in enumerate(CriterionType)}
    found = [
        one
        for one in framework.criteria
        if one.level == level and is_open(readings.get(one.id, frozenset()))
    ]
    return tuple(one.id for one in sorted(found, key=lambda one: rank[one.type]))


def _axis(from_level: int, weeks: Three) -> Literal["weeks", "months"]:
    """Weeks for the first step and for whatever surely ends within 14 weeks, else months."""
    return "weeks" if from_level == 0 or weeks.high <= WEEKS_ON_A_WEEK_AXIS else "months"


def _ends(slots: tuple[Slot, ...]) -> Three:
    """When the last of them ends, in the low, the likely and the high schedule."""
    return Three(
        max((slot.ends.low for slot in slots), default=ZERO),
        max((slot.ends.likely for slot in slots), default=ZERO),
        max((slot.ends.high for slot in slots), default=ZERO),
    )


def _total(efforts: list[Three]) -> Three:
    """The sum of several efforts."""
    return Three(
        sum((one.low for one in efforts), ZERO),
        sum((one.likely for one in efforts), ZERO),
        sum((one.high for one in efforts), ZERO),
    )
