"""Glance, roadmap and transitions as pages."""

import pytest
from reportlab.platypus import PageBreak, Table

from report_templates.brand import BrandKit
from report_templates.content import facts, glance, roadmap, transition
from report_templates.figures.paint_pdf import Picture
from report_templates.sections import glance as glance_section
from report_templates.sections import roadmap as roadmap_section
from report_templates.sections import transition as transition_section
from report_templates.sections.room import height
from report_templates.style import BODY_HEIGHT, Anchor, Look
from tests.report_templates.cases import ISSUED
from tests.report_templates.figures.layouts import assert_sound
from tests.report_templates.printed import pdf_of, squeezed, words_of
from tests.report_templates.shapes import SHAPES

KIT = BrandKit.bundled()


def look():
    KIT.register()
    return Look.of(KIT, "en")


def known(shape):
    return facts.of(SHAPES[shape](), issued=ISSUED)


def pictures(story):
    return [one for one in story if isinstance(one, Picture)]


def printed(story):
    whole = [Anchor("roadmap", "Roadmap"), *story]
    return squeezed(words_of(pdf_of(whole, KIT, height=BODY_HEIGHT)))


@pytest.mark.parametrize("shape", SHAPES)
def test_maturity_at_a_glance_is_one_page(shape):
    story = glance_section.flowables(glance.of(known(shape)), look())
    assert height(story) <= BODY_HEIGHT
    for picture in pictures(story):
        assert_sound(picture.scene)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_roadmap_overview_is_one_page(shape):
    story = roadmap_section.flowables(roadmap.of(known(shape)), look())
    assert height(story) <= BODY_HEIGHT
    for picture in pictures(story):
        assert_sound(picture.scene)


def test_a_sentence_stands_in_place_of_an_empty_roadmap():
    page = roadmap.of(known("no-target"))
    story = roadmap_section.flowables(page, look())
    assert not pictures(story)
    assert squeezed(page.instead[0]) in printed(story)


@pytest.mark.parametrize("shape", ["halden", "one-open", "zero-to-four"])
def test_a_transition_prints_every_action_and_check(shape):
    for page in transition.of(known(shape)):
        story = transition_section.flowables(page, look())
        found = printed(story)
        for row in page.rows:
            assert squeezed(row.deliverable) in found
            assert squeezed(row.check) in found
        assert squeezed(page.condition) in found
        for picture in pictures(story):
            assert_sound(picture.scene)


def forty(page):
    """The same transition with forty actions that wait for each other."""
    rows, actions = list(page.gantt.rows), list(page.rows)
    for number in range(40 - len(rows)):
        id_ = f"X-{number:02}"
        before = rows[-3].id
        rows.append(rows[number].model_copy(update={"id": id_, "after": (before,)}))
        actions.append(actions[number].model_copy(update={"id": id_, "key": f"action-{id_}"}))
    figure = page.gantt.model_copy(update={"rows": tuple(rows)})
    return page.model_copy(update={"gantt": figure, "rows": tuple(actions)})


def test_forty_actions_go_over_pages_with_their_axis_and_stubs():
    page = forty(transition.of(known("zero-to-four"))[3])
    story = transition_section.flowables(page, look())
    scenes = [one.scene for one in pictures(story)][:-1]
    assert len(scenes) == 3
    assert sum(isinstance(one, PageBreak) for one in story) == 2
    for scene in scenes:
        assert_sound(scene)
        words = [item.text for item in scene.items if hasattr(item, "text")]
        assert "M1" in words
    found = printed(story)
    assert squeezed(page.continued) in found
    assert "toX-" in found
    assert "fromX-" in found


def test_a_transition_without_actions_says_so():
    page = transition.of(known("one-open"))[0]
    bare = page.model_copy(update={"gantt": None, "legend": None, "rows": (), "none": "Nothing."})
    story = transition_section.flowables(bare, look())
    assert not pictures(story)
    assert "Nothing." in printed(story)


def test_an_estimate_that_is_missing_is_drawn_as_a_question():
    page = transition.of(known("halden"))[0]
    rows = tuple(row.model_copy(update={"span": None}) for row in page.gantt.rows[:1])
    figure = page.gantt.model_copy(update={"rows": rows + page.gantt.rows[1:]})
    story = transition_section.flowables(page.model_copy(update={"gantt": figure}), look())
    assert "?" in [item.text for item in pictures(story)[0].scene.items if hasattr(item, "text")]


def test_the_tight_set_is_taken_only_where_it_saves_the_page():
    short = transition_section.flowables(transition.of(known("halden"))[0], look())
    assert height(short) <= BODY_HEIGHT
    assert sum(isinstance(one, Table) for one in short) >= 2
