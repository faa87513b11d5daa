"""The roadmap overview: a lane per transition on one axis of months or quarters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from report_templates.figures.marks import arrow, flag
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Lane, LaneAction, RoadmapFigure
from report_templates.figures.paper.spans import total
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import Line, Rectangle, Role, Scene, Weight

LABEL, HEAD, LANE, ACTION, LEAST = 74.0, 33.5, 28.0, 11.6, 62.0
BAR_AT = 15.0
"""Where a lane's own bar lies, from the lane's top."""
EXTRA = 12.0
"""Height of a row for the target's words where they find no room beside a year."""
YEAR = Style(Weight.SEMIBOLD, 8.5, Role.INK)
MONTH = Style(Weight.REGULAR, 7.5, Role.INK2)
FLAG = Style(Weight.SEMIBOLD, 7.5, Role.ACCENT)
LEVELS = Style(Weight.SEMIBOLD, 12, Role.INK)
NAME = Style(Weight.REGULAR, 7.5, Role.INK2)
FACT = Style(Weight.REGULAR, 7.5, Role.INK)
LIKELY = Style(Weight.SEMIBOLD, 7.5, Role.INK)
HIGH = Style(Weight.REGULAR, 7.5, Role.INK2)
ACTION_STYLE = Style(Weight.REGULAR, 7.5, Role.INK)


@dataclass(frozen=True)
class _Frame:
    """The plot's places: head's height, a column's width, full width and bottom."""

    head: float
    column: float
    width: float
    bottom: float

    def x(self, at: float) -> float:
        return LABEL + at * self.column

    @property
    def axis(self) -> tuple[float, float]:
        return LABEL, self.column


def roadmap(figure: RoadmapFigure, width: float = 539, *, metrics: Metrics | None = None) -> Scene:
    """All lanes on one linear axis, with the target's flag over them."""
    pen = Pen(metrics or bundled())
    column = (width - LABEL) / max(1, len(figure.columns))
    side = _flag_side(figure, pen, column, width)
    head = HEAD + (EXTRA if side == "above" else 0)
    frame = _Frame(head, column, width, 0)
    heights = [_height(pen, lane, frame) for lane in figure.lanes]
    frame = replace(frame, bottom=head + sum(heights))
    _grid(pen, figure, frame)
    _target_line(pen, figure, frame, frame.bottom - heights[-1] + BAR_AT)
    _axis_words(pen, figure, frame)
    top = head
    for number, (lane, height) in enumerate(zip(figure.lanes, heights, strict=True)):
        if number:
            pen.add(Line(0, top, width, top, stroke=Role.RULE2, stroke_width=0.6))
        _lane(pen, lane, Box(0, top, width, height), frame)
        top += height
    pen.add(Line(0, frame.bottom, width, frame.bottom, stroke=Role.INK, stroke_width=0.9))
    _flag(pen, figure, frame, side)
    return pen.scene(width, frame.bottom, figure.alt)


def _height(pen: Pen, lane: Lane, frame: _Frame) -> float:
    rows = len(lane.actions) + bool(lane.more) + (_dates_at(pen, lane, frame) is None)
    return max(LEAST, LANE + ACTION * rows)


def _year_boxes(figure: RoadmapFigure, pen: Pen, column: float) -> Iterable[tuple[float, float]]:
    for year in figure.years:
        left = LABEL + year.at * column + 4
        yield left, left + pen.width(year.label, YEAR)


def _flag_side(figure: RoadmapFigure, pen: Pen, column: float, width: float) -> str:
    """Where the target's words go: right or left of the pole, or in a row of their own."""
    if figure.target is None:
        return "right"
    pole, need = LABEL + figure.target.at * column, pen.width(figure.target.word, FLAG)
    years = list(_year_boxes(figure, pen, column))
    for side, left, right in (
        ("right", pole - 2, pole + 12 + need),
        ("left", pole - 12 - need, pole + 2),
    ):
        free = all(right + 3 <= begin or end + 3 <= left for begin, end in years)
        if free and left >= LABEL and right <= width:
            return side
    return "above"


def _grid(pen: Pen, figure: RoadmapFigure, frame: _Frame) -> None:
    pen.add(Rectangle(0, 0, frame.width, frame.head, fill=Role.PANEL))
    shift = frame.head - HEAD
    for number in range(len(figure.columns)):
        x = frame.x(number)
        pen.add(Line(x, 19.5 + shift, x, frame.bottom, stroke=Role.RULE1))
    for year in figure.years:
        if year.at:
            x = frame.x(year.at)
            pen.add(Line(x, shift, x, frame.bottom, stroke=Role.RULE2, stroke_width=0.9))
    pen.add(Line(0, frame.head, frame.width, frame.head, stroke=Role.INK, stroke_width=0.9))


def _axis_words(pen: Pen, figure: RoadmapFigure, frame: _Frame) -> None:
    """Months and years; one that the target's line runs through stands on a plate over it."""
    pole = frame.x(figure.target.at) if figure.target else -9.0
    for (x, y), words, style in _axis_places(pen, figure, frame):
        if x - 2 <= pole <= x + pen.width(words, style) + 2:
            pen.on_plate((x, y), words, style, plate=Role.PANEL)
        else:
            pen.text((x, y), words, style)


def _axis_places(
    pen: Pen, figure: RoadmapFigure, frame: _Frame
) -> Iterable[tuple[tuple[float, float], str, Style]]:
    """The words of the axis that find room, and where they stand."""
    shift, free = frame.head - HEAD, 0.0
    for number, column in enumerate(figure.columns):
        need = pen.width(column.label, MONTH)
        if frame.column >= need + 1:
            left = frame.x(number) + (frame.column - need) / 2
            yield (left, 27 + shift), column.label, MONTH
    for year in figure.years:
        x, need = frame.x(year.at) + 4, pen.width(year.label, YEAR)
        if x >= free and x + need <= frame.width:
            yield (x, 12.6 + shift), year.label, YEAR
            free = x + 6 + need


def _target_line(pen: Pen, figure: RoadmapFigure, frame: _Frame, foot: float) -> None:
    """From the flag to the day it stands for: the dot of the lane that reaches the target."""
    if figure.target is not None:
        x = frame.x(figure.target.at)
        pen.add(Line(x, 12, x, foot, Role.ACCENT, 1.1, dash=(4, 2.5)))


def _flag(pen: Pen, figure: RoadmapFigure, frame: _Frame, side: str) -> None:
    if figure.target is None:
        return
    x, word = frame.x(figure.target.at), figure.target.word
    left = side == "left" or x + 11 + pen.width(word, FLAG) > frame.width
    pen.extend(flag(x, 3, 13, Role.ACCENT, left=left))
    if left:
        pen.text((x - 11, 11.4), word, FLAG, "end")
    else:
        pen.text((x + 11, 11.4), word, FLAG)


def _lane(pen: Pen, lane: Lane, box: Box, frame: _Frame) -> None:
    _lane_label(pen, lane, box)
    y = box.y + BAR_AT
    begins, _ = total(pen, lane.span, y, frame.axis, lane.ref, hollow=lane.outline)
    at = _dates_at(pen, lane, frame)
    below = ACTION if at is None else 0.0
    x = frame.width - _dates_width(pen, lane) if at is None else at
    pen.on_plate((x, y + below + 2.7), lane.likely_text, LIKELY)
    x += pen.width(lane.likely_text, LIKELY) + 8
    pen.on_plate((x, y + below + 2.7), lane.high_text, HIGH)
    top = box.y + 30.6 + below
    for number, action in enumerate(lane.actions):
        _action(pen, lane, action, top + number * ACTION, frame)
    if lane.more:
        base = top + 2.6 + len(lane.actions) * ACTION
        x = min(max(LABEL + 4, begins), frame.width - pen.width(lane.more, NAME))
        pen.on_plate((x, base), lane.more, NAME)


def _dates_width(pen: Pen, lane: Lane) -> float:
    return pen.width(lane.likely_text, LIKELY) + 8 + pen.width(lane.high_text, HIGH)


def _dates_at(pen: Pen, lane: Lane, frame: _Frame) -> float | None:
    """Right of the whisker, left of the bar where the edge is near, None: in a row below."""
    need = _dates_width(pen, lane)
    right = frame.x(max(lane.span.high, lane.span.likely)) + 7
    if right + need <= frame.width:
        return right
    left = frame.x(lane.span.begins) - 6 - need
    return left if left >= LABEL + 2 else None


def _lane_label(pen: Pen, lane: Lane, box: Box) -> None:
    base = box.y + 19
    first = str(lane.from_level)
    pen.text((0, base), first, LEVELS)
    x = pen.width(first, LEVELS) + 4.5
    pen.extend(arrow(x, base - 4.3, 10, Role.INK))
    pen.text((x + 14.5, base), str(lane.to_level), LEVELS)
    pen.text((0, base + 10.6), pen.fit(lane.name, NAME, LABEL - 4), NAME)
    room = int((box.height - 36) // 10)
    lines = [line for fact in lane.facts for line in pen.wrap(fact, FACT, LABEL - 4, 2)]
    for number, line in enumerate(lines[:room]):
        pen.text((0, base + 23 + number * 10.4), line, FACT)


def _action(pen: Pen, lane: Lane, action: LaneAction, y: float, frame: _Frame) -> None:
    x, end = frame.x(action.begins), frame.x(action.likely)
    pen.add(
        Rectangle(
            x,
            y - 2.4,
            max(end - x, 1.2),
            4.8,
            fill=Role.PAPER if lane.outline else Role.LEVEL2,
            stroke=Role.RULE2 if not lane.outline else Role.PRIMARY,
            stroke_width=0.6,
            ref=action.ref,
        )
    )
    words = f"{action.id} {action.title}"
    right, left = frame.width - end - 6, x - 6 - LABEL
    need = pen.width(words, ACTION_STYLE)
    if need <= right or right >= left:
        pen.on_plate((end + 5, y + 2.6), pen.fit(words, ACTION_STYLE, right), ACTION_STYLE)
    else:
        pen.on_plate((x - 4, y + 2.6), pen.fit(words, ACTION_STYLE, left), ACTION_STYLE, "end")
