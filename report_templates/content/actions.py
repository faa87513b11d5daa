"""Action sheets: a page per action of the plan, for the one who owns it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engagements.framework.model import Metric, Value
from engagements.records import MetricReading
from engagements.roadmap.model import PlannedAction, PlannedTransition
from report_templates.content.base import Part, Section
from report_templates.content.cover import Fact
from report_templates.content.criteria import Ledger, Verdict
from report_templates.content.facts import Facts
from report_templates.content.measures import limit, value_text
from report_templates.content.outline import sheet_key
from report_templates.figures import of_roadmap
from report_templates.words import capital

PARTS = "; "
"""What stands between the parts of a deliverable."""


class Neighbour(Value):
    """An action that comes before or after: its number, title, and when it is likely done."""

    id: str
    title: str
    when: str


class ClosedCriterion(Value):
    """A criterion that the action closes: what it counts as today, and what it takes."""

    id: str
    title: str
    today: Verdict
    takes: str


class MovedMetric(Value):
    """A metric that should move: where it stands, and the limit of the level to reach."""

    name: str
    now: str
    limit: str


class ActionSheet(Section):
    """One action's sheet; with ``none`` there is no plan, and nothing else is printed."""

    label: str = ""
    facts: tuple[Fact, ...] = ()
    before_head: str = ""
    before: tuple[Neighbour, ...] = ()
    before_none: str = ""
    after_head: str = ""
    after: tuple[Neighbour, ...] = ()
    after_none: str = ""
    deliverable_head: str = ""
    deliverable: tuple[str, ...] = ()
    check_head: str = ""
    check: str = ""
    criteria_head: str = ""
    criteria_heads: tuple[str, str, str] = ("", "", "")
    criteria: tuple[ClosedCriterion, ...] = ()
    criteria_none: str = ""
    metrics_head: str = ""
    metrics_heads: tuple[str, str, str] = ("", "", "")
    metrics: tuple[MovedMetric, ...] = ()
    notes_head: str = ""
    sign: tuple[str, ...] = ()
    continued: str = ""
    none: str = ""


def of(known: Facts) -> tuple[ActionSheet, ...]:
    """A sheet per action in the plan's order; without a plan one page that says so."""
    planned = {one.id: one for step in known.transitions for one in step.actions}
    if not planned:
        return (_bare(known),)
    ledger = Ledger.of(known)
    readings = {one.metric: one for one in known.snapshot.of(MetricReading)}
    return tuple(
        _sheet(ledger, step, one, planned, readings)
        for step in known.transitions
        for one in step.actions
    )


def _bare(known: Facts) -> ActionSheet:
    say = known.say
    slot = "actions.none" if known.target is None else "actions.reached"
    return ActionSheet(
        heading=known.heading(Part.ACTIONS.value, say("actions.title_none")), none=say(slot)
    )


def _sheet(
    ledger: Ledger,
    step: PlannedTransition,
    one: PlannedAction,
    planned: dict[str, PlannedAction],
    readings: dict[str, MetricReading],
) -> ActionSheet:
    known, say = ledger.known, ledger.known.say
    action = known.framework.action[one.id]
    heading = known.heading(sheet_key(one.id), one.title)
    later = [other for other in planned.values() if one.id in other.after]
    label = say("actions.label", id=one.id, low=step.from_level, high=step.to_level)
    return ActionSheet(
        heading=heading,
        label=label,
        facts=_facts(known, one),
        before_head=say("actions.before"),
        before=tuple(_neighbours(known, (planned[key] for key in one.after if key in planned))),
        before_none=say("actions.before_none"),
        after_head=say("actions.after"),
        after=tuple(_neighbours(known, later)),
        after_none=say("actions.after_none", level=step.to_level),
        deliverable_head=say("actions.deliverable"),
        deliverable=tuple(
            capital(part) for part in action.deliverable.split(PARTS) if part.strip()
        ),
        check_head=say("actions.check"),
        check=action.acceptance,
        criteria_head=say("actions.criteria"),
        criteria_heads=(
            say("actions.head_criterion"),
            say("actions.head_today"),
            say("actions.head_takes"),
        ),
        criteria=tuple(_criterion(ledger, key) for key in one.closes),
        criteria_none=say("actions.enabler"),
        metrics_head=say("actions.metrics"),
        metrics_heads=(
            say("summary.metric.name"),
            say("summary.metric.now"),
            say("summary.metric.target", level=step.to_level),
        ),
        metrics=tuple(_moved(known, action.closes, step.to_level, readings)),
        notes_head=say("actions.notes"),
        sign=tuple(say(f"actions.sign.{slot}") for slot in ("done", "accepted", "day")),
        continued=say("actions.continued", label=label),
    )


def _facts(known: Facts, one: PlannedAction) -> tuple[Fact, ...]:
    say = known.say
    values = (
        ("owner", of_roadmap.owner(one, known.framework, say)),
        ("start", say.medium_date(one.start)),
        ("low", say.medium_date(one.finish_low)),
        ("likely", say.medium_date(one.finish_likely)),
        ("high", say.medium_date(one.finish_high)),
    )
    return tuple(Fact(label=say(f"actions.fact.{key}"), text=words) for key, words in values)


def _neighbours(known: Facts, actions: Iterable[PlannedAction]) -> Iterator[Neighbour]:
    for one in actions:
        day = known.say.medium_date(one.finish_likely)
        yield Neighbour(id=one.id, title=one.title, when=known.say("actions.when", day=day))


def _criterion(ledger: Ledger, criterion: str) -> ClosedCriterion:
    found = ledger.known.framework.criterion[criterion]
    return ClosedCriterion(
        id=criterion,
        title=found.title,
        today=ledger.verdict(ledger.known.case.consolidated[criterion]),
        takes=found.yes,
    )


def _moved(
    known: Facts, closes: tuple[str, ...], level: int, readings: dict[str, MetricReading]
) -> Iterator[MovedMetric]:
    """The metrics that speak about what the action closes."""
    for metric in known.framework.metrics:
        if set(closes) & set(metric.criteria):
            yield MovedMetric(
                name=_name(metric),
                now=_now(known, readings.get(metric.id)),
                limit=limit(known, metric, level),
            )


def _name(metric: Metric) -> str:
    return f"{metric.name} ({metric.unit})"


def _now(known: Facts, reading: MetricReading | None) -> str:
    if reading is None:
        return known.say("summary.metric.not_measured")
    return value_text(known, reading)
