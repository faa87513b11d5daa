"""The PDF: the same content is the same bytes everywhere, with true dates and everything inside."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.platypus import Spacer

from engagements.records import Note
from engagements.records.people import Consent
from report_templates import build as building
from report_templates import page as paged
from report_templates import signs
from report_templates.brand import BRANDS, BrandKit, bundled_names
from report_templates.build import build
from report_templates.content import report
from report_templates.content.report import ReportContent
from report_templates.profiles import PROFILES
from report_templates.style import kept
from report_templates.unsettable import Unsettable
from tests.report_templates import cases
from tests.report_templates.printed import squeezed, words_of

ROOT = Path(__file__).resolve().parents[2]
KIT = BrandKit.bundled("meridian")

ELSEWHERE = """
import sys, time, datetime, locale, contextlib
ahead = float(sys.argv[1])
now = time.time
time.time = lambda: now() + ahead
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=ahead)
datetime.datetime = Later
for name in ("de_DE.UTF-8", "C.UTF-8", "tr_TR.UTF-8"):
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, name)
        break
from pathlib import Path
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content.report import ReportContent
content = ReportContent.model_validate_json(Path(sys.argv[2]).read_bytes())
sys.stdout.buffer.write(build(content, BrandKit.load(Path(sys.argv[3]))))
"""


@pytest.fixture(scope="module")
def content():
    return report.of(cases.full(), issued=cases.ISSUED)


@pytest.fixture(scope="module")
def pdf(content):
    return build(content, KIT)


@pytest.fixture(scope="module")
def opened(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        yield document


def test_content_survives_the_way_to_the_worker(content):
    assert ReportContent.model_validate_json(content.model_dump_json()) == content


def test_other_processes_folders_days_zones_and_locales_give_the_same_bytes(content, pdf, tmp_path):
    said = tmp_path / "content.json"
    said.write_text(content.model_dump_json(), encoding="utf-8")
    digests = {hashlib.sha256(pdf).hexdigest()}
    for number, (zone, seed) in enumerate((("Pacific/Auckland", "1"), ("America/Lima", "77"))):
        folder = tmp_path / f"place {number}"
        shutil.copytree(BRANDS / "meridian", folder / "meridian")
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "HOME": str(folder)}
        arguments = [str(number * 40 * 86_400), str(said), str(folder / "meridian")]
        made = subprocess.run(
            [sys.executable, "-c", ELSEWHERE, *arguments],
            cwd=folder,
            env=env,
            capture_output=True,
            check=False,
        )
        assert made.returncode == 0, made.stderr.decode()
        digests.add(hashlib.sha256(made.stdout).hexdigest())
    assert len(digests) == 1


def test_a_warm_process_gives_the_same_bytes(content, pdf):
    build(report.of(cases.full(items=3, client="Another"), issued=date(2026, 1, 1)), KIT)
    assert build(content, KIT) == pdf


def test_other_content_gives_other_bytes_and_another_identity(content, pdf):
    other = build(content.model_copy(update={"client": "Halden Freights"}), KIT)
    with pikepdf.open(BytesIO(pdf)) as one, pikepdf.open(BytesIO(other)) as two:
        assert one.trailer.ID[0] != two.trailer.ID[0]


def test_the_dates_inside_are_those_of_the_content(opened):
    assert str(opened.docinfo["/CreationDate"]) == "D:20261214"
    assert str(opened.docinfo["/ModDate"]) == "D:20261214"
    with opened.open_metadata() as about:
        assert about["xmp:CreateDate"] == "2026-12-14"
        assert about["xmp:ModifyDate"] == "2026-12-14"


def test_title_author_and_language_are_set(opened):
    assert opened.docinfo["/Title"] == "Halden Freight: MLOps maturity assessment and roadmap"
    assert opened.docinfo["/Author"] == "Meridian Advisory"
    assert opened.Root.Lang == "en"
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle) is True
    with opened.open_metadata() as about:
        assert about["dc:title"] == "Halden Freight: MLOps maturity assessment and roadmap"


def fonts_of(document):
    for page in document.pages:
        yield from page.Resources.Font.values()


def test_every_font_is_embedded(opened):
    for font in fonts_of(opened):
        assert "/FontFile2" in font.FontDescriptor, font.BaseFont


def test_the_outline_has_every_section_at_its_page(opened, content, pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
        for entry in content.outline:
            page = document[found[f"{entry.number} {entry.name}"]]
            text = page.get_textpage()
            assert f"{entry.number} · {entry.name}" in text.get_text_bounded()
            text.close()
            page.close()
    finally:
        document.close()
    assert list(found.values()) == sorted(found.values())


def test_contents_print_the_pages_of_the_sections(pdf, content):
    document = pypdfium2.PdfDocument(pdf)
    try:
        marks = {mark.get_title(): mark.get_dest().get_index() + 1 for mark in document.get_toc()}
        page = document[1]
        text = page.get_textpage()
        said = text.get_text_bounded()
        text.close()
        page.close()
    finally:
        document.close()
    printed = said.split()
    for entry in content.outline:
        assert str(marks[f"{entry.number} {entry.name}"]) in printed


def test_contents_link_to_the_sections(opened, content):
    links = [one for one in opened.pages[1].get("/Annots", []) if one.get("/Subtype") == "/Link"]
    assert len(links) >= len(content.outline)


def test_every_page_says_which_it_is_of_how_many(pdf):
    document = pypdfium2.PdfDocument(pdf)
    total = len(document)
    for number, page in enumerate(document, start=1):
        text = page.get_textpage()
        assert f"Page {number} of {total}" in text.get_text_bounded()
        text.close()
        page.close()
    document.close()


def test_no_text_is_smaller_than_seven_points(opened):
    import re

    for page in opened.pages:
        page.contents_coalesce()
        for size in re.findall(rb"/F\d+\+\d+ ([\d.]+) Tf", page.Contents.read_bytes()):
            assert float(size) >= 7


@pytest.mark.parametrize("name", bundled_names())
@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_is_built_in_every_kit(profile, name):
    made = report.of(cases.full(items=3), profile=profile, issued=cases.ISSUED)
    said = squeezed(words_of(build(made, BrandKit.bundled(name))))
    for entry in made.outline:
        assert squeezed(entry.name) in said


def test_signs_no_typeface_has_are_named_in_the_report():
    made = report.of(cases.full(client="Halden 東"), issued=cases.ISSUED)
    assert signs.lacking(made, KIT) == ("東",)
    said = words_of(build(made, KIT))
    assert "U+6771" in said
    assert "Halden □" in said


def test_what_was_said_off_the_record_and_names_never_reach_the_report():
    notes = [
        Note(id="n1", interview="i0", text="CANARY off", criteria=("SRC-1.1",), off_record=True),
        Note(id="n2", interview="i1", text="CANARY off too", off_record=True),
    ]
    base = cases.full()
    records = [one for kind in base.heads.values() for heads in kind.values() for one in heads]
    known = cases.snapshot(*records, *notes)
    said = report.of(known, issued=cases.ISSUED).model_dump_json()
    assert "CANARY" not in said
    assert "Secret Person" not in said


def test_a_block_that_fits_on_no_page_is_named(content, monkeypatch):
    monkeypatch.setattr(
        building.method, "flowables", lambda *_: [kept("Sign-off", Spacer(10, 900))]
    )
    with pytest.raises(Unsettable, match="“Sign-off” in “Method and scoring rules”") as caught:
        build(content, KIT)
    assert caught.value.part == "method"


class Broken(Spacer):
    """Fails on being drawn."""

    def draw(self):
        raise ZeroDivisionError


@pytest.mark.parametrize("late", [True, False])
def test_a_section_at_fault_is_named_and_the_rest_can_do_without(content, monkeypatch, late):
    def flowables(*_):
        return [Broken(9, 9)] if late else [{}[0]]

    monkeypatch.setattr(building.evidence, "flowables", flowables)
    with pytest.raises(Unsettable, match="“Evidence register” could not be laid out") as caught:
        build(content, KIT)
    assert caught.value.part == "evidence"
    assert isinstance(caught.value.__cause__, ZeroDivisionError if late else KeyError)
    assert build(content.model_copy(update={"evidence": None}), KIT).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("_header", "Header and footer"),
        ("_footer", "Header and footer"),
        ("watermark", "Watermark"),
    ],
)
def test_a_fault_in_what_stands_on_every_page_is_laid_to_no_section(
    content, monkeypatch, place, named
):
    def fails(*_, **__):
        raise ZeroDivisionError

    owner, name = (paged.watermark, "draw") if place == "watermark" else (paged, place)
    monkeypatch.setattr(owner, name, fails)
    with pytest.raises(Unsettable, match=f"“{named}” could not be laid out") as caught:
        build(content.model_copy(update={"draft": True}), KIT)
    assert caught.value.part == ""


def test_who_no_longer_listens_is_no_fault_of_a_section(content):
    def gone(*_):
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        build(content, KIT, gone)


def test_progress_counts_the_pages_of_the_passes(content):
    steps = []
    build(content, KIT, lambda *step: steps.append(step))
    assert steps[0][0] == "layout"
    assert steps[-1] == ("finish", 1, 1)
    drawn = [(done, total) for step, done, total in steps if step == "pages"]
    assert drawn[-1][0] == drawn[-1][1]


def test_content_is_json_all_through(content):
    assert json.loads(content.model_dump_json())["issued"] == "2026-12-14"


def test_a_report_without_any_section_is_cover_and_contents():
    names = [name for name, _ in report.of(cases.full(), issued=cases.ISSUED).pages()]
    bare = report.of(cases.full(left_out=tuple(dict.fromkeys(names))), issued=cases.ISSUED)
    assert not list(bare.pages())
    with pikepdf.open(BytesIO(build(bare, KIT))) as pdf:
        assert len(pdf.pages) == 2


def test_names_that_no_page_says_do_not_travel_with_it():
    base = cases.full(interviewees="named")
    records = [one for kind in base.heads.values() for heads in kind.values() for one in heads]
    unheard = cases.person(0, name="Ottilie Unheard", consent=Consent.NAMED)
    unheard = unheard.model_copy(update={"id": "p99"})
    known = cases.snapshot(*records, unheard)
    assert "Ottilie" not in report.of(known, issued=cases.ISSUED).model_dump_json()
