"""Engagements of a chosen size, made of ordinary records."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date
from types import MappingProxyType

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records.answers import Answer, Note
from engagements.records.base import Record, identity
from engagements.records.client import FIRST_UNIT_ID, ScopeUnit
from engagements.records.people import Interview, Person
from engagements.records.snapshot import Snapshot

SEED = 20270111
VALUES = (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, AnswerValue.UNKNOWN)
WORDS = (
    "every",
    "night",
    "the",
    "pipeline",
    "says",
    "what",
    "nobody",
    "reads",
    "until",
    "a",
    "call",
)


def records(interviews: int, units: int = 1) -> Iterator[Record]:
    """Scope units, and interviews that each answer every criterion of one unit, one after another.

    Half the interviews are with one person, half with two who answer apart.
    """
    rng = random.Random(SEED)
    roles = [one.code for one in mlops().roles]
    scopes = [FIRST_UNIT_ID, *(identity("bench-unit", str(n)) for n in range(1, units))]
    for place, unit in enumerate(scopes):
        yield ScopeUnit(id=unit, name=f"Unit {place + 1}", position=place)
    for number in range(interviews):
        unit = scopes[number % units]
        people = [identity("bench-person", str(number), str(one)) for one in range(number % 2 + 1)]
        for one in people:
            yield Person(id=one, role=rng.choice(roles), scope_unit=unit)
        interview = identity("bench-interview", str(number))
        yield Interview(
            id=interview,
            title=f"Interview {number + 1}",
            people=tuple(people),
            scope_unit=unit,
            day=date(2026, 11, 2),
            agenda=tuple(one.id for one in mlops().criteria),
        )
        for criterion in mlops().criteria:
            yield Answer.of(
                criterion.id,
                interview,
                rng.choices(VALUES, (5, 2, 2, 1))[0],
                voice=rng.choice(people),
                scope_unit=unit,
            )


def notes(count: int, words: int = 40) -> Iterator[Note]:
    """Notes of some forty words."""
    rng = random.Random(SEED)
    criteria = [one.id for one in mlops().criteria]
    for number in range(count):
        text = " ".join(rng.choices(WORDS, k=words))
        key = identity("bench-note", str(number))
        yield Note(id=key, text=text, criteria=(rng.choice(criteria),))


def snapshot(held: Iterable[Record]) -> Snapshot:
    """The records as a snapshot in memory."""
    heads: dict[str, dict[str, tuple[Record, ...]]] = {}
    for one in held:
        heads.setdefault(one.kind, {})[one.id] = (one,)
    return Snapshot(mlops(), MappingProxyType(heads))


def answer_sets(count: int) -> Iterator[dict[str, object]]:
    """Random sets of answers as ``plumbline assess`` reads them: values, conflicts, grades."""
    rng = random.Random(SEED)
    ids = [one.id for one in mlops().criteria]
    words = [one.value for one in VALUES]
    for _ in range(count):
        chosen = rng.sample(ids, rng.randint(0, len(ids)))
        yield {
            "answers": {
                one: rng.choice(words) if rng.random() < 0.9 else rng.sample(words, 2)
                for one in chosen
            },
            "evidence": {one: rng.randint(0, 4) for one in rng.sample(ids, 20)},
        }
