"""Sentences are rewritten by keys: a draft at once, kept when left, undone, and measured."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import issuing
from engagements.records import ReportSettings, Wording
from report_templates.preflight.model import Place

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(page, qtbot):
    """The sheet of sentences, opened by its key, at the first action title."""
    QTest.keyClick(page.view, K.Key_R, CTRL)
    one = page.going.reviewing.wordings
    qtbot.waitUntil(lambda: one.list.choose("summary.title"))
    return one


def own(opened):
    return {one.slot: one.text for one in opened.snapshot.of(Wording)}


def rewrite(sheet, words):
    """Enter in the list, words in place of those that stand there, Enter again."""
    QTest.keyClick(sheet.list, K.Key_Return)
    assert QApplication.focusWidget() is sheet.text
    sheet.text.selectAll()
    QTest.keyClicks(sheet.text, words)
    QTest.keyClick(sheet.text, K.Key_Return)


def state(sheet, slot):
    lines = sheet.list.lines
    return lines.index(lines.line_of(slot), 1).data()


def test_a_sentence_is_rewritten_and_given_back(page, sheet, opened, qtbot):
    assert "Halden Freight works at" in sheet.text.toPlainText()
    assert not sheet.back.isEnabled()
    rewrite(sheet, "Two weeks lead to Level 1")
    qtbot.waitUntil(lambda: own(opened) == {"summary.title": "Two weeks lead to Level 1"})
    assert QApplication.focusWidget() is sheet.list
    qtbot.waitUntil(lambda: state(sheet, "summary.title") == "rewritten")
    assert sheet.back.isEnabled()
    assert not sheet.right.isEnabled()
    sheet.back.click()
    qtbot.waitUntil(lambda: not own(opened))
    qtbot.waitUntil(lambda: "works at" in sheet.text.toPlainText())
    assert opened.case.drafts() == {}


def test_what_was_not_changed_is_not_kept(sheet, opened):
    QTest.keyClick(sheet.list, K.Key_Return)
    QTest.keyClick(sheet.text, K.Key_Return)
    rewrite(sheet, sheet.work.sentences.all[2].generated)
    QTest.keyClick(sheet.list, K.Key_Escape)
    assert sheet.isHidden()
    assert own(opened) == {}


def test_typing_is_a_draft_and_leaving_keeps_it(sheet, opened, qtbot):
    QTest.keyClick(sheet.list, K.Key_Return)
    sheet.text.selectAll()
    QTest.keyClicks(sheet.text, "Half")
    qtbot.waitUntil(lambda: "wording/summary.title@en/text" in opened.case.drafts())
    sheet.list.choose("glance.title")
    qtbot.waitUntil(lambda: own(opened) == {"summary.title": "Half"})
    qtbot.waitUntil(lambda: opened.case.drafts() == {})


def test_facts_that_changed_are_told_and_read_again(page, sheet, opened, qtbot):
    rewrite(sheet, "Two weeks lead to Level 1")
    qtbot.waitUntil(lambda: bool(own(opened)))
    sheet.dismiss()
    opened.do(lambda case: case.update_client(name="Norrvik"))
    page.going.go(Place("report", "wordings"))
    qtbot.waitUntil(lambda: state(sheet, "summary.title") == "facts changed")
    assert sheet.list.lines.rowCount() == 1
    assert "Norrvik works at" in sheet._generated.text()
    sheet.right.click()
    qtbot.waitUntil(lambda: sheet.list.lines.rowCount() == 0)
    assert own(opened) == {"summary.title": "Two weeks lead to Level 1"}


def test_a_title_is_measured_while_it_is_typed(sheet, qtbot):
    for times, said in ((3, "Fits two lines"), (14, "printed smaller"), (30, "is cut off")):
        sheet.text.setPlainText("wide words " * times)
        qtbot.waitUntil(lambda said=said: said in sheet._fit.text())


def test_the_words_are_those_of_the_reports_language(sheet, page, opened, qtbot):
    with qtbot.waitSignal(opened.changed):
        opened.do(issuing.save_settings, ReportSettings(language="de"))
    qtbot.waitUntil(lambda: sheet.work.sentences.language == "de")
    qtbot.waitUntil(lambda: sheet.list.choose("summary.title"))
    rewrite(sheet, "Kurz")
    qtbot.waitUntil(lambda: [one.language for one in opened.snapshot.of(Wording)] == ["de"])
