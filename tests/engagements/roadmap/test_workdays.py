"""Working days: never a weekend, in order, five to the week."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.roadmap import workdays

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
MONDAY = date(2027, 1, 11)
WEEKS = st.decimals(0, 60, places=1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 1, 8), date(2027, 1, 8)),
        (date(2027, 1, 9), MONDAY),
        (date(2027, 1, 10), MONDAY),
        (MONDAY, MONDAY),
    ],
)
def test_a_weekend_moves_to_monday(day, expected):
    assert workdays.on_or_after(day) == expected


@pytest.mark.parametrize(
    ("weeks", "begin", "last"),
    [
        ("0.2", MONDAY, MONDAY),
        ("0.4", MONDAY, date(2027, 1, 12)),
        ("1", MONDAY, date(2027, 1, 15)),
        ("2.4", MONDAY, date(2027, 1, 26)),
        ("0.7", MONDAY, date(2027, 1, 14)),
        ("0", MONDAY, MONDAY),
    ],
)
def test_elapsed_weeks_end_on_their_last_working_day(weeks, begin, last):
    assert workdays.first_day(MONDAY, Decimal(0)) == begin
    assert workdays.last_day(MONDAY, Decimal(0), Decimal(weeks)) == last


def test_the_next_work_begins_on_the_next_working_day():
    assert workdays.day_after(MONDAY, Decimal(1)) == date(2027, 1, 18)
    assert workdays.day_after(MONDAY, Decimal("0.7")) == date(2027, 1, 15)
    assert workdays.day_after(MONDAY, Decimal(0)) == MONDAY


def test_the_monday_after_is_never_the_day_itself():
    assert workdays.monday_after(MONDAY) == date(2027, 1, 18)
    assert workdays.monday_after(date(2027, 1, 10)) == MONDAY


@given(DAYS, st.integers(0, 600))
def test_counting_working_days_one_by_one_agrees(start, days):
    start = workdays.on_or_after(start)
    day, left = start, days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    assert workdays.later(start, days) == day


@given(DAYS, WEEKS, WEEKS, WEEKS)
def test_longer_never_ends_sooner_and_nothing_falls_on_a_weekend(start, begin, short, more):
    start = workdays.on_or_after(start)
    soon = workdays.last_day(start, begin, begin + short)
    late = workdays.last_day(start, begin, begin + short + more)
    first = workdays.first_day(start, begin)
    assert first <= soon <= late < workdays.day_after(start, begin + short + more + 1)
    assert all(day.weekday() < 5 for day in (first, soon, late))
