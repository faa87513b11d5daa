"""Judgements, findings and metric readings."""

from decimal import Decimal

import pytest

from engagements.assessment.consolidate import assess_case
from engagements.casework import judging
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Finding, Judgement, MetricReading

YES, NO, NA = AnswerValue.YES, AnswerValue.NO, AnswerValue.NA


def test_a_judgement_stays_in_force_and_turns_stale_when_answers_change(desk):
    desk.answer("SRC-1.1", "no")
    judging.judge(desk.case, "SRC-1.1", YES, reason="seen in Git")
    found = assess_case(desk.case.snapshot).consolidated["SRC-1.1"]
    assert (found.judged, found.stale, found.reading) == (True, False, {YES})
    desk.answer("SRC-1.1", "partly")
    found = assess_case(desk.case.snapshot).consolidated["SRC-1.1"]
    assert (found.judged, found.stale, found.reading) == (True, True, {YES})
    judging.judge(desk.case, "SRC-1.1", YES, reason="seen again")
    assert not assess_case(desk.case.snapshot).consolidated["SRC-1.1"].stale
    judging.withdraw(desk.case, "SRC-1.1")
    assert not desk.case.snapshot.of(Judgement)


def test_na_needs_a_reason_and_on_a_key_criterion_an_override(case):
    with pytest.raises(Problem, match="needs a reason"):
        judging.judge(case, "REL-3.2", NA)
    judging.judge(case, "REL-3.2", NA, reason="batch only")
    with pytest.raises(Problem, match="key criterion"):
        judging.judge(case, "PLT-4.1", NA, reason="one team only")
    judging.judge(case, "PLT-4.1", NA, reason="one team only", override=True)
    assert assess_case(case.snapshot).consolidated["PLT-4.1"].reading == {NA}


def test_a_judgement_names_only_what_is_known(case):
    with pytest.raises(Problem, match="no criterion"):
        judging.judge(case, "X-1", NO)
    with pytest.raises(Problem, match="scope unit"):
        judging.judge(case, "SRC-1.1", NO, scope_unit="gone")


def test_a_finding_is_kept_and_taken_out(case):
    finding = Finding(id="f", sort="gap", text="No deputy", dimension="PPL", criteria=("PPL-1.1",))
    judging.save_finding(case, finding)
    assert case.snapshot.of(Finding) == (finding,)
    judging.delete_finding(case, "f")
    assert not case.snapshot.of(Finding)
    for fields in ({"dimension": "XXX"}, {"criteria": ("X-1",)}):
        with pytest.raises(Problem):
            judging.save_finding(case, finding.model_copy(update=fields))


def test_a_metric_is_kept_as_a_range(case):
    reading = MetricReading(id="m", metric="M03", low=Decimal(52), high=Decimal("76.5"))
    judging.save_metric(case, reading)
    assert case.snapshot.of(MetricReading) == (reading,)
    with pytest.raises(Problem, match="does not rise"):
        judging.save_metric(case, reading.model_copy(update={"low": Decimal(90)}))
    with pytest.raises(Problem, match="no metric"):
        judging.save_metric(case, reading.model_copy(update={"metric": "M99"}))
    judging.delete_metric(case, "m")
    assert not case.snapshot.of(MetricReading)
