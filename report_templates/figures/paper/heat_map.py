"""The heat map: dimensions down, levels across, each row's reached level as a staircase."""

from __future__ import annotations

from collections.abc import Sequence

from report_templates.figures.marks import diamond, flag, mark, tick
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Cell, CellState, Glyph, HeatMap, HeatRow
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import (
    Line,
    Path,
    Rectangle,
    Role,
    Scene,
    Weight,
    hatch,
    polygon,
)

LABEL, CODE, START, CELL, GAP = 140.0, 26.0, 38.0, 51.0, 2.0
ONE_LINE, TWO_LINES, FOOT = 30.0, 37.0, 37.0
"""Height of the heads by the lines that the levels' names take, and of the overall row."""
TALL, LOW, FEW, MOST = 29.0, 24.0, 8, 20
"""Row heights up to ``FEW`` rows and above; at most ``MOST`` rows in one scene."""
FIGURES = (411 - 392.0, 447 - 392.0, 482 - 392.0)
"""Middles of the three columns on the right, from the right edge of level 4."""

APART = 4.0
"""Least room between the words over them."""

LABEL_STYLE = Style(Weight.MEDIUM, 8, Role.INK)
SMALL_LABEL = Style(Weight.MEDIUM, 7.5, Role.INK)
CODE_STYLE = Style(Weight.SEMIBOLD, 7.5, Role.INK2)
HEAD_STYLE = Style(Weight.SEMIBOLD, 7.5, Role.INK)
ABOUT = Style(Weight.REGULAR, 7, Role.INK2)
COUNT = Style(Weight.SEMIBOLD, 8, Role.INK)
PALE = Style(Weight.REGULAR, 7.5, Role.INK2)
NOW = Style(Weight.SEMIBOLD, 10.5, Role.INK)
CLAIMED = Style(Weight.REGULAR, 9.5, Role.INK)
DEBT = Style(Weight.SEMIBOLD, 8.5, Role.ACCENT)


def heat_maps(
    figure: HeatMap, width: float = 493.3, *, metrics: Metrics | None = None
) -> tuple[Scene, ...]:
    """The map as one scene, or as several with repeated heads when it has many rows."""
    height = TALL if len(figure.rows) <= FEW else LOW
    parts = [figure.rows[at : at + MOST] for at in range(0, len(figure.rows), MOST)] or [()]
    return tuple(
        _part(figure, rows, Box(0, 0, width, height), Pen(metrics or bundled()), last=last)
        for rows, last in zip(parts, _lasts(len(parts)), strict=True)
    )


def _lasts(count: int) -> list[bool]:
    return [number == count - 1 for number in range(count)]


def _part(figure: HeatMap, rows: Sequence[HeatRow], size: Box, pen: Pen, *, last: bool) -> Scene:
    """Some rows; ``size`` gives the width of the scene and the height of a row."""
    pitch = size.height + GAP
    middles = _middles(pen, figure, size.width)
    top = _heads(pen, figure, middles)
    bottom = top + pitch * len(rows)
    for number, row in enumerate(rows):
        box = Box(0, top + number * pitch, size.width, size.height)
        _row(pen, figure, row, box)
        _figures(pen, row, box.centre, middles)
    _staircase(pen, rows, top, pitch)
    _target(pen, rows, top, pitch)
    if last:
        _overall(pen, figure, Box(0, bottom + 1, size.width, FOOT), middles)
    return pen.scene(size.width, bottom + (FOOT if last else 0), figure.alt)


def _left(level: int) -> float:
    """The left edge of a level's column."""
    return LABEL if level == 0 else LABEL + START + GAP + (level - 1) * (CELL + GAP)


def _width(level: int) -> float:
    return START if level == 0 else CELL


def _after(level: int) -> float:
    """The middle of the gap to the right of a level's column."""
    return _left(level) + _width(level) + GAP / 2


def _middles(pen: Pen, figure: HeatMap, width: float) -> tuple[float, float, float]:
    """The middles of the columns on the right, from the right edge on where words would touch."""
    edge = _after(4)
    now, claimed, debt = (edge + one for one in FIGURES)
    halves = [
        max(pen.width(head.label, HEAD_STYLE), pen.width(head.about, ABOUT)) / 2
        for head in figure.figures
    ]
    if claimed + halves[1] + APART > debt - halves[2]:
        debt = min(debt, width - halves[2])
        claimed = min(claimed, debt - halves[2] - APART - halves[1])
        now = min(now, claimed - halves[1] - APART - halves[0])
    return now, claimed, debt


def _heads(pen: Pen, figure: HeatMap, middles: Sequence[float]) -> float:
    """The words over the columns; returns where the rows begin."""
    most = 1
    for level, head in enumerate(figure.levels):
        middle = _left(level) + _width(level) / 2
        pen.text((middle, 7), head.label, HEAD_STYLE, "middle")
        lines = pen.wrap(head.about, ABOUT, _width(level) + 1, 2)
        most = max(most, len(lines))
        for number, line in enumerate(lines):
            pen.text((middle, 16.4 + 8.2 * number), line, ABOUT, "middle")
    for middle, head in zip(middles, figure.figures, strict=True):
        pen.text((middle, 7), head.label, HEAD_STYLE, "middle")
        pen.text((middle, 16.4), head.about, ABOUT, "middle")
    return TWO_LINES if most > 1 else ONE_LINE


def _row(pen: Pen, figure: HeatMap, row: HeatRow, box: Box) -> None:
    pen.text((0, box.centre + 2.7), row.code, CODE_STYLE)
    _label(pen, row.name, box)
    start = Box(_left(0), box.y, START, box.height)
    pen.add(_outlined(start, Role.LEVEL0, Role.RULE2, f"dimension:{row.code}"))
    pen.text((start.middle, box.centre + 2.6), figure.start, PALE, "middle")
    if row.assessed:
        for cell in row.cells:
            _cell(pen, row, cell, Box(_left(cell.level), box.y, CELL, box.height))
        if row.claimed == 0 and row.low > 0:
            _claimed(pen, start)
    else:
        whole = Box(_left(1), box.y, _after(4) - GAP / 2 - _left(1), box.height)
        pen.add(_outlined(whole, None, Role.RULE1, f"dimension:{row.code}"))
        pen.text((whole.middle, box.centre + 2.6), figure.not_assessed, PALE, "middle")


def _label(pen: Pen, name: str, box: Box) -> None:
    width = LABEL - CODE - 6
    if pen.width(name, LABEL_STYLE) <= width:
        pen.text((CODE, box.centre + 2.7), name, LABEL_STYLE)
        return
    lines = pen.wrap(name, SMALL_LABEL, width, 2)
    first = box.centre + (-2 if len(lines) > 1 else 2.7)
    for number, line in enumerate(lines):
        pen.text((CODE, first + 9.2 * number), line, SMALL_LABEL)


def _figures(pen: Pen, row: HeatRow, centre: float, middles: Sequence[float]) -> None:
    now, claimed, debt = middles
    pen.text((now, centre + 3.6), row.now_text, NOW if row.low == row.high else CLAIMED, "middle")
    pale = row.claimed is None or row.claimed == row.low
    pen.text((claimed, centre + 3.4), row.claimed_text, CLAIMED.on(_dim(pale=pale)), "middle")
    style = DEBT if row.debt else PALE
    pen.text((debt, centre + 3.0), row.debt_text, style, "middle")


def _dim(*, pale: bool) -> Role:
    return Role.INK2 if pale else Role.INK


def _outlined(box: Box, fill: Role | None, stroke: Role, ref: str, thick: float = 0.6) -> Rectangle:
    return Rectangle(
        box.x, box.y, box.width, box.height, fill=fill, stroke=stroke, stroke_width=thick, ref=ref
    )


def _cell(pen: Pen, row: HeatRow, cell: Cell, box: Box) -> None:
    ref = f"cell:{row.code}:{cell.level}"
    base = box.centre + 2.8
    if cell.state is CellState.REACHED:
        _reached(pen, cell, box, ref)
    elif cell.state is CellState.DEBT:
        _in_debt(pen, cell, box, ref)
    elif cell.state is CellState.STARTED:
        pen.add(Rectangle(box.x, box.y, box.width, box.height, fill=Role.PAPER))
        share = box.width * cell.met / max(1, cell.total)
        pen.add(Rectangle(box.x, box.y, share, box.height, fill=Role.LEVEL2))
        pen.add(_outlined(box, None, Role.RULE2, ref))
        pen.text((box.middle, base), cell.text, COUNT, "middle")
    else:
        pen.add(_outlined(box, Role.PAPER, Role.RULE1, ref))
        pen.text((box.middle, base), cell.text, PALE, "middle")
    if cell.possible:
        inner = (box.x + 1.8, box.y + 1.8, box.width - 3.6, box.height - 3.6)
        pen.add(Rectangle(*inner, stroke=Role.PRIMARY, stroke_width=0.9, dash=(2, 1.4)))
    if row.claimed == cell.level and row.claimed != row.low:
        _claimed(pen, box)


def _reached(pen: Pen, cell: Cell, box: Box, ref: str) -> None:
    """Filled, with a tick before the count and a diamond after it where it holds debt."""
    pen.add(_outlined(box, Role.LEVEL4, Role.LEVEL4, ref))
    on = Role.ON_LEVEL4
    middle = box.middle + (0 if cell.debt else 3)
    pen.add(tick(middle - pen.width(cell.text, COUNT) / 2 - 7.5, box.centre, on, 6))
    pen.text((middle, box.centre + 2.8), cell.text, COUNT.on(on), "middle")
    if cell.debt:
        pen.add(diamond(middle + pen.width(cell.text, COUNT) / 2 + 6.5, box.centre, 3.2, on))


def _in_debt(pen: Pen, cell: Cell, box: Box, ref: str) -> None:
    pen.add(Rectangle(box.x, box.y, box.width, box.height, fill=Role.PAPER))
    pen.add(hatch(box.x, box.y, box.width, box.height))
    pen.add(_outlined(box, None, Role.ACCENT, ref, 1.0))
    count = pen.width(cell.text, COUNT)
    plate = Box(box.middle - count / 2 - 9, box.centre - 6.6, count + 14, 13.2)
    pen.add(Rectangle(plate.x, plate.y, plate.width, plate.height, fill=Role.PAPER))
    pen.add(diamond(plate.x + 5.2, box.centre, 3.2, Role.ACCENT))
    pen.text((box.middle + 2, box.centre + 2.8), cell.text, COUNT, "middle")


def _claimed(pen: Pen, box: Box) -> None:
    """The hollow circle with a light ring around it, in a cell's top right corner."""
    x, y = box.right - 6.6, box.y + 6.6
    pen.add(*mark(Glyph.CLAIMED, x, y))


def _staircase(pen: Pen, rows: Sequence[HeatRow], head: float, pitch: float) -> None:
    """Along the reached levels; rows without a level interrupt it."""
    points: list[tuple[float, float]] = []
    for number, row in enumerate(rows):
        x, top = _after(row.low), head - GAP / 2 + number * pitch
        if row.placed:
            points += [(x, top), (x, top + pitch)]
        if points and (not row.placed or number + 1 == len(rows)):
            pen.add(Path(polygon(*points, closed=False), stroke=Role.INK, stroke_width=2.0))
            points = []


def _target(pen: Pen, rows: Sequence[HeatRow], head: float, pitch: float) -> None:
    """A dashed line after the target level, moved aside where it would cover the staircase."""
    lines = [(n, row.target, row.low) for n, row in enumerate(rows) if row.target is not None]
    if not lines:
        return
    aside = 1.9 if any(target == low for _, target, low in lines) else 0.0
    points: list[tuple[float, float]] = []
    for number, target, _ in lines:
        x, top = _after(target) + aside, head - GAP / 2 + number * pitch
        points += [(x, top), (x, top + pitch)]
    first = points[0][0]
    pen.add(
        Path(
            polygon((first, head - 9), *points, closed=False),
            stroke=Role.ACCENT,
            stroke_width=1.2,
            dash=(4, 2.5),
        )
    )
    pen.extend(flag(first, head - 10.4, head - 1, Role.ACCENT))


def _overall(pen: Pen, figure: HeatMap, box: Box, middles: Sequence[float]) -> None:
    top = box.y
    pen.add(Line(0, top, box.width, top, stroke=Role.INK, stroke_width=0.9))
    base = top + 16
    strong = Style(Weight.SEMIBOLD, 8.5, Role.INK)
    pen.text((0, base), figure.overall.label, strong)
    about = pen.width(figure.overall.label, strong) + 8
    pen.text((about, base), pen.fit(figure.overall.about, PALE, LABEL - about - 4), PALE)
    pen.text((_left(0) + START / 2, base), figure.overall_lead, ABOUT, "middle")
    for total in figure.totals:
        middle = _left(total.level) + CELL / 2
        pen.text((middle, base), total.text, strong, "middle")
        pen.text((middle, base + 9.6), total.share, ABOUT, "middle")
    in_debt = any(row.debt for row in figure.rows)
    styles = (NOW, CLAIMED, Style(Weight.SEMIBOLD, 9, Role.ACCENT) if in_debt else PALE)
    for middle, text, style in zip(middles, figure.overall_figures, styles, strict=True):
        pen.text((middle, base + 0.8), text, style, "middle")
