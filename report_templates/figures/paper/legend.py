"""Legends: samples with their meaning, flowing in lines or standing in columns."""

from __future__ import annotations

from collections.abc import Callable

from report_templates.figures.marks import diamond, flag, high_tick, likely_dot, mark, tick
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Glyph, Legend, LegendEntry, Swatch
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

WORDS = Style(Weight.REGULAR, 7.5, Role.INK2)
SAMPLE = Style(Weight.SEMIBOLD, 7.5, Role.INK)
SWATCH, HEIGHT, GAP, BETWEEN, LINE = 26.0, 13.0, 6.0, 16.0, 18.0


def legend(
    figure: Legend,
    width: float = 493.3,
    *,
    columns: int | None = None,
    metrics: Metrics | None = None,
) -> Scene:
    """Entries side by side; with ``columns`` they stand below each other in so many columns."""
    pen = Pen(metrics or bundled())
    x = y = 0.0
    pitch = width / columns if columns else 0.0
    for number, entry in enumerate(figure.entries):
        if columns:
            x, y = number % columns * pitch, number // columns * LINE
        need = SWATCH + GAP + pen.width(entry.text, WORDS)
        if not columns and x and x + need > width:
            x, y = 0.0, y + LINE
        _DRAWN[entry.swatch](pen, Box(x, y, SWATCH, HEIGHT), entry)
        room = (pitch - BETWEEN / 2 if columns else width - x) - SWATCH - GAP
        pen.text((x + SWATCH + GAP, y + 9.2), pen.fit(entry.text, WORDS, room), WORDS)
        if not columns:
            x += need + BETWEEN
    return pen.scene(width, y + HEIGHT, "")


def _reached(pen: Pen, box: Box, entry: LegendEntry) -> None:
    pen.add(Rectangle(box.x, box.y, box.width, box.height, fill=Role.LEVEL4))
    if entry.sample:
        pen.text((box.middle, box.y + 9.2), entry.sample, SAMPLE.on(Role.ON_LEVEL4), "middle")
    else:
        pen.add(tick(box.middle, box.centre, Role.ON_LEVEL4, 6))


def _started(pen: Pen, box: Box, entry: LegendEntry) -> None:
    pen.add(Rectangle(box.x, box.y, box.width / 2, box.height, fill=Role.LEVEL2))
    pen.add(_frame(box, Role.RULE2))
    pen.text((box.middle, box.y + 9.2), entry.sample, SAMPLE, "middle")


def _debt(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    pen.add(hatch(box.x, box.y, box.width, box.height))
    pen.add(_frame(box, Role.ACCENT, 1.0))
    pen.add(Rectangle(box.middle - 6, box.y + 2, 12, box.height - 4, fill=Role.PAPER))
    pen.add(diamond(box.middle, box.centre, 3.2, Role.ACCENT))


def _open(pen: Pen, box: Box, entry: LegendEntry) -> None:
    pen.add(_frame(box, Role.RULE1))
    pen.text((box.middle, box.y + 9.2), entry.sample, SAMPLE.on(Role.INK2), "middle")


def _possible(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    inner = (box.x + 1.5, box.y + 1.5, box.width - 3, box.height - 3)
    pen.add(Rectangle(*inner, stroke=Role.PRIMARY, stroke_width=0.9, dash=(2, 1.4)))


def _staircase(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    pen.add(Line(box.middle, box.y, box.middle, box.bottom, stroke=Role.INK, stroke_width=2))


def _claimed(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    pen.extend(mark(Glyph.CLAIMED, box.middle, box.centre))


def _target(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    x = box.middle - 3
    pen.add(Line(x, box.y + 6, x, box.bottom, Role.ACCENT, 1.2, dash=(4, 2.5)))
    pen.extend(flag(x, box.y, box.y + 6.4, Role.ACCENT))


def _bar(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    top, likely, low = box.centre - 4.5, box.x + 17, box.x + 9
    pen.add(Rectangle(box.x, top, 17, 9, fill=Role.PRIMARY))
    pen.add(Line(low, box.centre, likely, box.centre, stroke=Role.PAPER, stroke_width=1))
    pen.add(high_tick(low, box.centre, Role.PAPER, 2.6))
    pen.add(Line(likely, box.centre, box.right, box.centre, stroke=Role.INK, stroke_width=1))
    pen.add(high_tick(box.right, box.centre, Role.INK, 3.6))


def _depends(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    x, y = box.x + 5, box.bottom - 3.5
    line = polygon((x, box.y), (x, y), (box.x + 17, y), closed=False)
    pen.add(Path(line, stroke=Role.INK2, stroke_width=0.8))
    tip = box.x + 20
    pen.add(Path(polygon((tip - 4, y - 2.4), (tip, y), (tip - 4, y + 2.4)), fill=Role.INK2))


def _range(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    line = (box.x + 4.6, box.centre, box.right - 1, box.centre)
    pen.add(Line(*line, stroke=Role.ACCENT, stroke_width=1.3))
    pen.add(likely_dot(box.x + 4.6, box.centre, Role.ACCENT))
    pen.add(high_tick(box.right - 1, box.centre, Role.ACCENT))


def _action(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    pen.add(Rectangle(box.x, box.centre - 2.4, box.width, 4.8, Role.LEVEL2, Role.RULE2, 0.5))


def _outline(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    shape = (box.x, box.centre - 4.5, box.width, 9)
    pen.add(Rectangle(*shape, fill=Role.PAPER, stroke=Role.PRIMARY, stroke_width=1))


def _closed(pen: Pen, box: Box, _entry: LegendEntry) -> None:
    pen.add(Rectangle(box.x, box.y, box.width, box.height, fill=Role.PANEL))
    pen.add(hatch(box.x, box.y, box.width, box.height))


def _frame(box: Box, stroke: Role, thick: float = 0.6) -> Rectangle:
    return Rectangle(box.x, box.y, box.width, box.height, stroke=stroke, stroke_width=thick)


_DRAWN: dict[Swatch, Callable[[Pen, Box, LegendEntry], None]] = {
    Swatch.REACHED: _reached,
    Swatch.STARTED: _started,
    Swatch.DEBT: _debt,
    Swatch.OPEN: _open,
    Swatch.POSSIBLE: _possible,
    Swatch.STAIRCASE: _staircase,
    Swatch.CLAIMED: _claimed,
    Swatch.TARGET: _target,
    Swatch.BAR: _bar,
    Swatch.DEPENDS: _depends,
    Swatch.RANGE: _range,
    Swatch.ACTION: _action,
    Swatch.OUTLINE: _outline,
    Swatch.CLOSED: _closed,
}
