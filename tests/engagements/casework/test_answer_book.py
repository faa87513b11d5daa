"""Answers from Excel: one filled sheet is read, every other file is refused in a sentence."""

import random
import zipfile
from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest

from engagements.casework import answer_sheet, workbooks
from engagements.casework.answer_sheet import Entry
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.problem import Problem

FRAMEWORK, GERMAN = mlops(), mlops("de")
VALUES = [AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, AnswerValue.UNKNOWN]
HEAD = ("Criterion", "Question", "Answer", "Note")


def book(*sheets):
    """Sheets as (name, rows)."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.fixture
def read(tmp_path):
    def read_(data, framework=FRAMEWORK):
        path = tmp_path / "sheet.xlsx"
        path.write_bytes(data)
        return answer_sheet.read(path, framework)

    return read_


@pytest.fixture
def refusal(read):
    def refusal_(data):
        with pytest.raises(Problem) as caught:
            read(data)
        assert caught.value.title.startswith("sheet.xlsx: ")
        return str(caught.value)

    return refusal_


def test_the_one_filled_sheet_is_read_and_open_questions_are_left_out(read):
    rows = [("For a title",), HEAD, ("SRC-1.1", "?", "Yes", None), ("SRC-1.2", "?", None, None)]
    rows.append((" src-1.3 ", "?", "don't know", 5))
    rows.append(("SRC-2.1", "?", "Don’t know", None))
    data = book(("Notes", [("read me",)]), ("ML engineer", rows), ("Empty", [HEAD]))
    assert read(data) == (
        Entry("SRC-1.1", AnswerValue.YES, ""),
        Entry("SRC-1.3", AnswerValue.UNKNOWN, "5"),
        Entry("SRC-2.1", AnswerValue.UNKNOWN, ""),
    )


def test_german_words_are_read_with_a_german_rule_set(read):
    labels = {one.code: one.label for one in GERMAN.answers}
    rows = [("Kriterium", "Antwort", "Notiz")]
    rows += [("DAT-1.1", labels[AnswerValue.NA], "Grund"), ("SRC-1.1", labels[AnswerValue.NO], "")]
    assert read(book(("Rolle", rows)), GERMAN) == (
        Entry("DAT-1.1", AnswerValue.NA, "Grund"),
        Entry("SRC-1.1", AnswerValue.NO, ""),
    )


@pytest.mark.parametrize(("sent", "taken_by"), [(GERMAN, FRAMEWORK), (FRAMEWORK, GERMAN)])
def test_a_questionnaire_in_another_language_is_taken_by_its_structure(sent, taken_by, read):
    words = {one.code: one.label for one in sent.answers}
    head = ("Kriterium", "Antwort", "Notiz") if sent is GERMAN else ("Criterion", "Answer", "Note")
    rows = [
        head,
        *(
            (one.id, words[value], "")
            for one, value in zip(FRAMEWORK.criteria, VALUES, strict=False)
        ),
    ]
    got = read(book(("Rolle", rows)), taken_by)
    assert [entry.value for entry in got] == VALUES


def test_a_bad_row_is_named_by_its_sheet_and_row(refusal):
    rows = [
        HEAD,
        ("SRC-1.1", "", "maybe", ""),
        ("SRC-9.9", "", "yes", ""),
        ("SRC-1.3", "", "", "x"),
    ]
    words = refusal(book(("Team", rows)))
    assert "3 of 3 rows" in words
    assert 'Team, row 2: unknown answer "maybe"' in words
    assert 'Team, row 3: unknown criterion "SRC-9.9"' in words
    assert "Team, row 4: no answer" in words


def test_two_filled_sheets_are_refused_by_name(refusal):
    rows = [HEAD, ("SRC-1.1", "", "yes", "")]
    words = refusal(book(("Engineer", rows), ("Sponsor", rows)))
    assert "Several sheets hold answers: Engineer, Sponsor." in words


def test_a_blank_questionnaire_has_no_answers(refusal):
    assert "No answers in it." in refusal(book(("A", [HEAD, ("SRC-1.1", "?", None, None)])))


def test_a_workbook_of_something_else_is_refused(refusal):
    words = refusal(book(("Budget", [("Cost", "Answer"), (1, 2)])))
    assert "No sheet in it has the columns criterion and answer." in words


@pytest.mark.parametrize(
    "data", [b"", b"criterion,answer\n", b"PK\x03\x04", b"PK\x05\x06" + 18 * b"\0"]
)
def test_what_is_no_workbook_is_refused(refusal, data):
    assert "It is no Excel workbook." in refusal(data)


def test_an_old_or_locked_workbook_is_refused(refusal):
    assert "has a password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def packed(parts):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def parts_of(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_file_that_unpacks_to_very_much_is_refused_unopened(refusal, monkeypatch):
    monkeypatch.setattr(openpyxl, "load_workbook", None)
    bomb = packed({"xl/worksheets/sheet1.xml": bytes(workbooks.MAX_UNPACKED + 1)})
    assert len(bomb) < 20_000
    assert "unpacks to more than 4 MB" in refusal(bomb)
    many = packed({f"{n}.xml": b"" for n in range(workbooks.MAX_PARTS + 1)})
    assert "unpacks to more than 4 MB" in refusal(many)


@pytest.mark.timeout(60)
def test_entities_are_not_multiplied(refusal):
    parts = parts_of(book(("A", [HEAD, ("SRC-1.1", "?", "yes", "")])))
    names = [f"e{n}" for n in range(12)]
    lines = ['<!ENTITY e0 "yesyesyesyes">']
    lines += [f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)]
    sheet = "xl/worksheets/sheet1.xml"
    text = parts[sheet].decode().split("?>", 1)[-1].replace("SRC-1.1", "&e11;")
    parts[sheet] = f"<!DOCTYPE x [{''.join(lines)}]>{text}".encode()
    assert "no Excel workbook" in refusal(packed(parts))


def sheet_of(cells):
    """A small workbook whose sheet has these cells."""
    parts = parts_of(book(("A", [HEAD])))
    text = parts["xl/worksheets/sheet1.xml"].decode()
    before, after = text.split("<sheetData>")[0], text.split("</sheetData>")[1]
    parts["xl/worksheets/sheet1.xml"] = f"{before}<sheetData>{cells}</sheetData>{after}".encode()
    return packed(parts)


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "cells", ["<row>" + "<c/>" * 700_000 + "</row>", "<row/>" * 500_000], ids=["cells", "rows"]
)
def test_millions_of_empty_cells_are_refused_unread(refusal, monkeypatch, cells):
    data = sheet_of(cells)
    assert len(data) < 20_000
    monkeypatch.setattr(openpyxl, "load_workbook", None)
    assert "far more cells than such a sheet needs" in refusal(data)


def test_one_long_text_in_many_cells_is_refused(refusal):
    parts = parts_of(book(("A", [HEAD, *(("SRC-1.1", "", "yes", "x" * 30_000),) * 200])))
    assert "unpacks to more than 4 MB" in refusal(packed(parts))


def test_a_cell_far_away_costs_nothing(read):
    made = openpyxl.Workbook()
    sheet = made.active
    for row in (HEAD, ("SRC-1.1", "?", "yes", "")):
        sheet.append(row)
    sheet["XFD1048576"] = "far"
    target = BytesIO()
    made.save(target)
    assert read(target.getvalue()) == (Entry("SRC-1.1", AnswerValue.YES, ""),)


def test_a_torn_file_is_refused_or_read_never_a_fault_of_ours(read):
    whole = book(("A", [HEAD, ("SRC-1.1", "?", "yes", "n")]))
    chance = random.Random(7)
    refused = 0
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))
        except Problem:
            refused += 1
    assert refused > 60


def test_parts_that_say_nonsense_are_refused(read):
    parts = parts_of(book(("A", [HEAD, ("SRC-1.1", "?", "yes", "n")])))
    for name in parts:
        for nonsense in (b"", b"<a", b"<a/>", b"\xff\xfe", parts[name].replace(b"1", b"-99999")):
            try:
                read(packed({**parts, name: nonsense}))
            except Problem:
                continue
