"""How much room flowables take, as a frame would set them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, KeepTogether

from report_templates.style import WIDTH


def height(flowables: Sequence[Flowable], width: float = WIDTH) -> float:
    """Points from the top of the first to the foot of the last.

    Of the space after one and the space before the next the larger counts; the space before the
    first and after the last does not.
    """
    total = after = 0.0
    for place, one in enumerate(flowables):
        high = _height(one, width)
        total += high + (max(after, one.getSpaceBefore()) if place else 0.0)
        after = one.getSpaceAfter()
    return total


def _height(one: Flowable, width: float) -> float:
    if isinstance(one, KeepTogether):  # it measures itself on a canvas only
        inside: Any = one
        return height(inside._content, width)  # noqa: SLF001
    return one.wrap(width, 10_000)[1]
