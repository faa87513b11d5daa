"""Glance, roadmap and transitions as pages."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from reportlab.platypus import PageBreak

from engagements.framework.load import mlops
from engagements.records import PlanChange
from report_templates.brand import BrandKit
from report_templates.content import facts, glance, roadmap, transition
from report_templates.figures.paint_pdf import Picture
from report_templates.paper import A4, PAPERS
from report_templates.sections import glance as glance_section
from report_templates.sections import roadmap as roadmap_section
from report_templates.sections import transition as transition_section
from report_templates.sections.room import filled, height
from report_templates.style import WIDTH, Anchor, Look
from report_templates.tagged import Grid
from tests.report_templates import sizes
from tests.report_templates.cases import ISSUED
from tests.report_templates.figures.layouts import assert_sound
from tests.report_templates.printed import pages_of, pdf_of, squeezed, words_of
from tests.report_templates.shapes import SHAPES, all_yes, engagement, halden

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
    return squeezed(words_of(pdf_of(whole, KIT, height=A4.body)))


@pytest.mark.parametrize("shape", SHAPES)
def test_maturity_at_a_glance_is_one_page(shape):
    story = glance_section.flowables(glance.of(known(shape)), look())
    assert height(story) <= A4.body
    for picture in pictures(story):
        assert_sound(picture.scene)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["no-interviews", "all-unknown"])
def test_lanes_give_up_actions_where_that_spares_a_page(name, language):
    made = sizes.content(name, language).roadmap
    story = roadmap_section.flowables(made, Look.of(KIT, language))
    assert len(filled(story)) == 1


@pytest.mark.parametrize("shape", SHAPES)
def test_the_roadmap_overview_is_one_page(shape):
    story = roadmap_section.flowables(roadmap.of(known(shape)), look())
    assert height(story) <= A4.body
    for picture in pictures(story):
        assert_sound(picture.scene)


@pytest.mark.parametrize(("profile", "heads"), [("full", 10), ("board", 9)])
def test_a_document_without_transitions_names_no_pages_of_them(profile, heads):
    page = roadmap.of(facts.of(SHAPES["halden"](), issued=ISSUED, profile_code=profile))
    story = roadmap_section.flowables(page, look())
    (table,) = (one for one in story if isinstance(one, Grid))
    assert [len(cells) for cells in table._cellvalues] == [heads] * (1 + len(page.rows))
    assert sum(table._argW) == pytest.approx(WIDTH, abs=0.1)


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
    charts = story[: story.index(pictures(story)[2])]
    assert sum(isinstance(one, PageBreak) for one in charts) == 2
    for scene in scenes:
        assert_sound(scene)
        words = [item.text for item in scene.items if hasattr(item, "text")]
        assert "M1" in words
    found = printed(story)
    assert squeezed(page.continued) in found
    assert "toX-" in found
    assert "fromX-" in found


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("shape", ["halden", "zero-to-four", "rich"])
def test_every_further_page_of_a_transition_says_what_it_continues(shape, paper):
    page_of = replace(look(), paper=PAPERS[paper])
    body = page_of.paper.body
    for page in transition.of(known(shape)):
        story = transition_section.flowables(page, page_of)
        taken = filled(story, body)
        pages = pages_of(pdf_of([Anchor("roadmap", "Roadmap"), *story], KIT, height=body))
        assert len(pages) == len(taken)
        assert all(squeezed(one).startswith(squeezed(page.continued)) for one in pages[1:])
        assert all(one >= 0.25 * body for one in taken)


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


def roomy_pages(page):
    return transition_section._pages(page, look(), transition_section.SETS[0])


def test_the_tight_set_is_taken_only_where_it_saves_a_page():
    page = transition.of(known("halden"))[0]
    short = transition_section.flowables(page, look())
    assert height(short) <= A4.body
    assert filled(short) == filled(roomy_pages(page))
    longer = page.model_copy(update={"condition": page.condition * 3})
    assert len(filled(roomy_pages(longer))) == 2
    assert len(filled(transition_section.flowables(longer, look()))) == 1


def test_a_few_lines_are_drawn_back_from_a_third_page_too():
    whole = transition.of(known("halden"))[2]
    assert len(filled(transition_section.flowables(whole, look()))) == 3
    saved = []
    for most in range(len(whole.rows)):
        page = whole.model_copy(update={"rows": whole.rows[:most]})
        story = transition_section.flowables(page, look())
        roomy = roomy_pages(page)
        saved.append((len(filled(roomy)), len(filled(story))))
    assert (3, 2) in saved
    assert all(taken <= roomy for roomy, taken in saved)


@pytest.mark.parametrize("shape", ["halden", "zero-to-four", "one-open"])
def test_pages_fill_as_they_were_measured(shape):
    for page in transition.of(known(shape)):
        story = transition_section.flowables(page, look())
        measured = len(filled(story))
        whole = [Anchor("roadmap", "Roadmap"), *story]
        with pikepdf.open(BytesIO(pdf_of(whole, KIT, height=A4.body))) as pdf:
            assert len(pdf.pages) == measured


LEFT_OUT = PlanChange(id="c", action="A12-05", include=False, reason="They do it by hand & well.")


def shape_with(*records, **more):
    snapshot = engagement(halden(), records=records, **more)
    return facts.of(snapshot, issued=ISSUED)


def test_what_is_left_out_is_printed_with_its_reason_on_its_transition():
    pages = transition.of(shape_with(LEFT_OUT))
    assert [bool(page.left_out) for page in pages] == [False, True, False]
    story = transition_section.flowables(pages[1], look())
    found = printed(story)
    for words in ("Left out, and why", "A12-05", LEFT_OUT.reason, "DAT-2.2"):
        assert squeezed(words) in found


@pytest.mark.parametrize(("profile", "named"), [("full", True), ("board", False)])
def test_pages_of_transitions_are_named_where_the_report_has_them(profile, named):
    content = roadmap.of(facts.of(SHAPES["halden"](), profile_code=profile, issued=ISSUED))
    found = printed(roadmap_section.flowables(content, look()))
    assert (squeezed(f"Person-days {content.heads[-1]}") in found) is named


@pytest.mark.parametrize("shape", SHAPES)
def test_the_roadmap_overview_is_one_page_for_the_board_too(shape):
    board = facts.of(SHAPES[shape](), issued=ISSUED, profile_code="board")
    assert height(roadmap_section.flowables(roadmap.of(board), look())) <= A4.body


@pytest.mark.parametrize(("given", "target"), [(halden(), 3), (all_yes(0), 4)])
def test_what_is_left_out_is_on_the_overview_where_no_transition_is_printed(given, target):
    snapshot = engagement(given, target=target, records=[LEFT_OUT])
    board = facts.of(snapshot, issued=ISSUED, profile_code="board")
    assert roadmap.of(facts.of(snapshot, issued=ISSUED)).left_out is None
    story = roadmap_section.flowables(roadmap.of(board), look())
    assert height(story) <= A4.body
    assert squeezed(LEFT_OUT.reason) in printed(story)


def test_a_plan_with_everything_left_out_still_says_why():
    given = {**all_yes(1), "SRC-1.3": "no"}
    actions = [one for one in mlops().actions if "SRC-1.3" in one.closes]
    out = [
        PlanChange(id=f"c{n}", action=one.id, include=False, reason="Not now.")
        for n, one in enumerate(actions)
    ]
    known_ = facts.of(engagement(given, target=1, records=out), issued=ISSUED)
    (page,) = transition.of(known_)
    assert page.gantt is None
    assert {row.id for row in page.left_out.rows} == {one.id for one in actions}
    assert squeezed("Not now.") in printed(transition_section.flowables(page, look()))


def test_a_long_reason_and_forty_of_them_keep_to_the_pages():
    (row,) = transition.of(shape_with(LEFT_OUT))[1].left_out.rows
    page = transition.of(shape_with(LEFT_OUT))[1]
    rows = tuple(row.model_copy(update={"why": "word " * 2000}) for _ in range(40))
    many = page.model_copy(update={"left_out": page.left_out.model_copy(update={"rows": rows})})
    assert squeezed("Left out, and why") in printed(transition_section.flowables(many, look()))


def test_a_reason_of_many_lines_is_one_paragraph():
    given = PlanChange(id="c", action=LEFT_OUT.action, include=False, reason="why\n" * 300)
    page = transition.of(shape_with(given))[1]
    (row,) = page.left_out.rows
    assert "\n" not in row.why
    assert squeezed("why why why") in printed(transition_section.flowables(page, look()))
