"""A large engagement file, written through the use cases like any other."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from engagements.casework import evidence
from engagements.casework.case import Case
from engagements.file.actions import Action
from engagements.framework.model import AnswerValue
from engagements.records.answers import Answer
from engagements.records.base import Record
from engagements.records.people import Interview
from tests.benchmarks.estate import SEED, notes, records

REVISIONS = 5_000
ATTACHED_MB = 200
MB = 1_000_000
BATCH = 250


def write(path: Path, *, revisions: int = REVISIONS, attached: int = ATTACHED_MB) -> Path:
    """A new file of so many revisions and megabytes of attachments in ten items of evidence."""
    case = Case.create(path, client="Bench", target=3, author="Bench")
    try:
        rng = random.Random(SEED)
        for number in range(10 if attached else 0):
            data = io.BytesIO(rng.randbytes(attached * MB // 10))
            evidence.attach(
                case, f"Recording {number + 1}", data, name=f"{number + 1}.bin", grade=3
            )
        held = list(records(20))
        _keep(case, held)
        _keep(case, notes(max(0, revisions - case.snapshot.revisions)))
    finally:
        case.close()
    return path


def _keep(case: Case, held: Iterable[Record]) -> None:
    """Keep records in batches, each one user action."""
    waiting: Iterator[Record] = iter(held)
    while batch := list(islice(waiting, BATCH)):
        with case.edit(Action.NOTE_KEPT) as edit:
            for one in batch:
                edit.revise(one)
        edit.done()


def fresh_answers(case: Case, count: int) -> Iterator[Answer]:
    """Answers that differ from what the file holds, one criterion after another."""
    criteria = case.snapshot.framework.criteria
    values = (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO)
    interview = case.snapshot.of(Interview)[0]
    for number in range(count):
        criterion = criteria[number % len(criteria)]
        value = values[(number // len(criteria) + number) % len(values)]
        yield Answer.of(criterion.id, interview.id, value, voice=interview.people[0])
