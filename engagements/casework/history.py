"""Undo and redo: earlier values kept again, as new revisions."""

from __future__ import annotations

from engagements.casework.case import Case, Change, Edit
from engagements.casework.trail import Step, Values
from engagements.file.actions import Action
from engagements.language import tr
from engagements.problem import Problem


def undo(case: Case) -> Change:
    """Take back the newest own action of this opening that still stands as it left things.

    Newer ones touched since, and those never undone, are passed over and named in the change.
    Problem when nothing is left to undo.
    """
    step, passed = case.trail.last(case.snapshot)
    if step is None:
        raise Problem(tr("There is nothing to undo since this engagement was opened."))
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
