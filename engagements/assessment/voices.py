"""Several voices on one criterion of one scope unit, brought to one reading by evidence.

Never a majority: a judgement, else the best evidence, else the set of what was said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from engagements.assessment.model import Consolidated, Reading, Voiced
from engagements.assessment.rules import UNKNOWN, is_unknown
from engagements.framework.model import AnswerValue, Criterion, CriterionType
from engagements.records import Answer, Evidence, Interview, Judgement, Person
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.evidence import SpeaksFor
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot

SAID, SAID_BY_TWO = 0, 1
"""The grades of words alone; 2 to 4 come from evidence."""

Place = tuple[str, str]
"""A scope unit's id and a criterion's id."""


@dataclass
class Heard:
    """Everything kept about one criterion in one scope unit."""

    answers: list[Answer] = field(default_factory=list[Answer])
    judgements: list[Judgement] = field(default_factory=list[Judgement])
    evidence: list[tuple[Evidence, SpeaksFor]] = field(
        default_factory=list[tuple[Evidence, SpeaksFor]]
    )


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

    def behind(self, answer: Answer, spoke: frozenset[Place]) -> frozenset[str]:
        """The roles an answer stands for.

        The room stands for everybody in it who did not answer alone; ``spoke`` holds the pairs of
        interview and voice that gave an answer of their own.
        """
        if answer.voice != ROOM:
            people: Iterable[str] = (answer.voice,)
        else:
            people = (
                one
                for one in self.present.get(answer.interview, ())
                if (answer.interview, one) not in spoke
            )
        return frozenset(self.of_person[one] for one in people if one in self.of_person)


def heard(snapshot: Snapshot) -> dict[Place, Heard]:
    """What is kept, by scope unit and criterion; both heads of an unresolved conflict are in it."""
    found: dict[Place, Heard] = {}
    for answer in snapshot.of(Answer):
        found.setdefault((answer.scope_unit, answer.criterion), Heard()).answers.append(answer)
    for judgement in snapshot.of(Judgement):
        place = (judgement.scope_unit, judgement.criterion)
        found.setdefault(place, Heard()).judgements.append(judgement)
    for item in snapshot.of(Evidence):
        for speech in item.speaks_for:
            place = (item.scope_unit, speech.criterion)
            found.setdefault(place, Heard()).evidence.append((item, speech))
    return found


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


def consolidate(criterion: Criterion, here: Heard, roles: Roles) -> Consolidated:
    """One criterion of one scope unit, brought together from everything kept about it."""
    valid = [one for one in here.answers if _counts(criterion, one)]
    by_two = _said_by_two(valid, roles)
    graded = [(one, _grade_of_voice(one, here.evidence, by_two)) for one in here.answers]
    counted = [(one.value, grade) for one, grade in graded if _counts(criterion, one)]
    if here.judgements:
        reading = _judged(here.judgements)
        grade = min(_grade_of_value(value, here.evidence, by_two) for value in reading)
    else:
        grade = max((grade for _, grade in counted), default=SAID)
        reading = frozenset(value for value, its in counted if its == grade) or UNKNOWN
    return Consolidated(
        criterion=criterion.id,
        reading=reading,
        grade=grade,
        voices=tuple(Voiced(one.id, one.value, its) for one, its in graded),
        judged=bool(here.judgements),
        stale=_is_stale(here),
        disagreement=len({one.value for one in valid}) > 1,
        contradicted=_against(reading, here.evidence),
    )


def said(criterion: Criterion, answers: Iterable[Answer]) -> frozenset[AnswerValue]:
    """The values that voices gave; "don't know" is missing, and so is an n/a on a key criterion."""
    return frozenset(one.value for one in answers if _counts(criterion, one))


def _counts(criterion: Criterion, answer: Answer) -> bool:
    """Whether an answer says something: n/a on a key criterion only counts as a judgement."""
    if answer.value is AnswerValue.NA:
        return criterion.type is not CriterionType.KEY
    return answer.value is not AnswerValue.UNKNOWN


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


def _grade_of_voice(
    answer: Answer,
    evidence: Sequence[tuple[Evidence, SpeaksFor]],
    by_two: frozenset[AnswerValue],
) -> int:
    """The best evidence for this answer, else whether two roles gave it."""
    shown = (
        item.grade
        for item, speech in evidence
        if speech.value is answer.value and speech.interview in (None, answer.interview)
    )
    return max(shown, default=SAID_BY_TWO if answer.value in by_two else SAID)


def _grade_of_value(
    value: AnswerValue,
    evidence: Sequence[tuple[Evidence, SpeaksFor]],
    by_two: frozenset[AnswerValue],
) -> int:
    """The best evidence for a judged value, else whether two roles gave it."""
    shown = (item.grade for item, speech in evidence if speech.value is value)
    return max(shown, default=SAID_BY_TWO if value in by_two else SAID)


def _said_by_two(valid: Sequence[Answer], roles: Roles) -> frozenset[AnswerValue]:
    """The values that voices of two roles gave."""
    if len(valid) < 2:
        return frozenset()
    spoke = frozenset((one.interview, one.voice) for one in valid)
    voices: dict[AnswerValue, dict[Place, frozenset[str]]] = {}
    for one in valid:
        behind = roles.behind(one, spoke)
        if behind:
            voices.setdefault(one.value, {})[one.interview, one.voice] = behind
    # With two voices and two roles among them, there are two voices of different roles.
    return frozenset(
        value
        for value, found in voices.items()
        if len(found) > 1 and len(frozenset[str]().union(*found.values())) > 1
    )


def _against(reading: Reading, evidence: Sequence[tuple[Evidence, SpeaksFor]]) -> tuple[str, ...]:
    """Ids of the items that speak for something else than what is taken as the answer."""
    if is_unknown(reading):
        return ()
    against = (item.id for item, speech in evidence if speech.value not in reading)
    return tuple(dict.fromkeys(against))
