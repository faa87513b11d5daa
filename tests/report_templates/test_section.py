"""One block of a report drawn alone says what its pages say in the whole."""

import pypdfium2
import pytest

from report_templates.brand import BrandKit
from report_templates.build import blocks, build, section
from report_templates.content import report
from report_templates.paper import TOTAL
from tests.report_templates import cases
from tests.report_templates.printed import pages_of

KIT = BrandKit.bundled("corvane")


@pytest.fixture(scope="module")
def content():
    return report.of(cases.full(), issued=cases.ISSUED, language="de")


@pytest.fixture(scope="module")
def pdf(content):
    return build(content, KIT)


@pytest.fixture(scope="module")
def places(content, pdf):
    """The page, from 1, that each block begins on, and how many there are."""
    entries = {f"{one.number} {one.name}": one.key for one in content.outline}
    entries["Inhalt"] = "contents"
    document = pypdfium2.PdfDocument(pdf)
    try:
        marks = {one.get_title(): one.get_dest().get_index() + 1 for one in document.get_toc()}
        known = {entries[title]: at for title, at in marks.items() if title in entries}
        return {TOTAL: len(document), "cover": 1, **known}
    finally:
        document.close()


def test_a_block_alone_says_what_it_says_in_the_whole_with_the_same_page_numbers(
    content, pdf, places
):
    whole, keys = pages_of(pdf), [one.key for one in blocks(content)]
    starts = [places[key] - 1 for key in keys] + [places[TOTAL]]
    for key, first, after in zip(keys, starts, starts[1:], strict=False):
        assert pages_of(section(content, KIT, key, places)) == whole[first:after], key


def test_another_text_of_the_block_is_on_its_page(content, places):
    page = content.summary
    other = page.heading.model_copy(update={"title": "Another sentence altogether"})
    changed = content.model_copy(update={"summary": page.model_copy(update={"heading": other})})
    (said,) = pages_of(section(changed, KIT, "summary", places))
    assert "Another sentence altogether" in said


def test_a_block_that_the_report_has_not_is_none(content):
    with pytest.raises(KeyError):
        section(content, KIT, "progress", {})
