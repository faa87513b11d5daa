"""Comments in the window: written, answered, out as a sheet, in again, and undone as one."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from engagements.casework import comments, history
from engagements.records.commenting import by_number
from report_templates.preflight.model import Place

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(page):
    """The sheet of comments, opened by its key."""
    QTest.keyClick(page.view, K.Key_M, CTRL)
    one = page.going.reviewing.comments
    assert one.isVisible()
    return one


@pytest.fixture
def two(opened, qtbot):
    """Two comments, the first on page 2."""
    for text, number in (("Wrong year", 2), ("Too long", None)):
        with qtbot.waitSignal(opened.changed):
            opened.do(comments.add, text, page=number, version="0.9")


def kept(opened):
    return [(one.number, one.text, one.response, one.state) for one in by_number(opened.snapshot)]


def test_a_comment_by_word_of_mouth(page, sheet, opened, qtbot):
    assert QApplication.focusWidget() is sheet.new
    page.turn_to(1)
    sheet.new.click()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.text)
    QTest.keyClicks(sheet.text, "Which year?")
    QTest.keyClick(sheet.text, K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: kept(opened) == [(1, "Which year?", "", "open")])
    assert QApplication.focusWidget() is sheet.list
    assert (by_number(opened.snapshot)[0].page, sheet.count.text()) == (2, "1 comment, 1 open")


def test_ctrl_n_in_the_sheet_is_a_new_comment(page, sheet, opened, qtbot):
    QTest.keyClick(QApplication.focusWidget(), K.Key_N, CTRL)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.text)
    assert (page.window().is_on("report"), kept(opened)[0][1]) == (True, "New comment")


@pytest.mark.parametrize("key", [K.Key_N, K.Key_O])
def test_a_sheet_is_not_left_for_home(page, key, monkeypatch):
    asked, window = [], page.window()
    monkeypatch.setattr(window, "at_home", asked.append)
    QTest.keyClick(page.view, K.Key_R, CTRL)
    assert page.going.reviewing.wordings.isVisible()
    QTest.keyClick(QApplication.focusWidget(), key, CTRL)
    assert (asked, window.is_on("report")) == ([], True)
    page.going.reviewing.wordings.dismiss()
    QTest.keyClick(page.view, key, CTRL)
    assert asked == ["new" if key == K.Key_N else "choose"]


def test_a_response_is_kept_with_the_state(two, page, sheet, opened, qtbot):
    assert page.hints()[0].keys == ("Enter",)
    QTest.keyClick(sheet.list, K.Key_Return)
    assert QApplication.focusWidget() is sheet.response
    QTest.keyClicks(sheet.response, "Put right")
    sheet.state.choose("done")
    sheet.state.picked.emit("done")
    qtbot.waitUntil(lambda: kept(opened)[0] == (1, "Wrong year", "Put right", "done"))
    qtbot.waitUntil(lambda: opened.case.drafts() == {})
    assert sheet.count.text() == "2 comments, 1 open"


def test_a_page_that_is_none_is_said_at_the_field(two, sheet, opened, qtbot):
    sheet.page.setFocus()
    sheet.page.selectAll()
    QTest.keyClicks(sheet.page, "two")
    sheet.list.setFocus()
    qtbot.waitUntil(lambda: "as a number" in sheet._page_field.said())
    assert by_number(opened.snapshot)[0].page == 2
    sheet.page.setFocus()
    sheet.page.selectAll()
    QTest.keyClicks(sheet.page, "3")
    sheet.list.setFocus()
    qtbot.waitUntil(lambda: by_number(opened.snapshot)[0].page == 3)


def test_the_page_is_shown(two, page, sheet):
    sheet.look.click()
    assert sheet.isHidden()
    assert "PgUp" in page.hints()[0].keys
    assert page._number.text() == "2"
    assert QApplication.focusWidget() is page.view


def test_a_check_leads_to_those_that_are_open(two, page, opened, qtbot):
    first = by_number(opened.snapshot)[0]
    with qtbot.waitSignal(opened.changed):
        opened.do(comments.save, first.model_copy(update={"state": "done"}))
    page.going.go(Place("report", "comments"))
    sheet = page.going.reviewing.comments
    assert sheet.list.lines.rowCount() == 1
    assert sheet.text.toPlainText() == "Too long"


def test_a_round_out_and_back_is_one_step(two, sheet, opened, qtbot, tmp_path, monkeypatch):
    out = tmp_path / "out.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    sheet.send.click()
    qtbot.waitUntil(lambda: "out.xlsx" in sheet._note.text())
    book = openpyxl.load_workbook(out)
    rows = book.worksheets[1]
    rows["E4"], rows["E6"], rows["D7"] = "Wrong year twice", "A third one", "Sponsor"
    book.save(tmp_path / "back.xlsx")
    back = str(tmp_path / "back.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (back, ""))
    sheet.take.click()
    said = "back.xlsx: 1 new, 1 changed, 1 as it was, 1 row left out (row 7: no comment text)."
    qtbot.waitUntil(lambda: sheet._note.text() == said)
    assert [text for _, text, *_ in kept(opened)] == ["Wrong year twice", "Too long", "A third one"]
    with qtbot.waitSignal(opened.changed):
        opened.do(history.undo)
    assert [text for _, text, *_ in kept(opened)] == ["Wrong year", "Too long"]


def test_a_foreign_sheet_is_refused_in_words(sheet, page, opened, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    sheet.take.click()
    message = page.window().message
    qtbot.waitUntil(lambda: "no comment sheet that Plumbline wrote" in message.words())
    assert kept(opened) == []


def test_a_comment_is_taken_out_by_a_key(two, sheet, opened, qtbot):
    QTest.keyClick(sheet.list, K.Key_Delete)
    qtbot.waitUntil(lambda: kept(opened) == [(2, "Too long", "", "open")])
