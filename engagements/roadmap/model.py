"""A dated plan: transitions, their actions and what each leads to. All values frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True)
class Three:
    """A low, likely and high figure of one quantity (weeks or person-days)."""

    low: Decimal
    likely: Decimal
    high: Decimal


@dataclass(frozen=True)
class PlannedAction:
    """One action on the timeline. Offsets are elapsed working weeks from the transition's start."""

    id: str
    title: str
    owner: str | None
    """Role code of the owner; None is still open."""
    lane: int
    begins: Decimal
    """Weeks from the transition's start, in the likely schedule."""
    weeks: Three
    ends: Three
    """Weeks from the transition's start to the finish in the low, likely and high schedule."""
    start: date
    finish_low: date
    finish_likely: date
    finish_high: date
    effort: Three
    after: tuple[str, ...]
    """Predecessors that are in the plan; those of dropped actions are handed on."""
    closes: tuple[str, ...]
    """Criteria it closes that are still open."""
    enabler: bool
    critical: bool


@dataclass(frozen=True)
class PlannedTransition:
    """One step from a level to the next, with its actions in the order of the plan."""

    id: str
    from_level: int
    to_level: int
    headline: str
    axis: Literal["weeks", "months"]
    lanes: int
    start: date
    finish_low: date
    finish_likely: date
    finish_high: date
    weeks: Three
    effort: Three
    actions: tuple[PlannedAction, ...]
    open_criteria: tuple[str, ...]
    """Criteria of the level to reach that are not met yet, key and core first."""
    predicted: int
    """Level by scoring again with all criteria closed so far met (low reading)."""
    detailed: bool
    """True for the next transition; later ones are an outline."""


@dataclass(frozen=True)
class Roadmap:
    """The whole plan from the achieved level to the target; ranges of durations, no forecast."""

    start: date
    level: int
    target: int
    transitions: tuple[PlannedTransition, ...]
    left_out: tuple[str, ...]
    """Actions taken out by hand."""
