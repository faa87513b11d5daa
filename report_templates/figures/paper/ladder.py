"""The ladder as a staircase, on white paper or on the cover's band; and the small scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from report_templates.figures.marks import mark
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Glyph, Ladder, LevelMark, Step
from report_templates.figures.scene import Face, Item, Line, Rectangle, Role, Scene, Text

Surface = Literal["paper", "band"]
GAP = 3.0
LOWEST = 22.0
ROW = 14.0
"""Height of one row of marks above a step."""
ROOM = 20.0
NUMERAL, NAME, WORD, NOTE = 13.0, 8.0, 7.5, 8.0


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
    measure = metrics or bundled()
    colours = BAND if surface == "band" else PAPER
    pitch = (width + GAP) / len(figure.steps)
    rows = {s.level: _rows(figure, s.level, pitch - GAP, measure) for s in figure.steps}
    tops = _tops(rows, height)
    items: list[Item] = []
    for place, step in enumerate(figure.steps):
        x, top = place * pitch, tops[step.level]
        box = (x, top, pitch - GAP, height - top)
        items += _band_step(step, *box) if surface == "band" else _paper_step(step, *box)
        items += _words(step, box, surface, measure)
        for number, row in enumerate(rows[step.level]):
            items += _marks(row, x, top - 7 - number * ROW, pitch - GAP, colours, measure)
    items += _notes(figure, colours)
    if surface == "band":
        items.append(Line(0, height, width, height, stroke=Role.ON_PRIMARY, stroke_width=1.2))
    return Scene(width, height, tuple(items), figure.alt)


def scale(figure: Ladder, width: float = 227, *, metrics: Metrics | None = None) -> Scene:
    """Five boxes in a row with the marks above: the level of one dimension."""
    measure = metrics or bundled()
    pitch = (width + GAP) / len(figure.steps)
    rows = {s.level: _rows(figure, s.level, pitch - GAP, measure) for s in figure.steps}
    above = ROW * max((len(found) for found in rows.values()), default=0)
    items: list[Item] = []
    for place, step in enumerate(figure.steps):
        x = place * pitch
        items += _paper_step(step, x, above, pitch - GAP, 16)
        middle = x + (pitch - GAP) / 2
        colour = Role.on_level(step.level)
        items.append(Text(middle, above + 11, str(step.level), Face.SEMIBOLD, 8, colour, "middle"))
        for number, row in enumerate(rows[step.level]):
            items += _marks(row, x, above - 7 - number * ROW, pitch - GAP, PAPER, measure)
    return Scene(width, above + 16, tuple(items), figure.alt)


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


def _rows(figure: Ladder, level: int, width: float, measure: Metrics) -> list[list[LevelMark]]:
    """The marks of one step in rows that fit, the lowest row first."""
    rows: list[list[LevelMark]] = []
    used = 0.0
    for item in (m for m in figure.marks if m.level == level):
        need = _mark_width(item, measure)
        if rows and used + need <= width:
            rows[-1].append(item)
        else:
            rows.append([item])
            used = 0.0
        used += need
    return rows


def _mark_width(item: LevelMark, measure: Metrics) -> float:
    return _before(item) + measure.width(item.word, Face.SEMIBOLD, WORD) + 8


def _before(item: LevelMark) -> float:
    """From a mark's left edge to its word."""
    return 16.5 if item.kind is Glyph.VERIFIED else 13.0


def _marks(
    row: list[LevelMark], x: float, y: float, width: float, colours: _Colours, measure: Metrics
) -> list[Item]:
    needed = sum(_mark_width(item, measure) for item in row)
    at = x + max(0.0, min(width * (0.12 if len(row) == 1 else 0.03), width - needed))
    items: list[Item] = []
    for item in row:
        colour = colours.target if item.kind is Glyph.TARGET else colours.mark
        middle = at + (6.5 if item.kind is Glyph.VERIFIED else 5.0)
        items += mark(item.kind, middle, y, colour, paper=colours.paper)
        room = x + width - at - _before(item)
        word = measure.fit(item.word, Face.SEMIBOLD, WORD, room)
        items.append(Text(at + _before(item), y + 2.7, word, Face.SEMIBOLD, WORD, colours.word))
        at += _mark_width(item, measure)
    return items


def _paper_step(step: Step, x: float, y: float, width: float, height: float) -> list[Item]:
    outline = Role.RULE2 if step.level == 0 else None
    return [
        Rectangle(
            x,
            y,
            width,
            height,
            fill=Role.level(step.level),
            stroke=outline,
            stroke_width=0.7,
            ref=f"level:{step.level}",
            alt=f"{step.level} {step.name}",
        )
    ]


def _band_step(step: Step, x: float, y: float, width: float, height: float) -> list[Item]:
    return [
        Rectangle(
            x,
            y,
            width,
            height,
            fill=Role.ON_PRIMARY if step.reached else None,
            stroke=Role.ON_PRIMARY,
            stroke_width=0.9,
            dash=(2.6, 2.0) if step.beyond else (),
            ref=f"level:{step.level}",
            alt=f"{step.level} {step.name}",
        )
    ]


def _words(
    step: Step, box: tuple[float, float, float, float], surface: Surface, measure: Metrics
) -> list[Item]:
    """Numeral and name inside the step; a name without room is left out."""
    x, top, width, height = box
    if surface == "band":
        colour = Role.PRIMARY if step.reached else Role.ON_PRIMARY
    else:
        colour = Role.on_level(step.level)
    numeral, size = str(step.level), NUMERAL
    left = x + 7 + measure.width(numeral, Face.SEMIBOLD, size) + 4.5
    room = x + width - 4 - left
    lines = measure.wrap(step.name, Face.MEDIUM, NAME, room, 2 if height >= LOWEST + 8 else 1)
    items: list[Item] = [Text(x + 7, top + 15.4, numeral, Face.SEMIBOLD, size, colour)]
    if all(len(line) > 1 for line in lines):
        for number, line in enumerate(lines):
            y = top + 14.4 + number * 9.4
            items.append(Text(left, y, line, Face.MEDIUM, NAME, colour))
    return items


def _notes(figure: Ladder, colours: _Colours) -> list[Item]:
    colour = Role.INK2 if colours is PAPER else Role.ON_PRIMARY
    return [
        Text(0, NOTE + number * 11.4, line, Face.REGULAR, NOTE, colour)
        for number, line in enumerate(figure.notes)
    ]
