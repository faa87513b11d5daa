"""Measure everything, or the subjects named: ``python -m tests.benchmarks [SUBJECT ...]``."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import table
from tests.benchmarks.figure import Figure

SUBJECTS = (
    "scoring",
    "answering",
    "opening",
    "throughput",
    "reporting",
    "comparing",
    "redrawing",
    "starting",
    "searching",
    "painting",
    "gaps",
    "meanwhile",
    "listing",
)
"""Modules of this package with ``measure(folder) -> figures``, in the order they are run."""

RESULT = Path("out/bench.json")


def measured(subjects: Sequence[str]) -> Iterator[Figure]:
    """The figures of each subject, as they are found."""
    for subject in subjects:
        print(f"measuring {subject}", file=sys.stderr, flush=True)  # noqa: T201
        module = importlib.import_module(f"tests.benchmarks.{subject}")
        with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
            yield from module.measure(Path(folder))


def main(wanted: Sequence[str]) -> int:
    """Print the table and write it as JSON; status 2 for a subject that does not exist."""
    unknown = [one for one in wanted if one not in SUBJECTS]
    if unknown:
        print(f"No such subject: {', '.join(unknown)}. There are {', '.join(SUBJECTS)}.")  # noqa: T201
        return 2
    figures = list(measured(wanted or SUBJECTS))
    print(table.text(figures))  # noqa: T201
    if hasattr(os, "getloadavg"):
        print(table.busy(os.getloadavg()[0], os.cpu_count() or 1))  # noqa: T201
    table.write(figures, RESULT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
