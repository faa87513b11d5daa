"""Decisions about the roadmap: what is in, who owns it, how long it takes, when it starts."""

from __future__ import annotations

from datetime import date

from engagements.casework.case import Case, Change
from engagements.file.actions import Action
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import PlanChange


def change_plan(case: Case, change: PlanChange) -> Change:
    """Keep one decision about an action; Problem when the action or the durations are off."""
    framework = case.snapshot.framework
    if change.action not in framework.action:
        raise Problem(
            tr("The framework has no action {action}.", action=change.action),
            tr("Choose one of its actions."),
        )
    if change.owner is not None and change.owner not in framework.role:
        raise Problem(
            tr("The framework has no role {owner}.", owner=change.owner),
            tr("Choose one of its roles."),
        )
    _check_weeks(case, change)
    with case.edit(Action.PLAN_CHANGED) as edit:
        edit.revise(change)
    return edit.done()


def drop_plan_change(case: Case, change_id: str) -> Change:
    """Go back to what the framework proposes for this action."""
    with case.edit(Action.PLAN_CHANGE_REMOVED) as edit:
        edit.delete(PlanChange, change_id)
    return edit.done()


def start_roadmap(case: Case, start: date | None) -> Change:
    """Set the day the first transition starts; None leaves it open."""
    return case.update_engagement(roadmap_start=start)


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
