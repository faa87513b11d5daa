"""Scoring many sets of answers through the command line."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.estate import answer_sets
from tests.benchmarks.figure import Figure, middle

DOCUMENTS = 10_000
RUNS = 5


def measure(folder: Path) -> Iterator[Figure]:
    """Documents a minute through ``plumbline assess -``, start of the program included."""
    lines = folder / "answers.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in answer_sets(DOCUMENTS)))
    took = [_run(lines) for _ in range(RUNS + 1)][1:]
    yield Figure(
        f"plumbline assess -, {DOCUMENTS:,} random assessments",
        DOCUMENTS / middle(took) * 60,
        "a minute",
        least=DOCUMENTS,
    )


def _run(lines: Path) -> float:
    """Seconds for one run; every line must be answered by one line."""
    begin = time.perf_counter()
    with lines.open() as source:
        found = subprocess.run(
            [sys.executable, "-m", "app.cli", "assess", "-", "--json"],
            stdin=source,
            capture_output=True,
            check=True,
        )
    took = time.perf_counter() - begin
    assert found.stdout.count(b"\n") == DOCUMENTS
    return took
