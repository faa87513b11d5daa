"""Which actions a roadmap needs: those that close something open, and what these build on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engagements.assessment.model import Reading, Readings
from engagements.framework.model import Action, AnswerValue, Framework
from engagements.records.outcome import PlanChange

# Beside a yes an n/a is dropped, so a yes with n/a is a yes; with anything else there is doubt.
SETTLED = frozenset({AnswerValue.YES, AnswerValue.NA})


@dataclass(frozen=True)
class Selection:
    """The actions of a roadmap, grouped by the level their transition leads to."""

    by_level: Mapping[int, tuple[Action, ...]]
    after: Mapping[str, tuple[str, ...]]
    """Predecessors that are in the plan, by action; a dropped action hands its own on."""
    left_out: tuple[str, ...]
    """Actions that would be in it, had they not been taken out by hand."""


def is_open(reading: Reading) -> bool:
    """Whether a criterion still needs work: its low reading is neither yes nor n/a."""
    return not reading or not reading <= SETTLED


def open_criteria(framework: Framework, readings: Readings) -> frozenset[str]:
    """The criteria that are still open, of all levels."""
    return frozenset(c.id for c in framework.criteria if is_open(readings.get(c.id, frozenset())))


def select(
    framework: Framework,
    readings: Readings,
    levels: range,
    changes: Mapping[str, PlanChange],
) -> Selection:
    """Choose the actions that lead to each of ``levels`` (the levels to reach, ascending).

    What is open below the first of them is made good on the way to it. An action put in by hand
    from beyond the last is done on the way to the last. An enabler (closes nothing) is in only if
    something after it is.
    """
    still = open_criteria(framework, readings)
    leads_to = {t.id: int(t.to_level) for t in framework.transitions}
    wanted = {
        action.id
        for action in framework.actions
        if leads_to[action.transition] <= levels[-1] and still.intersection(action.closes)
    }
    by_hand = {key for key, change in changes.items() if change.include is True}
    left_out = {key for key, change in changes.items() if change.include is False}
    closing = (wanted | by_hand) - left_out
    enablers = _enablers(framework, closing, leads_to, levels[-1])
    chosen = closing | (enablers - left_out)
    return Selection(
        by_level={
            level: tuple(
                action
                for action in framework.actions
                if action.id in chosen
                and min(max(leads_to[action.transition], levels[0]), levels[-1]) == level
            )
            for level in levels
        },
        after=_handed_on(framework, chosen),
        left_out=_ordered(framework, left_out & (wanted | enablers)),
    )


def _enablers(
    framework: Framework, closing: set[str], leads_to: Mapping[str, int], last: int
) -> set[str]:
    """Actions that close nothing but come, directly or not, before one that is in the plan."""
    found: set[str] = set()
    reached = set[str]()
    trail = [one for one in closing if one in framework.action]
    while trail:
        for before in framework.action[trail.pop()].after:
            if before in reached:
                continue
            reached.add(before)
            trail.append(before)
            action = framework.action[before]
            if not action.closes and leads_to[action.transition] <= last:
                found.add(before)
    return found


def _handed_on(framework: Framework, chosen: set[str]) -> dict[str, tuple[str, ...]]:
    """Predecessors among ``chosen``, with what dropped predecessors themselves wait for."""
    known: dict[str, frozenset[str]] = {}

    def before(action: Action) -> frozenset[str]:
        if action.id not in known:
            known[action.id] = frozenset[str]().union(
                *({one} if one in chosen else before(framework.action[one]) for one in action.after)
            )
        return known[action.id]

    return {
        action.id: _ordered(framework, before(action))
        for action in framework.actions
        if action.id in chosen
    }


def _ordered(framework: Framework, ids: Iterable[str]) -> tuple[str, ...]:
    """Actions in the framework's order."""
    wanted = set(ids)
    return tuple(action.id for action in framework.actions if action.id in wanted)
