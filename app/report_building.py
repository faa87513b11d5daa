"""Building a PDF for the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_templates.content.report import ReportContent


def build_pdf(content: ReportContent, kit: bytes, tell: Callable[[str], None]) -> bytes:
    """The PDF's bytes; ``tell`` gets a line when a step begins. Problem when it cannot be built."""
    from report_templates.brand import BrandKit
    from report_templates.build import build

    told: set[str] = set()

    def progress(step: str, _done: int, _total: int) -> None:
        if step not in told:
            told.add(step)
            tell(f"Report: {step}")

    return build(content, BrandKit.from_bytes(kit), progress)
