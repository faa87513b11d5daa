"""A contradiction on the Metrics page: both sides, and the way from each criterion."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engagements.casework import interviewing, shelving
from engagements.framework.model import AnswerValue
from engagements.records import Answer, MetricReading
from ui import jobs

CRITERION, METRIC = "TRN-2.2", "M08"


def answers(session):
    return [one for one in session.snapshot.of(Answer) if one.criterion == CRITERION]


@pytest.fixture
def clashing(page, qtbot):
    """Everybody says yes to what M08, read as 86 of at least 95, speaks against."""
    for one in answers(page.session):
        yes = one.model_copy(update={"value": AnswerValue.YES})
        page.session.do(interviewing.record_answer, yes)
    page.view.choose(METRIC)
    qtbot.waitUntil(lambda: bool(page.presenter.clashes(*page._here())))
    return page


def test_both_sides_are_said(clashing):
    (clash,) = clashing.presenter.clashes(*clashing._here())
    (answer,) = clash.answers
    assert (answer.criterion, answer.value) == (CRITERION, "Yes")
    assert answer.who.startswith("said by ")
    (read,) = clash.readings
    assert read.value.startswith("86 ")
    assert METRIC in read.metric
    card = clashing.form.findChild(object, "clash-0")
    assert "86" in card.accessibleName()
    assert answer.who in card.accessibleName()


@pytest.mark.parametrize("kind", ["finding", "ask"])
def test_each_criterion_leads_on(clashing, qtbot, kind):
    button = clashing.form.findChild(QPushButton, f"clash-0-{kind}-{CRITERION}")
    asked = clashing.asks_finding if kind == "finding" else clashing.asks_criterion
    asked.disconnect()  # the window of this test has no page to go to
    with qtbot.waitSignal(asked) as seen:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert seen.args == [CRITERION]


def test_a_card_goes_with_its_contradiction(clashing, qtbot):
    clashing.form.low.setText("97")
    clashing.form.high.setText("97")
    clashing.flush()
    qtbot.waitUntil(lambda: not clashing.presenter.clashes(*clashing._here()))
    qtbot.waitUntil(lambda: clashing.form.findChild(object, "clash-0") is None)


def test_put_away_nothing_is_changed_until_it_is_reopened(page, qtbot):
    page.session.do(shelving.archive)
    qtbot.waitUntil(lambda: bool(page.lock.words()))
    page.view.choose(METRIC)
    form, before = page.form, page.session.snapshot.of(MetricReading)
    assert form.low.isReadOnly()
    assert not form._not.isEnabled()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    form.low.setText("1")
    page.flush()
    assert not page.session.busy
    assert page.session.snapshot.of(MetricReading) == before
    thaw = form.findChild(QPushButton, "thaw-metrics")
    assert thaw.isVisible()
    thaw.setFocus()
    QTest.keyClick(thaw, Qt.Key.Key_Space)
    assert not form.low.isReadOnly()
    assert not thaw.isVisible()
    qtbot.waitUntil(lambda: not jobs.pending())
