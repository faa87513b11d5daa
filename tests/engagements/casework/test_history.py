"""Undo and redo."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagements.casework import evidence, history, interviewing
from engagements.casework.case import Case
from engagements.casework.trail import Trail, heads_of
from engagements.file.actions import Action
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Evidence, Note


def test_undo_goes_back_step_by_step_and_redo_forward(desk):
    desk.answer("SRC-1.1", "yes")
    desk.answer("SRC-1.1", "no")
    desk.answer("SRC-1.3", "partly")
    change = history.undo(desk.case)
    assert change.action is Action.UNDONE
    assert change.passed_over == ()
    assert desk.values() == {"SRC-1.1": "no"}
    history.undo(desk.case)
    assert desk.values() == {"SRC-1.1": "yes"}
    history.undo(desk.case)
    assert desk.values() == {}
    for values in ({"SRC-1.1": "yes"}, {"SRC-1.1": "no"}, {"SRC-1.1": "no", "SRC-1.3": "partly"}):
        assert history.redo(desk.case).action is Action.REDONE
        assert desk.values() == values
    with pytest.raises(Problem, match="nothing to redo"):
        history.redo(desk.case)
    assert desk.case.check() == []


def test_undo_writes_new_revisions_and_alters_none(desk):
    desk.answer("SRC-1.1", "yes")
    revisions = desk.case.snapshot.revisions
    history.undo(desk.case)
    assert desk.case.snapshot.revisions == revisions + 1
    assert desk.reopened().check() == []
    assert desk.values() == {}


def test_redo_ends_with_the_next_change(desk):
    desk.answer("SRC-1.1", "yes")
    history.undo(desk.case)
    assert history.next_redo(desk.case) is not None
    desk.answer("SRC-1.3", "no")
    assert history.next_redo(desk.case) is None
    with pytest.raises(Problem, match="nothing to redo"):
        history.redo(desk.case)


def test_what_an_earlier_opening_did_is_not_undone(desk):
    desk.answer("SRC-1.1", "yes")
    desk.reopened()
    assert history.next_undo(desk.case) is None
    with pytest.raises(Problem, match="nothing to undo"):
        history.undo(desk.case)


def test_the_creation_is_not_undone(case):
    with pytest.raises(Problem, match="nothing to undo"):
        history.undo(case)


def test_undo_ends_at_a_version_that_went_out(desk):
    from datetime import datetime

    from engagements.casework import issuing

    desk.answer("SRC-1.1", "yes")
    issuing.issue(
        desk.case, pdf=b"%PDF", content=b"{}", version="1.0", profile="full", issued=datetime.now()
    )
    assert history.next_undo(desk.case) is None
    with pytest.raises(Problem, match="nothing to undo"):
        history.undo(desk.case)
    assert desk.values() == {"SRC-1.1": "yes"}
    desk.answer("SRC-1.2", "no")
    change = history.undo(desk.case)
    assert change.passed_over == ()
    assert desk.values() == {"SRC-1.1": "yes"}


def test_a_deletion_and_an_attachment_are_undone(desk):
    note = desk.note("text")
    interviewing.keep_note(desk.case, note)
    interviewing.delete_note(desk.case, note.id)
    history.undo(desk.case)
    assert desk.case.snapshot.of(Note) == (note,)
    evidence.attach(desk.case, "A page", b"bytes", name="page.txt")
    history.undo(desk.case)
    assert not desk.case.snapshot.of(Evidence)
    history.redo(desk.case)
    kept = desk.case.snapshot.of(Evidence)[0]
    assert evidence.content(desk.case, kept.id) == b"bytes"


def test_the_next_undo_is_named_before_it_happens(desk):
    desk.answer("SRC-1.1", "yes")
    step = history.next_undo(desk.case)
    assert step is not None
    assert step.action is Action.ANSWER_RECORDED
    assert [kind for kind, _ in step.after] == [Answer.kind]


TURNS = st.one_of(
    st.tuples(st.sampled_from(["SRC-1.1", "SRC-1.3", "REG-1.1"]), st.sampled_from(["yes", "no"])),
    st.sampled_from(["undo", "redo"]),
)


@settings(max_examples=25)
@given(st.lists(TURNS, max_size=12))
def test_undo_and_redo_follow_a_plain_stack(tmp_path_factory, turns):
    from datetime import date

    from engagements.records import Interview, Person

    path = tmp_path_factory.mktemp("history") / "x.plumb"
    case = Case.create(path, client="A", author="tester")
    interviewing.save_person(case, Person(id="p", role="MLE"))
    interviewing.save_interview(
        case, Interview(id="i", title="I", people=("p",), day=date(2026, 11, 20))
    )
    case.trail = Trail()
    past, now, future = [], {}, []
    for turn in turns:
        if turn == "undo":
            if past:
                history.undo(case)
                future.append(now)
                now = past.pop()
            else:
                with pytest.raises(Problem):
                    history.undo(case)
        elif turn == "redo":
            if future:
                history.redo(case)
                past.append(now)
                now = future.pop()
            else:
                with pytest.raises(Problem):
                    history.redo(case)
        else:
            criterion, value = turn
            interviewing.record_answer(
                case, Answer.of(criterion, "i", AnswerValue(value), voice="p")
            )
            if now.get(criterion) != value:
                past.append(now)
                now = {**now, criterion: value}
                future.clear()
        assert {a.criterion: a.value.value for a in case.snapshot.of(Answer)} == now
    case.close()


def test_a_conflict_that_was_settled_comes_back_as_one(desk):
    first = desk.answer("SRC-1.1", "yes").records[0]
    other = first.model_copy(update={"value": AnswerValue.NO})
    with desk.case.edit(Action.ANSWER_RECORDED) as edit:
        edit.revise_all((first, other))
    key = (Answer.kind, first.id)
    both = set(desk.case.snapshot.heads[Answer.kind][first.id])
    assert both == {first, other}
    desk.answer("SRC-1.1", "partly")
    assert [one.value.value for one in desk.case.snapshot.of(Answer)] == ["partly"]
    history.undo(desk.case)
    assert set(heads_of(desk.case.snapshot, key)) == both
    history.redo(desk.case)
    assert [one.value.value for one in desk.case.snapshot.of(Answer)] == ["partly"]
    history.undo(desk.case)
    assert set(heads_of(desk.reopened().snapshot, key)) == both
    assert desk.case.check() == []
