"""Days as they are typed into a form."""

from __future__ import annotations

import re
from datetime import date, datetime

from ui import locale

_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")
_YEARLESS = "%d.%m. %Y"
_NAMED = re.compile(r"(?P<day>\d{1,2})\.? ?(?P<month>[^\W\d_]+\.?)(?: (?P<year>\d{4}))?")


def day_of(words: str, today: date) -> date | None:
    """A day as typed (``2026-12-18``, ``18.12.2026``, ``18 Dec``, ``18. Dez.``); None when none.

    Without a year it is the next such day.
    """
    said = " ".join(words.split())
    for form in _FORMS:
        found = _read(said, form)
        if found is not None:
            return found
    named = _NAMED.fullmatch(said)
    if named is not None:
        month = locale.month_of(named["month"])
        if month is None:
            return None
        said = f"{named['day']}.{month}."
        if named["year"]:
            return _read(f"{said} {named['year']}", _YEARLESS)
    near = _read(f"{said} {today.year}", _YEARLESS)
    if near is None or near >= today:
        return near
    return _read(f"{said} {today.year + 1}", _YEARLESS)


def typed(day: date | None) -> str:
    """A day as a form shows it: ``18 Dec 2026``; empty for none."""
    return locale.day(day) if day else ""


def read_day(words: str) -> date | None:
    """A day as it is typed: 2026-12-01, 1.12.2026 or 1 Dec; ValueError when it is none."""
    if not words.strip():
        return None
    day = day_of(words, date.today())
    if day is None:
        raise ValueError(f"not a day: {words!r}")
    return day


def _read(words: str, form: str) -> date | None:
    try:
        return datetime.strptime(words, form).date()  # noqa: DTZ007
    except ValueError:
        return None
