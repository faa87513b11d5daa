"""The coverage beside the list: what is told, and where it leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from engagements.assessment.coverage import Gap, coverage
from engagements.casework import scoping
from engagements.records import Interview, Person, ScopeUnit
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.people import InterviewState
from tests.ui.interview.conftest import CTRL
from ui.interview.coverage import asking, cell_plan, gap_plan


@pytest.fixture
def pane(hand):
    return hand.page.overview.coverage


def roles(hand, plan):
    return {hand.session.snapshot.get(Person, one).role for one in plan.people}


def test_the_matrix_says_every_cell(hand, pane):
    model = pane.matrix.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    framework = hand.session.snapshot.framework
    assert model.rowCount() == len(framework.roles)
    assert model.columnCount() == len(framework.dimensions) + 1
    spoken = Qt.ItemDataRole.AccessibleTextRole
    words = [
        model.data(model.index(line, column), spoken)
        for line in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert all(words)
    assert any("heard" in one for one in words)
    assert any("planned" in one for one in words)
    assert any("not asked" in one for one in words)


def test_gaps_stand_in_words_with_a_way_to_close_them(hand, pane):
    gaps = coverage(hand.session.snapshot).gaps
    assert gaps
    assert pane.gaps() == gaps
    buttons = [one for one in pane.findChildren(QPushButton) if one.objectName()[:4] == "gap-"]
    assert len(buttons) == len(gaps)
    assert gaps[0].criteria[0] in buttons[0].accessibleName()


def test_a_gap_leads_to_the_form_with_its_questions(hand, pane):
    gap = pane.gaps()[0]
    pane.findChild(QPushButton, "gap-0").click()
    form = hand.page.form
    assert hand.page._stack.currentWidget() is form
    assert set(gap.criteria) <= set(form._plan.agenda(hand.session.snapshot))
    assert roles(hand, form._plan) >= {gap.role}
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.until(lambda: gap not in coverage(hand.session.snapshot).gaps)


def test_enter_on_a_cell_plans_its_questions(hand, pane):
    framework = hand.session.snapshot.framework
    line = [role.code for role in framework.roles].index("PL")
    pane.matrix.setFocus()
    pane.matrix.setCurrentIndex(pane.matrix.model().index(line, 1))
    hand.press(Qt.Key.Key_Return)
    assert hand.page._stack.currentWidget() is hand.page.form
    assert roles(hand, hand.page.form._plan) == {"PL"}
    hand.press(Qt.Key.Key_Escape)
    assert hand.page._stack.currentWidget() is hand.page.overview


def test_a_role_with_an_interview_to_come_gets_the_questions_there(hand):
    snapshot = hand.session.snapshot
    coming = next(one for one in snapshot.of(Interview) if one.state is InterviewState.PLANNED)
    role = snapshot.get(Person, coming.people[0]).role
    plan = asking(snapshot, role, ["SRC-1.1"], coming.scope_unit)
    assert plan.before == coming
    assert {*coming.agenda, "SRC-1.1"} == set(plan.agenda(snapshot))


def test_a_role_that_was_heard_already_gets_another_interview(hand):
    snapshot = hand.session.snapshot
    plan = gap_plan(snapshot, Gap("role", ("PLT-1.1",), "PL", ("PLT",)), FIRST_UNIT_ID)
    assert plan.before is None
    assert roles(hand, plan) == {"PL"}
    assert plan.agenda(snapshot) == ("PLT-1.1",)


def test_a_role_nobody_has_is_offered_for_somebody_new(hand):
    taken = {one.role for one in hand.records(Person)}
    free = next(
        (one.code for one in hand.session.snapshot.framework.roles if one.code not in taken), None
    )
    snapshot = hand.session.snapshot
    plan = asking(snapshot, free or "none", ["SRC-1.1"], FIRST_UNIT_ID)
    assert plan.people == ()
    hand.page._show_form(plan)
    assert hand.page.form.new.name.hasFocus()
    assert hand.page.form.new.role.current() == (free or hand.page.form.new.role.itemData(0))


def test_a_dimension_the_pack_does_not_name_is_asked_as_a_whole(hand):
    snapshot = hand.session.snapshot
    whole = [one.id for one in snapshot.framework.criteria if one.dimension == "PLT"]
    plan = cell_plan(snapshot, "DE", "PLT", FIRST_UNIT_ID)
    asked = [one for one in plan.agenda(snapshot) if one.startswith("PLT")]
    assert asked == whole


def test_every_unit_has_its_own_coverage_and_plans_for_itself(hand, pane):
    gaps = pane.gaps()
    assert not pane.unit.isVisible()
    hand.session.do(scoping.save_unit, ScopeUnit(id="two", name="Pricing", position=1))
    hand.until(pane.unit.isVisible)
    assert pane.gaps() == gaps
    assert "in other units" in pane._count.text()
    pane.unit.setFocus()
    hand.press(Qt.Key.Key_Down)
    there = coverage(hand.session.snapshot, "two").gaps
    assert pane.gaps() == there != gaps
    pane.findChild(QPushButton, "gap-0").click()
    assert hand.page.form.unit.current() == "two"
    plan = gap_plan(hand.session.snapshot, there[0], "two")
    assert plan.before is None
    assert plan.interview(hand.session.snapshot, "").scope_unit == "two"
