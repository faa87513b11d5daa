"""One answer on its way into the file, beside one raw row written in the same mode."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from engagements.casework.case import Case
from engagements.casework.interviewing import record_answer
from engagements.file.sqlite import Connection, connect, settle
from tests.benchmarks import engagement_file
from tests.benchmarks.figure import Figure, middle, p99

ANSWERS = 200
WARM = 20


def measure(folder: Path) -> Iterator[Figure]:
    """``record_answer`` until it returns, in a file of 5,000 revisions; then the raw row."""
    case = Case.open(engagement_file.write(folder / "ours.plumb", attached=0), author="Bench")
    raw = _raw(folder / "raw.db")
    rows = count(1)
    body = b"x" * 250
    try:
        answers = engagement_file.fresh_answers(case, ANSWERS + WARM)
        ours, reference = _in_turns(
            lambda: record_answer(case, next(answers)),
            lambda: raw.execute("INSERT INTO row (id, body) VALUES (?, ?)", (next(rows), body)),
        )
    finally:
        raw.close()
        case.close()
    yield Figure(
        "record_answer, committed",
        middle(ours) * 1e3,
        "ms",
        middle(reference) * 1e3,
        "one raw row",
        most=3,
        remark=f"p99 of {ANSWERS}: {p99(ours) * 1e3:.1f} ms, of the raw row "
        f"{p99(reference) * 1e3:.1f} ms",
    )


def _raw(path: Path) -> Connection:
    """A database with one table, opened as an engagement file is."""
    connection = connect(path, "rwc")
    settle(connection)
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
    return connection


def _in_turns(
    ours: Callable[[], object], reference: Callable[[], object]
) -> tuple[list[float], list[float]]:
    """Durations of both in seconds, without the first few."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(ANSWERS + WARM):
        for work, kept in zip((ours, reference), found, strict=True):
            begin = time.perf_counter()
            work()
            kept.append(time.perf_counter() - begin)
    return found[0][WARM:], found[1][WARM:]
