"""Between questions and interviews: keys, the list, the clock, undo's way back."""

import gc
from weakref import ref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engagements.records import Answer, EvidenceRequest, Interview
from engagements.records.people import InterviewState
from tests.ui.interview.conftest import ALT, CTRL, SHIFT


def order(hand):
    return [row.criterion for row in hand.page.presenter.show.agenda().rows]


def test_nothing_of_a_closed_engagement_is_kept(sponsor, qtbot):
    sponsor.press(Qt.Key.Key_1)
    sponsor.press(Qt.Key.Key_Return, CTRL)
    sponsor.settled()
    known = ref(sponsor.session.snapshot)
    with qtbot.waitSignal(sponsor.session.case_changed):
        sponsor.session.close()

    def gone():
        gc.collect()
        return known() is None

    qtbot.waitUntil(gone)


def test_next_and_previous(sponsor):
    rows = order(sponsor)
    assert sponsor.criterion == rows[0]
    sponsor.press(Qt.Key.Key_Return, CTRL)
    sponsor.press(Qt.Key.Key_Down, ALT)
    assert sponsor.criterion == rows[2]
    sponsor.press(Qt.Key.Key_Up, ALT)
    assert sponsor.criterion == rows[1]


def test_next_without_an_answer_goes_round_and_leaves_parked_ones_for_last(sponsor):
    rows = order(sponsor)
    sponsor.go(rows[1])
    sponsor.press(Qt.Key.Key_P, CTRL)
    sponsor.go(rows[-1])
    sponsor.press(Qt.Key.Key_1)
    sponsor.press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert sponsor.criterion == rows[0]
    sponsor.press(Qt.Key.Key_1)
    sponsor.press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert sponsor.criterion == rows[2]
    sponsor.settled()
    kept = sponsor.session.snapshot.get(Interview, sponsor.page.presenter.interview.id)
    assert kept.parked == (rows[1],)


def test_jump_by_code_joins_the_agenda(sponsor):
    sponsor.press(Qt.Key.Key_J, CTRL)
    sponsor.write("src12")
    sponsor.press(Qt.Key.Key_Return)
    assert sponsor.criterion == "SRC-1.2"
    assert sponsor.card.answers.hasFocus()
    assert "SRC-1.2" in order(sponsor)


def test_the_agenda_opens_a_question_by_enter(sponsor):
    rows = order(sponsor)
    sponsor.page.asking.agenda.setFocus()
    sponsor.press(Qt.Key.Key_Down)
    sponsor.press(Qt.Key.Key_Right)
    sponsor.press(Qt.Key.Key_Down)
    sponsor.press(Qt.Key.Key_Return)
    assert sponsor.criterion == rows[1]
    assert sponsor.card.answers.hasFocus()


def test_pause_and_go_on(sponsor):
    sponsor.press(Qt.Key.Key_1)
    sponsor.page.pause_or_go_on()
    sponsor.settled()
    here = sponsor.page.presenter.interview.id
    assert sponsor.session.snapshot.get(Interview, here).state is InterviewState.PAUSED
    assert (
        sponsor.page.presenter.show.pace(sponsor.page.presenter.show.agenda()).verdict
        == "Paused 0:00"
    )
    sponsor.page.pause_or_go_on()
    sponsor.settled()
    assert sponsor.session.snapshot.get(Interview, here).state is InterviewState.RUNNING


def test_finishing_holds_it_and_the_list_says_so(sponsor):
    sponsor.press(Qt.Key.Key_1)
    sponsor.page.presenter.sitting.finish()
    sponsor.settled()
    here = sponsor.page.presenter.interview.id
    sponsor.page.close_interview()
    assert sponsor.page.presenter.interview is None
    entry = next(e for e in sponsor.page.presenter.show.entries() if e.id == here)
    assert (entry.state, entry.answered) == (InterviewState.HELD, 1)
    assert sponsor.page.overview.list.hasFocus()


def test_the_last_interview_is_open_again(sponsor, qtbot):
    rows = order(sponsor)
    sponsor.go(rows[3])
    path = sponsor.session.path
    from engagements.casework.case import Case

    with qtbot.waitSignal(sponsor.session.case_changed):
        sponsor.session.close()
    with qtbot.waitSignal(sponsor.session.case_changed):
        sponsor.session.open(lambda: Case.open(path, author="tester"), path)
    sponsor.until(lambda: sponsor.page.presenter.interview is not None)
    assert sponsor.criterion == rows[3]


def test_undo_first_goes_to_the_place(sponsor):
    rows = order(sponsor)
    sponsor.press(Qt.Key.Key_1)
    sponsor.until(sponsor.answer)
    sponsor.go(rows[4])
    sponsor.until(lambda: sponsor.window.undoing._undo is not None and not sponsor.session.busy)
    found = next(a for a in sponsor.records(Answer) if a.id == sponsor.answer(rows[0]).id)
    assert not sponsor.page.reveal(found)
    assert sponsor.criterion == rows[0]
    assert sponsor.page.reveal(found)


def test_a_demonstration_is_asked_for_once(sponsor):
    sponsor.press(Qt.Key.Key_D, CTRL)
    sponsor.until(lambda: sponsor.page.presenter.show.demonstration(sponsor.criterion))
    before = len(sponsor.records(EvidenceRequest))
    sponsor.press(Qt.Key.Key_D, CTRL)
    sponsor.settled()
    assert len(sponsor.records(EvidenceRequest)) == before


def test_a_criterion_asked_from_elsewhere_opens_where_it_was_asked(hand):
    hand.page.show_criterion("DAT-2.3")
    assert hand.criterion == "DAT-2.3"
    assert "DAT-2.3" in hand.page.presenter.interview.agenda


def test_f6_goes_through_the_panes(sponsor):
    sponsor.press(Qt.Key.Key_F6)
    first = QApplication.focusWidget()
    sponsor.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is not first


def test_small_windows_fit(sponsor):
    sponsor.window.resize(1280, 800)
    sponsor.until(lambda: sponsor.page.asking._low)
    card = sponsor.card
    sponsor.until(lambda: card.widget().width() <= card.viewport().width())


def test_an_interview_that_holds_answers_is_not_taken_out(hand):
    here = next(i for i in hand.records(Interview) if i.title == "Risk officer")
    hand.page.presenter.remove(here.id)
    hand.until(hand.window.message.words)
    assert "answers" in hand.window.message.words()


def test_a_question_is_parked_where_its_key_stands_and_taken_up_again(sponsor):
    park, here = sponsor.card.head.park, sponsor.criterion
    assert (park.text(), park._key) == ("Park for later", "Ctrl+P")
    park.click()
    assert sponsor.page.presenter.interview.parked == (here,)
    assert park.text() == "Take up again"
    sponsor.press(Qt.Key.Key_P, CTRL)
    assert sponsor.page.presenter.interview.parked == ()
    assert park.text() == "Park for later"
    told = next(one for one in sponsor.page.key_map() if "Ctrl+P" in one.keys)
    assert told.words.startswith(park.text().lower())
