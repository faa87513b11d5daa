"""The plan's timeline for the window: an axis, and bars at the heights of the rows of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from report_templates.figures.marks import high_tick, likely_dot
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Span, Timeline, TimelineGroup, TimelineRow
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import Line, Path, Rectangle, Role, Scene, Weight, polygon

BAR, THIN = 16.0, 6.0
"""Heights of an action's bar and of a transition's."""
WHISKER, CASING = 1.25, 4.0
TICK = 5.0
"""Half the height of the ticks at the low and the high finish."""
HALO = 3.5
"""Between a bar and the frame that says it is chosen: an edge of its own means it was changed."""
TRUNK, HEAD = 7.0, 5.0
"""A dependency leaves so far before its bar's end, and ends in a head so long."""
EDGE = 12.0
"""Room at the right, so that a whisker never touches the edge."""


@dataclass(frozen=True)
class Places:
    """Where rows are: by id, their boxes in pixels; ``left`` is where the axis begins."""

    left: float
    width: float
    height: float
    rows: Mapping[str, Box]
    text: float = 11
    """Size of words, in pixels."""

    def column(self, figure: Timeline) -> float:
        """Width of one column."""
        return (self.width - self.left - EDGE) / max(1, len(figure.columns))


def axis_head(
    figure: Timeline, left: float, width: float, height: float, *, text: float = 11
) -> Scene:
    """The axis: what its columns are, and a word for each that has room; ``text`` in pixels."""
    pen = Pen(bundled())
    column = Places(left, width, height, {}).column(figure)
    head, day = Style(Weight.SEMIBOLD, text, Role.INK), Style(Weight.REGULAR, text, Role.INK2)
    upper, lower = height * 0.38, height * 0.83
    starts = [*(left + one.at * column for one in figure.stretches), width]
    for one, x, end in zip(figure.stretches, starts, starts[1:], strict=False):
        pen.text((x + 7, upper), pen.fit(one.label, head, end - x - 8), head)
        pen.add(Line(x, 0 if one.at else height, x, height, stroke=Role.RULE1, stroke_width=1))
    named = _named(pen, figure, column, day)
    for number, one in enumerate(figure.columns):
        x = left + number * column
        top = height * (0.55 if number in named else 0.88)
        pen.add(Line(x, top, x, height, stroke=Role.RULE1, stroke_width=1))
        if number in named:
            pen.text((x + 4, lower), one.label, day)
    return pen.scene(width, height, figure.alt)


def _named(pen: Pen, figure: Timeline, column: float, style: Style) -> set[int]:
    """The columns that are named: each, or every second or third of a stretch that is narrow.

    A word that would reach into the next stretch is left out.
    """
    ends = [int(one.at) for one in figure.stretches] + [len(figure.columns)]
    found: set[int] = set()
    for start, end in pairwise(ends):
        wide = [pen.width(one.label, style) + 7 for one in figure.columns[start:end]]
        step = max(1, ceil(max(wide, default=0.0) / max(column, 1.0)))
        found |= {
            number
            for number in range(start, end, step)
            if wide[number - start] <= (end - number) * column + EDGE * (end == ends[-1])
        }
    return found


def timeline(
    figure: Timeline, places: Places, *, selected: str = "", metrics: Metrics | None = None
) -> Scene:
    """Grid, dependencies and bars of the rows that have a place; those of ``selected`` stand out.

    The reference of a bar is its row's id.
    """
    pen = Pen(metrics or bundled())
    column = places.column(figure)
    _grid(pen, figure, places, column)
    for group in figure.groups:
        _edges(pen, group, places, column, selected)
        if group.id in places.rows:
            _total(pen, group, places, column)
        for row in group.rows:
            if row.id in places.rows:
                _bar(pen, row, group.level, places, column, chosen=row.id == selected)
    return pen.scene(places.width, places.height, figure.alt)


def _grid(pen: Pen, figure: Timeline, places: Places, column: float) -> None:
    borders = {one.at for one in figure.stretches if one.at}
    ids = {each.id for group in figure.groups for each in (group, *group.rows)}
    bottom = max((box.bottom for id_, box in places.rows.items() if id_ in ids), default=0.0)
    for number in range(1, len(figure.columns) + 1):
        x = round(places.left + number * column) + 0.5
        border = float(number) in borders
        pen.add(
            Line(
                *(x, 0, x, bottom),
                stroke=Role.RULE2 if border else Role.RULE1,
                stroke_width=1,
                dash=(2, 3) if border else (),
            )
        )


def _total(pen: Pen, group: TimelineGroup, places: Places, column: float) -> None:
    """A transition: a thin bar to its likely finish, a dot there, a whisker to the high one."""
    y = places.rows[group.id].centre
    begins, _, likely, high = _ends(group.span, places, column)
    pen.add(
        Rectangle(
            *(begins, y - THIN / 2, max(likely - begins, 2.0), THIN),
            fill=Role.level(group.level),
            ref=group.id,
        ),
        Line(likely, y, high, y, stroke=Role.INK, stroke_width=WHISKER),
        high_tick(high, y, Role.INK, TICK),
        likely_dot(likely, y, Role.INK),
    )
    words = Style(Weight.REGULAR, places.text, Role.INK2)
    wide = pen.width(group.label, words)
    base = y + places.text * 0.36
    if high + TICK + 6 + wide <= places.width - 4:
        pen.text((high + TICK + 6, base), group.label, words)
    elif begins - 8 - wide >= places.left + 4:
        pen.text((begins - 8, base), group.label, words, "end")


def _bar(
    pen: Pen, row: TimelineRow, level: int, places: Places, column: float, *, chosen: bool
) -> None:
    """An action: a bar to its likely finish; a whisker from the low to the high one, cased."""
    y = places.rows[row.id].centre
    begins, low, likely, high = _ends(row.span, places, column)
    wide = max(likely - begins, 2.0)
    pen.add(
        Rectangle(
            *(begins, y - BAR / 2, wide, BAR),
            fill=Role.level(level),
            stroke=Role.INK if row.changed else None,
            stroke_width=1.5,
            ref=row.id,
        )
    )
    if chosen:
        around = (begins - HALO, y - BAR / 2 - HALO, wide + 2 * HALO, BAR + 2 * HALO)
        pen.add(Rectangle(*around, stroke=Role.PRIMARY, stroke_width=2.0))
    low = max(low, begins + 1)
    ticks = ((low, TICK), (high, TICK))
    if high - low > 1:
        pen.add(Line(low, y, high, y, stroke=Role.PAPER, stroke_width=CASING))
        for x, half in ticks:
            pen.add(Line(x, y - half - 1.4, x, y + half + 1.4, Role.PAPER, CASING))
        pen.add(Line(low, y, high, y, stroke=Role.INK, stroke_width=WHISKER))
        for x, half in ticks:
            pen.add(Line(x, y - half, x, y + half, stroke=Role.INK, stroke_width=WHISKER))


def _edges(pen: Pen, group: TimelineGroup, places: Places, column: float, selected: str) -> None:
    """From the end of each predecessor to the beginning of what waits for it."""
    spans = {row.id: _ends(row.span, places, column) for row in group.rows if row.id in places.rows}
    last: list[tuple[str, str]] = []
    for row in group.rows:
        pairs = [(one, row.id) for one in row.after if one in spans and row.id in spans]
        chosen = [pair for pair in pairs if selected in pair]
        last += chosen
        for before, after in pairs:
            if (before, after) not in chosen:
                _edge(pen, (before, after), spans, places, Role.INK2)
    for pair in last:
        _edge(pen, pair, spans, places, Role.PRIMARY)


def _edge(
    pen: Pen,
    pair: tuple[str, str],
    spans: Mapping[str, tuple[float, float, float, float]],
    places: Places,
    colour: Role,
) -> None:
    start, goal = places.rows[pair[0]], places.rows[pair[1]]
    begins, _, likely, _ = spans[pair[0]]
    tip = spans[pair[1]][0]
    x = max(places.left + 1.5, min(max(begins + 1, likely - TRUNK), tip - HEAD - 2))
    down = goal.y > start.y
    leaves = start.centre + (BAR / 2 if down else -BAR / 2)
    points = ((x, leaves), (x, goal.centre), (tip - HEAD + 1, goal.centre))
    width = 1.6 if colour is Role.PRIMARY else 1.0
    pen.add(
        Path(polygon(*points, closed=False), stroke=colour, stroke_width=width),
        Path(
            polygon(
                (tip - HEAD, goal.centre - 3.2),
                (tip, goal.centre),
                (tip - HEAD, goal.centre + 3.2),
            ),
            fill=colour,
        ),
    )


def _ends(span: Span, places: Places, column: float) -> tuple[float, float, float, float]:
    """Begin, low, likely and high in pixels."""
    left = places.left
    return (
        left + span.begins * column,
        left + span.low * column,
        left + span.likely * column,
        left + span.high * column,
    )
