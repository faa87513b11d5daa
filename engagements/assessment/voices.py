"""Several voices on one criterion of one scope unit, brought to one reading by evidence.

Never a majority: a judgement, else the best evidence, else the set of what was said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from engagements.assessment.model import Consolidated, Reading, Voiced
from engagements.assessment.rules import UNKNOWN, is_unknown
from engagements.framework.model import AnswerValue, Criterion, CriterionType
from engagements.records import Answer, Evidence, Interview, Judgement, Person
from engagements.records.base import Record
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.evidence import SpeaksFor
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot

SAID, SAID_BY_TWO = 0, 1
"""The grades of words alone; 2 to 4 come from evidence."""

_SILENT_ON_KEY = UNKNOWN | {AnswerValue.NA}
_NONE: frozenset[Any] = frozenset()

Place = tuple[str, str]
"""A scope unit's id and a criterion's id; or an interview's id and a voice."""

Speaking = tuple[Evidence, SpeaksFor]
"""An evidence item and what it says about one criterion."""


@dataclass(slots=True)
class Heard:
    """Everything kept about one criterion in one scope unit."""

    answers: list[Answer] = field(default_factory=list[Answer])
    judgements: list[Judgement] = field(default_factory=list[Judgement])
    evidence: list[Speaking] = field(default_factory=list[Speaking])


@dataclass(frozen=True)
class Roles:
    """Which roles speak in which interview."""

    of_person: Mapping[str, str]
    present: Mapping[str, tuple[str, ...]]
    """People's ids by interview."""

    @classmethod
    def of(cls, snapshot: Snapshot) -> Roles:
        """The roles of a snapshot's interviewees."""
        return cls(
            of_person={one.id: one.role for one in snapshot.of(Person)},
            present={one.id: one.people for one in snapshot.of(Interview)},
        )

    def behind(self, answer: Answer, beside: Sequence[Answer]) -> frozenset[str]:
        """The roles an answer stands for, given all answers to the same criterion.

        The room stands for everybody in it who did not answer alone.
        """
        if answer.voice != ROOM:
            role = self.of_person.get(answer.voice)
            return _NONE if role is None else frozenset((role,))
        alone = {one.voice for one in beside if one.interview == answer.interview}
        present = self.present.get(answer.interview, ())
        return frozenset(
            self.of_person[one] for one in present if one in self.of_person and one not in alone
        )


class Kept(dict[Place, Heard]):
    """What is kept, by scope unit and criterion; both heads of an unresolved conflict are in it."""

    @classmethod
    def of(cls, snapshot: Snapshot, only: Collection[Place] | None = None) -> Kept:
        """Everything of a snapshot that has a say in an answer, or of some places alone."""
        kept = cls()
        for answer in _about(snapshot.of(Answer), only):
            kept[answer.scope_unit, answer.criterion].answers.append(answer)
        for judgement in snapshot.of(Judgement):
            place = (judgement.scope_unit, judgement.criterion)
            if only is None or place in only:
                kept[place].judgements.append(judgement)
        for item in snapshot.of(Evidence):
            for speech in item.speaks_for:
                place = (item.scope_unit, speech.criterion)
                if only is None or place in only:
                    kept[place].evidence.append((item, speech))
        return kept

    def __missing__(self, place: Place) -> Heard:
        found = self[place] = Heard()
        return found


def _about(answers: Iterable[Answer], only: Collection[Place] | None) -> Iterable[Answer]:
    """All of them, or those at some places; by their criterion first, there may be thousands."""
    if only is None:
        return answers
    criteria = {criterion for _, criterion in only}
    found = [one for one in answers if one.criterion in criteria]
    return (one for one in found if (one.scope_unit, one.criterion) in only)


def differing(snapshot: Snapshot, before: Snapshot) -> frozenset[Place]:
    """Where something that has a say in an answer is another in one snapshot than in the other."""
    found: set[Place] = set()
    for record in (Answer, Judgement, Evidence):
        now, then = snapshot.heads.get(record.kind, {}), before.heads.get(record.kind, {})
        if now is not then:
            then = dict(then)  # a plain one answers faster, thousands of times
            others = [entity for entity, one in now.items() if then.get(entity) is not one]
            for entity in (*others, *(then.keys() - now.keys())):
                for one in (*now.get(entity, ()), *then.get(entity, ())):
                    found.update(_places(one))
    return frozenset(found)


def _places(record: Record) -> Iterator[Place]:
    """Where a record has a say."""
    if isinstance(record, Answer | Judgement):
        yield record.scope_unit, record.criterion
    elif isinstance(record, Evidence):
        for speech in record.speaks_for:
            yield record.scope_unit, speech.criterion


def digest_of(snapshot: Snapshot, criterion: str, scope_unit: str = FIRST_UNIT_ID) -> str:
    """What a judgement saw: a digest of every answer to one criterion of one scope unit.

    It depends on nothing but the answers' keys, values and reasons, in no order; empty when there
    is no answer. A judgement whose digest differs from today's is stale.
    """
    return digest_of_answers(
        one
        for one in snapshot.of(Answer)
        if one.criterion == criterion and one.scope_unit == scope_unit
    )


def digest_of_answers(answers: Iterable[Answer]) -> str:
    """The digest of these answers: 64 hexadecimal digits of SHA-256, or nothing for none."""
    rows = sorted((one.interview, one.voice, one.value.value, one.reason) for one in answers)
    if not rows:
        return ""
    # A reason may hold any character, so each part is preceded by its length.
    parts = (f"{len(part)}:{part}" for row in rows for part in row)
    return hashlib.sha256("".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def consolidate(criterion: Criterion, here: Heard | None, roles: Roles) -> Consolidated:
    """One criterion of one scope unit, brought together from everything kept about it."""
    if here is None:
        return _nothing(criterion.id)
    silent = silent_on(criterion)
    counted = [one for one in here.answers if one.value not in silent]
    values = frozenset(one.value for one in counted)
    # Only what two voices say can be said by two roles.
    by_two = _said_by_two(counted, here.answers, roles) if len(counted) > len(values) else _NONE
    voices = tuple(
        Voiced(one.id, one.value, _grade(one.value, here.evidence, by_two, one.interview))
        for one in here.answers
    )
    if here.judgements:
        reading = _judged(here.judgements)
        grade = min(_grade(value, here.evidence, by_two) for value in reading)
    else:
        founded = [(one.grade, one.value) for one in voices if one.value not in silent]
        grade = max(founded)[0] if founded else SAID
        reading = frozenset(value for its, value in founded if its == grade) or UNKNOWN
    return Consolidated(
        criterion=criterion.id,
        reading=reading,
        grade=grade,
        voices=voices,
        judged=bool(here.judgements),
        stale=_is_stale(here),
        disagreement=len(values) > 1,
        contradicted=_against(reading, here.evidence) if here.evidence else (),
    )


def silent_on(criterion: Criterion) -> frozenset[AnswerValue]:
    """The answers that say nothing about a criterion.

    "Don't know" is missing, and n/a on a key criterion only counts as a judgement.
    """
    return _SILENT_ON_KEY if criterion.type is CriterionType.KEY else UNKNOWN


@lru_cache(maxsize=1024)
def _nothing(criterion: str) -> Consolidated:
    """A criterion that nobody has said anything about."""
    return Consolidated(
        criterion=criterion,
        reading=UNKNOWN,
        grade=SAID,
        voices=(),
        judged=False,
        stale=False,
        disagreement=False,
        contradicted=(),
    )


def _judged(judgements: Sequence[Judgement]) -> Reading:
    """The judgement's value, of two heads both; n/a is only taken with its reason."""
    return frozenset(
        AnswerValue.UNKNOWN if one.value is AnswerValue.NA and not one.reason.strip() else one.value
        for one in judgements
    )


def _is_stale(here: Heard) -> bool:
    """Whether answers have changed since they were judged."""
    if not here.judgements:
        return False
    return digest_of_answers(here.answers) not in {one.saw for one in here.judgements}


def _grade(
    value: AnswerValue,
    evidence: Sequence[Speaking],
    by_two: Container[AnswerValue],
    interview: str | None = None,
) -> int:
    """The best evidence for a value, else whether two roles gave it.

    With ``interview``, evidence that speaks for another interview alone is left out.
    """
    grade = SAID_BY_TWO if value in by_two else SAID
    for item, speech in evidence:
        bound = interview is not None and speech.interview not in (None, interview)
        if speech.value is value and not bound:
            grade = max(grade, item.grade)
    return grade


def _said_by_two(
    counted: Sequence[Answer], beside: Sequence[Answer], roles: Roles
) -> frozenset[AnswerValue]:
    """The values that voices of two roles gave, of the answers that count."""
    first: dict[AnswerValue, tuple[Place, frozenset[str]]] = {}
    found: set[AnswerValue] = set()
    for one in counted:
        behind = roles.behind(one, beside)
        if not behind:
            continue
        voice = (one.interview, one.voice)
        # If the first voice adds no second role to any other, all of them are of one role.
        before, earlier = first.setdefault(one.value, (voice, behind))
        if before != voice and len(earlier | behind) > 1:
            found.add(one.value)
    return frozenset(found)


def _against(reading: Reading, evidence: Sequence[Speaking]) -> tuple[str, ...]:
    """Ids of the items that speak for something else than what is taken as the answer."""
    if is_unknown(reading):
        return ()
    against = (item.id for item, speech in evidence if speech.value not in reading)
    return tuple(dict.fromkeys(against))
