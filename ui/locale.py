"""Dates, times and numbers as the spoken language writes them, and numbers read back.

A language without a row of its own is written the English way.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from datetime import time as Time  # noqa: N812  # a type; ``time`` is the function below
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale

from engagements.language import spoken

if TYPE_CHECKING:
    from decimal import Decimal

    from report_templates.words import Words


class Forms(NamedTuple):
    """How one language writes: ``day`` follows a number of the month, ``point`` splits decimals."""

    locale: QLocale.Language = QLocale.Language.English
    day: str = "{day} {month}"
    point: str = "."
    percent: str = "{number} %"
    weekday: str = "{weekday} {day}"
    plain: str = "%Y-%m-%d"


FORMS = {
    "en": Forms(),
    "de": Forms(
        QLocale.Language.German,
        day="{day}. {month}",
        point=",",
        weekday="{weekday}, {day}",
        plain="%d.%m.%Y",
    ),
}

_DECIMAL = re.compile(r"[+\-−]?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[+\-−]?[1-9]\d{0,2}[.,]\d{3}")
LETTERS = 3
"""Letters that are enough for the name of a month."""
LONGEST = 40
"""Most characters of a number that is read."""


def forms() -> Forms:
    """The forms of the language spoken now."""
    return FORMS.get(spoken(), FORMS["en"])


def figure_words() -> Words:
    """The words of figures in the language spoken now, in English where it has none."""
    from report_templates.words import nearest

    return nearest(spoken())


def day(value: date) -> str:
    """A date with its year: "4 Dec 2026", "4. Dez. 2026"."""
    return f"{day_and_month(value)} {value.year:04}"


def day_and_month(value: date) -> str:
    """A date without its year: "4 Dec", "4. Dez."."""
    how = forms()
    months, _ = _names(how.locale)
    return how.day.format(day=value.day, month=months[value.month - 1])


def weekday_and_day(value: date) -> str:
    """A date as a week's plan says it: "Fri 4 Dec", "Fr 4. Dez."."""
    return f"{weekday(value)} {day_and_month(value)}"


def full_day(value: date) -> str:
    """A date with its weekday and year: "Fri 4 Dec 2026", "Fr 4. Dez. 2026"."""
    return f"{weekday(value)} {day(value)}"


def weekday(value: date) -> str:
    """The short name of a day of the week: "Fri", "Fr"."""
    _, weekdays = _names(forms().locale)
    return weekdays[value.weekday()]


def month_and_year(value: date) -> str:
    """A month: "Dec 2026", "Dez. 2026"."""
    months, _ = _names(forms().locale)
    return f"{months[value.month - 1]} {value.year:04}"


def long_day(value: date) -> str:
    """A date in full: "24 November 2026", "24. November 2026"."""
    how = forms()
    month = QLocale(how.locale).monthName(value.month)
    return f"{how.day.format(day=value.day, month=month)} {value.year:04}"


def long_full_day(value: date) -> str:
    """A date in full with its weekday: "Wednesday 25 November 2026"."""
    how = forms()
    weekday = QLocale(how.locale).dayName(value.isoweekday())
    return how.weekday.format(weekday=weekday, day=long_day(value))


def long_month(value: date) -> str:
    """A month in full: "November 2026"."""
    return f"{QLocale(forms().locale).monthName(value.month)} {value.year:04}"


def plain_day(value: date) -> str:
    """A date in digits: "2026-12-04", "04.12.2026"."""
    return value.strftime(forms().plain)


def moment(value: datetime) -> str:
    """A date in digits and a time: "2026-12-04 14:32"."""
    return f"{plain_day(value)} {time(value)}"


def month_of(name: str) -> int | None:
    """The number of a month by its name or its first letters, as spoken or in English."""
    said = name.casefold().rstrip(".")
    if len(said) < LETTERS:
        return None
    for one in (QLocale(forms().locale), QLocale(QLocale.Language.English)):
        for number in range(1, 13):
            if one.monthName(number).casefold().startswith(said):
                return number
    return None


def time(value: datetime | Time) -> str:
    """A time of day: "14:32"."""
    return f"{value:%H:%M}"


def exact_time(value: datetime | Time) -> str:
    """A time of day to the second: "14:32:05"."""
    return f"{value:%H:%M:%S}"


def number(value: Decimal | float, places: int | None = None) -> str:
    """A number: "2.5", "2,5"; with ``places`` rounded to so many, else all its digits.

    No thousands separators, so that what is shown can be typed again.
    """
    from decimal import Decimal

    exact = Decimal(str(value))
    text = f"{exact:f}" if places is None else f"{exact:.{places}f}"
    return text.replace(".", forms().point)


def without_zeros(value: Decimal) -> Decimal:
    """The same number without the zeros behind its point: 2.50 is 2.5, 20 stays 20."""
    return type(value)(f"{value.normalize():f}")


def percent(value: Decimal | float, places: int = 0) -> str:
    """A share of a hundred: "80 %"."""
    return forms().percent.format(number=number(value, places))


def date_pattern() -> str:
    """The pattern for a QDateEdit: "ddd d MMM yyyy" or what the language has for it."""
    return "ddd " + forms().day.format(day="d", month="MMM") + " yyyy"


def qt_locale() -> QLocale:
    """The locale for Qt's own fields, without thousands separators."""
    one = QLocale(forms().locale)
    one.setNumberOptions(
        QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.RejectGroupSeparator
    )
    return one


def decimal(text: str) -> Decimal:
    """A number as typed: "2.5" and "2,5" are the same in every language.

    ValueError when it is none, or when its separator may be one of thousands: the comma of
    "1,250" in English, the point of "1.250" in German; "1250" is what is meant by them.
    """
    from decimal import Decimal

    typed = text.strip()
    if len(typed) > LONGEST or not _DECIMAL.fullmatch(typed):
        raise ValueError(f"not a number: {typed[:LONGEST]!r}")
    if _THOUSANDS.fullmatch(typed) and forms().point not in typed:
        raise ValueError(f"a separator of thousands: {typed!r}")
    return Decimal(typed.replace(",", ".").replace("−", "-"))


@cache
def _names(language: QLocale.Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Short names of the months and, from Monday, of the weekdays (without their point)."""
    one = QLocale(language)
    short = QLocale.FormatType.ShortFormat
    months = tuple(one.monthName(number, short) for number in range(1, 13))
    return months, tuple(one.dayName(number, short).rstrip(".") for number in range(1, 8))
