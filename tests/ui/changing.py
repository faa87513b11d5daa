"""How each page changes something by its own widgets, and where it is seen that it was kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from engagements.records import (
    Answer,
    Evidence,
    EvidenceRequest,
    Judgement,
    MetricReading,
    PlanChange,
)

CTRL = Qt.KeyboardModifier.ControlModifier
ACTION = "A12-08"
"""An action of the sample's plan."""
METRIC = "M13"
"""A metric that the sample does not read."""
TYPED = "Words that nobody types twice"


def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, held)


def type_into(edit, words):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)


@dataclass(frozen=True)
class Change:
    """One change: the page, how it is made ready and done, and what it leaves."""

    page: str
    do: Callable[[Any], None]
    kept: Callable[[Any], Any]
    """What of it is in the engagement; equal before and after a failure."""
    shown: Callable[[Any], Any]
    """What the page shows of it."""
    ready: Callable[[Any], None] = lambda page: None
    typed: str = ""
    """What ``shown`` holds after a failure where it was typed; else what it held before."""
    again: Callable[[Any], None] | None = None
    """How it is done once more where that is another way than the first."""


def to_findings(page):
    press(Qt.Key.Key_N)


def judge(page):
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_Return, CTRL)


def chosen_judgement(page):
    chosen = page.drawer.judgement._group.checkedButton()
    return chosen.objectName() if chosen else ""


def judge_with_reason(page):
    press(Qt.Key.Key_2, CTRL)
    type_into(page.drawer.judgement.reason, TYPED)
    press(Qt.Key.Key_Return, CTRL)


def settle(page):
    page.drawer.judgement.reason.setFocus()
    press(Qt.Key.Key_Return, CTRL)


def open_grid(page):
    press(Qt.Key.Key_G)
    page.grid.table.setFocus()


def cell(page):
    return page.grid.model.data(page.grid.model.index(0, 0))


def first_cell(page):
    page.grid.table.setCurrentIndex(page.grid.model.index(0, 0))
    page.grid.table.setFocus()


def answer_in_grid(page):
    first_cell(page)
    press(Qt.Key.Key_3 if cell(page) != "No" else Qt.Key.Key_1)


def cell_that_takes_a_reason(page):
    """The first question that may not apply: the six of the quick diagnostic always do."""
    always = {one.criterion for one in page.session.snapshot.framework.quick}
    rows = range(page.grid.model.rowCount())
    row = next(one for one in rows if page.grid.model.criterion(one).id not in always)
    page.grid.table.setCurrentIndex(page.grid.model.index(row, 0))
    page.grid.table.setFocus()


def reason_in_grid(page):
    cell_that_takes_a_reason(page)
    if not page.grid.reason.isVisible():
        press(Qt.Key.Key_4)
    type_into(page.grid.reason, TYPED)
    press(Qt.Key.Key_Return)


def reason_stands(page):
    cell_that_takes_a_reason(page)
    return page.grid.reason.text()


def to_action(page):
    page.plan.point(ACTION)


def give_start(page):
    page.control.start.setDate(QDate(2027, 3, 1))
    QTest.keyClick(page.control.start, Qt.Key.Key_Return)


def other_owner(page):
    owner = page.inspector.owner
    keys = [owner.itemData(at) for at in range(owner.count())]
    owner.setCurrentIndex((owner.currentIndex() + 1) % len(keys))
    owner.activated.emit(owner.currentIndex())


def estimate(page):
    type_into(page.inspector.estimate.edits[2], "7")
    press(Qt.Key.Key_Return)


def leave_out(page):
    page.plan.setFocus()
    press(Qt.Key.Key_Delete)
    type_into(page.leave_out_sheet.reason, TYPED)
    press(Qt.Key.Key_Return)


def title(page):
    press(Qt.Key.Key_Return)
    type_into(page.item.title, TYPED)
    press(Qt.Key.Key_Return)


def keep_title(page):
    page.item.title.setFocus()
    press(Qt.Key.Key_Return)


def other_grade(page):
    item = current(page)
    page.item._grade.buttons()["4" if item.grade != 4 else "2"].click()


def current(page):
    return page.session.snapshot.get(Evidence, page.register.view.current())


def grade_shown(page):
    return page.item._grade.current()


def add_file(page):
    page._add.click()


def to_requests(page):
    press(Qt.Key.Key_T, CTRL)


def new_request(page):
    page._add.click()


def to_metric(page):
    page.view.choose(METRIC)


def read_metric(page):
    press(Qt.Key.Key_Return)
    type_into(page.form.low, "2.5")
    press(Qt.Key.Key_Return)


def keep_metric(page):
    page.form.low.setFocus()
    press(Qt.Key.Key_Return)


def number_of(kind):
    return lambda session: len(session.snapshot.of(kind))


def values_of(kind):
    return lambda session: sorted(repr(one) for one in session.snapshot.of(kind))


def nothing(page):
    return None


CHANGES = {
    "a judgement": Change(
        "findings",
        judge,
        values_of(Judgement),
        chosen_judgement,
        to_findings,
        typed="judge-2",
        again=settle,
    ),
    "a reason": Change(
        "findings",
        judge_with_reason,
        values_of(Judgement),
        lambda page: page.drawer.judgement.reason.toPlainText(),
        to_findings,
        typed=TYPED,
        again=settle,
    ),
    "an answer in the grid": Change("findings", answer_in_grid, values_of(Answer), cell, open_grid),
    "a reason in the grid": Change(
        "findings", reason_in_grid, values_of(Answer), reason_stands, open_grid, typed=TYPED
    ),
    "the start": Change(
        "roadmap",
        give_start,
        lambda session: session.snapshot.engagement.roadmap_start,
        lambda page: page.control.day(),
    ),
    "an estimate": Change(
        "roadmap",
        estimate,
        values_of(PlanChange),
        lambda page: page.inspector.estimate.edits[2].text(),
        to_action,
    ),
    "an owner": Change(
        "roadmap",
        other_owner,
        values_of(PlanChange),
        lambda page: page.inspector.owner.current(),
        to_action,
    ),
    "an action left out": Change(
        "roadmap",
        leave_out,
        values_of(PlanChange),
        lambda page: page.leave_out_sheet.reason.text() if page.leave_out_sheet.isVisible() else "",
        to_action,
        typed=TYPED,
        again=lambda page: press(Qt.Key.Key_Return),
    ),
    "a title": Change(
        "evidence",
        title,
        lambda session: sorted(one.title for one in session.snapshot.of(Evidence)),
        lambda page: page.item.title.text(),
        typed=TYPED,
        again=keep_title,
    ),
    "a grade": Change("evidence", other_grade, values_of(Evidence), grade_shown),
    "a file": Change("evidence", add_file, number_of(Evidence), nothing),
    "a request": Change("evidence", new_request, number_of(EvidenceRequest), nothing, to_requests),
    "a reading": Change(
        "metrics",
        read_metric,
        values_of(MetricReading),
        lambda page: page.form.low.text(),
        to_metric,
        typed="2.5",
        again=keep_metric,
    ),
}


def visible(window, name):
    """A widget on screen by its name."""
    return next(one for one in window.findChildren(QWidget, name) if one.isVisible())


def choosing(monkeypatch, path):
    """Whoever asks for files gets this one."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(path)], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
