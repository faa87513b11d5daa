"""What is typed on the Evidence page is a draft at once, and is there again after a crash."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engagements.casework import evidence, interviewing, shelving
from engagements.problem import Problem
from engagements.records import Evidence, EvidenceRequest
from tests.ui.crash import drafts_of, opened_again, wait_for_draft
from tests.ui.evidence.conftest import PLACES
from tests.ui.evidence.test_page import item
from ui.evidence.page import REQUESTS

FIELDS = {
    "title": lambda page: page.item.title,
    "description": lambda page: page.item._description,
    "criterion": lambda page: page.item.links.add,
}
ASKED = {
    "title": lambda page: page.request.title,
    "due": lambda page: page.request._due,
    "criterion": lambda page: page.request._add,
}


def typed(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def text(field):
    return field.text() if hasattr(field, "text") else field.toPlainText()


@pytest.fixture
def asked(page, qtbot):
    """The page on a new request."""
    page.show_list(REQUESTS)
    page.add()
    qtbot.waitUntil(lambda: page.requests.view.current() == page.request._request.id)
    qtbot.waitUntil(lambda: not page.session.busy and page.request.title.hasSelectedText())
    return page


@pytest.mark.parametrize("name", FIELDS)
def test_after_a_crash_the_words_are_in_the_field(page, desk, tmp_path, qtbot, name):
    second = page.register.view.lines.key(2)
    page.register.view.choose(second)
    before = item(page)
    typed(FIELDS[name](page), "# half-typed wo")
    wait_for_draft(page.session, qtbot, f"evidence/{second}/{name}")
    assert item(page) == before
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        assert again.register.view.current() == second
        assert text(FIELDS[name](again)) == "# half-typed wo"
        assert again.item._recovered.isVisible()
        assert again.item._recovered.whole().startswith("Recovered ")


def test_leaving_the_recovered_field_keeps_it(page, desk, tmp_path, qtbot):
    key = page.register.view.current()
    typed(page.item._description, "seen by both")
    wait_for_draft(page.session, qtbot, f"evidence/{key}/description")
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        again.item._description.setFocus()
        QTest.keyClick(again.item._description, Qt.Key.Key_Tab)
        session = again.session
        qtbot.waitUntil(lambda: session.snapshot.get(Evidence, key).description == "seen by both")
        qtbot.waitUntil(again.item._recovered.isHidden)
        assert not drafts_of(session, qtbot)


def test_kept_words_leave_no_draft(page, qtbot):
    typed(page.item.title, "Rebuild by the deputy")
    wait_for_draft(page.session, qtbot, f"evidence/{page.register.view.current()}/title")
    QTest.keyClick(page.item.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: item(page).title == "Rebuild by the deputy")
    assert not drafts_of(page.session, qtbot)
    assert page.item.title.text() == "Rebuild by the deputy"


def test_esc_gives_up_what_was_typed(page, qtbot):
    before = item(page)
    typed(page.item.title, "not this")
    wait_for_draft(page.session, qtbot, f"evidence/{before.id}/title")
    QTest.keyClick(page.item.title, Qt.Key.Key_Escape)
    assert page.item.title.text() == before.title
    assert not drafts_of(page.session, qtbot)
    page.left()
    qtbot.waitUntil(lambda: not page.session.busy)
    assert item(page) == before


def test_a_grade_chosen_while_typing_keeps_the_words_too(page, qtbot):
    before = item(page)
    typed(page.item.title, "Seen twice")
    other = "4" if before.grade != 4 else "3"
    page.item._grade.buttons()[other].click()
    qtbot.waitUntil(lambda: item(page).grade == int(other))
    assert item(page).title == "Seen twice"
    assert not drafts_of(page.session, qtbot)


def test_an_emptied_title_comes_back(page, qtbot):
    before = item(page)
    page.item.title.setFocus()
    page.item.title.selectAll()
    QTest.keyClick(page.item.title, Qt.Key.Key_Delete)
    QTest.keyClick(page.item.title, Qt.Key.Key_Tab)
    assert page.item.title.text() == before.title
    qtbot.waitUntil(lambda: not page.session.busy)
    assert item(page) == before


@pytest.mark.parametrize("name", ASKED)
def test_a_request_is_recovered_too(asked, desk, tmp_path, qtbot, name):
    key = asked.requests.view.current()
    typed(ASKED[name](asked), "# the log of")
    wait_for_draft(asked.session, qtbot, f"evidence/{key}/{name}")
    with opened_again(desk, PLACES, asked.session, tmp_path / "copy.plumb", qtbot) as again:
        assert again.requests.view.current() == key
        assert text(ASKED[name](again)) == "# the log of"
        assert again.request._recovered.isVisible()


def test_a_day_nobody_can_read_stays_typed_beside_a_kept_title(asked, qtbot):
    key = asked.requests.view.current()
    typed(asked.request._due, "soon")
    typed(asked.request.title, "Rebuild log")
    QTest.keyClick(asked.request.title, Qt.Key.Key_Return)
    kept = lambda: asked.session.snapshot.get(EvidenceRequest, key)  # noqa: E731
    qtbot.waitUntil(lambda: kept().title == "Rebuild log")
    wait_for_draft(asked.session, qtbot, f"evidence/{key}/due")
    assert len(drafts_of(asked.session, qtbot)) == 1
    assert asked.request._due.text() == "soon"
    assert "1.12.2026" in asked.request._due_field.said()
    asked.request._due.setFocus()
    QTest.keyClick(asked.request._due, Qt.Key.Key_Escape)
    assert asked.request._due.text() == ""
    assert not drafts_of(asked.session, qtbot)


def test_a_due_day_is_shown_as_the_language_writes_it(asked, qtbot):
    key = asked.requests.view.current()
    typed(asked.request._due, "2026-12-01")
    QTest.keyClick(asked.request._due, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.session.snapshot.get(EvidenceRequest, key).due is not None)
    qtbot.waitUntil(lambda: asked.request._due.text() == "1 Dec 2026")
    assert not drafts_of(asked.session, qtbot)


def test_words_that_cannot_be_kept_stay_in_the_field_and_as_a_draft(page, monkeypatch, qtbot):
    key, real = page.register.view.current(), evidence.save

    def refuse(*_arguments, **_named):
        raise Problem("There is no space left.", "Free some space.")

    monkeypatch.setattr(evidence, "save", refuse)
    typed(page.item.title, "precious")
    with qtbot.waitSignal(page.work.refused):
        QTest.keyClick(page.item.title, Qt.Key.Key_Return)
    assert page.item.title.text() == "precious"
    wait_for_draft(page.session, qtbot, f"evidence/{key}/title")
    monkeypatch.setattr(evidence, "save", real)
    QTest.keyClick(page.item.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: item(page).title == "precious")
    assert not drafts_of(page.session, qtbot)


def test_rows_of_another_kind_are_left_alone(page, desk, tmp_path, qtbot):
    rows = {"evidence/nobody/title": "no json", "evidence/x": "{}", "note/a/b": "[1]"}
    for key, text in rows.items():
        page.session.do(interviewing.keep_draft, key, text)
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        assert again.item._recovered.isHidden()
        assert again.item.title.text() == item(again).title
        assert drafts_of(again.session, qtbot) == rows


def test_put_away_a_draft_waits_until_it_is_reopened(page, desk, tmp_path, qtbot):
    before = item(page)
    typed(page.item.title, "half-ty")
    wait_for_draft(page.session, qtbot, f"evidence/{before.id}/title")
    page.session.do(shelving.archive)
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        assert again.item.title.text() == before.title
        again.left()
        qtbot.waitUntil(lambda: not again.session.busy)
        assert item(again) == before
        again.item.findChild(QPushButton, "thaw-evidence").click()
        assert again.item.title.text() == "half-ty"
