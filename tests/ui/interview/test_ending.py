"""After an interview: what it leaves, the ways on, and nothing of others while the client looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from engagements.casework import interviewing
from engagements.records import EvidenceRequest, Interview, Note, Person
from engagements.records.people import InterviewState
from tests.ui.interview.conftest import ALT, CTRL, SHIFT
from ui.parts.finder import Finder
from ui.widgets.buttons import Button

Key = Qt.Key


def said(hand):
    return hand.page.findChild(QWidget, "ending").accessibleName()


def ways(hand):
    return {one.objectName(): one for one in hand.page.room.ending.findChildren(Button)}


def is_ending(hand):
    return hand.page._stack.currentWidget() is hand.page.room.ending


def finish(hand):
    hand.press(Key.Key_F8, CTRL)
    hand.settled()
    assert is_ending(hand)


def test_it_counts_questions_notes_to_dos_and_requests(sponsor):
    total = len(sponsor.page.presenter.interview.agenda)
    sponsor.press(Key.Key_1)
    sponsor.press(Key.Key_Return, CTRL)
    sponsor.press(Key.Key_P, CTRL)
    sponsor.press(Key.Key_D, CTRL)
    sponsor.press(Key.Key_N, CTRL | SHIFT)
    sponsor.write("A name to look up")
    sponsor.press(Key.Key_Escape)
    sponsor.card.focus_answers()
    sponsor.press(Key.Key_T, CTRL)
    sponsor.write("Get the log")
    finish(sponsor)
    assert said(sponsor) == (
        f"Questions answered: 1 of {total}, Parked: 1, Left open: {total - 2}, "
        "Notes without a question: 1, To-dos not done: 1, Evidence asked for, not received: 1"
    )
    here = sponsor.page.presenter.interview.id
    assert [one.interview for one in sponsor.records(EvidenceRequest)].count(here) == 1


def test_what_was_answered_and_then_parked_counts_as_parked(sponsor):
    total = len(sponsor.page.presenter.interview.agenda)
    sponsor.press(Key.Key_1)
    sponsor.press(Key.Key_P, CTRL)
    sponsor.settled()
    assert len(sponsor.page.presenter.interview.parked) == 1
    finish(sponsor)
    assert said(sponsor).startswith(
        f"Questions answered: 0 of {total}, Parked: 1, Left open: {total - 1}, "
    )


def test_a_note_is_filed_from_there_and_then_asked_for_no_more(sponsor):
    sponsor.press(Key.Key_1)
    sponsor.press(Key.Key_N, CTRL | SHIFT)
    sponsor.write("A name to look up")
    sponsor.press(Key.Key_Escape)
    sponsor.settled()
    finish(sponsor)
    way = ways(sponsor)["ending-notes"]
    assert way.text() == "File 1 note …"
    assert way.hasFocus()
    sponsor.press(Key.Key_Return)
    finder = sponsor.page.room.loose_sheet.findChild(Finder)
    code = sponsor.criterion
    finder.line.setText(code)
    sponsor.press(Key.Key_Return)
    sponsor.settled()
    note = next(n for n in sponsor.records(Note) if n.text == "A name to look up")
    assert note.criteria == (code,)
    assert is_ending(sponsor)
    assert "ending-notes" not in ways(sponsor)
    assert sponsor.page.room.ending.isAncestorOf(QApplication.focusWidget())


def test_its_ways_lead_to_the_record_and_to_the_next_interview(sponsor):
    sponsor.press(Key.Key_1)
    finish(sponsor)
    ways(sponsor)["ending-record-0"].click()
    sheet = sponsor.page.findChild(QWidget, "record-sheet")
    assert sheet.isVisible()
    sheet.dismiss()
    here = sponsor.page.presenter.interview.id
    ways(sponsor)["ending-next"].click()
    sponsor.settled()
    following = sponsor.page.presenter.interview
    assert following.id != here
    assert following.state is InterviewState.PLANNED
    assert not is_ending(sponsor)


def test_each_of_several_who_answered_has_a_record_and_a_long_name_is_cut(demonstration):
    people = demonstration.page.presenter.interview.people
    person = next(one for one in demonstration.records(Person) if one.id == people[0])
    long = person.model_copy(update={"title": "Officer of " * 30})
    demonstration.session.do(interviewing.save_person, long)
    demonstration.settled()
    demonstration.press(Key.Key_1)
    finish(demonstration)
    first, second = (ways(demonstration)[f"ending-record-{n}"] for n in (0, 1))
    assert first.text().startswith("Record for Officer of")
    assert len(first.text()) < 70
    assert first.toolTip().count("Officer") == 30
    assert second.text() != first.text()


def test_what_is_typed_when_it_is_finished_is_counted(sponsor):
    sponsor.press(Key.Key_T, CTRL)
    sponsor.write("Get the log")
    finish(sponsor)
    assert "To-dos not done: 1" in said(sponsor)


def test_esc_going_on_and_undo_lead_back_to_the_questions(sponsor):
    sponsor.press(Key.Key_1)
    finish(sponsor)
    sponsor.press(Key.Key_Escape)
    assert not is_ending(sponsor)
    assert sponsor.card.answers.hasFocus()
    sponsor.press(Key.Key_F8)
    finish(sponsor)
    sponsor.press(Key.Key_F8)
    assert not is_ending(sponsor)
    finish(sponsor)
    sponsor.press(Key.Key_Z, CTRL)
    sponsor.settled()
    assert not is_ending(sponsor)
    finish(sponsor)
    sponsor.page.show_criterion(sponsor.criterion)
    assert not is_ending(sponsor)


def test_without_another_one_planned_it_leads_to_the_list(sponsor):
    here = sponsor.page.presenter.interview.id
    for one in sponsor.records(Interview):
        if one.id != here and one.state is InterviewState.PLANNED:
            held = one.model_copy(update={"state": InterviewState.HELD})
            sponsor.session.do(interviewing.save_interview, held)
    sponsor.settled()
    sponsor.press(Key.Key_1)
    finish(sponsor)
    ways(sponsor)["ending-list"].click()
    assert sponsor.page.presenter.interview is None


def test_while_the_client_looks_it_names_nobody_and_no_other_interview(sponsor):
    sponsor.press(Key.Key_1)
    sponsor.press(Key.Key_N, CTRL | SHIFT)
    sponsor.press(Key.Key_R, CTRL)
    sponsor.write("Not for the client")
    sponsor.press(Key.Key_Escape)
    sponsor.settled()
    finish(sponsor)
    assert {"ending-notes", "ending-record-0", "ending-next"} <= set(ways(sponsor))
    sponsor.press(Key.Key_F9)
    sponsor.settled()
    assert is_ending(sponsor)
    assert set(ways(sponsor)) == {"ending-back"}
    assert "Notes without a question: 0" in said(sponsor)
    assert ways(sponsor)["ending-back"].hasFocus()
    sponsor.press(Key.Key_F9)
    sponsor.settled()
    assert "ending-next" in ways(sponsor)


def test_it_is_left_to_the_list_by_its_key(sponsor):
    sponsor.press(Key.Key_1)
    finish(sponsor)
    sponsor.press(Key.Key_Left, ALT)
    assert sponsor.page.presenter.interview is None
    assert sponsor.page.overview.list.hasFocus()
