"""The axis: equal columns, true dates, positions that never run backwards."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.roadmap import axis
from engagements.roadmap.model import Roadmap

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
LENGTHS = st.integers(0, 900)


def test_weeks_begin_on_mondays():
    found = axis.weeks(date(2027, 1, 13), date(2027, 2, 1))
    assert found.columns == tuple(date(2027, 1, 11) + timedelta(weeks=n) for n in range(4))
    assert found.ends == date(2027, 2, 8)


def test_five_working_days_share_a_week():
    found = axis.weeks(date(2027, 1, 11), date(2027, 1, 22))
    assert found.at(date(2027, 1, 11)) == 0
    assert found.after(date(2027, 1, 12)) == Fraction(2, 5)
    assert found.after(date(2027, 1, 15)) == 1
    assert found.at(date(2027, 1, 18)) == 1
    assert found.after(date(2027, 1, 22)) == 2


def test_months_are_equal_columns_of_unequal_days():
    found = axis.months(date(2027, 1, 31), date(2027, 3, 1))
    assert found.columns == (date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1))
    assert found.ends == date(2027, 4, 1)
    assert found.at(date(2027, 2, 15)) == 1 + Fraction(14, 28)
    assert found.after(date(2027, 1, 31)) == 1


@pytest.mark.parametrize(
    ("last", "unit", "count"),
    [(date(2028, 2, 29), "months", 14), (date(2028, 3, 1), "quarters", 5)],
)
def test_more_than_fourteen_months_become_quarters(last, unit, count):
    found = axis.months(date(2027, 1, 11), last)
    assert (found.unit, len(found.columns)) == (unit, count)


def test_quarters_count_from_the_first_month():
    found = axis.months(date(2026, 11, 2), date(2028, 4, 28))
    assert found.columns[:3] == (date(2026, 11, 1), date(2027, 2, 1), date(2027, 5, 1))
    assert found.ends == date(2028, 5, 1)


def test_outside_the_columns_a_position_stays_at_the_edge():
    found = axis.weeks(date(2027, 1, 11), date(2027, 1, 15))
    assert found.at(date(2026, 1, 1)) == 0
    assert found.at(date(2028, 1, 1)) == 1


def test_a_plan_without_transitions_has_an_axis_of_one_month():
    found = axis.of_roadmap(Roadmap(date(2027, 1, 11), 3, 3, (), ()))
    assert found.columns == (date(2027, 1, 1),)


@given(DAYS, LENGTHS, st.sampled_from(["weeks", "months"]), st.integers(1, 20))
def test_every_day_has_its_place(first, length, unit, most):
    last = first + timedelta(days=length)
    found = axis.weeks(first, last) if unit == "weeks" else axis.months(first, last, most=most)
    assert found.columns[0] <= first
    assert found.columns[-1] <= last < found.ends
    assert list(found.columns) == sorted(set(found.columns))
    places = [found.at(first + timedelta(days=n)) for n in range(length + 1)]
    assert places == sorted(places)
    assert 0 <= places[0] <= 1
    assert places[-1] <= found.after(last) <= len(found.columns)


@given(DAYS, st.integers(0, 60), st.integers(1, 500), st.integers(0, 800), st.integers(0, 800))
def test_axes_side_by_side_never_run_backwards(first, near, far, one, other):
    border = first + timedelta(days=near)
    joint = axis.Joint(
        (
            axis.weeks(first, border),
            axis.months(border + timedelta(days=1), border + timedelta(days=far)),
        )
    )
    early, late = sorted((first + timedelta(days=one), first + timedelta(days=other)))
    assert 0 <= joint.at(early) <= joint.at(late) <= len(joint.columns)
    assert joint.at(early) <= joint.after(early)


def test_an_empty_plan_is_one_column_of_months():
    found = axis.joint(Roadmap(date(2027, 1, 11), 4, 4, (), ()))
    assert found.columns == (date(2027, 1, 1),)
