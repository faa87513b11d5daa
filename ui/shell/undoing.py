"""Undo and redo for the whole window: what comes next in words, and first going to its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.problem import Problem

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.casework.trail import Step
    from engagements.records.base import Record
    from engagements.records.snapshot import Snapshot
    from ui.session import Session

WORDS = {
    "engagement-changed": "a change of the engagement",
    "client-changed": "a change of the client",
    "scope-unit-saved": "a scope unit",
    "scope-unit-removed": "taking out a scope unit",
    "person-saved": "an interviewee",
    "person-removed": "taking out an interviewee",
    "interview-saved": "a change of the interview",
    "interview-removed": "taking out an interview",
    "answer-recorded": "an answer",
    "answer-cleared": "clearing an answer",
    "note-kept": "a note",
    "note-removed": "taking out a note",
    "evidence-attached": "evidence",
    "evidence-changed": "a change of evidence",
    "evidence-removed": "taking out evidence",
    "request-saved": "a request for evidence",
    "request-removed": "taking out a request",
    "judgement-settled": "a judgement",
    "judgement-reopened": "reopening a judgement",
    "metric-read": "a metric",
    "metric-removed": "taking out a metric",
    "report-set": "a choice for the report",
    "plan-changed": "a change of the roadmap",
    "imported": "an import",
}
"""Actions in words, by their code; those of answers name answer and criterion as well."""


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

    record = record_of(step)
    said = WORDS.get(step.action, "the last change")
    if isinstance(record, Answer):
        if step.action == "answer-cleared":
            return f"clearing {record.criterion}"
        labels = {one.code: one.label for one in snapshot.framework.answers}
        return f"“{labels[record.value]}” on {record.criterion}"
    if isinstance(record, Note) and record.criteria:
        return f"{said} on {record.criteria[0]}"
    return said


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
        words = step_words(self._undo, snapshot)
        self.told.emit(record_of(self._undo), f"Ctrl+Z undoes {words}")

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
                    "A newer change was passed over.",
                    "It was changed again since; the one before it was undone.",
                )
            )
