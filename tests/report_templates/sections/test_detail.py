"""The pages in detail, of engagements of every shape: inside their frames, nothing lost."""

import pytest

from engagements.records import Finding
from report_templates.brand import BrandKit
from report_templates.content import dimensions, facts
from report_templates.figures.paper.ladder import scale
from report_templates.sections import dimensions as dimensions_section
from report_templates.sections.room import filled
from report_templates.style import BODY_HEIGHT, Anchor, Look
from tests.report_templates.cases import ISSUED
from tests.report_templates.figures.layouts import assert_sound
from tests.report_templates.printed import pdf_of, squeezed, words_of
from tests.report_templates.shapes import SHAPES, engagement, halden

KIT = BrandKit.bundled()


def look(language="en"):
    KIT.register()
    return Look.of(KIT, language)


def printed(story):
    return squeezed(words_of(pdf_of([Anchor("x", "X"), *story], KIT, height=BODY_HEIGHT)))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_dimension_takes_one_page_or_two_and_all_of_it_fits(shape):
    for page in dimensions.of(facts.of(SHAPES[shape](), issued=ISSUED)):
        taken = filled(dimensions_section.flowables(page, look()))
        assert len(taken) <= 2
        assert max(taken) <= BODY_HEIGHT + 0.01
        assert_sound(scale(page.scale, dimensions_section.SCALE))


@pytest.mark.parametrize("shape", ["halden", "many", "nothing-applies"])
def test_a_dimension_prints_every_criterion_and_what_was_said(shape):
    page = dimensions.of(facts.of(SHAPES[shape](), issued=ISSUED))[0]
    found = printed(dimensions_section.flowables(page, look()))
    for group in page.groups:
        assert squeezed(f"{group.label} {group.name}") in found
        for row in group.rows:
            assert squeezed(row.title) in found
    for line in page.disagreement.lines if page.disagreement else ():
        assert squeezed(line) in found
    assert squeezed(page.determination) in found


def test_a_second_page_says_what_it_continues():
    page = dimensions.of(facts.of(SHAPES["many"](), issued=ISSUED))[1]
    story = dimensions_section.flowables(page, look())
    assert len(filled(story)) == 2
    assert squeezed("2.2 · Data & features, continued") in printed(story)


def test_a_table_longer_than_a_page_goes_on_with_its_heads():
    page = dimensions.of(facts.of(SHAPES["many"](), issued=ISSUED))[1]
    group = page.groups[0]
    longer = page.model_copy(update={"groups": page.groups * 3})
    found = printed(dimensions_section.flowables(longer, look()))
    assert found.count("Criterion") >= 2
    assert found.count(squeezed(group.rows[0].title)) == 4  # and once as a finding


def test_findings_of_any_length_keep_to_their_columns():
    long = [Finding(id=str(n), sort="gap", text="word " * 3000, dimension="SRC") for n in range(4)]
    page = dimensions.of(facts.of(engagement(halden(), records=long), issued=ISSUED))[0]
    story = dimensions_section.flowables(page, look())
    assert len(filled(story)) == 1
    assert "word…" in printed(story)
