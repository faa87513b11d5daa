"""What goes to an interviewee and comes back, from the list and from an open interview."""

from datetime import date, timedelta

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from engagements.casework import confirming, history, interviewing
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Interview
from tests.ui.interview.conftest import CTRL, SHIFT
from ui import jobs
from ui.assessed import assessed
from ui.history.words import action_words
from ui.interview.correcting import CorrectionSheet
from ui.interview.pace import record_words
from ui.interview.papers import Papers
from ui.interview.record_sheet import RecordSheet
from ui.parts.voices import said_by_all

K = Qt.Key
HELD = "ML engineer, Platform"


@pytest.fixture
def held(hand):
    """The list, on an interview that was held with one person."""
    talk = next(one for one in hand.records(Interview) if one.title == HELD)
    hand.page.close_interview()
    hand.page.overview.point_at(talk.id)
    return hand


def talk_of(hand, title=HELD):
    return next(one for one in hand.records(Interview) if one.title == title)


def act(hand, name):
    papers: Papers = hand.page.papers
    return next(one for one in papers.acts() if one.name.startswith(name))


def rest(hand):
    hand.qtbot.waitUntil(lambda: not jobs.pending() and not hand.session.busy, timeout=30_000)


def sheet(hand, kind):
    return next(one for one in hand.page.findChildren(kind) if one.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_is_reached_by_keys_and_says_why_something_cannot_be_done(held):
    held.page.overview.list.setFocus()
    held.press(K.Key_K, CTRL | SHIFT)
    menu = held.page.findChild(QMenu, "papers-menu")
    assert menu.isVisible()
    assert menu.accessibleName()
    menu.close()
    held.page.overview.point_at(talk_of(held, "Executive sponsor").id)
    assert act(held, "record").why == "There is no answer yet"
    assert act(held, "questionnaire-pdf").why == ""
    held.page.overview.list.setCurrentIndex(held.page.overview.list.rootIndex())
    held.page.papers.show_menu(QPoint())
    assert "No interview is selected." in held.window.message.words()


def test_a_record_is_written_and_kept_as_sent(held, bench, tmp_path, monkeypatch):
    target = tmp_path / "record"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    act(held, "record").act()
    form = sheet(held, RecordSheet)
    assert form.day.hasFocus()
    held.press(K.Key_Return)
    rest(held)
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF-")
    content, _kit = bench.built[-1]
    assert (content.kind, content.facts[0].text) == ("record", "Mattias Lindqvist")
    talk, today = talk_of(held), date.today()
    assert talk.sent == today
    assert talk.reply_by >= today + timedelta(days=7)
    assert "record.pdf is written." in held.page.papers.bar.words()
    row = next(one for one in held.page.presenter.show.entries() if one.id == talk.id)
    assert row.record.startswith("record out, reply by")


def test_a_day_that_has_passed_is_refused_and_nothing_written(held, tmp_path):
    act(held, "record").act()
    form = sheet(held, RecordSheet)
    form.day.setText("2020-01-01")
    form.day.textEdited.emit("2020-01-01")
    held.press(K.Key_Return)
    assert form.isVisible()
    assert not list(tmp_path.glob("*.pdf"))


def test_a_correction_is_entered_by_keys_and_one_undo_takes_it_back(held):
    before = {one.id: one for one in held.records(Answer)}
    act(held, "reply").act()
    form = sheet(held, CorrectionSheet)
    assert form.list.hasFocus()
    first = form._model.lines[0].given
    other = AnswerValue.NO if first.value is not AnswerValue.NO else AnswerValue.YES
    held.press(K.Key_3 if other is AnswerValue.NO else K.Key_1)
    held.press(K.Key_Down)
    held.press(K.Key_Return, CTRL)
    held.settled()
    changed = [one for one in held.records(Answer) if before[one.id] != one]
    assert [(one.id, one.value, one.corrected) for one in changed] == [
        (first.id, other, date.today())
    ]
    assert talk_of(held).confirmed == date.today()
    assert "1 answer was set right." in held.page.papers.bar.words()
    held.session.do(history.undo)
    held.settled()
    assert {one.id: one for one in held.records(Answer)} == before


def test_of_several_people_one_sets_right_only_what_is_their_own(hand):
    talk = next(one for one in hand.records(Interview) if len(one.people) > 1)
    together = Answer.of(talk.agenda[0], talk.id, AnswerValue.YES, scope_unit=talk.scope_unit)
    hand.session.do(interviewing.record_answer, together)
    hand.settled()
    given = {one.id: one for one in hand.records(Answer)}
    one, other = talk.people
    hand.page.papers._correct(talk, one)
    form = sheet(hand, CorrectionSheet)
    listed = [line.given for line in form._model.lines]
    assert other not in {each.voice for each in listed}
    assert len({each.criterion for each in listed}) == len(listed)
    form.list.setCurrentIndex(form._model.index(0, 0))
    hand.press(K.Key_5)
    hand.press(K.Key_Return, CTRL)
    hand.settled()
    changed = [each for each in hand.records(Answer) if given.get(each.id) != each]
    assert [(each.voice, each.value) for each in changed] == [(one, AnswerValue.UNKNOWN)]


def test_a_correction_needs_its_reason_and_can_be_taken_back(held):
    act(held, "reply").act()
    form = sheet(held, CorrectionSheet)
    row = next(
        place for place, line in enumerate(form._model.lines) if line.given.criterion == "SRC-1.1"
    )
    form.list.setCurrentIndex(form._model.index(row, 0))
    held.press(K.Key_4)
    held.press(K.Key_Return, CTRL)
    assert form.isVisible()
    assert form.reason.hasFocus()
    form.list.setFocus()
    held.press(K.Key_Backspace)
    assert form._model.lines[row].answer() is None
    held.press(K.Key_Escape)
    assert not form.isVisible()


def test_a_questionnaire_goes_out_as_excel_and_its_answers_come_back(hand, tmp_path):
    talk = talk_of(hand, "Executive sponsor")
    hand.page.overview.point_at(talk.id)
    path = tmp_path / "ask.xlsx"
    hand.page.papers.write_questionnaire(talk, "xlsx", path)
    rest(hand)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    assert [row[0].value for row in page.iter_rows(min_row=5)] == list(talk.agenda)
    page["F5"] = "Partly"
    book.save(path)
    hand.page.papers.take_in(talk, talk.people[0], path)
    rest(hand)
    (found,) = [one for one in hand.records(Answer) if one.interview == talk.id]
    assert (found.value, found.voice) == (AnswerValue.PARTLY, talk.people[0])
    assert "1 answer was taken in." in hand.page.papers.bar.words()
    path.write_bytes(b"no workbook")
    hand.page.papers.take_in(talk, talk.people[0], path)
    rest(hand)
    assert "It is no Excel workbook." in hand.window.message.words()


def test_the_clients_screen_shows_no_papers(held):
    act(held, "reply").act()
    form = sheet(held, CorrectionSheet)
    held.page.papers.bar.forget()
    form.dismiss()
    held.open(HELD)
    act(held, "reply").act()
    assert sheet(held, CorrectionSheet)
    held.page.turn_safe(on=True)
    assert not [one for one in held.page.findChildren(CorrectionSheet) if one.isVisible()]
    assert held.page.papers.acts() == ()
    assert not held.page._top.papers.isEnabled()
    held.page.turn_safe(on=False)


def test_what_became_of_a_record_is_said():
    talk = Interview(id="i", title="One", people=("p",), day=date(2026, 11, 17))
    out = talk.model_copy(update={"sent": date(2026, 11, 18), "reply_by": date(2026, 11, 25)})
    back = out.model_copy(update={"confirmed": date(2026, 11, 20)})
    assert record_words(talk, date(2026, 11, 19)) == ""
    assert record_words(out, date(2026, 11, 25)) == "record out, reply by 25 Nov"
    assert record_words(out, date(2026, 11, 26)) == "record out, reply was due 25 Nov"
    assert record_words(back, date(2026, 11, 26)) == "record confirmed 20 Nov"


def test_a_correction_says_so_in_history_and_beside_the_other_answers(held):
    given = next(
        one
        for one in held.records(Answer)
        if one.interview == talk_of(held).id and one.value is AnswerValue.YES
    )
    right = given.model_copy(update={"value": AnswerValue.PARTLY})
    held.session.do(confirming.record_confirmed, talk_of(held).id, [right], on=date(2026, 11, 24))
    held.settled()
    case, snapshot = held.session.case, held.session.snapshot
    deed = [one for one in history.past(case).revisions if one.action == "record-confirmed"]
    words = action_words(deed[::-1], snapshot)
    assert words.startswith("Reply to the record. ")
    assert f"{given.criterion}: “Yes” became “Partly”, set right by the interviewee on" in words
    found = assessed(snapshot).consolidated[given.criterion]
    said = [one.support for one in said_by_all(snapshot, found, given.criterion)]
    assert sum(one.endswith("set right by the interviewee 24 Nov") for one in said) == 1
