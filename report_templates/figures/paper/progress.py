"""Levels before and now: a row per dimension on an axis of levels, with an arrow between."""

from __future__ import annotations

from report_templates.figures.marks import mark
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Glyph, ProgressFigure, ProgressRow
from report_templates.figures.pen import Pen, Style
from report_templates.figures.scene import Line, Path, Role, Scene, Weight, circle, polygon

CODE, AXIS, STEP = 26.0, 170.0, 50.0
CHANGE, BEFORE, NOW = 412.0, 460.0, 484.0
HEAD, ROW, SECOND, LEGEND = 32.0, 32.0, 9.5, 22.0
NAME_STYLE = Style(Weight.MEDIUM, 8, Role.INK)
CODE_STYLE = Style(Weight.SEMIBOLD, 7.5, Role.INK2)
HEAD_STYLE = Style(Weight.SEMIBOLD, 7.5, Role.INK)
SMALL = Style(Weight.REGULAR, 7, Role.INK2)
FIGURE = Style(Weight.SEMIBOLD, 8.5, Role.INK)
PALE = Style(Weight.REGULAR, 8.5, Role.INK2)


def progress(
    figure: ProgressFigure, width: float = 493.3, *, metrics: Metrics | None = None
) -> Scene:
    """Hollow circle before, filled dot now, a ring around the dot where nothing moved."""
    pen = Pen(metrics or bundled())
    _heads(pen, figure, width)
    y = HEAD
    for row in figure.rows:
        y += _row(pen, row, y)
        pen.add(Line(0, y, width, y, stroke=Role.RULE1))
    _legend(pen, figure, y + LEGEND / 2 + 2)
    return pen.scene(width, y + LEGEND, figure.alt)


def _level(level: int) -> float:
    return AXIS + level * STEP


def _heads(pen: Pen, figure: ProgressFigure, width: float) -> None:
    pen.text((0, 10), figure.dimension, HEAD_STYLE)
    for place, level in enumerate(figure.levels):
        pen.text((_level(place), 10), level.label, FIGURE, "middle")
        about = pen.fit(level.about, SMALL, STEP - 3)
        pen.text((_level(place), 20), about, SMALL, "middle")
    pen.text((CHANGE, 10), figure.change, HEAD_STYLE, "middle")
    met = pen.fit(figure.met.label, HEAD_STYLE, width - CHANGE - 26)
    pen.text((width, 10), met, HEAD_STYLE, "end")
    pen.text((BEFORE, 20), figure.met.about, SMALL, "middle")
    pen.text((width, 20), figure.met_now, SMALL, "end")
    pen.add(Line(0, HEAD - 6, width, HEAD - 6, stroke=Role.INK, stroke_width=0.9))


def _row(pen: Pen, row: ProgressRow, top: float) -> float:
    """One dimension; returns how high it is."""
    names = pen.wrap(row.name, NAME_STYLE, AXIS - CODE - 10, 2)
    more = SECOND * (len(names) - 1)
    middle = top + 10
    for level in range(5):
        x = _level(level)
        pen.add(Line(x, top - 2, x, top + 19, stroke=Role.RULE1))
    pen.text((0, middle + 2.8), row.code, CODE_STYLE)
    for place, name in enumerate(names):
        at = (CODE, middle + 2.8 + place * SECOND)
        pen.text(at, name, NAME_STYLE, ref=f"dimension:{row.code}")
    pen.text((CODE, top + 26.5 + more), pen.fit(row.about, SMALL, CHANGE - CODE - 30), SMALL)
    _moved(pen, row, middle)
    colour = Role.ACCENT if row.glyph is Glyph.DOWN else Role.INK
    if row.now is not None and row.before is not None:
        pen.extend(mark(row.glyph, CHANGE - 12, middle, None if colour is Role.INK else colour))
    pen.text((CHANGE, middle + 3), row.change, FIGURE.on(colour))
    pen.text((BEFORE, middle + 3), row.met_before, PALE, "middle")
    pen.text((NOW, middle + 3), row.met_now, FIGURE, "middle")
    return ROW + more


def _moved(pen: Pen, row: ProgressRow, y: float) -> None:
    colour = Role.ACCENT if row.glyph is Glyph.DOWN else Role.PRIMARY
    if row.before is not None and row.now == row.before:
        _both(pen, _level(row.before), y)
        return
    if row.before is not None and row.now is not None:
        way = 1 if row.now > row.before else -1
        start, end = _level(row.before) + way * 5, _level(row.now) - way * 6
        tip = polygon((end, y), (end - way * 5, y - 3), (end - way * 5, y + 3))
        pen.add(
            Line(start, y, end - way * 3, y, stroke=colour, stroke_width=1.6),
            Path(tip, fill=colour),
        )
    if row.before is not None:
        _before(pen, _level(row.before), y)
    if row.now is not None:
        pen.add(Path(circle(_level(row.now), y, 4.8), fill=colour))


def _before(pen: Pen, x: float, y: float) -> None:
    pen.add(Path(circle(x, y, 4.2), fill=Role.PAPER, stroke=Role.INK2, stroke_width=1.3))


def _both(pen: Pen, x: float, y: float) -> None:
    pen.add(
        Path(circle(x, y, 7), fill=Role.PAPER, stroke=Role.INK2, stroke_width=1.2),
        Path(circle(x, y, 4.8), fill=Role.PRIMARY),
    )


def _legend(pen: Pen, figure: ProgressFigure, y: float) -> None:
    x = 7.0
    _before(pen, x, y)
    x = _word(pen, figure.before, x, y)
    pen.add(Path(circle(x, y, 4.8), fill=Role.PRIMARY))
    x = _word(pen, figure.now, x, y)
    _both(pen, x, y)
    _word(pen, figure.both, x, y)


def _word(pen: Pen, word: str, x: float, y: float) -> float:
    """Words beside a sample; returns the middle of the next one."""
    pen.text((x + 11, y + 2.6), word, SMALL)
    return x + 11 + pen.width(word, SMALL) + 24
