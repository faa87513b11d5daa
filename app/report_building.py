"""Building a PDF for the command line, in the worker process."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_templates.content.printed import Printed


def build_pdf(content: Printed, kit: bytes, tell: Callable[[str], None]) -> bytes:
    """The PDF's bytes; ``tell`` gets a line when a step begins. Problem when it cannot be built."""
    from app import worker_client

    told: set[str] = set()

    def step(_done: int, _total: int, words: str) -> None:
        if words and words not in told:
            told.add(words)
            tell(f"Report: {words[0].lower()}{words[1:]}")

    return worker_client.build_pdf(content, kit, step)
