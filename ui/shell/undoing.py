"""Undo and redo for the whole window: what comes next in words, and first going to its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.language import mark, tr
from engagements.problem import Problem

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.casework.trail import Step
    from engagements.records.base import Record
    from engagements.records.client import Engagement
    from engagements.records.people import Interview
    from engagements.records.snapshot import Snapshot
    from ui.session import Session

WORDS = {
    "engagement-created": mark("beginning the engagement"),
    "engagement-changed": mark("a change of the engagement"),
    "client-changed": mark("a change of the client"),
    "scope-unit-saved": mark("a scope unit"),
    "scope-unit-removed": mark("taking out a scope unit"),
    "person-saved": mark("an interviewee"),
    "person-removed": mark("taking out an interviewee"),
    "interview-saved": mark("a change of the interview"),
    "interview-removed": mark("taking out an interview"),
    "record-sent": mark("sending out a record"),
    "record-confirmed": mark("the reply to a record"),
    "answer-recorded": mark("an answer"),
    "answer-cleared": mark("clearing an answer"),
    "note-kept": mark("a note"),
    "note-removed": mark("taking out a note"),
    "evidence-attached": mark("evidence"),
    "evidence-changed": mark("a change of evidence"),
    "evidence-removed": mark("taking out evidence"),
    "request-saved": mark("a request for evidence"),
    "request-removed": mark("taking out a request"),
    "judgement-settled": mark("a judgement"),
    "judgement-reopened": mark("reopening a judgement"),
    "finding-saved": mark("a finding"),
    "finding-removed": mark("taking out a finding"),
    "wording-saved": mark("a wording of the report"),
    "wording-removed": mark("taking out a wording"),
    "comment-saved": mark("a comment on the draft"),
    "comment-removed": mark("taking out a comment"),
    "metric-read": mark("a metric"),
    "metric-removed": mark("taking out a metric"),
    "plan-changed": mark("a change of the roadmap"),
    "plan-change-removed": mark("taking back a change of the roadmap"),
    "report-set": mark("a choice for the report"),
    "version-issued": mark("issuing a version"),
    "imported": mark("an import"),
    "merged": mark("a merge"),
    "value-restored": mark("restoring an older value"),
    "taken-back": mark("taking back an action"),
    "undone": mark("an undo"),
    "redone": mark("a redo"),
    "erased": mark("erasing"),
}
"""Actions in words, by their code; those of answers name answer and criterion as well."""


STATES = {
    "planned": mark("a change of the interview"),
    "running": mark("beginning the interview"),
    "paused": mark("pausing the interview"),
    "held": mark("ending the interview"),
}
"""What brought an interview into a state."""
LAST = mark("the last change")


def record_of(step: Step) -> Record | None:
    """The record a step is about: what it left, else what it took out."""
    for values in (step.after, step.before):
        for heads in values.values():
            if heads:
                return heads[0]
    return None


def step_words(step: Step, snapshot: Snapshot) -> str:
    """What a step did: "“Partly” on SRC-1.1", "a note on SRC-1.1"."""
    from engagements.records.answers import Answer, Note
    from engagements.records.client import Engagement
    from engagements.records.people import Interview

    record = record_of(step)
    said = tr(WORDS.get(step.action, LAST))
    if isinstance(record, Answer):
        if step.action == "answer-cleared":
            return tr("clearing {criterion}", criterion=record.criterion)
        labels = {one.code: one.label for one in snapshot.framework.answers}
        answer = labels[record.value]
        return tr("“{answer}” on {criterion}", answer=answer, criterion=record.criterion)
    if isinstance(record, Engagement):
        return _agreed_words(step, record, said)
    if isinstance(record, Interview) and step.action == "interview-saved":
        return _talk_words(step, record, said)
    if isinstance(record, Note) and record.criteria:
        return tr("{what} on {criterion}", what=said, criterion=record.criteria[0])
    return said


def _agreed_words(step: Step, record: Engagement, said: str) -> str:
    """What was done to the engagement itself: delivered, open again, or something else."""
    before = next((heads[0] for heads in step.before.values() if heads), None)
    earlier = getattr(before, "status", None)
    if step.action != "engagement-changed" or earlier == record.status:
        return said
    if "archived" in (earlier, record.status):
        return said
    delivered = record.status == "delivered"
    return tr("delivering the engagement") if delivered else tr("reopening the engagement")


def _talk_words(step: Step, record: Interview, said: str) -> str:
    """What was done to an interview: begun, paused, ended, a question parked, or something else."""
    from engagements.records.people import Interview

    before = next((heads[0] for heads in step.before.values() if heads), None)
    if not isinstance(before, Interview):
        planned = record.state == "planned"
        return tr("planning an interview") if planned else tr("adding an interview")
    if before.state is not record.state:
        if before.state != "planned" and record.state == "running":
            return tr("going on with the interview")
        return tr(STATES[record.state])
    return _question_words(before, record) or said


def _question_words(before: Interview, record: Interview) -> str:
    """What was done to its questions, one of them or their order; empty for anything else."""
    parked = set(record.parked) ^ set(before.parked)
    if len(parked) == 1:
        (criterion,) = parked
        if criterion in record.parked:
            return tr("parking {criterion}", criterion=criterion)
        return tr("taking {criterion} up again", criterion=criterion)
    ticked = set(record.ticked) ^ set(before.ticked)
    if len(ticked) == 1:
        return tr("a tick on {criterion}", criterion=ticked.pop().partition("/")[0])
    return tr("a change of the agenda") if before.agenda != record.agenda else ""


class Undoing(QObject):
    """Knows what can be undone and redone; the window goes to the place first."""

    told = Signal(object, str)
    """The record that Ctrl+Z would change (or None), and the words for it."""
    refused = Signal(object)

    def __init__(self, session: Session, show: Callable[[Record], bool]) -> None:
        """``show(record)`` brings a record on screen; True when it already was."""
        super().__init__()
        self._session, self._show = session, show
        self._undo: Step | None = None
        self._redo: Step | None = None
        session.changed.connect(lambda _change: self._look())
        session.case_changed.connect(self._look)

    def _look(self) -> None:
        """See what comes next; forget what was known while nothing is open."""
        from engagements.casework import history

        case, snapshot = self._session.case, self._session.snapshot
        if case is None or snapshot is None:
            self._undo = self._redo = None
            self.told.emit(None, "")
            return
        self._undo, self._redo = history.next_undo(case), history.next_redo(case)
        if self._undo is None:
            self.told.emit(None, "")
            return
        self.told.emit(record_of(self._undo), step_words(self._undo, snapshot))

    def undo(self) -> None:
        """Take the last own change back; when it is not on screen, only go there."""
        from engagements.casework import history

        self._turn(self._undo, history.undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        from engagements.casework import history

        self._turn(self._redo, history.redo)

    def _turn(self, step: Step | None, act: Callable[..., Change]) -> None:
        if step is None or self._session.case is None:
            return
        record = record_of(step)
        if record is not None and not self._show(record):
            return
        self._session.do(act, on_done=self._turned, on_failed=self.refused.emit, owner=self)

    def _turned(self, change: Change) -> None:
        passed = len(getattr(change, "passed_over", ()))
        if passed:
            self.refused.emit(
                Problem(
                    tr("A newer change was passed over."),
                    tr("It was changed again since; the one before it was undone."),
                )
            )
