"""The whole plan on one axis: spans in order, every action once, the axes they stand on."""

from datetime import date

from hypothesis import given, settings

from engagements.roadmap.model import Roadmap
from report_templates.figures.model import Timeline
from report_templates.figures.of_timeline import timeline
from report_templates.words import words
from tests.report_templates.figures.layouts import roadmaps

SAY = words()


@given(roadmaps())
@settings(max_examples=30, deadline=None)
def test_every_action_has_a_row_whose_span_rises_on_both_axes(plan):
    for linear in (False, True):
        figure = timeline(plan, SAY, linear=linear)
        assert [group.id for group in figure.groups] == [step.id for step in plan.transitions]
        for group, step in zip(figure.groups, plan.transitions, strict=True):
            assert [row.id for row in group.rows] == [one.id for one in step.actions]
            for one in (group, *group.rows):
                span = one.span
                assert 0 <= span.begins <= span.low <= span.likely <= span.high
                assert span.high <= len(figure.columns)
        assert Timeline.model_validate_json(figure.model_dump_json()) == figure


@given(roadmaps())
@settings(max_examples=30, deadline=None)
def test_the_overview_is_months_all_through(plan):
    figure = timeline(plan, SAY, linear=True)
    assert all(date.fromisoformat(column.day).day == 1 for column in figure.columns)
    assert not figure.stretches[0].label.startswith("Weeks")


@given(roadmaps())
@settings(max_examples=30, deadline=None)
def test_edges_lead_only_to_rows_of_the_same_transition(plan):
    for group in timeline(plan, SAY).groups:
        inside = {row.id for row in group.rows}
        assert all(inside.issuperset(row.after) for row in group.rows)


def test_an_empty_plan_still_has_an_axis():
    figure = timeline(Roadmap(date(2027, 1, 11), 4, 4, (), ()), SAY)
    assert figure.groups == ()
    assert figure.columns
