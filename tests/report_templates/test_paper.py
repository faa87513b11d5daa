"""Letter beside A4: the same grid, every page in its frame, the summary on one."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from engagements import reading, sample
from engagements.records import ReportSettings
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import report
from report_templates.content.report import ReportContent
from report_templates.paper import A4, BODY_TOP, PAPERS, WIDTH
from report_templates.profiles import PROFILES
from report_templates.request_list import RequestList
from report_templates.request_list import build as request_list
from report_templates.sections import contents, glance, method, summary
from report_templates.sections.room import height
from report_templates.style import Look
from tests.report_templates import cases
from tests.report_templates.shapes import SHAPES
from tests.report_templates.sound import assert_sound

KIT = BrandKit.bundled()
LETTER = PAPERS["Letter"]


def on(paper, snapshot, **more):
    said = report.of(snapshot, issued=cases.ISSUED, **more)
    return said.model_copy(update={"paper": paper})


def sheets(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {tuple(round(float(side)) for side in one.mediabox) for one in opened.pages}


def american():
    files = dict(KIT.files)
    files["brand.toml"] = files["brand.toml"].replace(b'paper = "A4"', b'paper = "Letter"')
    return BrandKit.from_bytes(replace(KIT, files=files).to_bytes())


def test_both_papers_have_the_same_grid_and_the_same_distance_to_their_edges():
    for paper in PAPERS.values():
        assert paper.width - 2 * paper.margin == pytest.approx(WIDTH, abs=0.03)
        assert paper.low == pytest.approx(A4.low, abs=0.2)
        assert paper.body + BODY_TOP + paper.low == pytest.approx(paper.height)
    assert (LETTER.height, LETTER.body) == (792, 672)


@pytest.mark.parametrize(("profile", "language"), [("full", "de"), ("board", "en")])
def test_a_report_on_letter_is_of_that_size_and_fit_for_the_archive(profile, language):
    said = on("Letter", cases.full(), profile=profile, language=language)
    pdf = build(said, KIT)
    assert sheets(pdf) == {(0, 0, 612, 792)}
    assert_sound(pdf, "ua1", "3a")


def test_the_papers_order_is_settings_then_kit_then_a4():
    said = on("", cases.full(), profile="board")
    kit = american()
    assert sheets(build(said, KIT)) == {(0, 0, 595, 842)}
    assert sheets(build(said, kit)) == {(0, 0, 612, 792)}
    assert sheets(build(on("A4", cases.full(), profile="board"), kit)) == {(0, 0, 595, 842)}


def test_the_paper_chosen_is_said_in_the_content():
    said = report.of(
        cases.snapshot(*cases.full().of(ReportSettings), ReportSettings(paper="Letter")),
        issued=cases.ISSUED,
        profile="board",
    )
    assert said.paper == "Letter"
    assert ReportContent.model_validate_json(said.model_dump_json()) == said


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The sample engagement."""
    path = tmp_path_factory.mktemp("sample") / "sample.plumb"
    sample.write(path)
    return reading.read(path)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("shape", ["halden", "unknown", "rich", "full", "sample"])
def test_pages_that_are_one_page_are_one_on_letter(shape, language, whole):
    made = {"full": cases.full, "sample": lambda: whole, **SHAPES}
    snapshot = made[shape]()
    said = report.of(snapshot, issued=cases.ISSUED, language=language)
    look = Look.of(KIT, language, "Letter")
    assert height(summary.flowables(said.summary, look)) <= LETTER.body
    assert height(glance.flowables(said.glance, look)) <= LETTER.body
    if not (said.method.judgements and said.method.judgements.rows):
        assert height(method.flowables(said.method, look)) <= LETTER.body
    assert height(contents.flowables(said.contents, look)) <= LETTER.body


@pytest.mark.soak
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_state_fits_letter(shape, language, profile):
    said = on("Letter", SHAPES[shape](), profile=profile, language=language)
    assert sheets(build(said, KIT)) == {(0, 0, 612, 792)}


def test_a_request_list_is_printed_on_the_kits_paper():
    said = RequestList(
        title="To receive",
        about="What is still to come",
        heads=("What", "Due", "For"),
        groups=(),
        foot="Halden Freight",
        language="en",
        made=date(2026, 12, 14),
    )
    assert sheets(request_list(said, american())) == {(0, 0, 612, 792)}
