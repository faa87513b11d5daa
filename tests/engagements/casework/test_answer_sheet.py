"""Answer sheets: what is read, and how every bad row is named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.casework import answer_sheet
from engagements.casework.answer_sheet import Entry
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.problem import Problem

FRAMEWORK = mlops()
YES, NO, NA, UNKNOWN = AnswerValue.YES, AnswerValue.NO, AnswerValue.NA, AnswerValue.UNKNOWN


@pytest.fixture
def read(tmp_path):
    def read_(data, name="sheet.csv"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return answer_sheet.read(path, FRAMEWORK)

    return read_


@pytest.fixture
def refusal(read):
    def refusal_(data, name="sheet.csv"):
        with pytest.raises(Problem) as caught:
            read(data, name)
        return str(caught.value)

    return refusal_


def test_a_sheet_with_commas_is_read(read):
    assert read("criterion,answer,note\nSRC-1.1,yes,shown\nSRC-1.2,no,\n") == (
        Entry("SRC-1.1", YES, "shown"),
        Entry("SRC-1.2", NO, ""),
    )


def test_a_sheet_from_a_spreadsheet_is_read(read):
    data = b"\xef\xbb\xbf" + b"Criterion;ANSWER;Note;\r\nsrc-1.1;Yes;a, b;\r\n;;;\r\n"
    assert read(data) == (Entry("SRC-1.1", YES, "a, b"),)


def test_a_note_may_hold_lines_and_separators(read):
    assert read('criterion,answer,note\nSRC-1.1,yes,"one\ntwo, ""three"""\nSRC-1.3,no,x\n') == (
        Entry("SRC-1.1", YES, 'one\ntwo, "three"'),
        Entry("SRC-1.3", NO, "x"),
    )


def test_columns_may_stand_in_any_order_and_the_note_may_lack(read):
    assert read("answer,criterion\ndon't know,SRC-1.1\nunknown,SRC-1.3\n") == (
        Entry("SRC-1.1", UNKNOWN, ""),
        Entry("SRC-1.3", UNKNOWN, ""),
    )


def test_na_takes_its_reason_from_the_note(read, refusal):
    assert read("criterion,answer,note\nREL-3.2,n/a,batch only\n") == (
        Entry("REL-3.2", NA, "batch only"),
    )
    assert "line 2: n/a needs its reason" in refusal("criterion,answer,note\nREL-3.2,n/a, \n")


def test_every_bad_row_is_named_by_its_line(refusal):
    said = refusal(
        'criterion,answer,note\nSRC-1.1,yes,"two\nlines"\nSRC-1.1,no,\nXXX-1,yes,\n'
        "SRC-1.3,maybe,\nSRC-1.2,n/a,why\n,yes,\nREG-1.1,,\n"
    )
    assert "6 of 7 rows" in said
    for words in (
        "line 4: SRC-1.1 stands twice (first in line 2)",
        'line 5: unknown criterion "XXX-1"',
        'line 6: unknown answer "maybe"',
        "line 7: SRC-1.2 is a key criterion",
        "line 8: no criterion",
        "line 9: no answer",
    ):
        assert words in said
    assert said.endswith("Nothing was imported.")


def test_more_than_twenty_bad_rows_are_counted(refusal):
    said = refusal("criterion,answer\n" + "".join(f"X-{n},yes\n" for n in range(25)))
    assert "line 21: " in said
    assert "line 22: " not in said
    assert "and 5 more" in said


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "It is empty"),
        ("criterion,answer\n", "No answers in it"),
        ("criterion,note\nSRC-1.1,x\n", "The column answer is missing"),
        ("criterion,answer,answer\n", "twice"),
        ("criterion,answer,notes\n", 'The column "notes" in line 1 is not known'),
        ("criterion,answer\nSRC-1.1,yes,left over\n", "Line 2 has more fields"),
        (b"criterion,answer\nSRC-1.1,y\xffs\n", "Line 2 is not UTF-8"),
        ('criterion,answer\nSRC-1.1,"yes\n', "is not CSV"),
        ('criterion,answer\nSRC-1.1,"yes"x\n', "Line 2 is not CSV"),
        ("criterion,answer,note\nSRC-1.1,yes," + "x" * 200_000, "Line 2 is not CSV"),
    ],
)
def test_a_broken_sheet_is_refused(refusal, data, words):
    assert words in refusal(data)


@pytest.mark.parametrize("name", ["answers.ods", "answers.xls", "answers.csv"])
@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_workbook_that_is_not_xlsx_is_told_what_to_become(refusal, name, start):
    told = refusal(start + b"\xff\x00" * 20, name)
    assert told.startswith(f"{name}: It is no CSV, and its name does not end in .xlsx.")
    assert "Save it as .xlsx. Nothing was imported." in told


def test_sizes_are_limited(refusal, monkeypatch):
    monkeypatch.setattr(answer_sheet, "MAX_BYTES", 10)
    assert "larger than" in refusal("criterion,answer\nSRC-1.1,yes\n")
    monkeypatch.undo()
    monkeypatch.setattr(answer_sheet, "MAX_ROWS", 1)
    assert "2 rows, more than 1" in refusal("criterion,answer\nSRC-1.1,yes\nSRC-1.3,yes\n")


def test_a_missing_sheet_is_named(tmp_path):
    with pytest.raises(Problem, match=r"gone\.csv"):
        answer_sheet.read(tmp_path / "gone.csv", FRAMEWORK)


@pytest.mark.parametrize(
    "document",
    [
        [
            {"criterion": "SRC-1.1", "answer": "yes", "note": "a"},
            {"criterion": "SRC-1.3", "answer": "no"},
        ],
        {"answers": {"SRC-1.1": {"answer": "yes", "note": "a"}, "SRC-1.3": "no"}},
    ],
)
def test_json_is_read_as_a_list_or_by_criterion(read, document):
    found = read(json.dumps(document), "sheet.json")
    assert found == (Entry("SRC-1.1", YES, "a"), Entry("SRC-1.3", NO, ""))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[", "Line 1 is not JSON"),
        ("{}", "neither a list of answers"),
        ("3", "neither a list of answers"),
        ('{"answers": {}, "evidence": {}}', "neither a list of answers"),
        ("[]", "No answers in it"),
        ("[1]", "line 1 (entry 1) is not an object"),
        ('[{"criterion": "SRC-1.1", "answer": 1}]', "answer of line 1 (entry 1) is not text"),
        ('[{"criterion": "SRC-1.1", "answer": "yes", "x": ""}]', 'unknown key "x"'),
        ('{"answers": {"SRC-1.1": ["yes", "no"]}}', "answer of SRC-1.1 is not text"),
        ('{"answers": {"SRC-1.1": "yes", "SRC-1.1": "no"}}', "stands twice"),
        ('[{"criterion": "SRC-1.1", "answer": "oui"}]', 'line 1 (entry 1): unknown answer "oui"'),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5_000, "too long"),
    ],
)
def test_broken_json_is_refused(refusal, text, words):
    assert words in refusal(text, "sheet.json")


def test_an_entry_of_a_list_is_named_by_its_line(refusal):
    said = refusal(
        '[\n {"criterion": "SRC-1.1", "answer": "yes"},\n {"criterion":\n"SRC-1.3", '
        '"answer": "oui"}, {"criterion": "X", "answer": "no"}\n]',
        "sheet.json",
    )
    assert 'line 3 (entry 2): unknown answer "oui"' in said
    assert 'line 4 (entry 3): unknown criterion "X"' in said


def attempt(path):
    """The sentence a sheet is refused with; None when it is read."""
    try:
        assert answer_sheet.read(path, FRAMEWORK)
    except Problem as problem:
        return str(problem)
    return None


@given(st.binary(), st.sampled_from(["sheet.csv", "sheet.json"]))
def test_whatever_bytes_come_are_entries_or_refused(tmp_path_factory, data, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    said = attempt(path)
    assert said is None or said.startswith(name)


@given(st.text())
def test_any_csv_text_is_entries_or_refused(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "sheet.csv"
    path.write_bytes(b"criterion,answer,note\n" + text.encode("utf-8", "surrogatepass"))
    said = attempt(path)
    assert said is None or said.startswith("sheet.csv")
