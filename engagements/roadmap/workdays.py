"""Working days as calendar arithmetic: five a week, Monday to Friday, without holidays."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from math import ceil, floor

DAYS_A_WEEK = 5


def on_or_after(day: date) -> date:
    """``day`` itself, or the Monday after it when it falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= DAYS_A_WEEK else 0)


def monday_after(day: date) -> date:
    """The first Monday later than ``day``."""
    return day + timedelta(days=7 - day.weekday())


def later(start: date, days: int) -> date:
    """The working day ``days`` (0 or more) working days after the working day ``start``."""
    weeks, rest = divmod(start.weekday() + days, DAYS_A_WEEK)
    return start + timedelta(days=7 * weeks + rest - start.weekday())


def first_day(start: date, weeks: Decimal) -> date:
    """The day on which work begins that begins ``weeks`` elapsed working weeks after ``start``."""
    return later(start, floor(weeks * DAYS_A_WEEK))


def last_day(start: date, begins: Decimal, ends: Decimal) -> date:
    """The last day of work from ``begins`` to ``ends`` (elapsed working weeks after ``start``).

    Work that takes no time ends on the day it begins.
    """
    return later(start, max(ceil(ends * DAYS_A_WEEK) - 1, floor(begins * DAYS_A_WEEK)))


def day_after(start: date, weeks: Decimal) -> date:
    """The first working day that is free after ``weeks`` elapsed working weeks of work."""
    return later(start, ceil(weeks * DAYS_A_WEEK))
