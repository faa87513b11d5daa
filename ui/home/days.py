"""Days as they are typed into a form."""

from __future__ import annotations

from datetime import date, datetime

_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %b %Y", "%d %B %Y")
_YEARLESS = ("%d.%m. %Y", "%d %b %Y", "%d %B %Y")


def day_of(words: str, today: date) -> date | None:
    """A day as typed (``2026-12-18``, ``18.12.2026``, ``18 Dec``); None when it is none.

    Without a year it is the next such day.
    """
    said = " ".join(words.split())
    found = _read(said, _FORMS)
    if found is not None:
        return found
    near = _read(f"{said} {today.year}", _YEARLESS)
    if near is None or near >= today:
        return near
    return _read(f"{said} {today.year + 1}", _YEARLESS)


def typed(day: date | None) -> str:
    """A day as a form shows it: ``18 Dec 2026``; empty for none."""
    return f"{day.day} {day:%b %Y}" if day else ""


def _read(words: str, forms: tuple[str, ...]) -> date | None:
    for form in forms:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None
