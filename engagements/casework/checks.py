"""What every use case asks before it writes: that the names it was given exist."""

from __future__ import annotations

from collections.abc import Iterable

from engagements.language import tr
from engagements.problem import Problem
from engagements.records.snapshot import Snapshot


def known_criteria(snapshot: Snapshot, criteria: Iterable[str]) -> None:
    """Problem naming the first criterion the engagement's framework does not have."""
    for criterion in criteria:
        if criterion not in snapshot.framework.criterion:
            raise Problem(
                tr("The framework has no criterion {criterion}.", criterion=criterion),
                tr(
                    "This engagement uses {id} {version}.",
                    id=snapshot.framework.id,
                    version=snapshot.framework.version,
                ),
            )


def known_unit(snapshot: Snapshot, unit: str) -> None:
    """Problem when a scope unit is not part of the engagement."""
    if unit not in {one.id for one in snapshot.scope_units}:
        raise Problem(tr("This scope unit is not part of the engagement."), tr("Add it first."))
