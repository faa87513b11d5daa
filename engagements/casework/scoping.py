"""The parts of the organisation that are scored on their own."""

from __future__ import annotations

from engagements.casework.case import Case, Change
from engagements.file.actions import Action
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import (
    Answer,
    Evidence,
    Finding,
    Interview,
    Judgement,
    MetricReading,
    Note,
    Person,
    ScopeUnit,
)

BELONGING = (Person, Interview, Answer, Note, Judgement, Evidence, Finding, MetricReading)
"""What belongs to a scope unit."""


def save_unit(case: Case, unit: ScopeUnit) -> Change:
    """Keep a scope unit with its production models."""
    with case.edit(Action.SCOPE_UNIT_SAVED) as edit:
        edit.revise(unit)
    return edit.done()


def delete_unit(case: Case, unit_id: str) -> Change:
    """Take out a scope unit nobody needs; Problem while something belongs to it."""
    snapshot = case.snapshot
    if len(snapshot.scope_units) < 2:
        raise Problem(tr("An engagement has one scope unit at least."), tr("Rename it instead."))
    used = sum(record.scope_unit == unit_id for kind in BELONGING for record in snapshot.of(kind))
    if used:
        raise Problem(
            tr("{used} records belong to this scope unit.", used=used), tr("Move them first.")
        )
    with case.edit(Action.SCOPE_UNIT_REMOVED) as edit:
        edit.delete(ScopeUnit, unit_id)
    return edit.done()
