"""Three findings of a dimension: in the assessor's words first, else what the answers show."""

from __future__ import annotations

from collections.abc import Sequence

from engagements.framework.model import LEVELS, AnswerValue, Criterion, Dimension, Value
from engagements.records import Finding
from report_templates.content.basis import criteria_text
from report_templates.content.criteria import Ledger
from report_templates.content.glance import Reading, reworded
from report_templates.content.outline import dimension_key

SHOWN = 3
TRACE, SAID_BY_TWO = 3, 1
MOST_TITLES = 3


class Insights(Value):
    """At most three findings; ``more`` says how many others were written down."""

    shown: tuple[Reading, ...]
    more: str


def insights(ledger: Ledger, dimension: Dimension, criteria: Sequence[Criterion]) -> Insights:
    """Gaps and strengths written for a dimension, filled up with what its answers show."""
    say = ledger.known.say
    written = _written(ledger, dimension, criteria)
    room = max(0, SHOWN - len(written))
    shown = [*written[:SHOWN], *_computed(ledger, dimension, criteria, room)]
    left = len(written) - SHOWN
    return Insights(
        shown=tuple(shown), more=say.many("dimension.more_findings", left) if left > 0 else ""
    )


def _written(ledger: Ledger, dimension: Dimension, criteria: Sequence[Criterion]) -> list[Reading]:
    ids = {one.id for one in criteria}
    found = [
        one
        for one in ledger.known.snapshot.of(Finding)
        if one.text.strip() and (one.dimension == dimension.code or ids & set(one.criteria))
    ]
    found.sort(key=lambda one: one.sort != "gap")
    return [
        Reading(head=ledger.known.say(f"dimension.finding.{one.sort}"), text=one.text.strip())
        for one in found
    ]


def _computed(
    ledger: Ledger, dimension: Dimension, criteria: Sequence[Criterion], room: int
) -> list[Reading]:
    """As many as there is ``room`` for; each may be rewritten by hand."""
    key = dimension_key(dimension.code)
    ways = (("open", _next), ("holds", _met), ("words", _bare))
    return [
        reworded(ledger.known, f"{key}.{slot}", make(ledger, criteria))
        for slot, make in ways[:room]
    ]


def _next(ledger: Ledger, criteria: Sequence[Criterion]) -> Reading:
    """What is open at the lowest level that has anything open."""
    say = ledger.known.say
    for level in LEVELS[1:]:
        still = [one for one in criteria if one.level == level and ledger.is_open(one.id)]
        if still:
            return Reading(
                head=say("dimension.open.head", level=level),
                text=say("dimension.open.text", titles=_titles(ledger, still)),
            )
    return Reading(head=say("dimension.open.none_head"), text=say("dimension.open.none"))


def _met(ledger: Ledger, criteria: Sequence[Criterion]) -> Reading:
    """What is met, and how much of it left a trace or was seen."""
    say, case = ledger.known.say, ledger.known.case
    yes = frozenset({AnswerValue.YES})
    met = [
        case.consolidated[one.id] for one in criteria if case.consolidated[one.id].reading == yes
    ]
    head = say("dimension.holds.head")
    if not met:
        return Reading(head=head, text=say("dimension.holds.none"))
    strong = [one.criterion for one in met if one.grade >= TRACE]
    words = [say.many("dimension.holds.text", len(met))]
    if strong:
        words.append(say.many("dimension.holds.strong", len(strong), ids=criteria_text(strong)))
    return Reading(head=head, text=" ".join(words))


def _bare(ledger: Ledger, criteria: Sequence[Criterion]) -> Reading:
    """Answers of yes or partly that nothing but words carries, in some scope unit."""
    say, units = ledger.known.say, ledger.known.case.units.values()
    claims = frozenset({AnswerValue.YES, AnswerValue.PARTLY})
    found = [unit[one.id] for one in criteria for unit in units]
    said = [one for one in found if one.reading and one.reading <= claims]
    bare = list(dict.fromkeys(one.criterion for one in said if one.grade <= SAID_BY_TWO))
    head = say("dimension.words.head")
    if not said:
        return Reading(head=head, text=say("dimension.words.nothing"))
    if not bare:
        return Reading(head=head, text=say("dimension.words.none"))
    return Reading(
        head=head, text=say.many("dimension.words.text", len(bare), ids=criteria_text(bare))
    )


def _titles(ledger: Ledger, criteria: Sequence[Criterion]) -> str:
    say = ledger.known.say
    shown = [say("story.quoted", text=one.title) for one in criteria[:MOST_TITLES]]
    left = len(criteria) - MOST_TITLES
    if left > 0:
        shown.append(say.many("dimension.open.more", left))
    return say.listed(shown)
