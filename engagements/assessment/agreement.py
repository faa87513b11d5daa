"""How far interviewees agree: Krippendorff's alpha over answers as ordered steps.

It describes the interviews and never moves the level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import permutations

from engagements.assessment.rules import NA, VALUES
from engagements.framework.model import AgreementLimits
from engagements.records import Answer, Interview
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot

_STEPS = {value: step for step, value in enumerate(VALUES[:NA])}


class Verdict(StrEnum):
    """How an agreement is read."""

    TOO_FEW = "too few"
    NO_VARIATION = "no variation"
    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    CLARIFY = "clarify"


@dataclass(frozen=True)
class Agreement:
    """The agreement of an engagement's voices.

    ``alpha`` is exact, None when there are too few shared criteria or no variation; ``shared``
    counts the criteria (per scope unit) that two or more voices answered.
    """

    verdict: Verdict
    alpha: Fraction | None
    shared: int


def agreement(snapshot: Snapshot) -> Agreement:
    """The agreement between the interviewees of a snapshot; "don't know" and n/a are missing."""
    items = [list(one.values()) for one in _answers_by_item(snapshot).values()]
    return judged(items, snapshot.framework.limits.agreement)


def judged(items: Iterable[Sequence[int]], limits: AgreementLimits) -> Agreement:
    """The agreement of the steps given to each item, read by the framework's limits."""
    shared = [one for one in items if len(one) > 1]
    if len(shared) < limits.min_shared_criteria:
        return Agreement(Verdict.TOO_FEW, None, len(shared))
    value = alpha(shared)
    if value is None:
        return Agreement(Verdict.NO_VARIATION, None, len(shared))
    verdict = Verdict.CLARIFY
    if value >= Fraction(limits.reliable):
        verdict = Verdict.RELIABLE
    elif value >= Fraction(limits.tentative):
        verdict = Verdict.TENTATIVE
    return Agreement(verdict, value, len(shared))


def alpha(items: Iterable[Sequence[int]]) -> Fraction | None:
    """Krippendorff's alpha for ordinal values, each item with the values its raters gave it.

    Items with fewer than two values say nothing. None when all values are equal, or there are
    none: then there is no variation to agree on.
    """
    observed: dict[tuple[int, int], Fraction] = {}
    totals: dict[int, Fraction] = {}
    for item in items:
        if len(item) < 2:
            continue
        for one, other in permutations(item, 2):
            weight = Fraction(1, len(item) - 1)
            observed[one, other] = observed.get((one, other), Fraction(0)) + weight
            totals[one] = totals.get(one, Fraction(0)) + weight
    return _alpha(observed, totals) if len(totals) > 1 else None


def _alpha(
    observed: Mapping[tuple[int, int], Fraction], totals: Mapping[int, Fraction]
) -> Fraction:
    distance = _distances(totals)
    count = sum(totals.values(), Fraction(0))
    seen = sum((weight * distance[pair] for pair, weight in observed.items()), Fraction(0))
    expected = sum(
        (totals[one] * totals[other] * apart for (one, other), apart in distance.items()),
        Fraction(0),
    )
    return 1 - (count - 1) * seen / expected


def _distances(totals: Mapping[int, Fraction]) -> dict[tuple[int, int], Fraction]:
    """Squared ordinal distance: the values ranked between two, each end counted half."""
    ranked = sorted(totals)
    distances: dict[tuple[int, int], Fraction] = {}
    for first, one in enumerate(ranked):
        for second, other in enumerate(ranked):
            between = ranked[min(first, second) : max(first, second) + 1]
            inside = sum((totals[value] for value in between), Fraction(0))
            distances[one, other] = (inside - (totals[one] + totals[other]) / 2) ** 2
    return distances


def _answers_by_item(snapshot: Snapshot) -> dict[Hashable, dict[str, int]]:
    """Steps by item (criterion in a scope unit) and voice; a person's latest interview counts."""
    interviews = {one.id: one for one in snapshot.of(Interview)}
    units = {unit.id for unit in snapshot.scope_units}
    heads = Counter(one.id for one in snapshot.of(Answer))
    answers = [
        one
        for one in snapshot.of(Answer)
        # An answer with two heads is not settled: what this voice says is not known yet.
        if one.value in _STEPS
        and heads[one.id] == 1
        and one.scope_unit in units
        and one.criterion in snapshot.framework.criterion
    ]
    items: dict[Hashable, dict[str, int]] = {}
    for one in sorted(answers, key=lambda one: _when(interviews.get(one.interview))):
        voices = items.setdefault((one.scope_unit, one.criterion), {})
        voices[_speaker(one, interviews.get(one.interview))] = _STEPS[one.value]
    return items


def _speaker(answer: Answer, interview: Interview | None) -> str:
    """Who speaks: a person, also as the only one in a room; else the room of that interview."""
    if answer.voice != ROOM:
        return answer.voice
    people = interview.people if interview else ()
    return people[0] if len(people) == 1 else f"{ROOM}\x1f{answer.interview}"


def _when(interview: Interview | None) -> tuple[str, str]:
    """The order of interviews; those without a time come first in their day."""
    if interview is None:
        return ("", "")
    return (interview.day.isoformat(), interview.starts.isoformat() if interview.starts else "")
