"""Work on a few lanes: list scheduling of dependent tasks, with a range of durations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from engagements.roadmap.model import Three

ZERO = Decimal(0)
Order = tuple[bool, Decimal, Fraction, str]


@dataclass(frozen=True)
class Task:
    """Something to be done once everything in ``after`` is finished. Weeks are working weeks."""

    id: str
    weeks: Three
    after: tuple[str, ...] = ()
    repays_debt: bool = False
    closes_core: int = 0
    """Core criteria it closes: the more a week, the sooner, when all else is equal."""


@dataclass(frozen=True)
class Slot:
    """When and where a task runs, in weeks from the start of the schedule."""

    id: str
    lane: int
    begins: Three
    ends: Three
    critical: bool
    """On the chain that decides when the likely schedule ends."""


@dataclass(frozen=True)
class _Place:
    """What list scheduling decides for a task: its lane, and whom it follows on it."""

    task: Task
    lane: int
    waits_for: tuple[str, ...]


def schedule(tasks: Sequence[Task], lanes: int) -> tuple[Slot, ...]:
    """All tasks in the order in which they begin; at most ``lanes`` run at a time.

    The likely durations decide order and lanes; the low and the high schedule keep both. So a
    longer duration never makes anything end sooner, and low <= likely <= high holds for each task.
    ``after`` may name only tasks that are given. ValueError when tasks wait for each other.
    """
    places = _places(tasks, max(1, lanes))
    low = _begins(places, lambda task: task.weeks.low)
    likely = _begins(places, lambda task: task.weeks.likely)
    high = _begins(places, lambda task: task.weeks.high)
    ends = {
        one.task.id: Three(
            low[one.task.id] + one.task.weeks.low,
            likely[one.task.id] + one.task.weeks.likely,
            high[one.task.id] + one.task.weeks.high,
        )
        for one in places
    }
    critical = _critical(places, ends)
    return tuple(
        Slot(
            id=one.task.id,
            lane=one.lane,
            begins=Three(low[one.task.id], likely[one.task.id], high[one.task.id]),
            ends=ends[one.task.id],
            critical=one.task.id in critical,
        )
        for one in places
    )


def _places(tasks: Sequence[Task], lanes: int) -> list[_Place]:
    """Lanes and order by going forward in time and giving free lanes to the most urgent tasks."""
    order = {task.id: rank for rank, task in enumerate(sorted(tasks, key=_urgency(tasks)))}
    waiting = sorted(tasks, key=lambda task: order[task.id])
    ends: dict[str, Decimal] = {}
    last: list[str | None] = [None] * lanes
    places: list[_Place] = []
    now = ZERO
    while waiting:
        free = [i for i, one in enumerate(last) if one is None or ends[one] <= now]
        ready = [t for t in waiting if all(one in ends and ends[one] <= now for one in t.after)]
        placed = list(zip(ready, free, strict=False))
        for task, lane in placed:
            before = last[lane]
            follows = () if before is None or before in task.after else (before,)
            places.append(_Place(task, lane, task.after + follows))
            ends[task.id] = now + task.weeks.likely
            last[lane] = task.id
            waiting.remove(task)
        if not placed:
            now = min(end for end in ends.values() if end > now)
    return places


def _urgency(tasks: Sequence[Task]) -> Callable[[Task], Order]:
    """A sort key: debt first, then the longest way still to go, then core criteria a week, id."""
    remaining = _remaining(tasks)

    def key(task: Task) -> Order:
        weeks = Fraction(task.weeks.likely)
        a_week = task.closes_core / weeks if weeks else Fraction(task.closes_core * 1_000_000)
        return (not task.repays_debt, -remaining[task.id], -a_week, task.id)

    return key


def _remaining(tasks: Sequence[Task]) -> dict[str, Decimal]:
    """Weeks (likely) from each task's beginning to the end of the longest chain after it."""
    followers: dict[str, list[Task]] = {task.id: [] for task in tasks}
    for task in tasks:
        for before in task.after:
            followers[before].append(task)
    found: dict[str, Decimal] = {}

    def measure(task: Task, trail: tuple[str, ...]) -> Decimal:
        if task.id in trail:
            raise ValueError(f"These wait for each other: {', '.join(trail)}")
        if task.id not in found:
            beyond = (measure(one, (*trail, task.id)) for one in followers[task.id])
            found[task.id] = task.weeks.likely + max(beyond, default=ZERO)
        return found[task.id]

    for task in tasks:
        measure(task, ())
    return found


def _begins(places: Sequence[_Place], weeks: Callable[[Task], Decimal]) -> dict[str, Decimal]:
    """When each task begins if it starts as soon as all it waits for is done."""
    ends: dict[str, Decimal] = {}
    begins: dict[str, Decimal] = {}
    for place in places:
        begin = max((ends[one] for one in place.waits_for), default=ZERO)
        begins[place.task.id] = begin
        ends[place.task.id] = begin + weeks(place.task)
    return begins


def _critical(places: Sequence[_Place], ends: Mapping[str, Three]) -> frozenset[str]:
    """The chain that decides the likely end, over dependencies and shared lanes.

    Traced back from what ends last, each time to what it waited for longest; of two that end
    together the one with the higher finish in the high, then in the low schedule, then by id.
    """
    waits_for = {place.task.id: place.waits_for for place in places}

    def urgent(one: str) -> tuple[Decimal, Decimal, Decimal]:
        return (ends[one].likely, ends[one].high, ends[one].low)

    chain: list[str] = []
    candidates = sorted(waits_for)
    while candidates:
        chain.append(max(candidates, key=urgent))
        candidates = sorted(waits_for[chain[-1]])
    return frozenset(chain)
