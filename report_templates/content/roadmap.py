"""The roadmap overview: every transition on one axis, its dates, and what moves them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from engagements.framework.model import AnswerValue, Value
from engagements.roadmap.model import PlannedAction, PlannedTransition, Roadmap
from report_templates.content import blockers, left_out
from report_templates.content.base import Part, Section
from report_templates.content.facts import Facts
from report_templates.content.glance import Reading, reworded
from report_templates.content.left_out import LeftOut
from report_templates.content.outline import transition_key
from report_templates.content.standing import TOP, next_level, reached, review_day
from report_templates.figures import of_roadmap
from report_templates.figures.model import Legend, RoadmapFigure
from report_templates.words import unbroken

MOST_KEPT = 30
FEW_LANES, MANY_ROWS, FEW_ROWS = 3, 8, 5
"""Rows of actions per lane: with up to three lanes, and with more."""
FEWER = 2
"""Rows that a lane may have fewer where that spares a page."""
LEAST_ROWS, ROWS_A_HEAD, ROWS_EACH = 2, 4, 3
"""Rows that a list of what is left out takes from the lanes: its head, and each action in it."""


class StepRow(Value):
    """One transition in the table; ``link`` is the anchor of its page."""

    step: str
    reaches: str
    start: str
    low: str
    likely: str
    high: str
    actions: str
    criteria: str
    effort: str
    link: str


class KeptRow(Value):
    """A core criterion to watch, and why."""

    criterion: str
    title: str
    why: str


class RoadmapOverview(Section):
    """The overview; without a figure ``instead`` says why, and ``watch`` what to keep an eye on.

    Beside a figure ``instead`` says what the plan lacks. ``left_out`` is here where no transition's
    page holds it. ``shorter`` is the figure with ever fewer actions, for where that spares a page.
    Where all must stand on one, ``fewer`` says how many that are left out are not listed, by their
    number.
    """

    figure: RoadmapFigure | None
    shorter: tuple[RoadmapFigure, ...] = ()
    legend: Legend | None
    heads: tuple[str, ...]
    rows: tuple[StepRow, ...]
    readings: tuple[Reading, ...]
    left_out: LeftOut | None
    fewer: tuple[str, ...] = ()
    instead: tuple[str, ...]
    watch_title: str
    watch: tuple[KeptRow, ...]
    watch_more: str


def of(known: Facts) -> RoadmapOverview:
    """The overview of an engagement."""
    say, plan = known.say, known.roadmap
    if plan is None or not plan.transitions:
        return _without(known)
    omitted = None if known.has(Part.TRANSITIONS) else left_out.of(known)
    numbers = {
        step.to_level: known.entry(transition_key(step)).number
        for step in plan.transitions
        if known.has(Part.TRANSITIONS)
    }
    most = _rows(plan, len(omitted.rows) if omitted else 0, shared=not numbers)
    drawn = partial(of_roadmap.roadmap, plan, known.framework, say, numbers=numbers)
    figure = drawn(most=most)
    least = 1 if known.profile.brief else max(LEAST_ROWS, most - FEWER)
    heads = ("step", "reaches", "start", "low", "likely", "high", "actions", "criteria", "effort")
    page = ("page",) if numbers else ()
    return RoadmapOverview(
        heading=known.heading(Part.ROADMAP.value, _title(known, plan)),
        figure=figure,
        shorter=tuple(drawn(most=n) for n in range(most - 1, least - 1, -1)),
        legend=of_roadmap.roadmap_legend(figure, say),
        heads=tuple(say(f"roadmap.head.{one}") for one in (*heads, *page)),
        rows=tuple(_row(known, step) for step in plan.transitions),
        readings=(
            reworded(known, "roadmap.moves", _moves(known, plan)),
            reworded(known, "roadmap.next", _next(known, plan)),
            reworded(known, "roadmap.computed", _computed(known, plan)),
        ),
        left_out=omitted,
        fewer=_fewer(known, omitted),
        instead=() if known.scored else (say("roadmap.unscored"),),
        watch_title="",
        watch=(),
        watch_more="",
    )


def _fewer(known: Facts, omitted: LeftOut | None) -> tuple[str, ...]:
    """By how many of what is left out are listed: how many more there are."""
    if omitted is None or not known.profile.brief:
        return ()
    count = len(omitted.rows)
    return tuple(
        known.say.many("left_out.more", count - n) if n < count else "" for n in range(count + 1)
    )


def _rows(plan: Roadmap, omitted: int, *, shared: bool) -> int:
    """Rows of actions per lane, for the page to hold them and a short list of what is left out.

    Where no other page names an action (``shared``), lanes with many take what short ones leave.
    """
    lanes = len(plan.transitions)
    most = MANY_ROWS if lanes <= FEW_LANES else FEW_ROWS
    if not shared:
        return most
    room = lanes * most - (ROWS_A_HEAD + ROWS_EACH * omitted if omitted else 0)
    longest = max(len(step.actions) for step in plan.transitions)
    fitting = (
        rows
        for rows in range(longest, LEAST_ROWS, -1)
        if sum(min(len(step.actions), rows) for step in plan.transitions) <= room
    )
    return next(fitting, LEAST_ROWS)


def _title(known: Facts, plan: Roadmap) -> str:
    say, last = known.say, plan.transitions[-1]
    if not known.scored:
        return say("roadmap.title.unscored", level=plan.target)
    predicted = max(step.predicted for step in plan.transitions)
    if predicted < plan.target:
        return say("roadmap.title.short", level=predicted, target=plan.target)
    return say(
        "roadmap.title.expected",
        level=plan.target,
        likely=unbroken(say.date(last.finish_likely)),
        high=unbroken(say.date(last.finish_high)),
    )


def _row(known: Facts, step: PlannedTransition) -> StepRow:
    say = known.say
    return StepRow(
        step=say("story.arrow", low=step.from_level, high=step.to_level),
        reaches=known.level_text(step.to_level).name,
        start=say.medium_date(step.start),
        low=say.medium_date(step.finish_low),
        likely=say.medium_date(step.finish_likely),
        high=say.medium_date(step.finish_high),
        actions=str(len(step.actions)),
        criteria=str(len(step.open_criteria)),
        effort=say.number(step.effort.likely, 0),
        link=transition_key(step) if known.has(Part.TRANSITIONS) else "",
    )


def _moves(known: Facts, plan: Roadmap) -> Reading:
    """The longest action of a transition's longest chain: where a delay costs most."""
    say = known.say
    chain = [(one, step) for step in plan.transitions for one in step.actions if one.critical]
    head = say("roadmap.moves.title")
    if not chain:
        return Reading(head=head, text=say("roadmap.moves.none"))

    def spread(pair: tuple[PlannedAction, PlannedTransition]) -> tuple[Decimal, Decimal]:
        weeks = pair[0].weeks
        return weeks.high - weeks.likely, weeks.likely

    action, step = max(chain, key=spread)
    return Reading(
        head=head,
        text=say(
            "roadmap.moves.text",
            id=action.id,
            title=action.title,
            likely=of_roadmap.length(action.weeks.likely, "weeks", say),
            high=of_roadmap.length(action.weeks.high, "weeks", say),
            step=say("story.arrow", low=step.from_level, high=step.to_level),
        ),
    )


def _next(known: Facts, plan: Roadmap) -> Reading:
    say, first = known.say, plan.transitions[0]
    return Reading(
        head=say("roadmap.next.title"),
        text=say.many(
            "roadmap.next",
            len(plan.transitions),
            step=say("story.arrow", low=first.from_level, high=first.to_level),
        ),
    )


def _computed(known: Facts, plan: Roadmap) -> Reading:
    say = known.say
    lanes = max(step.lanes for step in plan.transitions)
    text = say("roadmap.computed.text", lanes=say.count(lanes))
    return Reading(head=say("roadmap.computed.title"), text=text)


def _without(known: Facts) -> RoadmapOverview:
    """The page when there is nothing to plan: no target, or a target that is reached."""
    say, level = known.say, known.case.level
    watch = _watch(known) if known.scored and level.low > 0 else ()
    titled, why = "keeping", "keeping_why"
    title, instead = _instead(known)
    omitted = left_out.of(known)
    kept = reached(known) and level.low > 0
    if kept and not watch:
        instead.append(say("roadmap.keeping_none"))
        watch, titled, why = _held(known), "again", "keeping_by"
    left = len(watch) - MOST_KEPT
    more = "roadmap.keeping_more_one" if left == 1 else "roadmap.keeping_more"
    if kept:
        instead.append(say("roadmap.review", date=review_day(known)))
    return RoadmapOverview(
        heading=known.heading(Part.ROADMAP.value, title),
        figure=None,
        legend=None,
        heads=(say("roadmap.keeping_head"), say(f"roadmap.{why}")),
        rows=(),
        readings=(),
        left_out=omitted,
        fewer=_fewer(known, omitted),
        instead=tuple(instead),
        watch_title=say(f"roadmap.{titled}", level=level.low) if watch else "",
        watch=watch[:MOST_KEPT],
        watch_more=say(more, count=say.count(left)) if left > 0 else "",
    )


def _instead(known: Facts) -> tuple[str, list[str]]:
    say, target = known.say, known.target
    if target is None:
        return say("roadmap.title.none"), [say("roadmap.none"), *_ahead(known)]
    if not reached(known):
        return say("roadmap.title.empty", level=target), [say("roadmap.empty")]
    text = known.level_text(target)
    words = [say("roadmap.reached", level=target, name=text.name, result=text.result)]
    low = known.case.level.low
    if low == TOP:
        return say("roadmap.title.top"), words
    count = known.case.level.counts[low + 1]
    values = {"level": low + 1, "name": known.level_text(low + 1).name}
    words.append(say("roadmap.reached_next", met=count.met, total=count.total, **values))
    return say("roadmap.title.reached", level=target), words


def _ahead(known: Facts) -> list[str]:
    """What the next level would be, for a client without a target."""
    if not known.scored or known.case.level.low == TOP:
        return []
    say, level = known.say, next_level(known)
    n = len(known.case.level.blockers)
    text = known.level_text(level)
    slot = "roadmap.none_next_one" if n == 1 else "roadmap.none_next"
    criteria = say.many("story.criteria", n)
    return [say(slot, level=level, name=text.name, criteria=criteria, result=text.result)]


def _watch(known: Facts) -> tuple[KeptRow, ...]:
    """Core criteria that carry the level on half an answer or on little evidence."""
    kinds = (
        ("partly", blockers.partly_met(known)),
        ("unverified", blockers.unverified(known)),
    )
    return tuple(
        KeptRow(criterion=one.id, title=one.title, why=known.say(f"roadmap.{slot}"))
        for slot, criteria in kinds
        for one in criteria
    )


def _held(known: Facts) -> tuple[KeptRow, ...]:
    """The core criteria that make the level what it is, and what each of them rests on."""
    say, grades = known.say, known.framework.grades
    core = known.framework.core_at[known.case.level.low]
    rests = {one.id: known.case.consolidated[one.id].grade for one in core}
    return tuple(
        KeptRow(
            criterion=one.id,
            title=one.title,
            why=say(
                "roadmap.held", grade=rests[one.id], name=say.within(grades[rests[one.id]].name)
            ),
        )
        for one in core
        if not blockers.reads(known, one.id, AnswerValue.NA)
    )
