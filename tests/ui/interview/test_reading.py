"""What is already known about a question: other answers, what waits, the live level."""

from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

import pytest

from engagements.assessment.consolidate import assess_case
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import (
    Answer,
    Evidence,
    Interview,
    Judgement,
    Note,
    Person,
    PreviousAssessment,
)
from engagements.records.answers import NoteKind
from engagements.records.evidence import SpeaksFor
from engagements.records.outcome import CriterionBefore
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot, Stamp
from ui.interview.reading import reading_of
from ui.parts.voices import level_words

F = mlops()
YES, PARTLY, NO, UNKNOWN = (
    AnswerValue.YES,
    AnswerValue.PARTLY,
    AnswerValue.NO,
    AnswerValue.UNKNOWN,
)
PEOPLE = [
    Person(id="p1", role="DS", title="Head of Data Science"),
    Person(id="p2", role="MLE", name="Mattias"),
    Person(id="p3", role="DE"),
]


def interview(number, *people):
    return Interview(
        id=f"i{number}", title=f"Talk {number}", people=people, day=date(2026, 11, 10 + number)
    )


def snapshot(*records):
    heads = {}
    for one in (*PEOPLE, *records):
        heads.setdefault(one.kind, {})[one.id] = (one,)
    stamps = {one.id: Stamp("k", datetime(2026, 12, 4), "r") for one in records}
    frozen = MappingProxyType({kind: MappingProxyType(of) for kind, of in heads.items()})
    return Snapshot(F, frozen, MappingProxyType(stamps))


def reading(*records, here=None, criterion="SRC-1.2"):
    first = here or interview(1, "p1")
    snap = snapshot(first, *records)
    return reading_of(snap, assess_case(snap), criterion, first)


I2, I3 = interview(2, "p2"), interview(3, "p3")


def said(number, person, value):
    return Answer.of("SRC-1.2", f"i{number}", value, voice=person)


def test_nobody_was_asked():
    found = reading()
    assert (found.others, found.banner, found.settled) == ((), "", "")


def test_answers_stand_by_day_and_this_interview_last():
    found = reading(I3, I2, said(1, "p1", YES), said(3, "p3", NO), said(2, "p2", PARTLY))
    assert [one.who for one in found.others] == ["Mattias", "Data engineer", "This interview"]
    assert [one.here for one in found.others] == [False, False, True]
    assert found.others[0].support == "Said, 12 Nov"
    assert found.banner == "Three voices, three different answers. A demonstration would settle it."


def test_evidence_outweighs_and_the_banner_says_so():
    log = Evidence(
        id="e", title="Log", grade=3, speaks_for=(SpeaksFor(criterion="SRC-1.2", value=NO),)
    )
    found = reading(I2, said(1, "p1", YES), said(2, "p2", NO), log)
    assert found.banner == "Two voices, two different answers. The best evidence says no."
    assert found.others[0].support == "Trace, 12 Nov"


def test_do_not_know_is_no_disagreement():
    assert reading(I2, said(1, "p1", YES), said(2, "p2", UNKNOWN)).banner == ""


def test_a_quote_stands_before_a_note():
    notes = [
        Note(id="n1", interview="i2", criteria=("SRC-1.2",), text="plain words"),
        Note(
            id="n2",
            interview="i2",
            criteria=("SRC-1.2",),
            text='"said\nso"',
            note_kind=NoteKind.QUOTE,
        ),
    ]
    one = reading(I2, said(2, "p2", YES), *notes).others[0]
    assert (one.words, one.quoted) == ("“said so”", True)


def test_a_quote_is_no_persons_where_people_answered_one_by_one():
    quote = Note(id="n", interview="i2", criteria=("SRC-1.2",), text="so", note_kind=NoteKind.QUOTE)
    both = interview(2, "p2", "p3")
    found = reading(both, said(2, "p2", YES), said(2, "p3", NO), quote)
    assert [one.words for one in found.others] == ["", ""]
    assert found.together == ("Talk 2, together: “so”",)
    found = reading(both, said(2, "room", YES), said(2, "p3", NO), quote)
    assert sorted(one.words for one in found.others) == ["", "“so”"]
    assert found.together == ()


def test_the_room_is_named_by_its_interview():
    both = interview(2, "p2", "p3")
    found = reading(both, Answer.of("SRC-1.2", "i2", YES, voice=ROOM))
    assert found.others[0].who == "Talk 2, together"


def test_a_judgement_is_said_with_its_day():
    judged = Judgement.of("SRC-1.2", PARTLY, reason="The log shows it")
    found = reading(I2, said(1, "p1", YES), said(2, "p2", NO), judged)
    assert found.settled == "Settled as partly on 4 Dec. The log shows it"
    assert found.banner.endswith("You have settled it.")


def test_what_waits_is_named_with_where_it_leads():
    held = reading(said(1, "p1", NO)).held
    assert held[0].title == "Source control & reproducibility level 1."
    assert held[0].text == "Two others open too."
    assert held[1].title == "Overall level 1."
    assert {one.criterion for one in held[2:]} <= set(F.criterion)


def test_the_last_open_criterion_is_called_so():
    answers = [
        Answer.of(c.id, "i1", YES, voice="p1")
        for c in F.criteria
        if c.level == 1 and c.id != "SRC-1.2"
    ]
    held = reading(*answers, said(1, "p1", NO)).held
    assert [one.text for one in held[:2]] == ["It is the last open criterion."] * 2


def test_rungs_follow_the_answers():
    answers = [
        Answer.of(c.id, "i1", YES, voice="p1") for c in F.criteria if c.id in ("SRC-1.1", "SRC-1.3")
    ]
    rungs = {r.level: r for r in reading(*answers, said(1, "p1", NO)).rungs}
    assert [r.level for r in reading().rungs] == [4, 3, 2, 1, 0]
    assert rungs[1].words == "2 of 3, SRC-1.2"
    assert rungs[1].blocked
    assert rungs[0].current
    assert rungs[2].words == "not asked yet"
    reached = {r.level: r for r in reading(*answers, said(1, "p1", YES)).rungs}
    assert (reached[1].words, reached[1].state, reached[1].current) == (
        "3 of 3, reached",
        "reached",
        True,
    )


def test_unknowns_leave_levels_possible():
    rungs = {r.level: r for r in reading().rungs}
    assert {r.state for level, r in rungs.items() if level} == {"possible"}


@pytest.mark.parametrize(
    ("low", "high", "plus", "words"),
    [(0, 1, False, "0 to 1"), (1, 1, True, "1+"), (1, 1, False, "1"), (0, 2, True, "0 to 2")],
)
def test_a_level_in_words(low, high, plus, words):
    assert level_words(low, high, plus=plus) == words


def before(value):
    return PreviousAssessment(
        assessed=date(2025, 11, 24),
        low=0,
        high=1,
        criteria=(CriterionBefore(criterion="SRC-1.2", value=value),),
    )


def test_what_counted_as_the_answer_last_time_is_said_with_its_day():
    found = reading(before(PARTLY)).before
    assert (found.value, found.answer, found.day) == (PARTLY, "Partly", "24 November 2025")
    assert found.about == "What has changed since?"
    assert reading(before(UNKNOWN)).before.answer == "Not known"
    assert reading().before is None


def test_of_two_heads_each_has_its_own_reason():
    first = interview(1, "p1")
    yes = Answer.of("SRC-1.2", "i1", YES)
    out = Answer.of("SRC-1.2", "i1", AnswerValue.NA, reason="Not ours")
    snap = snapshot(first, yes)
    heads = {**snap.heads, Answer.kind: MappingProxyType({yes.id: (yes, out)})}
    both = replace(snap, heads=MappingProxyType(heads))
    found = reading_of(both, assess_case(both), "SRC-1.2", first)
    assert {(one.value, one.words) for one in found.others} == {
        (YES, ""),
        (AnswerValue.NA, "Not ours"),
    }
