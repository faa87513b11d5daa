"""The section on screen after an edit, against the whole report that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from app import worker_client
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Answer
from engagements.records.snapshot import Snapshot
from tests.benchmarks.figure import Figure, middle, seconds
from tests.benchmarks.peers import report
from ui.jobs import Progress
from ui.report import making

RUNS = 5
SHARE, ENOUGH = 0.35, 0.4
"""Of the whole build's time, or as many seconds where that is more."""
SHOWN = ("summary", "roadmap", "transition-2-3", "evidence")
"""The first page of a dimension is looked at, too; the evidence register is the longest section."""


def measure(_folder: Path) -> Iterator[Figure]:
    """Both as the Report page asks for them, in turns: content, worker, and what is looked at."""
    before = report.snapshot()
    order = _order(before)
    made = making.make(_silent(), order)
    assert made is not None
    known, edited = dict(made.blocks), _order(_answered(before))
    keys = [key for key in known if key in SHOWN or key == f"dimension-{DIMENSION}"]
    whole: list[float] = []
    parts: dict[str, list[float]] = {key: [] for key in keys}
    for turn in range(RUNS + 1):
        took = seconds(partial(making.make, _silent(), edited), runs=1, warm=0)
        whole += took if turn else ()
        for key in keys:
            drawn = partial(making.piece, _silent(), edited, made, known[key])
            took = seconds(drawn, runs=1, warm=0)
            parts[key] += took if turn else ()
    for worker in (worker_client._worker, worker_client._quick):
        worker.close()
    most = max(SHARE, ENOUGH / middle(whole))
    for key, took in parts.items():
        yield Figure(
            f"section on screen after an edit: {key}",
            middle(took) * 1e3,
            "ms",
            middle(whole) * 1e3,
            f"all {made.pages} pages",
            most=most,
        )


DIMENSION = mlops().dimensions[0].code


def _order(snapshot: Snapshot) -> making.Order:
    kit = making.bundled_kits()[0]
    client = worker_client
    return making.Order(
        snapshot, "full", kit, client.build_pdf, client.build_word, client.build_section
    )


def _silent() -> Progress:
    return Progress(lambda _step: None)


def _answered(snapshot: Snapshot) -> Snapshot:
    """The same with another answer to the first criterion."""
    criterion = mlops().criteria[0].id
    answer = Answer.of(criterion, "i0", AnswerValue.PARTLY, voice="p0")
    kinds = dict(snapshot.heads)
    kinds[answer.kind] = {**kinds[answer.kind], answer.id: (answer,)}
    return replace(snapshot, heads=MappingProxyType(kinds), revisions=snapshot.revisions + 1)
