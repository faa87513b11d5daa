"""An engagement that was put away: evidence is looked at and not changed until it is reopened."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engagements.casework import shelving
from engagements.records import Evidence
from tests.ui.evidence.test_page import item
from ui.evidence.page import REQUESTS


def put_away(page, qtbot):
    page.session.do(shelving.archive)
    qtbot.waitUntil(page.item.title.isReadOnly)


def test_put_away_nothing_is_changed_and_the_reason_is_said(page, qtbot):
    put_away(page, qtbot)
    before = page.session.snapshot.of(Evidence)
    assert not page.item._remove.isEnabled()
    assert not any(one.isEnabled() for one in page.item._grade.buttons().values())
    QGuiApplication.clipboard().setText("log of the night")
    for key, held in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    ):
        with qtbot.waitSignal(page.work.refused) as refused:
            QTest.keyClick(page.register.view, key, held)
        assert refused.args[0].title == "Archived"
    assert not page.session.busy
    assert page.session.snapshot.of(Evidence) == before


def test_what_only_looks_goes_on(page, qtbot):
    put_away(page, qtbot)
    assert page.item._copy.isEnabled()
    assert page.item.findChild(QPushButton, "open-link-0").isEnabled()


def test_reopened_it_is_changed_again(page, qtbot):
    put_away(page, qtbot)
    thaw = page.item.findChild(QPushButton, "thaw-evidence")
    assert thaw.isVisible()
    thaw.setFocus()
    QTest.keyClick(thaw, Qt.Key.Key_Space)
    page.item.title.selectAll()
    QTest.keyClicks(page.item.title, "Reopened")
    QTest.keyClick(page.item.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: item(page).title == "Reopened")


def test_a_request_is_closed_too(page, qtbot):
    put_away(page, qtbot)
    page.show_list(REQUESTS)
    assert page.request.title.isReadOnly()
    assert not page.request._person.isEnabled()
    with qtbot.waitSignal(page.work.refused):
        QTest.keyClick(page._add, Qt.Key.Key_Space)
