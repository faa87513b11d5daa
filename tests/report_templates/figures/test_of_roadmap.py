"""What the overview, the timelines and the expected dates say about a plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from engagements.framework.load import mlops
from engagements.roadmap import axis
from report_templates.content import facts
from report_templates.figures.model import ExpectedDates, Gantt, RoadmapFigure, Swatch
from report_templates.figures.of_roadmap import (
    expected_dates,
    gantt,
    gantt_legend,
    length,
    owner,
    roadmap,
)
from report_templates.words import words
from tests.report_templates.cases import ISSUED
from tests.report_templates.figures.layouts import roadmaps, steps
from tests.report_templates.shapes import SHAPES

SAY = words()


def plan_of(shape):
    return facts.of(SHAPES[shape](), issued=ISSUED).roadmap


@given(steps())
@settings(max_examples=30)
def test_a_row_per_action_in_the_order_of_the_plan(step):
    figure = gantt(step, mlops(), SAY)
    assert [row.id for row in figure.rows] == [one.id for one in step.actions]
    scale = axis.of_transition(step)
    assert len(figure.columns) == len(scale.columns)
    for row in figure.rows:
        assert 0 <= row.span.begins <= row.span.low <= row.span.likely <= row.span.high
        assert row.span.high <= len(figure.columns)
    assert figure.review.likely <= figure.review.high <= len(figure.columns)
    assert Gantt.model_validate_json(figure.model_dump_json()) == figure


@given(steps())
@settings(max_examples=30)
def test_drawn_edges_lose_no_dependency(step):
    rows = {row.id: row for row in gantt(step, mlops(), SAY).rows}

    def reached(id_):
        return {b for a in rows[id_].after for b in ({a} | reached(a))}

    for one in step.actions:
        assert set(rows[one.id].after) <= set(one.after)
        assert set(one.after) <= reached(one.id)


@given(roadmaps())
@settings(max_examples=25)
def test_lanes_and_dates_in_order(plan):
    figure = roadmap(plan, mlops(), SAY, most=4, numbers=dict.fromkeys(range(5), "3.1"))
    assert [lane.to_level for lane in figure.lanes] == [s.to_level for s in plan.transitions]
    for lane, step in zip(figure.lanes, plan.transitions, strict=True):
        assert len(lane.actions) + bool(lane.more) <= max(4, 1)
        left = len(step.actions) - len(lane.actions)
        assert (f"and {left} more" in lane.more) == (left > 0)
        assert lane.span.begins <= lane.span.low <= lane.span.likely <= lane.span.high
    dates = expected_dates(plan, SAY)
    assert [row.label for row in dates.rows] == [f"Level {s.to_level}" for s in plan.transitions]
    for row in dates.rows:
        assert 0 <= row.low <= row.likely <= row.high <= 1
    assert RoadmapFigure.model_validate_json(figure.model_dump_json()) == figure
    assert ExpectedDates.model_validate_json(dates.model_dump_json()) == dates


def test_weeks_are_named_by_their_mondays_and_months_by_their_names():
    plan = plan_of("zero-to-four")
    weeks = gantt(plan.transitions[0], mlops(), SAY).columns
    assert [(one.label, one.day) for one in weeks[:2]] == [
        ("W1", "11\u00a0Jan"),
        ("W2", "18\u00a0Jan"),
    ]
    months = gantt(plan.transitions[3], mlops(), SAY).columns
    assert (months[0].label, months[0].day) == ("M1", "Jul 27")
    assert [one.day for one in months if one.day.endswith("28")] == ["Jan 28"]


def test_quarters_when_a_transition_is_longer_than_fourteen_months():
    step = plan_of("zero-to-four").transitions[3]
    later = replace(step, finish_high=date(2029, 3, 1))
    columns = gantt(later, mlops(), SAY).columns
    assert columns[0].label == "Q1"
    assert len(columns) == 7


def test_an_action_without_an_owner_says_so():
    action = plan_of("halden").transitions[0].actions[0]
    assert owner(replace(action, owner=None), mlops(), SAY) == "owner open"
    assert owner(replace(action, owner=" "), mlops(), SAY) == "owner open"
    assert owner(replace(action, owner="MLE"), mlops(), SAY) == "ML engineer"
    assert owner(replace(action, owner="Team Blue"), mlops(), SAY) == "Team Blue"


def test_the_flag_stands_at_the_target_s_likely_finish():
    plan = plan_of("halden")
    figure = roadmap(plan, mlops(), SAY)
    assert figure.target.word == "Target: Level 3"
    assert figure.target.at == figure.lanes[-1].span.likely
    assert [lane.outline for lane in figure.lanes] == [False, True, True]


def test_the_overview_says_its_dates_in_words():
    plan = plan_of("halden")
    figure = roadmap(plan, mlops(), SAY)
    for step in plan.transitions:
        for day in (step.finish_low, step.finish_likely, step.finish_high):
            assert SAY.date(day) in figure.alt


def test_no_arrow_no_legend_of_arrows():
    step = plan_of("one-open").transitions[0]
    shown = {entry.swatch for entry in gantt_legend(gantt(step, mlops(), SAY), SAY).entries}
    assert Swatch.DEPENDS not in shown
    assert Swatch.RANGE in shown


@pytest.mark.parametrize(
    ("weeks", "unit", "text"),
    [
        ("1", "weeks", "1 week"),
        ("0.4", "weeks", "0.4 weeks"),
        ("6.0", "weeks", "6 weeks"),
        ("4.4", "months", "1 month"),
        ("9", "months", "2.1 months"),
        ("19", "months", "4 months"),
    ],
)
def test_durations_in_words(weeks, unit, text):
    assert length(Decimal(weeks), unit, SAY) == text
