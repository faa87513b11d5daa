"""The facts every section reads are made once, from the snapshot alone."""

from datetime import date

from report_templates.content import facts
from report_templates.content.basis import of as basis_of
from tests.report_templates import cases


def test_a_plan_begins_on_the_day_agreed_else_on_the_next_monday():
    assert facts.of(cases.full(), issued=cases.ISSUED).roadmap.start == date(2027, 1, 11)
    assert facts.next_monday(date(2026, 12, 14)) == date(2026, 12, 21)
    assert facts.next_monday(date(2026, 12, 13)) == date(2026, 12, 14)


def test_without_a_target_there_is_no_plan():
    known = facts.of(cases.full(target=None), issued=cases.ISSUED)
    assert known.roadmap is None
    assert known.transitions == ()


def test_nothing_is_scored_before_an_answer():
    assert not facts.of(cases.empty(), issued=cases.ISSUED).scored
    assert facts.of(cases.full(), issued=cases.ISSUED).scored


def test_an_interview_counts_once_it_has_begun_or_holds_an_answer():
    from engagements.records.people import InterviewState

    planned = {"state": InterviewState.PLANNED}
    held = [cases.interview(0, "p0"), cases.interview(1, "p1", **planned)]
    later = cases.interview(2, "p2", **planned)
    given = cases.answers("i1", "p1", {"SRC-1.1": "yes"})
    found = basis_of(
        cases.snapshot(*held, later, *given, cases.person(0), cases.person(1), cases.person(2))
    )
    assert [one.id for one in found.interviews] == ["i0", "i1"]
    assert found.planned == 1
    assert found.roles == ("DS", "MLE")
    assert found.days == (date(2026, 11, 17), date(2026, 11, 18))
