"""Six questions in five minutes: by key, in the seed's order, with the bound at once."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from engagements.assessment.rules import UNKNOWN
from engagements.framework.model import AnswerValue
from engagements.records import Interview
from tests.ui.interview.conftest import ALT, CTRL, SHIFT
from ui.interview.diagnosing import MINUTES, asked_in, bound_of

ONE, TWO, THREE, FOUR, FIVE = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
)


def begin(hand):
    hand.press(Qt.Key.Key_D, CTRL | SHIFT)
    view = hand.page.room.diagnostic
    hand.qtbot.waitUntil(view.answers.hasFocus)
    return view


def answer_all(hand, keys):
    for number, key in enumerate(keys):
        hand.press(key)
        if number < len(keys) - 1:
            hand.press(Qt.Key.Key_Return, CTRL)
    hand.settled()


def test_the_six_come_in_the_seeds_order(sponsor):
    begin(sponsor)
    seen = [sponsor.criterion]
    for _ in range(5):
        sponsor.press(Qt.Key.Key_Return, CTRL)
        seen.append(sponsor.criterion)
    assert tuple(seen) == asked_in(sponsor.session.snapshot.framework)
    sponsor.press(Qt.Key.Key_Return, CTRL)
    assert sponsor.criterion == seen[-1]


def test_the_bound_stands_there_after_the_sixth_answer(sponsor):
    view = begin(sponsor)
    answer_all(sponsor, (ONE, ONE, THREE, THREE, ONE))
    assert view.bound() is None
    sponsor.press(Qt.Key.Key_Return, CTRL)
    sponsor.press(ONE)
    assert view.bound().high == 2
    assert view.bound().title == "At most level 2, Reproducible"


def test_answers_are_ordinary_answers_of_the_interview(sponsor):
    begin(sponsor)
    answer_all(sponsor, (ONE, TWO, THREE, FIVE, THREE, ONE))
    order = asked_in(sponsor.session.snapshot.framework)
    values = [sponsor.answer(code).value for code in order]
    yes, partly, no, unknown = (
        AnswerValue.YES,
        AnswerValue.PARTLY,
        AnswerValue.NO,
        AnswerValue.UNKNOWN,
    )
    assert values == [yes, partly, no, unknown, no, yes]
    kept = sponsor.session.snapshot.get(Interview, sponsor.page.presenter.interview.id)
    assert set(order) <= set(kept.agenda)


def test_nothing_moves_on_by_itself_and_backspace_clears(sponsor):
    begin(sponsor)
    here = sponsor.criterion
    sponsor.press(ONE)
    sponsor.settled()
    assert sponsor.criterion == here
    sponsor.press(Qt.Key.Key_Backspace)
    sponsor.until(lambda: sponsor.answer() is None)


def test_the_first_answer_starts_the_clock(sponsor):
    view = begin(sponsor)
    assert not sponsor.page.presenter.sitting.running
    sponsor.press(ONE)
    assert sponsor.page.presenter.sitting.running
    sitting = sponsor.page.presenter.sitting
    sitting._base += 61
    sitting.ticked.emit()
    assert view._clock.text().startswith("3:5")
    sitting._base += 300
    sitting.ticked.emit()
    assert view._clock.text().startswith("-")


def test_not_applicable_is_refused_with_its_reason(sponsor):
    view = begin(sponsor)
    sponsor.press(FOUR)
    assert "key questions" in view._note.text()
    assert sponsor.answer() is None


def test_it_is_taken_up_where_it_was_left(sponsor):
    begin(sponsor)
    answer_all(sponsor, (ONE, ONE))
    sponsor.press(Qt.Key.Key_Escape)
    assert sponsor.card.answers.hasFocus()
    begin(sponsor)
    assert sponsor.criterion == asked_in(sponsor.session.snapshot.framework)[2]


def test_undo_takes_the_last_answer_back_and_stays(sponsor):
    view = begin(sponsor)
    answer_all(sponsor, (ONE, ONE))
    order = asked_in(sponsor.session.snapshot.framework)
    sponsor.press(Qt.Key.Key_Up, ALT)
    assert not sponsor.page.reveal(sponsor.answer(order[1]))
    assert sponsor.criterion == order[1]
    assert sponsor.page.reveal(sponsor.answer(order[1]))
    sponsor.press(Qt.Key.Key_Z, CTRL)
    sponsor.until(lambda: sponsor.answer(order[1]) is None)
    assert view.isVisible()
    assert sponsor.answer(order[0]) is not None


def test_no_level_while_the_client_looks(sponsor):
    view = begin(sponsor)
    sponsor.press(Qt.Key.Key_F9)
    answer_all(sponsor, (ONE, ONE, ONE, ONE, ONE, ONE))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    words = [one.accessibleName() for one in view.findChildren(QWidget)]
    assert not any("level" in one.lower() for one in words)
    assert view.bound() is None
    sponsor.press(Qt.Key.Key_F9)
    assert view.bound().high == 4


def test_letters_are_nothing_here(sponsor):
    begin(sponsor)
    sponsor.press(Qt.Key.Key_Y)
    sponsor.press(Qt.Key.Key_N)
    sponsor.settled()
    assert sponsor.answer() is None


def test_from_the_list_it_is_planned_and_opens_as_the_six(hand):
    hand.press(Qt.Key.Key_D, CTRL | SHIFT)
    form = hand.page.form
    assert form.isVisible()
    snapshot = hand.session.snapshot
    person = hand.records(Interview)[0].people[0]
    from dataclasses import replace

    from ui.interview.planning import Plan

    plan = replace(Plan(chosen=asked_in(snapshot.framework)), people=(person,), day=date_of(hand))
    form.kept.emit(plan, True)
    hand.until(lambda: hand.page.presenter.interview)
    view = hand.page.room.diagnostic
    hand.qtbot.waitUntil(view.isVisible)
    assert hand.page.presenter.interview.minutes == MINUTES
    hand.press(ONE)
    hand.settled()
    hand.page.close_interview()
    hand.press(Qt.Key.Key_D, CTRL | SHIFT)
    hand.qtbot.waitUntil(view.isVisible)
    assert hand.criterion == asked_in(snapshot.framework)[1]


def date_of(hand):
    return hand.records(Interview)[0].day


def test_an_unknown_leaves_the_bound_open(sponsor):
    framework = sponsor.session.snapshot.framework
    order = asked_in(framework)
    said = dict.fromkeys(order, frozenset({AnswerValue.YES})) | {order[4]: UNKNOWN}
    found = bound_of(framework, said | {order[3]: frozenset({AnswerValue.NO})})
    assert found.high == 3
    assert order[4] in found.text


def test_tab_sets_whose_answer_it_is_here_too(demonstration):
    view = begin(demonstration)
    assert view.voices.isVisible()
    people = demonstration.page.presenter.interview.people
    demonstration.press(Qt.Key.Key_Tab)
    assert demonstration.page.presenter.voice == people[0]
    demonstration.press(TWO)
    demonstration.until(lambda: demonstration.answer(voice=people[0]))
    assert view.answers.hasFocus()


def answer_by_person(hand, view, values):
    """The question on screen, each person an answer."""
    presenter = hand.page.presenter
    for person, value in zip(presenter.interview.people, values, strict=True):
        presenter.choose_voice(person)
        view.answers.chosen.emit(value)
    hand.settled()


def test_a_question_is_answered_when_anybody_answered_it(demonstration):
    view = begin(demonstration)
    answer_by_person(demonstration, view, (AnswerValue.YES, AnswerValue.NO))
    demonstration.press(Qt.Key.Key_Return, CTRL)
    answer_all(demonstration, (ONE, ONE, ONE, ONE, ONE))
    assert "answers differ" in view._steps[0].accessibleName()
    assert view.bound().high == 4
    first = asked_in(demonstration.session.snapshot.framework)[0]
    assert f"Level 0 at least by these answers; {first} decides." in view.bound().text
    demonstration.press(Qt.Key.Key_Escape)
    begin(demonstration)
    assert demonstration.criterion != first
    assert view.bound().high == 4


def test_who_does_not_know_leaves_the_question_to_the_others(demonstration):
    view = begin(demonstration)
    answer_by_person(demonstration, view, (AnswerValue.UNKNOWN, AnswerValue.NO))
    demonstration.press(Qt.Key.Key_Return, CTRL)
    answer_all(demonstration, (ONE, ONE, ONE, ONE, ONE))
    assert view.bound().high == 0
    assert "No" in view._steps[0].accessibleName()
