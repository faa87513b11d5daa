"""Engagement details: from every page, by key, crumb and Home; one change, undone as one."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework.case import Case
from engagements.records.client import Status
from tests.ui.windows import windowed
from ui.home.page import HomePage
from ui.page import Page
from ui.pages import Place
from ui.parts.agreement import AgreementSheet
from ui.shell.palette.entries import entries

PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", HomePage, needs_case=False),
    Place("score", "Score", "score", "Ctrl+Shift+S", Page),
    Place("report", "Report", "report", "Ctrl+Shift+P", Page),
]


@pytest.fixture
def window(desk, opened, qtbot):
    one = windowed(desk, qtbot, PLACES)
    one.go("score")
    return one


def sheet(window):
    found = window.current.findChildren(AgreementSheet)
    return next((one for one in found if one.isVisible()), None)


def by_palette(window):
    next(one for one in entries(window, lambda *_: None) if one.name == "action:details").act()
    return sheet(window)


def test_what_was_agreed_is_changed_in_one_go_and_undone_in_one(window, opened, qtbot):
    before = opened.snapshot
    form = by_palette(window)
    assert QApplication.focusWidget() is form.client
    QTest.keyClicks(form.client, "Halden Group")
    form.target.choose("4")
    form.ends.setText("18 Dec 2026")
    form.units[0].setText("Pricing")
    form.units[-1].setText("Berths")
    with qtbot.waitSignal(opened.changed):
        QTest.keyClick(form.client, Qt.Key.Key_Return)
    after = opened.snapshot
    assert (after.client.name, after.engagement.target) == ("Halden Group", 4)
    assert after.engagement.ends == date(2026, 12, 18)
    names = [one.name for one in after.scope_units]
    assert (names[0], names[-1]) == ("Pricing", "Berths")
    assert after.scope_units[0].id == before.scope_units[0].id
    qtbot.waitUntil(lambda: sheet(window) is None)
    qtbot.waitUntil(lambda: "a change of the engagement" in window._undo[1])
    with qtbot.waitSignal(opened.changed):
        window.undoing.undo()
    assert opened.snapshot.client == before.client
    assert opened.snapshot.engagement == before.engagement
    assert opened.snapshot.scope_units == before.scope_units


def test_what_cannot_be_taken_is_said_and_changes_nothing(window, opened, qtbot):
    before = opened.snapshot
    form = by_palette(window)
    form.ends.setText("soon")
    form.submit()
    assert QApplication.focusWidget() is form.ends
    form.ends.setText("1 Jan 2001")
    form.starts.setText("2 Jan 2001")
    form.submit()
    qtbot.waitUntil(form._problem.isVisible)
    assert form._problem.text().startswith("The engagement ends before it starts.")
    form.client.clear()
    form.submit()
    qtbot.waitUntil(lambda: "no client" in form._problem.text())
    assert opened.snapshot is before


def test_the_crumb_leads_there_and_no_second_sheet_comes(window):
    window.top._way.show_crumb(("Halden Freight", "Score"))
    QTest.mouseClick(window.top._way, Qt.MouseButton.LeftButton)
    form = sheet(window)
    assert form is not None
    window.show_details()
    assert len(window.current.findChildren(AgreementSheet)) == 1
    QTest.keyClick(form.client, Qt.Key.Key_Escape)
    assert sheet(window) is None


def test_a_delivered_engagement_is_reopened_first(window, opened, qtbot):
    with qtbot.waitSignal(opened.changed):
        opened.do(Case.update_engagement, status=Status.DELIVERED)
    form = by_palette(window)
    assert form.client.isReadOnly()
    assert not form.accept.isEnabled()
    form.submit()
    form.findChild(type(form.accept), "thaw-agreement").click()
    assert not form.client.isReadOnly()
    assert form.accept.isEnabled()


def test_home_shows_the_details_of_the_selected_engagement(desk, make_file, qtbot):
    path = make_file("Alba")
    window = windowed(desk, qtbot, PLACES)
    page = window.page("home")
    with qtbot.waitSignal(page.presenter.listed):
        window.go("home")
    qtbot.waitUntil(lambda: page.list.row() is not None and page.made("deeds"))
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: sheet(window) is not None)
    assert window.session.path == path
    assert window.is_on("home")
    assert sheet(window).client.text() == "Alba"


def test_the_kit_is_chosen_on_report(window):
    form = by_palette(window)
    form.findChild(type(form.accept), "agreement-kit").click()
    assert window.is_on("report")
