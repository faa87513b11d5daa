"""A transition's timeline: rows of actions on equal columns, split over pages where needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_templates.figures.marks import high_tick, likely_dot
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Gantt, GanttRow
from report_templates.figures.paper.edges import Edges, Places
from report_templates.figures.paper.spans import BAR, bar, beside
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import (
    Line,
    Rectangle,
    Role,
    Scene,
    Text,
    Weight,
    hatch,
)

HEAD, REVIEW, BOTTOM = 29.0, 34.0, 2.0
LABELS = (164.0, 190.0)
"""Width of the column of names: usual, and where longer names need it."""
ROOMY = 290.0
"""The widest column of names, taken where it sets every name on one line over few columns."""
LEAST_COLUMN = 64.0
"""Least width of the columns of time beside it."""
ROW, WRAPPED = 26.0, 31.0
HEAD_STYLE = Style(Weight.SEMIBOLD, 7.5, Role.INK)
DAY = Style(Weight.REGULAR, 7, Role.INK2)
CODE = Style(Weight.SEMIBOLD, 7.5, Role.INK2)
TITLE = Style(Weight.MEDIUM, 7.5, Role.INK)
OWNER = Style(Weight.REGULAR, 7, Role.INK2)
OPEN_OWNER = Style(Weight.MEDIUM, 7, Role.ACCENT)
DATE = Style(Weight.SEMIBOLD, 7.5, Role.INK)


@dataclass(frozen=True)
class _Plan:
    """What holds on every page: sizes of the label column, of its codes, columns and rows."""

    width: float
    label: float
    code: float
    column: float
    row: float
    lines: int

    def x(self, at: float) -> float:
        return self.label + at * self.column

    @property
    def axis(self) -> tuple[float, float]:
        return self.label, self.column


def gantt(
    figure: Gantt,
    width: float = 493.3,
    *,
    first: float = 560,
    rest: float = 680,
    metrics: Metrics | None = None,
) -> tuple[Scene, ...]:
    """One scene per page, at most ``first`` high and then ``rest``; the axis repeats on each.

    A dependency that leaves a page ends in a stub naming the other end. The last scene holds
    the review.
    """
    measure = metrics or bundled()
    plan = _plan(figure, Pen(measure), width)
    edges = _edges(figure, Pen(measure), plan, first, rest)
    return tuple(
        _page(figure, plan, edges, number, Pen(measure)) for number in range(len(edges.parts))
    )


def _edges(figure: Gantt, pen: Pen, plan: _Plan, first: float, rest: float) -> Edges:
    """The dependencies over such pages that their words find room at every page's edge."""
    band = 0.0
    while True:
        edges = Edges(figure, _parts(figure, plan, (first, rest), band), plan.x)
        need = edges.room(pen)
        if need <= band:
            return edges
        band = need


def _plan(figure: Gantt, pen: Pen, width: float) -> _Plan:
    codes = [pen.width(row.id, CODE) for row in figure.rows]
    code = min(60.0, max([24.0, *codes, pen.width(figure.review.id, CODE)]) + 7)
    label, lines = _label(figure, pen, code, width)
    column = (width - label) / max(1, len(figure.columns))
    return _Plan(width, label, code, column, WRAPPED if lines > 1 else ROW, lines)


def _label(figure: Gantt, pen: Pen, code: float, width: float) -> tuple[float, int]:
    """Width of the column of names, and how many lines a name takes there."""
    longest = max([0.0, *(pen.width(row.title, TITLE) for row in figure.rows)]) + code + 9
    if longest <= min(ROOMY, width - LEAST_COLUMN * len(figure.columns)):
        return max(LABELS[0], longest), 1
    label, lines = LABELS[0], 1
    for label in LABELS:
        lines = max((_lines(pen, row.title, label - code - 8) for row in figure.rows), default=1)
        if lines <= 2:
            break
    return label, min(2, lines)


def _lines(pen: Pen, title: str, width: float) -> int:
    return len(pen.wrap(title, TITLE, width, 9))


def _parts(
    figure: Gantt, plan: _Plan, heights: tuple[float, float], band: float
) -> list[tuple[GanttRow, ...]]:
    """The rows of each page, with a band at its edges; the last page has room for the review."""
    parts: list[tuple[GanttRow, ...]] = []
    left = list(figure.rows)
    while True:
        height = heights[bool(parts)]
        stubs = band if parts else 0.0
        room = height - HEAD - BOTTOM - stubs
        # Where the bands leave no room even for the review, it stands alone on a page too high.
        if not left or len(left) * plan.row + REVIEW <= room:
            return [*parts, tuple(left)]
        most = max(1, int((room - band) // plan.row))
        parts.append(tuple(left[:most]))
        left = left[most:]


def _page(figure: Gantt, plan: _Plan, edges: Edges, number: int, pen: Pen) -> Scene:
    rows, last = edges.parts[number], number == len(edges.parts) - 1
    above, below = edges.above(pen, number), edges.below(pen, number)
    top = HEAD + above
    end = top + plan.row * len(rows) + below + (REVIEW if last else 0)
    _grid(pen, figure, plan, end)
    for place in range(1, len(rows)):
        y = top + place * plan.row
        pen.add(Line(0, y, plan.width, y, stroke=Role.RULE1))
    places: Places = {
        row.id: Box(plan.label, top + n * plan.row, plan.width - plan.label, plan.row)
        for n, row in enumerate(rows)
    }
    edges.draw(pen, number, places, (HEAD, top + plan.row * len(rows) + below))
    for place, row in enumerate(rows):
        _row(pen, plan, row, Box(0, top + place * plan.row, plan.width, plan.row))
    if last:
        _review(pen, figure, plan, end - REVIEW)
    return pen.scene(plan.width, end + BOTTOM, figure.alt)


def _grid(pen: Pen, figure: Gantt, plan: _Plan, end: float) -> None:
    pen.text((0, 8), figure.head.label, HEAD_STYLE)
    pen.text((0, 18), figure.head.about, DAY)
    for number, column in enumerate(figure.columns):
        x = plan.x(number)
        if column.closed:
            pen.add(Rectangle(x, HEAD, plan.column, end - HEAD, fill=Role.PANEL))
            pen.add(hatch(x, HEAD, plan.column, end - HEAD))
        pen.add(Line(x, HEAD - 2, x, end, stroke=Role.RULE1))
    _heads(pen, plan, [column.label for column in figure.columns], HEAD_STYLE, 8)
    _heads(pen, plan, [column.day for column in figure.columns], DAY, 18)
    pen.add(Line(plan.width, HEAD - 2, plan.width, end, stroke=Role.RULE1))
    pen.add(Line(0, HEAD - 2, plan.width, HEAD - 2, stroke=Role.INK, stroke_width=0.9))


def _heads(pen: Pen, plan: _Plan, words: Sequence[str], style: Style, y: float) -> None:
    """The words of all columns or, where they lack room, those of every n-th."""
    wide = [pen.width(one, style) for one in words]
    for step in range(1, len(words) + 1):
        shown = range(0, len(words), step)
        gaps = (step * plan.column - (wide[a] + wide[b]) / 2 for a, b in pairwise(shown))
        if all(gap >= 3.5 for gap in gaps):
            break
    else:
        return
    for number in shown:
        middle = plan.x(number) + plan.column / 2
        left, right = middle - wide[number] / 2, middle + wide[number] / 2
        if left >= plan.label - 2.5 and right <= plan.width + 0.5:
            pen.text((middle, y), words[number], style, "middle")


def _row(pen: Pen, plan: _Plan, row: GanttRow, box: Box) -> None:
    lines = pen.wrap(row.title, TITLE, plan.label - plan.code - 8, 2)
    base = box.centre - (6.6 if len(lines) > 1 else 1.2)
    pen.text((0, base), pen.fit(row.id, CODE, plan.code - 3), CODE, ref=row.ref)
    for number, line in enumerate(lines):
        pen.text((plan.code, base + 8.7 * number), line, TITLE, ref=row.ref)
    owner = OPEN_OWNER if row.owner_open else OWNER
    words = pen.fit(row.owner, owner, plan.label - plan.code - 6)
    pen.text((plan.code, base + 8.7 * len(lines) + 0.3), words, owner)
    y = box.centre
    if row.span is None:
        left = plan.x(0)
        shape = Rectangle(left, y - BAR / 2, plan.column, BAR, Role.PAPER, Role.INK2, 0.8, (3, 2))
        pen.add(shape)
        pen.add(
            Text(left + plan.column / 2, y + 2.8, "?", Weight.SEMIBOLD, 7.5, Role.INK, "middle")
        )
    else:
        bar(pen, row.span, y, plan.axis, row.ref)


def _review(pen: Pen, figure: Gantt, plan: _Plan, top: float) -> None:
    review = figure.review
    pen.add(Line(0, top, plan.width, top, stroke=Role.INK, stroke_width=0.9))
    pen.text((0, top + 13), review.id, CODE)
    strong = Style(Weight.SEMIBOLD, 7.5, Role.INK)
    room = plan.label - plan.code - 6
    pen.text((plan.code, top + 13), pen.fit(review.title, strong, room), strong)
    pen.text((plan.code, top + 22), pen.fit(review.owner, OWNER, room), OWNER)
    likely, high, y = plan.x(review.likely), plan.x(review.high), top + 11
    pen.add(Line(likely, y, high, y, stroke=Role.ACCENT, stroke_width=1.4))
    pen.add(high_tick(min(high, plan.width - 0.7), y, Role.ACCENT))
    pen.add(likely_dot(likely, y, Role.ACCENT))
    first, second = pen.width(review.likely_text, DATE), pen.width(review.high_text, DATE)
    start, then = beside((likely, first), (high, second), (plan.label + 2, plan.width))
    pen.on_plate((start, y + 16), review.likely_text, DATE)
    pen.on_plate((then, y + 16), review.high_text, DATE)
