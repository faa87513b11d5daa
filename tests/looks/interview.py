"""The interviews of a case, one at a question that voices answer differently, and its states."""

import shutil
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engagements.casework import confirming, judging
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import Interview
from engagements.records.client import Status
from tests.looks.waiting import settled
from ui.interview.diagnosing import asked_in

DISPUTED = "SRC-1.2"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def take(one, keep):
    """What is done here is done to a copy, so that other pictures stay as they are."""
    path = one.session.path
    copy = path.with_suffix(".look")
    shutil.copyfile(path, copy)
    opened(one, copy)
    states(one, keep)
    opened(one, path)
    copy.unlink()


def opened(one, path):
    one.session.open(lambda: Case.open(path, author="look"), path)
    settled(lambda: one.session.path == path, f"{path.name} to open")
    idle(one)


def states(one, keep):
    one.go("interview")
    keep("interview")
    page = one.page("interview")
    papers(one, page, keep)
    asked = [talk for talk in one.session.snapshot.of(Interview) if DISPUTED in talk.agenda]
    page.presenter.open(asked[-1].id, DISPUTED)
    idle(one)
    keep("asking")
    talking(one, page, keep)
    clocks(one, page, keep)
    closed(one, page, keep)
    over(one, page, keep)
    diagnostic(one, page, keep)
    page.close_interview()
    page.plan_new()
    keep("plan")


def papers(one, page, keep):
    """A record is asked for, one has come back, and the list says so."""
    talks = [talk for talk in one.session.snapshot.of(Interview) if DISPUTED in talk.agenda]
    page.overview.point_at(talks[0].id)
    act(page, "record")
    keep("papers-record")
    page.papers._sheet.dismiss()
    sent, today = date(2026, 11, 20), date(2026, 11, 24)
    for talk, back in zip(talks[:2], (None, today), strict=True):
        for use, more in (
            (confirming.record_sent, {"sent": sent, "reply_by": today + timedelta(3)}),
            *([(confirming.record_confirmed, {"on": back})] if back else []),
        ):
            one.session.do(use, talk.id, **more)
    idle(one)
    act(page, "reply")
    QTest.keyClick(page.papers._sheet.list, Qt.Key.Key_3)
    QTest.keyClick(page.papers._sheet.list, Qt.Key.Key_Down)
    keep("papers-reply")
    page.papers._sheet.dismiss()
    page.papers._show("Questionnaire, ML engineer.pdf is written.")
    keep("papers-written")
    page.papers.bar.forget()


def act(page, name):
    """One line of the menu of papers."""
    next(one for one in page.papers.acts() if one.name.startswith(name)).act()


def idle(one):
    settled(lambda: not one.session.busy, "the writer to rest")
    QTest.qWait(250)


def talking(one, page, keep):
    """An answer, a note with a quote and a to-do, then the client looks."""
    card = page.asking.card
    page.presenter.answer(AnswerValue.YES)
    page.presenter.answer(AnswerValue.PARTLY)
    card.editor.setFocus()
    for words in ("Code and settings are tagged per release. ", "> I could get close in a day. "):
        QTest.keyClicks(card.editor, words)
        QTest.keyClick(card.editor, Qt.Key.Key_Return)
    QTest.keyClick(card.editor, Qt.Key.Key_Return)
    QTest.keyClick(card.editor, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(card.editor, "get the retraining log")
    page.room.settle()
    idle(one)
    QTest.qWait(1100)
    keep("asking-typing")
    page.turn_safe(on=True)
    idle(one)
    keep("asking-safe")
    page.turn_safe(on=False)
    idle(one)


def clocks(one, page, keep):
    """Paused, and past the end."""
    sitting = page.presenter.sitting
    began = sitting._now
    sitting.pause()
    sitting._now = lambda: began() + 70
    sitting.ticked.emit()
    keep("asking-paused")
    sitting._now = began
    sitting.start()
    sitting._base = 95 * 60
    page.presenter.ticked.emit()
    keep("asking-over-time")
    sitting.pause()
    idle(one)


def over(one, page, keep):
    """Finished, then the client looks."""
    page.finish()
    idle(one)
    keep("ending")
    page.turn_safe(on=True)
    idle(one)
    keep("ending-safe")
    page.turn_safe(on=False)
    page.pause_or_go_on()
    idle(one)


def closed(one, page, keep):
    """A settled question, then a delivered engagement."""
    one.session.do(judging.judge, DISPUTED, AnswerValue.PARTLY, reason="Only its author could.")
    idle(one)
    keep("asking-settled")
    one.session.do(Case.update_engagement, status=Status.DELIVERED)
    idle(one)
    keep("asking-read-only")
    one.session.do(Case.update_engagement, status=None)
    idle(one)


def diagnostic(one, page, keep):
    """The six questions: at the start, with the bound, and while the client looks."""
    QTest.keyClick(page.asking.card.answers, Qt.Key.Key_D, CTRL_SHIFT)
    idle(one)
    keep("quick")
    values = (AnswerValue.YES, AnswerValue.YES, AnswerValue.NO, AnswerValue.NO) * 2
    for code, value in zip(asked_in(one.session.snapshot.framework), values, strict=False):
        page.presenter.go(code)
        page.presenter.answer(value)
    idle(one)
    keep("quick-bound")
    page.turn_safe(on=True)
    keep("quick-safe")
    page.turn_safe(on=False)
    page.diagnose()
