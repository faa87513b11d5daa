"""Answers by key: set, kept, changed, cleared, refused, and whose they are."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from engagements.casework import interviewing
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Interview
from engagements.records.people import ROOM, InterviewState
from tests.ui.interview.conftest import CTRL
from ui.parts import answer_keys

YES, PARTLY, NO, NA, UNKNOWN = answer_keys.ORDER
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


@pytest.mark.parametrize("number", [0, 1, 2, 4])
def test_a_digit_is_an_answer_and_the_question_stays(sponsor, number):
    here = sponsor.criterion
    sponsor.press(KEYS[number])
    assert sponsor.card.answers.button(answer_keys.ORDER[number]).isChecked()
    sponsor.until(sponsor.answer)
    assert sponsor.answer().value is answer_keys.ORDER[number]
    assert sponsor.criterion == here


def test_an_answer_is_shown_before_it_is_kept(sponsor):
    sponsor.press(Qt.Key.Key_2)
    assert sponsor.session.busy
    assert sponsor.card.answers.button(PARTLY).isChecked()
    rows = {row.criterion: row for row in sponsor.page.presenter.show.agenda().rows}
    assert rows[sponsor.criterion].value is PARTLY


def test_the_same_key_again_changes_nothing(sponsor):
    sponsor.press(Qt.Key.Key_1)
    sponsor.settled()
    before = sponsor.session.snapshot.revisions
    sponsor.press(Qt.Key.Key_1)
    sponsor.settled()
    assert sponsor.session.snapshot.revisions == before


def test_another_key_changes_it_and_says_what_it_was(sponsor, monkeypatch):
    sponsor.card._echo.setInterval(0)
    sponsor.press(Qt.Key.Key_1)
    sponsor.settled()
    sponsor.press(Qt.Key.Key_2)
    sponsor.until(lambda: sponsor.card.head.meta.echo() == "Partly, was Yes")
    sponsor.settled()
    assert sponsor.answer().value is PARTLY


def test_backspace_clears_it(sponsor):
    sponsor.press(Qt.Key.Key_3)
    sponsor.until(sponsor.answer)
    sponsor.press(Qt.Key.Key_Backspace)
    sponsor.until(lambda: sponsor.answer() is None)
    assert not sponsor.card.answers.button(NO).isChecked()


def test_not_applicable_waits_for_its_reason(sponsor):
    sponsor.press(Qt.Key.Key_4)
    assert sponsor.card.reason.edit.hasFocus()
    assert sponsor.card.answers.button(NA).pending
    sponsor.settled()
    assert sponsor.answer() is None
    answered = sponsor.page.presenter.show.agenda().answered
    sponsor.write("No model is sold")
    sponsor.press(Qt.Key.Key_Return)
    sponsor.until(sponsor.answer)
    assert (sponsor.answer().value, sponsor.answer().reason) == (NA, "No model is sold")
    assert sponsor.card.answers.hasFocus()
    assert sponsor.page.presenter.show.agenda().answered == answered + 1


def test_a_reason_counts_when_one_goes_on_without_enter(sponsor):
    here = sponsor.criterion
    sponsor.press(Qt.Key.Key_4)
    sponsor.write("No model is sold")
    sponsor.press(Qt.Key.Key_Return, CTRL)
    assert sponsor.criterion != here
    sponsor.until(lambda: sponsor.answer(here))
    assert sponsor.answer(here).reason == "No model is sold"


def test_a_key_criterion_is_never_not_applicable_and_says_why(demonstration):
    demonstration.go("SRC-1.2")
    button = demonstration.card.answers.button(NA)
    assert not button.isEnabled()
    demonstration.press(Qt.Key.Key_4)
    meta = demonstration.card.head.meta
    assert "key questions" in meta.echo()
    demonstration.settled()
    assert demonstration.answer() is None
    beside = (meta._dimension, meta._counts)
    assert all(one.isHidden() for one in beside)  # rather than cut
    demonstration.press(Qt.Key.Key_1)
    assert all(one.isVisible() for one in beside)


def test_ctrl_and_a_digit_answer_while_typing(sponsor):
    sponsor.write("said so")
    assert sponsor.card.typing()
    sponsor.press(Qt.Key.Key_2, CTRL)
    sponsor.until(sponsor.answer)
    assert sponsor.answer().value is PARTLY
    assert sponsor.card.typing()
    assert sponsor.card.editor.toPlainText() == "said so"


def test_answers_also_go_by_the_place_of_the_key(sponsor, monkeypatch):
    """Layouts that give é on the second key of the row."""
    monkeypatch.setitem(answer_keys._CODES, "offscreen", (10, 11, 12, 13, 14))
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, 11, 0, 0, "é"
    )
    QApplication.sendEvent(QApplication.focusWidget(), event)
    sponsor.until(sponsor.answer)
    assert sponsor.answer().value is PARTLY
    assert not sponsor.card.typing()


def test_arrows_point_and_enter_takes(sponsor):
    sponsor.press(Qt.Key.Key_Right)
    sponsor.press(Qt.Key.Key_Right)
    sponsor.settled()
    assert sponsor.answer() is None
    sponsor.press(Qt.Key.Key_Return)
    sponsor.until(sponsor.answer)
    assert sponsor.answer().value is PARTLY


def test_a_refused_answer_goes_back_and_says_why(sponsor, monkeypatch):
    sponsor.press(Qt.Key.Key_1)
    sponsor.settled()

    def refuse(case, answer):
        raise Problem("There is no space left.", "Free some space.")

    monkeypatch.setattr(interviewing, "record_answer", refuse)
    sponsor.press(Qt.Key.Key_3)
    assert sponsor.card.answers.button(NO).isChecked()
    sponsor.until(lambda: sponsor.card.answers.button(YES).isChecked())
    assert sponsor.window.message.words() == "There is no space left. Free some space."
    assert sponsor.answer().value is YES


def test_tab_sets_whose_answer_it_is(demonstration):
    people = demonstration.page.presenter.interview.people
    demonstration.go("SRC-1.2")
    demonstration.press(Qt.Key.Key_1)
    demonstration.press(Qt.Key.Key_Tab)
    assert demonstration.page.presenter.voice == people[0]
    assert not any(b.isChecked() for b in map(demonstration.card.answers.button, answer_keys.ORDER))
    demonstration.press(Qt.Key.Key_3)
    demonstration.until(lambda: demonstration.answer(voice=people[0]))
    assert demonstration.answer(voice=ROOM).value is YES
    assert demonstration.answer(voice=people[0]).value is NO
    demonstration.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert demonstration.page.presenter.voice == ROOM
    assert demonstration.card.answers.button(YES).isChecked()


def test_the_next_question_begins_with_everybodys_answer_again(demonstration):
    demonstration.press(Qt.Key.Key_Tab)
    demonstration.press(Qt.Key.Key_3)
    first = demonstration.criterion
    demonstration.press(Qt.Key.Key_Return, CTRL)
    demonstration.until(lambda: demonstration.criterion != first)
    demonstration.press(Qt.Key.Key_1)
    demonstration.until(demonstration.answer)
    assert demonstration.answer().voice == ROOM
    assert demonstration.card.findChild(QAbstractButton, f"voice-{ROOM}").isChecked()


def test_a_question_that_one_person_answered_shows_that_answer_again(demonstration):
    demonstration.press(Qt.Key.Key_Tab)
    demonstration.press(Qt.Key.Key_3)
    first, voice = demonstration.criterion, demonstration.page.presenter.voice
    demonstration.press(Qt.Key.Key_Return, CTRL)
    demonstration.until(lambda: demonstration.criterion != first)
    demonstration.go(first)
    assert demonstration.page.presenter.voice == voice != ROOM
    assert demonstration.card.answers.button(NO).isChecked()


def test_the_first_answer_starts_the_clock(sponsor):
    assert not sponsor.page.presenter.sitting.running
    sponsor.press(Qt.Key.Key_1)
    assert sponsor.page.presenter.sitting.running
    sponsor.settled()
    kept = sponsor.session.snapshot.get(Interview, sponsor.page.presenter.interview.id)
    assert kept.state is InterviewState.RUNNING
    assert kept.starts is not None


def test_the_level_follows_an_answer(demonstration):
    before = demonstration.page.presenter.show.reading("SRC-1.2")
    demonstration.go("SRC-1.2")
    demonstration.press(Qt.Key.Key_3)
    demonstration.settled()
    after = demonstration.page.presenter.show.reading("SRC-1.2")
    assert len(after.others) == len(before.others) + 1
    assert after.others[-1].here
    assert after.others[-1].value is AnswerValue.NO


def test_space_ticks_follow_ups_and_they_stay_ticked(sponsor):
    here = sponsor.criterion
    sponsor.press(Qt.Key.Key_Space)
    sponsor.press(Qt.Key.Key_Space)
    sponsor.settled()
    kept = sponsor.session.snapshot.get(Interview, sponsor.page.presenter.interview.id)
    assert kept.ticked == (f"{here}/follow_up/0", f"{here}/follow_up/1")
    sponsor.press(Qt.Key.Key_Up)
    QApplication.focusWidget().setFocus()
    sponsor.card.prompts._prompts[0].setFocus()
    sponsor.press(Qt.Key.Key_Space)
    sponsor.settled()
    kept = sponsor.session.snapshot.get(Interview, sponsor.page.presenter.interview.id)
    assert kept.ticked == (f"{here}/follow_up/1",)


def test_digits_on_a_follow_up_are_answers_too(sponsor):
    sponsor.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() in sponsor.card.prompts._prompts
    sponsor.press(Qt.Key.Key_1)
    sponsor.until(sponsor.answer)


def test_every_focusable_widget_has_a_name(sponsor):
    from PySide6.QtWidgets import QWidget

    nameless = [
        (type(w).__name__, w.objectName())
        for w in sponsor.page.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not w.accessibleName()
        and w.isVisibleTo(sponsor.page)
    ]
    assert nameless == []
