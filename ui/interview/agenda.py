"""The questions of one interview by dimension: what was answered, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from engagements.framework.model import AnswerValue, CriterionType, Framework
from engagements.records import Answer, Interview
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot

Key = tuple[str, str]
"""Criterion and voice."""


class Row(NamedTuple):
    """One question of the agenda. ``value`` is None while it has no answer here."""

    criterion: str
    code: str
    """The id without its dimension: ``2.1``."""
    title: str
    value: AnswerValue | None
    pending: bool = False
    """Marked not applicable, but the reason is still missing."""
    parked: bool = False
    differs: bool = False
    """Voices of this or another interview say something else."""
    key: bool = False


@dataclass(frozen=True)
class Group:
    """One dimension of the agenda."""

    code: str
    name: str
    rows: tuple[Row, ...]

    @property
    def answered(self) -> int:
        """How many of its questions have an answer."""
        return sum(row.value is not None and not row.pending for row in self.rows)


@dataclass(frozen=True)
class Agenda:
    """All questions of an interview in asking order, and the dimensions left to others."""

    groups: tuple[Group, ...]
    elsewhere: tuple[str, ...]
    """Names of dimensions without a question here."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All questions in asking order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.rows)

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(group.answered for group in self.groups)

    def beside(self, criterion: str, step: int) -> str | None:
        """The question ``step`` places further, None at the ends."""
        order = [row.criterion for row in self.rows]
        if criterion not in order:
            return order[0] if order else None
        at = order.index(criterion) + step
        return order[at] if 0 <= at < len(order) else None

    def next_open(self, criterion: str) -> str | None:
        """The next question without an answer, going round; parked ones come last."""
        rows = self.rows
        at = next((n for n, row in enumerate(rows) if row.criterion == criterion), -1)
        round_trip = [*rows[at + 1 :], *rows[: at + 1]]
        waiting = [r for r in round_trip if r.value is None and r.criterion != criterion]
        waiting.sort(key=lambda row: row.parked)
        return waiting[0].criterion if waiting else None

    def first(self) -> str | None:
        """Where an interview is taken up: the first question without an answer, else the first."""
        rows = self.rows
        waiting = [row for row in rows if row.value is None and not row.parked]
        chosen = waiting or rows
        return chosen[0].criterion if chosen else None


def voices(interview: Interview) -> tuple[str, ...]:
    """Whose answers an interview keeps: its one person, or the room and then each of several."""
    return interview.people if len(interview.people) == 1 else (ROOM, *interview.people)


def answers_here(snapshot: Snapshot, interview: Interview) -> dict[Key, Answer]:
    """The answers given in one interview, by criterion and voice."""
    return {
        (answer.criterion, answer.voice): answer
        for answer in snapshot.of(Answer)
        if answer.interview == interview.id and answer.scope_unit == interview.scope_unit
    }


def agenda_of(
    framework: Framework,
    interview: Interview,
    values: Mapping[Key, AnswerValue],
    *,
    pending: Iterable[Key] = (),
    differing: Iterable[str] = (),
) -> Agenda:
    """The agenda with the answers in ``values``; ``pending`` ones wait for their reason."""
    waiting, differ = {criterion for criterion, _ in pending}, set(differing)
    order = {code: n for n, code in enumerate(interview.agenda)}
    named = [framework.criterion[code] for code in order if code in framework.criterion]
    said, parked = _first_said(interview, values), set(interview.parked)
    rows: dict[str, list[Row]] = {}
    for criterion in named:
        rows.setdefault(criterion.dimension, []).append(
            Row(
                criterion=criterion.id,
                code=short(criterion.id),
                title=criterion.title,
                value=said.get(criterion.id),
                pending=criterion.id in waiting,
                parked=criterion.id in parked,
                differs=criterion.id in differ,
                key=criterion.type is CriterionType.KEY,
            )
        )
    groups = (Group(code, framework.dimension[code].name, tuple(of)) for code, of in rows.items())
    others = tuple(one.name for one in framework.dimensions if one.code not in rows)
    return Agenda(tuple(groups), others)


def short(criterion: str) -> str:
    """A criterion's number inside its dimension."""
    return criterion.partition("-")[2] or criterion


def _first_said(interview: Interview, values: Mapping[Key, AnswerValue]) -> dict[str, AnswerValue]:
    """What was answered: the room before single voices, those in the order of the people."""
    place = {voice: at for at, voice in enumerate(voices(interview))}
    found: dict[str, tuple[int, AnswerValue]] = {}
    for (criterion, voice), value in values.items():
        at = place.get(voice)
        if at is not None and (criterion not in found or at < found[criterion][0]):
            found[criterion] = (at, value)
    return {criterion: value for criterion, (_, value) in found.items()}


def proposed(framework: Framework, roles: Iterable[str], *, also: bool = True) -> tuple[str, ...]:
    """The agenda that the role packs propose, in the framework's order.

    Without ``also`` only what these roles lead on.
    """
    asked = set(roles)
    wanted = {
        entry.criterion
        for pack in framework.role_packs
        if pack.role in asked
        for entry in pack.criteria
        if also or entry.part == "lead"
    }
    return in_framework_order(framework, wanted)


def in_framework_order(framework: Framework, criteria: Iterable[str]) -> tuple[str, ...]:
    """Criterion ids as the framework has them, unknown ones left out."""
    wanted = set(criteria)
    return tuple(one.id for one in framework.criteria if one.id in wanted)
