"""The workbook, read back with openpyxl: typed cells, heads that stay, no formula."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from engagements.records import MetricReading, Person
from report_templates.beside import workbook
from report_templates.brand import BrandKit
from report_templates.content import facts, sheets
from tests.report_templates import cases

KIT = BrandKit.bundled()


def known(snapshot=None, language="en"):
    return facts.of(snapshot or cases.full(), issued=cases.ISSUED, language=language)


def read(of):
    return openpyxl.load_workbook(BytesIO(workbook.build(sheets.of(of), KIT)))


@pytest.fixture(scope="module")
def plan():
    return known()


@pytest.fixture(scope="module")
def book(plan):
    return read(plan)


def table(sheet):
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_there_is_a_sheet_of_each_kind_with_a_head_that_stays(book):
    assert book.sheetnames == ["Answers", "Voices", "Evidence", "Roadmap", "Metrics"]
    stay = {sheet.title: sheet.freeze_panes for sheet in book}
    assert stay == dict.fromkeys(stay, "B2") | {"Roadmap": "D2"}
    for sheet in book:
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.column_dimensions["A"].width > 8


def test_every_criterion_has_its_answer_level_and_grade(book, plan):
    rows = {row["Criterion"]: row for row in table(book["Answers"])}
    assert list(rows) == [one.id for one in plan.framework.criteria]
    assert rows["TRN-2.1"]["Level"] == 2
    assert rows["TRN-2.1"]["Answer"] == "Yes"
    assert rows["REL-1.1"]["State"] == "voices differ"
    assert (rows["MON-2.1"]["Answer"], rows["MON-2.1"]["State"]) == ("Don’t know", "not known")
    assert all(isinstance(row["Level"], int) for row in rows.values())


def test_days_and_numbers_are_days_and_numbers(book, plan):
    action = plan.transitions[0].actions[0]
    row = next(one for one in table(book["Roadmap"]) if one["Action"] == action.id)
    assert row["Start"] == datetime.combine(action.start, datetime.min.time())
    assert row["High finish"] == datetime.combine(action.finish_high, datetime.min.time())
    assert row["Weeks, likely"] == pytest.approx(float(action.weeks.likely), abs=0.005)
    assert row["Level"] == plan.transitions[0].to_level
    assert all(isinstance(one["Day"], datetime) for one in table(book["Voices"]))


def test_a_long_text_has_the_rows_it_needs(book):
    sheet = book["Roadmap"]
    for number, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
        assert sheet.row_dimensions[number].height >= len(row[-1]) / (46 * 1.08) * 13


@pytest.mark.parametrize(("asked", "size"), [("", 9), ("Letter", 1)])
def test_it_prints_on_the_paper_chosen_and_says_whose_eyes_it_is_for(plan, asked, size):
    said = sheets.of(plan).model_copy(update={"paper": asked, "title": "R&D: 100 %"})
    book = openpyxl.load_workbook(BytesIO(workbook.build(said, KIT)))
    for sheet in book:
        assert int(sheet.page_setup.paperSize) == size
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.oddFooter.left.text == f"{KIT.brand.confidentiality} · R&&D: 100 %"
        assert sheet.oddFooter.right.text == "&P / &N"


def test_its_foot_speaks_its_language(plan):
    said = sheets.of(plan).model_copy(update={"language": "de"})
    book = openpyxl.load_workbook(BytesIO(workbook.build(said, KIT)))
    assert book.worksheets[0].oddFooter.left.text.startswith("Vertraulich")
    assert (book["Roadmap"].print_title_cols, book["Answers"].print_title_cols) == ("$A:$C", None)
    wide = {sheet.title: sheet.page_setup.fitToWidth or 1 for sheet in book}
    assert (int(wide["Roadmap"]), int(wide["Answers"])) == (2, 1)


def test_no_name_of_an_interviewee_is_in_it(book):
    names = {person.name for person in cases.full().of(Person)}
    cells = {
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    }
    assert names
    assert not any(name in cell for name in names for cell in cells)
    assert "Data scientist" in cells
    assert "Control" in " ".join(cells)


def test_a_title_that_looks_like_a_formula_or_a_link_is_text():
    formula, link = "=1+1", "https://example.org/x"
    base = cases.full(items=0)
    items = [cases.item(1, title=formula), cases.item(2, title=link)]
    heads = {**base.heads, "evidence": {one.id: (one,) for one in items}}
    of = known(type(base)(base.framework, heads, base.stamps))
    sheet = read(of)["Evidence"]
    assert [sheet["B2"].value, sheet["B3"].value] == ["'=1+1", link]
    assert sheet["B2"].data_type == "s"
    assert sheet["B3"].hyperlink is None


def test_metrics_are_numbers_beside_their_words():
    base = cases.full()
    metric = base.framework.metrics[0]
    readings = [
        MetricReading(
            id="m1", metric=metric.id, low=Decimal(15), high=Decimal(21), models=3, source_grade=2
        ),
        MetricReading(id="m2", metric=metric.id, not_measurable=True),
    ]
    heads = {**base.heads, "metric_reading": {one.id: (one,) for one in readings}}
    rows = table(read(known(type(base)(base.framework, heads, base.stamps)))["Metrics"])
    assert (rows[0]["From"], rows[0]["To"], rows[0]["Models"]) == (15, 21, 3)
    assert (rows[1]["From"], rows[1]["Reading"]) == (None, "not measurable")


def test_the_same_content_is_the_same_file(plan):
    assert workbook.build(sheets.of(plan), KIT) == workbook.build(sheets.of(known()), KIT)


def test_an_engagement_nobody_answered_has_its_tables(plan):
    book = read(known(cases.empty(), "de"))
    assert book.sheetnames == ["Antworten", "Stimmen", "Nachweise", "Roadmap", "Kennzahlen"]
    assert {row["Stand"] for row in table(book["Antworten"])} == {"nicht bekannt"}
    assert table(book["Stimmen"]) == []
