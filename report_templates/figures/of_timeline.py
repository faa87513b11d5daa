"""The whole plan on one axis: every transition with its actions, as the window shows it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from engagements.roadmap import axis
from engagements.roadmap.axis import Axis, Joint
from engagements.roadmap.model import PlannedAction, PlannedTransition, Roadmap, Three
from engagements.roadmap.workdays import last_day
from report_templates.figures.model import (
    AxisColumn,
    Span,
    Timeline,
    TimelineGroup,
    TimelineRow,
    YearMark,
)
from report_templates.figures.of_roadmap import direct
from report_templates.words import Words

NOTHING = Decimal(0)


def timeline(
    plan: Roadmap, say: Words, *, linear: bool = False, changed: frozenset[str] = frozenset()
) -> Timeline:
    """Weeks and months by transition, or one ``linear`` axis of months.

    ``changed`` names the actions whose durations were set by hand.
    """
    scale = Joint((axis.of_roadmap(plan),)) if linear else axis.joint(plan)
    return Timeline(
        columns=tuple(
            AxisColumn(
                label=say.short_date(day) if part.unit == "weeks" else say(f"mon.{day.month}"),
                day=day.isoformat(),
            )
            for part in scale.parts
            for day in part.columns
        ),
        stretches=_stretches(scale, say),
        groups=tuple(
            TimelineGroup(
                id=step.id,
                level=step.to_level,
                span=_span(scale, step.start, NOTHING, step.weeks),
                label=say(
                    f"figure.timeline.{'short' if step.predicted < step.to_level else 'reaches'}",
                    level=step.predicted,
                    date=say.medium_date(step.finish_likely),
                ),
                rows=tuple(_row(scale, step, one, changed) for one in step.actions),
            )
            for step in plan.transitions
        ),
        alt=say(
            "figure.timeline.alt",
            first=say.date(scale.columns[0]),
            last=say.date(scale.parts[-1].ends - timedelta(days=1)),
            steps="; ".join(
                say(
                    "figure.dates.alt_row",
                    level=step.to_level,
                    low=say.date(step.finish_low),
                    likely=say.date(step.finish_likely),
                    high=say.date(step.finish_high),
                )
                for step in plan.transitions
            ),
        ),
    )


def _row(
    scale: Joint, step: PlannedTransition, action: PlannedAction, changed: frozenset[str]
) -> TimelineRow:
    return TimelineRow(
        id=action.id,
        span=_span(scale, step.start, action.begins, action.weeks, action.start),
        after=direct(action, step.actions),
        changed=action.id in changed,
    )


def _span(
    scale: Joint, start: date, begins: Decimal, weeks: Three, first: date | None = None
) -> Span:
    """Work of so many weeks from its likely start, in whole days."""

    def end(length: Decimal) -> float:
        return float(scale.after(last_day(start, begins, begins + length)))

    return Span(
        begins=float(scale.at(first or start)),
        low=end(weeks.low),
        likely=end(weeks.likely),
        high=end(weeks.high),
    )


def _stretches(scale: Joint, say: Words) -> tuple[YearMark, ...]:
    """What the columns are from where on; a new year is named again among months."""
    found: list[YearMark] = []
    before = 0
    for part in scale.parts:
        found += [
            YearMark(at=float(before + number), label=_stretch(part, day, say))
            for number, day in enumerate(part.columns)
            if number == 0 or (part.unit != "weeks" and day.year != part.columns[number - 1].year)
        ]
        before += len(part.columns)
    return tuple(found)


def _stretch(part: Axis, day: date, say: Words) -> str:
    if part.unit == "weeks":
        return say("figure.timeline.weeks", date=say.medium_date(day))
    if day != part.columns[0]:
        return str(day.year)
    return say(f"figure.timeline.{part.unit}", year=day.year)
