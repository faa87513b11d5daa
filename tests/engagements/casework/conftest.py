"""An engagement to work on, and short ways to fill it."""

import secrets
from dataclasses import dataclass
from datetime import date

import pytest

from engagements.casework import interviewing
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Interview, Note, Person


@dataclass
class Desk:
    """A case with one interviewee and one interview."""

    case: Case
    person: Person
    interview: Interview

    def answer(self, criterion="SRC-1.1", value="yes", **fields):
        answer = Answer.of(
            criterion, self.interview.id, AnswerValue(value), voice=self.person.id, **fields
        )
        return interviewing.record_answer(self.case, answer)

    def note(self, text="a note", **fields):
        return Note(id=secrets.token_hex(16), interview=self.interview.id, text=text, **fields)

    def values(self):
        return {one.criterion: one.value.value for one in self.case.snapshot.of(Answer)}

    def reopened(self):
        path = self.case.path
        self.case.close()
        self.case = Case.open(path, author="tester")
        return self.case


@pytest.fixture
def case(tmp_path):
    with_file = Case.create(tmp_path / "case.plumb", client="Port of Aurel", author="tester")
    yield with_file
    with_file.close()


@pytest.fixture
def desk(case):
    person = Person(id="a" * 32, role="MLE", title="ML engineer")
    interview = Interview(
        id="b" * 32, title="ML engineer", people=(person.id,), day=date(2026, 11, 20)
    )
    interviewing.save_person(case, person)
    interviewing.save_interview(case, interview)
    laid = Desk(case, person, interview)
    yield laid
    laid.case.close()
