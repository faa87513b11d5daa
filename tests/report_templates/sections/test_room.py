"""Pages as they fill: broken where a frame would break them, each further one under its label."""

from dataclasses import replace

import pytest
from reportlab.platypus import Spacer

from report_templates.brand import BrandKit
from report_templates.content.base import Heading
from report_templates.paper import PAPERS
from report_templates.sections.room import filled, going_on, labelled, paged
from report_templates.style import Look, kept
from tests.report_templates.printed import pages_of, pdf_of, squeezed

KIT = BrandKit.bundled()
LABEL = "Test, continued"


def look(paper):
    return replace(Look.of(KIT, "en"), paper=PAPERS[paper])


def pages(story, paper):
    return [squeezed(one) for one in pages_of(pdf_of(story, KIT, height=PAPERS[paper].body))]


@pytest.mark.parametrize("paper", PAPERS)
def test_what_finds_no_room_on_the_paper_begins_a_page_with_a_label(paper):
    page_of = look(paper)
    blocks = [[page_of.para(f"Block {number}"), Spacer(0, 88)] for number in range(20)]
    found = pages(paged(blocks, LABEL, page_of), paper)
    assert len(found) > 2
    assert all(one.startswith(squeezed(LABEL)) for one in found[1:])


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("before", range(0, 700, 70))
def test_tables_and_what_stays_together_go_on_under_a_label(paper, before):
    page_of = look(paper)
    rows = [[page_of.para(f"row {number}.")] for number in range(90)]
    story = [page_of.para("First"), Spacer(0, before), page_of.table(rows, (200,), heads=0)]
    story += [Spacer(0, 12), kept("Test", page_of.h2("Head"), *page_of.flow("Last words. " * 90))]
    broken = labelled(story, LABEL, page_of)
    found = pages(broken, paper)
    assert len(found) == len(filled(broken, page_of.paper.body)) > 2
    assert all(one.startswith(squeezed(LABEL)) for one in found[1:])
    whole = "".join(found).replace(squeezed(LABEL), "")
    assert whole == squeezed("".join(pages(story, paper)))


@pytest.mark.parametrize("label", ["<" * 20_000, "A long name of many words. " * 500])
def test_a_label_however_long_leaves_the_page_to_what_goes_on(label):
    page_of = look("A4")
    rows = [[page_of.para(f"row {number}.")] for number in range(90)]
    story = [page_of.para("First"), page_of.table(rows, (200,), heads=0)]
    broken = labelled(story, label, page_of)
    assert len(filled(broken)) == len(filled(labelled(story, LABEL, page_of)))


@pytest.mark.parametrize("name", ["<" * 20_000, "A long name of many words. " * 500, "Short"])
def test_however_long_its_name_a_section_says_that_it_goes_on(name):
    page_of = look("A4")
    rows = [[page_of.para(f"row {number}.")] for number in range(90)]
    heading = Heading(key="k", number="5", name=name, title="Title")
    story = [page_of.para("First"), page_of.table(rows, (200,), heads=0)]
    found = pages(going_on(story, heading, page_of), "A4")
    assert len(found) > 2
    assert all(squeezed(", continued") in one for one in found[1:])
