"""The method page states the rule set's own numbers and this engagement's limits."""

from engagements.framework.model import AnswerValue, Limits
from engagements.records import Judgement
from report_templates.content import facts, method
from tests.report_templates import cases


def method_of(snapshot):
    return method.of(facts.of(snapshot, issued=cases.ISSUED))


def test_the_rules_print_the_rule_sets_limits():
    said = " ".join(rule.text for rule in method_of(cases.full()).rules)
    assert "more than 85%" in said
    assert "more than 50%" in said
    assert "grade 3 for key, 2 for core and 1 for supplementary" in said
    assert "two or more levels" in said


def test_another_rule_set_prints_its_own():
    from dataclasses import replace
    from decimal import Decimal

    known = cases.full()
    limits = known.framework.limits.model_dump() | {"full": Decimal("0.9"), "debt_from": 1}
    framework = known.framework.model_copy(update={"limits": Limits(**limits)})
    said = " ".join(rule.text for rule in method_of(replace(known, framework=framework)).rules)
    assert "more than 90%" in said
    assert "one or more levels" in said


def test_who_signs_is_said_in_one_order_and_for_whom():
    said = method_of(cases.full(signatories=("roadmap", "lead"))).signatories
    assert said == (("Lead assessor", False), ("Roadmap owner", True))


def test_each_grade_says_what_it_can_verify():
    found = {grade.grade: grade.verifies for grade in method_of(cases.empty()).grades}
    assert found == {
        0: "None",
        1: "Supplementary",
        2: "Core and supplementary",
        3: "Key, core and supplementary",
        4: "Key, core and supplementary",
    }


def test_the_scope_counts_what_there_is():
    found = {fact.label: fact.text for fact in method_of(cases.full()).scope}
    assert found == {
        "Criteria": "59",
        "Answered": "33",
        "Not applicable": "1",
        "Interviews": "5",
        "Roles heard": "7",
        "Evidence items": "34",
        "Models in scope": "3",
    }


def test_what_is_open_is_said():
    said = " ".join(method_of(cases.empty()).limits)
    assert "No interview has been held" in said
    assert "59 criteria are still open" in said


def test_differing_answers_planned_interviews_and_stale_judgements_are_said():
    from engagements.framework.model import AnswerValue
    from engagements.records.people import InterviewState

    records = [
        *cases.frame(),
        cases.person(0),
        cases.person(1),
        cases.interview(0, "p0"),
        cases.interview(1, "p1"),
        cases.interview(2, "p1", state=InterviewState.PLANNED),
        *cases.answers("i0", "p0", {"SRC-1.1": "yes"}),
        *cases.answers("i1", "p1", {"SRC-1.1": "no"}),
        Judgement.of("SRC-1.2", AnswerValue.YES, reason="seen", saw="other"),
    ]
    said = " ".join(method_of(cases.snapshot(*records)).limits)
    assert "On one criterion the answers differ" in said
    assert "One planned interview has not taken place" in said
    assert "One judgement was made before answers changed" in said


def test_the_range_is_never_called_a_forecast():
    assert "no forecast" in method_of(cases.full()).dates
    assert "no roadmap" in method_of(cases.full(target=None)).dates


def judged(*records, profile="full"):
    known = facts.of(
        cases.snapshot(*cases.frame(), *records), issued=cases.ISSUED, profile_code=profile
    )
    return method.of(known).judgements


def test_judgement_calls_are_logged_with_what_was_heard_and_why():
    held = [cases.person(0), cases.person(1), cases.interview(0, "p0", "p1")]
    said = cases.answers("i0", "p0", {"SRC-1.1": "yes"})
    said += cases.answers("i0", "p1", {"SRC-1.1": "no"})
    calls = [
        Judgement.of("REL-1.1", AnswerValue.NO),
        Judgement.of("SRC-1.1", AnswerValue.PARTLY, reason="Half of them.", saw="earlier"),
    ]
    log = judged(*held, *said, *calls)
    assert [(row.id, row.value, row.said) for row in log.rows] == [
        ("SRC-1.1", "Partly met", "1Y 1N"),
        ("REL-1.1", "Not met", "–"),
    ]
    assert log.rows[0].reason == "Half of them. Answers have changed since."
    assert log.rows[1].reason == "No reason is noted."


def test_without_judgements_the_log_says_so_and_short_reports_have_none():
    assert judged().none == "No answer was settled by judgement."
    assert judged(profile="roadmap") is None
    assert judged(profile="findings") is not None
