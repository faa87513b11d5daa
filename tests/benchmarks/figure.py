"""One measured figure: ours, what it is held against, and the budget."""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

RUNS = 7
"""Timed runs after the warm-up; never fewer than five."""
ROUNDS = 3
"""How often a longest moment is measured that is over its budget the first time."""


@dataclass(frozen=True)
class Figure:
    """A figure and its reference in one unit; the budget is a ratio or an absolute amount."""

    what: str
    ours: float | None
    unit: str
    reference: float | None = None
    against: str = ""
    most: float | None = None
    """Largest ratio when there is a reference, else largest amount."""
    least: float | None = None
    """Smallest amount; for rates."""
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours over the reference; None where either is missing."""
        if self.ours is None or not self.reference:
            return None
        return self.ours / self.reference

    @property
    def verdict(self) -> str:
        """Whether the budget is kept: "ok", "over", "under", or "-" where there is none."""
        measured = self.ratio if self.reference is not None else self.ours
        if measured is None:
            return "-"
        if self.most is not None:
            return "ok" if measured <= self.most else "over"
        if self.least is not None:
            return "ok" if measured >= self.least else "under"
        return "-"

    def as_json(self) -> dict[str, Any]:
        """All fields with ratio and verdict, as plain values."""
        return asdict(self) | {"ratio": self.ratio, "verdict": self.verdict}


def seconds(work: Callable[[], object], *, runs: int = RUNS, warm: int = 1) -> list[float]:
    """Durations of ``work`` in seconds, after ``warm`` untimed runs."""
    for _ in range(warm):
        work()
    return [_once(work) for _ in range(runs)]


def side_by_side(
    ours: Callable[[], object], reference: Callable[[], object], *, runs: int = RUNS, warm: int = 1
) -> tuple[list[float], list[float]]:
    """Durations of both in seconds, taken in turns so that a slow moment hits both."""
    for _ in range(warm):
        ours()
        reference()
    pairs = [(_once(ours), _once(reference)) for _ in range(runs)]
    return [one for one, _ in pairs], [other for _, other in pairs]


def settled(measure: Callable[[], Sequence[Figure]], *, most: int = ROUNDS) -> tuple[Figure, ...]:
    """Longest moments; where one is over its budget each row's median of ``most`` rounds.

    What a program does comes back in most rounds; what the machine does once does not. The remark
    has all of them.
    """
    found = [measure()]
    if any(one.verdict == "over" for one in found[0]):
        found += [measure() for _ in range(most - 1)]
    return tuple(_median(row) for row in zip(*found, strict=True))


def _median(row: Sequence[Figure]) -> Figure:
    middling = sorted(row, key=lambda one: one.ours or 0)[len(row) // 2]
    if len(row) == 1:
        return middling
    rounds = "rounds: " + ", ".join(f"{one.ours or 0:,.0f}" for one in row)
    return replace(middling, remark=f"{middling.remark}; {rounds}" if middling.remark else rounds)


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def p99(values: Sequence[float]) -> float:
    """The smallest value that 99 of 100 do not exceed."""
    return sorted(values)[math.ceil(0.99 * len(values)) - 1]


def _once(work: Callable[[], object]) -> float:
    """One duration in seconds, with the rubbish of the one before collected first."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
