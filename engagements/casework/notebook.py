"""The notes of one question written as one text: kept, changed and ended together."""

from __future__ import annotations

from collections.abc import Sequence

from engagements.casework.case import Case, Change
from engagements.casework.checks import known_criteria, known_unit
from engagements.file.actions import Action
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Interview, Note


def keep_notes(
    case: Case, kept: Sequence[Note], ended: Sequence[str] = (), *, draft: str | None = None
) -> Change:
    """Keep and end several notes as one user action, all or none.

    ``draft`` is the key of the draft they were written in, which ends with them.
    """
    snapshot = case.snapshot
    for note in kept:
        if note.interview is not None and snapshot.get(Interview, note.interview) is None:
            raise Problem(tr("The note names an interview that is not here."), tr("Open it again."))
        known_criteria(snapshot, note.criteria)
        known_unit(snapshot, note.scope_unit)
    with case.edit(Action.NOTE_KEPT if kept else Action.NOTE_REMOVED) as edit:
        for note in kept:
            edit.revise(note)
        for note_id in ended:
            edit.delete(Note, note_id)
        if draft is not None:
            edit.drop_draft(draft)
    return edit.done()
