"""What happened, undo and redo: earlier values kept again, as new revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagements.casework.case import Case, Change, Edit
from engagements.casework.fitting import check_fit, check_free
from engagements.casework.trail import FINAL, Step, Values, heads_of
from engagements.file.actions import Action
from engagements.file.past import NEWEST, Place, Revision, Sitting, Value
from engagements.language import tr
from engagements.problem import Problem

__all__ = ["NEWEST", "Past", "Place", "Revision", "Sitting", "Value"]


@dataclass(frozen=True)
class Past:
    """Some of what happened, the newest first, with the sittings it happened in."""

    revisions: tuple[Revision, ...]
    sittings: Mapping[str, Sitting]
    rest: Place | None
    """Where the next chunk begins; None at the end."""


def past(case: Case, after: Place = NEWEST, most: int = 300) -> Past:
    """About ``most`` revisions older than ``after``; reads only."""
    chunk = case.file.past.chunk(after, most)
    return Past(chunk.revisions, case.file.past.sittings(), chunk.rest)


def restore(case: Case, revision: str) -> Change:
    """Make an earlier value the newest again.

    Problem when it was erased, cannot be read, is the value now, or names what is not there.
    """
    found = case.file.past.revision(revision)
    record = found.left.record if found else None
    if found is None or record is None:
        raise _refused(found)
    key = (found.kind, found.entity)
    if heads_of(case.snapshot, key) == (record,):
        raise Problem(tr("This is the value now."), tr("Nothing was changed."))
    after = case.snapshot.having({key: (record,)}, {}, case.snapshot.revisions)
    check_fit(record, after, case.file.blobs())
    with case.edit(Action.VALUE_RESTORED) as edit:
        edit.revise(record)
    return edit.done()


def take_back(case: Case, group: str) -> Change:
    """Take back one user action of any day: everything it touched is as it was before.

    Problem when something of it was changed or erased since, or something newer needs it.
    """
    found = case.file.past.group(group)
    if found is None or found.action in FINAL:
        raise Problem(tr("This is never taken back."), tr("What it did can be changed instead."))
    if not found.stands:
        raise Problem(
            tr("Something in it was changed again since."), tr("Restore single values instead.")
        )
    values = case.file.past.before(found)
    if values is None:
        raise Problem(tr("What was there before has been erased."), tr("It cannot come back."))
    after = case.snapshot.having(values, {}, case.snapshot.revisions)
    for heads in values.values():
        for record in heads:
            check_fit(record, after, case.file.blobs())
    check_free((key for key, heads in values.items() if not heads), after)
    with case.edit(Action.TAKEN_BACK, takes_back=group) as edit:
        _restore(edit, values)
    return edit.done()


def _refused(found: Revision | None) -> Problem:
    """Why a revision has no value to restore."""
    if found is None:
        return Problem(tr("This value is not in the engagement."), tr("Open History again."))
    if found.left.erased:
        return Problem(tr("This value was erased."), tr("What is erased cannot come back."))
    if found.left.removed:
        return Problem(tr("There is no value here: it was taken out."), tr("Restore an older one."))
    return Problem(
        tr("This version of Plumbline cannot read the value."),
        tr("Its shape is no longer known."),
    )


def undo(case: Case) -> Change:
    """Take back the newest own action of this opening that still stands as it left things.

    Newer ones touched since are passed over and named in the change. Problem when nothing is left
    to undo: since the engagement was opened, or since a version went out.
    """
    step, passed = case.trail.last(case.snapshot)
    if step is None:
        raise Problem(tr("There is nothing to undo."))
    change = _turn(case, Action.UNDONE, step)
    case.trail = case.trail.taken_back(step, change.group)
    return change.passing_over(tuple(one.action for one in passed))


def redo(case: Case) -> Change:
    """Bring back what was undone last; possible until the next change."""
    step = next_redo(case)
    if step is None:
        raise Problem(tr("There is nothing to redo."))
    change = _turn(case, Action.REDONE, step)
    case.trail = case.trail.brought_back(change.group)
    return change


def next_undo(case: Case) -> Step | None:
    """What ``undo`` would take back, for the status bar; None when nothing. From any thread."""
    return case.trail.last(case.snapshot)[0]


def next_redo(case: Case) -> Step | None:
    """What ``redo`` would bring back; None when nothing. From any thread."""
    return case.trail.first_undone(case.snapshot)


def _turn(case: Case, action: Action, step: Step) -> Change:
    with case.edit(action, takes_back=step.group) as edit:
        _restore(edit, step.before)
    return edit.done()


def _restore(edit: Edit, values: Values) -> None:
    """Give every entity the heads it had; two heads come back as the conflict they were."""
    for (kind, entity), heads in values.items():
        if not heads:
            edit.remove(kind, entity)
        elif len(heads) == 1:
            edit.revise(heads[0])
        else:
            edit.revise_all(heads)
