"""The grid by its keys: answers go to the file, n/a has a reason, undo takes one back."""

import gc
import weakref
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engagements.casework import history, interviewing, scoping
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview, Person, ScopeUnit
from engagements.records.people import ROOM, InterviewState
from ui.findings.grid import GridSheet, grid_keys
from ui.findings.grid_presenter import ALL
from ui.interview.plan_form import PeopleList

YES, PARTLY, NO, NA = AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, AnswerValue.NA
TALK = "grid-talk"


def idle(session, qtbot):
    qtbot.waitUntil(lambda: not session.busy)


def held(session, qtbot, people, agenda=()):
    """An interview with so many people and no answers."""
    names = tuple(f"grid-person-{number}" for number in range(people))
    for number, name in enumerate(names):
        session.do(interviewing.save_person, Person(id=name, role="DS", title=f"Guest {number}"))
    day = date(2026, 12, 24)
    session.do(
        interviewing.save_interview,
        Interview(id=TALK, title="Paper", people=names, day=day, agenda=agenda),
    )
    idle(session, qtbot)
    return names


@pytest.fixture
def page(qtbot):
    one = QWidget()
    one.resize(1356, 818)
    qtbot.addWidget(one)
    one.show()
    qtbot.waitExposed(one)
    one.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is one)
    return one


@pytest.fixture
def grid(page, desk, opened, qtbot):
    """Over a page, at an interview with two people."""
    held(opened, qtbot, 2)
    one = GridSheet(page, desk)
    one.open()
    one.presenter.choose(TALK)
    idle(opened, qtbot)
    one.table.setFocus()
    qtbot.waitUntil(one.table.hasFocus)
    return one


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def answers(session):
    return {
        (one.criterion, one.voice): one
        for one in session.snapshot.of(Answer)
        if one.interview == TALK
    }


def at(grid, criterion, column=0):
    rows = [one.id for one in grid.presenter.criteria]
    grid.table.setCurrentIndex(grid.model.index(rows.index(criterion), column))


def test_columns_are_the_voices_and_rows_the_criteria(grid, opened):
    assert grid.presenter.voices == (ROOM, "grid-person-0", "grid-person-1")
    assert grid.model.rowCount() == len(opened.snapshot.framework.criteria)
    across = Qt.Orientation.Horizontal
    assert [grid.model.headerData(n, across) for n in range(3)] == [
        "Everybody",
        "Guest 0",
        "Guest 1",
    ]


def shown(grid):
    return [one.id for one in grid.presenter.criteria]


def test_it_begins_on_the_agenda_and_shows_all_when_asked(page, desk, opened, qtbot):
    agenda = ("MON-1.1", "SRC-1.2", "DAT-1.1")
    held(opened, qtbot, 1, agenda)
    grid = GridSheet(page, desk)
    grid.open()
    grid.presenter.choose(TALK)
    idle(opened, qtbot)
    assert sorted(shown(grid)) == sorted(agenda)
    assert grid.criteria.current() == "agenda"
    grid.criteria.setFocus()
    press(Qt.Key.Key_Down)
    assert shown(grid) == [one.id for one in opened.snapshot.framework.criteria]
    grid.table.setFocus()
    at(grid, "REL-1.1")
    press(Qt.Key.Key_1)
    idle(opened, qtbot)
    grid.presenter.show("agenda")
    assert sorted(shown(grid)) == sorted((*agenda, "REL-1.1"))
    assert grid.presenter.filters()[0] == ("agenda", "Agenda of this interview, 4")


def test_without_an_agenda_all_criteria_are_shown_and_no_empty_agenda_is_offered(grid, opened):
    assert shown(grid) == [one.id for one in opened.snapshot.framework.criteria]
    assert grid.criteria.current() == "all"
    assert "agenda" not in dict(grid.presenter.filters())


def test_a_new_interview_begins_on_what_its_role_is_asked(grid, opened, qtbot):
    names = [one.id for one in opened.snapshot.of(Person)]
    grid.presenter.new_interview(date(2026, 12, 24), ("grid-person-0",))
    assert "grid-person-0" in names
    qtbot.waitUntil(lambda: grid.presenter.interview.id != TALK)
    pack = next(p for p in opened.snapshot.framework.role_packs if p.role == "DS")
    assert set(shown(grid)) == {one.criterion for one in pack.criteria}


def test_where_there_are_several_scope_units_an_interview_says_its_own(grid, opened, qtbot):
    def words():
        return dict(grid.presenter.interviews())[TALK]

    assert words() == "Paper, 24 Dec 2026"
    opened.do(scoping.save_unit, ScopeUnit(id="second", name="Pricing", position=1))
    talk = opened.snapshot.get(Interview, TALK)
    opened.do(interviewing.save_interview, talk.model_copy(update={"scope_unit": "second"}))
    idle(opened, qtbot)
    assert words() == "Paper, Pricing, 24 Dec 2026"
    qtbot.waitUntil(lambda: grid.interview.currentText() == words())


def test_the_grid_says_that_an_answer_goes_on_to_the_next_row(grid):
    assert "on to the next row" in grid.keys.text()
    assert grid.keys.isVisible()
    assert grid_keys()[0].words == "answer, next row"


def test_digits_answer_and_go_down(grid, opened, qtbot):
    first, second, third = [one.id for one in grid.presenter.criteria[:3]]
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(key)
    assert grid.table.currentIndex().row() == 3
    idle(opened, qtbot)
    kept = answers(opened)
    assert [kept[one, ROOM].value for one in (first, second, third)] == [YES, PARTLY, NO]
    assert "3 answers" in grid.findChild(QWidget, "grid-state").text()


def test_arrows_choose_the_voice_and_backspace_clears(grid, opened, qtbot):
    code = grid.presenter.criteria[0].id
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Up)
    idle(opened, qtbot)
    assert answers(opened)[code, "grid-person-0"].value is AnswerValue.UNKNOWN
    press(Qt.Key.Key_Backspace)
    assert grid.model.data(grid.table.currentIndex()) == ""
    idle(opened, qtbot)
    assert answers(opened) == {}


def test_not_applicable_asks_its_reason_and_counts_only_with_it(grid, opened, qtbot):
    at(grid, "SRC-1.1")
    press(Qt.Key.Key_4)
    assert grid.reason.hasFocus()
    assert grid.model.data(grid.table.currentIndex()) == "Reason?"
    press(Qt.Key.Key_Return)
    assert grid.reason.hasFocus()
    assert "needs a reason" in grid._problem.text()
    QTest.keyClicks(grid.reason, "No code of their own")
    press(Qt.Key.Key_Return)
    assert grid.table.hasFocus()
    idle(opened, qtbot)
    kept = answers(opened)["SRC-1.1", ROOM]
    assert (kept.value, kept.reason) == (NA, "No code of their own")


def test_a_reason_left_open_is_taken_back_by_backspace(grid, opened, qtbot):
    at(grid, "SRC-1.1")
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Escape)
    assert grid.table.hasFocus()
    assert grid.isVisible()
    assert "1 waits for its reason" in grid.findChild(QWidget, "grid-state").text()
    press(Qt.Key.Key_Backspace)
    assert grid.model.data(grid.table.currentIndex()) == ""
    assert not grid.reason.isVisible()
    idle(opened, qtbot)
    assert answers(opened) == {}


def test_a_key_criterion_refuses_not_applicable_and_says_why(grid, opened, qtbot):
    at(grid, "SRC-1.2")
    press(Qt.Key.Key_4)
    assert "key criterion" in grid._problem.text()
    assert grid.table.hasFocus()
    assert grid.model.data(grid.table.currentIndex()) == ""
    press(Qt.Key.Key_1)
    assert not grid._problem.isVisible()
    idle(opened, qtbot)
    assert answers(opened)["SRC-1.2", ROOM].value is YES


def test_undo_takes_the_last_answer_back(grid, opened, qtbot):
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_2)
    idle(opened, qtbot)
    opened.do(history.undo)
    idle(opened, qtbot)
    codes = [one.id for one in grid.presenter.criteria]
    assert set(answers(opened)) == {(codes[0], ROOM)}
    assert grid.model.data(grid.model.index(1, 0)) == ""
    assert grid.model.data(grid.model.index(0, 0)) == "Yes"


def test_a_refused_answer_shows_the_old_one_again(grid, opened, qtbot, monkeypatch):
    def refuse(_case, _answer):
        raise Problem("The disk is full.", "Free some room.")

    monkeypatch.setattr(interviewing, "record_answer", refuse)
    with qtbot.waitSignal(grid.said) as said:
        press(Qt.Key.Key_1)
    assert said.args[0].title == "The disk is full."
    assert grid.model.data(grid.model.index(0, 0)) == ""


def test_the_filter_shows_a_dimension_or_what_a_role_is_asked(grid):
    grid.presenter.show("dimension:MON")
    assert {one.dimension for one in grid.presenter.criteria} == {"MON"}
    grid.presenter.show("role:DS")
    framework = grid.presenter.framework()
    pack = next(one for one in framework.role_packs if one.role == "DS")
    assert {one.id for one in grid.presenter.criteria} == {one.criterion for one in pack.criteria}
    assert grid.table.currentIndex().isValid()


def test_an_interview_on_paper_is_made_from_people_and_a_day(grid, opened, qtbot):
    QTest.mouseClick(grid.new, Qt.MouseButton.LeftButton)
    talk = grid.talk
    assert talk.isVisible()
    talk.submit()
    assert "who took part" in talk._problem.text()
    talk.new.name.setFocus()
    QTest.keyClicks(talk.new.name, "Ines Aas")
    press(Qt.Key.Key_Return)
    idle(opened, qtbot)
    assert talk.isVisible()
    QTest.keyClick(talk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.presenter.interview.id != TALK)
    made = grid.presenter.interview
    assert made.state is InterviewState.HELD
    assert [opened.snapshot.get(Person, one).name for one in made.people] == ["Ines Aas"]
    qtbot.waitUntil(grid.table.hasFocus)
    press(Qt.Key.Key_1)
    idle(opened, qtbot)
    assert [one.value for one in opened.snapshot.of(Answer) if one.interview == made.id] == [YES]


def test_what_tab_went_through_on_a_sheet_is_no_garbage(grid):
    QTest.mouseClick(grid.new, Qt.MouseButton.LeftButton)
    people = grid.talk.findChild(PeopleList)
    area = people.parentWidget().parentWidget()
    press(Qt.Key.Key_Tab)
    assert area.viewport().isVisible()  # as the ring of the focus asks
    kept = weakref.ref(area)
    del area
    gc.collect()
    assert kept() is not None


def test_escape_closes_and_gives_the_focus_back(page, desk, opened, qtbot):
    from PySide6.QtWidgets import QPushButton

    button = QPushButton("Enter", page)
    button.show()
    button.setFocus()
    grid = GridSheet(page, desk)
    grid.open()
    assert grid.table.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not grid.isVisible()
    assert button.hasFocus()


def test_every_cell_says_itself(grid):
    index = grid.model.index(0, 1)
    words = grid.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert words == f"{grid.model.headerData(0, Qt.Orientation.Vertical)}, Guest 0: not answered"
    for one in grid.findChildren(QWidget):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible():
            assert one.accessibleName() or one.property("text"), one


def test_tab_goes_round_the_grid(grid):
    seen = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in seen:
            break
        seen.append(QApplication.focusWidget())
    assert grid.table in seen
    assert grid.interview in seen
    assert all(grid.isAncestorOf(one) for one in seen)


def test_keys_in_quick_succession_are_all_kept_with_eight_voices(page, desk, opened, qtbot):
    names = tuple(f"guest{number}" for number in range(8))
    for name in names:
        opened.do(interviewing.save_person, Person(id=name, role="DS", title=name))
    talk = Interview(id=TALK, title="Many", people=names, day=date(2026, 12, 24))
    opened.do(interviewing.save_interview, talk)
    idle(opened, qtbot)
    grid = GridSheet(page, desk)
    grid.open()
    grid.presenter.choose(TALK)
    assert grid.model.columnCount() == 9
    grid.table.setFocus()
    for _ in range(40):
        press(Qt.Key.Key_1)
        QApplication.processEvents()
    idle(opened, qtbot)
    assert len(answers(opened)) == 40


def test_a_reason_begun_off_the_agenda_comes_back_with_its_row(page, desk, opened, qtbot):
    framework = opened.snapshot.framework
    held(opened, qtbot, 1, agenda=tuple(one.id for one in framework.criteria[:3]))
    first = GridSheet(page, desk)
    first.open()
    first.presenter.choose(TALK)
    idle(opened, qtbot)
    first.presenter.show(ALL)
    always = {one.criterion for one in framework.quick}
    off = next(one for one in framework.criteria[10:] if one.id not in always)
    voice = first.presenter.voices[0]
    first.presenter.answer(off, voice, AnswerValue.NA)
    first.presenter.answering.type_reason(off.id, voice, "Because they told me")
    first.presenter.answering.flush()
    idle(opened, qtbot)
    again = GridSheet(page, desk)
    again.open()
    again.presenter.choose(TALK)
    idle(opened, qtbot)
    assert off in again.presenter.criteria
    assert again.presenter.stand(off.id, voice).reason == "Because they told me"
