"""Opening a large file, beside reading the same heads by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from engagements.casework.case import Case
from engagements.file.sqlite import connect
from tests.benchmarks import engagement_file
from tests.benchmarks.engagement_file import ATTACHED_MB, REVISIONS
from tests.benchmarks.figure import Figure, middle, side_by_side


def measure(folder: Path) -> Iterator[Figure]:
    """Open for writing and close, with a warm framework; the reference opens and parses heads."""
    path = engagement_file.write(folder / "large.plumb")

    def ours() -> None:
        Case.open(path, author="Bench").close()

    def by_hand() -> None:
        connection = connect(path, "ro")
        for row in connection.execute("SELECT body FROM head WHERE body IS NOT NULL"):
            json.loads(row[0])
        connection.close()

    opened, read = side_by_side(ours, by_hand, runs=9, warm=2)
    yield Figure(
        f"opening, {REVISIONS:,} revisions, {ATTACHED_MB} MB attached",
        middle(opened) * 1e3,
        "ms",
        middle(read) * 1e3,
        "SELECT + json.loads",
        most=3,
        remark=f"the file has {path.stat().st_size / 1e6:,.0f} MB",
    )
