"""One transition: its timeline, deliverables with acceptance checks, and when it is reached."""

from __future__ import annotations

from datetime import date

from engagements.framework.model import Value
from engagements.roadmap.model import PlannedAction, PlannedTransition
from report_templates.content import left_out
from report_templates.content.base import Section
from report_templates.content.basis import criteria_text
from report_templates.content.blockers import action_key
from report_templates.content.cover import Fact
from report_templates.content.facts import Facts
from report_templates.content.glance import Reading, reworded
from report_templates.content.left_out import LeftOut
from report_templates.content.outline import transition_key
from report_templates.content.standing import symptoms_ended
from report_templates.figures import of_roadmap
from report_templates.figures.model import Gantt, Legend
from report_templates.words import capital, unbroken

MOST_TOOLS = 4
MOST_IN_WORDS = 12
DAYS_A_WEEK = 5
FLAG = "*"


class ActionRow(Value):
    """One action of the table; ``key`` is its anchor."""

    key: str
    id: str
    title: str
    after: str
    deliverable: str
    check: str
    closes: str
    weeks: str


class TransitionPage(Section):
    """A transition's page or pages; without actions ``none`` stands for timeline and table."""

    facts: tuple[Fact, ...]
    plan_title: str
    gantt: Gantt | None
    legend: Legend | None
    table_title: str
    heads: tuple[str, str, str, str, str]
    rows: tuple[ActionRow, ...]
    none: str
    when: str
    condition: str
    left_out: LeftOut | None
    readings: tuple[Reading, ...]
    tools: str
    note: str
    continued: str
    """Label of each further page of the timeline."""


def of(known: Facts) -> tuple[TransitionPage, ...]:
    """A page per transition, in order; none without a roadmap."""
    return tuple(_page(known, step) for step in known.transitions)


def _page(known: Facts, step: PlannedTransition) -> TransitionPage:
    say = known.say
    heading = known.heading(transition_key(step), _title(known, step))
    gantt = of_roadmap.gantt(step, known.framework, say) if step.actions else None
    unit = gantt.unit if gantt else "weeks"
    heads = ("head_action", "head_deliverable", "head_check", "head_closes")
    action, deliverable, check, closes = (say(f"transition.{one}") for one in heads)
    label = f"{heading.number} · {heading.name}" if heading.number else heading.name
    return TransitionPage(
        heading=heading,
        facts=_facts(known, step),
        plan_title=say(f"transition.plan.{unit}"),
        gantt=gantt,
        legend=of_roadmap.gantt_legend(gantt, say) if gantt else None,
        table_title=say("transition.deliverables"),
        heads=(action, deliverable, check, closes, say("transition.weeks_head")),
        rows=tuple(_row(known, one) for one in step.actions),
        none="" if step.actions else say("transition.none", ids=criteria_text(step.open_criteria)),
        when=say("transition.when", level=step.to_level) if step.actions else "",
        condition=_condition(known, step) if step.actions else "",
        left_out=left_out.of(known, step),
        readings=_readings(known, step),
        tools=_tools(known, step),
        note=_note(known, step),
        continued=say("transition.continued", name=label),
    )


def _title(known: Facts, step: PlannedTransition) -> str:
    say, n = known.say, len(step.actions)
    if not n:
        left = len(step.open_criteria)
        only = "_one" if left == 1 else ""
        return say(f"transition.title.nothing{only}", level=step.to_level, count=say.count(left))
    form = "reach" if step.predicted >= step.to_level else "short"
    return say.many(
        f"transition.title.{form}",
        n,
        length=_length(known, step),
        level=step.to_level,
        date=unbroken(say.date(step.finish_likely)),
    )


def _length(known: Facts, step: PlannedTransition) -> str:
    """The likely duration as a title says it: whole weeks or a few days in words, else a figure."""
    say, weeks = known.say, step.weeks.likely
    for unit, value in (("weeks", weeks), ("days", weeks * DAYS_A_WEEK)):
        whole = int(value)
        if step.axis == "weeks" and value == whole and 1 <= whole <= MOST_IN_WORDS:
            form = f"{unit}_one" if whole == 1 else unit
            return unbroken(say(f"transition.length.{form}", count=say.count(whole)))
    return unbroken(of_roadmap.length(weeks, step.axis, say))


def _facts(known: Facts, step: PlannedTransition) -> tuple[Fact, ...]:
    say, level = known.say, step.to_level
    total = sum(one.level == level for one in known.framework.criteria)
    reaches = f"{say('story.level', level=level)} {known.level_text(level).name}"
    effort = say.number(step.effort.likely, 0)
    form = "one" if effort == "1" else "other"
    values = (
        ("reaches", reaches),
        ("open", say("transition.of", open=len(step.open_criteria), total=total)),
        ("low", say.medium_date(step.finish_low)),
        ("likely", say.medium_date(step.finish_likely)),
        ("high", say.medium_date(step.finish_high)),
        ("effort", say(f"transition.person_days.{form}", n=effort)),
    )
    return tuple(Fact(label=say(f"transition.facts_{key}"), text=text) for key, text in values)


def _row(known: Facts, planned: PlannedAction) -> ActionRow:
    say, action = known.say, known.framework.action[planned.id]
    weeks = planned.weeks
    durations = (say.number(one) for one in (weeks.low, weeks.likely, weeks.high))
    return ActionRow(
        key=action_key(planned.id),
        id=planned.id,
        title=planned.title,
        after=say("transition.after", ids=", ".join(planned.after)) if planned.after else "",
        deliverable=action.deliverable,
        check=action.acceptance,
        closes=criteria_text(planned.closes) or say("transition.enabler"),
        weeks=" / ".join(durations),
    )


def _condition(known: Facts, step: PlannedTransition) -> str:
    """When the level counts as reached: checks, what is met today, lower levels, the review."""
    say, level = known.say, step.to_level
    checks = say.many("transition.checks", len(step.actions))
    core = {one.id for one in known.framework.core_at[level]}
    held = say.many("transition.held", len(core - set(step.open_criteria)))
    values = {"checks": checks, "held": held}
    if step.predicted < level:
        return say("transition.reached.short", **values)
    review = say("figure.gantt.review_id", level=level)
    if level == 1:
        return say("transition.reached.first", review=review, **values)
    below = say("transition.reached.below_one" if level == 2 else "transition.reached.below")
    return say("transition.reached.later", review=review, below=below, **values)


def _readings(known: Facts, step: PlannedTransition) -> tuple[Reading, ...]:
    """How to go about it, where it tends to stall, and what will be seen."""
    say, framework = known.say, known.framework
    kept = framework.transition_from(step.from_level)
    result = known.level_text(step.to_level).result
    ended = symptoms_ended(known, step.to_level)
    if ended:
        result = f"{result} {say('transition.symptom_ends', symptom=' '.join(ended))}"
    texts = {"advice": f"{kept.headline}. {kept.advice}", "risk": kept.risk, "result": result}
    return tuple(
        reworded(
            known,
            f"{transition_key(step)}.{slot}",
            Reading(head=say(f"transition.{slot}"), text=text),
        )
        for slot, text in texts.items()
    )


def _tools(known: Facts, step: PlannedTransition) -> str:
    """Tool examples by action with the day they were checked; then that practice comes first."""
    say, parts = known.say, list[str]()
    for planned in step.actions:
        action = known.framework.action[planned.id]
        names = [*action.tools_open[:MOST_TOOLS], *action.tools_managed[:MOST_TOOLS]]
        if names:
            parts.append(say("transition.tool_action", id=planned.id, names=", ".join(names)))
    if not parts:
        return ""
    checked = say.date(date.fromisoformat(known.framework.tools_checked_on))
    tools = say("transition.tools", date=checked, tools="; ".join(parts))
    flags = [
        say("transition.tools_flag", name=one.title, note=one.note)
        for one in known.framework.tool_flags
        if f"{one.title}{FLAG}" in tools
    ]
    return " ".join([tools, *flags, say("transition.tools_note")])


def _note(known: Facts, step: PlannedTransition) -> str:
    if step.detailed:
        return ""
    return capital(known.say("transition.outline_note", level=step.from_level))
