"""The overall level over all assessments for the window: a step at each, true to its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engagements.language import tr
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.pen import Pen, Style
from report_templates.figures.scene import Line, Path, Role, Scene, Weight, circle, polygon
from ui.figures.beside import Interval
from ui.figures.sizes import FULL, Sizes

UNIT, HEAD, FOOT = 22.0, 22.0, 26.0
"""A level's height, and room over the highest and under the lowest; at 100 % text."""
LEFT, APART = 24.0, 8.0
"""Room for the numerals, and between words."""
NUMERAL = Style(Weight.REGULAR, 12, Role.INK2)
TARGET = Style(Weight.SEMIBOLD, 12, Role.ACCENT)
VALUE = Style(Weight.SEMIBOLD, 13, Role.INK)


@dataclass(frozen=True)
class Moment:
    """One assessment: its day, its level, and its month in words."""

    day: date
    level: Interval
    title: str


@dataclass(frozen=True)
class Course:
    """All assessments, oldest first and this one last; ``words`` say the same."""

    moments: tuple[Moment, ...]
    target: int | None
    words: str


def height_of(sizes: Sizes = FULL) -> float:
    """Pixels that a course takes."""
    return sizes.px(HEAD + 4 * UNIT + FOOT)


def course(
    said: Course, width: float, sizes: Sizes = FULL, *, metrics: Metrics | None = None
) -> Scene:
    """A line keeps a level until the next assessment; bars reach to what is possible."""
    pen = Pen(metrics or bundled())
    left = sizes.px(LEFT)
    word = tr("Target") if said.target is not None else ""
    right = width - (pen.width(word, sizes.style(TARGET)) + APART if word else 0)
    for level in range(5):
        y = _y(level, sizes)
        pen.text((left - 8, y + sizes.px(4)), str(level), sizes.style(NUMERAL), "end")
        pen.add(Line(left, y, right, y, stroke=Role.RULE1))
    if said.target is not None:
        y = _y(said.target, sizes)
        pen.add(Line(left, y, right, y, stroke=Role.ACCENT, stroke_width=1.2, dash=(6, 4)))
        pen.text((width, y + sizes.px(4)), word, sizes.style(TARGET), "end")
    side = max(pen.width(one.title, sizes.style(NUMERAL)) for one in said.moments) / 2
    xs = _places(said.moments, left + side, right - side)
    _steps(pen, said.moments, xs, sizes)
    months = [(x, _y(0, sizes) + sizes.px(20)) for x in xs]
    _words(pen, [one.title for one in said.moments], sizes.style(NUMERAL), months)
    levels = [one.level for one in said.moments]
    over = [(x, _y(one.high, sizes) - sizes.px(9)) for one, x in zip(levels, xs, strict=True)]
    for level, x in zip(levels, xs, strict=True):
        _mark(pen, level, x, sizes)
    _words(pen, [one.words for one in levels], sizes.style(VALUE), over)
    return pen.scene(width, height_of(sizes), said.words)


def _y(level: int, sizes: Sizes) -> float:
    return sizes.px(HEAD + (4 - level) * UNIT)


def _places(moments: Sequence[Moment], left: float, right: float) -> list[float]:
    """Where each day stands; the middle when they are all one."""
    first, last = moments[0].day.toordinal(), moments[-1].day.toordinal()
    if first == last:
        return [(left + right) / 2] * len(moments)
    return [
        left + (one.day.toordinal() - first) / (last - first) * (right - left) for one in moments
    ]


def _steps(pen: Pen, moments: Sequence[Moment], xs: Sequence[float], sizes: Sizes) -> None:
    points: list[tuple[float, float]] = []
    for one, x in zip(moments, xs, strict=True):
        y = _y(one.level.low, sizes)
        points += [(x, points[-1][1]), (x, y)] if points else [(x, y)]
    pen.add(Path(polygon(*points, closed=False), stroke=Role.PRIMARY, stroke_width=2))


def _mark(pen: Pen, level: Interval, x: float, sizes: Sizes) -> None:
    low, high = _y(level.low, sizes), _y(level.high, sizes)
    if level.high > level.low:
        pen.add(
            Line(x, low, x, high, stroke=Role.INK2, stroke_width=1.4),
            Line(x - 4, high, x + 4, high, stroke=Role.INK2, stroke_width=1.4),
        )
    dot = circle(x, low, sizes.px(5))
    pen.add(Path(dot, fill=Role.PRIMARY, stroke=Role.PAPER, stroke_width=1.4))


def _words(
    pen: Pen, words: Sequence[str], style: Style, places: Sequence[tuple[float, float]]
) -> None:
    """Words centred over or under their marks; of those too near the older ones are left out."""
    free = float("inf")
    for word, (x, y) in reversed(list(zip(words, places, strict=True))):
        half = pen.width(word, style) / 2
        if x + half <= free:
            pen.text((x, y), word, style, "middle")
            free = x - half - APART
