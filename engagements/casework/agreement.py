"""What was agreed with the client: who it is, the scope with its units, the target, the dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engagements.casework.case import Case, Change, client_name
from engagements.file.actions import Action
from engagements.framework.model import Level
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import ScopeUnit


@dataclass(frozen=True)
class Agreement:
    """All of it at once; units that are not among ``units`` stay as they are."""

    client: str
    scope: str
    target: Level | None
    starts: date | None
    ends: date | None
    units: tuple[ScopeUnit, ...] = ()


def agree(case: Case, agreed: Agreement) -> Change:
    """Keep what was agreed as one user action; Problem when something in it is not valid."""
    name = client_name(agreed.client)
    if agreed.starts and agreed.ends and agreed.ends < agreed.starts:
        raise Problem(tr("The engagement ends before it starts."), tr("Set one of the two days."))
    kept = {one.id: one for one in case.snapshot.scope_units} | {
        one.id: one for one in agreed.units
    }
    called = [one.name for one in kept.values() if one.name]
    if len(set(called)) < len(called):
        raise Problem(tr("Two scope units have the same name."), tr("Rename one of them."))
    engagement = case.snapshot.engagement.model_copy(
        update={
            "scope": agreed.scope.strip(),
            "target": agreed.target,
            "starts": agreed.starts,
            "ends": agreed.ends,
        }
    )
    with case.edit(Action.ENGAGEMENT_CHANGED) as edit:
        edit.revise(engagement)
        edit.revise(case.snapshot.client.model_copy(update={"name": name}))
        for unit in agreed.units:
            edit.revise(unit)
    return edit.done()
