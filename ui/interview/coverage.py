"""From a gap in the plan of interviews to the interview that would close it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engagements.assessment.coverage import Gap
from engagements.records import Interview, Person
from engagements.records.people import InterviewState
from engagements.records.snapshot import Snapshot
from ui.interview.agenda import in_framework_order
from ui.interview.planning import Plan, plan_of


def gap_plan(snapshot: Snapshot, gap: Gap, unit: str) -> Plan:
    """The plan that closes a gap: its questions for somebody of the role it names."""
    return asking(snapshot, gap.role, gap.criteria, unit)


def cell_plan(snapshot: Snapshot, role: str, dimension: str, unit: str) -> Plan:
    """A plan that asks a role what its pack names in a dimension; all of it when it names none."""
    framework = snapshot.framework
    inside = [one.id for one in framework.criteria if one.dimension == dimension]
    named = {
        entry.criterion
        for pack in framework.role_packs
        if pack.role == role
        for entry in pack.criteria
    }
    return asking(snapshot, role, [one for one in inside if one in named] or inside, unit)


def asking(snapshot: Snapshot, role: str, criteria: tuple[str, ...] | list[str], unit: str) -> Plan:
    """A plan with these questions for a role, about a scope unit.

    They are added to the next interview planned with somebody of the role; else it is a new one
    with the first interviewee of the role, or with nobody yet.
    """
    people = {one.id for one in snapshot.of(Person) if one.role == role}
    coming = [
        one
        for one in snapshot.of(Interview)
        if one.state is InterviewState.PLANNED
        and one.scope_unit == unit
        and people & set(one.people)
    ]
    if coming:
        first = min(coming, key=lambda one: (one.day, str(one.starts or ""), one.id))
        return plan_of(first).having(snapshot, criteria, on=True)
    known = next((one.id for one in snapshot.of(Person) if one.role == role), None)
    plan = Plan(chosen=in_framework_order(snapshot.framework, set(criteria)), role=role, unit=unit)
    return replace(plan, people=(known,) if known else (), day=date.min)
