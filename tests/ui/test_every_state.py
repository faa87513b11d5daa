"""The rules of the keyboard with something open: every drawer, sheet, form and card."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from engagements import language
from tests.ui.keyboard import (
    before_in_layout,
    called,
    cover,
    doubled,
    focusable,
    represented,
    round_trip,
    unnamed,
)
from tests.ui.opening import STATES
from ui import jobs
from ui.main_window import MainWindow

SOMETIMES = ("section-page-", "best-next", "check-")
"""Beginnings of names of what comes a moment later, or is found by words of the report's PDF."""


@pytest.fixture
def opens(desk, opened, qtbot):
    """Opens a window in a state and returns it."""
    windows = []

    def start(state):
        one = MainWindow(desk)
        windows.append(one)
        qtbot.addWidget(one, before_close_func=ended)
        one.resize(1440, 900)
        one.show()
        qtbot.waitExposed(one)
        one.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is one)
        page, seen, steps = STATES[state]
        one.go(page)
        rest()
        for step in steps:
            step(one, rest)
            rest()
        assert any(part.isVisible() for part in one.findChildren(QWidget, seen)), "it is not open"
        return one

    def rest():
        def done():
            return not jobs.pending() and not opened.busy

        for _ in range(2):
            qtbot.waitUntil(done)
            QApplication.processEvents()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def ended(window):
        window.page("home").end()
        window._closing = True

    yield start
    language.speak("en")


@pytest.mark.parametrize("state", STATES)
def test_everything_has_a_name_of_its_own(state, opens):
    window = opens(state)
    assert unnamed(window) == []
    assert doubled(window) == []


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_everything_once_in_the_order_of_the_layout(state, opens):
    window = opens(state)
    scope = cover(window)
    way = round_trip(scope)
    assert [
        one.objectName() or type(one).__name__
        for one in focusable(scope)
        if one.isEnabled() and represented(one) not in way
    ] == []
    inside = window.current if scope is window else scope
    turned = [
        (one.objectName(), other.objectName())
        for one, other in pairwise(way)
        if inside.isAncestorOf(one) and inside.isAncestorOf(other)
        if not before_in_layout(one, other)
    ]
    # A cover is begun in its middle and keeps Tab: once it goes back from its end to its beginning.
    assert len(turned) <= (scope is not window), turned


@pytest.mark.parametrize("state", STATES)
def test_names_are_the_same_in_german(state, opens):
    names = []
    for code in ("en", "de"):
        language.speak(code)
        window = opens(state)
        names.append({one for one in called(window) if not one.startswith(SOMETIMES)})
        for child in window.findChildren(QWidget):
            child.clearFocus()
        window.hide()
    english, german = names
    assert english == german
