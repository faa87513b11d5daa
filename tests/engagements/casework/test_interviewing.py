"""Interviewees, interviews, answers, notes and drafts."""

from datetime import date

import pytest

from engagements.casework import evidence, interviewing
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, EvidenceRequest, Interview, Note, Person
from engagements.records.people import ROOM, InterviewState


def test_an_answer_is_kept_and_cleared(desk):
    change = desk.answer("SRC-1.1", "partly")
    assert desk.values() == {"SRC-1.1": "partly"}
    cleared = interviewing.clear_answer(desk.case, change.records[0].id)
    assert cleared.removed == ((Answer.kind, change.records[0].id),)
    assert desk.values() == {}
    assert interviewing.clear_answer(desk.case, change.records[0].id).removed == ()


def test_the_room_may_answer_and_a_reason_goes_with_na(desk):
    room = Answer.of("REL-3.2", desk.interview.id, AnswerValue.NA, voice=ROOM, reason="batch")
    interviewing.record_answer(desk.case, room)
    assert desk.case.snapshot.of(Answer) == (room,)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"criterion": "XXX-1.1"}, "no criterion XXX-1.1"),
        ({"interview": "c" * 32}, "interview that is not here"),
        ({"voice": "c" * 32}, "does not take part"),
        ({"scope_unit": "c" * 32}, "scope unit"),
        ({"criterion": "SRC-1.2", "value": AnswerValue.NA, "reason": "why"}, "key criterion"),
    ],
)
def test_an_answer_that_names_something_unknown_is_refused(desk, fields, words):
    given = {
        "criterion": "SRC-1.1",
        "interview": desk.interview.id,
        "value": AnswerValue.YES,
        "voice": desk.person.id,
    } | fields
    revisions = desk.case.snapshot.revisions
    with pytest.raises(Problem, match=words):
        interviewing.record_answer(desk.case, Answer.of(**given))
    assert desk.case.snapshot.revisions == revisions


def test_a_person_needs_a_role_of_the_framework(case):
    with pytest.raises(Problem, match="no role"):
        interviewing.save_person(case, Person(id="p", role="CAPTAIN"))


def test_somebody_who_takes_part_is_not_taken_out(desk):
    with pytest.raises(Problem, match="takes part"):
        interviewing.delete_person(desk.case, desk.person.id)
    interviewing.delete_interview(desk.case, desk.interview.id)
    interviewing.delete_person(desk.case, desk.person.id)
    assert not desk.case.snapshot.of(Person)


def test_an_interview_with_content_is_not_taken_out(desk):
    desk.answer()
    interviewing.keep_note(desk.case, desk.note())
    evidence.attach(desk.case, "Log", b"x", name="x", interview=desk.interview.id)
    with pytest.raises(Problem, match="holds 1 answers, 1 notes, 1 evidence items"):
        interviewing.delete_interview(desk.case, desk.interview.id)


def test_somebody_who_answered_stays_in_the_interview(desk):
    desk.answer()
    other = Person(id="o", role="DS")
    interviewing.save_person(desk.case, other)
    for people, allowed in ((("o",), False), ((desk.person.id, "o"), True)):
        changed = desk.interview.model_copy(update={"people": people})
        if allowed:
            interviewing.save_interview(desk.case, changed)
        else:
            with pytest.raises(Problem, match="has given answers"):
                interviewing.save_interview(desk.case, changed)


def test_somebody_asked_for_evidence_is_not_taken_out(desk):
    interviewing.save_person(desk.case, Person(id="o", role="DS"))
    evidence.request(desk.case, EvidenceRequest(id="r", title="The log", person="o"))
    with pytest.raises(Problem, match="asked for evidence: The log"):
        interviewing.delete_person(desk.case, "o")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"people": ()}, "needs an interviewee"),
        ({"people": ("c" * 32,)}, "interviewee who is not here"),
        ({"agenda": ("XXX-1.1",)}, "no criterion"),
        ({"scope_unit": "c" * 32}, "scope unit"),
    ],
)
def test_an_interview_names_only_what_is_known(desk, fields, words):
    with pytest.raises(Problem, match=words):
        interviewing.save_interview(desk.case, desk.interview.model_copy(update=fields))


def test_an_interview_runs_and_is_held(desk):
    for state in (InterviewState.RUNNING, InterviewState.PAUSED, InterviewState.HELD):
        interviewing.save_interview(desk.case, desk.interview.model_copy(update={"state": state}))
        assert desk.case.snapshot.of(Interview)[0].state is state


def test_a_draft_is_kept_until_it_becomes_a_note(desk):
    note = desk.note("two days", criteria=("SRC-1.2",))
    kept = interviewing.keep_draft(desk.case, "note/1", "two da")
    assert kept.saved_at.date() == date.today()
    interviewing.keep_draft(desk.case, "note/2", "other \ud800 \x00")
    assert not desk.case.snapshot.of(Note)
    desk.reopened()
    assert interviewing.drafts(desk.case) == {"note/1": "two da", "note/2": "other \ud800 \x00"}
    interviewing.keep_note(desk.case, note, draft="note/1")
    assert desk.case.snapshot.of(Note) == (note,)
    interviewing.drop_draft(desk.case, "note/2")
    assert interviewing.drafts(desk.case) == {}
    interviewing.delete_note(desk.case, note.id)
    assert not desk.case.snapshot.of(Note)
    assert desk.case.check() == []


def test_a_note_that_is_refused_keeps_its_draft(desk):
    interviewing.keep_draft(desk.case, "note/1", "text")
    with pytest.raises(Problem, match="no criterion"):
        interviewing.keep_note(desk.case, desk.note(criteria=("XXX-1.1",)), draft="note/1")
    with pytest.raises(Problem, match="longer than"):
        interviewing.keep_note(desk.case, desk.note("x" * 1_000_001), draft="note/1")
    with pytest.raises(Problem, match="interview that is not here"):
        interviewing.keep_note(desk.case, Note(id="n", interview="gone", text="x"))
    assert interviewing.drafts(desk.case) == {"note/1": "text"}
