"""The time axis of a plan: equal columns of weeks, months or quarters, the same on every surface.

Words (month names, "W1") belong to the surface; here are dates and positions only.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import takewhile
from typing import Literal

from engagements.roadmap.model import PlannedTransition, Roadmap
from engagements.roadmap.workdays import DAYS_A_WEEK

Unit = Literal["weeks", "months", "quarters"]
MOST_COLUMNS = 14
"""More months than this in one transition become quarters."""
MOST_MONTHS = 24
"""More months than this in the overview become quarters."""


@dataclass(frozen=True)
class Axis:
    """Columns from left to right. Positions are in columns, 0 at the left edge of the first."""

    unit: Unit
    columns: tuple[date, ...]
    """The first day of each column: a Monday, or the first of a month."""
    ends: date
    """The first day after the last column."""

    def at(self, day: date) -> Fraction:
        """Where ``day`` begins; before the first column 0, after the last their number.

        In a week the five working days share the column, so that a weekend has no width; in a
        month or quarter all its days do.
        """
        if day <= self.columns[0]:
            return Fraction(0)
        if day >= self.ends:
            return Fraction(len(self.columns))
        place = bisect_right(self.columns, day) - 1
        if self.unit == "weeks":
            return place + Fraction(min(day.weekday(), DAYS_A_WEEK), DAYS_A_WEEK)
        return place + Fraction((day - self.columns[place]).days, self._days(place))

    def after(self, day: date) -> Fraction:
        """Where ``day`` ends: the right edge of a bar whose last day it is."""
        return self.at(day + timedelta(days=1))

    def _days(self, place: int) -> int:
        """Length of one column in days."""
        bounds = (*self.columns, self.ends)
        return (bounds[place + 1] - bounds[place]).days


@dataclass(frozen=True)
class Joint:
    """Several axes side by side as one: weeks while the plan is near, then months."""

    parts: tuple[Axis, ...]
    """At least one; each begins where or after the one before has its last day."""

    @property
    def columns(self) -> tuple[date, ...]:
        """The first days of all columns."""
        return tuple(day for part in self.parts for day in part.columns)

    def at(self, day: date) -> Fraction:
        """Where ``day`` begins, in columns from the left; never runs backwards."""
        before = 0
        for part, following in zip(self.parts, self.parts[1:], strict=False):
            if day < following.columns[0]:
                return before + part.at(day)
            before += len(part.columns)
        return before + self.parts[-1].at(day)

    def after(self, day: date) -> Fraction:
        """Where ``day`` ends; the last day before the next axis ends where that one begins."""
        return self.at(day + timedelta(days=1))


def weeks(first: date, last: date) -> Axis:
    """One column per week, from the week of ``first`` to that of ``last``, both included."""
    monday = first - timedelta(days=first.weekday())
    count = max(0, (last - monday).days) // 7 + 1
    columns = tuple(monday + timedelta(weeks=n) for n in range(count))
    return Axis("weeks", columns, monday + timedelta(weeks=count))


def months(first: date, last: date, *, most: int = MOST_COLUMNS) -> Axis:
    """One column per month that has a day from ``first`` to ``last``; quarters above ``most``.

    A quarter is three months counted from the month of ``first``.
    """
    count = max(0, _number(last) - _number(first)) + 1
    step = 3 if count > most else 1
    starts = tuple(_month(_number(first) + n) for n in range(0, count, step))
    ends = _month(_number(first) + len(starts) * step)
    return Axis("months" if step == 1 else "quarters", starts, ends)


def of_transition(step: PlannedTransition) -> Axis:
    """The axis of one transition, from its start to its high finish, in the unit it has."""
    if step.axis == "weeks":
        return weeks(step.start, step.finish_high)
    return months(step.start, step.finish_high)


def of_roadmap(roadmap: Roadmap) -> Axis:
    """The axis of a whole plan: months up to two years, quarters beyond."""
    last = max((step.finish_high for step in roadmap.transitions), default=roadmap.start)
    return months(roadmap.start, last, most=MOST_MONTHS)


def joint(roadmap: Roadmap) -> Joint:
    """Weeks for the transitions counted in weeks that come first, months for all that follows.

    The weeks run to the end of the month in which the last of them likely ends.
    """
    near = tuple(takewhile(lambda step: step.axis == "weeks", roadmap.transitions))
    last = max((step.finish_high for step in roadmap.transitions), default=roadmap.start)
    if not near:
        return Joint((of_roadmap(roadmap),))
    border = _month(_number(max(step.finish_likely for step in near)) + 1)
    if len(near) == len(roadmap.transitions) or border > last:
        return Joint((weeks(roadmap.start, last),))
    close = weeks(roadmap.start, border - timedelta(days=1))
    return Joint((close, months(border, last, most=MOST_MONTHS)))


def _number(day: date) -> int:
    """Months since year 0."""
    return day.year * 12 + day.month - 1


def _month(number: int) -> date:
    """The first day of a month by its number."""
    return date(number // 12, number % 12 + 1, 1)
