"""When each level up to the target is expected: a dot at the likely date, a tick at the high."""

from __future__ import annotations

from report_templates.figures.marks import high_tick, likely_dot
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import DateRow, ExpectedDates
from report_templates.figures.paper.spans import beside
from report_templates.figures.pen import Pen, Style
from report_templates.figures.scene import Line, Role, Scene, Weight

LABEL, HEAD, ROW, RIGHT = 44.0, 16.0, 33.5, 6.0
TICK = Style(Weight.REGULAR, 7, Role.INK2)
NAME = Style(Weight.SEMIBOLD, 7.5, Role.INK)
LIKELY = Style(Weight.SEMIBOLD, 7.5, Role.INK)
HIGH = Style(Weight.REGULAR, 7.5, Role.INK)


def expected_dates(
    figure: ExpectedDates, width: float = 236, *, metrics: Metrics | None = None
) -> Scene:
    """One row per level on a common axis, with both dates written under the row's line."""
    pen = Pen(metrics or bundled())
    label = max([LABEL, *(pen.width(row.label, NAME) + 8 for row in figure.rows)])
    axis = width - label - RIGHT
    height = HEAD + ROW * len(figure.rows)
    for tick in figure.ticks:
        x = label + tick.at * axis
        pen.add(Line(x, HEAD - 3, x, height, stroke=Role.RULE1))
    _tick_words(pen, figure, label, axis)
    for number, row in enumerate(figure.rows):
        _row(pen, row, HEAD + 11 + number * ROW, (label, axis))
    return pen.scene(width, height, figure.alt)


def _tick_words(pen: Pen, figure: ExpectedDates, label: float, axis: float) -> None:
    free = 0.0
    for tick in figure.ticks:
        x = label + tick.at * axis
        need = pen.width(tick.label, TICK)
        if x >= free and x + need <= label + axis + RIGHT:
            pen.text((x, 8), tick.label, TICK)
            free = x + need + 5


def _row(pen: Pen, row: DateRow, y: float, axis: tuple[float, float]) -> None:
    left, length = axis
    likely, high = left + row.likely * length, left + row.high * length
    pen.text((0, y + 2.7), row.label, NAME, ref=row.ref)
    pen.add(Line(left, y, likely, y, stroke=Role.RULE2, stroke_width=0.9))
    pen.add(Line(likely, y, high, y, stroke=Role.ACCENT, stroke_width=1.4))
    pen.add(likely_dot(likely, y, Role.ACCENT), high_tick(high, y, Role.ACCENT, 4.6))
    first, second = pen.width(row.likely_text, LIKELY), pen.width(row.high_text, HIGH)
    room = (left, left + length + RIGHT)
    start, then = beside((likely, first), (high, second), room)
    pen.on_plate((start, y + 15), row.likely_text, LIKELY)
    pen.on_plate((then, y + 15), row.high_text, HIGH)
