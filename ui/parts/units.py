"""Scope units as they are offered in a choice."""

from __future__ import annotations

from engagements.language import tr
from engagements.records.snapshot import Snapshot
from ui.widgets.fields import Select


def offer_units(choice: Select, snapshot: Snapshot) -> None:
    """Offer every scope unit of an engagement; one without a name is called by its place."""
    units = snapshot.scope_units
    named = [
        (one.id, one.name.strip() or (tr("First unit") if not at else tr("Unit {n}", n=at + 1)))
        for at, one in enumerate(units)
    ]
    choice.set_choices(named)
