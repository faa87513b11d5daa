"""Scope units as they are called, and as they are offered in a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engagements.language import tr

if TYPE_CHECKING:
    from engagements.records.client import ScopeUnit
    from engagements.records.snapshot import Snapshot
    from ui.widgets.fields import Select

MOST_UNITS = 40


def unit_words(unit: ScopeUnit, at: int) -> str:
    """What the unit at a place is called; one without a name is called by its place."""
    return unit.name.strip() or place_words(at)


def place_words(at: int) -> str:
    """What a unit without a name is called."""
    return tr("Unit {n}", n=at + 1) if at else tr("First unit")


def told_apart(snapshot: Snapshot, unit: str) -> str:
    """What a unit is called where an engagement has several; empty where there is only one."""
    return unit_of(snapshot, unit) if len(snapshot.scope_units) > 1 else ""


def unit_of(snapshot: Snapshot, unit: str) -> str:
    """What the unit with an id is called; empty when it is none of the engagement's."""
    units = enumerate(snapshot.scope_units)
    return next((unit_words(one, at) for at, one in units if one.id == unit), "")


def offer_units(choice: Select, snapshot: Snapshot) -> None:
    """Offer every scope unit of an engagement."""
    units = snapshot.scope_units
    choice.set_choices([(one.id, unit_words(one, at)) for at, one in enumerate(units)])
