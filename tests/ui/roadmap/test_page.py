"""The Roadmap page by its keys: choosing, changing, leaving out, adding, and every state."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import issuing, judging, planning, shelving
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import PlanChange
from ui.roadmap.inspector import Section
from ui.roadmap.links import LinkRow
from ui.roadmap.model import LEFT_OUT
from ui.theme import Mode, theme
from ui.widgets.labels import Label

DRILL = "A01-07"
RECORDS = "A01-06"
LINK = "A12-08"


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def type_in(edit, text):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def decisions(page, action):
    kept = page.session.snapshot.of(PlanChange)
    return [one for one in kept if one.action == action]


def committed(page, qtbot, ready):
    """Wait until a change is kept and the page shows it."""
    shown = page.presenter

    def done():
        return bool(ready()) and shown._shown is page.session.snapshot and not page.session.busy

    qtbot.waitUntil(done)


def shown_links(page, qtbot, name):
    """The links of a name that are on screen: a layout shows new ones a moment later."""

    def found():
        return [one for one in page.inspector.findChildren(LinkRow, name) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()


def test_the_list_stands_on_the_first_action_and_walks(page):
    entries = [one for step in page._outline.steps for one in step.entries]
    assert page.plan.current() == entries[0].id
    press(Qt.Key.Key_Down)
    assert page.plan.current() == entries[1].id
    assert page.inspector._title.text() == entries[1].title
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert page.plan.current() == page._outline.steps[0].id
    assert page._outline.steps[0].outcome in page.inspector._about.text()


def test_left_and_right_fold_a_transition(page):
    press(Qt.Key.Key_Left)
    assert page.plan.current() == "T01"
    press(Qt.Key.Key_Left)
    assert DRILL not in page.plan.places().rows
    press(Qt.Key.Key_Down)
    assert page.plan.current() == "T12"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    assert DRILL in page.plan.places().rows


def test_what_is_folded_stays_folded_when_the_plan_changes(page, qtbot):
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    page.presenter.set_owner(LINK, "DE")
    committed(page, qtbot, lambda: decisions(page, LINK))
    assert DRILL not in page.plan.places().rows
    assert page.plan.current() == "T01"


def test_enter_leads_to_the_estimate_and_escape_back(page):
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.inspector.estimate.edits[1]
    assert [keys.words for keys in page.hints()] == ["keep", "put back"]
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.plan


def test_an_estimate_is_kept_when_enter_is_pressed_and_says_what_it_was(page, qtbot):
    page.plan.point(LINK)
    press(Qt.Key.Key_Return)
    type_in(page.inspector.estimate.edits[1], "2,5")
    type_in(page.inspector.estimate.edits[2], "4")
    assert not decisions(page, LINK)
    press(Qt.Key.Key_Return)
    committed(page, qtbot, lambda: decisions(page, LINK))
    (kept,) = decisions(page, LINK)
    assert (kept.weeks_low, kept.weeks_likely, kept.weeks_high) == (
        None,
        Decimal("2.5"),
        Decimal(4),
    )
    assert "likely was 0.7 weeks" in page.inspector._weeks_changed.text()
    assert page.inspector.reset.isVisible()


def test_an_estimate_is_kept_when_the_focus_leaves(page, qtbot):
    page.plan.point(LINK)
    type_in(page.inspector.estimate.edits[2], "3")
    page.plan.setFocus()
    committed(page, qtbot, lambda: decisions(page, LINK))


def test_durations_that_do_not_rise_are_refused_and_put_back(page, window, qtbot):
    page.plan.point(LINK)
    type_in(page.inspector.estimate.edits[0], "9")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "do not rise" in window.message.words())
    assert page.inspector.estimate.edits[0].text() == "0.5"
    assert not decisions(page, LINK)


def test_what_is_no_number_is_refused_in_words(page, window):
    page.plan.point(LINK)
    type_in(page.inspector.estimate.edits[1], "soon")
    press(Qt.Key.Key_Return)
    assert "soon" in window.message.words()
    assert page.inspector.estimate.edits[1].text() == "0.7"


def test_back_to_generated_takes_the_decision_away(page, qtbot):
    page.plan.point(DRILL)
    assert "owner was" in page.inspector._owner_changed.text()
    assert not page.inspector._weeks_changed.isVisible()
    page.inspector.reset.setFocus()
    press(Qt.Key.Key_Space)
    committed(page, qtbot, lambda: not decisions(page, DRILL))
    assert not page.inspector._owner_changed.text()
    assert not page.inspector.reset.isVisible()


def test_what_was_changed_is_said_under_its_own_heading(page, qtbot):
    def heading(words):
        section = words.parentWidget()
        while not isinstance(section, Section):
            section = section.parentWidget()
        return section.findChild(Label).text()

    page.plan.point(DRILL)
    assert heading(page.inspector._owner_changed) == "Owner and order"
    page.plan.point(LINK)
    type_in(page.inspector.estimate.edits[2], "3")
    page.plan.setFocus()
    committed(page, qtbot, lambda: decisions(page, LINK))
    assert "high was" in page.inspector._weeks_changed.text()
    assert heading(page.inspector._weeks_changed) == "Estimate, weeks"
    assert not page.inspector._owner_changed.isVisible()


def test_another_owner_is_kept_and_shown_in_the_chip(page, qtbot):
    page.plan.point(LINK)
    page.inspector.owner.setFocus()
    page.inspector.owner.choose("DE")
    page.inspector.owner.picked.emit("DE")
    committed(page, qtbot, lambda: decisions(page, LINK))
    assert page._outline.entry(LINK).chip == "DE"


def test_showing_another_action_changes_nothing(page, qtbot):
    before = page.session.snapshot
    for _ in range(12):
        press(Qt.Key.Key_Down)
    page.control.start.setFocus()
    press(Qt.Key.Key_Tab)
    assert not page.session.busy
    assert page.session.snapshot is before


def test_delete_asks_for_a_reason_and_lists_it_under_left_out(page, qtbot):
    page.plan.point(RECORDS)
    press(Qt.Key.Key_Delete)
    assert "no longer wait" in page.leave_out_sheet._effect.text()
    press(Qt.Key.Key_Return)
    assert page.leave_out_sheet.isVisible()
    QTest.keyClicks(QApplication.focusWidget(), "Done in another project")
    press(Qt.Key.Key_Return)
    committed(page, qtbot, lambda: decisions(page, RECORDS))
    assert page._outline.entry(RECORDS) is None
    assert page._outline.omitted(RECORDS).reason == "Done in another project"
    assert page.plan.current() == DRILL
    page.plan.point(DRILL)
    (link,) = shown_links(page, qtbot, f"after-{RECORDS}")
    assert "left out by you" in link.accessibleName()
    link.setFocus()
    press(Qt.Key.Key_Return)
    assert page.plan.current() == RECORDS


def test_a_level_that_is_not_reached_is_said(page, qtbot):
    assert page.control.warning.isHidden()
    page.presenter.leave_out(DRILL, "no time")
    committed(page, qtbot, lambda: page._outline.omitted(DRILL))
    assert page.control.warning.isVisible()
    assert page.control.warning.text() == "Level 1 is not reached by this plan"
    assert page._outline.steps[0].short
    assert page._outline.steps[0].outcome.startswith("Stays at level 0")


def test_escape_leaves_the_action_in(page):
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Escape)
    assert page.leave_out_sheet.isHidden()
    assert QApplication.focusWidget() is page.plan
    assert not page.session.busy


def test_what_was_left_out_comes_back(page, qtbot):
    page.presenter.leave_out(RECORDS, "elsewhere")
    committed(page, qtbot, lambda: page._outline.omitted(RECORDS))
    press(Qt.Key.Key_End)
    assert page.plan.current() == RECORDS
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.inspector.bring_back
    press(Qt.Key.Key_Return)
    committed(page, qtbot, lambda: page._outline.entry(RECORDS))
    assert not decisions(page, RECORDS)
    assert page.plan.current() == RECORDS
    assert not page.plan._plan.place_of(LEFT_OUT).isValid()


def test_a_adds_an_action_with_a_reason(page, qtbot):
    offered = page._outline.offers[-1]
    press(Qt.Key.Key_A)
    sheet = page.add_sheet
    assert QApplication.focusWidget() is sheet.line
    QTest.keyClicks(sheet.line, offered.id)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is sheet.reason
    QTest.keyClicks(sheet.reason, "The board asks for it")
    press(Qt.Key.Key_Return)
    committed(page, qtbot, lambda: decisions(page, offered.id))
    assert page.plan.current() == offered.id
    assert "You added it" in page.inspector._why.text()
    assert "The board asks for it" in page.inspector._why.text()


def test_nothing_matches_is_said(page):
    press(Qt.Key.Key_A)
    QTest.keyClicks(page.add_sheet.line, "zzz")
    press(Qt.Key.Key_Return)
    assert page.add_sheet._problem.text() == "No action matches."


def test_v_switches_the_axis_and_it_is_remembered(page, desk):
    by_transition = page.plan.figure
    press(Qt.Key.Key_V)
    assert page.plan.figure is page._outline.overview
    assert page.plan.figure != by_transition
    assert desk.settings.value("roadmap/axis") == "overview"
    press(Qt.Key.Key_V)
    assert page.plan.figure == by_transition


def test_enter_in_the_start_field_keeps_it(page, qtbot):
    page.control.start.setFocus()
    page.control.start.setDate(QDate(2027, 2, 1))
    press(Qt.Key.Key_Return)
    committed(page, qtbot, lambda: page._outline.start == date(2027, 2, 1))
    assert page.session.snapshot.engagement.roadmap_start == date(2027, 2, 1)


def test_another_target_leads_further(page, qtbot):
    page.control.target.picked.emit("4")
    committed(page, qtbot, lambda: page._outline.target == 4)
    assert [step.to_level for step in page._outline.steps] == [1, 2, 3, 4]
    assert page.target.text().startswith("Target 4")


def test_without_a_target_it_leads_to_the_next_level_and_says_so(page, qtbot):
    page.control.target.picked.emit("")
    committed(page, qtbot, lambda: page._outline.target is None)
    assert [step.to_level for step in page._outline.steps] == [1]
    assert "No target is agreed" in page.control._made.whole()
    assert page.target.text() == "No target agreed"


def test_a_criterion_leads_to_the_findings(page, qtbot):
    row = next(one for one in page.inspector.findChildren(LinkRow) if "closes" in one.objectName())
    row.setFocus()
    with qtbot.waitSignal(page.asks_finding) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [row.objectName().removeprefix("closes-")]


def test_use_in_report_goes_there(page, qtbot):
    page.use.setFocus()
    with qtbot.waitSignal(page.asks_page) as asked:
        press(Qt.Key.Key_Space)
    assert asked.args == ["report"]


def test_undo_first_goes_to_the_action(page, window, qtbot):
    page.presenter.set_owner(LINK, "DE")
    committed(page, qtbot, lambda: decisions(page, LINK))
    assert page.plan.current() != LINK
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.plan.current() == LINK
    assert decisions(page, LINK)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    committed(page, qtbot, lambda: not decisions(page, LINK))


def test_a_version_that_went_out_locks_the_plan_until_it_is_unlocked(page, window, qtbot):
    from datetime import datetime

    page.session.do(
        issuing.issue,
        pdf=b"%PDF-1.7",
        content=b"{}",
        version="1.0",
        profile="full",
        issued=datetime(2026, 12, 14, 9, 0),
    )
    committed(page, qtbot, lambda: page._outline.issued == "1.0")
    assert "Version 1.0 went out on 14\u00a0December 2026" in page.lock.words()
    assert not page.add.isEnabled()
    assert not page.inspector.estimate.isEnabled()
    press(Qt.Key.Key_Delete)
    assert page.leave_out_sheet.isHidden()
    assert "not changed" in window.message.words()
    page.lock.unlock.setFocus()
    press(Qt.Key.Key_Space)
    assert page.lock.isHidden()
    assert page.inspector.estimate.isEnabled()
    assert QApplication.focusWidget() is page.plan


def test_a_delivered_engagement_keeps_its_plan_until_it_is_unlocked(page, window, qtbot):
    page.session.do(shelving.deliver)
    committed(page, qtbot, page.lock.words)
    assert page.lock.words() == "Delivered. The roadmap stays as it is."
    assert not page.add.isEnabled()
    press(Qt.Key.Key_Delete)
    assert page.leave_out_sheet.isHidden()
    assert "not changed" in window.message.words()
    page.lock.unlock.click()
    assert page.lock.isHidden()
    assert page.inspector.estimate.isEnabled()


def test_no_answers_nothing_to_plan(session, make_file, told, qtbot):
    path = make_file("Norrvik", target=2)
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(path, author="t"), path)
    page = told()
    assert "nothing to plan yet" in page.empty.words()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.empty.action)
    with qtbot.waitSignal(page.asks_page) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["interview"]


def test_read_only_says_so_and_keeps_the_fields_closed(session, sample_file, told, qtbot):
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(sample_file, author="t", read_only=True), sample_file)
    page = told()
    assert "reading only" in page.lock.words()
    assert page.lock.unlock.isHidden()
    assert not page.control.start.isEnabled()


def test_a_target_that_is_reached_offers_another(page, qtbot):
    for one in page.session.snapshot.framework.criteria:
        if one.level == 1:
            page.session.do(judging.judge, one.id, AnswerValue.YES, reason="seen")
    page.control.target.picked.emit("1")
    committed(page, qtbot, lambda: page._outline.state == "reached")
    assert "Level 1 is reached" in page.empty.words()
    page.empty.action.setFocus()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.control.target


def test_without_a_date_it_asks_for_one(page, qtbot):
    page.session.do(planning.start_roadmap, None)
    page.session.do(lambda case: case.update_engagement(starts=None, ends=None))
    committed(page, qtbot, lambda: page._outline.state == "undated")
    page.empty.action.setFocus()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.control.start
    press(Qt.Key.Key_Return)
    committed(page, qtbot, lambda: page._outline.state == "planned")


def test_rows_are_read_aloud_with_owner_and_dates(page):
    model = page.plan.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    place = model.place_of(LINK)
    said = model.data(place, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "ML engineer" in said
    assert "28 Jan 2027" in said
    step = model.data(model.place_of("T01"), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Reaches level 1 by 21 Jan 2027" in step


@pytest.mark.parametrize("scale", [90, 130])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)])
def test_bars_stand_in_their_rows_at_every_size(page, window, qtbot, scale, size):
    theme().set_scale(scale)
    window.resize(*size)
    qtbot.waitUntil(lambda: page.plan.viewport().width() > 100)
    places = page.plan.places()
    for id_, box in places.rows.items():
        rect = page.plan.visualRect(page.plan._plan.place_of(id_))
        assert (box.y, box.height) == (rect.y(), rect.height())
        assert box.height >= theme().line("body")
    body = page.inspector.widget()
    assert body.width() <= page.inspector.viewport().width()


def test_the_theme_may_change_while_it_is_shown(page):
    theme().set_mode(Mode.DARK)
    dark = page.grab().toImage().pixelColor(600, 300)
    theme().set_mode(Mode.LIGHT)
    assert page.grab().toImage().pixelColor(600, 300) != dark


def test_nothing_of_a_closed_engagement_stays(page, session, qtbot):
    with qtbot.waitSignal(session.case_changed):
        session.close()
    assert page._outline is None
    assert page.plan._plan.rowCount() == 0
    assert page.target.text() == ""


def test_the_start_is_typed_as_people_write_it(page, qtbot):
    page.control.start.setFocus()
    page.control.start.selectAll()
    QTest.keyClicks(page.control.start, "1.2.2027")
    press(Qt.Key.Key_Return)
    committed(page, qtbot, lambda: page._outline.start == date(2027, 2, 1))
