"""Every layout on paper, over random data: in bounds, no words over words, nothing too small."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagements.assessment.consolidate import assess_case
from engagements.framework.load import mlops
from report_templates.content import facts
from report_templates.content import roadmap as overview
from report_templates.figures import of_assessment, of_roadmap
from report_templates.figures.metrics import bundled
from report_templates.figures.model import BarPart, ShareBar
from report_templates.figures.paper.bar import share_bar
from report_templates.figures.paper.dates import expected_dates
from report_templates.figures.paper.gantt import gantt
from report_templates.figures.paper.heat_map import heat_maps
from report_templates.figures.paper.ladder import ladder, scale
from report_templates.figures.paper.legend import legend
from report_templates.figures.paper.roadmap import roadmap
from report_templates.figures.pen import text_box
from report_templates.figures.scene import Line, Rectangle, Role, Text, bounds
from report_templates.words import languages, words
from tests.report_templates.cases import ISSUED
from tests.report_templates.figures.layouts import WORDS, answers, assert_sound, roadmaps, steps
from tests.report_templates.shapes import engagement, halden

SAY = words()
SPOKEN = st.sampled_from(languages())
PLATES = (Role.PAPER, Role.PANEL)
TARGET = st.one_of(st.none(), st.integers(0, 4))


@given(answers(), TARGET, SPOKEN)
@settings(max_examples=40)
def test_ladder_heat_map_and_legend(given_answers, target, language):
    framework, say = mlops(language), words(language)
    case = assess_case(engagement(given_answers, target=target))
    steps_ = of_assessment.ladder(framework, case, target, say)
    assert_sound(ladder(steps_))
    assert_sound(ladder(steps_, height=240, surface="band"))
    assert_sound(scale(steps_))
    heat = of_assessment.heat_map(framework, case, target, say)
    for scene in heat_maps(heat):
        assert_sound(scene)
    assert_sound(legend(of_assessment.heat_legend(heat, say), columns=3))


@given(st.lists(WORDS, min_size=5, max_size=5), answers(), st.integers(1, 60))
@settings(max_examples=20)
def test_a_heat_map_of_long_names_and_many_dimensions(names, given_answers, rows):
    case = assess_case(engagement(given_answers))
    heat = of_assessment.heat_map(mlops(), case, 3, SAY)
    longer = tuple(
        heat.rows[n % len(heat.rows)].model_copy(update={"name": names[n % 5]}) for n in range(rows)
    )
    for scene in heat_maps(heat.model_copy(update={"rows": longer})):
        assert_sound(scene)


@given(roadmaps(), st.integers(1, 8), st.booleans(), SPOKEN)
@settings(max_examples=40)
def test_the_overview_and_the_expected_dates(plan, most, numbered, language):
    framework, say = mlops(language), words(language)
    numbers = {level: f"3.{level}" for level in range(1, 5)} if numbered else None
    figure = of_roadmap.roadmap(plan, framework, say, most=most, numbers=numbers)
    assert_sound(roadmap(figure))
    assert_sound(legend(of_roadmap.roadmap_legend(figure, say)))
    assert_sound(expected_dates(of_roadmap.expected_dates(plan, say)))


def assert_behind_words(line, scene):
    """Every word that a line reaches has a plate under it that was laid over the line."""
    over = scene.items[scene.items.index(line) :]
    plates = [bounds(one) for one in over if isinstance(one, Rectangle) and one.fill in PLATES]
    for item in scene.items:
        if isinstance(item, Text):
            left, top, right, bottom = text_box(item, bundled())
            if left < line.x1 < right and top < line.y2 and bottom > line.y1:
                assert any(
                    a <= left and b <= top and c >= right and d >= bottom for a, b, c, d in plates
                ), item.text


@given(roadmaps(), SPOKEN)
@settings(max_examples=60)
def test_the_targets_line_ends_at_its_day_and_goes_behind_all_words(plan, language):
    figure = of_roadmap.roadmap(plan, mlops(language), words(language))
    scene = roadmap(figure)
    (line,) = (one for one in scene.items if isinstance(one, Line) and one.dash == (4, 2.5))
    assert_behind_words(line, scene)
    ends = [item for item in scene.items if isinstance(item, Rectangle) and item.ref]
    last = next(one for one in ends if one.ref == figure.lanes[-1].ref)
    assert abs(line.y2 - (last.y + last.height / 2)) < 0.01


@given(steps(most=45), st.integers(180, 560), st.integers(260, 690), SPOKEN)
@settings(max_examples=40)
def test_a_timeline_on_any_number_of_pages(step, first, rest, language):
    figure = of_roadmap.gantt(step, mlops(language), words(language))
    scenes = gantt(figure, first=first, rest=rest)
    for place, scene in enumerate(scenes):
        assert_sound(scene)
        assert scene.height <= (rest if place else first) + 0.01
    shown = [item.ref for scene in scenes for item in scene.items if item.ref]
    assert {row.ref for row in figure.rows} <= set(shown)


@pytest.mark.parametrize("language", languages())
def test_the_targets_line_is_torn_by_no_words_and_these_are_whole(language):
    figure = overview.of(facts.of(engagement(halden()), issued=ISSUED, language=language)).figure
    assert figure is not None
    scene = roadmap(figure)
    (line,) = (one for one in scene.items if isinstance(one, Line) and one.dash == (4, 2.5))
    said = [item for item in scene.items if isinstance(item, Text)]
    for item in said:
        left, top, right, bottom = text_box(item, bundled())
        beside = right < line.x1 or left > line.x1 or bottom < line.y1 or top > line.y2
        assert beside, item.text
    read = " ".join(item.text for item in said)
    for action in (one for lane in figure.lanes for one in lane.actions):
        assert f"{action.id} {action.title}" in read


@given(steps(most=45), st.integers(200, 400), SPOKEN)
@settings(max_examples=40)
def test_a_dependency_over_pages_is_named_at_both_ends(step, height, language):
    figure = of_roadmap.gantt(step, mlops(language), words(language))
    pages = [
        [item.text for item in scene.items if isinstance(item, Text)]
        for scene in gantt(figure, first=height, rest=height)
    ]
    page = {one: place for place, said in enumerate(pages) for one in said}
    to, origin = figure.to_word.partition("{")[0], figure.from_word.partition("{")[0]
    for row in figure.rows:
        for before in (one for one in row.after if page[one] < page[row.id]):
            _assert_named(pages[page[before]], to, row.id)
            _assert_named(pages[page[row.id]], origin, before)


def _assert_named(page, word, wanted):
    said = [one for one in page if one.startswith(word)]
    assert any(wanted in one or one.endswith("…") for one in said), (wanted, said)


@given(steps(most=30), SPOKEN)
@settings(max_examples=40)
def test_the_days_of_an_axis_stand_at_even_steps(step, language):
    figure = of_roadmap.gantt(step, mlops(language), words(language))
    places = [
        item.x
        for item in gantt(figure)[0].items
        if isinstance(item, Text) and item.y == 18 and item.anchor == "middle"
    ]
    gaps = {round(b - a, 3) for a, b in pairwise(places)}
    assert len(gaps) <= 1 or max(gaps) - min(gaps) < 0.01


@given(st.lists(st.tuples(st.integers(0, 400), WORDS), min_size=1, max_size=4), st.integers(0, 4))
@settings(max_examples=30)
def test_a_share_bar(parts, bracketed):
    figure = ShareBar(
        parts=tuple(BarPart(label=w, count=n, level=k) for k, (n, w) in enumerate(parts)),
        bracket="Enough for every criterion",
        bracketed=min(bracketed, len(parts)),
        rest="Enough for core criteria",
        alt="",
    )
    assert_sound(share_bar(figure))
