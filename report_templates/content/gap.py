"""What closes a dimension's gap to its next level, and what comes after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engagements.assessment.model import DimensionLevel
from engagements.framework.model import LEVELS, Dimension, Value
from report_templates.content.base import Part
from report_templates.content.blockers import Reference, action_key
from report_templates.content.criteria import Ledger

MOST = 5
"""Actions listed on a dimension's page; the rest are counted."""


class GapRow(Value):
    """One action: what it closes here, and when it is likely done ("" without a plan)."""

    action: Reference
    title: str
    closes: str
    when: str


class Gap(Value):
    """The block: actions under their head, or ``none`` in their place."""

    head: str
    rows: tuple[GapRow, ...]
    more: str
    later: str
    none: str


def next_step(level: DimensionLevel) -> int:
    """The next level at which anything applies; the highest where nothing does."""
    above = range(level.low + 1, LEVELS[-1])
    return next((step for step in above if level.counts[step].total), LEVELS[-1])


def gap(ledger: Ledger, dimension: Dimension, level: DimensionLevel) -> Gap:
    """The actions that close what is open at the dimension's next level."""
    say = ledger.known.say
    if not level.applies:
        return _bare(say("gap.na_head"), say("gap.na"))
    if level.low == LEVELS[-1]:
        return _bare(say("gap.top_head"), say("gap.top"))
    step = next_step(level)
    head = say("gap.head", level=step)
    here = _open(ledger, dimension, (step,))
    later = _later(ledger, dimension, range(step + 1, LEVELS[-1] + 1))
    if not here:
        return _bare(head, say("gap.nothing", level=step), later)
    rows = _rows(ledger, here)
    if not rows:
        return _bare(head, say("gap.unplanned", ids=_numbers(here)), later)
    left = len(rows) - MOST
    return Gap(
        head=head,
        rows=tuple(rows[:MOST]),
        more=say.many("gap.more", left) if left > 0 else "",
        later=later,
        none="",
    )


def _bare(head: str, none: str, later: str = "") -> Gap:
    return Gap(head=head, rows=(), more="", later=later, none=none)


def _open(ledger: Ledger, dimension: Dimension, levels: Iterable[int]) -> list[str]:
    wanted = set(levels)
    return [
        one.id
        for one in ledger.known.framework.criteria
        if one.dimension == dimension.code and one.level in wanted and ledger.is_open(one.id)
    ]


def _closing(ledger: Ledger, criteria: list[str]) -> list[tuple[str, list[str], date | None]]:
    """Planned actions with what they close and when; without a roadmap those of the rule set."""
    known = ledger.known
    if known.roadmap is None:
        named = dict.fromkeys(
            action for one in criteria for action in known.framework.criterion[one].closed_by
        )
        return [(one, _closes(ledger, one, criteria), None) for one in named]
    return [
        (action.id, here, action.finish_likely)
        for step in known.transitions
        for action in step.actions
        if (here := [one for one in criteria if one in action.closes])
    ]


def _closes(ledger: Ledger, action: str, criteria: list[str]) -> list[str]:
    closes = ledger.known.framework.action[action].closes
    return [one for one in criteria if one in closes]


def _rows(ledger: Ledger, criteria: list[str]) -> list[GapRow]:
    known, say = ledger.known, ledger.known.say
    linked = known.has(Part.TRANSITIONS) and known.roadmap is not None
    return [
        GapRow(
            action=Reference(text=action, link=action_key(action) if linked else ""),
            title=known.framework.action[action].title,
            closes=_numbers(closes),
            when=say.medium_date(day) if day else "",
        )
        for action, closes, day in _closing(ledger, criteria)
    ]


def _later(ledger: Ledger, dimension: Dimension, levels: Iterable[int]) -> str:
    """What the plan closes afterwards, in one sentence; empty without any."""
    open_ones = _open(ledger, dimension, levels)
    found = _closing(ledger, open_ones) if ledger.known.roadmap else []
    closed = [one for one in open_ones if any(one in closes for _, closes, _ in found)]
    if not closed:
        return ""
    actions = ", ".join(dict.fromkeys(action for action, _, _ in found))
    return ledger.known.say("gap.later", ids=_numbers(closed), actions=actions)


def _numbers(criteria: Iterable[str]) -> str:
    """Criteria of one dimension without its code, which the page is headed by."""
    return ", ".join(one.partition("-")[2] or one for one in criteria)
