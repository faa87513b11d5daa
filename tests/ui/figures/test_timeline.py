"""The timeline in the window: bars in their rows, marks in their columns, words that fit."""

from datetime import date

import pytest
from hypothesis import given, settings

from report_templates.figures.metrics import bundled
from report_templates.figures.of_timeline import timeline as figure_of
from report_templates.figures.pen import Box, text_box
from report_templates.figures.scene import Line, Rectangle, Role, Text, bounds
from report_templates.words import words
from tests.report_templates.figures.layouts import roadmaps
from ui.figures.timeline import BAR, Places, axis_head, timeline

SAY = words()
LEFT, ROW = 220.0, 30.0


def placed(figure, width, *, without=()):
    ids = [each.id for group in figure.groups for each in (group, *group.rows)]
    kept = [one for one in ids if one not in without]
    rows = {one: Box(0, n * ROW, width, ROW) for n, one in enumerate(kept)}
    return Places(LEFT, width, ROW * len(rows) + 1, rows)


@given(roadmaps())
@settings(max_examples=20, deadline=None)
@pytest.mark.parametrize("width", [700, 1080])
def test_everything_stays_in_the_chart_and_bars_in_their_rows(width, plan):
    figure = figure_of(plan, SAY)
    places = placed(figure, width)
    scene = timeline(figure, places)
    for item in scene.items:
        box = text_box(item, bundled()) if isinstance(item, Text) else bounds(item)
        assert box[0] >= LEFT - 6
        assert box[2] <= width + 1
    for item in scene.items:
        if isinstance(item, Rectangle) and item.ref:
            assert abs(item.y + item.height / 2 - places.rows[item.ref].centre) < 0.01
            assert item.height <= BAR


@given(roadmaps())
@settings(max_examples=20, deadline=None)
@pytest.mark.parametrize("text", [10, 11, 14])
@pytest.mark.parametrize("width", [700, 1080])
def test_words_of_the_axis_do_not_touch(width, text, plan):
    for linear in (False, True):
        figure = figure_of(plan, SAY, linear=linear)
        scene = axis_head(figure, LEFT, width, 4 * text, text=text)
        lines = {}
        for item in scene.items:
            if isinstance(item, Text):
                left, _, right, _ = text_box(item, bundled())
                lines.setdefault(item.y, []).append((left, right))
                assert right <= width
        for line in lines.values():
            for (_, before), (after, _) in zip(sorted(line), sorted(line)[1:], strict=False):
                assert before < after


@given(roadmaps())
@settings(max_examples=20, deadline=None)
def test_rows_that_are_folded_draw_nothing(plan):
    figure = figure_of(plan, SAY)
    folded = {row.id for group in figure.groups for row in group.rows}
    scene = timeline(figure, placed(figure, 900, without=folded))
    refs = {item.ref for item in scene.items if item.ref}
    assert refs == {group.id for group in figure.groups}


@given(roadmaps())
@settings(max_examples=10, deadline=None)
def test_a_changed_bar_has_an_edge_and_the_chosen_one_a_frame_around_it(plan):
    ids = [row.id for group in figure_of(plan, SAY).groups for row in group.rows]
    if len(ids) < 2:
        return
    figure = figure_of(plan, SAY, changed=frozenset(ids[1:2]))
    for chosen in ids[:2]:
        scene = timeline(figure, placed(figure, 900), selected=chosen)
        drawn = [item for item in scene.items if isinstance(item, Rectangle)]
        bars = {item.ref: item for item in drawn if item.ref}
        assert [one for one in ids if bars[one].stroke] == ids[1:2]
        (frame,) = [item for item in drawn if item.stroke is Role.PRIMARY]
        outer, inner = bounds(frame), bounds(bars[chosen])
        assert all(a < b for a, b in zip(outer[:2], inner[:2], strict=True))
        assert all(a > b for a, b in zip(outer[2:], inner[2:], strict=True))


@given(roadmaps())
@settings(max_examples=10, deadline=None)
def test_whiskers_have_a_casing_under_them(plan):
    figure = figure_of(plan, SAY)
    lines = [one for one in timeline(figure, placed(figure, 900)).items if isinstance(one, Line)]
    for number, one in enumerate(lines):
        if one.stroke_width == 4.0 and one.y1 == one.y2:
            over = [two for two in lines[number:] if two.stroke is Role.INK]
            assert any((two.x1, two.y1, two.x2) == (one.x1, one.y1, one.x2) for two in over)


def test_weeks_come_before_months():
    from engagements.roadmap import axis

    joint = axis.Joint(
        (
            axis.weeks(date(2027, 1, 11), date(2027, 2, 28)),
            axis.months(date(2027, 3, 1), date(2027, 6, 1)),
        )
    )
    assert joint.at(date(2027, 3, 1)) == 7
    assert joint.after(date(2027, 2, 26)) == 7
    assert joint.at(date(2027, 4, 1)) == 8
