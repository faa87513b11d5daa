"""What the page says when the clock rests or has run out, and when a question is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from engagements.casework import judging
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import Interview, Judgement
from engagements.records.client import Status
from engagements.records.people import InterviewState
from tests.ui.interview.conftest import CTRL, SHIFT
from ui.interview.agenda_side import BEST_KEY


def chip(hand):
    return hand.page.asking.pace._chip.text()


def test_a_pause_counts_its_time_and_takes_none(sponsor):
    sponsor.press(Qt.Key.Key_1)
    sponsor.page.pause_or_go_on()
    sponsor.settled()
    sitting = sponsor.page.presenter.sitting
    elapsed, now = sitting.elapsed, sitting._now
    sitting._now = lambda: now() + 70
    sitting.ticked.emit()
    assert chip(sponsor) == "Paused 1:10"
    assert sitting.elapsed == elapsed
    sitting._now = now
    sponsor.page.pause_or_go_on()
    assert not chip(sponsor).startswith("Paused")


def test_over_time_is_said_with_what_is_over(sponsor):
    sponsor.press(Qt.Key.Key_1)
    minutes = sponsor.page.presenter.interview.minutes
    sponsor.page.presenter.sitting._base = minutes * 60 + 125
    sponsor.page.presenter.ticked.emit()
    assert chip(sponsor) == "Over time"
    assert sponsor.page.asking.pace._each.text().startswith("-2:0")


def test_a_settled_question_says_since_when_and_can_be_reopened(sponsor):
    code = sponsor.criterion
    sponsor.session.do(judging.judge, code, AnswerValue.PARTLY)
    sponsor.settled()
    strip = sponsor.page.findChild(QWidget, "settled")
    assert strip.accessibleName().startswith("Settled ")
    button = sponsor.page.findChild(QWidget, "reopen")
    button.setFocus()
    sponsor.press(Qt.Key.Key_Return)
    sponsor.settled()
    assert not [one for one in sponsor.records(Judgement) if one.criterion == code]
    assert sponsor.page.findChild(QWidget, "reopen") is None
    assert sponsor.card.answers.isAncestorOf(QApplication.focusWidget())


def test_a_clock_that_runs_is_stopped_by_the_delivery(sponsor):
    sponsor.page.presenter.sitting.start()
    sponsor.settled()
    sponsor.session.do(Case.update_engagement, status=Status.DELIVERED)
    sponsor.until(lambda: not sponsor.page.presenter.sitting.running)
    sponsor.settled()
    here = sponsor.page.presenter.interview
    assert sponsor.session.snapshot.get(Interview, here.id).state is InterviewState.PAUSED
    assert sponsor.page.mode() == "Reading only"
    assert not any("answer" in one.words for one in sponsor.page.hints())


def test_a_delivered_engagement_takes_no_answer_and_says_why(sponsor):
    sponsor.session.do(Case.update_engagement, status=Status.DELIVERED)
    sponsor.settled()
    before = sponsor.session.snapshot.revisions
    button = sponsor.card.answers.button(AnswerValue.YES)
    assert not button.isEnabled()
    assert "delivered" in button.toolTip()
    sponsor.card.focus_answers()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_A):
        sponsor.press(key)
    sponsor.press(Qt.Key.Key_P, CTRL)
    sponsor.press(Qt.Key.Key_D, CTRL)
    sponsor.press(Qt.Key.Key_N, CTRL | SHIFT)
    sponsor.settled()
    assert sponsor.session.snapshot.revisions == before
    assert not sponsor.page.presenter.sitting.running
    assert sponsor.card.editor.isReadOnly()
    assert not sponsor.page._top.pause.isEnabled()
    sponsor.session.do(Case.update_engagement, status=None)
    sponsor.settled()
    sponsor.press(Qt.Key.Key_1)
    sponsor.until(sponsor.answer)


def test_what_is_best_asked_next_stands_under_the_agenda(demonstration):
    best = demonstration.page.asking.side.best
    demonstration.until(lambda: best.words()[0])
    code = best.words()[0].split()[0]
    assert code != demonstration.criterion
    assert "level" in best.words()[1].lower()
    demonstration.press(Qt.Key.Key_J, CTRL | SHIFT)
    assert demonstration.criterion == code
    assert demonstration.card.answers.hasFocus()


def test_the_reason_is_not_there_while_the_client_looks(demonstration):
    best = demonstration.page.asking.side.best
    demonstration.until(lambda: best.words()[1])
    demonstration.press(Qt.Key.Key_F9)
    demonstration.until(lambda: best.words()[0])
    assert best.words()[1] == ""


def test_nothing_is_named_where_no_answer_narrows_the_level(sponsor):
    """All this person can be asked is known from others, who agree."""
    show = sponsor.page.presenter.show
    assert show.next_best(show.agenda(), sponsor.criterion) is None
    assert sponsor.page.asking.side.best.isHidden()


def test_its_key_is_told(sponsor):
    assert BEST_KEY in [key for one in sponsor.page.key_map() for key in one.keys]


def test_several_keys_in_a_row_are_listed_as_a_range(sponsor):
    listed = [one.keys for one in sponsor.page.key_map()]
    assert ("A", "to", "Z") in listed
    assert ("Ctrl+1", "to", "5") in listed


def test_a_narrow_pane_still_says_that_a_section_goes(sponsor):
    marks = [w for w in sponsor.page.findChildren(QWidget) if w.toolTip() == "hidden with F9"]
    shown = [one for one in marks if one.isVisibleTo(sponsor.page)]
    assert (len(marks), len(shown)) == (4, 3)  # the fourth is that of an earlier assessment
