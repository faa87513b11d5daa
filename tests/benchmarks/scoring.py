"""Scoring a whole engagement again, and planning it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from engagements.assessment.consolidate import assess_case
from engagements.roadmap.plan import plan_case
from tests.benchmarks.estate import records, snapshot
from tests.benchmarks.figure import Figure, middle, seconds, side_by_side

INTERVIEWS, UNITS = 20, 8
START = date(2027, 1, 11)


def measure(_folder: Path) -> Iterator[Figure]:
    """Full re-score, how it grows, and the schedule of all 51 actions."""
    small = snapshot(records(INTERVIEWS, UNITS))
    large = snapshot(records(2 * INTERVIEWS, UNITS))
    took = middle(seconds(lambda: assess_case(small), runs=15))
    yield Figure(
        f"full re-score: 59 criteria, {INTERVIEWS} interviews, {UNITS} scope units",
        took * 1e3,
        "ms",
        most=5,
    )
    double, single = side_by_side(lambda: assess_case(large), lambda: assess_case(small), runs=15)
    yield Figure(
        "the same with twice the interviews (linear: 2x)",
        middle(double) * 1e3,
        "ms",
        middle(single) * 1e3,
        most=2.2,
    )
    empty = snapshot(())
    nothing = assess_case(empty)
    planned = seconds(lambda: plan_case(empty, nothing, start=START, target=4), runs=15)
    yield Figure("schedule of all 51 actions, level 0 to 4", middle(planned) * 1e3, "ms", most=300)
