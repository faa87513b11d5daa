"""Numbers as they are typed: a decimal comma or point, never a separator for thousands."""

from __future__ import annotations

import re
from decimal import Decimal

from engagements.language import tr
from ui import locale

_NUMBER = re.compile(r"\d{1,15}(?:[.,]\d{1,6})?\Z")
_DOUBTFUL = re.compile(r"[1-9]\d{0,2}[.,]\d{3}\Z")


class Unread(Exception):
    """What was typed is no number; the sentence says how to write it."""


def read_number(typed: str) -> Decimal | None:
    """The number that was typed, None for nothing; Unread says what is wrong with it.

    "2,5" and "2.5" are the same. "1.250" may be one and a quarter or more than a thousand, so it
    is asked again instead of guessed.
    """
    words = typed.strip()
    if not words:
        return None
    if _DOUBTFUL.match(words):
        plain, short = re.sub("[.,]", "", words), words.rstrip("0").rstrip(".,")
        raise Unread(
            tr("Write {plain} or {short}: thousands are not separated.", plain=plain, short=short)
        )
    if not _NUMBER.match(words):
        separated = re.fullmatch(r"[\d.,' \u00a0\u202f\u2019]+", words)
        if separated and any(one.isdigit() for one in words):
            raise Unread(tr("Write the number without separators for thousands."))
        raise Unread(tr("Write a number such as 2.5, or leave it empty."))
    return locale.decimal(words)


def written(number: Decimal | None) -> str:
    """A number as it stands in a field or a list; empty for none."""
    if number is None:
        return ""
    return locale.number(locale.without_zeros(number))
