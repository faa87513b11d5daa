"""Whether earlier values fit what the engagement holds now; nothing dangles after a restore."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engagements.casework import evidence, interviewing
from engagements.casework.checks import known_criteria, known_unit
from engagements.casework.trail import Key
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import (
    Answer,
    Engagement,
    Evidence,
    EvidenceRequest,
    Interview,
    IssuedVersion,
    Judgement,
    MetricReading,
    Note,
    Person,
    PlanChange,
)
from engagements.records.base import Record
from engagements.records.client import Blob
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot


def check_fit(record: Record, after: Snapshot, blobs: Iterable[str]) -> None:
    """Problem when ``record`` names what is not there in ``after``, the engagement with it in.

    ``blobs`` are the SHA-256 of the files that are kept.
    """
    if isinstance(record, IssuedVersion):
        raise Problem(tr("An issued version is never put back."), tr("Issue it again."))
    kept = frozenset(blobs)
    for _, value in record:
        if isinstance(value, Blob) and value.sha256 not in kept:
            raise Problem(
                tr("The file “{name}” of this value is no longer kept.", name=value.name),
                tr("Attach it again."),
            )
    unit = getattr(record, "scope_unit", None)
    if unit is not None:
        known_unit(after, unit)
    known_criteria(after, _criteria(record))
    _check_names(record, after)


def check_free(keys: Iterable[Key], after: Snapshot) -> None:
    """Problem when something that stays in ``after`` needs an entity that is taken out."""
    for kind, entity in keys:
        needs = _needs(kind, entity, after)
        if needs:
            raise Problem(
                tr("Something that came later needs this: {what}.", what=needs),
                tr("Take that out first."),
            )


def _criteria(record: Record) -> tuple[str, ...]:
    if isinstance(record, Answer | Judgement):
        return (record.criterion,)
    if isinstance(record, Note | EvidenceRequest):
        return record.criteria
    if isinstance(record, Evidence):
        return tuple(one.criterion for one in record.speaks_for)
    if isinstance(record, Interview):
        return (*record.agenda, *record.parked, *record.asked)
    return ()


def _check_names(record: Record, after: Snapshot) -> None:
    """Interviews, people and rules that a record names must be there."""
    if isinstance(record, Answer):
        interviewing.check_answer(after, record)
    elif isinstance(record, Interview):
        _check_people(record, after)
    elif isinstance(record, Evidence):
        evidence.check(after, record)
    elif isinstance(record, Engagement) and record.framework != after.engagement.framework:
        raise Problem(tr("This value belongs to another framework."), tr("Keep the present one."))
    elif not all(_named_by(record, after)):
        raise _dangling()


def _named_by(record: Record, after: Snapshot) -> Iterator[bool]:
    """Of everything a record names by id: whether it is there."""
    if isinstance(record, Note | EvidenceRequest):
        yield record.interview is None or after.get(Interview, record.interview) is not None
    if isinstance(record, EvidenceRequest):
        yield record.person is None or after.get(Person, record.person) is not None
        yield record.received is None or after.get(Evidence, record.received) is not None
    if isinstance(record, Person):
        yield record.role in after.framework.role
    if isinstance(record, PlanChange):
        yield any(one.id == record.action for one in after.framework.actions)
    if isinstance(record, MetricReading):
        yield any(one.id == record.metric for one in after.framework.metrics)


def _check_people(interview: Interview, after: Snapshot) -> None:
    if not all(after.get(Person, person) for person in interview.people):
        raise _dangling()
    for answer in after.of(Answer):
        here = answer.interview == interview.id
        if here and answer.voice not in (ROOM, *interview.people):
            raise Problem(
                tr("Somebody who is not in this value has given answers in the interview."),
                tr("Clear those answers first."),
            )


def _dangling() -> Problem:
    return Problem(
        tr("This value names something that is no longer there."),
        tr("Restore what it names first."),
    )


def _needs(kind: str, entity: str, after: Snapshot) -> str:
    """What needs an entity, in words; empty when nothing does."""
    if kind == Interview.kind:
        return next(_held(entity, after), "")
    if kind == Person.kind:
        return next(_taking_part(entity, after), "")
    if kind == Evidence.kind:
        wanted = (one for one in after.of(EvidenceRequest) if one.received == entity)
        return next((one.title for one in wanted), "")
    return ""


def _held(interview: str, after: Snapshot) -> Iterator[str]:
    """What belongs to an interview."""
    for answer in after.of(Answer):
        if answer.interview == interview:
            yield tr("an answer on {criterion}", criterion=answer.criterion)
    for note in after.of(Note):
        if note.interview == interview:
            yield tr("a note")
    for sort in (Evidence, EvidenceRequest):
        yield from (one.title for one in after.of(sort) if one.interview == interview)


def _taking_part(person: str, after: Snapshot) -> Iterator[str]:
    """Interviews somebody takes part in, and what they were asked for."""
    yield from (talk.title for talk in after.of(Interview) if person in talk.people)
    yield from (one.title for one in after.of(EvidenceRequest) if one.person == person)
