"""What a metric reading says about its limits, and a case's value from its dates. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from engagements.framework.model import Metric, MetricLimit
from engagements.records import MetricReading

Verdict = Literal["met", "not met", "exceeds", "open"]
_DAYS = {"weeks": Decimal(7), "days": Decimal(1), "months": Decimal("30.4375")}
HOURS, WORKING_DAYS = "hours", "working days"
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Against:
    """One limit and what a reading says about it.

    "exceeds" is above an upper limit, "not met" below a lower one; "open" is a range across the
    limit.
    """

    limit: MetricLimit
    verdict: Verdict


def against_limits(metric: Metric, reading: MetricReading) -> tuple[Against, ...]:
    """What a reading says about each limit, in the framework's order; nothing without a value."""
    ends = [one for one in (reading.low, reading.high) if one is not None]
    if reading.not_measurable or not ends:
        return ()
    return tuple(Against(one, _verdict(one, min(ends), max(ends))) for one in metric.limits)


def _verdict(limit: MetricLimit, low: Decimal, high: Decimal) -> Verdict:
    kept = [_keeps(limit, end) for end in (low, high)]
    if all(kept):
        return "met"
    if any(kept):
        return "open"
    return "exceeds" if limit.direction == "max" else "not met"


def _keeps(limit: MetricLimit, value: Decimal) -> bool:
    if value == limit.value:
        return not limit.strict
    return value < limit.value if limit.direction == "max" else value > limit.value


def span_of(unit: str, began: date, ended: date) -> Decimal | None:
    """The time between two days in a metric's unit, to a tenth; None for what is no time.

    Working days are Mondays to Fridays after the first day. Two days on one date say nothing of
    hours, so that is None as well; an end before the beginning is None.
    """
    days = (ended - began).days
    if days < 0:
        return None
    if unit == WORKING_DAYS:
        later = (began + timedelta(days=number) for number in range(1, days + 1))
        return Decimal(sum(day.weekday() < 5 for day in later))
    if unit == HOURS:
        return Decimal(days * 24) if days else None
    return (days / _DAYS[unit]).quantize(_TENTH) if unit in _DAYS else None
