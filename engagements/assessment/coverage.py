"""Who is asked what: roles by dimensions as planned and heard, and what the plan leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engagements.assessment.model import CaseAssessment
from engagements.assessment.rules import is_unknown
from engagements.framework.model import Framework
from engagements.language import tr, trn
from engagements.records.answers import Answer
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.people import ROOM, Interview, InterviewState, Person
from engagements.records.snapshot import Snapshot

MOST_NAMED = 3
"""Dimensions or criteria that a sentence names before it counts the rest."""

Heard = Mapping[str, frozenset[str]]
"""Roles by criterion id."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One role in one dimension, as counts of criteria.

    ``leads`` and ``also`` are what its role pack names, ``planned`` stands on the agenda of an
    interview still to be held, ``heard`` has an answer of that role.
    """

    leads: int = 0
    also: int = 0
    planned: int = 0
    heard: int = 0

    @property
    def is_missing(self) -> bool:
        """True when the role leads here, and is neither heard nor going to be."""
        return bool(self.leads) and not self.planned and not self.heard


@dataclass(frozen=True)
class Gap:
    """Something the plan leaves out, with the questions and the role that would close it."""

    kind: Literal["role", "one voice", "no agenda"]
    criteria: tuple[str, ...]
    role: str
    """Whom to ask: the role left out, or the one that could be asked most of ``criteria``."""
    dimensions: tuple[str, ...] = ()
    """Of a role left out: where."""


@dataclass(frozen=True)
class Coverage:
    """The matrix of roles by dimensions, both in the framework's order, and its gaps."""

    roles: tuple[str, ...]
    dimensions: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    """By role and dimension; every pair is there."""
    gaps: tuple[Gap, ...]


def coverage(snapshot: Snapshot, unit: str = FIRST_UNIT_ID) -> Coverage:
    """Read a plan: which roles are asked what, which were heard, and what is left out. Pure.

    It is about one scope unit: what was said of another one closes no gap here. An answer of the
    room counts for every role in it.
    """
    framework = snapshot.framework
    talks = tuple(one for one in snapshot.of(Interview) if one.scope_unit == unit)
    heard, planned = _heard(snapshot, talks), _planned(snapshot, talks)
    cells = _cells(framework, heard, planned)
    gaps = (
        *_roles_left_out(framework, cells),
        *_one_voice(framework, heard, planned),
        *_on_no_agenda(framework, talks, heard),
    )
    return Coverage(
        roles=tuple(role.code for role in framework.roles),
        dimensions=tuple(one.code for one in framework.dimensions),
        cells=cells,
        gaps=gaps,
    )


def unasked(framework: Framework, case: CaseAssessment) -> tuple[str, ...]:
    """Supplementary criteria that nobody was asked about anywhere, in the framework's order."""
    found = case.consolidated
    return tuple(
        one.id
        for one in framework.criteria
        if not one.type.gates and not found[one.id].voices and is_unknown(found[one.id].reading)
    )


def gap_words(framework: Framework, gap: Gap) -> str:
    """A gap in one sentence."""
    if gap.kind == "role":
        names = [framework.dimension[code].name for code in gap.dimensions]
        role = framework.role[gap.role].name
        return tr("{role}: nobody is asked about {dimensions}.", role=role, dimensions=_few(names))
    count = len(gap.criteria)
    codes = _few(gap.criteria)
    if gap.kind == "one voice":
        return trn(
            "{n} core criterion is heard from one role only: {codes}.",
            "{n} core criteria are heard from one role only: {codes}.",
            count,
            codes=codes,
        )
    return trn(
        "{n} criterion is on no agenda: {codes}.",
        "{n} criteria are on no agenda: {codes}.",
        count,
        codes=codes,
    )


def _few(names: Sequence[str]) -> str:
    """The first few names, and how many there are more."""
    said = ", ".join(names[:MOST_NAMED])
    rest = len(names) - MOST_NAMED
    if rest <= 0:
        return said
    return trn("{names} and {n} more", "{names} and {n} more", rest, names=said)


def _heard(snapshot: Snapshot, talks: Sequence[Interview]) -> Heard:
    """Roles that have answered each criterion in these interviews, whatever they said."""
    interviews = {one.id: one for one in talks}
    roles = {one.id: one.role for one in snapshot.of(Person)}
    found: dict[str, set[str]] = {}
    for answer in snapshot.of(Answer):
        talk = interviews.get(answer.interview)
        if talk is None:
            continue
        present = talk.people
        voices = present if answer.voice == ROOM else (answer.voice,)
        found.setdefault(answer.criterion, set()).update(_known(roles, voices))
    return {key: frozenset(value) for key, value in found.items()}


def _planned(snapshot: Snapshot, talks: Sequence[Interview]) -> Heard:
    """Roles on whose agenda each criterion stands in those of them still to be held."""
    roles = {one.id: one.role for one in snapshot.of(Person)}
    found: dict[str, set[str]] = {}
    for talk in talks:
        if talk.state is not InterviewState.HELD:
            for criterion in talk.agenda:
                found.setdefault(criterion, set()).update(_known(roles, talk.people))
    return {key: frozenset(value) for key, value in found.items()}


def _known(roles: Mapping[str, str], people: Iterable[str]) -> set[str]:
    return {roles[one] for one in people if one in roles}


def _cells(framework: Framework, heard: Heard, planned: Heard) -> Mapping[tuple[str, str], Cell]:
    counts = {kind: Counter[tuple[str, str]]() for kind in ("lead", "also", "planned", "heard")}
    for pack in framework.role_packs:
        for entry in pack.criteria:
            place = framework.criterion[entry.criterion].dimension
            counts[entry.part][pack.role, place] += 1
    for kind, told in (("planned", planned), ("heard", heard)):
        for criterion, roles in told.items():
            known = framework.criterion.get(criterion)
            counts[kind].update((role, known.dimension) for role in roles if known)
    return {
        (role.code, one.code): Cell(
            *(counts[kind][role.code, one.code] for kind in ("lead", "also", "planned", "heard"))
        )
        for role in framework.roles
        for one in framework.dimensions
    }


def _roles_left_out(framework: Framework, cells: Mapping[tuple[str, str], Cell]) -> tuple[Gap, ...]:
    """One gap per role that leads somewhere and is asked nothing there."""
    found: list[Gap] = []
    for pack in framework.role_packs:
        missing = tuple(
            one.code for one in framework.dimensions if cells[pack.role, one.code].is_missing
        )
        criteria = tuple(
            entry.criterion
            for entry in pack.criteria
            if entry.part == "lead" and framework.criterion[entry.criterion].dimension in missing
        )
        if missing:
            found.append(Gap("role", criteria, pack.role, missing))
    return tuple(found)


def _one_voice(framework: Framework, heard: Heard, planned: Heard) -> tuple[Gap, ...]:
    """Core criteria that one role has answered, where another could be asked and is not."""
    alone: dict[str, frozenset[str]] = {}
    for one in framework.criteria:
        said = heard.get(one.id, frozenset())
        others = frozenset(one.roles) - said
        if one.type.gates and len(said) == 1 and others and not planned.get(one.id, said) - said:
            alone[one.id] = others
    return (Gap("one voice", tuple(alone), _best(framework, alone)),) if alone else ()


def _on_no_agenda(
    framework: Framework, talks: Sequence[Interview], heard: Heard
) -> tuple[Gap, ...]:
    """Criteria nobody was or is going to be asked."""
    asked = set(heard)
    for talk in talks:
        asked.update(talk.agenda, talk.asked)
    left = {one.id: frozenset(one.roles) for one in framework.criteria if one.id not in asked}
    return (Gap("no agenda", tuple(left), _best(framework, left)),) if left else ()


def _best(framework: Framework, wanted: Mapping[str, frozenset[str]]) -> str:
    """The role that could be asked most of these criteria; the framework's order breaks a tie."""
    counts = Counter(role for roles in wanted.values() for role in roles)
    return max((role.code for role in framework.roles), key=lambda code: counts[code])
