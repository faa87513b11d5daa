"""The report's own words by slot, and how a language writes dates, counts and numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

from engagements.language import tr
from engagements.problem import Problem

TEXTS = Path(__file__).with_name("texts")
"""A folder per language; every TOML file in it adds slots."""
NAMED = re.compile(r"\{(\w+)\}")
ENGLISH = "en"
CAPITAL_NOUNS = frozenset({"de"})
"""Languages in which a name keeps its capital letter within a sentence."""

NO_NOUNS = frozenset({"Gesagt", "Von zweien gesagt", "Gezeigt", "Gesehen"})
"""Names in such a language that do not keep it: they are no nouns."""


@dataclass(frozen=True)
class Words:
    """The texts of one language. ``slots`` maps a dotted slot to its sentence."""

    language: str
    slots: Mapping[str, str]

    def __call__(self, slot: str, **values: object) -> str:
        """The sentence of a slot with its values put in; KeyError names a slot that is missing."""
        return self.slots[slot].format(**values)

    def many(self, slot: str, n: int, **values: object) -> str:
        """The singular (``slot.one``) or plural (``slot.other``) with ``n`` and the values.

        Besides ``{n}`` the text may use ``{count}`` ("three") and ``{Count}`` ("Three"); with no
        singular or plural for nought there may be a ``slot.zero``.
        """
        form = "one" if n == 1 else "other"
        if n == 0 and f"{slot}.zero" in self.slots:
            form = "zero"
        word = self.count(n)
        return self(f"{slot}.{form}", n=n, count=word, Count=capital(word), **values)

    def count(self, n: int) -> str:
        """A count as a sentence begins with it or holds it: "three", from 13 on "13"."""
        return self.slots.get(f"count.{n}", str(n))

    def date(self, day: date) -> str:
        """A date in full: "12 October 2026"."""
        return self("date.long", day=day.day, month=self(f"month.{day.month}"), year=day.year)

    def short_date(self, day: date) -> str:
        """A date without its year: "12 Oct"."""
        return self("date.short", day=day.day, month=self(f"mon.{day.month}"))

    def medium_date(self, day: date) -> str:
        """A date with a short month: "12 Oct 2026"."""
        return self("date.medium", day=day.day, month=self(f"mon.{day.month}"), year=day.year)

    def span(self, first: date, last: date, *, brief: bool = False) -> str:
        """Two dates as a range: "12–23 October 2026"; one date when they are the same.

        A ``brief`` one has short months: "12–23 Oct 2026".
        """
        whole, month = (self.medium_date, "mon") if brief else (self.date, "month")
        if first == last:
            return whole(first)
        if (first.year, first.month) == (last.year, last.month):
            return self("date.days", first=first.day, last=whole(last))
        if first.year == last.year:
            begin = self("date.day_month", day=first.day, month=self(f"{month}.{first.month}"))
            return self("date.range", first=begin, last=whole(last))
        return self("date.range", first=whole(first), last=whole(last))

    def number(self, value: Decimal, places: int = 1) -> str:
        """A decimal rounded once to ``places``, without trailing zeros: "1.4", "2"."""
        text = f"{round(value, places):f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return text.replace("-", "−").replace(".", self("number.point"))

    def some(self, items: list[str], rest: str, most: int = 3) -> str:
        """At most so many items as a sentence lists them; ``rest`` is the slot that counts others.

        One alone is never counted: it takes no more room than its number.
        """
        left = len(items) - most + 1
        if left > 1:
            items = [*items[: most - 1], self(rest, count=self.count(left))]
        return self.listed(items)

    def listed(self, items: list[str]) -> str:
        """Items as a sentence lists them: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self("list.last", first=", ".join(items[:-1]), last=items[-1])

    def within(self, name: str) -> str:
        """A name as it stands within a sentence: "trace", in German "Spur" but "gezeigt"."""
        keeps = self.language in CAPITAL_NOUNS and name not in NO_NOUNS
        return name if keeps else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """The text with its first letter capital, the rest as it was."""
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """The text with spaces at which no line breaks."""
    return text.replace(" ", "\u00a0")


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            found.update(_flat(cast("Mapping[str, Any]", value), f"{prefix}{key}."))
        else:
            found[f"{prefix}{key}"] = str(value)
    return found


def languages() -> tuple[str, ...]:
    """The languages that there are texts for."""
    return tuple(sorted(path.name for path in TEXTS.iterdir() if path.is_dir()))


def nearest(language: str) -> Words:
    """The texts of a language, the English ones where it has none."""
    return words(language if language in languages() else ENGLISH)


@cache
def words(language: str = ENGLISH) -> Words:
    """The texts of a language; a Problem names the languages there are."""
    folder = TEXTS / language
    files = sorted(folder.glob("*.toml"))
    if not files or not language.isalnum():
        known = ", ".join(languages())
        raise Problem(
            tr("There are no report texts for “{language}”.", language=language),
            tr("Languages: {known}.", known=known),
        )
    slots: dict[str, str] = {}
    for file in files:
        more = _flat(tomllib.loads(file.read_text(encoding="utf-8")))
        twice = slots.keys() & more.keys()
        if twice:
            raise ValueError(f"{file.name}: slots already used: {sorted(twice)}")
        slots.update(more)
    return Words(language, slots)


def filled(sentence: str, **values: object) -> str:
    """A sentence of a content with its values in place of their names; other braces stay."""
    return NAMED.sub(lambda found: str(values.get(found[1], found[0])), sentence)
