"""Assessing a client again, and what is remembered of the time before."""

from datetime import date, datetime

import pytest

from engagements.assessment.consolidate import assess_case
from engagements.assessment.earlier import earlier, previous
from engagements.casework import issuing, judging, reassessing, scoping
from engagements.casework.case import Case
from engagements.file.actions import Action
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview, Person, PreviousAssessment, ScopeUnit


@pytest.fixture
def new(tmp_path):
    return tmp_path / "again.plumb"


@pytest.fixture
def again(desk, new):
    """Opens the engagement that assesses again; closed with the test."""
    opened = []

    def start(**fields):
        case = reassessing.start(desk.case, new, author="tester", **fields)
        opened.append(case)
        return case

    yield start
    for case in opened:
        case.close()


def values(previous):
    return {one.criterion: one.value for one in previous.criteria}


def test_the_previous_assessment_says_what_scoring_says(desk):
    for criterion in mlops().core_at[1]:
        desk.answer(criterion.id, "yes")
    result = assess_case(desk.case.snapshot)
    previous = reassessing.previous_of(desk.case.snapshot)
    assert (previous.low, previous.high) == (result.level.low, result.level.high) == (1, 4)
    assert previous.verified == result.level.verified
    found = {one.dimension: (one.low, one.high) for one in previous.dimensions}
    assert found == {code: (one.low, one.high) for code, one in result.level.dimensions.items()}
    assert list(values(previous)) == [one.id for one in mlops().criteria]
    assert previous.framework == desk.case.snapshot.engagement.framework.sha256


def test_answers_that_differ_count_as_the_lowest_and_nobody_heard_as_unknown(desk):
    desk.answer("SRC-1.1", "yes")
    desk.answer("SRC-1.3", "partly")
    second = Person(id="c" * 32, role="DS")
    interview = Interview(id="d" * 32, title="DS", people=(second.id,), day=date(2026, 11, 24))
    with desk.case.edit(Action.IMPORTED) as edit:
        for record in (
            second,
            interview,
            Answer.of("SRC-1.1", interview.id, AnswerValue.NO, voice=second.id),
        ):
            edit.revise(record)
    previous = reassessing.previous_of(desk.case.snapshot)
    assert len(assess_case(desk.case.snapshot).consolidated["SRC-1.1"].reading) == 2
    assert values(previous)["SRC-1.1"] is AnswerValue.NO
    assert values(previous)["SRC-1.3"] is AnswerValue.PARTLY
    assert values(previous)["TRN-1.1"] is AnswerValue.UNKNOWN
    assert previous.assessed == date(2026, 11, 24)


def test_it_is_dated_by_the_newest_version_that_went_out(desk):
    desk.answer()
    for day, version in ((20, "1.1"), (12, "1.0")):
        issuing.issue(
            desk.case,
            pdf=b"%PDF",
            content=b"{}",
            version=version,
            profile="full",
            issued=datetime(2026, 12, day, 9, 0),
        )
    assert reassessing.previous_of(desk.case.snapshot).assessed == date(2026, 12, 20)


def test_judgements_alone_are_an_assessment_too(case):
    judging.judge(case, "SRC-1.1", AnswerValue.YES, reason="seen")
    previous = reassessing.previous_of(case.snapshot)
    assert values(previous)["SRC-1.1"] is AnswerValue.YES
    assert previous.assessed == max(one.at.date() for one in case.snapshot.stamps.values())


def test_an_engagement_without_answers_is_nothing_to_compare_with(desk, new):
    with pytest.raises(Problem, match="Nothing was answered"):
        reassessing.start(desk.case, new, author="tester")
    assert not new.exists()


def test_a_new_engagement_knows_client_people_scope_and_the_time_before(desk, again):
    desk.case.update_client(sector="Ports")
    desk.case.update_engagement(scope="Berth planning", target=3, ends=date(2026, 12, 18))
    scoping.save_unit(desk.case, ScopeUnit(name="Berths", models=("ETA",)))
    scoping.save_unit(desk.case, ScopeUnit(id="e" * 32, name="Cranes", position=1))
    issuing.use_brand(desk.case, b"packed", "meridian.zip")
    desk.answer("SRC-1.1", "yes")
    before, fresh = desk.case.snapshot, again().snapshot
    assert fresh.client == before.client
    assert fresh.scope_units == before.scope_units
    assert fresh.of(Person) == before.of(Person)
    assert (fresh.engagement.scope, fresh.engagement.target) == ("Berth planning", 3)
    assert fresh.engagement.starts is fresh.engagement.ends is None
    assert fresh.engagement.brand.sha256 == before.engagement.brand.sha256
    assert fresh.framework == mlops()
    assert not fresh.of(Answer)
    assert not fresh.of(Interview)
    assert fresh.of(PreviousAssessment) == (reassessing.previous_of(before),)


def test_it_is_read_again_as_it_was_kept_and_sealed_when_asked(desk, new):
    desk.answer("SRC-1.1", "partly")
    case = reassessing.start(desk.case, new, author="tester", passphrase="Wachtel")
    kept = case.snapshot.of(PreviousAssessment)
    case.close()
    with pytest.raises(Problem, match="passphrase"):
        Case.open(new, author="tester", read_only=True)
    case = Case.open(new, author="tester", read_only=True, passphrase="Wachtel")
    assert case.snapshot.of(PreviousAssessment) == kept
    assert case.check() == []
    case.close()


def test_a_third_assessment_knows_the_first_two_and_is_compared_with_the_second(
    desk, again, tmp_path
):
    desk.answer("SRC-1.1", "yes")
    first = reassessing.previous_of(desk.case.snapshot)
    second = again()
    said = Interview(id="f" * 32, title="MLE", people=("a" * 32,), day=date(2027, 11, 22))
    with second.edit(Action.IMPORTED) as edit:
        edit.revise(said)
        edit.revise(Answer.of("SRC-1.1", said.id, AnswerValue.NO, voice="a" * 32))
    then = reassessing.previous_of(second.snapshot)
    third = reassessing.start(second, tmp_path / "third.plumb", author="tester")
    try:
        assert third.check() == []
        known = third.snapshot
        assert [one.assessed for one in earlier(known)] == [first.assessed, then.assessed]
        assert previous(known) == then
        assert earlier(known)[0] == first.model_copy(update={"id": earlier(known)[0].id})
        assert len({one.id for one in reassessing.history_of(known)} | {then.id}) == 3
    finally:
        third.close()
