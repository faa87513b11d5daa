"""The comment sheet: typed cells, nothing computed, and what comes back is what was written."""

from io import BytesIO

import openpyxl
import pytest

from engagements.casework import comment_book, comments
from engagements.casework.comment_book import HEADS, STATE_WORDS
from engagements.casework.workbooks import compared
from engagements.records import Person
from engagements.records.commenting import STATES, Comment
from report_templates.beside import comments as sheets
from report_templates.brand import BrandKit
from report_templates.content import comments as content
from report_templates.words import languages, words
from tests.report_templates import cases

KIT = BrandKit.bundled()
FIRST = 4
"""Row of the first comment."""


def remark(number, text="Wrong year", **more):
    return Comment(id=f"c{number}", number=number, version="1.0", text=text, **more)


def snapshot(*more):
    return cases.snapshot(*cases.frame(), *more)


def built(known, language=None):
    return sheets.build(content.of(known, cases.ISSUED, language), KIT)


def opened(data):
    return openpyxl.load_workbook(BytesIO(data))


def saved(book):
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def read(data):
    return comment_book.rows(data, "")


@pytest.mark.parametrize("language", languages())
def test_the_reader_knows_the_words_of_every_language(language):
    say = words(language)
    heads = [compared(say(f"beside.comments.{name}")) for name in content.HEADS]
    assert all(head in HEADS[name] for name, head in zip(content.HEADS, heads, strict=True))
    assert {STATE_WORDS[say(f"beside.comments.{code}")] for code in STATES} == set(STATES)


@pytest.mark.parametrize("language", languages())
def test_what_was_not_touched_comes_back_as_it_was(language):
    known = snapshot(
        remark(1, page=3, section="Summary", reader="Sponsor", state="accepted", response="Yes"),
        remark(2, "=1+1\nand more", reader="+Data owner", state="declined"),
        remark(3, "Karin Vold said so"),
        Person(id="p", name="Karin Vold", role="MLE"),
    )
    found = comments.compare(known, read(built(known, language)))
    assert (found.new, found.changed, found.same, found.left_out) == ((), (), 3, ())


def test_cells_are_typed_and_nothing_is_a_formula():
    known = snapshot(remark(1, "=1+1", page=12))
    sheet = opened(built(known)).worksheets[1]
    assert (sheet["A4"].value, sheet["B4"].value, sheet["E4"].value) == (1, 12, "'=1+1")
    assert {one.data_type for row in sheet.iter_rows() for one in row} <= {"n", "s"}
    assert sheet["B20"].number_format == "0"
    assert [one.protection.locked for one in sheet[5][:8]] == [True, *(False,) * 6, True]
    lists = [one.formula1 for one in sheet.data_validations.dataValidation]
    assert lists == ["1", '"open,accepted,declined,done"']


def test_no_name_goes_out():
    known = snapshot(remark(1, "Ask Karin Vold"), Person(id="p", name="Karin Vold", role="MLE"))
    assert "Ask ML engineer" in str([one.value for one in opened(built(known)).worksheets[1][4]])


def test_new_and_changed_rows_are_told_from_the_same():
    known = snapshot(remark(1), remark(2, response="We will", page=4))
    book = opened(built(known))
    sheet = book.worksheets[1]
    sheet["E4"], sheet["G5"] = "Wrong year, see annex", "done"
    sheet["B6"], sheet["D6"], sheet["E6"] = 9, "Head of IT", "A new one"
    sheet["D8"] = "Sponsor"
    found = comments.compare(known, read(saved(book)))
    assert [(one.number, one.text, one.state) for one in found.changed] == [
        (1, "Wrong year, see annex", "open"),
        (2, "Wrong year", "done"),
    ]
    (new,) = found.new
    assert (new.page, new.reader, new.text, new.version) == (9, "Head of IT", "A new one", "1.2")
    assert found.words == "1 new, 2 changed, 1 row left out (row 8: no comment text)."


def test_what_was_answered_meanwhile_is_not_overwritten():
    before = snapshot(remark(1))
    book = opened(built(before))
    book.worksheets[1]["E4"] = "Wrong year twice"
    now = snapshot(remark(1, response="Put right", state="done"))
    (changed,) = comments.compare(now, read(saved(book))).changed
    assert (changed.text, changed.response, changed.state) == (
        "Wrong year twice",
        "Put right",
        "done",
    )


def test_the_same_sheet_is_the_same_file():
    known = snapshot(remark(1))
    assert built(known) == built(known)
