"""The executive summary: level, blockers, first month, dates, metrics and the decision asked."""

from __future__ import annotations

from datetime import timedelta

from engagements.framework.model import Value
from engagements.roadmap.model import PlannedAction, PlannedTransition
from report_templates.content import blockers, measures, standing
from report_templates.content.base import Part, Section
from report_templates.content.blockers import Blockers, action_key
from report_templates.content.facts import Facts
from report_templates.content.measures import Measures
from report_templates.content.outline import transition_key
from report_templates.content.standing import (
    LevelFact,
    Symptom,
    named,
    next_level,
    reached,
    review_day,
)
from report_templates.figures import of_roadmap
from report_templates.figures.model import ExpectedDates

FIRST_DAYS = 30
ROWS = 4
TOP = 4


class FirstRow(Value):
    """An action that finishes (or begins) in the first month; ``link`` is its anchor."""

    day: str
    title: str
    about: str
    link: str


class FirstDays(Value):
    """The first month; without rows ``none`` stands in their place.

    ``more`` says what is left out, by the number of rows shown (0 to all of ``rows``).
    """

    title: str
    rows: tuple[FirstRow, ...]
    more: tuple[str, ...]
    none: str


class Summary(Section):
    """One page for those who read no other.

    Without ``dates`` the note says why; without their title the block is left out.
    """

    introduction: str
    levels: tuple[LevelFact, LevelFact, LevelFact]
    symptom: Symptom | None
    blockers: Blockers
    first: FirstDays
    dates_title: str
    dates: ExpectedDates | None
    dates_note: str
    metrics_title: str
    metrics: Measures
    decision_label: str
    decision: str


def of(known: Facts) -> Summary:
    """The summary of an engagement."""
    say, steps = known.say, known.transitions
    return Summary(
        heading=known.heading(Part.SUMMARY.value, _title(known)),
        introduction=known.worded("summary.introduction", _introduction(known)),
        levels=standing.facts(known),
        symptom=standing.symptom(known),
        blockers=blockers.of(known),
        first=_first(known),
        dates_title="" if reached(known) else say("summary.dates_title"),
        dates=of_roadmap.expected_dates(known.roadmap, say) if known.roadmap and steps else None,
        dates_note=_dates_note(known),
        metrics_title=say("summary.metrics_title"),
        metrics=measures.of(known),
        decision_label=say("summary.decision"),
        decision=known.worded("summary.decision", _decision(known)),
    )


def _introduction(known: Facts) -> str:
    return known.say(
        "summary.introduction", client=known.client.strip() or known.say("summary.client")
    )


def _title(known: Facts) -> str:
    level = known.case.level
    if not known.scored:
        return known.say("summary.title.none")
    if level.low == TOP:
        return named(known, "summary.title.top")
    if reached(known):
        return named(known, "summary.title.reached", level=known.target)
    if level.high > level.low:
        decisive = len(level.decisive)
        values = {"level": level.low, "high": level.high}
        return named(known, "summary.title.possible", decisive, **values)
    return _open_title(known)


def _open_title(known: Facts) -> str:
    say, level = known.say, known.case.level
    held = blockers.groups(known)
    return named(
        known,
        "summary.title.open",
        len(level.blockers),
        level=level.low,
        next=next_level(known),
        criteria=say.many("story.criteria", len(level.blockers)),
        dimensions=say.many("story.dimensions", len(held)),
    )


def _dates_note(known: Facts) -> str:
    if known.transitions:
        slot = "summary.dates_note" if known.scored else "summary.dates_unscored"
        return known.say(slot)
    return "" if reached(known) else known.say("summary.dates.none")


def _first(known: Facts) -> FirstDays:
    say, plan = known.say, known.roadmap
    if plan is None or not known.transitions:
        done = reached(known)
        title = say("summary.first.reached_title" if done else "summary.first_bare")
        slot = "reached_top" if known.case.level.low == TOP else "reached"
        none = say(f"summary.first.{slot if done else 'no_target'}", date=review_day(known))
        none = known.worded("summary.first", none)
        return FirstDays(title=title, rows=(), more=(), none=none)
    last = plan.start + timedelta(days=FIRST_DAYS)
    actions = [one for step in known.transitions for one in step.actions]
    finishing = sorted(
        (one for one in actions if one.finish_likely <= last),
        key=lambda one: (one.finish_likely, one.start),
    )
    rows = [_row(known, one, say.short_date(one.finish_likely)) for one in finishing]
    if not rows:
        begun = [one for one in actions if one.start <= last]
        rows = [
            _row(known, one, say("summary.first.begin", date=say.short_date(one.start)))
            for one in begun
        ]
    return FirstDays(
        title=say("summary.first_title", date=say.date(plan.start)),
        rows=tuple(rows[:ROWS]),
        more=tuple(_more(known, len(rows) - n) for n in range(min(ROWS, len(rows)) + 1)),
        none="" if rows else known.worded("summary.first", say("summary.first.nothing")),
    )


def _row(known: Facts, action: PlannedAction, day: str) -> FirstRow:
    owner = of_roadmap.owner(action, known.framework, known.say)
    return FirstRow(
        day=day,
        title=action.title,
        about=known.say("summary.first.row", owner=owner, id=action.id),
        link=action_key(action.id),
    )


def _more(known: Facts, left: int) -> str:
    say = known.say
    if not left:
        return ""
    one = "_one" if left == 1 else ""
    if known.has(Part.ROADMAP):
        number = known.entry(Part.ROADMAP.value).number
    elif known.has(Part.TRANSITIONS):
        number = known.entry(transition_key(known.transitions[0])).number
    else:
        return say(f"summary.first.more_bare{one}", count=say.count(left))
    return say(f"summary.first.more{one}", count=say.count(left), number=number)


def _decision(known: Facts) -> str:
    say, steps = known.say, known.transitions
    if not known.scored:
        return say("summary.decision_text.assess")
    if known.case.level.low == TOP:
        return say("summary.decision_text.keep")
    if known.target is None:
        return say("summary.decision_text.target")
    if reached(known):
        return say("summary.decision_text.next")
    if not steps or not steps[0].actions:
        return say("summary.decision_text.nothing")
    return _approval(known, steps[0])


def _approval(known: Facts, step: PlannedTransition) -> str:
    """To approve the next transition, naming what has no owner yet."""
    say = known.say
    values: dict[str, object] = {
        "step": say("story.arrow", low=step.from_level, high=step.to_level),
        "date": say.date(step.start),
    }
    ownerless = [one.id for one in step.actions if not (one.owner or "").strip()]
    if ownerless:
        form = "owner_one" if len(ownerless) == 1 else "owner"
        ids = ", ".join(ownerless[:ROWS]) + (", …" if len(ownerless) > ROWS else "")
        count = say.count(len(ownerless))
        return say(f"summary.decision_text.{form}", ids=ids, count=count, **values)
    effort = say.number(step.effort.likely, 0)
    form = "approve_one" if effort == "1" else "approve"
    return say(f"summary.decision_text.{form}", effort=effort, **values)
