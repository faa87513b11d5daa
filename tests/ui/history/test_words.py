"""Values of any record read as words: no field's own name, no code, no date in digits."""

from dataclasses import replace
from datetime import date, datetime
from typing import get_args, get_type_hints

import pytest

from engagements.framework.model import AnswerValue
from engagements.records import (
    Engagement,
    Interview,
    IssuedVersion,
    Person,
    PreviousAssessment,
    ScopeUnit,
)
from engagements.records.base import Record
from engagements.records.client import FIRST_UNIT_ID, Blob, Status
from engagements.records.outcome import CriterionBefore
from engagements.records.people import Consent, InterviewState
from ui.history.fields import CODE_WORDS, FIELD_WORDS
from ui.history.words import _SILENT, KIND_WORDS, lines_of, named_criteria


def kinds(of=Record):
    for one in of.__subclasses__():
        yield from (one, *kinds(one))


def test_every_kind_has_words():
    assert {one.kind for one in kinds()} <= KIND_WORDS.keys()


def test_every_field_that_is_shown_has_words():
    fields = {field for one in kinds() for field in one.model_fields}
    assert fields - _SILENT <= FIELD_WORDS.keys()


@pytest.mark.parametrize("kind", sorted(kinds(), key=lambda one: one.__name__))
def test_every_code_has_words(kind):
    for hint in get_type_hints(kind).values():
        for one in (hint, *get_args(hint)):
            if one in (Status, Consent, InterviewState):
                assert {code.value for code in one} <= CODE_WORDS.keys()


def test_an_issued_version_reads_as_words(opened):
    blob = Blob(sha256="0" * 64, name="a.pdf", size=1)
    issued = datetime(2026, 12, 14, 9, 5)
    one = IssuedVersion(
        id="v",
        version="1.0",
        profile="full",
        issued=issued,
        pdf=blob,
        content=blob,
        revisions=3,
        pages=29,
    )
    said = {line.field: line.after for line in lines_of(None, one, opened.snapshot)}
    assert said == {
        "Version": "1.0",
        "Profile": "Full report",
        "Issued": "14 Dec 2026, 09:05",
        "Pages": "29",
    }


def test_dates_and_states_read_as_words(opened):
    snapshot = opened.snapshot
    engagement = snapshot.of(Engagement)[0]
    later = engagement.model_copy(update={"ends": date(2027, 1, 8), "status": Status.ANALYSIS})
    said = {line.field: line.after for line in lines_of(engagement, later, snapshot)}
    assert said == {"Ends": "8 Jan 2027", "Status": "Analysis"}


def test_a_code_is_a_code_only_in_its_field(opened):
    snapshot = opened.snapshot
    person, talk = snapshot.of(Person)[0], snapshot.of(Interview)[0]
    renamed = person.model_copy(update={"name": "held"})
    assert [line.after for line in lines_of(person, renamed, snapshot)] == ["held"]
    planned = talk.model_copy(update={"state": InterviewState.PAUSED})
    assert [line.after for line in lines_of(talk, planned, snapshot)] == ["Paused"]


def test_an_earlier_assessment_reads_as_words_and_is_about_no_criterion(opened):
    before = CriterionBefore(criterion="SRC-1.1", value=AnswerValue.NO)
    one = PreviousAssessment(assessed=date(2025, 11, 3), low=0, high=1, criteria=(before,))
    said = {line.field: line.after for line in lines_of(None, one, opened.snapshot)}
    assert said["Assessed"] == "3 Nov 2025"
    assert said["Criteria"] == "SRC-1.1: No"
    assert list(named_criteria(one)) == []


@pytest.mark.parametrize(
    ("names", "before", "after"),
    [(("Rating", "Pricing"), "Rating", "Pricing"), (("", " "), "First unit", "Unit 2")],
)
def test_a_scope_unit_is_named(opened, names, before, after):
    snapshot = opened.snapshot
    talk = snapshot.of(Interview)[0]
    moved = talk.model_copy(update={"scope_unit": "other"})
    units = {FIRST_UNIT_ID: (ScopeUnit(name=names[0]),)}
    units["other"] = (ScopeUnit(id="other", name=names[1], position=1),)
    both = replace(snapshot, heads={**snapshot.heads, "scope_unit": units})
    (line,) = lines_of(talk, moved, both)
    assert (line.field, line.before, line.after) == ("Scope unit", before, after)
