"""The trend: true to its dates, no level between two assessments, words in their own room."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from report_templates.figures.metrics import bundled
from report_templates.figures.model import Head
from report_templates.figures.plotted.renderer import canvas, scene_of, tint
from report_templates.figures.plotted.trend import MOST, trends
from report_templates.figures.scene import Path, Role, Text, bounds
from report_templates.figures.trend_model import TrendFigure, TrendLevel, TrendLine, TrendPoint
from report_templates.words import languages, words
from tests.report_templates.figures.layouts import WORDS, assert_sound

SEARCH = (Phase.explicit, Phase.reuse, Phase.generate)
"""Drawing is slow: an example that fails is shown as it was found."""
LEVELS = st.one_of(st.none(), st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted))


def level(two):
    if two is None:
        return None
    low, high = two
    return TrendLevel(low=low, high=high, text=f"{low}" if low == high else f"{low}–{high}")


def figure(days, overall, lines=(), *, target=3, others=(), language="en"):
    say = words(language)
    return TrendFigure(
        heads=tuple(Head(label=str(n), about="Reproduzierbar") for n in range(5)),
        points=tuple(
            TrendPoint(day=day, label=say.medium_date(day), other=at in others)
            for at, day in enumerate(days)
        ),
        overall=TrendLine(code="", name="Overall", levels=tuple(level(one) for one in overall)),
        lines=tuple(
            TrendLine(code=f"D{at:02}", name=name, levels=tuple(level(one) for one in levels))
            for at, (name, levels) in enumerate(lines)
        ),
        target=target,
        target_word=say("figure.mark.target"),
        level=say("trend.level"),
        possible=say("trend.possible"),
        other=say("trend.other"),
        alt="Levels",
    )


DAYS = (date(2023, 3, 1), date(2023, 6, 9), date(2025, 1, 1))


@pytest.fixture
def plain():
    """Three assessments of the whole: 0, then 2, then 1 to 3."""
    (scene,) = trends(figure(DAYS, [(0, 0), (2, 2), (1, 3)]))
    return scene


def dots(scene):
    """Middles of the filled marks of levels, without the legend's."""
    boxes = [
        bounds(one)
        for one in scene.items
        if isinstance(one, Path) and (one.fill, one.stroke) == (Role.PRIMARY, Role.PAPER)
    ]
    return [((a + c) / 2, (b + d) / 2) for a, b, c, d in boxes][:-1]


def test_distances_on_the_axis_are_those_of_the_dates(plain):
    (first, _), (second, _), (third, _) = dots(plain)
    share = (DAYS[1] - DAYS[0]) / (DAYS[2] - DAYS[0])
    assert (second - first) / (third - first) == pytest.approx(share, abs=1e-3)
    ys = [y for _, y in dots(plain)]
    assert (ys[0] - ys[1]) / (ys[0] - ys[2]) == pytest.approx(2, abs=1e-3)


def test_no_level_is_drawn_between_two_assessments(plain):
    (course, *_) = [
        one.commands
        for one in plain.items
        if isinstance(one, Path) and one.stroke is Role.PRIMARY and len(one.commands) > 2
    ]
    for (_, x, y), (_, to_x, to_y) in pairwise(course):
        assert x == to_x or y == to_y


def test_two_on_one_day_stand_on_one_place_and_are_called_once():
    days = (DAYS[0], DAYS[2], DAYS[2])
    (scene,) = trends(figure(days, [(0, 0), (1, 1), (2, 2)]))
    assert_sound(scene)
    assert dots(scene)[1][0] == dots(scene)[2][0]
    assert (
        sum(one.text == "1\u00a0Jan\u00a02025" for one in scene.items if isinstance(one, Text)) == 1
    )


def test_words_are_words_and_years_stand_where_they_begin(plain):
    said = {one.text: one for one in plain.items if isinstance(one, Text)}
    assert {
        "0",
        "2",
        "1–3",
        "1\u00a0Mar\u00a02023",
        "1\u00a0Jan\u00a02025",
        "Target",
        "4 Reproduzierbar",
    } <= set(said)
    new_year = said["2025"]
    middle = new_year.x + bundled().width("2025", new_year.weight, new_year.size) / 2
    assert middle == pytest.approx(dots(plain)[2][0], abs=0.01)


def test_another_rule_set_is_hollow_and_in_the_legend():
    (scene,) = trends(figure(DAYS, [(0, 0), (2, 2), (1, 3)], others=(0,)))
    hollow = [one for one in scene.items if isinstance(one, Path) and one.fill is Role.PAPER]
    assert sum(one.stroke is Role.PRIMARY for one in hollow) == 2
    assert any(
        one.text == "Level by another rule set" for one in scene.items if isinstance(one, Text)
    )


@given(st.data())
@settings(max_examples=8, deadline=None, phases=SEARCH)
def test_it_is_sound_whatever_the_dates_levels_and_names(data):
    days = sorted(
        date(2020, 1, 1) + timedelta(days=one)
        for one in data.draw(st.lists(st.integers(0, 4000), min_size=3, max_size=7))
    )
    of_each = st.lists(LEVELS, min_size=len(days), max_size=len(days))
    lines = data.draw(st.lists(st.tuples(WORDS, of_each), max_size=4))
    said = figure(
        days,
        [one or (0, 4) for one in data.draw(of_each)],
        lines * data.draw(st.sampled_from([1, 4])),
        target=data.draw(st.one_of(st.none(), st.integers(0, 4))),
        others=data.draw(st.sets(st.integers(0, 8))),
        language=data.draw(st.sampled_from(languages())),
    )
    found = trends(said)
    assert len(found) == max(1, -(-len(said.lines) // MOST))
    for scene in found:
        assert_sound(scene)


def test_what_a_scene_has_no_room_for_is_refused():
    drawn = canvas(100, 50)
    drawn.text(0.5, 0.5, "askew", rotation=30, fontweight=400, color=tint(Role.INK))
    with pytest.raises(ValueError, match="upright"):
        scene_of(drawn, bundled(), "")
