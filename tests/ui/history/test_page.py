"""The History page in the real window."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from engagements.casework import interviewing
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Note, Person
from ui.history import presenter as presenting
from ui.history import reading

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_H, CTRL | SHIFT)
    one = window.page("history")
    qtbot.waitUntil(lambda: one.presenter.whole)
    return one


def change(page, qtbot, number=0, value=None):
    """Change an answer of the sample; returns it as it was and as it is."""
    before = page.session.snapshot.of(Answer)[number]
    other = AnswerValue.NO if before.value is not AnswerValue.NO else AnswerValue.YES
    after = before.model_copy(update={"value": value or other, "reason": "because"})
    with qtbot.waitSignal(page.presenter.changed):
        page.session.do(interviewing.record_answer, after)
    return before, after


def words(page):
    return [deed.words for deed in page.presenter.deeds()]


def button(page, start):
    found = [
        one for one in page.detail.findChildren(QPushButton) if one.objectName().startswith(start)
    ]
    return next(one for one in found if one.isVisible())


def test_a_change_stands_on_top_with_both_values(page, qtbot):
    before, after = change(page, qtbot)
    labels = {one.code: one.label for one in page.session.snapshot.framework.answers}
    top = page.model.rows[1]
    assert f"“{labels[before.value]}” became “{labels[after.value]}”" in top.words
    assert top.words.startswith(before.criterion)
    assert top.author == "tester"


def test_an_older_value_is_restored_by_keys(page, qtbot):
    before, _ = change(page, qtbot)
    page.view.point(1)
    page.view.setFocus()
    qtbot.waitUntil(lambda: page.detail.first() is not None)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "take-back"
    page.window().focusNextChild()
    assert QApplication.focusWidget() is button(page, "restore-before")
    with qtbot.waitSignal(page.presenter.changed):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.session.snapshot.get(Answer, before.id) == before
    assert page.model.rows[1].words.startswith("Restored. ")
    assert QApplication.focusWidget() is page.view
    assert not [
        one
        for one in page.detail.findChildren(QPushButton)
        if one.objectName().startswith("restore-after") and one.isVisible()
    ]


def test_an_action_of_an_earlier_opening_is_taken_back(page, qtbot, sample_file):
    before, after = change(page, qtbot)
    session = page.session
    with qtbot.waitSignal(session.case_changed):
        session.close()
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(sample_file, author="later"), sample_file)
    page.window().go("history")
    qtbot.waitUntil(lambda: page.presenter.whole and page.view.deed() is not None)
    assert session.snapshot.get(Answer, before.id) == after
    qtbot.waitUntil(lambda: page.detail.first() is not None)
    with qtbot.waitSignal(page.presenter.changed):
        QTest.mouseClick(button(page, "take-back"), Qt.MouseButton.LeftButton)
    assert session.snapshot.get(Answer, before.id) == before
    assert page.model.rows[1].author == "later"


def test_a_refusal_is_said_and_changes_nothing(page, qtbot):
    change(page, qtbot)
    change(page, qtbot, value=AnswerValue.PARTLY)
    snapshot = page.session.snapshot
    page.view.point(2)
    qtbot.waitUntil(lambda: page.detail.first() is not None)
    with qtbot.waitSignal(page.said):
        QTest.mouseClick(button(page, "take-back"), Qt.MouseButton.LeftButton)
    assert "changed again since" in page.window().message.words()
    assert page.session.snapshot is snapshot


def test_nothing_runs_on_after_a_fault(page, qtbot, monkeypatch):
    def fails(*_args, **_kwargs):
        raise Problem("The disk is gone.", "Put it back.")

    monkeypatch.setattr(presenting, "read", fails)
    page.presenter.case_opened()
    qtbot.waitUntil(lambda: "The disk is gone" in page.window().message.words())
    assert not page._line.running


def test_filters_meet(page, qtbot):
    first, _ = change(page, qtbot, 0)
    others = page.session.snapshot.of(Answer)
    number = next(n for n, one in enumerate(others) if one.criterion != first.criterion)
    second, _ = change(page, qtbot, number)
    everything = len(page.presenter.deeds())
    page.criterion.setText(first.criterion)
    assert second.criterion not in words(page)[0]
    assert first.criterion in words(page)[0]
    page.kind.choose("notes")
    page.kind.picked.emit("notes")
    assert all("note" in deed.kinds for deed in page.presenter.deeds())
    page.search.edit.setText("zzzz")
    assert page.presenter.deeds() == []
    assert page._stack.currentIndex() == 1
    QTest.mouseClick(page._clear, Qt.MouseButton.LeftButton)
    assert len(page.presenter.deeds()) == everything
    assert page.view.hasFocus()


def test_one_persons_share(page, qtbot):
    before, _ = change(page, qtbot, 0)
    page.show_person(before.voice)
    assert page.who.current() == f"person:{before.voice}"
    assert all(before.voice in deed.people for deed in page.presenter.deeds())
    other = next(
        one
        for one in page.session.snapshot.of(Person)
        if one.id not in page.presenter.deeds()[0].people
    )
    page.show_person(other.id)
    assert all(other.id in deed.people for deed in page.presenter.deeds())
    assert "tester" not in [deed.author for deed in page.presenter.deeds()]


def test_an_author_is_chosen_by_hand(page, qtbot):
    change(page, qtbot)
    key = "author:tester"
    page.who.choose(key)
    page.who.picked.emit(key)
    assert [deed.author for deed in page.presenter.deeds()] == ["tester"]


def test_what_was_erased_says_so(page, qtbot):
    note = page.session.snapshot.of(Note)[0]
    secret = note.model_copy(update={"text": "a secret nobody may read"})
    with qtbot.waitSignal(page.presenter.changed):
        page.session.do(interviewing.keep_note, secret)
    revision = page.model.rows[1].revisions[-1].id

    def erase(case):
        case.file.erase([revision], reason="asked for by the client")

    done = []
    page.session.do(erase, on_done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    page.case_opened()
    qtbot.waitUntil(lambda: page.presenter.whole)
    assert words(page)[0] == "Content was erased: asked for by the client"
    assert "erased" in words(page)[1]
    assert not any("secret" in deed.sought for deed in page.presenter.deeds())


def test_chunks_come_one_after_the_other(page, qtbot, monkeypatch):
    for number in range(4):
        change(page, qtbot, number)
    expected = words(page)
    monkeypatch.setattr(presenting, "read", lambda case, at: reading.read(case, at, 2))
    page.case_opened()
    qtbot.waitUntil(lambda: page.presenter.whole)
    assert words(page) == expected


def test_the_place_is_found_again(page, qtbot):
    change(page, qtbot)
    change(page, qtbot, 1)
    page.view.point(2)
    page.criterion.setText(page.session.snapshot.of(Answer)[0].criterion)
    kept, deed = page.place(), page.view.deed()
    page.clear()
    page.view.point(1)
    page.take_place(kept)
    assert page.place() == kept
    assert page.view.deed() == deed
    for broken in ("", "x", json.dumps([1, 2])):
        page.take_place(broken)


def test_nothing_is_brought_back_in_a_file_that_is_only_read(page, qtbot):
    change(page, qtbot)
    page.session.case.file.read_only = True
    page._show_deed()
    assert not [one for one in page.detail.findChildren(QPushButton) if one.isVisible()]
    page.session.case.file.read_only = False
