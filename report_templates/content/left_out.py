"""Actions that were taken out of the plan by hand, each with its reason."""

from __future__ import annotations

from engagements.framework.model import Value
from engagements.records import PlanChange
from engagements.roadmap.model import PlannedTransition
from engagements.roadmap.plan import decided
from engagements.roadmap.selection import open_criteria
from report_templates.content.basis import criteria_text
from report_templates.content.facts import Facts


class LeftOutRow(Value):
    """One action that is left out."""

    id: str
    title: str
    why: str
    closes: str
    """Open criteria that it would close; a dash where it only prepares others."""


class LeftOut(Value):
    """The list under its head."""

    title: str
    heads: tuple[str, str, str]
    rows: tuple[LeftOutRow, ...]


def of(known: Facts, step: PlannedTransition | None = None) -> LeftOut | None:
    """What is left out of one transition, or of the whole plan; None where nothing is.

    An action whose own transition is not in the plan stands with the next one, else the last.
    """
    plan = known.roadmap
    rows = tuple(
        _row(known, one)
        for one in (plan.left_out if plan else ())
        if step is None or _transition(known, one) is step
    )
    if not rows:
        return None
    say = known.say
    heads = (say("left_out.head_action"), say("left_out.head_why"), say("left_out.head_closes"))
    return LeftOut(title=say("left_out.title"), heads=heads, rows=rows)


def _transition(known: Facts, action: str) -> PlannedTransition | None:
    framework, steps = known.framework, known.transitions
    own = framework.action[action].transition
    level = next(int(one.to_level) for one in framework.transitions if one.id == own)
    later = (one for one in steps if one.to_level >= level)
    return next(later, steps[-1] if steps else None)


def _row(known: Facts, action: str) -> LeftOutRow:
    found = known.framework.action[action]
    decision = decided(known.snapshot.of(PlanChange)).get(action)
    why = " ".join(decision.reason.split()) if decision else ""
    readings = {key: one.reading for key, one in known.case.consolidated.items()}
    still = open_criteria(known.framework, readings)
    return LeftOutRow(
        id=action,
        title=found.title,
        why=why or known.say("left_out.no_reason"),
        closes=criteria_text(one for one in found.closes if one in still) or "–",
    )
