"""Numbers as typed, and the reading that a form's text stands for."""

from decimal import Decimal

import pytest

from engagements.framework import load
from engagements.records import MetricReading
from engagements.records.outcome import MetricCase
from ui.metrics.numbers import Unread, read_number
from ui.metrics.typing import Faults, Typed, TypedCase, reading_from, typed_of

METRIC = load.load(load.MLOPS).metric["M01"]


@pytest.mark.parametrize(
    ("typed", "number"), [("2,5", "2.5"), ("2.5", "2.5"), (" 0,125 ", "0.125"), ("1250", "1250")]
)
def test_comma_and_point_are_the_same(typed, number):
    assert read_number(typed) == Decimal(number)


def test_nothing_is_none_and_never_zero():
    assert read_number(" ") is None


@pytest.mark.parametrize("typed", ["1,250", "1.250", "1 250", "1'250", "1.250,5", "about 3", "-1"])
def test_what_is_doubtful_is_asked_again(typed):
    with pytest.raises(Unread):
        read_number(typed)


def test_empty_fields_are_none():
    found = reading_from(Typed(low="3"), METRIC, "unit", None)
    assert (found.low, found.high, found.models) == (Decimal(3), None, None)


def test_dates_give_the_value_and_a_fourth_case_stays():
    cases = tuple(MetricCase(label=str(n)) for n in range(4))
    known = MetricReading(id="r", metric="M01", cases=cases)
    typed = Typed(cases=(TypedCase("0", "2026-01-01", "29.1.2026"), *typed_of(known).cases[1:]))
    found = reading_from(typed, METRIC, "unit", known)
    assert found.cases[0].value == Decimal("4.0")
    assert found.cases[1:] == cases[1:]


def test_each_fault_names_its_field():
    typed = Typed(low="1,250", models="some", cases=(TypedCase("a", "soon"),))
    with pytest.raises(Faults) as faults:
        reading_from(typed, METRIC, "unit", None)
    assert set(faults.value.by_field) == {"low", "models", "case-0"}
