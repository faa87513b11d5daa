"""The blank questionnaire: what openpyxl finds in it, and that its answers come back."""

from io import BytesIO

import openpyxl
import pytest

from engagements.casework import answer_sheet
from engagements.framework.load import mlops
from engagements.framework.model import CriterionType
from engagements.records import ScopeUnit
from report_templates.beside import questionnaire as sheets
from report_templates.brand import BrandKit
from report_templates.content import questionnaire as content
from tests.report_templates import cases

KIT = BrandKit.bundled()


def of(language="en"):
    snapshot = cases.empty()
    framework = mlops(language)
    found = type(snapshot)(framework, snapshot.heads, snapshot.stamps)
    return found, content.of(found, cases.ISSUED)


@pytest.fixture(scope="module")
def made():
    snapshot, said = of()
    return snapshot, said, openpyxl.load_workbook(BytesIO(sheets.build(said, KIT)))


def test_every_role_has_a_sheet_with_its_own_questions(made):
    snapshot, _said, book = made
    packs = snapshot.framework.role_packs
    assert book.sheetnames == [snapshot.framework.role[one.role].name for one in packs]
    for pack, sheet in zip(packs, book, strict=True):
        ids = [row[0] for row in sheet.iter_rows(min_row=5, values_only=True)]
        assert sorted(ids) == sorted(entry.criterion for entry in pack.criteria)
        first = snapshot.framework.criterion[ids[0]]
        row = next(sheet.iter_rows(min_row=5, max_row=5, values_only=True))
        assert row == (first.id, first.question, first.yes, first.partly, first.no, None, None)
        assert sheet.freeze_panes == "B5"


def test_answers_are_chosen_from_a_list_without_na_on_key_criteria(made):
    snapshot, _said, book = made
    sheet = book.worksheets[0]
    lists = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    for number, row in enumerate(sheet.iter_rows(min_row=5, values_only=True), start=5):
        rule = lists[f"F{number}"]
        assert rule.type == "list"
        key = snapshot.framework.criterion[row[0]].type is CriterionType.KEY
        assert ("Not applicable" in rule.formula1) is not key
        assert "Don’t know" in rule.formula1
        assert not sheet[f"F{number}"].protection.locked
        assert sheet[f"B{number}"].protection.locked
    assert sheet.protection.sheet


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_filled_in_comes_back_as_answers(tmp_path, language):
    snapshot, said = of(language)
    book = openpyxl.load_workbook(BytesIO(sheets.build(said, KIT)))
    sheet = book.worksheets[2]
    labels = {one.code: one.label for one in snapshot.framework.answers}
    given = list(labels.items())[:4]
    for number, (_code, label) in enumerate(given, start=5):
        sheet[f"F{number}"], sheet[f"G{number}"] = label, f"note {number}"
    book.save(tmp_path / "filled.xlsx")
    entries = answer_sheet.read(tmp_path / "filled.xlsx", snapshot.framework)
    assert [one.criterion for one in entries] == [
        one.criterion for one in said.roles[2].questions[:4]
    ]
    assert [one.value for one in entries] == [code for code, _ in given]
    assert entries[0].note == "note 5"


def test_rows_are_as_high_as_their_texts(made):
    sheet = made[2].worksheets[0]
    for number, row in enumerate(sheet.iter_rows(min_row=5, values_only=True), start=5):
        longest = max(
            len(words) / width for words, width in zip(row[:5], sheets.WIDTHS, strict=False)
        )
        assert sheet.row_dimensions[number].height >= longest * 13


def test_the_same_questionnaire_is_the_same_file():
    assert sheets.build(of()[1], KIT) == sheets.build(of()[1], KIT)


def test_with_several_units_a_sheet_says_which_one_it_is_about():
    units = (ScopeUnit(name="Rating"), ScopeUnit(id="two", name="Pricing", position=1))
    talk = cases.interview(0, "p0", agenda=("SRC-1.1",), scope_unit="two")
    frame = (*cases.frame(), cases.person(0), talk)
    alone = content.of(cases.snapshot(*frame), cases.ISSUED, interview=talk).roles[0]
    assert "Scope unit" not in [one.label for one in alone.head]
    said = content.of(cases.snapshot(*frame, *units), cases.ISSUED, interview=talk)
    assert ("Scope unit", "Pricing") in [(one.label, one.text) for one in said.roles[0].head]
    book = openpyxl.load_workbook(BytesIO(sheets.build(said, KIT)))
    assert "Pricing" in book.worksheets[0]["A1"].value
    blank = content.of(cases.snapshot(*frame, *units), cases.ISSUED).roles[0]
    assert ("Scope unit", "") in [(one.label, one.text) for one in blank.head]
