"""Decisions about the roadmap."""

from datetime import date
from decimal import Decimal

import pytest

from engagements.casework import planning
from engagements.problem import Problem
from engagements.records import PlanChange


def test_a_decision_is_kept_and_dropped(case):
    change = PlanChange(id="p", action="A01-07", owner="MLE", weeks_high=Decimal(2))
    planning.change_plan(case, change)
    assert case.snapshot.of(PlanChange) == (change,)
    planning.drop_plan_change(case, "p")
    assert not case.snapshot.of(PlanChange)
    planning.start_roadmap(case, date(2027, 1, 11))
    assert case.snapshot.engagement.roadmap_start == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"action": "A99-01"}, "no action"),
        ({"owner": "CAPTAIN"}, "no role"),
        ({"weeks_low": Decimal(9)}, "do not rise"),
        ({"weeks_likely": Decimal(0)}, "do not rise"),
        ({"weeks_low": Decimal(-1)}, "do not rise"),
        ({"weeks_high": Decimal(1000)}, "do not rise"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(case, fields, words):
    with pytest.raises(Problem, match=words):
        planning.change_plan(case, PlanChange(**({"id": "p", "action": "A01-07"} | fields)))


def kept(case, action="A01-07"):
    return [one for one in case.snapshot.of(PlanChange) if one.action == action]


def test_what_is_decided_adds_up_in_one_record(case):
    planning.decide(case, "A01-07", owner="MLE")
    planning.decide(case, "A01-07", weeks_high=Decimal(4), reason="Four teams")
    (one,) = kept(case)
    assert (one.owner, one.weeks_high, one.reason) == ("MLE", Decimal(4), "Four teams")


def test_several_records_become_one(case):
    planning.change_plan(case, PlanChange(id="a", action="A01-07", owner="MLE"))
    planning.change_plan(case, PlanChange(id="b", action="A01-07", weeks_high=Decimal(4)))
    planning.decide(case, "A01-07", owner=None)
    (one,) = kept(case)
    assert (one.id, one.owner, one.weeks_high) == ("b", None, Decimal(4))


def test_nothing_decided_leaves_no_record(case):
    action = case.snapshot.framework.action["A01-07"]
    planning.decide(case, "A01-07", include=False, reason="elsewhere")
    planning.decide(case, "A01-07", include=None, reason="")
    assert not kept(case)
    planning.decide(case, "A01-07", owner=action.owner, weeks_low=action.weeks_low)
    assert not kept(case)


def test_one_decision_is_one_undo(case):
    from engagements.casework import history

    planning.change_plan(case, PlanChange(id="a", action="A01-07", owner="MLE"))
    planning.change_plan(case, PlanChange(id="b", action="A01-07", weeks_high=Decimal(4)))
    planning.decide(case, "A01-07", owner=None, weeks_high=None)
    assert not kept(case)
    history.undo(case)
    assert {one.id for one in kept(case)} == {"a", "b"}


@pytest.mark.parametrize(
    ("action", "fields", "words"),
    [
        ("A99-01", {}, "no action"),
        ("A01-07", {"owner": "CAPTAIN"}, "no role"),
        ("A01-07", {"weeks_low": Decimal(9)}, "do not rise"),
    ],
)
def test_a_decision_by_field_that_cannot_be_is_refused(case, action, fields, words):
    with pytest.raises(Problem, match=words):
        planning.decide(case, action, **fields)
    assert not kept(case)
