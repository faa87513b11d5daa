"""The pages in detail, of engagements of every shape: inside their frames, nothing lost."""

from dataclasses import replace
from io import BytesIO
from typing import get_args

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Spacer

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Finding, Judgement
from engagements.records.outcome import Signatory
from report_templates import build as building
from report_templates.brand import BrandKit
from report_templates.build import build, section
from report_templates.content import (
    contents,
    delivery,
    diagnostic,
    dimensions,
    evidence,
    facts,
    method,
    progress,
    report,
)
from report_templates.content.contents import VersionRow
from report_templates.figures.paper.ladder import scale, strip
from report_templates.figures.paper.progress import progress as progress_figure
from report_templates.paper import A4, PAPERS, TOTAL
from report_templates.sections import contents as contents_section
from report_templates.sections import delivery as delivery_section
from report_templates.sections import diagnostic as diagnostic_section
from report_templates.sections import dimensions as dimensions_section
from report_templates.sections import evidence as evidence_section
from report_templates.sections import glossary as glossary_section
from report_templates.sections import method as method_section
from report_templates.sections import progress as progress_section
from report_templates.sections.room import filled
from report_templates.style import Anchor, Look
from tests.report_templates import cases, sizes
from tests.report_templates.cases import ISSUED
from tests.report_templates.figures.layouts import assert_sound
from tests.report_templates.printed import pages_of, pdf_of, squeezed, words_of
from tests.report_templates.shapes import SHAPES, engagement, halden

KIT = BrandKit.bundled()


def look(language="en"):
    KIT.register()
    return Look.of(KIT, language)


def printed(story):
    return squeezed(words_of(pdf_of([Anchor("x", "X"), *story], KIT, height=A4.body)))


def test_a_register_is_set_closer_where_that_saves_a_page(monkeypatch):
    def pages(items):
        content = evidence.of(facts.of(cases.full(items=items), issued=ISSUED))
        return len(filled(evidence_section.flowables(content, look()), A4.body))

    counts = range(20, 200, 12)
    found = [pages(count) for count in counts]
    monkeypatch.setattr(evidence_section, "PADS", evidence_section.PADS[:1])
    roomy = [pages(count) for count in counts]
    assert all(one <= other for one, other in zip(found, roomy, strict=True))
    assert found != roomy


@pytest.mark.parametrize("shape", SHAPES)
def test_a_dimension_takes_one_page_or_two_and_all_of_it_fits(shape):
    for page in dimensions.of(facts.of(SHAPES[shape](), issued=ISSUED)):
        taken = filled(dimensions_section.flowables(page, look()))
        assert len(taken) <= 2
        assert max(taken) <= A4.body + 0.01
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


def test_a_reason_of_a_judgement_is_printed_whole_below_its_criterion():
    reason = "The copy to the serving bucket stays possible and was used in two of six weeks. " * 4
    told = Judgement.of("DAT-2.2", AnswerValue.NO, reason=reason)
    page = dimensions.of(facts.of(engagement(halden(), records=[told]), issued=ISSUED))[1]
    assert squeezed(reason) in printed(dimensions_section.flowables(page, look()))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_usual_dimension_is_one_page_on_every_paper(language, paper):
    page_of = replace(look(language), paper=PAPERS[paper])
    known = replace(sizes.SIZES["sixty-interviews"](), framework=mlops(language))
    for page in dimensions.of(facts.of(known, issued=ISSUED, language=language)):
        assert len(filled(dimensions_section.flowables(page, page_of), page_of.paper.body)) == 1


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


SECTIONS = {
    "delivery": (delivery, delivery_section),
    "diagnostic": (diagnostic, diagnostic_section),
    "progress": (progress, progress_section),
}


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_other_pages_keep_to_their_frames(shape, name):
    content, section = SECTIONS[name]
    page = content.of(facts.of(SHAPES[shape](), issued=ISSUED))
    if page is None:
        assert not shape.startswith("again")
        return
    taken = filled(section.flowables(page, look()))
    assert max(taken) <= A4.body + 0.01
    assert len(taken) <= 3


@pytest.mark.parametrize("shape", ["halden", "rich"])
def test_models_are_set_closely_where_that_saves_a_page(shape):
    page = diagnostic.of(facts.of(SHAPES[shape](), issued=ISSUED))
    taken = filled(diagnostic_section.flowables(page, look()))
    assert len(taken) <= 3
    assert len(taken) == 1 or taken[-1] > 0.25 * A4.body


def test_every_reading_and_every_model_is_printed():
    known = facts.of(SHAPES["rich"](), issued=ISSUED)
    page = delivery.of(known)
    found = printed(delivery_section.flowables(page, look()))
    for row in page.rows:
        assert squeezed(row.name) in found
    assert squeezed(page.note) in found
    models = diagnostic.of(known)
    told = printed(diagnostic_section.flowables(models, look()))
    for row in models.rows:
        assert all(squeezed(cell) in told for cell in row.cells)
    assert_sound(strip(models.scale, diagnostic_section.MODEL, diagnostic_section.CELL))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_figure_of_progress_holds_long_names(language):
    known = replace(SHAPES["again"](), framework=mlops(language))
    page = progress.of(facts.of(known, issued=ISSUED, language=language))
    assert_sound(progress_figure(page.figure))
    shown = {item.text for item in progress_figure(page.figure).items if hasattr(item, "text")}
    assert page.figure.met.label in shown
    rows = tuple(
        row.model_copy(update={"name": row.name * 4, "about": row.about * 9})
        for row in page.figure.rows
    )
    assert_sound(progress_figure(page.figure.model_copy(update={"rows": rows})))


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_full_contents_list_is_one_page_and_the_glossary_two_at_most(language):
    known = replace(SHAPES["again"](), framework=mlops(language))
    said = report.of(known, issued=ISSUED, language=language)
    assert len(said.outline) == 21
    assert len(filled(contents_section.flowables(said.contents, look(language)))) == 1
    assert len(filled(glossary_section.flowables(said.glossary, look(language)))) <= 2


def test_a_version_has_room_for_a_remark_and_its_author_for_a_long_name():
    row = VersionRow(
        version="1.1 after comments",
        day="30 September 2026",
        change="Full report, issued",
        by="Margarethe von Hohenstein-Winterfeld",
    )
    said = contents.of(facts.of(cases.full(), issued=ISSUED))
    page = said.model_copy(update={"versions": (row,)})
    found = printed(contents_section.flowables(page, look()))
    assert all(squeezed(words) in found for words in (row.version, row.day, row.change, row.by))


def test_the_log_of_judgements_goes_on_after_the_page_that_is_signed():
    log = method.of(facts.of(SHAPES["many"](), issued=ISSUED))
    story = method_section.flowables(log, look())
    assert len(filled(story)) > 2
    found = printed(story)
    assert found.count(squeezed("Method and scoring rules, continued")) == len(filled(story)) - 1
    for row in log.judgements.rows:
        assert squeezed(row.title) in found


@pytest.mark.parametrize(
    ("content", "section", "label"),
    [
        (progress, progress_section, "8 · Progress since December 2025, continued"),
        (diagnostic, diagnostic_section, "5 · Diagnostic and crosswalk, continued"),
    ],
)
def test_each_page_of_a_section_that_goes_on_says_of_which(content, section, label):
    said = content.of(facts.of(sizes.again(), issued=ISSUED))
    story = section.flowables(said, look())
    assert len(filled(story)) > 1
    assert printed(story).count(squeezed(label)) == len(filled(story)) - 1


@pytest.mark.parametrize(
    ("name", "body", "label"),
    [
        ("delivery", 360.0, "4 · Delivery metrics, continued"),
        ("glossary", 360.0, "8 · Glossary, continued"),
        ("roadmap", 500.0, "3 · Roadmap overview, continued"),
    ],
)
def test_so_does_one_that_seldom_goes_on(name, body, label):
    said = getattr(report.of(SHAPES["rich"](), issued=ISSUED), name)
    low = replace(look(), paper=replace(A4, body=body))
    story = building.SECTIONS[name].flowables(said, low)
    pages = [squeezed(one) for one in pages_of(pdf_of(story, KIT, height=body))]
    assert len(pages) > 1
    assert all(one.startswith(squeezed(label)) for one in pages[1:])
    assert all(len(one) > len(squeezed(label)) for one in pages[1:])


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_boxes_to_sign_stay_together_three_in_a_row(count):
    known = facts.of(cases.full(signatories=get_args(Signatory)[:count]), issued=ISSUED)
    said = method.of(known)
    story = method_section.flowables(said, look())
    pages = [squeezed(one) for one in pages_of(pdf_of(story, KIT, height=A4.body))]
    signed = [one for one in pages if squeezed("Sign-off") in one]
    assert len(said.signatories) == count
    assert len(signed) == 1
    assert signed[0].count(squeezed("Signature")) == count
    assert all(squeezed(role) in signed[0] for role, _ in said.signatories)
    assert len(pages) == (2 if count > 3 else 1)


def test_a_long_reason_fills_the_pages_it_needs_and_is_printed_whole():
    reason = " ".join(f"Rebuilt {n} times from the notes of whoever was there." for n in range(150))
    told = Judgement.of("DAT-2.2", AnswerValue.NO, reason=reason)
    log = method.of(facts.of(cases.snapshot(*cases.frame(), told), issued=ISSUED))
    story = method_section.flowables(log, look())
    found = printed(story)
    assert squeezed("Rebuilt 149 times from the notes") in found
    continued = squeezed("Method and scoring rules, continued")
    assert found.count(continued) == len(filled(story)) - 1
    assert len(filled(story)) < 6


@pytest.mark.parametrize("shape", ["many", "again", "everything-unknown", "top", "empty-no-target"])
@pytest.mark.parametrize("profile", ["full", "findings"])
def test_whole_reports_are_built_from_every_shape(shape, profile):
    said = report.of(SHAPES[shape](), profile=profile, issued=ISSUED)
    with pikepdf.open(BytesIO(build(said, KIT))) as pdf:
        assert len(pdf.pages) > len(said.outline)


@pytest.mark.parametrize("name", ["level-4", "client-of-120"])
def test_the_crosswalk_stands_on_one_page_with_its_levels_and_its_key(name):
    made = sizes.content(name, "de")
    content, pages = made.diagnostic, {TOTAL: 99}
    said = pages_of(section(made, BrandKit.bundled("corvane"), content.heading.key, pages))
    (page,) = [squeezed(one) for one in said if squeezed(content.title) in squeezed(one)]
    for words in (content.rows[0].model, content.rows[-1].model, content.key):
        assert squeezed(words) in page


def test_a_model_that_says_little_beside_another_keeps_a_column_for_it():
    page = diagnostic.of(facts.of(SHAPES["halden"](), issued=ISSUED))
    first, *others = page.dimensions.rows
    few = ("7",) * (len(first.cells) - 1)
    rows = [first.model_copy(update={"cells": ("ß" * 40_000, *few)})]
    rows += [one.model_copy(update={"cells": ("7", *few)}) for one in others]
    wordy = page.dimensions.model_copy(update={"rows": tuple(rows)})
    story = diagnostic_section.flowables(page.model_copy(update={"dimensions": wordy}), look())
    assert "7" * len(few) in printed(story)


@pytest.mark.parametrize(("shape", "level"), [("halden", 0), ("reached", 2), ("top", 4)])
def test_the_line_around_the_level_now_is_as_wide_as_its_step(shape, level):
    page = diagnostic.of(facts.of(SHAPES[shape](), issued=ISSUED))
    data = pdf_of(diagnostic_section.flowables(page, look()), KIT, height=A4.body)
    document = pypdfium2.PdfDocument(data)
    boxes = [one.get_bounds() for one in document[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    document.close()
    left, right = sorted((box[0], box[2]) for box in boxes if box[3] - box[1] > 100)
    steps = sorted((box[0], box[2]) for box in boxes if 25 < box[3] - box[1] < 40)
    assert steps[level] == pytest.approx((left[0], right[1]), abs=1.5)


@given(st.lists(st.floats(10, 690), min_size=1, max_size=60))
def test_every_page_of_the_register_has_rows_and_room_for_them(highs):
    rows = [(None, [None, Spacer(0, high)]) for high in highs]
    parts = evidence_section._parts(rows, (0, 50), (500, 700), 0)
    assert [row for part in parts for row in part] == rows
    assert all(parts)
    for part in parts[1:]:
        assert len(part) == 1 or sum(cells[1].height for _, cells in part) <= 700


@pytest.mark.parametrize("items", [32, 33, 36, 72])
def test_the_last_page_of_the_register_is_no_mere_tail(items):
    page = evidence.of(facts.of(cases.full(items=items), issued=ISSUED))
    *before, last = filled(evidence_section.flowables(page, look()))
    assert last > 0.4 * A4.body
    assert max(before, default=0) <= A4.body


def test_a_framework_without_terms_or_misfits_has_neither_heads_nor_faults():
    said = report.of(SHAPES["again"](), issued=ISSUED)
    groups = [one.model_copy(update={"terms": ()}) for one in said.glossary.groups]
    bare = said.glossary.model_copy(update={"groups": (*groups[:1], *said.glossary.groups[1:])})
    words = glossary_section.flowables(bare, look("en"))
    assert len(words) == len(glossary_section.flowables(said.glossary, look("en"))) - 2
    assert glossary_section.flowables(bare.model_copy(update={"groups": tuple(groups)}), look("en"))
    plain = said.diagnostic.model_copy(update={"misfits": ()})
    whole = diagnostic_section.flowables(said.diagnostic, look("en"))
    assert len(diagnostic_section.flowables(plain, look("en"))) < len(whole)
