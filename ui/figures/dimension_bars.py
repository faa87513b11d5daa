"""The dimensions as bars for the window: reached, possible and claimed on one axis of levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from ui.figures.sizes import FULL, Sizes

HEAD = 34.0
"""Room for the axis' numbers."""
BAR = 18.0
MOST_UNIT = 76.0
MOST_PITCH = 42.0
LABEL_LEAST = 150.0
LINE = 15.0
"""From one line of a name to the next."""
LEVEL_AT, LEVEL_WIDE, DEBT_WIDE, CHANGE_WIDE = 22.0, 56.0, 40.0, 58.0
"""Where the figures begin right of the axis, and how wide their columns are at least."""
BETWEEN = 12.0
"""Room between two columns of figures."""
LEAST_UNIT = 14.0
"""A level is never narrower."""
RING = 18.0
"""Room for the ring of what is claimed, so that it covers no sign beside it."""
NOT_ASKED = marked("not asked yet")
NOT_APPLICABLE = marked("not applicable")
LABEL = Style(Weight.REGULAR, 13, Role.INK)
HEADS = Style(Weight.MEDIUM, 12, Role.INK2)
FIGURE = Style(Weight.SEMIBOLD, 13, Role.INK)
NOTE = Style(Weight.REGULAR, 12, Role.INK2)
ASKED = Style(Weight.SEMIBOLD, 12, Role.PRIMARY)


@dataclass(frozen=True)
class _Axis:
    """Where levels are, and right of them the columns of level, debt and change."""

    left: float
    unit: float
    debt_at: float
    change_at: float
    sizes: Sizes

    def x(self, level: float) -> float:
        return self.left + level * self.unit

    @property
    def right(self) -> float:
        return self.x(4)


def dimension_bars(
    figure: HeatMap,
    width: float,
    height: float,
    sizes: Sizes = FULL,
    *,
    beside: Mapping[str, Beside] | None = None,
    compared: bool = False,
    metrics: Metrics | None = None,
) -> Scene:
    """One row per dimension; each row's reference is ``dimension:CODE``.

    ``beside`` are marks by dimension; ``compared`` adds the column of changes.
    """
    marks = beside or {}
    pen = Pen(metrics or bundled())
    axis = _axis(pen, figure, width, marks, sizes, compared=compared)
    head, end = sizes.px(HEAD), 8.0
    pitch = min(sizes.px(MOST_PITCH), (height - head - end) / max(1, len(figure.rows)))
    bottom = head + pitch * len(figure.rows)
    _grid(pen, figure, axis, bottom)
    if compared:
        at = (axis.right + axis.change_at, sizes.px(14))
        pen.text(at, tr("Change"), sizes.style(HEADS))
    for number, row in enumerate(figure.rows):
        y = head + pitch * (number + 0.5)
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
        _name(pen, row.name, axis.left - 14, y, sizes)
        _row(pen, row, axis, y, marks.get(row.code, NOTHING))
    return pen.scene(width, bottom + end, figure.alt)


def _axis(
    pen: Pen,
    figure: HeatMap,
    width: float,
    marks: Mapping[str, Beside],
    sizes: Sizes,
    *,
    compared: bool,
) -> _Axis:
    """Names get what they need, at most half of the room; levels and columns share the rest."""
    levels = [_figure(row, marks.get(row.code, NOTHING)) for row in figure.rows]
    level = _column(pen, sizes, LEVEL_WIDE, tr("Level"), levels)
    debt = _column(pen, sizes, DEBT_WIDE, tr("Debt"), [])
    changes = [one.change for one in marks.values()]
    change = _column(pen, sizes, CHANGE_WIDE, tr("Change"), changes) if compared else 0.0
    figures = LEVEL_AT + level + debt + change
    names = max((pen.width(row.name, sizes.style(LABEL)) for row in figure.rows), default=0.0) + 20
    room = width - figures - 10
    least = min(names, max(sizes.px(LABEL_LEAST), room * 0.5))
    unit = max(LEAST_UNIT, min(MOST_UNIT, (room - least) / 4))
    left = width - figures - 4 * unit
    return _Axis(left, unit, LEVEL_AT + level, LEVEL_AT + level + debt, sizes)


def _column(pen: Pen, sizes: Sizes, least: float, title: str, texts: Sequence[str]) -> float:
    """The width of a column of figures."""
    wide = [pen.width(title, sizes.style(HEADS))]
    wide += [pen.width(one, sizes.style(FIGURE)) for one in texts]
    return max(least, max(wide) + BETWEEN)


def _name(pen: Pen, name: str, width: float, y: float, sizes: Sizes) -> None:
    """A dimension's name in one line, or two."""
    style, line = sizes.style(LABEL), sizes.px(LINE)
    lines = pen.wrap(name, style, width, 2)
    first = y + sizes.px(4.6) - line * (len(lines) - 1) / 2
    for number, words in enumerate(lines):
        pen.text((0, first + line * number), words, style)


def _grid(pen: Pen, figure: HeatMap, axis: _Axis, bottom: float) -> None:
    style, upper, head = axis.sizes.style(HEADS), axis.sizes.px(14), axis.sizes.px(HEAD)
    for level in range(5):
        x = axis.x(level)
        pen.text((x, upper), str(level), style, "middle")
        pen.add(Line(x, head - 10, x, bottom, stroke=Role.RULE1, stroke_width=1))
    if figure.target is not None:
        x = axis.x(figure.target)
        pen.add(Line(x, head - 14, x, bottom, stroke=Role.ACCENT, stroke_width=1, dash=(3, 3)))
        pen.extend(flag(x, head - 15, head - 4, Role.ACCENT))
    pen.text((axis.right + LEVEL_AT, upper), tr("Level"), style)
    pen.text((axis.right + axis.debt_at, upper), tr("Debt"), style)


def _row(pen: Pen, row: HeatRow, axis: _Axis, y: float, beside: Beside) -> None:
    sizes, bar = axis.sizes, axis.sizes.px(BAR)
    top, note, base = y - bar / 2, sizes.style(NOTE), y + sizes.px(4.4)
    if not row.placed:
        words = pen.fit(_unplaced(row), note, 4 * axis.unit - 12)
        pen.text((axis.x(0) + 8, base), words, note)
    else:
        if row.low == 0:
            pen.add(Rectangle(axis.x(0), top, 5, bar, fill=Role.level(0)))
        for level in range(1, row.low + 1):
            left = axis.x(level - 1)
            pen.add(Rectangle(left, top, axis.unit, bar, fill=Role.level(level)))
        if row.high > row.low:
            _possible(pen, row, axis, y)
    _others(pen, beside, axis, y)
    if row.claimed is not None:
        ring = circle(axis.x(row.claimed), y, 6)
        pen.add(Path(ring, fill=Role.PAPER, stroke=Role.INK, stroke_width=1.6))
    at = (axis.right + LEVEL_AT, y + sizes.px(4.6))
    pen.text(at, _figure(row, beside), sizes.style(FIGURE))
    if row.debt:
        x = axis.right + axis.debt_at
        pen.add(diamond(x + 5, y, 4.5, Role.ACCENT))
        pen.text((x + 15, base), row.debt_text, note)


def _others(pen: Pen, beside: Beside, axis: _Axis, y: float) -> None:
    """Verified over the bar, what is supposed dashed around it, before under it, and the change."""
    bar = axis.sizes.px(BAR)
    if beside.supposed is not None:
        left, right = axis.x(0) - 3, axis.x(max(beside.supposed.low, 0)) + 3
        pen.add(supposed_box(left, y - bar / 2 - 4, max(right - left, 11), bar + 8))
    if beside.verified is not None:
        pen.extend(mark(Glyph.VERIFIED, axis.x(beside.verified) + 1, y - bar / 2 - 5))
    if beside.before is not None:
        pen.add(before_mark(axis.x(beside.before), y + bar / 2 + 2))
    if beside.change:
        at = (axis.right + axis.change_at, y + axis.sizes.px(4.4))
        pen.text(at, beside.change, axis.sizes.style(NOTE))


def _figure(row: HeatRow, beside: Beside) -> str:
    """The level as printed, and after an arrow what it is supposed to be."""
    if beside.supposed is None or beside.supposed.words == _level(row):
        return _level(row)
    return f"{_level(row)} → {beside.supposed.words}"


def _possible(pen: Pen, row: HeatRow, axis: _Axis, y: float) -> None:
    left = axis.x(row.low) + (5 if row.low == 0 else 0)
    wide = axis.x(row.high) - left
    bar = axis.sizes.px(BAR)
    pen.add(
        Rectangle(
            left,
            y - bar / 2,
            wide,
            bar,
            fill=Role.PANEL,
            stroke=Role.PRIMARY,
            stroke_width=1.2,
            dash=(3.0, 2.2),
        )
    )
    style = axis.sizes.style(ASKED)
    if pen.width("?", style) + RING <= wide:
        pen.text((left + wide / 2, y + axis.sizes.px(4.4)), "?", style, "middle")


def _unplaced(row: HeatRow) -> str:
    """Why a dimension stands on no level."""
    return tr(NOT_APPLICABLE if row.assessed else NOT_ASKED)


def _level(row: HeatRow) -> str:
    if not row.placed:
        return row.now_text
    return Interval(row.low, row.high).words


def _spoken(row: HeatRow, beside: Beside) -> str:
    if not row.placed:
        return f"{row.name}, {_unplaced(row)}"
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
