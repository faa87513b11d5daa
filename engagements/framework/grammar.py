"""The small grammar of contradictions: parsed into frozen values, evaluated elsewhere.

::

    condition  = all { "or" all }
    all        = term { "and" term }
    term       = "(" condition ")"
               | CRITERION "=" ( "yes" | "partly" | "no" )
               | METRIC ( "<" | ">" | "=" ) ( NUMBER | "limit(" METRIC "," LEVEL ")" )
               | METRIC "=" "not_measurable"
               | "spread(roles)" ( "<" | ">" | "=" ) NUMBER
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from engagements.framework.model import AnswerValue

Sign = Literal["<", ">", "="]
_SIGNS: dict[str, Sign] = {"<": "<", ">": ">", "=": "="}
_ANSWERS = {one.value: one for one in (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO)}
_WORD = re.compile(r"[()<>=,]|[^\s()<>=,]+")
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")

MAX_LENGTH = 1_000
"""Longest condition, in characters."""
MAX_DEPTH = 20
"""Most brackets inside one another."""


class GrammarError(ValueError):
    """A condition that cannot be read; its text says where and why."""


@dataclass(frozen=True)
class LimitOf:
    """A metric's limit of one level."""

    metric: str
    level: int


@dataclass(frozen=True)
class Says:
    """A criterion has this answer."""

    criterion: str
    answer: AnswerValue


@dataclass(frozen=True)
class Measures:
    """A metric stands below, above or at a figure."""

    metric: str
    sign: Sign
    bound: Decimal | LimitOf


@dataclass(frozen=True)
class NotMeasurable:
    """A metric was found to be not measurable."""

    metric: str


@dataclass(frozen=True)
class Spread:
    """The answers of two roles to one criterion lie this many steps apart."""

    sign: Sign
    steps: Decimal


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Either:
    """At least one part holds."""

    parts: tuple[Condition, ...]


Term = Says | Measures | NotMeasurable | Spread
Condition = Term | All | Either


@lru_cache(maxsize=256)
def parse(text: str) -> Condition:
    """The condition a text says; GrammarError when it says none."""
    if len(text) > MAX_LENGTH:
        raise GrammarError(f"longer than {MAX_LENGTH} characters")
    reader = _Reader(_WORD.findall(text))
    condition = reader.condition(0)
    if reader.word:
        raise GrammarError(f"'{reader.word[:40]}' was not expected")
    return condition


def terms(condition: Condition) -> Iterator[Term]:
    """Every term of a condition, from left to right."""
    if isinstance(condition, All | Either):
        for part in condition.parts:
            yield from terms(part)
    else:
        yield condition


class _Reader:
    """Words and signs read from left to right."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._at = 0

    @property
    def word(self) -> str:
        """The next word or sign; empty at the end."""
        return self._words[self._at] if self._at < len(self._words) else ""

    def condition(self, depth: int) -> Condition:
        """Parts joined by "or", which binds less than "and"."""
        parts = [self._all(depth)]
        while self.word == "or":
            self._take()
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Condition:
        parts = [self._term(depth)]
        while self.word == "and":
            self._take()
            parts.append(self._term(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _term(self, depth: int) -> Condition:
        if self.word == "(":
            if depth >= MAX_DEPTH:
                raise GrammarError(f"more than {MAX_DEPTH} brackets inside one another")
            self._take()
            inner = self.condition(depth + 1)
            self._take(")")
            return inner
        name = self._name("a criterion or metric")
        if name == "spread":
            self._take("(")
            self._take("roles")
            self._take(")")
            return Spread(self._sign(), self._number())
        sign = self._sign()
        if sign == "=" and self.word in _ANSWERS:
            return Says(name, _ANSWERS[self._take()])
        if sign == "=" and self.word == "not_measurable":
            self._take()
            return NotMeasurable(name)
        return Measures(name, sign, self._limit() if self.word == "limit" else self._number())

    def _limit(self) -> LimitOf:
        self._take("limit")
        self._take("(")
        metric = self._name("a metric")
        self._take(",")
        level = self._take()
        self._take(")")
        if level not in ("1", "2", "3", "4"):
            raise GrammarError(f"'{level[:40]}' is not a level with a limit")
        return LimitOf(metric, int(level))

    def _name(self, what: str) -> str:
        if not self.word or self.word in "()<>=," or self.word in ("and", "or", "limit"):
            raise GrammarError(f"{self._found()} where {what} is expected")
        return self._take()

    def _sign(self) -> Sign:
        if self.word not in _SIGNS:
            raise GrammarError(f"{self._found()} where <, > or = is expected")
        return _SIGNS[self._take()]

    def _number(self) -> Decimal:
        if not _NUMBER.fullmatch(self.word):
            raise GrammarError(f"{self._found()} where an answer or a figure is expected")
        return Decimal(self._take())

    def _take(self, expected: str = "") -> str:
        word = self.word
        if expected and word != expected:
            raise GrammarError(f"{self._found()} where '{expected}' is expected")
        self._at += 1
        return word

    def _found(self) -> str:
        return f"'{self.word[:40]}'" if self.word else "the end"
