"""The Word document, read back with python-docx: real styles, marked heads, pictures in words."""

import zipfile
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from report_templates import fonts
from report_templates.beside.word import dress
from report_templates.beside.word.build import SECTIONS, build
from report_templates.brand import BrandKit
from report_templates.build import SECTIONS as PDF_SECTIONS
from report_templates.content import report
from report_templates.figures.scene import Weight
from report_templates.paper import WIDTH
from report_templates.style import Look
from tests.report_templates import cases, sizes

KITS = {"en": "meridian", "de": "corvane"}


def content(snapshot=None, language="en", **more):
    return report.of(snapshot or cases.full(), issued=cases.ISSUED, language=language, **more)


def read(data):
    return docx.Document(BytesIO(data))


@pytest.fixture(scope="module", params=list(KITS))
def made(request):
    said = content(language=request.param)
    return said, build(said, BrandKit.bundled(KITS[request.param]))


def styled(document, style):
    return [one.text for one in document.paragraphs if one.style.name == style]


def test_every_section_has_its_title_as_a_heading(made):
    said, data = made
    document = read(data)
    assert styled(document, "Title") == [said.client]
    pages = dict(said.pages())
    assert {"dimensions", "delivery", "diagnostic", "glossary"} < pages.keys()
    titles = [page.heading.title for _, page in said.pages()]
    assert styled(document, "Heading 1")[1:] == titles
    assert said.summary.blockers.items[0].head in styled(document, "Heading 3")


def test_headings_skip_no_level(made):
    document = read(made[1])
    levels = [
        int(one.style.name[-1])
        for one in document.paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_row_of_the_register_and_of_the_plan_is_in_a_table(made):
    said, data = made
    cells = {cell.text for table in read(data).tables for row in table.rows for cell in row.cells}
    assert {one.title for one in said.evidence.rows} <= cells
    for page in said.transitions:
        assert {one.check for one in page.rows} <= cells


def test_every_table_marks_its_head_and_says_what_it_is(made):
    for table in read(made[1]).tables:
        first, *rest = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:tblHeader")) is None for row in rest)
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)


def test_no_word_of_a_table_is_wider_than_its_column(made):
    said, data = made
    measure = Look.of(BrandKit.bundled(KITS[said.language]), said.language).metrics.width
    for table in read(data).tables:
        assert sum(column.width.pt for column in table.columns) == pytest.approx(WIDTH, abs=1)
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=True):
                words = cell.text.replace("\n", " ").split(" ")
                widest = max(measure(word, Weight.REGULAR, 8.5) for word in words)
                assert widest <= column.width.pt - 7, words


def test_every_entry_of_the_contents_leads_to_its_section(made):
    said, data = made
    document = read(data)
    marks = {
        mark.get(qn("w:name")): mark.getparent()
        for mark in document.element.iter(qn("w:bookmarkStart"))
    }
    links = list(document.element.iter(qn("w:hyperlink")))
    assert len(links) == len(said.contents.entries)
    for link, entry in zip(links, said.contents.entries, strict=True):
        words = "".join(one.text for one in marks[link.get(qn("w:anchor"))].iter(qn("w:t")))
        assert words == f"{entry.number} · {entry.name}"
    assert len(
        {mark.get(qn("w:id")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    ) == len(marks)


def test_word_opens_it_as_of_today_and_knows_what_stands_in_for_its_fonts(made):
    _, data = made
    with zipfile.ZipFile(BytesIO(data)) as archive:
        settings, fonts = (
            archive.read(f"word/{one}.xml").decode() for one in ("settings", "fontTable")
        )
    assert (
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in settings
    )
    assert "autoHyphenation" in settings
    used = {one.font.name for one in read(data).styles if one.type == WD_STYLE_TYPE.PARAGRAPH}
    for name in used & {"Inter", "Inter Display", "Noto Serif"}:
        assert f'<w:font w:name="{name}"><w:altName' in fonts


def test_the_running_head_has_what_and_who_at_either_edge(made):
    said, data = made
    document = read(data)
    words = document.sections[0].header.paragraphs[0].text
    assert words.endswith(f"\t{said.document} · {said.client}")
    stops = document.styles["Header"].paragraph_format.tab_stops
    assert [round(one.position.pt) for one in stops] == [round(WIDTH)]


def test_every_picture_says_what_it_shows(made):
    said, data = made
    alts = [one._inline.docPr.get("descr") for one in read(data).inline_shapes]
    figures = [said.cover.ladder, said.glance.ladder, said.glance.heat_map, said.roadmap.figure]
    assert {one.alt for one in figures} <= set(alts)
    assert all(alts)


def test_every_picture_begins_where_the_text_does(made):
    _, data = made
    sides = [one._inline.get(f"dist{side}") for one in read(data).inline_shapes for side in "TBLR"]
    assert set(sides) == {"0"}


def test_the_document_says_its_language_title_and_day(made):
    said, data = made
    document = read(data)
    region = {"en": "en-GB", "de": "de-DE"}[said.language]
    marks = document.styles.element.iter(qn("w:lang"))
    assert {one.get(qn("w:val")) for one in marks} == {region}
    about = document.core_properties
    assert (about.title, about.language) == (said.title, region)
    assert about.created.date() == about.modified.date() == said.issued


def test_colours_and_fonts_are_the_kit_s(made):
    said, data = made
    kit = BrandKit.bundled(KITS[said.language])
    style = read(data).styles["Heading 1"]
    assert f"#{style.font.color.rgb}" == kit.palette["primary"].upper()
    assert style.font.name in ("Inter Display", "Noto Serif")
    assert "Theme" not in "".join(style.element.rPr.rFonts.attrib)


def test_a_font_of_the_kit_s_own_is_called_as_its_file_calls_it():
    own = fonts.read(fonts.BUNDLED["NotoSerif-Bold"].read_bytes(), "brand/bold.ttf")
    assert dress.family(own) == "Noto Serif"
    assert dress.family(fonts.face("InterTab-Regular")) == "Inter"


def test_an_action_s_sheet_has_room_to_sign_and_says_its_title_once():
    said = content(profile="actions")
    document = read(build(said, BrandKit.bundled()))
    assert styled(document, "Section Label")[1:] == [one.heading.number for one in said.actions]
    last = document.tables[-1]
    assert tuple(cell.text for cell in last.rows[0].cells) == said.actions[-1].sign
    assert last.rows[1].height.pt == 44


def test_the_same_content_is_the_same_file(made):
    said, data = made
    assert build(said, BrandKit.bundled(KITS[said.language])) == data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_hostile_text_is_text():
    client = "\ufffe<w:p/>\x00 & {page}\u202e"
    document = read(build(content(cases.full(client=client)), BrandKit.bundled()))
    assert styled(document, "Title") == ["<w:p/> & {page}"]


@pytest.mark.parametrize("profile", ["full", "board", "roadmap"])
def test_an_engagement_nobody_answered_is_a_document_too(profile):
    said = content(cases.empty(target=None), profile=profile)
    document = read(build(said, BrandKit.bundled()))
    assert said.roadmap.instead[0] in styled(document, "Normal")


def test_what_the_pages_say_in_detail_is_in_the_document_too(made):
    said, data = made
    document = read(data)
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    words = {one.text for one in document.paragraphs}
    for page in said.dimensions:
        assert page.determination_head in words
        for row in (row for group in page.groups for row in group.rows):
            assert any(cell.startswith(f"{row.id} {row.title}") for cell in cells)
    assert {row.now for row in said.delivery.rows} <= cells
    assert {cell for row in said.diagnostic.rows for cell in row.cells} <= cells
    terms = [one for group in said.glossary.groups for one in group.terms]
    assert all(any(text.endswith(one.meaning) for text in words) for one in terms)


def test_a_repeated_assessment_has_its_progress_in_the_document():
    said = sizes.content("four-assessments")
    document = read(build(said, BrandKit.bundled()))
    page = said.progress
    assert page.heading.title in styled(document, "Heading 1")
    assert page.trend.title in styled(document, "Heading 2")
    assert page.trend.figure.alt in [
        one._inline.docPr.get("descr") for one in document.inline_shapes
    ]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {row[0] for row in page.trend.tables[0].rows} <= set(cells)


def test_every_section_there_is_can_be_written():
    after = list(report.ReportContent.model_fields)
    fields = after[after.index("contents") + 1 :]
    assert set(SECTIONS) == set(PDF_SECTIONS) == set(fields)
