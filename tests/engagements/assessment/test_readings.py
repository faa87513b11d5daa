"""A reading beside its limits, and the time between two days."""

from datetime import date
from decimal import Decimal

import pytest

from engagements.assessment.readings import against_limits, span_of
from engagements.framework import load
from engagements.records import MetricReading

METRICS = load.load(load.MLOPS).metric


def read(metric, low=None, high=None, **rest):
    given = {"low": low and Decimal(low), "high": high and Decimal(high), **rest}
    found = against_limits(METRICS[metric], MetricReading(id="r", metric=metric, **given))
    return {one.limit.level: one.verdict for one in found}


def test_an_upper_limit_is_met_exceeded_or_left_open_by_a_range():
    assert read("M01", "3", "6") == {2: "met", 3: "met", 4: "open"}
    assert read("M01", "14", "20") == {2: "exceeds", 3: "exceeds", 4: "exceeds"}


def test_a_strict_limit_itself_does_not_count():
    assert read("M03", "4", "4")[3] == "exceeds"
    assert read("M03", "3.9", "3.9")[3] == "met"


def test_a_lower_limit_is_not_met_below():
    assert read("M06", "80") == {1: "not met"}
    assert read("M06", high="100") == {1: "met"}


def test_nothing_read_says_nothing():
    assert read("M01") == {}
    assert read("M01", "1", not_measurable=True) == {}


@pytest.mark.parametrize(
    ("unit", "began", "ended", "span"),
    [
        ("weeks", date(2026, 1, 1), date(2026, 1, 29), "4.0"),
        ("working days", date(2026, 11, 27), date(2026, 11, 30), "1"),
        ("hours", date(2026, 11, 27), date(2026, 11, 28), "24"),
        ("hours", date(2026, 11, 27), date(2026, 11, 27), None),
        ("weeks", date(2026, 2, 1), date(2026, 1, 1), None),
        ("% of releases", date(2026, 1, 1), date(2026, 2, 1), None),
    ],
)
def test_time_between_two_days(unit, began, ended, span):
    assert span_of(unit, began, ended) == (None if span is None else Decimal(span))
