"""The dimensions as bars for the window: reached, possible and claimed on one axis of levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagements.language import mark as marked
from engagements.language import tr
from report_templates.figures.marks import diamond, flag, mark
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Glyph, HeatMap, HeatRow
from report_templates.figures.pen import Pen, Style
from report_templates.figures.scene import (
    Line,
    Path,
    Rectangle,
    Role,
    Scene,
    Weight,
    circle,
)
from ui.figures.beside import NOTHING, Beside, Interval, before_mark, supposed_box

HEAD = 34.0
"""Room for the axis' numbers."""
BAR = 18.0
MOST_UNIT = 76.0
MOST_PITCH = 42.0
LABEL_LEAST = 150.0
LINE = 15.0
"""From one line of a name to the next."""
FIGURES = 118.0
"""Room right of the axis for level and debt."""
CHANGE = 58.0
"""More room for what changed since an earlier assessment."""
LEVEL_AT, DEBT_AT, CHANGE_AT = 22.0, 78.0, 118.0
NOT_ASKED = marked("not asked yet")
LABEL = Style(Weight.REGULAR, 13, Role.INK)
HEADS = Style(Weight.MEDIUM, 12, Role.INK2)
FIGURE = Style(Weight.SEMIBOLD, 13, Role.INK)
NOTE = Style(Weight.REGULAR, 12, Role.INK2)
ASKED = Style(Weight.SEMIBOLD, 12, Role.PRIMARY)


@dataclass(frozen=True)
class _Axis:
    left: float
    unit: float

    def x(self, level: float) -> float:
        return self.left + level * self.unit

    @property
    def right(self) -> float:
        return self.x(4)


def dimension_bars(
    figure: HeatMap,
    width: float,
    height: float,
    *,
    beside: Mapping[str, Beside] | None = None,
    compared: bool = False,
    metrics: Metrics | None = None,
) -> Scene:
    """One row per dimension; each row's reference is ``dimension:CODE``.

    ``beside`` are marks by dimension; ``compared`` adds the column of changes.
    """
    marks = beside or {}
    figures = FIGURES + (CHANGE if compared else 0)
    pen = Pen(metrics or bundled())
    labels = max((pen.width(row.name, LABEL) for row in figure.rows), default=0.0) + 20
    room = width - figures - 10
    unit = min(MOST_UNIT, (room - min(labels, max(LABEL_LEAST, room * 0.5))) / 4)
    axis = _Axis(width - figures - 4 * unit, unit)
    pitch = min(MOST_PITCH, (height - HEAD - 8) / max(1, len(figure.rows)))
    bottom = HEAD + pitch * len(figure.rows)
    _grid(pen, figure, axis, bottom)
    if compared:
        pen.text((axis.right + CHANGE_AT, 14), tr("Change"), HEADS)
    for number, row in enumerate(figure.rows):
        y = HEAD + pitch * (number + 0.5)
        pen.add(
            Rectangle(
                0,
                y - pitch / 2,
                width,
                pitch,
                ref=f"dimension:{row.code}",
                alt=_spoken(row, marks.get(row.code, NOTHING)),
            )
        )
        _name(pen, row.name, axis.left - 14, y)
        _row(pen, row, axis, y, marks.get(row.code, NOTHING))
    return pen.scene(width, bottom + 8, figure.alt)


def _name(pen: Pen, name: str, width: float, y: float) -> None:
    """A dimension's name in one line, or two."""
    lines = pen.wrap(name, LABEL, width, 2)
    first = y + 4.6 - LINE * (len(lines) - 1) / 2
    for number, words in enumerate(lines):
        pen.text((0, first + LINE * number), words, LABEL)


def _grid(pen: Pen, figure: HeatMap, axis: _Axis, bottom: float) -> None:
    for level in range(5):
        x = axis.x(level)
        pen.text((x, 14), str(level), HEADS, "middle")
        pen.add(Line(x, HEAD - 10, x, bottom, stroke=Role.RULE1, stroke_width=1))
    if figure.target is not None:
        x = axis.x(figure.target)
        pen.add(Line(x, 20, x, bottom, stroke=Role.ACCENT, stroke_width=1, dash=(3, 3)))
        pen.extend(flag(x, 19, HEAD - 4, Role.ACCENT))
    pen.text((axis.right + LEVEL_AT, 14), tr("Level"), HEADS)
    pen.text((axis.right + DEBT_AT, 14), tr("Debt"), HEADS)


def _row(pen: Pen, row: HeatRow, axis: _Axis, y: float, beside: Beside) -> None:
    top = y - BAR / 2
    if not row.assessed:
        pen.text((axis.x(0) + 8, y + 4.4), tr(NOT_ASKED), NOTE)
    else:
        if row.low == 0:
            pen.add(Rectangle(axis.x(0), top, 5, BAR, fill=Role.level(0)))
        for level in range(1, row.low + 1):
            left = axis.x(level - 1)
            pen.add(Rectangle(left, top, axis.unit, BAR, fill=Role.level(level)))
        if row.high > row.low:
            _possible(pen, row, axis, y)
    _others(pen, beside, axis, y)
    if row.claimed is not None:
        ring = circle(axis.x(row.claimed), y, 6)
        pen.add(Path(ring, fill=Role.PAPER, stroke=Role.INK, stroke_width=1.6))
    pen.text((axis.right + LEVEL_AT, y + 4.6), _figure(row, beside), FIGURE)
    if row.debt:
        x = axis.right + DEBT_AT
        pen.add(diamond(x + 5, y, 4.5, Role.ACCENT))
        pen.text((x + 15, y + 4.4), row.debt_text, NOTE)


def _others(pen: Pen, beside: Beside, axis: _Axis, y: float) -> None:
    """Verified over the bar, what is supposed dashed around it, before under it, and the change."""
    if beside.supposed is not None:
        left, right = axis.x(0) - 3, axis.x(max(beside.supposed.low, 0)) + 3
        pen.add(supposed_box(left, y - BAR / 2 - 4, max(right - left, 11), BAR + 8))
    if beside.verified is not None:
        pen.extend(mark(Glyph.VERIFIED, axis.x(beside.verified) + 1, y - BAR / 2 - 5))
    if beside.before is not None:
        pen.add(before_mark(axis.x(beside.before), y + BAR / 2 + 2))
    if beside.change:
        pen.text((axis.right + CHANGE_AT, y + 4.4), beside.change, NOTE)


def _figure(row: HeatRow, beside: Beside) -> str:
    """The level as printed, and after an arrow what it is supposed to be."""
    if beside.supposed is None or beside.supposed.words == _level(row):
        return _level(row)
    return f"{_level(row)} → {beside.supposed.words}"


def _possible(pen: Pen, row: HeatRow, axis: _Axis, y: float) -> None:
    left = axis.x(row.low) + (5 if row.low == 0 else 0)
    wide = axis.x(row.high) - left
    pen.add(
        Rectangle(
            left,
            y - BAR / 2,
            wide,
            BAR,
            fill=Role.PANEL,
            stroke=Role.PRIMARY,
            stroke_width=1.2,
            dash=(3.0, 2.2),
        )
    )
    pen.text((left + wide / 2, y + 4.4), "?", ASKED, "middle")


def _level(row: HeatRow) -> str:
    if not row.assessed:
        return row.now_text
    return Interval(row.low, row.high).words


def _spoken(row: HeatRow, beside: Beside) -> str:
    if not row.assessed:
        return f"{row.name}, {tr(NOT_ASKED)}"
    words = [row.name, tr("level {level}", level=_level(row))]
    if beside.verified is not None:
        words.append(tr("verified {level}", level=beside.verified))
    if row.claimed is not None:
        words.append(tr("claimed {level}", level=row.claimed))
    if row.debt:
        words.append(tr("{n} skipped-level debt", n=row.debt))
    if beside.before is not None:
        words.append(tr("before {level}", level=beside.before))
    if beside.supposed is not None:
        words.append(tr("supposed {level}", level=beside.supposed.words))
    return ", ".join(words)
