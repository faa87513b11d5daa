"""The roadmap as tasks with their days: what calendars and issue trackers are told."""

from __future__ import annotations

from datetime import date

from engagements.framework.model import Value
from engagements.roadmap.model import PlannedAction, PlannedTransition
from report_templates.content.facts import Facts
from report_templates.figures import of_roadmap

LABEL = "mlops"


class Task(Value):
    """An action, or the review of a level; both days are in it.

    ``owner`` is "" while it is open, ``by`` says it in words; ``labels`` hold no spaces.
    """

    id: str
    title: str
    about: str
    owner: str
    by: str = ""
    starts: date
    ends: date
    labels: tuple[str, ...]


class Tasks(Value):
    """Every task of an engagement's roadmap, in its order. ``name`` is that of the calendar.

    ``engagement`` tells the tasks of one engagement from those of another, in all its versions;
    ``revisions`` tells an earlier version from a later one.
    """

    engagement: str
    revisions: int = 0
    name: str
    issued: date
    actions: tuple[Task, ...]
    reviews: tuple[Task, ...]


def of(known: Facts) -> Tasks:
    """The tasks of a roadmap; none without one."""
    client = known.client.strip() or known.say("client.unnamed")
    return Tasks(
        engagement=known.snapshot.engagement_id,
        revisions=known.snapshot.revisions,
        name=known.say("beside.tasks.name", client=client),
        issued=known.issued,
        actions=tuple(
            _action(known, step, one) for step in known.transitions for one in step.actions
        ),
        reviews=tuple(_review(known, step) for step in known.transitions),
    )


def _action(known: Facts, step: PlannedTransition, planned: PlannedAction) -> Task:
    say, action = known.say, known.framework.action[planned.id]
    lines = [
        say("beside.tasks.deliverable", text=action.deliverable),
        say("beside.tasks.check", text=action.acceptance),
        say(
            "beside.tasks.range",
            low=say.date(planned.finish_low),
            high=say.date(planned.finish_high),
        ),
    ]
    if planned.closes:
        lines.append(say("beside.tasks.closes", ids=", ".join(planned.closes)))
    if planned.after:
        lines.append(say("beside.tasks.after", ids=", ".join(planned.after)))
    dimensions = dict.fromkeys(known.framework.criterion[one].dimension for one in planned.closes)
    owner = of_roadmap.owner(planned, known.framework, say) if planned.owner else ""
    return Task(
        id=planned.id,
        title=f"{planned.id} {planned.title}",
        about="\n".join(lines),
        owner=owner,
        by=say("beside.tasks.owner", owner=owner) if owner else "",
        starts=planned.start,
        ends=planned.finish_likely,
        labels=(*_labels(step), *(code.lower() for code in dimensions)),
    )


def _review(known: Facts, step: PlannedTransition) -> Task:
    say, level = known.say, step.to_level
    owner = say("figure.gantt.review_owner")
    id_ = say("figure.gantt.review_id", level=level)
    ids = ", ".join(one.id for one in step.actions) or "–"
    high = say.date(step.finish_high)
    return Task(
        id=id_,
        title=f"{id_} {say('figure.gantt.review', level=level)}",
        about="\n".join(
            (say("beside.tasks.review", ids=ids), say("beside.tasks.latest", high=high))
        ),
        owner=owner,
        by=say("beside.tasks.owner", owner=owner),
        starts=step.finish_likely,
        ends=step.finish_likely,
        labels=(*_labels(step), "review"),
    )


def _labels(step: PlannedTransition) -> tuple[str, str]:
    return LABEL, f"level-{step.to_level}"
