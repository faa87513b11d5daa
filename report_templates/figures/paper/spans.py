"""How a range of durations is drawn: the likely bar, the low tick inside, the whisker to high."""

from __future__ import annotations

from report_templates.figures.marks import high_tick, likely_dot
from report_templates.figures.model import Span
from report_templates.figures.pen import Pen
from report_templates.figures.scene import Line, Rectangle, Role

BAR = 9.0
"""Height of a bar."""


def bar(pen: Pen, span: Span, y: float, axis: tuple[float, float], ref: str) -> None:
    """An action's bar around the height ``y``; ``axis`` is its left edge and a column's width."""
    left, column = axis
    begins, low = left + span.begins * column, left + span.low * column
    likely, high = left + span.likely * column, left + span.high * column
    body(pen, (begins, likely), y, ref)
    _low(pen, max(begins, low), likely, y, Role.PAPER)
    if high > likely:
        pen.add(Line(likely, y, high, y, stroke=Role.INK, stroke_width=0.9))
        pen.add(Line(high, y - 3.6, high, y + 3.6, stroke=Role.INK, stroke_width=1.1))


def body(pen: Pen, ends: tuple[float, float], y: float, ref: str, *, hollow: bool = False) -> None:
    """The solid part of a bar, or its outline."""
    begins, likely = ends
    pen.add(
        Rectangle(
            begins,
            y - BAR / 2,
            max(likely - begins, 1.0),
            BAR,
            fill=Role.PAPER if hollow else Role.PRIMARY,
            stroke=Role.PRIMARY if hollow else None,
            stroke_width=1.0,
            ref=ref,
        )
    )


def total(
    pen: Pen, span: Span, y: float, axis: tuple[float, float], ref: str, *, hollow: bool = False
) -> tuple[float, float]:
    """A transition's bar with its dot and tick; returns where it begins and ends."""
    left, column = axis
    begins, low = left + span.begins * column, left + span.low * column
    likely, high = left + span.likely * column, left + span.high * column
    body(pen, (begins, likely), y, ref, hollow=hollow)
    _low(pen, max(begins, low), likely, y, Role.PRIMARY if hollow else Role.PAPER)
    pen.add(Line(likely, y, high, y, stroke=Role.ACCENT, stroke_width=1.4))
    pen.add(high_tick(high, y, Role.ACCENT), likely_dot(likely, y, Role.ACCENT))
    return begins, max(high, likely + 4.6)


def _low(pen: Pen, low: float, likely: float, y: float, colour: Role) -> None:
    if likely - low > 1.2:
        pen.add(Line(low, y, likely, y, stroke=colour, stroke_width=1.0))
        pen.add(Line(low, y - 2.6, low, y + 2.6, stroke=colour, stroke_width=1.0))


def beside(
    first: tuple[float, float], second: tuple[float, float], room: tuple[float, float]
) -> tuple[float, float]:
    """Left edges of two labels (middle, width) kept ``GAP`` apart and, if they fit, in the room."""
    start, then = first[0] - first[1] / 2, second[0] - second[1] / 2
    overlap = start + first[1] + GAP - then
    if overlap > 0:
        start, then = start - overlap / 2, then + overlap / 2
    over = max(0.0, then + second[1] - room[1])
    then -= over
    start = max(room[0], min(start, then - GAP - first[1]))
    return start, max(then, start + first[1] + GAP)


GAP = 8.0
"""Least room between two labels."""
