"""Several readings of one metric: each is chosen, changed, taken out, and another is added."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engagements.casework import history
from engagements.records import MetricReading
from tests.ui.crash import opened_again, wait_for_draft
from tests.ui.metrics.conftest import PLACES

CTRL = Qt.KeyboardModifier.ControlModifier


def readings(page):
    return [one for one in page.session.snapshot.of(MetricReading) if one.metric == "M13"]


def type_reading(page, low, period):
    for field, words in ((page.form.low, low), (page.form.period, period)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Tab)


def offered(page):
    choice = page.form.choice
    return [choice.itemText(at) for at in range(choice.count())]


def pick(page, at):
    choice = page.form.choice
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(at):
        QTest.keyClick(choice, Qt.Key.Key_Down)


@pytest.fixture
def two(page, qtbot):
    """M13 read twice, the second begun by the button."""
    type_reading(page, "3", "Q2 2026")
    qtbot.waitUntil(lambda: [one.period for one in readings(page)] == ["Q2 2026"])
    qtbot.waitUntil(page.form.choice.add.isVisible)
    page.form.choice.add.setFocus()
    QTest.keyClick(page.form.choice.add, Qt.Key.Key_Space)
    assert page.form.low.hasFocus()
    assert page.form.low.text() == ""
    type_reading(page, "5", "Q3 2026")
    qtbot.waitUntil(lambda: [one.period for one in readings(page)] == ["Q2 2026", "Q3 2026"])
    qtbot.waitUntil(lambda: not page.session.busy)
    return page


def test_both_are_offered_by_period_and_value(two):
    assert two.form.choice.isVisible()
    assert offered(two) == ["Q2 2026: 3", "Q3 2026: 5"]
    assert two.form.choice.current() == readings(two)[1].id
    line = two.view.lines.line_of("M13")
    assert "2 readings" in two.view.lines.index(line, 0).data()


def test_the_chosen_one_is_changed_and_the_other_stays(two, qtbot):
    pick(two, 0)
    assert two.form.low.text() == "3"
    type_reading(two, "4", "Q2 2026")
    qtbot.waitUntil(lambda: [one.low for one in readings(two)] == [Decimal(4), Decimal(5)])
    pick(two, 1)
    assert (two.form.low.text(), two.form.period.text()) == ("5", "Q3 2026")


def test_the_chosen_one_is_taken_out_and_undo_shows_it_again(two, qtbot):
    gone = readings(two)[1]
    two.form._remove.setFocus()
    QTest.keyClick(two.form._remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [one.period for one in readings(two)] == ["Q2 2026"])
    assert two.form.low.text() == "3"
    assert not two.form.choice.isVisible()
    two.reveal(gone)
    two.session.do(history.undo)
    qtbot.waitUntil(lambda: len(readings(two)) == 2)
    qtbot.waitUntil(lambda: two.form.low.text() == "5")


def test_one_only_begun_is_left_without_a_trace(two, qtbot):
    QTest.keyClick(two.form.low, Qt.Key.Key_N, CTRL)
    assert offered(two)[-1] == "New reading"
    assert two.form.low.text() == ""
    pick(two, 0)
    assert two.form.low.text() == "3"
    assert len(offered(two)) == 2
    qtbot.waitUntil(lambda: not two.session.busy)
    assert len(readings(two)) == 2


def test_one_being_typed_survives_a_crash(two, desk, tmp_path, qtbot):
    QTest.keyClick(two.form.low, Qt.Key.Key_N, CTRL)
    QTest.keyClicks(two.form.low, "7")
    wait_for_draft(two.session, qtbot, f"metric/{two._spot().place}")
    with opened_again(desk, PLACES, two.session, tmp_path / "copy.plumb", qtbot) as again:
        assert again.form.low.text() == "7"
        assert offered(again)[-1] == "New reading"
        assert again.form.choice.currentText() == "New reading"
