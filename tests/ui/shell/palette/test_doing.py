"""What every page can do is found from all of them, and done as its button does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from engagements.records import Interview
from engagements.records.evidence import EvidenceRequest
from engagements.records.people import InterviewState
from tests.ui.shell.palette.test_card import CTRL, ask, line, offered
from tests.ui.windows import at_rest, windowed
from ui.pages import PLACES
from ui.shell.keys import covering


def open_palette(window):
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, CTRL)


def names(window):
    return {one.name for one in window._palette._entries}


def do(window, words, name):
    """Ctrl+K, the words, Enter; what is taken is what was meant."""
    open_palette(window)
    ask(window, words)
    found = [one.name for one in offered(window)]
    assert f"action:{name}" in found, (words, found)
    for _ in range(found.index(f"action:{name}")):
        QTest.keyClick(line(window), Qt.Key.Key_Down)
    QTest.keyClick(line(window), Qt.Key.Key_Return)


def at_home(window, qtbot):
    """Home, with the engagement that is open listed and selected."""
    window.go("home")
    home = window.page("home")
    at_rest(window, qtbot)
    home.entered()
    qtbot.waitUntil(lambda: home.list.row() is not None and bool(home.deeds.acts(home.list.row())))
    return home


def begin(window, qtbot):
    """An interview that is planned is open."""
    window.go("interview")
    qtbot.waitUntil(window.page("interview").is_ready)
    talk = next(
        one for one in window.session.snapshot.of(Interview) if one.state is InterviewState.PLANNED
    )
    window.page("interview").open_interview(talk.id)
    return window.page("interview")


WANTED = {
    "plan an interview": "plan-interview",
    "quick diagnostic": "quick-diagnostic",
    "client-safe": "client-safe",
    "next to reconcile": "next-to-reconcile",
    "hand-written interview": "enter-form",
    "what if": "what-if",
    "add action": "add-action",
    "add evidence": "add-evidence",
    "print list": "print-list",
    "new request": "new-request",
    "another reading": "another-reading",
    "export": "export",
    "issue": "issue",
    "excel workbook": "export-xlsx",
    "put right": "next-check",
    "search history": "find-history",
    "duplicate": "engagement-duplicate",
    "archive": "engagement-archive",
    "delivered": "engagement-deliver",
    "delete": "engagement-delete",
    "new engagement": "new",
    "language": "set-language",
    "text size": "set-text-size",
    "reduce motion": "set-motion",
    "folders": "set-folders",
    "brand kits": "set-kits",
    "back up": "back-up",
}


@pytest.mark.parametrize("page", ["findings", "settings"])
def test_from_any_page_every_action_is_found_by_its_words(window, qtbot, page):
    at_home(window, qtbot)
    window.go(page)
    open_palette(window)
    for words, name in WANTED.items():
        ask(window, words)
        assert f"action:{name}" in [one.name for one in offered(window)], words


def test_every_page_says_what_it_can_do_and_no_two_are_called_alike():
    assert [place.name for place in PLACES if not place.commands()] == []
    called = [one.name for place in PLACES for one in place.commands()]
    assert len(called) == len(set(called))


def test_opening_it_makes_no_page(window, qtbot):
    window.go("findings")
    at_rest(window, qtbot)
    before = set(window.made())
    open_palette(window)
    assert set(window.made()) - before <= {"home"}
    assert {f"action:{one}" for one in ("add-action", "export", "set-language")} <= names(window)


def test_a_page_that_a_sheet_lies_over_does_nothing_beneath_it(window, qtbot):
    window.go("roadmap")
    at_rest(window, qtbot)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: covering(window) is not None)
    open_palette(window)
    assert "action:add-action" not in names(window)
    assert "action:export" in names(window)


def test_an_interview_is_planned_from_another_page(window, qtbot):
    window.go("findings")
    do(window, "plan an interview", "plan-interview")
    page = window.page("interview")
    qtbot.waitUntil(page._is_planning)
    assert window.current is page


def test_no_key_is_shown_that_does_not_work_there(window, qtbot):
    def key():
        open_palette(window)
        found = next(one for one in window._palette._entries if one.name == "action:plan-interview")
        QTest.keyClick(line(window), Qt.Key.Key_Escape)
        return found.key

    page = begin(window, qtbot)
    assert page.asking.isVisible()
    assert key() == ""
    page.close_interview()
    assert key() == "P"


def test_the_next_to_reconcile_is_opened_once_the_map_is_worked_out(window, qtbot):
    window.go("score")
    do(window, "reconcile", "next-to-reconcile")
    page = window.page("findings")
    qtbot.waitUntil(page.drawer.isVisible)
    assert page._detail.criterion == page._map.waiting[0]


def test_what_waits_is_forgotten_by_going_elsewhere(window, qtbot):
    window.go("score")
    do(window, "reconcile", "next-to-reconcile")
    window.go("history")
    at_rest(window, qtbot)
    window.go("findings")
    at_rest(window, qtbot)
    assert not window.page("findings").drawer.isVisible()


def test_what_if_begins_and_is_dropped(window, qtbot):
    window.go("findings")
    do(window, "what if", "what-if")
    page = window.page("score")
    qtbot.waitUntil(lambda: page.mode() != "")
    open_palette(window)
    assert "action:what-if" not in names(window)
    QTest.keyClick(line(window), Qt.Key.Key_Escape)
    do(window, "drop what if", "drop-what-if")
    qtbot.waitUntil(lambda: page.mode() == "")


def test_an_action_is_added_to_the_plan_from_another_page(window, qtbot):
    window.go("findings")
    do(window, "add action", "add-action")
    page = window.page("roadmap")
    qtbot.waitUntil(page.is_ready)
    qtbot.waitUntil(lambda: page.add_sheet.isVisible() or window.message.isVisible())
    assert page.add_sheet.isVisible() == (page.presenter.outline.state == "planned")


def test_evidence_is_asked_for_and_a_request_begun(window, qtbot, monkeypatch):
    asked = []

    def choose(*_about, **_more):
        asked.append("file")
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    window.go("findings")
    do(window, "new request", "new-request")
    before = len(window.session.snapshot.of(EvidenceRequest))
    qtbot.waitUntil(lambda: len(window.session.snapshot.of(EvidenceRequest)) == before + 1)
    do(window, "add evidence", "add-evidence")
    assert asked == ["file"]
    assert window.current.which.current() == "register"


def test_a_running_interview_is_paused_and_finished_from_elsewhere(window, qtbot):
    page = begin(window, qtbot)
    do(window, "start", "start")
    qtbot.waitUntil(lambda: page.presenter.sitting.running)
    window.go("score")
    do(window, "pause", "pause")
    qtbot.waitUntil(lambda: not page.presenter.sitting.running)
    window.go("score")
    do(window, "finish", "finish")
    qtbot.waitUntil(lambda: page.presenter.is_over)
    open_palette(window)
    assert not {"action:finish", "action:pause"} & names(window)


def test_without_an_open_interview_none_is_paused(window, qtbot):
    window.go("findings")
    open_palette(window)
    assert not {"action:pause", "action:finish", "action:change-plan"} & names(window)


def test_the_archive_takes_the_selected_engagement_and_says_which(window, qtbot):
    home = at_home(window, qtbot)
    row = home.list.row()
    window.go("findings")
    open_palette(window)
    ask(window, "archive")
    found = {one.name: one.detail for one in offered(window)}
    assert found["action:engagement-archive"] == row.name
    QTest.keyClick(line(window), Qt.Key.Key_Escape)
    do(window, "delete", "engagement-delete")
    assert window.current is home
    assert home.list.panel.question.has_focus()


@pytest.mark.parametrize(
    ("words", "name", "field"),
    [
        ("reduce motion", "set-motion", lambda page: page.looks.motion),
        ("language", "set-language", lambda page: page.language.choice),
        ("brand kits", "set-kits", lambda page: page.kits.from_folder),
        ("folders", "set-folders", lambda page: page.folders.change),
    ],
)
def test_a_setting_is_led_to_with_the_keys_in_it(window, words, name, field):
    window.go("findings")
    do(window, words, name)
    page = window.page("settings")
    assert window.current is page
    assert field(page).hasFocus()


def test_a_copy_is_made_from_another_page(window, qtbot):
    window.go("findings")
    do(window, "back up", "back-up")
    at_rest(window, qtbot)
    assert list(window.desk.store.backups.rglob("*.plumb"))


def test_a_closed_button_says_why(window, qtbot, monkeypatch):
    window.go("findings")
    page = window.page("findings")
    at_rest(window, qtbot)
    page.next.setEnabled(False)
    page.next.setToolTip("<span>Nothing waits &amp; nobody</span>")
    do(window, "reconcile", "next-to-reconcile")
    assert window.message.isVisible()
    assert "Nothing waits & nobody" in window.message.words()


def test_without_an_engagement_only_what_needs_none_is_offered(desk, qtbot):
    window = windowed(desk, qtbot)
    window.go("home")
    at_rest(window, qtbot)
    open_palette(window)
    of_pages = {
        f"action:{one.name}" for place in PLACES for one in place.commands() if place.needs_case
    }
    assert not of_pages & names(window)
    assert not {"action:back-up", "action:set-units"} & names(window)
    assert {"action:sample", "action:set-language"} <= names(window)


def test_while_the_client_looks_only_the_interviews_own_are_offered(window, qtbot):
    for place in PLACES:
        window.go(place.name)
    at_rest(window, qtbot)
    page = begin(window, qtbot)
    page.turn_safe(on=True)
    open_palette(window)
    of_pages = {f"action:{one.name}" for place in PLACES for one in place.commands()}
    assert of_pages & names(window) == {"action:client-safe", "action:start", "action:finish"}
    QTest.keyClick(line(window), Qt.Key.Key_Escape)
    do(window, "client-safe", "client-safe")
    assert not page.client_safe()
