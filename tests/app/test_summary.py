"""Scores and plans in words."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from app import summary
from engagements.assessment.level import assess, quick
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.roadmap.plan import plan

FRAMEWORK = mlops()
YES = frozenset({AnswerValue.YES})
NO = frozenset({AnswerValue.NO})


def all_yes():
    return dict.fromkeys(FRAMEWORK.criterion, YES)


def test_a_level_that_is_reached_names_no_blockers():
    lines = summary.of_assessment(assess(FRAMEWORK, all_yes()), FRAMEWORK)
    assert lines[0] == "Level 4"
    assert lines[1] == "Fulfilment   L1 100 %   L2 100 %   L3 100 %   L4 100 %"
    assert not any("Blockers" in line for line in lines)


def test_percentages_are_whole_and_halves_go_up():
    result = replace(
        assess(FRAMEWORK, {}),
        fulfilment={1: Fraction(1, 8), 2: Fraction(5, 6), 3: Fraction(0), 4: None},
    )
    assert "L1 13 %   L2 83 %   L3 0 %   L4 –" in summary.of_assessment(result, FRAMEWORK)[1]


def test_debt_says_whether_it_is_certain_and_on_what_it_rests():
    readings = dict.fromkeys(FRAMEWORK.criterion, NO) | {"TRN-2.1": YES}
    lines = summary.of_assessment(assess(FRAMEWORK, readings), FRAMEWORK)
    found = next(line for line in lines if "TRN-2.1" in line)
    assert found.endswith("(certain, rests on SRC-1.1, SRC-1.3)")


def test_the_diagnostic_gives_an_upper_bound():
    lines = summary.of_quick(quick(FRAMEWORK, {"Q2": YES, "Q1": NO}), FRAMEWORK)
    assert lines[0] == "Level at most 0, by the six questions"
    assert "  Q2 (certain)" in lines


def test_a_plan_names_its_dates_actions_and_owners():
    made = plan(
        FRAMEWORK, dict.fromkeys(FRAMEWORK.criterion, NO), target=1, start=date(2027, 1, 11)
    )
    lines = summary.of_roadmap(made, FRAMEWORK)
    assert lines[0] == "From level 0 to 1, starting 2027-01-11"
    assert any(line.startswith("  A01-02  2027-") and "(" in line for line in lines)
    open_owner = replace(
        made,
        left_out=("A01-05",),
        transitions=tuple(
            replace(step, actions=tuple(replace(a, owner=None) for a in step.actions))
            for step in made.transitions
        ),
    )
    lines = summary.of_roadmap(open_owner, FRAMEWORK)
    assert any("(owner open)" in line for line in lines)
    assert lines[-1] == "Left out by hand: A01-05"


def test_nothing_to_plan_is_said():
    made = plan(FRAMEWORK, all_yes(), target=3, start=date(2027, 1, 11))
    assert summary.of_roadmap(made, FRAMEWORK) == [
        "Level 4 is the target or above it: nothing to plan."
    ]
