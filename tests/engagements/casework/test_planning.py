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
