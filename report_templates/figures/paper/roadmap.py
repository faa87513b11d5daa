"""The roadmap overview: a lane per transition on one axis of months or quarters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from report_templates.figures.marks import arrow, flag
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Lane, LaneAction, RoadmapFigure
from report_templates.figures.paper.spans import total
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import Anchor, Line, Rectangle, Role, Scene, Weight

LABEL, HEAD, LANE, ACTION, LEAST = 74.0, 33.5, 28.0, 11.6, 62.0
BAR_AT = 15.0
"""Where a lane's own bar lies, from the lane's top."""
SECOND = 8.8
"""Height of the second line of an action's words."""
NARROW = 40.0
"""Beside a bar with less room words are not wrapped."""
CLEAR = 4.0
"""Least room between words and the target's line."""
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
    """The plot's places: head's height, a column's width, full width and bottom.

    ``pole`` is where the target's line runs through a lane, None where it does not.
    """

    head: float
    column: float
    width: float
    bottom: float
    pole: float | None

    def x(self, at: float) -> float:
        return LABEL + at * self.column

    @property
    def axis(self) -> tuple[float, float]:
        return LABEL, self.column

    def clear(self, left: float, width: float) -> bool:
        """Whether words there are within the plot and off the target's line."""
        inside = left >= LABEL + 2 and left + width <= self.width
        pole = self.pole
        return inside and (pole is None or not left - CLEAR < pole < left + width + CLEAR)


def roadmap(figure: RoadmapFigure, width: float = 539, *, metrics: Metrics | None = None) -> Scene:
    """All lanes on one linear axis, with the target's flag over them."""
    pen = Pen(metrics or bundled())
    column = (width - LABEL) / max(1, len(figure.columns))
    side = _flag_side(figure, pen, column, width)
    head = HEAD + (EXTRA if side == "above" else 0)
    pole = LABEL + figure.target.at * column if figure.target else None
    crossed = _Frame(head, column, width, 0, pole)
    reached = replace(crossed, pole=None)
    frames = [*[crossed] * (len(figure.lanes) - 1), reached]
    heights = [_height(pen, *one) for one in zip(figure.lanes, frames, strict=True)]
    frame = replace(crossed, bottom=head + sum(heights))
    _grid(pen, figure, frame)
    _target_line(pen, figure, frame, frame.bottom - heights[-1] + BAR_AT)
    _axis_words(pen, figure, frame)
    top = head
    for number, (lane, height) in enumerate(zip(figure.lanes, heights, strict=True)):
        if number:
            pen.add(Line(0, top, width, top, stroke=Role.RULE2, stroke_width=0.6))
        _lane(pen, lane, Box(0, top, width, height), frames[number])
        top += height
    pen.add(Line(0, frame.bottom, width, frame.bottom, stroke=Role.INK, stroke_width=0.9))
    _flag(pen, figure, frame, side)
    return pen.scene(width, frame.bottom, figure.alt)


def _height(pen: Pen, lane: Lane, frame: _Frame) -> float:
    rows = sum(_row(_words(pen, action, frame)) for action in lane.actions)
    more = bool(lane.more) + (_dates_at(pen, lane, frame) is None)
    return max(LEAST, LANE + rows + ACTION * more)


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
    for (x, y), words, style in _axis_places(pen, figure, frame):
        if frame.pole is not None and x - 2 <= frame.pole <= x + pen.width(words, style) + 2:
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
            left = _beside_pole(frame, frame.x(number), need)
            yield (left, 27 + shift), column.label, MONTH
    for year in figure.years:
        x, need = frame.x(year.at) + 4, pen.width(year.label, YEAR)
        pole = frame.pole
        if pole is not None and x - 2 < pole < x + need + 2 and pole + 3 + need <= frame.width:
            x = pole + 3
        if x >= free and x + need <= frame.width:
            yield (x, 12.6 + shift), year.label, YEAR
            free = x + 6 + need


def _beside_pole(frame: _Frame, left: float, need: float) -> float:
    """Where a month's word stands in its column: in the middle, or beside the target's line."""
    middle = left + (frame.column - need) / 2
    if frame.pole is None or not middle - 2 < frame.pole < middle + need + 2:
        return middle
    before, after = frame.pole - 2.5 - need, frame.pole + 2.5
    inside = [x for x in (before, after) if left <= x and x + need <= left + frame.column]
    return min(inside, key=lambda x: abs(x - middle), default=middle)


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
    x = _off_pole(frame, frame.width, _dates_width(pen, lane)) if at is None else at
    pen.on_plate((x, y + below + 2.7), lane.likely_text, LIKELY)
    x += pen.width(lane.likely_text, LIKELY) + 8
    pen.on_plate((x, y + below + 2.7), lane.high_text, HIGH)
    top = box.y + 30.6 + below
    for action in lane.actions:
        top += _action(pen, lane, action, top, frame)
    if lane.more:
        x = _off_pole(frame, max(LABEL + 4, begins), pen.width(lane.more, NAME))
        pen.on_plate((x, top + 2.6), lane.more, NAME)


def _off_pole(frame: _Frame, left: float, need: float) -> float:
    """The left edge of words within the plot, before the target's line rather than over it."""
    left = min(left, frame.width - need)
    if frame.pole is None or frame.clear(left, need):
        return left
    before = frame.pole - CLEAR - need
    return before if before >= LABEL + 2 else left


def _dates_width(pen: Pen, lane: Lane) -> float:
    return pen.width(lane.likely_text, LIKELY) + 8 + pen.width(lane.high_text, HIGH)


def _dates_at(pen: Pen, lane: Lane, frame: _Frame) -> float | None:
    """Right of the whisker, left of the bar where the edge is near, None: in a row below."""
    need = _dates_width(pen, lane)
    right = frame.x(max(lane.span.high, lane.span.likely)) + 7
    left = frame.x(lane.span.begins) - 6 - need
    return next((x for x in (right, left) if frame.clear(x, need)), None)


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


def _action(pen: Pen, lane: Lane, action: LaneAction, y: float, frame: _Frame) -> float:
    """A bar and its words; returns the height that they take."""
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
    words = _words(pen, action, frame)
    for number, line in enumerate(words.lines):
        pen.on_plate((words.x, y + 2.6 + number * SECOND), line, ACTION_STYLE, words.anchor)
    return _row(words)


@dataclass(frozen=True)
class _Words:
    """An action's words beside its bar."""

    x: float
    anchor: Anchor
    lines: tuple[str, ...]


def _row(words: _Words) -> float:
    return ACTION + SECOND * (len(words.lines) - 1)


def _words(pen: Pen, action: LaneAction, frame: _Frame) -> _Words:
    """Right of the bar or left of it on one line, else on two where there is more room."""
    said = f"{action.id} {action.title}"
    right, before = frame.x(action.likely) + 5, frame.x(action.begins) - 4
    edge, first, pole = frame.width, LABEL + 2, frame.pole
    if pole is not None and right < pole + CLEAR:
        edge = pole - CLEAR
    if pole is not None and before > pole:
        first = pole + CLEAR
    need = pen.width(said, ACTION_STYLE)
    if need <= edge - right:
        return _Words(right, "start", (said,))
    if need <= before - first:
        return _Words(before, "end", (said,))
    if max(edge - right, before - first) < NARROW:
        edge = frame.width
    if edge - right >= before - first:
        return _Words(right, "start", _two(pen, said, edge - right))
    return _Words(before, "end", _two(pen, said, before - first))


def _two(pen: Pen, said: str, room: float) -> tuple[str, ...]:
    """Two lines, the second one of more than a word where that can be."""
    even = pen.wrap(said, ACTION_STYLE, 0.75 * room, 3)
    return even if len(even) == 2 else pen.wrap(said, ACTION_STYLE, room, 2)
