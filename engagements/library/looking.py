"""Looking at the files themselves: what an index row says of one."""

from __future__ import annotations

from pathlib import Path

from engagements import reading
from engagements.assessment.consolidate import assess_case
from engagements.assessment.earlier import earlier
from engagements.file import problems
from engagements.library.rows import Row, State, changed_at, key
from engagements.problem import Problem
from engagements.records import Interview, standing
from engagements.records.snapshot import Snapshot

STATES: tuple[tuple[type[Problem], State], ...] = (
    (problems.AlreadyOpen, State.OPEN),
    (problems.NeedsPassphrase, State.LOCKED),
    (problems.NewerFormat, State.NEWER),
    (problems.NotFound, State.MISSING),
)
"""What a Problem on reading says about a file; any other means that it is damaged."""


def look(path: Path) -> Row | State:
    """The row of a file that can be read, else why it cannot."""
    try:
        return row_of(path, reading.read(path))
    except Problem as problem:
        return _state_of(problem)


def row_of(path: Path, snapshot: Snapshot) -> Row:
    """What Home shows of one engagement; an engagement nobody answered yet has no level."""
    result = assess_case(snapshot)
    held, interviews = standing.held(snapshot)
    coming = standing.next_date(snapshot)
    days = (one.day for one in snapshot.of(Interview))
    begun = snapshot.engagement.starts or min(days, default=None)
    return Row(
        path=key(path),
        client=snapshot.client.name,
        scope=snapshot.engagement.scope,
        status=standing.status(snapshot).value,
        target=snapshot.engagement.target,
        low=result.level.low if result.answered else None,
        high=result.level.high if result.answered else None,
        answered=result.answered,
        total=len(snapshot.framework.criteria),
        held=held,
        interviews=interviews,
        next_day=coming.day.isoformat() if coming else None,
        next_for=coming.awaited.value if coming else None,
        next_number=coming.number if coming else None,
        next_hour=f"{coming.hour:%H:%M}" if coming and coming.hour else None,
        assessment=1 + len(earlier(snapshot)),
        begun=begun.isoformat() if begun else None,
        changed=changed_at(path),
    )


def _state_of(problem: Problem) -> State:
    return next((state for sort, state in STATES if isinstance(problem, sort)), State.DAMAGED)
