"""What an interview must not do by itself: run again, lose its time, show what is private."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from engagements.records import Interview
from engagements.records.client import Status
from engagements.records.people import InterviewState

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
OTHER = "Demonstration: rebuild of the arrival-time model"


def state(hand):
    return hand.page.presenter.interview.state


def test_it_is_paused_taken_up_finished_and_left_by_keys(sponsor):
    sponsor.press(Key.Key_1)
    assert state(sponsor) is InterviewState.RUNNING
    sponsor.press(Key.Key_F8)
    assert state(sponsor) is InterviewState.PAUSED
    sponsor.press(Key.Key_F8)
    assert state(sponsor) is InterviewState.RUNNING
    sponsor.press(Key.Key_F8, CTRL)
    assert state(sponsor) is InterviewState.HELD
    sponsor.press(Key.Key_Left, ALT)
    assert sponsor.page.presenter.interview is None


def test_what_is_added_to_one_that_is_over_does_not_start_it_again(sponsor):
    sponsor.press(Key.Key_1)
    sponsor.press(Key.Key_F8, CTRL)
    sponsor.settled()
    sponsor.page.asking.card.focus_answers()
    sponsor.write("x")
    sponsor.page.left()
    sponsor.settled()
    assert state(sponsor) is InterviewState.HELD
    assert not sponsor.page.presenter.sitting.running


def test_the_six_questions_are_not_put_in_one_that_is_over(sponsor):
    sponsor.press(Key.Key_1)
    sponsor.press(Key.Key_F8, CTRL)
    sponsor.settled()
    before = sponsor.page.presenter.interview.agenda
    sponsor.page.diagnose()
    sponsor.settled()
    assert sponsor.page.presenter.interview.agenda == before
    assert "is over" in sponsor.window.message.words()


def test_its_time_is_kept_when_another_one_is_opened(sponsor):
    sponsor.press(Key.Key_1)
    sitting, first = sponsor.page.presenter.sitting, sponsor.page.presenter.interview.id
    sitting._since -= 300
    sponsor.open(OTHER)
    sponsor.settled()
    kept = next(one for one in sponsor.records(Interview) if one.id == first)
    assert kept.elapsed >= 300
    assert kept.state is InterviewState.PAUSED
    sponsor.page.open_interview(first)
    assert sitting.elapsed >= 300


def test_a_thumbnail_that_comes_after_the_interview_was_left_finds_nobody(sponsor):
    thumbnails = sponsor.page.thumbnails
    sponsor.page._drop_room()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    thumbnails.arrived.emit("any")


def test_keys_do_nothing_in_an_engagement_that_is_closed(sponsor):
    sponsor.press(Key.Key_1)
    sponsor.press(Key.Key_F8)
    sponsor.session.do(lambda case: case.update_engagement(status=Status.DELIVERED))
    sponsor.until(lambda: not sponsor.page._top.pause.isEnabled())
    sponsor.page.setFocus()
    sponsor.press(Key.Key_F8)
    assert not sponsor.page.presenter.sitting.running


def test_the_page_goes_on_with_the_one_that_is_under_way(sponsor):
    sponsor.press(Key.Key_1)
    here = sponsor.page.presenter.interview.id
    over = next(one for one in sponsor.records(Interview) if one.state is InterviewState.HELD)
    sponsor.page.open_interview(over.id)
    sponsor.settled()
    assert sponsor.page.presenter.open_last()
    assert sponsor.page.presenter.interview.id == here
