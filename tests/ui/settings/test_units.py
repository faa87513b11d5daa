"""Scope units are named, renamed and added to while an engagement is open."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import scoping
from engagements.problem import Problem
from engagements.records.client import Status

CTRL = Qt.KeyboardModifier.ControlModifier


def names(page):
    return [one.name for one in page.session.snapshot.scope_units]


def typed(edit, words, key=Qt.Key.Key_Tab):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)
    QTest.keyClick(QApplication.focusWidget(), key)


def test_a_unit_is_renamed_and_taken_back(page, qtbot):
    (before,) = names(page)
    first = page.units._edits[0]
    assert first.text() == before
    typed(first, "Pricing  models")
    qtbot.waitUntil(lambda: names(page) == ["Pricing models"])
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: names(page) == [before])
    assert first.text() == before


def test_another_unit_is_added_by_enter_and_named_once(page, qtbot):
    first = "Pricing"
    typed(page.units._edits[0], first)
    typed(page.units.fresh, "Arrival times", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page) == [first, "Arrival times"])
    qtbot.waitUntil(lambda: [one.text() for one in page.units._edits] == names(page))
    assert page.units.fresh.text() == ""
    typed(page.units.fresh, "Arrival times", Qt.Key.Key_Return)
    assert "already" in page.window().message.words()
    page.window().message.dismiss()
    typed(page.units._edits[1], first)
    assert "already" in page.window().message.words()
    assert page.units._edits[1].text() == "Arrival times"
    typed(page.units._edits[1], " ")
    assert page.units._edits[1].text() == "Arrival times"
    assert names(page) == [first, "Arrival times"]


def test_one_name_is_typed_while_another_is_kept(page, qtbot):
    typed(page.units.fresh, "Arrival times", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.units._edits) == 2)
    first, second = page.units._edits
    typed(first, "Pricing")
    assert second.hasFocus()
    QTest.keyClicks(second, "Arr")
    qtbot.waitUntil(lambda: names(page)[0] == "Pricing")
    assert second.text() == "Arr"


def test_a_name_that_is_being_typed_is_kept_when_the_page_is_left(page, qtbot):
    edit = page.units._edits[0]
    edit.setFocus()
    edit.setText("Pricing")
    page.left()
    qtbot.waitUntil(lambda: names(page) == ["Pricing"])


def test_what_is_closed_says_why_and_takes_no_name(page, qtbot):
    page.session.do(lambda case: case.update_engagement(status=Status.ARCHIVED))
    qtbot.waitUntil(lambda: not page.units.fresh.isEnabled())
    assert not page.units._edits[0].isEnabled()
    assert page.units._remark.text() == "Archived"


def test_without_an_engagement_there_are_none(page, qtbot):
    assert page.units.isVisible()
    with qtbot.waitSignal(page.session.case_changed):
        page.session.close()
    page.window().go("settings")
    assert page.units.isHidden()


def test_what_is_typed_after_enter_stays(page, qtbot):
    first = page.units._edits[0]
    typed(first, "North", Qt.Key.Key_Return)
    QTest.keyClicks(first, " Sea")
    qtbot.waitUntil(lambda: names(page) == ["North"])
    assert first.text() == "North Sea"
    QTest.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page) == ["North Sea"])


def test_a_field_that_is_typed_in_stays_while_another_unit_comes(page, qtbot):
    first = page.units._edits[0]
    typed(page.units.fresh, "Second", Qt.Key.Key_Return)
    first.setFocus()
    first.selectAll()
    QTest.keyClicks(first, "Renamed")
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    assert first.text() == "Renamed"
    assert page.units.fresh.text() == ""


def test_a_name_that_could_not_be_kept_stays_to_be_kept_again(page, qtbot, monkeypatch):
    real = scoping.save_unit

    def refuse(*_given):
        raise Problem("There is no space left.", "Free some space.")

    monkeypatch.setattr(scoping, "save_unit", refuse)
    first = page.units._edits[0]
    typed(first, "A long name", Qt.Key.Key_Return)
    typed(page.units.fresh, "Another long name", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.session.busy)
    assert first.text() == "A long name"
    assert page.units.fresh.text() == "Another long name"
    monkeypatch.setattr(scoping, "save_unit", real)
    page.units.fresh.setFocus()
    QTest.keyClick(page.units.fresh, Qt.Key.Key_Return)
    typed(first, "A long name", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page) == ["A long name", "Another long name"])


def test_enter_twice_adds_one_unit(page, qtbot):
    typed(page.units.fresh, "Same", Qt.Key.Key_Return)
    QTest.keyClick(page.units.fresh, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.session.busy)
    assert names(page).count("Same") == 1
