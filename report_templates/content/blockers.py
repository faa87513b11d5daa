"""What stands before the next level, by dimension; or what keeps the level that is reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engagements.framework.model import AnswerValue, Criterion, CriterionType, Value
from engagements.records import Finding
from report_templates.content.basis import criteria_text
from report_templates.content.evidence import key as evidence_key
from report_templates.content.evidence import reference
from report_templates.content.facts import Facts, known_somewhere

MOST_CHARACTERS = 120
"""Of a blocker's words: four lines of its column on the summary."""
MOST_REFERENCES = 3
SHOWN = 3
"""Groups that the summary has columns for."""


class Reference(Value):
    """Words that lead to an anchor of the report."""

    text: str
    link: str = ""


class Blocker(Value):
    """One dimension's open criteria, what was seen, and which actions close them."""

    head: str
    text: str
    criteria: str
    evidence: tuple[Reference, ...]
    actions: tuple[Reference, ...]


class Blockers(Value):
    """A block of at most three columns; ``none`` stands in their place, ``also`` below them."""

    title: str
    items: tuple[Blocker, ...]
    none: str
    also: str


@dataclass(frozen=True)
class Group:
    """The open core criteria of one dimension at the next level, in framework order."""

    dimension: str
    criteria: tuple[Criterion, ...]


def action_key(action: str) -> str:
    """The anchor of an action's row."""
    return f"action-{action}"


def groups(known: Facts) -> tuple[Group, ...]:
    """Dimensions with blockers: most open criteria first, key criteria before others."""
    found: dict[str, list[Criterion]] = {}
    for one in known.case.level.blockers:
        criterion = known.framework.criterion[one]
        found.setdefault(criterion.dimension, []).append(criterion)
    order = [one.code for one in known.framework.dimensions]

    def rank(group: Group) -> tuple[int, bool, int]:
        key = any(one.type is CriterionType.KEY for one in group.criteria)
        return -len(group.criteria), not key, order.index(group.dimension)

    return tuple(sorted((Group(code, tuple(ones)) for code, ones in found.items()), key=rank))


def of(known: Facts) -> Blockers:
    """The block for the summary."""
    say, level = known.say, known.case.level
    if not known.scored:
        return Blockers(title="", items=(), none=say("summary.blockers.nothing"), also="")
    if level.low == len(known.framework.levels) - 1:
        return Blockers(
            title=say("summary.blockers.keep"), items=(_keeping(known),), none="", also=""
        )
    held = groups(known)
    return Blockers(
        title=say.many("summary.blockers.title", len(held), level=level.low) if held else "",
        items=tuple(_blocker(known, one) for one in held[:SHOWN]),
        none="" if held else say("summary.blockers.none"),
        also=_also(known, held[SHOWN:]),
    )


def _also(known: Facts, others: tuple[Group, ...]) -> str:
    if not others:
        return ""
    say = known.say
    count = sum(len(one.criteria) for one in others)
    return say(
        "summary.blockers.also_one" if count == 1 else "summary.blockers.also",
        criteria=say.many("story.criteria", count),
        dimensions=say.many("story.dimensions", len(others)),
    )


def _blocker(known: Facts, group: Group) -> Blocker:
    ids = [one.id for one in group.criteria]
    return Blocker(
        head=known.framework.dimension[group.dimension].name,
        text=known.worded(
            f"summary.blocker-{group.dimension}", _finding(known, group) or _open(known, group)
        ),
        criteria=criteria_text(ids),
        evidence=_evidence(known, set(ids)),
        actions=_actions(known, group.criteria),
    )


def _finding(known: Facts, group: Group) -> str:
    """A gap in the assessor's own words, where one names these criteria or the dimension."""
    ids = {one.id for one in group.criteria}
    for one in known.snapshot.of(Finding):
        fits = ids & set(one.criteria) or (not one.criteria and one.dimension == group.dimension)
        if one.sort == "gap" and fits and one.text.strip():
            return one.text
    return ""


def _open(known: Facts, group: Group) -> str:
    """What is open, with as many titles as the column has lines for; at least one."""
    said = [_titled(known, group, shown) for shown in range(len(group.criteria), 0, -1)]
    return next((one for one in said if len(one) <= MOST_CHARACTERS), said[-1])


def _titled(known: Facts, group: Group, shown: int) -> str:
    say = known.say
    titles = [say("story.quoted", text=one.title) for one in group.criteria[:shown]]
    left = len(group.criteria) - shown
    if left:
        titles.append(say.many("dimension.open.more", left))
    words = [say("summary.blocker.open", titles=say.listed(titles))]
    return " ".join([*words, *_silent(known, group)])


def _silent(known: Facts, group: Group) -> list[str]:
    """How many of them nobody could answer, or that not every scope unit could."""
    say = known.say
    silent = [one.id for one in group.criteria if one.id in known.case.unknown]
    if not silent:
        return []
    if known_somewhere(known, silent):
        return [say("summary.blocker.unknown_units")]
    whole = "_all" if len(silent) == len(group.criteria) else ""
    one = "_one" if len(silent) == 1 else ""
    count = say.count(len(silent)).capitalize()
    return [say(f"summary.blocker.unknown{whole}{one}", Count=count)]


def _evidence(known: Facts, ids: set[str]) -> tuple[Reference, ...]:
    found = [
        Reference(text=reference(item), link=evidence_key(item))
        for item in known.basis.evidence
        if any(one.criterion in ids for one in item.speaks_for)
    ]
    if not found:
        return (Reference(text=known.say("summary.blocker.no_evidence")),)
    return _shortened(known, found)


def _actions(known: Facts, criteria: Iterable[Criterion]) -> tuple[Reference, ...]:
    """Planned actions that close these criteria; without a roadmap those the rule set names."""
    criteria = tuple(criteria)
    ids = {one.id for one in criteria}
    planned = [action for step in known.transitions for action in step.actions]
    found = [
        Reference(text=one.id, link=action_key(one.id)) for one in planned if ids & set(one.closes)
    ]
    if not found and known.roadmap is None:
        named = dict.fromkeys(action for one in criteria for action in one.closed_by)
        found = [Reference(text=one) for one in named]
    if not found:
        return (Reference(text=known.say("summary.blocker.no_action")),)
    return _shortened(known, found)


def _shortened(known: Facts, found: list[Reference]) -> tuple[Reference, ...]:
    if len(found) <= MOST_REFERENCES:
        return tuple(found)
    more = Reference(text=known.say("story.more_refs", n=len(found) - MOST_REFERENCES))
    return (*found[:MOST_REFERENCES], more)


def unverified(known: Facts) -> tuple[Criterion, ...]:
    """Core criteria up to the level that are met, but on less evidence than verifies them."""
    least = known.framework.limits.minimum_grade
    return tuple(
        one
        for one in _carrying(known)
        if reads(known, one.id, AnswerValue.YES)
        and known.case.consolidated[one.id].grade < least[one.type]
    )


def partly_met(known: Facts) -> tuple[Criterion, ...]:
    """Core criteria up to the level that are only partly met."""
    return tuple(one for one in _carrying(known) if reads(known, one.id, AnswerValue.PARTLY))


def _carrying(known: Facts) -> tuple[Criterion, ...]:
    return tuple(
        one
        for level in range(1, known.case.level.low + 1)
        for one in known.framework.core_at[level]
    )


def reads(known: Facts, criterion: str, value: AnswerValue) -> bool:
    """Whether this alone counts as the answer to a criterion."""
    found = known.case.consolidated.get(criterion)
    return found is not None and found.reading == frozenset({value})


def _keeping(known: Facts) -> Blocker:
    say = known.say
    for slot, criteria in (("partly", partly_met(known)), ("unverified", unverified(known))):
        if criteria:
            n = len(criteria)
            ids = [one.id for one in criteria]
            head = f"summary.keep.{slot}_one" if n == 1 else f"summary.keep.{slot}"
            return Blocker(
                head=say(head, Count=say.count(n).capitalize()),
                text=known.worded(
                    "summary.keep", say(f"summary.keep.{slot}_text", ids=criteria_text(ids))
                ),
                criteria="",
                evidence=_evidence(known, set(ids)),
                actions=(),
            )
    return Blocker(
        head=say("summary.keep.sound"),
        text=known.worded("summary.keep", say("summary.keep.sound_text")),
        criteria="",
        evidence=(),
        actions=(),
    )
