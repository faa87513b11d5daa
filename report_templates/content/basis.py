"""What a report rests on: interviews held, roles heard, evidence and what is still open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engagements.framework.model import AnswerValue
from engagements.records import Answer, Evidence, Interview, Person
from engagements.records.people import InterviewState
from engagements.records.snapshot import Snapshot


@dataclass(frozen=True)
class Basis:
    """Counts and dates behind the level. ``roles`` are role codes in the framework's order."""

    interviews: tuple[Interview, ...]
    planned: int
    """Interviews that have not begun."""
    roles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    """By reference; those without a reference last."""
    models: int
    not_applicable: int

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the interviews, None without any."""
        days = [one.day for one in self.interviews]
        return (min(days), max(days)) if days else None


def of(snapshot: Snapshot) -> Basis:
    """The basis of a snapshot: an interview counts once it has begun or holds an answer."""
    answered = {one.interview for one in snapshot.of(Answer)}
    known = snapshot.of(Interview)
    begun = tuple(
        one for one in known if one.id in answered or one.state is not InterviewState.PLANNED
    )
    people = {person for one in begun for person in one.people}
    heard = {p.role for p in snapshot.of(Person) if p.id in people}
    evidence = sorted(snapshot.of(Evidence), key=lambda e: (e.reference or 10**9, e.title, e.id))
    return Basis(
        interviews=begun,
        planned=len(known) - len(begun),
        roles=tuple(role.code for role in snapshot.framework.roles if role.code in heard),
        evidence=tuple(evidence),
        models=sum(len(unit.models) for unit in snapshot.scope_units),
        not_applicable=_not_applicable(snapshot),
    )


def _not_applicable(snapshot: Snapshot) -> int:
    values: dict[str, set[AnswerValue]] = {}
    for answer in snapshot.of(Answer):
        if answer.value is not AnswerValue.UNKNOWN:
            values.setdefault(answer.criterion, set()).add(answer.value)
    return sum(found == {AnswerValue.NA} for found in values.values())


def source(people: Iterable[Person | None]) -> tuple[str, ...]:
    """How interviewees appear, each once; of a redacted engagement their names are just that."""
    return tuple(dict.fromkeys(one.name for one in people if one is not None))


def criteria_text(ids: Iterable[str]) -> str:
    """Criterion ids with each dimension's code printed once: "SRC-1.1, 1.4, DAT-2.1"."""
    found: list[str] = []
    last = ""
    for criterion in ids:
        code, _, number = criterion.partition("-")
        found.append(number if code == last and number else criterion)
        last = code
    return ", ".join(found)
