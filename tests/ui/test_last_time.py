"""An engagement that assesses again says what was the answer last time, unless a client looks."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import reassessing
from engagements.file.actions import Action
from engagements.records import Interview
from tests.ui.windows import windowed
from ui import jobs
from ui.parts.last_time import LastTimeRow

CODE = "SRC-1.2"


@pytest.fixture
def again(desk, opened, qtbot):
    """The real window on an engagement that knows an earlier assessment."""
    done = []
    opened.do(_kept, on_done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    return windowed(desk, qtbot)


def _kept(case):
    with case.edit(Action.ENGAGEMENT_CHANGED) as edit:
        edit.revise(reassessing.previous_of(case.snapshot))
    return edit.done()


def said(page):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rows = [one for one in page.findChildren(LastTimeRow) if one.isVisible()]
    return [one.accessibleName() for one in rows if one.accessibleName()]


def test_the_question_says_it_and_client_safe_hides_it(again, qtbot):
    again.go("interview")
    page = again.page("interview")
    talk = next(one for one in again.session.snapshot.of(Interview) if CODE in one.agenda)
    page.presenter.open(talk.id, CODE)
    qtbot.waitUntil(lambda: bool(said(page)))
    assert "What has changed since?" in said(page)[0]
    QTest.keyClick(again, Qt.Key.Key_F9)
    qtbot.waitUntil(page.client_safe)
    QApplication.processEvents()
    assert not [one for one in page.findChildren(LastTimeRow) if one.accessibleName()]


def test_the_drawer_says_it(again, qtbot):
    again.go("findings")
    page = again.page("findings")
    qtbot.waitUntil(lambda: not jobs.pending() and not again.session.busy)
    page.open(CODE)
    qtbot.waitUntil(lambda: bool(said(page)))
    assert "What has changed since?" in said(page)[0]


def test_a_first_assessment_says_nothing(desk, opened, qtbot):
    window = windowed(desk, qtbot)
    window.go("findings")
    page = window.page("findings")
    qtbot.waitUntil(lambda: not jobs.pending() and not opened.busy)
    page.open(CODE)
    QApplication.processEvents()
    assert said(page) == []
