"""The right pane of Report on its own."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from report_templates.preflight.model import Check, Place
from tests.ui.keyboard import round_trip
from ui.report.outcome import Outcome


def checks(count):
    """So many checks that lead somewhere."""
    return tuple(Check("fix", f"Check {n}", "", Place("interview")) for n in range(count))


@pytest.fixture
def framed(qtbot):
    """A window, and in it the pane between two other things that take keys."""
    window = QWidget()
    qtbot.addWidget(window)
    outcome = Outcome()
    column = QVBoxLayout(window)
    for one in (QPushButton("before"), outcome, QPushButton("after")):
        column.addWidget(one)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window, outcome


def test_what_is_on_screen_is_no_garbage(framed):
    _, pane = framed
    pane.show_checks(checks(3))
    area = pane.checks.parentWidget().parentWidget()
    assert area.viewport().isVisible()  # as the ring of the focus asks
    del area
    gc.collect()
    assert isValid(pane.checks)
    pane.resize(500, 900)


def test_tab_comes_to_the_ways_before_what_stands_below_them(framed):
    window, pane = framed
    for count in (3, 1, 0, 2):
        pane.show_checks(checks(count))
        QApplication.processEvents()  # the layout shows what came
        pane.wordings.setFocus(Qt.FocusReason.TabFocusReason)
        way = [one.objectName() for one in round_trip(window)]
        assert way[-count - 1 :] == ["", *(f"check-{n}" for n in range(count))]
        assert way[1] == "comments"
