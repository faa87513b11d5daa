"""Building the full report of the sample engagement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from engagements import sample
from engagements.casework.case import Case
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import report
from tests.benchmarks.figure import Figure, middle, seconds

ISSUED = date(2027, 1, 11)
PLAIN_MS = 1_600
"""What tables and figures like these took with plain ReportLab and tags, on another machine."""


def measure(folder: Path) -> Iterator[Figure]:
    """Content from the snapshot, then the PDF, in a warm process."""
    path = folder / "sample.plumb"
    sample.write(path)
    case = Case.open(path, author="Bench", read_only=True)
    snapshot = case.snapshot
    case.close()
    content = report.of(snapshot, profile="full", issued=ISSUED)
    yield Figure(
        "content of the full report",
        middle(seconds(lambda: report.of(snapshot, profile="full", issued=ISSUED))) * 1e3,
        "ms",
    )
    kit = BrandKit.bundled("meridian")
    made = build(content, kit)
    yield Figure(
        "full report, PDF, warm",
        middle(seconds(lambda: build(content, kit), runs=5)) * 1e3,
        "ms",
        remark=f"{_pages(made)} pages, {len(made) / 1e3:,.0f} kB; as a target {PLAIN_MS:,} ms, "
        "of plain ReportLab on another machine; its budget is against WeasyPrint",
    )


def _pages(made: bytes) -> int:
    """Pages of a PDF."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(made)
    try:
        return len(document)
    finally:
        document.close()
