"""Earlier values brought back from History, and whole actions taken back on a later day."""

from datetime import date

import pytest

from engagements.casework import evidence, history, interviewing, issuing
from engagements.file.actions import Action
from engagements.problem import Problem
from engagements.records import Answer, Evidence, Interview, Note, Person


def revisions(case, kind):
    return [one for one in history.past(case).revisions if one.kind == kind]


def test_an_older_value_is_a_new_revision_and_undone_like_any_other(desk):
    desk.answer("SRC-1.1", "yes")
    desk.answer("SRC-1.1", "no")
    case = desk.reopened()
    newest, oldest = revisions(case, Answer.kind)
    before = case.snapshot.revisions
    change = history.restore(case, oldest.id)
    assert change.action is Action.VALUE_RESTORED
    assert desk.values() == {"SRC-1.1": "yes"}
    assert case.snapshot.revisions == before + 1
    assert case.check() == []
    history.undo(case)
    assert desk.values() == {"SRC-1.1": "no"}
    assert newest.left.record is not None


def test_the_value_that_is_there_now_is_not_restored(desk):
    desk.answer("SRC-1.1", "yes")
    with pytest.raises(Problem, match="the value now"):
        history.restore(desk.case, revisions(desk.case, Answer.kind)[0].id)


def test_an_erased_value_is_refused_in_words(desk):
    interviewing.keep_note(desk.case, desk.note("a secret"))
    (one,) = revisions(desk.case, Note.kind)
    desk.case.file.erase([one.id], reason="asked for")
    with pytest.raises(Problem, match="was erased"):
        history.restore(desk.reopened(), one.id)


def test_a_value_of_an_unknown_shape_is_refused_in_words(desk, monkeypatch):
    note = desk.note("first")
    interviewing.keep_note(desk.case, note)
    interviewing.keep_note(desk.case, note.model_copy(update={"text": "second"}))
    oldest = revisions(desk.case, Note.kind)[-1]
    monkeypatch.setattr(Note, "shape", 2)
    with pytest.raises(Problem, match="cannot read"):
        history.restore(desk.case, oldest.id)


def test_a_removal_has_no_value_to_restore(desk):
    desk.answer("SRC-1.1", "yes")
    answer = desk.case.snapshot.of(Answer)[0]
    interviewing.clear_answer(desk.case, answer.id)
    gone, given = revisions(desk.case, Answer.kind)
    with pytest.raises(Problem, match="taken out"):
        history.restore(desk.case, gone.id)
    history.restore(desk.case, given.id)
    assert desk.values() == {"SRC-1.1": "yes"}


def test_an_answer_of_an_interview_that_is_gone_is_refused(desk):
    desk.answer("SRC-1.1", "yes")
    given = revisions(desk.case, Answer.kind)[0]
    interviewing.clear_answer(desk.case, desk.case.snapshot.of(Answer)[0].id)
    interviewing.delete_interview(desk.case, desk.interview.id)
    with pytest.raises(Problem, match="interview that is not here"):
        history.restore(desk.case, given.id)
    assert desk.case.snapshot.of(Answer) == ()


def test_evidence_comes_back_only_with_its_file(desk):
    evidence.attach(desk.case, "A page", b"bytes", name="page.txt")
    (kept,) = revisions(desk.case, Evidence.kind)
    evidence.delete(desk.case, kept.entity)
    history.restore(desk.case, kept.id)
    assert evidence.content(desk.case, kept.entity) == b"bytes"
    evidence.delete(desk.case, kept.entity)
    everything = [one.id for one in revisions(desk.case, Evidence.kind) if one.left.record]
    desk.case.file.erase(everything[:-1], reason="x")
    desk.case.file.erase(everything[-1:], reason="x")
    with pytest.raises(Problem, match="erased"):
        history.restore(desk.case, kept.id)


def test_an_action_of_an_earlier_opening_is_taken_back_whole(desk):
    note, other = desk.note("one"), desk.note("two")
    with desk.case.together(Action.IMPORTED):
        interviewing.keep_note(desk.case, note)
        interviewing.keep_note(desk.case, other)
    case = desk.reopened()
    group = revisions(case, Note.kind)[0].group
    change = history.take_back(case, group)
    assert change.action is Action.TAKEN_BACK
    assert case.snapshot.of(Note) == ()
    history.undo(case)
    assert set(case.snapshot.of(Note)) == {note, other}


def test_what_was_changed_since_is_not_taken_back_as_a_whole(desk):
    desk.answer("SRC-1.1", "yes")
    first = revisions(desk.case, Answer.kind)[0]
    desk.answer("SRC-1.1", "no")
    with pytest.raises(Problem, match="changed again since"):
        history.take_back(desk.case, first.group)


def test_what_something_newer_needs_stays(desk):
    desk.answer("SRC-1.1", "yes")
    planned = revisions(desk.case, Interview.kind)[0]
    with pytest.raises(Problem, match=r"an answer on SRC-1\.1"):
        history.take_back(desk.case, planned.group)
    person = revisions(desk.case, Person.kind)[0]
    with pytest.raises(Problem, match="needs this"):
        history.take_back(desk.case, person.group)


def test_creating_and_issuing_are_never_taken_back(desk):
    from datetime import datetime

    issuing.issue(
        desk.case, pdf=b"%PDF", content=b"{}", version="1.0", profile="full", issued=datetime.now()
    )
    issued = history.past(desk.case).revisions[0]
    for group in (issued.group, history.past(desk.case).revisions[-1].group, "nothing"):
        with pytest.raises(Problem, match="never taken back"):
            history.take_back(desk.case, group)


def test_people_who_have_answered_stay_in_an_older_plan(desk):
    other = Person(id="c" * 32, role="DS", title="Data scientist")
    interviewing.save_person(desk.case, other)
    both = desk.interview.model_copy(update={"people": (desk.person.id, other.id)})
    interviewing.save_interview(desk.case, both)
    interviewing.record_answer(
        desk.case,
        Answer.of("SRC-1.1", both.id, desk_value("yes"), voice=other.id),
    )
    oldest = revisions(desk.case, Interview.kind)[-1]
    with pytest.raises(Problem, match="has given answers"):
        history.restore(desk.case, oldest.id)
    assert desk.interview.day == date(2026, 11, 20)


def desk_value(word):
    from engagements.framework.model import AnswerValue

    return AnswerValue(word)
