"""An engagement's roadmap: its own target, its own start, the changes made to it."""

from datetime import date
from types import MappingProxyType

import pytest

from engagements.assessment.level import assess
from engagements.assessment.model import CaseAssessment, Consolidated
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records.client import Engagement
from engagements.records.outcome import PlanChange
from engagements.records.snapshot import Snapshot
from engagements.roadmap.plan import plan_case

MONDAY = date(2027, 1, 11)


def snapshot(*records):
    heads = {}
    for one in records:
        heads.setdefault(one.kind, {})[one.id] = (one,)
    return Snapshot(mlops(), MappingProxyType(heads))


def case(level=0):
    framework = mlops()
    readings = {
        c.id: frozenset({AnswerValue.YES if c.level <= level else AnswerValue.NO})
        for c in framework.criteria
    }
    return CaseAssessment(
        consolidated={
            key: Consolidated(key, reading, 0, (), False, False, False, ())
            for key, reading in readings.items()
        },
        units={},
        level=assess(framework, readings),
        by_unit={},
        claimed=None,
        claimed_dimensions={},
        answered=len(readings),
        disagreements=(),
        unknown=(),
    )


def test_the_agreed_target_and_start_are_used():
    found = plan_case(snapshot(Engagement(target=2, roadmap_start=MONDAY)), case())
    assert (found.start, found.target) == (MONDAY, 2)
    assert [step.id for step in found.transitions] == ["T01", "T12"]


def test_what_is_asked_for_wins_over_what_is_agreed():
    agreed = snapshot(Engagement(target=2, roadmap_start=MONDAY))
    found = plan_case(agreed, case(), start=date(2027, 2, 1), target=1)
    assert (found.start, found.target) == (date(2027, 2, 1), 1)


def test_a_target_of_zero_is_a_target():
    found = plan_case(snapshot(Engagement(target=2)), case(), start=MONDAY, target=0)
    assert (found.target, found.transitions) == (0, ())


@pytest.mark.parametrize(("level", "target"), [(0, 1), (2, 3), (4, 4)])
def test_without_a_target_the_next_level_is_planned(level, target):
    found = plan_case(snapshot(), case(level), start=MONDAY)
    assert found.target == target
    assert len(found.transitions) == target - level


@pytest.mark.parametrize(
    "engagement",
    [
        Engagement(starts=date(2026, 9, 7), ends=date(2027, 1, 8)),
        Engagement(starts=date(2027, 1, 4)),
    ],
)
def test_without_an_agreed_start_it_begins_on_the_monday_after_the_engagement(engagement):
    assert plan_case(snapshot(engagement), case()).start == MONDAY


def test_without_any_date_one_is_asked_for():
    with pytest.raises(Problem, match="no start date"):
        plan_case(snapshot(Engagement()), case())


def test_changes_kept_in_the_engagement_are_applied():
    change = PlanChange(id="c", action="A01-08", include=False, reason="Done elsewhere")
    found = plan_case(snapshot(Engagement(target=1), change), case(), start=MONDAY)
    assert found.left_out == ("A01-08",)
