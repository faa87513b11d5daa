"""Client-safe mode with every page visited: nothing hidden is anywhere, by any key."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engagements.library import Row
from engagements.problem import Problem
from engagements.records import Answer, Finding, Interview, Judgement, Person
from tests.ui.interview.conftest import CTRL, Hand
from tests.ui.interview.test_client_safe import F9, gone, spoken, tree
from tests.ui.windows import windowed
from ui import jobs
from ui.pages import PLACES
from ui.widgets.chips import KeyCap

NO_KEY = Qt.KeyboardModifier.NoModifier
OTHER = "Northwind Bank"


@pytest.fixture
def whole(desk, opened, make_file, qtbot):
    """Every page visited, the palette and the key map used, another client's file in the list."""
    make_file(OTHER)
    one = windowed(desk, qtbot)
    for place in PLACES:
        one.go(place.name)
        qtbot.waitUntil(lambda: not jobs.pending() and not opened.busy)
    hand = Hand(one, opened, qtbot)
    one.go("interview")
    found = next(i for i in hand.records(Interview) if i.title == "Executive sponsor")
    hand.page.open_interview(found.id)
    hand.settled()
    for key in ("Ctrl+K", "F1"):
        press(one, key)
        qtbot.waitUntil(lambda: not jobs.pending())
        press(one, "Esc")
    return hand


def press(window, keys):
    combined = QKeySequence(keys)[0]
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, combined.key(), combined.keyboardModifiers())


def secrets(hand):
    """Words of other people, of judging and of another client."""
    here = hand.page.presenter.interview
    framework = hand.session.snapshot.framework
    mine = [one for one in hand.records(Person) if one.id in here.people]
    said = [one.title for one in hand.records(Person) if one not in mine]
    said += [one.name for one in hand.records(Person) if one not in mine]
    said += [one.reason for one in hand.records(Answer) if one.interview != here.id]
    said += [one.reason for one in hand.records(Judgement)]
    said += [one.text for one in hand.records(Finding)]
    said += [f"{one.number}, {one.name}" for one in framework.levels]
    said += [OTHER, "Overall level", "answers differ", "needed for level"]
    return {one for one in said if len(one) > 5 and all(one not in of for of in owned(mine))}


def owned(people):
    return [word for one in people for word in (one.name, one.title)]


def found(hand):
    """What of the secrets is in the window, its accessible tree or another shown window."""
    gone()
    words = tree(hand.window) + spoken(hand.window)
    for other in QApplication.topLevelWidgets():
        if other is not hand.window and other.isVisible():
            words += "\n".join(
                [*_texts(other), *(t for w in other.findChildren(QWidget) for t in _texts(w))]
            )
    return sorted(one for one in secrets(hand) if one in words)


def _texts(widget):
    return [str(widget.property(name) or "") for name in ("text", "plainText", "windowTitle")]


def test_something_is_there_to_be_hidden(whole):
    whole.window.go("findings")
    whole.qtbot.waitUntil(lambda: not jobs.pending())
    assert OTHER in found(whole)
    assert len(found(whole)) > 10


def test_with_every_page_visited_nothing_is_left(whole):
    whole.press(F9)
    assert found(whole) == []


def test_no_key_of_the_window_or_the_page_brings_anything_back(whole):
    keys = {one.key().toString() for one in whole.window.findChildren(QShortcut)}
    keys |= {
        f"{held}{key}" for held in ("", "Ctrl+", "Alt+", "Ctrl+Shift+") for key in "HKFSRMEPI,"
    }
    keys |= {f"F{n}" for n in range(1, 13)} | {"Ctrl+N", "Ctrl+O", "Ctrl+Shift+C", "Alt+Home"}
    whole.press(F9)
    for key in sorted(keys - {"F9", "Ctrl+Q", "", "F11"}):
        press(whole.window, key)
        whole.settled()
        assert whole.page.client_safe(), key
        assert whole.window.current is whole.page, key
        assert found(whole) == [], key
        for _ in range(2):
            press(whole.window, "Esc")
        if not whole.page._is_asking():
            pytest.fail(f"{key} left the interview")


def test_a_palette_that_is_open_goes_with_what_it_found(whole):
    press(whole.window, "Ctrl+K")
    QTest.keyClicks(QApplication.focusWidget(), "north")
    whole.qtbot.waitUntil(lambda: not jobs.pending())
    assert OTHER in tree(whole.window)
    whole.page.turn_safe(on=True)
    assert found(whole) == []
    press(whole.window, "Ctrl+K")
    for word in ("north", "level", "data", "find"):
        QApplication.focusWidget().setText(word)
        assert found(whole) == [], word


def test_engagements_that_come_late_stay_out(whole, monkeypatch):
    asked = []
    monkeypatch.setattr(whole.window, "ask_engagements", asked.append)
    press(whole.window, "Ctrl+K")
    whole.page.turn_safe(on=True)
    press(whole.window, "Ctrl+K")
    asked[0]([Row(path=f"/x/{OTHER}.plumb", client=OTHER)])
    QApplication.focusWidget().setText("north")
    assert found(whole) == []


def test_a_key_map_of_before_goes(whole):
    press(whole.window, "F1")
    whole.page.turn_safe(on=True)
    gone()
    keys = whole.window.findChild(QWidget, "key-map")
    assert keys.isHidden()
    assert not keys.findChildren(KeyCap)


def test_what_another_page_says_meanwhile_is_kept_until_the_end(whole):
    whole.press(F9)
    for name in ("report", "home", "history"):
        whole.window.page(name).said.emit(Problem(f"{OTHER} is done.", OTHER))
        assert found(whole) == []
    whole.press(F9)
    assert OTHER in whole.window.message.words()


def test_a_message_with_a_button_is_forgotten_whole(whole):
    whole.window.message.show_problem(
        Problem(OTHER, OTHER), action=f"Open {OTHER}", act=list, stays=True
    )
    whole.press(F9)
    assert found(whole) == []


def test_a_fault_is_said_without_a_report(whole):
    whole.press(F9)
    whole.window.say_fault(f"Report of {OTHER}")
    assert found(whole) == []
    action = whole.window.findChild(QWidget, "message-action")
    assert not action.isVisible()


def test_a_report_of_a_fault_that_is_open_goes(whole):
    whole.window.say_fault(f"Report of {OTHER}")
    whole.window._show_report(f"Report of {OTHER}")
    whole.page.turn_safe(on=True)
    assert found(whole) == []


def test_a_file_dropped_or_named_by_a_second_start_is_not_opened(whole, desk):
    path = desk.engagements / f"{OTHER}.plumb"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    whole.press(F9)
    drop = QDropEvent(
        QPoint(700, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEY
    )
    QApplication.sendEvent(whole.window, drop)
    whole.window.open_file(path)
    assert whole.session.path != path
    assert found(whole) == []


def test_undo_names_nothing_of_elsewhere(whole):
    whole.press(F9)
    for _ in range(3):
        whole.press(Qt.Key.Key_Z, CTRL)
        whole.settled()
        assert found(whole) == []
