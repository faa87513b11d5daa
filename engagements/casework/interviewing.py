"""Interviewees, interviews, answers and notes, and the drafts that precede them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engagements.casework.case import Case, Change
from engagements.casework.checks import known_criteria, known_unit
from engagements.file.actions import Action
from engagements.framework.model import AnswerValue, CriterionType
from engagements.language import mark, tr
from engagements.problem import Problem
from engagements.records import (
    Answer,
    Evidence,
    EvidenceRequest,
    Interview,
    Note,
    Person,
)
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot

_COUNTED = {
    Answer: mark("{n} answers"),
    Note: mark("{n} notes"),
    Evidence: mark("{n} evidence items"),
    EvidenceRequest: mark("{n} requests"),
}
"""What an interview may hold, in words."""


def save_person(case: Case, person: Person) -> Change:
    """Keep an interviewee; Problem when the role is not one of the framework's."""
    if person.role not in case.snapshot.framework.role:
        raise Problem(
            tr("The framework has no role {role}.", role=person.role),
            tr("Choose one of its roles."),
        )
    known_unit(case.snapshot, person.scope_unit)
    with case.edit(Action.PERSON_SAVED) as edit:
        edit.revise(person)
    return edit.done()


def delete_person(case: Case, person_id: str) -> Change:
    """Take out an interviewee nobody needs; Problem while an interview names them."""
    for interview in case.snapshot.of(Interview):
        if person_id in interview.people:
            raise Problem(
                tr("This interviewee takes part in the interview {title}.", title=interview.title),
                tr("Take them out of the interview first."),
            )
    for request in case.snapshot.of(EvidenceRequest):
        if request.person == person_id:
            raise Problem(
                tr("This interviewee was asked for evidence: {title}.", title=request.title),
                tr("Ask somebody else for it first."),
            )
    with case.edit(Action.PERSON_REMOVED) as edit:
        edit.delete(Person, person_id)
    return edit.done()


def save_interview(case: Case, interview: Interview) -> Change:
    """Keep an interview; Problem when it names somebody or something unknown."""
    snapshot = case.snapshot
    if not interview.people:
        raise Problem(tr("An interview needs an interviewee."), tr("Add one person at least."))
    for person in interview.people:
        if snapshot.get(Person, person) is None:
            raise Problem(
                tr("The interview names an interviewee who is not here."), tr("Add them first.")
            )
    for answer in snapshot.of(Answer):
        if answer.interview == interview.id and answer.voice not in (ROOM, *interview.people):
            raise Problem(
                tr("Somebody taken out of this interview has given answers in it."),
                tr("Clear those answers first."),
            )
    known_unit(snapshot, interview.scope_unit)
    known_criteria(snapshot, (*interview.agenda, *interview.parked, *interview.asked))
    with case.edit(Action.INTERVIEW_SAVED) as edit:
        edit.revise(interview)
    return edit.done()


def delete_interview(case: Case, interview_id: str) -> Change:
    """Take out an interview that holds nothing; Problem that counts what it holds."""
    held = {
        kind: sum(record.interview == interview_id for record in case.snapshot.of(kind))
        for kind in (Answer, Note, Evidence, EvidenceRequest)
    }
    if any(held.values()):
        said = ", ".join(tr(_COUNTED[kind], n=count) for kind, count in held.items() if count)
        raise Problem(
            tr("This interview holds {said}.", said=said),
            tr("Take them out first, or keep the interview."),
        )
    with case.edit(Action.INTERVIEW_REMOVED) as edit:
        edit.delete(Interview, interview_id)
    return edit.done()


def record_answer(case: Case, answer: Answer) -> Change:
    """Keep one voice's answer to one criterion."""
    check_answer(case.snapshot, answer)
    with case.edit(Action.ANSWER_RECORDED) as edit:
        edit.revise(answer)
    return edit.done()


def clear_answer(case: Case, answer_id: str) -> Change:
    """Take back one voice's answer; as if it had not been asked."""
    with case.edit(Action.ANSWER_CLEARED) as edit:
        edit.delete(Answer, answer_id)
    return edit.done()


def keep_note(case: Case, note: Note, *, draft: str | None = None) -> Change:
    """Keep a note; ``draft`` is the key of the draft it was written in, which ends with it."""
    snapshot = case.snapshot
    if note.interview is not None and snapshot.get(Interview, note.interview) is None:
        raise Problem(
            tr("The note names an interview that is not here."), tr("Open the interview again.")
        )
    known_criteria(snapshot, note.criteria)
    known_unit(snapshot, note.scope_unit)
    with case.edit(Action.NOTE_KEPT) as edit:
        edit.revise(note)
        if draft is not None:
            edit.drop_draft(draft)
    return edit.done()


def delete_note(case: Case, note_id: str, *, draft: str | None = None) -> Change:
    """Take out a note, and the draft it was edited in."""
    with case.edit(Action.NOTE_REMOVED) as edit:
        edit.delete(Note, note_id)
        if draft is not None:
            edit.drop_draft(draft)
    return edit.done()


@dataclass(frozen=True)
class Kept:
    """Unfinished text is on disk; no record changed."""

    saved_at: datetime | None
    """When; None when there was nothing to write."""


def keep_draft(case: Case, key: str, text: str) -> Kept:
    """Keep unfinished text under ``key``; it is no revision and never printed."""
    return Kept(case.file.keep_draft(key, text))


def drop_draft(case: Case, key: str) -> Kept:
    """Forget unfinished text; nothing happens when there is none."""
    before = case.file.moment
    case.file.drop_draft(key)
    return Kept(None if case.file.moment == before else datetime.now())


def drafts(case: Case) -> Mapping[str, str]:
    """All unfinished texts by key, as they were last kept."""
    return case.drafts()


def check_answer(snapshot: Snapshot, answer: Answer) -> None:
    """Problem when an answer names something unknown, or n/a on a key criterion."""
    known_criteria(snapshot, (answer.criterion,))
    known_unit(snapshot, answer.scope_unit)
    interview = snapshot.get(Interview, answer.interview)
    if interview is None:
        raise Problem(tr("The answer names an interview that is not here."), tr("Open it again."))
    if answer.voice != ROOM and answer.voice not in interview.people:
        raise Problem(
            tr("The answer names somebody who does not take part in this interview."),
            tr("Add them to the interview first."),
        )
    refuse_key_na(snapshot, answer.criterion, answer.value)


def refuse_key_na(snapshot: Snapshot, criterion: str, value: AnswerValue) -> None:
    """Problem for n/a on a key criterion: the diagnostic questions apply to everybody."""
    found = snapshot.framework.criterion[criterion]
    if value is AnswerValue.NA and found.type is CriterionType.KEY:
        raise Problem(
            tr("{criterion} is a key criterion and cannot be n/a.", criterion=criterion),
            tr("Answer no or don't know, and keep the reason in a note."),
        )
