"""Filled-in sheets as interviews."""

from datetime import date

import pytest

from engagements.casework import exchange, history
from engagements.casework.answer_sheet import Entry
from engagements.casework.exchange import Occasion
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview, Note, Person
from engagements.records.people import InterviewState

YES, PARTLY, NA = AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NA
OCCASION = Occasion("MLE", "ML engineer", date(2026, 11, 20))
SHEET = (
    Entry("SRC-1.1", YES, "seen in Git"),
    Entry("SRC-1.2", PARTLY, ""),
    Entry("REL-3.2", NA, "batch only"),
)


@pytest.mark.parametrize(
    ("text", "role", "title"),
    [
        ("ML engineer, 2026-11-20", "MLE", "ML engineer"),
        ("MLE, 2026-11-20", "MLE", "ML engineer"),
        ("mle,2026-11-20", "MLE", "ML engineer"),
        ("ML engineer, Platform, 2026-11-20", "MLE", "ML engineer, Platform"),
        ("Head of Data Science, 2026-11-20", "DS", "Head of Data Science"),
        ("Risk officer, 2026-11-20", "RC", "Risk officer"),
    ],
)
def test_a_role_is_a_code_a_name_or_a_title(text, role, title):
    assert Occasion.read(text, mlops()) == Occasion(role, title, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not ROLE, DATE"),
        ("ML engineer", "is not ROLE, DATE"),
        (", 2026-11-20", "is not ROLE, DATE"),
        ("ML engineer, soon", "is not a day"),
        ("ML engineer, 2026-02-30", "is not a day"),
        ("Captain, 2026-11-20", 'No role of the framework fits "Captain"'),
        ("Engineer, 2026-11-20", 'No role of the framework fits "Engineer"'),
    ],
)
def test_an_occasion_that_cannot_be_read_is_refused(text, words):
    with pytest.raises(Problem, match=words):
        Occasion.read(text, mlops())


def test_a_sheet_becomes_one_interview_in_one_action(case):
    exchange.import_answers(case, SHEET, OCCASION)
    (person,) = case.snapshot.of(Person)
    (interview,) = case.snapshot.of(Interview)
    assert (person.role, person.title) == ("MLE", "ML engineer")
    assert (interview.day, interview.state) == (date(2026, 11, 20), InterviewState.HELD)
    assert interview.asked == ("SRC-1.1", "SRC-1.2", "REL-3.2")
    answers = {one.criterion: one for one in case.snapshot.of(Answer)}
    assert {key: one.value for key, one in answers.items()} == {
        "SRC-1.1": YES,
        "SRC-1.2": PARTLY,
        "REL-3.2": NA,
    }
    assert answers["REL-3.2"].reason == "batch only"
    (note,) = case.snapshot.of(Note)
    assert (note.text, note.criteria) == ("seen in Git", ("SRC-1.1",))
    history.undo(case)
    assert not case.snapshot.of(Answer)
    assert not case.snapshot.of(Person)


def test_the_same_occasion_again_updates_it(case):
    exchange.import_answers(case, SHEET, OCCASION)
    assert exchange.import_answers(case, SHEET, OCCASION).records == ()
    later = (Entry("SRC-1.1", PARTLY, "only two models"), Entry("SRC-1.3", YES, ""))
    exchange.import_answers(case, later, OCCASION)
    assert len(case.snapshot.of(Interview)) == 1
    assert {one.criterion: one.value for one in case.snapshot.of(Answer)} == {
        "SRC-1.1": PARTLY,
        "SRC-1.2": PARTLY,
        "REL-3.2": NA,
        "SRC-1.3": YES,
    }
    assert [one.text for one in case.snapshot.of(Note)] == ["only two models"]


def test_another_day_is_another_interview_of_the_same_person(case):
    exchange.import_answers(case, SHEET, OCCASION)
    exchange.import_answers(case, SHEET, Occasion("MLE", "ml engineer", date(2026, 11, 23)))
    assert len(case.snapshot.of(Interview)) == 2
    assert len(case.snapshot.of(Person)) == 1
    exchange.import_answers(case, SHEET, Occasion("DS", "ML engineer", date(2026, 11, 20)))
    assert len(case.snapshot.of(Person)) == 2
