"""The finished file: what validators say of it, what is inside, its bytes."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import ImageCms

from report_templates import archive
from report_templates.archive import About, Source, finished
from report_templates.brand import BrandKit, bundled_names
from report_templates.build import build
from report_templates.content import report
from report_templates.content.report import ReportContent
from report_templates.page import PageCanvas
from report_templates.profiles import PROFILES
from tests.report_templates import cases
from tests.report_templates.printed import squeezed
from tests.report_templates.saying import expected, in_order
from tests.report_templates.sound import assert_sound
from tests.report_templates.tree import read

ABOUT = About("Title & <more>", "Firm", "About this", "en", date(2026, 12, 14))
CHECKSUM_ENDS_WITH_RETURN = b"\x0c"
KITS = bundled_names()


def bare(source=None, about=ABOUT):
    """One page with a line of words."""
    face, target = BrandKit.bundled().body_face(400), BytesIO()
    BrandKit.bundled().register()
    canvas = PageCanvas(target, invariant=1, initialFontName=face.name, lang="en")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setFont(face.name, 9)
    canvas.drawString(50, 50, "Words")
    canvas.showPage()
    canvas.save()
    return finished(target.getvalue(), canvas.tags, about, source)


EACH = [(k, p, x) for k in KITS for p in PROFILES for x in ("en", "de") if p != "actions"]
EACH.append((KITS[0], "actions", "de"))


@pytest.fixture(scope="module", params=EACH, ids="-".join)
def made(request):
    kit, profile, language = request.param
    content = report.of(cases.full(), profile=profile, issued=cases.ISSUED, language=language)
    data = build(content, BrandKit.bundled(kit))
    return content, data, read(data)


def test_every_report_is_accessible_and_fit_for_the_archive(made):
    assert_sound(made[1], "ua1", "3a")


def test_every_mark_of_a_report_is_in_the_tree_once(made):
    _, _, found = made
    assert sorted(found.used) == sorted(set(found.used))
    assert found.marked == {mark for mark in found.used if mark[1] >= 0}


def test_only_headers_footers_and_heads_that_are_repeated_are_not_read(made):
    content, _, found = made
    repeated = [page.heads for page in content.transitions]
    repeated += [content.roadmap.heads] if content.roadmap else []
    heads = {squeezed("".join(one)) for one in repeated}
    number = re.compile(r"(Page|Seite)(\d+)(of|von)(\d+)")
    for place, other in enumerate(found.artifacts, start=1):
        said = squeezed(other)
        assert number.search(said).group(2) == str(place)
        if place > 1:
            assert squeezed(f"{content.document} · {content.client}") in said
            assert squeezed(content.issued_text) in said
            assert said.endswith(squeezed(content.rule_set)) or any(said.endswith(h) for h in heads)


def test_what_is_read_is_what_the_content_says_in_its_order(made):
    content, _, found = made
    said = squeezed(found.root.text)
    in_order(expected(content), said)
    rows = content.evidence.rows if content.evidence else ()
    rules = content.method.rules if content.method else ()
    once = [row.title for row in rows] + [rule.text for rule in rules]
    for part in {squeezed(one) for one in once}:
        assert said.count(part) == sum(squeezed(one) == part for one in once)


def test_sections_begin_with_their_title_and_every_figure_says_its_words(made):
    content, _, found = made
    root = found.root
    assert {kid.tag for kid in root.kids} == {"Sect"}
    for section in root.kids:
        heads = list(section.all("H1", "H2", "H3"))
        assert heads[0].tag == "H1"
        assert sum(one.tag == "H1" for one in heads) == 1
    figures = list(root.all("Figure"))
    assert content.cover.ladder.alt in [one.alt for one in figures]
    assert all(one.alt for one in figures)


def test_tables_have_rows_of_one_length_below_their_heads(made):
    for table in made[2].root.all("Table"):
        rows = list(table.all("TR"))
        assert len({sum(cell.columns for cell in row.kids) for row in rows}) == 1
        assert any(cell.scope for row in rows for cell in row.kids)


def test_the_content_travels_inside_its_report(made):
    content, data, _ = made
    with pikepdf.open(BytesIO(data)) as pdf:
        assert list(pdf.attachments) == ["report.json"]
        (entry,) = pdf.Root.AF
        assert entry.AFRelationship == "/Source"
        inside = entry.EF.F.read_bytes()
        assert int(entry.EF.F.Params.Size) == len(inside)
    assert ReportContent.model_validate_json(inside) == content


def test_a_file_without_its_source_is_of_the_second_part():
    assert_sound(bare(), "ua1", "2a")
    assert_sound(bare(Source("a.json", "All of it", b"{}")), "ua1", "3a")


def test_what_the_file_says_of_itself_is_the_same_in_both_places():
    about = replace(ABOUT, title="Title \ufffe& <more>")
    with pikepdf.open(BytesIO(bare(about=about))) as pdf:
        with pdf.open_metadata() as said:
            assert said["dc:title"] == ABOUT.title
            assert said["xmp:CreateDate"] == "2026-12-14"
            assert said["pdfuaid:part"] == "1"
            assert said["pdfaid:part"] + said["pdfaid:conformance"] == "2A"
        assert pdf.docinfo["/CreationDate"] == "D:20261214"
        assert pdf.docinfo["/Author"] == "Firm"


def test_colours_are_those_of_a_profile_of_no_day():
    with pikepdf.open(BytesIO(bare())) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile == archive.PROFILE.read_bytes()
    assert profile[24:36] == bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    known = ImageCms.ImageCmsProfile(BytesIO(profile))
    assert known.profile.xcolor_space == "RGB "


def test_a_stream_is_never_read_as_shorter_than_it_is():
    source = Source("a.bin", "A byte", CHECKSUM_ENDS_WITH_RETURN)
    data = bare(source)
    assert archive.MISREAD not in data
    assert_sound(data, "3a")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.attachments["a.bin"].get_file().read_bytes() == CHECKSUM_ENDS_WITH_RETURN + b"\n"


def test_objects_move_on_until_no_stream_of_them_can_be_misread(monkeypatch):
    first = bare()
    streams = re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", first, re.DOTALL)
    assert streams
    monkeypatch.setattr(archive, "MISREAD", streams[-1][:40])
    second = bare()
    assert streams[-1][:40] not in second
    assert_sound(second, "ua1", "2a")


def test_no_sign_is_said_to_be_nothing(made):
    with pikepdf.open(BytesIO(made[1])) as pdf:
        for font in pdf.pages[1].Resources.Font.values():
            assert not re.search(rb"<0000>$", font.ToUnicode.read_bytes(), re.MULTILINE)
