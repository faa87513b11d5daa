"""Issuing from the window: asked, kept, written, listed; nothing is called issued too early."""

import hashlib
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from engagements.assessment.consolidate import assess_case
from engagements.casework import interviewing, judging
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, IssuedVersion, standing
from engagements.records.client import Status
from report_templates.preflight.model import Place
from tests.ui.windows import windowed
from ui import locale
from ui.page import Page
from ui.pages import Place as PagePlace
from ui.parts.agreement import AgreementSheet
from ui.report.page import ReportPage
from ui.widgets.labels import TextBlock

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk, opened, qtbot):
    places = [
        PagePlace("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
        PagePlace("findings", "Findings", "findings", "Alt+3", Page),
        PagePlace("roadmap", "Roadmap", "roadmap", "Alt+5", Page),
        PagePlace("report", "Report", "report", "Ctrl+Shift+P", ReportPage),
    ]
    return windowed(desk, qtbot, places)


@pytest.fixture
def page(window, qtbot):
    window.go("report")
    one = window.page("report")
    qtbot.waitUntil(one.view.has_picture)
    one.view.setFocus()
    return one


@pytest.fixture
def ready(page, opened, qtbot):
    """The page of an engagement against whose report nothing stands."""
    for unit in opened.snapshot.scope_units:
        for criterion in assess_case(opened.snapshot).disagreements:
            with qtbot.waitSignal(opened.changed):
                opened.do(
                    judging.judge,
                    criterion,
                    AnswerValue.NO,
                    reason="The log says so",
                    scope_unit=unit.id,
                )
    qtbot.waitUntil(lambda: page.presenter._job is None and not page.outcome.checks.count("fix"))
    return page


def versions(session):
    return session.snapshot.of(IssuedVersion)


def issued(page, monkeypatch, target, qtbot):
    """Issue by key, through the sheet and the dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_I, CTRL)
    assert page.going.sheet.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_version_is_kept_then_written_and_the_engagement_is_delivered(
    ready, opened, bench, tmp_path, monkeypatch, qtbot
):
    target = tmp_path / "out.pdf"
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, target, qtbot)
    (kept,) = versions(opened)
    assert hashlib.sha256(target.read_bytes()).hexdigest() == kept.pdf.sha256
    assert (kept.version, kept.pages, kept.profile) == ("1.0", 3, "full")
    assert [content.draft for content, _ in bench.built].count(False) == 1  # all others show drafts
    assert standing.status(opened.snapshot) is Status.DELIVERED
    row = ready.outcome.versions.list.lines.cell(ready.outcome.versions.list.lines.index(0, 1))
    assert row.under.startswith(f"{kept.pdf.sha256[:8]}, ")


def test_a_number_goes_out_once(ready, window, opened, tmp_path, monkeypatch, qtbot):
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, tmp_path / "out.pdf", qtbot)
    with qtbot.waitSignal(opened.changed):
        ready.presenter.change_settings(version="1.0")
    ready.view.setFocus()
    QTest.keyClick(ready.view, Qt.Key.Key_I, CTRL)
    assert "Version 1.0 was already issued" in window.message.words()
    assert not ready.going.sheet.isVisible()
    assert len(versions(opened)) == 1


def test_the_number_counts_on_once_it_is_issued(ready, opened, tmp_path, monkeypatch, qtbot):
    ready.choices.version.setFocus()
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, tmp_path / "out.pdf", qtbot)
    assert ready.choices.version.text() == "1.1"
    assert ready.presenter.settings.version == "1.1"
    ready.choices.version.setFocus()
    ready.choices.version.selectAll()
    QTest.keyClicks(ready.choices.version, "2.0")
    ready.presenter.changed()
    assert ready.choices.version.text() == "2.0"


def test_the_list_says_that_answers_have_changed_since(ready, opened, tmp_path, monkeypatch, qtbot):
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, tmp_path / "out.pdf", qtbot)
    said = ready.findChild(QWidget, "version-outdated")
    qtbot.waitUntil(lambda: not ready.going.issuing._looking)
    assert said.isHidden()
    answer = opened.snapshot.of(Answer)[0]
    other = AnswerValue.NO if answer.value is not AnswerValue.NO else AnswerValue.YES
    with qtbot.waitSignal(opened.changed):
        changed = answer.model_copy(update={"value": other})
        opened.do(interviewing.record_answer, changed)
    qtbot.waitUntil(said.isVisible)
    day = locale.day(date.today())
    assert said.text() == (f"Answers have changed since version 1.0 was issued on {day}. 1 answer.")
    ready.going.ask()
    said = [one.text() for one in ready.going.sheet.findChildren(TextBlock)]
    assert any(one.startswith("Since the last version: 1 answer.") for one in said)


def test_delivering_and_reopening_are_acts_that_can_be_undone(
    ready, window, opened, tmp_path, monkeypatch, qtbot
):
    button = ready.outcome.versions.deliver
    assert button.isHidden()
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, tmp_path / "out.pdf", qtbot)
    assert button.text() == "Reopen"
    with qtbot.waitSignal(opened.changed):
        button.click()
    assert standing.status(opened.snapshot) is Status.DRAFT
    assert button.text() == "Mark as delivered"
    qtbot.waitUntil(lambda: window._undo[1] == "reopening the engagement")
    with qtbot.waitSignal(opened.changed):
        button.click()
    assert standing.status(opened.snapshot) is Status.DELIVERED
    qtbot.waitUntil(lambda: window._undo[1] == "delivering the engagement")
    with qtbot.waitSignal(opened.changed):
        window.undoing.undo()
    assert standing.status(opened.snapshot) is Status.DRAFT


def test_what_must_be_fixed_stands_against_it_but_not_against_a_draft(
    page, window, opened, tmp_path, monkeypatch, qtbot
):
    assert page.outcome.checks.count("fix")
    QTest.keyClick(page.view, Qt.Key.Key_I, CTRL)
    assert "must be put right before version 1.0 goes out" in window.message.words()
    assert not page.going.sheet.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_I, CTRL)
    assert QApplication.focusWidget() is page.outcome.checks.ways()[0]
    assert not versions(opened)
    target = tmp_path / "draft.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    with qtbot.waitSignal(page.presenter.exported):
        page.export()
    assert target.exists()


def test_f8_goes_on_after_the_last_one_was_gone_to(page, window):
    ways = page.outcome.checks.ways()
    QTest.keyClick(page.view, Qt.Key.Key_F8)
    assert QApplication.focusWidget() is ways[0]
    QTest.keyClick(ways[0], Qt.Key.Key_Return)
    window.go("report")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F8)
    assert QApplication.focusWidget() is ways[1]


def test_what_was_put_right_is_followed_by_the_next(page):
    checks = page.outcome.checks
    checks.next()
    checks.next()
    first, second, third = checks._titles[:3]
    page.view.setFocus()
    checks.show_checks(tuple(one for one in checks.shown if one.title != second))
    checks.next()
    assert checks._titles[:2] == [first, third]
    assert QApplication.focusWidget() is checks.ways()[1]


def test_until_it_is_committed_nothing_is_issued(
    ready, window, opened, bench, tmp_path, monkeypatch, qtbot
):
    target = tmp_path / "out.pdf"
    bench.fail = ("The section does not fit.", "Shorten its text.")
    issued(ready, monkeypatch, target, qtbot)
    qtbot.waitUntil(lambda: "does not fit" in window.message.words())
    assert not versions(opened)
    assert not target.exists()
    assert ready.outcome.final.isEnabled()


def test_a_version_whose_file_cannot_be_written_is_issued_and_can_be_saved_again(
    ready, window, opened, tmp_path, monkeypatch, qtbot
):
    issued(ready, monkeypatch, tmp_path / "missing" / "out.pdf", qtbot)
    qtbot.waitUntil(lambda: "Version 1.0 is issued and kept here" in window.message.words())
    (kept,) = versions(opened)
    target = tmp_path / "again.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    with qtbot.waitSignal(ready.going.issuing.saved):
        QTest.mouseClick(ready.outcome.versions.save, Qt.MouseButton.LeftButton)
    assert hashlib.sha256(target.read_bytes()).hexdigest() == kept.pdf.sha256


def test_a_version_is_shown_as_it_went_out_and_back(ready, opened, tmp_path, monkeypatch, qtbot):
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, tmp_path / "out.pdf", qtbot)
    qtbot.waitUntil(lambda: ready.presenter._job is None and not ready.presenter._calm.isActive())
    show = ready.outcome.versions.show_
    with qtbot.waitSignal(ready.going.issuing.shown):
        show.click()
    assert ready.presenter.past.pdf == (tmp_path / "out.pdf").read_bytes()
    assert ready._said.text() == "Version 1.0 as it was issued"
    assert show.text() == "Back"
    show.click()
    assert ready.presenter.past is None
    assert show.text() == "Show"


def test_what_changed_since_the_last_one_is_said(ready, opened, tmp_path, monkeypatch, qtbot):
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, tmp_path / "a.pdf", qtbot)
    assert not ready.outcome.versions.changes.isEnabled()
    with qtbot.waitSignal(opened.changed):
        ready.presenter.change_settings(version="1.1", left_out=("evidence",))
    qtbot.waitUntil(lambda: ready.presenter._job is None and not ready.outcome.checks.count("fix"))
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, tmp_path / "b.pdf", qtbot)
    ready.outcome.versions.list.selectRow(0)
    with qtbot.waitSignal(ready.going.issuing.told) as told:
        ready.outcome.versions.changes.click()
    assert told.args[0] == "Version 1.1 after 1.0"
    assert "No longer in it: Evidence register." in told.args[1]


def test_a_file_is_held_against_the_list(ready, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "out.pdf"
    with qtbot.waitSignal(ready.going.issuing.issued):
        issued(ready, monkeypatch, target, qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(target), ""))
    with qtbot.waitSignal(ready.going.issuing.told) as told:
        ready.outcome.versions.check.click()
    day = date.today().isoformat()
    assert f"out.pdf is version 1.0, issued {day}, byte for byte." in told.args[1]
    target.write_bytes(target.read_bytes() + b"%")
    with qtbot.waitSignal(ready.going.issuing.told) as told:
        ready.outcome.versions.check.click()
    assert "out.pdf is none of the versions issued" in told.args[1]


def test_f8_walks_what_is_to_be_put_right_and_enter_leads_there(page, qtbot):
    asked = []
    page.asks_judgement.connect(lambda criterion, _unit: asked.append(criterion))
    QTest.keyClick(page.view, Qt.Key.Key_F8)
    first = QApplication.focusWidget()
    assert first.accessibleName().startswith("Go to: ")
    for _ in page.outcome.checks._ways:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked == [page.outcome.checks.shown[0].place.key]


def test_f8_says_nothing_is_left_only_once_everything_was_looked_over(ready, window):
    checks, shown = ready.outcome.checks, ready.outcome.checks.shown
    checks.show_checks(())
    QTest.keyClick(ready.view, Qt.Key.Key_F8)
    assert "still being looked over" in window.message.words()
    checks.show_checks(tuple(one for one in shown if one.grade == "passed"))
    QTest.keyClick(ready.view, Qt.Key.Key_F8)
    assert "Nothing is left to put right" in window.message.words()
    assert window.message._tone == "ok"


@pytest.mark.parametrize(
    ("place", "name"),
    [(Place("report", "version"), "version"), (Place("report", "brand-kit"), "brand-kit"),
     (Place("report", "interviewees"), "interviewees"), (Place("report", "2"), "page-view")],
)  # fmt: skip
def test_a_check_leads_to_its_field_or_page(page, place, name):
    page.going.go(place)
    assert QApplication.focusWidget().objectName() == name
    assert page._page == (2 if place.key == "2" else 0)


def test_another_page_is_asked_for(page):
    asked = []
    page.asks_page.connect(asked.append)
    page.going.go(Place("roadmap"))
    assert asked == ["roadmap"]


def test_the_sheet_can_be_left_and_nothing_has_happened(ready, opened, qtbot):
    QTest.keyClick(ready.view, Qt.Key.Key_I, CTRL)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not ready.going.sheet.isVisible()
    assert not versions(opened)


def test_a_refusal_is_one_sentence(ready, monkeypatch):
    problem = ready.going.issuing.problem(1)
    assert isinstance(problem, Problem)
    assert ready.going.issuing.problem(0) is None
    assert ready.findChild(QWidget, "issue").text() == "Issue 1.0"


def test_what_issuing_means_is_read_to_its_last_line(ready, qtbot):
    sheet = ready.going.sheet
    means = "The PDF is made without the mark of a draft. " * 5
    words = f"{means}\n\n4 points are still to review."
    sheet.ask("Issue version 1.0?", words, "Choose where to write it", lambda: None)
    block = sheet._words
    qtbot.waitUntil(lambda: block.width() < 640)
    assert block.height() >= block.heightForWidth(block.width())
    assert sheet._frame.height() < sheet.height() / 2


def test_what_was_agreed_is_put_right_in_its_sheet(page):
    page.going.go(Place("details"))
    (sheet,) = page.findChildren(AgreementSheet)
    assert sheet.isVisible()
