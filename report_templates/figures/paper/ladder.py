"""The ladder as a staircase, on white paper or on the cover's band; and the small scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from report_templates.figures.marks import mark
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Glyph, Ladder, LevelMark, Step
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import Line, Rectangle, Role, Scene, Weight

Surface = Literal["paper", "band"]
GAP = 3.0
LOWEST = 22.0
STRIP = 30.0
ROW = 14.0
"""Height of one row of marks above a step."""
ROOM = 20.0
"""Least room above the highest step."""
NUMERAL = Style(Weight.SEMIBOLD, 13, Role.INK)
NAME = Style(Weight.MEDIUM, 8, Role.INK)
WORD = Style(Weight.SEMIBOLD, 7.5, Role.INK)
NOTE = Style(Weight.REGULAR, 8, Role.INK2)


@dataclass(frozen=True)
class _Colours:
    """Roles of one surface."""

    paper: Role
    mark: Role
    target: Role
    word: Role


PAPER = _Colours(Role.PAPER, Role.PRIMARY, Role.ACCENT, Role.INK)
BAND = _Colours(Role.PRIMARY, Role.ON_PRIMARY, Role.ON_PRIMARY, Role.ON_PRIMARY)


def ladder(
    figure: Ladder,
    width: float = 493.3,
    height: float = 120,
    *,
    surface: Surface = "paper",
    metrics: Metrics | None = None,
) -> Scene:
    """Five steps rising to the right, with their marks standing on them.

    The height includes the room for marks; on the band a base line closes it below.
    """
    pen = Pen(metrics or bundled())
    colours = BAND if surface == "band" else PAPER
    pitch = (width + GAP) / len(figure.steps)
    rows = {s.level: _rows(figure, s.level, pitch - GAP, pen) for s in figure.steps}
    tops = _tops(rows, height)
    for place, step in enumerate(figure.steps):
        top = tops[step.level]
        box = Box(place * pitch, top, pitch - GAP, height - top)
        pen.add(_band_step(step, box) if surface == "band" else _paper_step(step, box))
        _words(pen, step, box, surface)
        for number, row in enumerate(rows[step.level]):
            _marks(pen, row, Box(box.x, top - 7 - number * ROW, box.width, 0), colours)
    for number, line in enumerate(figure.notes):
        colour = Role.INK2 if surface == "paper" else Role.ON_PRIMARY
        pen.text((0, NOTE.size + number * 11.4), line, NOTE.on(colour))
    if surface == "band":
        pen.add(Line(0, height, width, height, stroke=Role.ON_PRIMARY, stroke_width=1.2))
    return pen.scene(width, height, figure.alt)


def scale(figure: Ladder, width: float = 227, *, metrics: Metrics | None = None) -> Scene:
    """Five boxes in a row with the marks above: the level of one dimension."""
    pen = Pen(metrics or bundled())
    pitch = (width + GAP) / len(figure.steps)
    rows = {s.level: _rows(figure, s.level, pitch - GAP, pen) for s in figure.steps}
    above = ROW * max((len(found) for found in rows.values()), default=0)
    for place, step in enumerate(figure.steps):
        box = Box(place * pitch, above, pitch - GAP, 16)
        pen.add(_paper_step(step, box))
        numeral = Style(Weight.SEMIBOLD, 8, Role.on_level(step.level))
        pen.text((box.middle, above + 11), str(step.level), numeral, "middle")
        for number, row in enumerate(rows[step.level]):
            _marks(pen, row, Box(box.x, above - 7 - number * ROW, box.width, 0), PAPER)
    return pen.scene(width, above + 16, figure.alt)


def strip(figure: Ladder, left: float, pitch: float, *, metrics: Metrics | None = None) -> Scene:
    """The levels with their names in a row from ``left`` on, as the head of a table's columns."""
    pen = Pen(metrics or bundled())
    rows = {s.level: _rows(figure, s.level, pitch - GAP, pen) for s in figure.steps}
    above = ROW * max((len(found) for found in rows.values()), default=0)
    for place, step in enumerate(figure.steps):
        box = Box(left + place * pitch, above, pitch - GAP, STRIP)
        pen.add(_paper_step(step, box))
        colour = Role.on_level(step.level)
        pen.text((box.x + 5, above + 14), str(step.level), NUMERAL.on(colour))
        pen.text((box.x + 5, above + 25), pen.fit(step.name, NAME, box.width - 8), NAME.on(colour))
        for number, row in enumerate(rows[step.level]):
            _marks(pen, row, Box(box.x, above - 7 - number * ROW, box.width, 0), PAPER)
    return pen.scene(left + pitch * len(figure.steps), above + STRIP, figure.alt)


def _tops(rows: dict[int, list[list[LevelMark]]], height: float) -> dict[int, float]:
    """Where each step's top lies: even rises, as high as the marks above the steps allow."""
    highest = height - ROOM
    count = len(rows) - 1
    for level, found in rows.items():
        room = height - max(ROOM, len(found) * ROW + 6)
        if level and found:
            highest = min(highest, LOWEST + (room - LOWEST) * count / level)
    rise = (highest - LOWEST) / count
    return {level: height - LOWEST - level * rise for level in rows}


def _rows(figure: Ladder, level: int, width: float, pen: Pen) -> list[list[LevelMark]]:
    """The marks of one step in rows that fit, the lowest row first."""
    rows: list[list[LevelMark]] = []
    used = 0.0
    for item in (m for m in figure.marks if m.level == level):
        need = _mark_width(item, pen)
        if rows and used + need <= width:
            rows[-1].append(item)
        else:
            rows.append([item])
            used = 0.0
        used += need
    return rows


def _mark_width(item: LevelMark, pen: Pen) -> float:
    return _before(item) + pen.width(item.word, WORD) + 8


def _before(item: LevelMark) -> float:
    """From a mark's left edge to its word."""
    return 16.5 if item.kind is Glyph.VERIFIED else 13.0


def _marks(pen: Pen, row: list[LevelMark], box: Box, colours: _Colours) -> None:
    """One row of marks with their words; ``box.y`` is the height of their middles."""
    needed = sum(_mark_width(item, pen) for item in row)
    inset = 0.12 if len(row) == 1 else 0.03
    at = box.x + max(0.0, min(box.width * inset, box.width - needed))
    for item in row:
        colour = colours.target if item.kind is Glyph.TARGET else colours.mark
        middle = at + (6.5 if item.kind is Glyph.VERIFIED else 5.0)
        pen.extend(mark(item.kind, middle, box.y, colour, paper=colours.paper))
        left = at + _before(item)
        word = pen.fit(item.word, WORD, box.right - left)
        pen.text((left, box.y + 2.7), word, WORD.on(colours.word))
        at += _mark_width(item, pen)


def _paper_step(step: Step, box: Box) -> Rectangle:
    return Rectangle(
        box.x,
        box.y,
        box.width,
        box.height,
        fill=Role.level(step.level),
        stroke=Role.RULE2 if step.level == 0 else None,
        stroke_width=0.7,
        ref=f"level:{step.level}",
        alt=f"{step.level} {step.name}",
    )


def _band_step(step: Step, box: Box) -> Rectangle:
    return Rectangle(
        box.x,
        box.y,
        box.width,
        box.height,
        fill=Role.ON_PRIMARY if step.reached else None,
        stroke=Role.ON_PRIMARY,
        stroke_width=0.9,
        dash=(2.6, 2.0) if step.beyond else (),
        ref=f"level:{step.level}",
        alt=f"{step.level} {step.name}",
    )


def _words(pen: Pen, step: Step, box: Box, surface: Surface) -> None:
    """Numeral and name inside the step; a name without room is left out."""
    colour = Role.on_level(step.level)
    if surface == "band":
        colour = Role.PRIMARY if step.reached else Role.ON_PRIMARY
    numeral = str(step.level)
    pen.text((box.x + 7, box.y + 15.4), numeral, NUMERAL.on(colour))
    left = box.x + 7 + pen.width(numeral, NUMERAL) + 4.5
    most = 2 if box.height >= LOWEST + 8 else 1
    lines = pen.wrap(step.name, NAME, box.right - 4 - left, most)
    if all(len(line) > 1 for line in lines):
        for number, line in enumerate(lines):
            pen.text((left, box.y + 14.4 + number * 9.4), line, NAME.on(colour))
