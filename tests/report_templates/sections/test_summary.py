"""The executive summary is exactly one page, whatever is written."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_templates.brand import BrandKit
from report_templates.content import facts, summary
from report_templates.paper import A4, PAPERS
from report_templates.sections.room import height
from report_templates.sections.summary import SETS, flowables
from report_templates.style import Look
from tests.report_templates import cases
from tests.report_templates.printed import pdf_of, squeezed, words_of
from tests.report_templates.shapes import SHAPES

KITS = {name: BrandKit.bundled(name) for name in ("meridian", "corvane")}
ROW = 16.0
"""Points that no row of a table is lower than."""


def look(name="meridian"):
    KITS[name].register()
    return Look.of(KITS[name], "en")


def content(snapshot):
    return summary.of(facts.of(snapshot, issued=cases.ISSUED))


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_fits_its_page(shape, kit):
    story = flowables(content(SHAPES[shape]()), look(kit))
    assert height(story) <= A4.body
    assert words_of(pdf_of(story, KITS[kit], height=A4.body + 1)).strip()


def test_metrics_and_findings_are_printed():
    page = content(SHAPES["rich"]())
    story = flowables(page, look())
    found = squeezed(words_of(pdf_of(story, KITS["meridian"], height=A4.body)))
    assert squeezed(page.metrics.rows[0].name) in found
    assert squeezed(page.metrics.rows[0].limit) in found
    assert "moremetricswereread" in found
    assert "E-001,E-002,E-003,+5" in found


def longer(value, words, key=""):
    """The same content with words in place of every text that users or rule sets write."""
    if isinstance(value, dict):
        return {key: longer(one, words, key) for key, one in value.items()}
    if isinstance(value, list):
        return [longer(one, words, key) for one in value]
    wordy = {"title", "text", "head", "name", "about", "basis", "introduction", "decision", "also"}
    return f"{value} {words}" if key in wordy and isinstance(value, str) else value


@given(st.text("abc defgh ijklmnop äöß-", min_size=0, max_size=400))
@settings(max_examples=12)
def test_long_words_are_cut_before_the_page_overflows(words):
    page = content(cases.full())
    data = longer(page.model_dump(mode="json"), words)
    data["heading"]["title"] = page.heading.title
    story = flowables(summary.Summary.model_validate_json(json.dumps(data)), look())
    assert height(story) <= A4.body


def test_sets_only_ever_give_room():
    for one, next_ in pairwise(SETS):
        assert (next_.tight, -next_.rows, -next_.measures) >= (one.tight, -one.rows, -one.measures)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_no_row_is_left_out_that_has_room(paper):
    page = content(SHAPES["rich"]())
    left = paper.body - height(flowables(page, replace(look(), paper=paper)))
    assert 0 <= left < ROW


def test_what_the_content_says_is_printed():
    page = content(SHAPES["halden"]())
    found = squeezed(words_of(pdf_of(flowables(page, look()), KITS["meridian"], height=A4.body)))
    for words in (
        page.heading.title,
        page.introduction,
        page.levels[0].text,
        page.symptom.text,
        page.blockers.items[0].text,
        page.first.rows[0].title,
        page.dates.rows[2].likely_text,
        page.metrics.none,
        page.decision,
    ):
        assert squeezed(words) in found
