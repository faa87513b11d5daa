"""Figures of a roadmap: the overview, a transition's timeline, expected dates and legends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

from engagements.framework.model import Framework
from engagements.roadmap import axis
from engagements.roadmap.axis import Axis
from engagements.roadmap.model import PlannedAction, PlannedTransition, Roadmap
from report_templates.figures.model import (
    AxisColumn,
    DateRow,
    DateTick,
    ExpectedDates,
    Gantt,
    GanttRow,
    Head,
    Lane,
    LaneAction,
    Legend,
    LegendEntry,
    Milestone,
    Review,
    RoadmapFigure,
    Span,
    Swatch,
    YearMark,
)
from report_templates.words import Words, capital

WEEKS_A_MONTH = Decimal(52) / 12
MOST_TICKS = 6


def roadmap(
    plan: Roadmap,
    framework: Framework,
    say: Words,
    *,
    most: int = 8,
    numbers: Mapping[int, str] | None = None,
) -> RoadmapFigure:
    """A lane per transition with at most ``most`` rows of actions, by their start.

    ``numbers`` names, by the level a transition leads to, where its other actions are found.
    """
    scale = axis.of_roadmap(plan)
    target = next((s for s in plan.transitions if s.to_level == plan.target), None)
    return RoadmapFigure(
        columns=tuple(
            AxisColumn(label=say(f"mon.{day.month}")[:1], day=_month(day, say))
            for day in scale.columns
        ),
        years=_years(scale),
        lanes=tuple(
            _lane(step, scale, framework, say, most=most, number=(numbers or {}).get(step.to_level))
            for step in plan.transitions
        ),
        target=target
        and Milestone(
            at=_at(scale, target.start, target.weeks.likely),
            word=say("figure.roadmap.target", level=plan.target),
        ),
        alt=say(
            "figure.roadmap.alt",
            first=_month(scale.columns[0], say),
            last=_month(scale.ends - timedelta(days=1), say),
            lanes="; ".join(_lane_alt(step, say) for step in plan.transitions),
        ),
    )


def length(weeks: Decimal, unit: str, say: Words) -> str:
    """A duration in words of the axis: "3.4 weeks", "5 months" (whole from three months on)."""
    if unit == "weeks":
        return _plural(say, "figure.weeks", weeks)
    months = weeks / WEEKS_A_MONTH
    return _plural(say, "figure.months", round(months) if months >= 3 else months)


def _plural(say: Words, slot: str, value: Decimal | int) -> str:
    shown = say.number(Decimal(value))
    return say(f"{slot}.{'one' if shown == '1' else 'other'}", n=shown)


def _at(scale: Axis, start: date, weeks: Decimal) -> float:
    """Where on the axis so many elapsed working weeks after ``start`` lie."""
    if scale.unit == "weeks":
        place = scale.at(start) + Fraction(weeks)
    else:
        days = weeks * 7
        whole = start + timedelta(days=floor(days))
        here, next_day = scale.at(whole), scale.at(whole + timedelta(days=1))
        place = here + (next_day - here) * Fraction(days - floor(days))
    return float(min(place, len(scale.columns)))


def _span(scale: Axis, start: date, action: PlannedAction) -> Span:
    """An action's own durations from its likely start; how they add up the review shows."""
    return Span(
        begins=_at(scale, start, action.begins),
        low=_at(scale, start, action.begins + action.weeks.low),
        likely=_at(scale, start, action.begins + action.weeks.likely),
        high=_at(scale, start, action.begins + action.weeks.high),
    )


def _years(scale: Axis) -> tuple[YearMark, ...]:
    first, last = scale.columns[0], scale.ends - timedelta(days=1)
    later = (
        YearMark(at=float(scale.at(date(year, 1, 1))), label=str(year))
        for year in range(first.year + 1, last.year + 1)
    )
    return (YearMark(at=0.0, label=str(first.year)), *later)


def _lane(
    step: PlannedTransition,
    scale: Axis,
    framework: Framework,
    say: Words,
    *,
    most: int,
    number: str | None,
) -> Lane:
    rows = sorted(step.actions, key=lambda one: one.begins)
    kept = rows if len(rows) <= most else rows[: most - 1]
    more = "more" if number else "more_unnamed"
    open_ones = len(step.open_criteria)
    return Lane(
        from_level=step.from_level,
        to_level=step.to_level,
        name=framework.levels[step.to_level].name,
        facts=(
            say.many("figure.roadmap.criteria", open_ones),
            say("figure.likely.length", length=length(step.weeks.likely, step.axis, say)),
        ),
        span=Span(
            begins=_at(scale, step.start, Decimal(0)),
            low=_at(scale, step.start, step.weeks.low),
            likely=_at(scale, step.start, step.weeks.likely),
            high=_at(scale, step.start, step.weeks.high),
        ),
        likely_text=say("figure.roadmap.likely", date=say.medium_date(step.finish_likely)),
        high_text=say("figure.roadmap.high", date=say.medium_date(step.finish_high)),
        actions=tuple(
            LaneAction(
                id=one.id,
                title=one.title,
                begins=_at(scale, step.start, one.begins),
                likely=_at(scale, step.start, one.ends.likely),
                ref=f"action:{one.id}",
            )
            for one in kept
        ),
        more=say.many(f"figure.roadmap.{more}", len(rows) - len(kept), number=number or "")
        if len(kept) < len(rows)
        else "",
        outline=not step.detailed,
        ref=f"transition:{step.from_level}-{step.to_level}",
    )


def _lane_alt(step: PlannedTransition, say: Words) -> str:
    return say(
        "figure.roadmap.alt_lane",
        low=step.from_level,
        high=step.to_level,
        early=say.date(step.finish_low),
        likely=say.date(step.finish_likely),
        late=say.date(step.finish_high),
    )


def gantt(step: PlannedTransition, framework: Framework, say: Words) -> Gantt:
    """A transition's actions on its own axis, in the order of the plan, with its review."""
    scale = axis.of_transition(step)
    level = step.to_level
    return Gantt(
        unit=scale.unit,
        head=Head(label=say("figure.gantt.action"), about=say("figure.gantt.owner")),
        columns=_columns(scale, say),
        rows=tuple(
            GanttRow(
                id=one.id,
                title=one.title,
                owner=owner(one, framework, say),
                owner_open=one.owner is None,
                span=_span(scale, step.start, one),
                after=direct(one, step.actions),
                ref=f"action:{one.id}",
            )
            for one in step.actions
        ),
        review=Review(
            id=say("figure.gantt.review_id", level=level),
            title=say("figure.gantt.review", level=level),
            owner=say("figure.gantt.review_owner"),
            likely=_at(scale, step.start, step.weeks.likely),
            high=_at(scale, step.start, step.weeks.high),
            likely_text=say.short_date(step.finish_likely),
            high_text=say.short_date(step.finish_high),
        ),
        to_word=say.slots["figure.gantt.to"],
        from_word=say.slots["figure.gantt.from"],
        alt=say(
            "figure.gantt.alt",
            actions=say.many("figure.gantt.actions", len(step.actions)),
            first=say.date(step.start),
            level=level,
            likely=say.date(step.finish_likely),
            high=say.date(step.finish_high),
        ),
    )


def owner(action: PlannedAction, framework: Framework, say: Words) -> str:
    """The owner's role in words; what was typed where it is no role; "owner open" without one."""
    if action.owner is None or not action.owner.strip():
        return say("figure.gantt.owner_open")
    role = framework.role.get(action.owner)
    return role.name if role else action.owner


def _columns(scale: Axis, say: Words) -> tuple[AxisColumn, ...]:
    found: list[AxisColumn] = []
    for number, day in enumerate(scale.columns, start=1):
        if scale.unit == "weeks":
            shown = say.short_date(day)
        elif number == 1 or day.year != scale.columns[number - 2].year:
            shown = _month(day, say)
        else:
            shown = say(f"mon.{day.month}")
        label = say(f"figure.gantt.column.{scale.unit}", n=number)
        found.append(AxisColumn(label=label, day=shown))
    return tuple(found)


def _month(day: date, say: Words) -> str:
    return say("figure.month_year", month=say(f"mon.{day.month}"), year=f"{day.year % 100:02}")


def direct(action: PlannedAction, actions: Sequence[PlannedAction]) -> tuple[str, ...]:
    """An action's predecessors without those that another predecessor waits for already."""
    after = {one.id: one.after for one in actions}

    def before(ids: Iterable[str], seen: set[str]) -> set[str]:
        for one in ids:
            if one in after and one not in seen:
                seen.add(one)
                before(after[one], seen)
        return seen

    far: set[str] = set()
    for one in action.after:
        before(after.get(one, ()), far)
    return tuple(one for one in action.after if one not in far and one in after)


def expected_dates(plan: Roadmap, say: Words) -> ExpectedDates:
    """A row per level on the way to the target, on an axis of whole months."""
    steps = plan.transitions
    last = max((step.finish_high for step in steps), default=plan.start)
    scale = axis.months(plan.start, max(last, plan.start + timedelta(days=62)), most=1_000)
    wide = len(scale.columns)
    return ExpectedDates(
        ticks=tuple(
            DateTick(at=number / wide, label=_tick(scale, number, say))
            for number in range(0, wide, -(-wide // MOST_TICKS))
        ),
        rows=tuple(
            DateRow(
                label=say("figure.dates.level", level=step.to_level),
                low=float(scale.after(step.finish_low)) / wide,
                likely=float(scale.after(step.finish_likely)) / wide,
                high=float(scale.after(step.finish_high)) / wide,
                likely_text=_dated(step.finish_likely, plan, say),
                high_text=_dated(step.finish_high, plan, say),
                ref=f"level:{step.to_level}",
            )
            for step in steps
        ),
        alt=say("figure.dates.alt", rows=capital("; ".join(_date_alt(s, say) for s in steps))),
    )


def _dated(day: date, plan: Roadmap, say: Words) -> str:
    return say.short_date(day) if day.year == plan.start.year else say.medium_date(day)


def _tick(scale: Axis, number: int, say: Words) -> str:
    """The year stands at the first tick and at the first one of a new year."""
    day = scale.columns[number]
    step = -(-len(scale.columns) // MOST_TICKS)
    if number == 0 or scale.columns[number - step].year != day.year:
        return _month(day, say)
    return say(f"mon.{day.month}")


def _date_alt(step: PlannedTransition, say: Words) -> str:
    return say(
        "figure.dates.alt_row",
        level=step.to_level,
        low=say.date(step.finish_low),
        likely=say.date(step.finish_likely),
        high=say.date(step.finish_high),
    )


def roadmap_legend(figure: RoadmapFigure, say: Words) -> Legend:
    """What the overview shows."""
    outline = any(lane.outline for lane in figure.lanes)
    detailed = any(not lane.outline for lane in figure.lanes)
    shown = {
        Swatch.BAR: ("detailed", detailed),
        Swatch.OUTLINE: ("outline", outline),
        Swatch.ACTION: ("action", detailed),
        Swatch.RANGE: ("range", True),
    }
    return _legend(shown, say)


def gantt_legend(figure: Gantt, say: Words) -> Legend:
    """What a timeline shows."""
    return _legend(
        {
            Swatch.BAR: ("bar", True),
            Swatch.DEPENDS: ("depends", any(row.after for row in figure.rows)),
            Swatch.RANGE: ("range", True),
            Swatch.CLOSED: ("closed", any(column.closed for column in figure.columns)),
        },
        say,
    )


def _legend(shown: Mapping[Swatch, tuple[str, bool]], say: Words) -> Legend:
    return Legend(
        entries=tuple(
            LegendEntry(swatch=swatch, text=say(f"figure.legend.{key}"))
            for swatch, (key, there) in shown.items()
            if there
        )
    )
