"""One window is closed, another one opened: it is where the first one was."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.records import Interview
from tests.ui.windows import windowed
from ui import jobs
from ui.home.cells import ClientCell
from ui.score.reasons import ReasonRow
from ui.session import Session
from ui.shell.restoring import KEY


@pytest.fixture
def again(desk, qtbot):
    """Start the program again: a window on a session of its own, with the same settings."""
    windows = []

    def start(meanwhile=lambda _window: None):
        """``meanwhile`` is what its user does before the last place is gone back to."""
        desk.whereabouts.end()
        fresh = replace(desk, session=Session())
        one = windowed(fresh, qtbot)
        one.go("home")
        meanwhile(one)
        one.restoring.go_back()
        windows.append(one)
        return one

    yield start
    for one in windows:
        one.page("home").end()
        if one.session.case is not None:
            with qtbot.waitSignal(one.session.case_changed):
                one.session.close()


def end(window, qtbot):
    window.restoring.keep()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def opened_at(window, page, qtbot):
    qtbot.waitUntil(lambda: window.session.case is not None and window.is_on(page))
    qtbot.waitUntil(lambda: not jobs.pending() and not window.session.busy)
    return window.page(page)


def test_the_same_reason_has_the_focus_on_score(window, again, qtbot):
    window.restoring.watch()
    window.go("score")
    page = window.page("score")
    qtbot.waitUntil(lambda: len(page._rows()) > 2)
    page._rows()[2].setFocus()
    wanted = page._rows()[2].criterion
    end(window, qtbot)
    after = opened_at(again(), "score", qtbot)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ReasonRow))
    qtbot.waitUntil(lambda: QApplication.focusWidget().criterion == wanted)
    assert after.session.path == window.desk.engagements / "Halden Freight.plumb"


def test_the_same_question_is_asked(window, again, qtbot):
    window.restoring.watch()
    window.go("interview")
    talk = window.session.snapshot.of(Interview)[0]
    window.page("interview").presenter.open(talk.id, talk.agenda[3])
    end(window, qtbot)
    page = opened_at(again(), "interview", qtbot)
    qtbot.waitUntil(lambda: page.presenter.criterion is not None)
    assert page.presenter.criterion.id == talk.agenda[3]


def test_after_a_client_safe_interview_no_other_client_is_listed(
    window, again, make_file, qtbot, monkeypatch
):
    make_file("Northwind Bank")
    window.restoring.watch()
    window.go("interview")
    page = window.page("interview")
    talk = window.session.snapshot.of(Interview)[-1]
    page.presenter.open(talk.id, talk.agenda[0])
    page.turn_safe(on=True)
    end(window, qtbot)
    painted = []
    paint = ClientCell.paint
    monkeypatch.setattr(ClientCell, "paint", lambda *given: (painted.append(1), paint(*given))[1])
    after = again()
    opened = opened_at(after, "interview", qtbot)
    qtbot.waitUntil(opened.client_safe)
    assert painted == []
    opened.turn_safe(on=False)
    after.go("home")
    qtbot.waitUntil(lambda: bool(painted))


def test_history_takes_its_filter_up_again(window, again, qtbot):
    window.restoring.watch()
    window.go("history")
    window.page("history").criterion.setText("SRC-1.1")
    end(window, qtbot)
    page = opened_at(again(), "history", qtbot)
    qtbot.waitUntil(lambda: page.criterion.text() == "SRC-1.1")


def test_home_is_where_one_is_when_nothing_was_open(desk, again, make_file, qtbot):
    make_file("Alba")
    make_file("Zarya")
    first = again()
    home = first.page("home")
    qtbot.waitUntil(lambda: bool(home._has_any) and home.list.model.rowCount() == 2)
    home.list.sort.choose("client")
    home.search.edit.setText("zar")
    qtbot.waitUntil(lambda: home.list.model.rowCount() == 1)
    end(first, qtbot)
    second = again()
    home = second.page("home")
    qtbot.waitUntil(lambda: bool(home._has_any) and home.list.model.rowCount() == 1)
    assert home.search.edit.text() == "zar"
    assert second.session.case is None


@pytest.fixture
def remembered(desk, make_file):
    """Two engagements; that ``zar`` was searched for last time, and one was selected or open."""
    paths = [make_file("Alba"), make_file("Zarya")]

    def keep(*, was_open):
        place = json.dumps(["zar", "", "client", str(paths[1])])
        path, page = (str(paths[1]), "score") if was_open else ("", "home")
        desk.whereabouts.put(KEY, json.dumps([path, page, {"home": place}]))

    return keep


@pytest.mark.parametrize("was_open", [False, True])
def test_what_is_typed_at_the_start_stands(remembered, again, was_open, qtbot):
    remembered(was_open=was_open)

    def search(one):
        edit = one.page("home").search.edit
        qtbot.waitUntil(edit.isVisible)
        QTest.keyClicks(edit, "alb")

    home = again(search).page("home")
    qtbot.waitUntil(lambda: not jobs.pending() and home.presenter._seen)
    assert (home.search.edit.text(), home.session.case) == ("alb", None)
    assert [one.name for one in home.list.model._rows] == ["Alba"]


def test_a_row_gone_to_at_the_start_stays_selected(remembered, again, qtbot):
    remembered(was_open=True)

    def go_down(one):
        home = one.page("home")
        qtbot.waitUntil(lambda: bool(home._has_any))
        QTest.keyClick(home.list.view, Qt.Key.Key_Home)

    home = again(go_down).page("home")
    qtbot.waitUntil(lambda: not jobs.pending() and home.presenter._seen)
    assert (home.list.row().name, home.session.case) == ("Alba", None)


def test_a_file_that_is_gone_leads_home(desk, again):
    desk.whereabouts.put(KEY, json.dumps([str(desk.engagements / "gone.plumb"), "score", {}]))
    one = again()
    assert one.is_on("home")
    assert one.message.words() == ""


@pytest.mark.parametrize("kept", ["", "x", "[]", '["a", "score"]', "[1, 2, 3]", '["", "x", {}]'])
def test_what_cannot_be_read_leads_home(desk, again, kept):
    desk.whereabouts.put(KEY, kept)
    assert again().is_on("home")


def test_nothing_is_written_before_the_last_place_was_gone_back_to(window, desk):
    window.go("score")
    window.restoring.keep()
    assert desk.whereabouts.get(KEY) == ""
