"""Scoring a whole engagement again, and planning it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from engagements.assessment.consolidate import assess_again, assess_case
from engagements.framework.model import AnswerValue
from engagements.records import Answer
from engagements.records.snapshot import Snapshot
from engagements.roadmap.plan import plan_case
from tests.benchmarks.estate import records, snapshot
from tests.benchmarks.figure import Figure, middle, seconds, side_by_side

INTERVIEWS, UNITS = 20, 8
START = date(2027, 1, 11)


def measure(_folder: Path) -> Iterator[Figure]:
    """Full re-score, what one answer costs of it, how it grows, and the schedule of all actions."""
    small = snapshot(records(INTERVIEWS, UNITS))
    large = snapshot(records(2 * INTERVIEWS, UNITS))
    took = middle(seconds(lambda: assess_case(small), runs=15))
    yield Figure(
        f"full re-score: 59 criteria, {INTERVIEWS} interviews, {UNITS} scope units",
        took * 1e3,
        "ms",
        most=5,
    )
    case, later = assess_case(small), _answered(small)
    took = middle(seconds(lambda: assess_again(later, small, case), runs=15))
    yield Figure("the same after one answer, as the window does it", took * 1e3, "ms", most=5)
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


def _answered(before: Snapshot) -> Snapshot:
    """The same engagement with one answer the other way round."""
    first = before.of(Answer)[0]
    other = AnswerValue.NO if first.value is AnswerValue.YES else AnswerValue.YES
    now = first.model_copy(update={"value": other})
    return before.having({(now.kind, now.id): (now,)}, {}, before.revisions + 1)
