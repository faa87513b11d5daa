"""Markup in any field of an engagement is shown as it was typed, on every page."""

from datetime import date

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget

from engagements.casework import (
    comments,
    evidence,
    interviewing,
    issuing,
    judging,
    planning,
    scoping,
)
from engagements.casework.case import Case
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import (
    Answer,
    Evidence,
    EvidenceRequest,
    Finding,
    Interview,
    MetricReading,
    Note,
    Person,
    PlanChange,
    ScopeUnit,
    Wording,
)
from engagements.records.answers import NoteKind
from engagements.records.evidence import SpeaksFor
from engagements.records.outcome import MetricCase
from engagements.records.people import Consent
from tests.ui.windows import windowed
from ui import jobs
from ui.pages import PLACES

BAIT = '<img src="bait.png"> <b>&amp;</b>'
CRITERION = mlops().criteria[0].id
OBJECT = "￼"
"""What stands for a picture in a text."""


def fill(case):
    """A word of markup in every field that takes words."""
    case.update_client(name=BAIT, sector=BAIT)
    case.update_engagement(title=BAIT, scope=BAIT, target=3)
    unit = case.snapshot.scope_units[0]
    scoping.save_unit(case, ScopeUnit(id=unit.id, name=BAIT, models=(BAIT,)))
    role = mlops().roles[0].code
    people = [
        Person(id=f"p{n}", name=BAIT, role=role, title=BAIT, consent=Consent.NAMED, pseudonym=BAIT)
        for n in range(2)
    ]
    for one in people:
        interviewing.save_person(case, one)
    for number, one in enumerate(people):
        talk = Interview(
            id=f"i{number}",
            title=BAIT,
            people=(one.id,),
            assessors=(BAIT,),
            day=date(2026, 11, 20 + number),
            agenda=tuple(each.id for each in mlops().criteria[:9]),
        )
        interviewing.save_interview(case, talk)
        value = (AnswerValue.YES, AnswerValue.NO)[number]
        said = Answer.of(CRITERION, talk.id, value, voice=one.id, reason=BAIT)
        interviewing.record_answer(case, said)
        for kind in NoteKind:
            words = Note(
                id=f"n{number}{kind}",
                interview=talk.id,
                author=BAIT,
                text=BAIT,
                criteria=(CRITERION,),
                note_kind=kind,
            )
            interviewing.keep_note(case, words)
    shown = Evidence(
        id="e",
        title=BAIT,
        description=BAIT,
        grade=3,
        link=BAIT,
        speaks_for=(SpeaksFor(criterion=CRITERION, value=AnswerValue.YES, interview="i0"),),
    )
    evidence.save(case, shown)
    wanted = EvidenceRequest(id="r", title=BAIT, person="p0", criteria=(CRITERION,))
    evidence.request(case, wanted)
    judging.judge(case, CRITERION, AnswerValue.PARTLY, reason=BAIT)
    judging.save_finding(case, Finding(id="f", sort="gap", text=BAIT, criteria=(CRITERION,)))
    reading = MetricReading(
        id="m",
        metric=mlops().metrics[0].id,
        period=BAIT,
        note=BAIT,
        cases=(MetricCase(label=BAIT),),
    )
    judging.save_metric(case, reading)
    planning.change_plan(case, PlanChange(id="c", action=mlops().actions[0].id, reason=BAIT))
    issuing.save_wording(case, Wording.of("summary.title", "en", BAIT, "facts"))
    comments.add(case, BAIT)


@pytest.fixture
def window(desk, session, qtbot):
    path = desk.engagements / "hostile.plumb"
    case = Case.create(path, client=BAIT, author="<img src=x>")
    fill(case)
    case.close()
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(path, author="<img src=x>"), path)
    return windowed(desk, qtbot)


def items(view):
    """Words of every cell of a list, by any role that is shown."""
    model = view.model()
    if model is None:
        return
    flat = isinstance(model, QAbstractListModel)
    parents = [view.rootIndex()]
    while parents:
        parent = parents.pop()
        for row in range(min(model.rowCount(parent), 100)):
            for column in range(1 if flat else model.columnCount(parent)):
                at = model.index(row, column, parent)
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield "text", at.data(role)
                yield "tip", at.data(Qt.ItemDataRole.ToolTipRole)
            if not flat:
                parents.append(model.index(row, 0, parent))


def words_of(widget):
    """Everything a widget shows or tells, each with what it is."""
    yield "text", widget.accessibleName()
    yield "text", widget.property("text")
    yield "tip", widget.toolTip()
    if isinstance(widget, QTextEdit):
        yield "text", widget.toPlainText()
    if isinstance(widget, QAbstractItemView):
        yield from items(widget)


def told_by(window):
    return [found for widget in window.findChildren(QWidget) for found in words_of(widget)]


def shows_bait(window):
    words = [text for sort, text in told_by(window) if sort == "text" and isinstance(text, str)]
    return any("<img" in text for text in words)


@pytest.mark.parametrize("name", [place.name for place in PLACES])
def test_markup_is_shown_as_it_was_typed_and_loads_nothing(window, name, qtbot):
    window.go(name)
    if name == "interview":
        window.page(name).open_interview("i0")
    qtbot.waitUntil(lambda: not jobs.pending() and not window.session.busy)
    QApplication.processEvents()
    # Settings shows the program's own words and nothing of an engagement.
    qtbot.waitUntil(lambda: name == "settings" or shows_bait(window))
    told = told_by(window)
    for tip in {text for sort, text in told if sort == "tip" and text}:
        if QtGui.Qt.mightBeRichText(tip):
            document = QTextDocument()
            document.setHtml(tip)
            assert OBJECT not in document.toPlainText(), tip
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    for editor in window.findChildren(QTextEdit):
        assert OBJECT not in editor.toPlainText()
