"""Planning an interview: by roles, by hand, by keys in the form."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from engagements.casework import history, scoping
from engagements.problem import Problem
from engagements.records import Interview, Person, ScopeUnit
from tests.ui.interview.conftest import CTRL
from ui.interview.agenda import proposed
from ui.interview.pace import begins
from ui.interview.planning import Plan, clock_of, offered, plan_of


def person(hand, title):
    return next(p for p in hand.records(Person) if p.title == title)


def test_when_it_is_stands_in_full_and_stays_under_a_message(sponsor):
    top, page = sponsor.page._top, sponsor.page
    talk = page.presenter.interview
    assert top._when.text() == begins(talk)
    assert top._when.isVisible()
    assert top._when.width() == top._when.sizeHint().width()
    sponsor.window.resize(1440, 860)
    before = page.height()
    page.say(Problem("It is not kept.", "Try again."))
    sponsor.qtbot.waitUntil(lambda: page.height() < before)
    page._show_top()
    assert top._when.isVisible()
    sponsor.window.resize(1200, 900)
    sponsor.qtbot.waitUntil(top._when.isHidden)
    sponsor.window.resize(1440, 860)
    sponsor.qtbot.waitUntil(top._when.isVisible)


def test_the_roles_propose_the_agenda(hand):
    snapshot = hand.session.snapshot
    both = (person(hand, "Risk officer").id, person(hand, "Chief operating officer").id)
    plan = Plan(people=both, day=date(2026, 11, 30))
    assert plan.agenda(snapshot) == proposed(snapshot.framework, ["RC", "EX"])
    fewer = plan.having(snapshot, [plan.agenda(snapshot)[0]], on=False)
    assert len(fewer.agenda(snapshot)) == len(plan.agenda(snapshot)) - 1
    assert fewer.having(snapshot, [plan.agenda(snapshot)[0]], on=True).agenda(
        snapshot
    ) == plan.agenda(snapshot)


def test_all_core_is_a_pack_of_its_own(hand):
    framework = hand.session.snapshot.framework
    assert len(offered(framework, [], "core")) == sum(c.type.gates for c in framework.criteria)


def test_what_is_missing_is_said(hand):
    snapshot = hand.session.snapshot
    one = person(hand, "Risk officer").id
    assert "interviewee" in Plan().fault(snapshot)
    assert "14:00" in Plan(people=(one,), starts="soon").fault(snapshot)
    assert "question" in Plan(people=(one,), chosen=()).fault(snapshot)
    assert Plan(people=(one,), starts="9").fault(snapshot) == ""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("14:00", time(14)),
        ("14.30", time(14, 30)),
        ("9", time(9)),
        ("25:00", None),
        ("noon", None),
        ("", None),
        ("-1:30", None),
        ("12:٣", time(12, 3)),
    ],
)
def test_hours_as_they_are_typed(words, found):
    assert clock_of(words) == found


def test_planned_by_keyboard_alone(hand):
    before = {one.id for one in hand.records(Interview)}
    hand.press(Qt.Key.Key_P)
    assert hand.page._stack.currentWidget() is hand.page.form
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.until(lambda: hand.page.presenter.interview is not None)
    fresh = hand.page.presenter.interview
    assert fresh.id not in before
    assert fresh.people == (hand.records(Person)[0].id,)
    assert fresh.assessors == ("tester",)
    assert hand.card.answers.hasFocus()


def test_somebody_new_is_added_and_asked_at_once(hand):
    hand.page.plan_new()
    form = hand.page.form
    form.new.name.setFocus()
    hand.write("Kari Nordmann")
    form.new.role.choose("EX")
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.until(lambda: hand.page.presenter.interview is not None)
    fresh = hand.page.presenter.interview
    assert fresh.title == "Kari Nordmann"
    assert fresh.agenda == proposed(hand.session.snapshot.framework, ["EX"])


def test_an_agenda_too_long_for_its_time_is_told(hand):
    hand.page.plan_new()
    form = hand.page.form
    form.new.role.choose("EX")
    hand.press(Qt.Key.Key_Space)
    asked = len(form._plan.agenda(hand.session.snapshot))
    form.minutes.buttons()["90"].click()
    each = 90 * 60 // asked
    assert form._count.text() == f"Agenda, {asked} questions, {each // 60}:{each % 60:02} for each"
    form.minutes.buttons()["30"].click()
    each = 30 * 60 // asked
    assert form._count.text().endswith(f", only {each // 60}:{each % 60:02} for each")


def test_kept_for_later_goes_back_to_the_list(hand):
    hand.page.plan_new()
    form = hand.page.form
    hand.press(Qt.Key.Key_Space)
    form.day.setDate(QDate(2026, 12, 1))
    form.starts.setFocus()
    hand.write("10:30")
    form._keep.click()
    hand.until(lambda: hand.page._stack.currentWidget() is hand.page.overview)
    fresh = hand.records(Interview)[-1]
    assert fresh.starts == datetime(2026, 12, 1, 10, 30)
    row = hand.page.overview.list.currentIndex().data(Qt.ItemDataRole.DisplayRole)
    assert row == fresh.title


def test_esc_keeps_nothing(hand):
    before = len(hand.records(Interview))
    hand.page.plan_new()
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_Escape)
    hand.settled()
    assert len(hand.records(Interview)) == before
    assert hand.page.overview.list.hasFocus()


def test_the_plan_of_an_interview_can_be_changed(sponsor):
    here = sponsor.page.presenter.interview
    assert plan_of(here).interview(sponsor.session.snapshot, "tester") == here.model_copy(
        update={"title": plan_of(here).interview(sponsor.session.snapshot, "tester").title}
    )
    sponsor.page.plan_again()
    code = here.agenda[0]
    sponsor.page.form.choice.ticked.emit((code,), False)
    sponsor.press(Qt.Key.Key_Return, CTRL)
    sponsor.until(lambda: code not in sponsor.page.presenter.interview.agenda)
    kept = sponsor.session.snapshot.get(Interview, here.id)
    assert kept.agenda == here.agenda[1:]


def test_space_on_a_dimension_takes_all_its_questions(hand):
    hand.page.plan_new()
    hand.press(Qt.Key.Key_Space)
    choice = hand.page.form.choice
    choice.setFocus()
    choice.setCurrentIndex(choice.model().index(0, 0))
    hand.press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is choice
    asked = hand.page.form._plan.agenda(hand.session.snapshot)
    whole = [c.id for c in hand.session.snapshot.framework.criteria if c.dimension == "SRC"]
    assert set(whole) <= set(asked)


def test_the_day_stands_in_its_field(hand):
    hand.page.plan_new()
    hand.settled()
    inside = hand.page.form.day
    words = inside.fontMetrics().horizontalAdvance(inside.displayText())
    assert words > 0
    assert inside.width() - inside.textMargins().left() > words


def test_the_next_field_is_one_tab_away_and_the_next_name_follows_a_person(hand):
    hand.page.plan_new()
    form = hand.page.form
    form.new.name.setFocus()
    hand.write("Ida Berg")
    hand.press(Qt.Key.Key_Return)
    assert form.new.name.hasFocus()
    form.day.setFocus()
    hand.press(Qt.Key.Key_Tab)
    hand.write("14:30")
    assert form.starts.text() == "14:30"
    hand.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.minutes.buttons()[form.minutes.current()]


def test_a_day_is_typed_as_people_write_it(hand):
    hand.page.plan_new()
    day = hand.page.form.day
    for words, wanted in (("2 Dec 2026", (2026, 12, 2)), ("3.12.2026", (2026, 12, 3))):
        day.setFocus()
        day.selectAll()
        hand.write(words)
        hand.press(Qt.Key.Key_Tab)
        assert day.date() == QDate(*wanted)
    assert day.text() == "Thu 3 Dec 2026"
    day.setFocus()
    hand.press(Qt.Key.Key_Up)
    assert day.text() == "Fri 4 Dec 2026"
    day.selectAll()
    hand.write("soon")
    hand.press(Qt.Key.Key_Tab)
    assert day.text() == "Fri 4 Dec 2026"


def test_an_interview_is_planned_for_one_of_the_scope_units(hand):
    hand.page.plan_new()
    form = hand.page.form
    assert not form.unit.isVisible()
    hand.press(Qt.Key.Key_Escape)
    hand.session.do(scoping.save_unit, ScopeUnit(id="two", name="Arrival times", position=1))
    hand.settled()
    hand.page.plan_new()
    assert form.unit.isVisible()
    hand.press(Qt.Key.Key_Space)
    form.unit.setFocus()
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.until(lambda: hand.page.presenter.interview is not None)
    assert hand.page.presenter.interview.scope_unit == "two"
    hand.page.plan_again()
    assert form.unit.current() == "two"
    assert not form.unit.isEnabled()
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.settled()
    assert hand.page.presenter.interview.scope_unit == "two"


def test_a_scope_unit_that_comes_while_the_form_stands_is_offered(hand):
    hand.page.plan_new()
    form = hand.page.form
    hand.session.do(scoping.save_unit, ScopeUnit(id="two", name="Arrival times", position=1))
    hand.until(form.unit.isVisible)
    form.unit.setFocus()
    hand.press(Qt.Key.Key_Down)
    assert form.unit.current() == "two"
    hand.session.do(history.undo)
    hand.until(lambda: not form.unit.isVisible())
    assert form.unit.current() != "two"


def test_with_several_units_list_and_head_say_which_one_an_interview_is_about(hand):
    chips = hand.page._top
    hand.open("Executive sponsor")
    assert not chips._unit.isVisible()
    hand.page.close_interview()
    entry = hand.page.overview.list.model().index(0, 0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert "Arrival times" not in entry.data(spoken)
    first = hand.session.snapshot.scope_units[0]
    hand.session.do(scoping.save_unit, first.model_copy(update={"name": "Arrival times"}))
    hand.session.do(scoping.save_unit, ScopeUnit(id="two", name="Pricing", position=1))
    hand.settled()
    assert "Arrival times" in hand.page.overview.list.model().index(0, 0).data(spoken)
    hand.open("Executive sponsor")
    assert chips._unit.isVisible()
    assert chips._unit.text() == "Arrival times"
