"""An interview's record goes out and comes back: corrections are new answers, in one action."""

from datetime import date

import pytest

from engagements.casework import confirming, exchange, history, interviewing
from engagements.casework.answer_sheet import Entry
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview, Note, Person
from engagements.records.people import InterviewState

SENT, REPLY, BACK = date(2026, 11, 18), date(2026, 11, 25), date(2026, 11, 23)


@pytest.fixture
def held(case):
    interviewing.save_person(case, Person(id="p1", role="MLE", name="Ada"))
    talk = Interview(id="i1", title="ML engineer", people=("p1",), day=date(2026, 11, 17),
                     agenda=("SRC-1.1",))  # fmt: skip
    interviewing.save_interview(case, talk)
    interviewing.record_answer(case, Answer.of("SRC-1.1", "i1", AnswerValue.NO, voice="p1"))
    interviewing.record_answer(case, Answer.of("SRC-1.3", "i1", AnswerValue.YES, voice="p1"))
    return case


def answer(case, criterion):
    return next(one for one in case.snapshot.of(Answer) if one.criterion == criterion)


def test_a_record_that_goes_out_is_kept_with_its_interview(held):
    confirming.record_sent(held, "i1", sent=SENT, reply_by=REPLY)
    talk = held.snapshot.get(Interview, "i1")
    assert (talk.sent, talk.reply_by, talk.confirmed) == (SENT, REPLY, None)
    with pytest.raises(Problem, match="before the record"):
        confirming.record_sent(held, "i1", sent=REPLY, reply_by=SENT)


def test_a_correction_is_a_new_revision_that_says_so_and_one_undo(held):
    right = Answer.of("SRC-1.1", "i1", AnswerValue.PARTLY, voice="p1")
    confirming.record_confirmed(held, "i1", [right], on=BACK)
    assert answer(held, "SRC-1.1") == right.model_copy(update={"corrected": BACK})
    assert answer(held, "SRC-1.3").corrected is None
    assert held.snapshot.get(Interview, "i1").confirmed == BACK
    actions = {one.action for one in history.past(held).revisions[:2]}
    assert actions == {"record-confirmed"}
    history.undo(held)
    assert answer(held, "SRC-1.1").value is AnswerValue.NO
    assert held.snapshot.get(Interview, "i1").confirmed is None


def test_what_two_said_together_stays_when_one_sets_it_right(held):
    interviewing.save_person(held, Person(id="p2", role="DS", name="Ben"))
    talk = held.snapshot.get(Interview, "i1").model_copy(update={"people": ("p1", "p2")})
    interviewing.save_interview(held, talk)
    together = Answer.of("SRC-2.1", "i1", AnswerValue.YES)
    interviewing.record_answer(held, together)
    right = together.model_copy(update={"value": AnswerValue.NO})
    confirming.record_confirmed(held, "i1", [confirming.own(right, talk, "p2")], on=BACK)
    said = {a.voice: a for a in held.snapshot.of(Answer) if a.criterion == "SRC-2.1"}
    assert said["room"] == together
    assert (said["p2"].value, said["p2"].corrected) == (AnswerValue.NO, BACK)


def test_what_the_assessor_records_later_is_no_correction(held):
    right = Answer.of("SRC-1.1", "i1", AnswerValue.PARTLY, voice="p1")
    confirming.record_confirmed(held, "i1", [right], on=BACK)
    interviewing.record_answer(held, Answer.of("SRC-1.1", "i1", AnswerValue.YES, voice="p1"))
    assert answer(held, "SRC-1.1").corrected is None


@pytest.mark.parametrize(
    "wrong",
    [
        Answer.of("SRC-1.1", "i2", AnswerValue.YES, voice="p1"),
        Answer.of("SRC-1.1", "i1", AnswerValue.YES, voice="p2"),
        Answer.of("SRC-1.2", "i1", AnswerValue.NA, voice="p1", reason="none"),
    ],
)
def test_a_correction_that_cannot_be_changes_nothing(held, wrong):
    before = held.snapshot
    with pytest.raises(Problem):
        confirming.record_confirmed(held, "i1", [wrong], on=BACK)
    assert held.snapshot.heads == before.heads


def test_a_filled_sheet_is_taken_into_the_interview_it_was_for(held):
    entries = [Entry("SRC-1.1", AnswerValue.YES, "since May"), Entry("TRN-1.1", AnswerValue.NO, "")]
    exchange.take_in(held, entries, "i1", "p1")
    talk = held.snapshot.get(Interview, "i1")
    assert (talk.state, talk.agenda) == (InterviewState.HELD, ("SRC-1.1", "TRN-1.1"))
    assert answer(held, "SRC-1.1").value is AnswerValue.YES
    assert [one.text for one in held.snapshot.of(Note)] == ["since May"]
    with pytest.raises(Problem, match="does not take part"):
        exchange.take_in(held, entries, "i1", "p2")
