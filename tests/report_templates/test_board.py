"""The report for the board: two to four pages, whatever the size of the engagement."""

from itertools import product

import pytest

from engagements.records import PlanChange
from report_templates.brand import BrandKit, bundled_names
from report_templates.build import SECTIONS, blocks, build
from report_templates.content import report
from report_templates.sections.room import filled
from report_templates.style import Look
from tests.report_templates import cases, sizes
from tests.report_templates.printed import pages_of, squeezed, words_of
from tests.report_templates.shapes import all_yes, engagement

MOST = 4


def pages(content, paper):
    """The cover, and the pages of each section after it."""
    look = Look.of(BrandKit.bundled(), content.language, paper)
    sections = [
        len(filled(SECTIONS[name].flowables(page, look), look.paper.body))
        for name, page in content.pages()
    ]
    assert len(sections) + 1 == len(list(blocks(content)))
    return 1 + sum(sections)


@pytest.mark.parametrize(("name", "language"), [*product(sizes.SIZES, ("en", "de"))])
def test_the_board_reads_two_to_four_pages(name, language):
    content = sizes.content(name, language, "board")
    assert 2 <= pages(content, "A4") <= MOST
    assert 2 <= pages(content, "Letter") <= MOST


@pytest.mark.parametrize(("name", "paper"), [("forty-actions", "Letter"), ("client-of-120", "A4")])
def test_so_the_file_has(name, paper):
    content = sizes.content(name, "de", "board").model_copy(update={"paper": paper})
    assert len(pages_of(build(content, BrandKit.bundled()))) == MOST


def test_a_plan_with_much_left_out_counts_what_finds_no_room():
    framework = cases.full().framework
    out = [
        PlanChange(id=f"c{n}", action=one.id, include=False, reason="Not this year. " * 20)
        for n, one in enumerate(framework.actions)
        if n % 2
    ]
    snapshot = engagement(all_yes(0), target=4, records=out)
    content = report.of(snapshot, issued=cases.ISSUED, profile="board", language="en")
    assert pages(content, "Letter") <= MOST
    printed = squeezed(words_of(build(content, BrandKit.bundled())))
    assert squeezed("more actions are left out") in printed


def test_it_says_how_a_level_is_met():
    content = sizes.content("one-interview", "en", "board")
    full = sizes.content("one-interview", "en")
    assert content.method is None
    assert content.glance
    assert full.glance
    assert "A level is met when no core criterion of it is a no" in content.glance.context
    assert "one interview and three evidence items" in content.glance.context
    assert "A level is met" not in full.glance.context


@pytest.mark.parametrize("kit", bundled_names())
def test_a_name_of_120_characters_is_whole_on_the_cover(kit):
    content = sizes.content("client-of-120", "en", "board")
    cover = pages_of(build(content, BrandKit.bundled(kit)))[0]
    assert squeezed(sizes.HUNDRED_TWENTY) in squeezed(cover)
