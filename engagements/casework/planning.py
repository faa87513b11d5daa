"""Decisions about the roadmap: what is in, who owns it, how long it takes, when it starts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engagements.casework.case import Case, Change
from engagements.file.actions import Action
from engagements.file.canonical import random_id
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import PlanChange
from engagements.roadmap.plan import decided

DECISIONS = ("include", "owner", "weeks_low", "weeks_likely", "weeks_high")
"""What can be decided about an action, beside the reason."""


class Kept:
    """Stands for a decision that is not touched."""


KEPT = Kept()


def change_plan(case: Case, change: PlanChange) -> Change:
    """Keep one decision about an action; Problem when the action or the durations are off."""
    if change.action not in case.snapshot.framework.action:
        raise unknown_action(change.action)
    _check(case, change)
    with case.edit(Action.PLAN_CHANGED) as edit:
        edit.revise(change)
    return edit.done()


def decide(
    case: Case,
    action: str,
    *,
    include: bool | Kept | None = KEPT,
    owner: str | Kept | None = KEPT,
    weeks_low: Decimal | Kept | None = KEPT,
    weeks_likely: Decimal | Kept | None = KEPT,
    weeks_high: Decimal | Kept | None = KEPT,
    reason: str | Kept = KEPT,
) -> Change:
    """Decide about one action; what is not named stays, None goes back to what is generated.

    All that was decided about it before ends up in one record; when nothing is left of it, in
    none. A figure or an owner that is the generated one counts as None. Problem when it cannot be.
    """
    framework = case.snapshot.framework
    if action not in framework.action:
        raise unknown_action(action)
    named = {
        "include": include,
        "owner": owner,
        "weeks_low": weeks_low,
        "weeks_likely": weeks_likely,
        "weeks_high": weeks_high,
        "reason": reason,
    }
    kept = case.snapshot.of(PlanChange)
    before = decided(kept).get(action) or PlanChange(id=random_id(), action=action)
    fields = {name: value for name, value in named.items() if not isinstance(value, Kept)}
    after = _without_generated(case, before.model_copy(update=fields))
    _check(case, after)
    stays = any(getattr(after, name) is not None for name in DECISIONS)
    gone = {one.id for one in kept if one.action == action} - ({after.id} if stays else set())
    with case.edit(Action.PLAN_CHANGED) as edit:
        if stays:
            edit.revise(after)
        for one in sorted(gone):
            edit.delete(PlanChange, one)
    return edit.done()


def drop_plan_change(case: Case, change_id: str) -> Change:
    """Go back to what the framework proposes for this action."""
    with case.edit(Action.PLAN_CHANGE_REMOVED) as edit:
        edit.delete(PlanChange, change_id)
    return edit.done()


def start_roadmap(case: Case, start: date | None) -> Change:
    """Set the day the first transition starts; None leaves it open."""
    return case.update_engagement(roadmap_start=start)


def unknown_action(action: str) -> Problem:
    """What to say where the framework has no such action."""
    return Problem(
        tr("The framework has no action {action}.", action=action),
        tr("Choose one of its actions."),
    )


def _without_generated(case: Case, change: PlanChange) -> PlanChange:
    """A decision without the figures and the owner that would be generated anyway."""
    action = case.snapshot.framework.action[change.action]
    same = {
        name: None
        for name in DECISIONS
        if name != "include" and getattr(change, name) == getattr(action, name)
    }
    return change.model_copy(update=same)


def _check(case: Case, change: PlanChange) -> None:
    """The owner must be a role of the framework, and the durations must rise."""
    if change.owner is not None and change.owner not in case.snapshot.framework.role:
        raise Problem(
            tr("The framework has no role {role}.", role=change.owner),
            tr("Choose one of its roles."),
        )
    _check_weeks(case, change)


def _check_weeks(case: Case, change: PlanChange) -> None:
    """Low, likely and high must rise, the generated values standing in for what is left open."""
    action = case.snapshot.framework.action[change.action]
    low = action.weeks_low if change.weeks_low is None else change.weeks_low
    likely = action.weeks_likely if change.weeks_likely is None else change.weeks_likely
    high = action.weeks_high if change.weeks_high is None else change.weeks_high
    if not 0 <= low <= likely <= high <= 520:
        raise Problem(
            tr(
                "The durations of {action} do not rise: {low}, {likely} and {high} weeks.",
                action=change.action,
                low=low,
                likely=likely,
                high=high,
            ),
            tr("Low must not exceed likely, and likely must not exceed high."),
        )
