"""The quick diagnostic as values: its questions in the seed's order, and the bound they give."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from engagements.assessment.level import quick
from engagements.assessment.model import Reading, Readings
from engagements.assessment.rules import UNKNOWN
from engagements.assessment.voices import silent_on
from engagements.framework.model import AnswerValue, Framework
from engagements.language import tr
from engagements.records import Interview
from ui.interview.agenda import Key

MINUTES = 5


@dataclass(frozen=True)
class Bound:
    """What the six answers say: the level is ``high`` at most."""

    high: int
    title: str
    text: str


def asked_in(framework: Framework) -> tuple[str, ...]:
    """The criteria the questions stand for, in the seed's order."""
    return tuple(one.criterion for one in framework.quick)


def is_diagnostic(framework: Framework, interview: Interview) -> bool:
    """Whether an interview asks the six questions and nothing else."""
    return set(interview.agenda) == set(asked_in(framework))


def said_in(
    framework: Framework, values: Mapping[Key, AnswerValue], waiting: Collection[Key]
) -> dict[str, Reading]:
    """What anybody in an interview said to the six; what waits for its reason is no answer."""
    found: dict[str, Reading] = {}
    for code in asked_in(framework):
        said = frozenset(v for key, v in values.items() if key[0] == code and key not in waiting)
        if said:
            found[code] = said - silent_on(framework.criterion[code]) or UNKNOWN
    return found


def bound_of(framework: Framework, said: Readings) -> Bound | None:
    """The upper bound by the answers' criteria; None until all six have an answer."""
    if any(one.criterion not in said for one in framework.quick):
        return None
    found = quick(framework, {one.id: said[one.criterion] for one in framework.quick})
    name = framework.levels[found.high].name
    words = tr("The whole set of questions can confirm this or find less, never more.")
    if found.low < found.high:
        codes = {one.id: one.criterion for one in framework.quick}
        open_ones = ", ".join(codes[one] for one in found.decisive)
        words = (
            tr(
                "Level {low} at least by these answers; {codes} decides.",
                low=found.low,
                codes=open_ones,
            )
            + " "
            + words
        )
    elif found.debt:
        codes = {one.id: one.criterion for one in framework.quick}
        above = ", ".join(codes[one.criterion] for one in found.debt)
        words = tr("{codes} is met above that level, before its base.", codes=above) + " " + words
    title = tr("At most level {level}, {name}", level=found.high, name=name)
    return Bound(found.high, title, words)


def timed(framework: Framework, interview: Interview) -> Interview:
    """An interview with the diagnostic's length when it is one."""
    if not is_diagnostic(framework, interview):
        return interview
    return interview.model_copy(update={"minutes": MINUTES})
