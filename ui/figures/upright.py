"""The ladder for the window: rungs one above the other, and the plumb bob hanging to the level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagements.language import tr
from report_templates.figures.marks import BOX, mark
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Glyph, Ladder, LevelMark, Step
from report_templates.figures.pen import Pen, Style
from report_templates.figures.scene import (
    CIRCLE,
    Command,
    Line,
    Path,
    Rectangle,
    Role,
    Scene,
    Weight,
    circle,
    polygon,
)
from ui.figures.beside import NOTHING, Beside, before_mark, supposed_box
from ui.figures.sizes import FULL, Sizes

CHIP = 26.0
RULER = 40.0
"""Where the ruler's line stands, from the left; at 100 % text, as the two that follow."""
PLUMB = 66.0
"""Where the plumb line hangs."""
WORDS = 88.0
"""Where names begin."""
PITCH = 104.0
"""From one rung to the next, at most."""
TOP = 26.0
"""Room above the highest rung."""
BOTTOM = 22.0
BOB_WIDTH, BOB_HEIGHT = 18.0, 26.0
NAME = Style(Weight.SEMIBOLD, 12, Role.INK)
COUNT = Style(Weight.REGULAR, 12, Role.INK2)
NUMERAL = Style(Weight.SEMIBOLD, 13, Role.INK)
WORD = Style(Weight.REGULAR, 12, Role.INK2)
LEGEND_PITCH = 22.0


@dataclass(frozen=True)
class RungNote:
    """What stands beside a rung, its fulfilment as printed, and how that comes about.

    ``met`` of ``total`` criteria are met, None where that is not known or nothing is asked for;
    ``blocks`` are those that keep the level from being met, the most urgent first.
    """

    words: str
    share: str = ""
    sum: str = ""
    met: int | None = None
    total: int | None = None
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Rungs:
    """Where levels are; what stands right of the chips moves as they grow."""

    highest: int
    pitch: float
    sizes: Sizes

    @property
    def top(self) -> float:
        return self.sizes.px(TOP)

    @property
    def chip(self) -> float:
        return self.sizes.px(CHIP)

    def x(self, at: float) -> float:
        return at + self.chip - CHIP

    def y(self, level: int) -> float:
        return self.top + (self.highest - level) * self.pitch


def upright(
    figure: Ladder,
    notes: Mapping[int, RungNote],
    width: float,
    height: float,
    sizes: Sizes = FULL,
    *,
    beside: Beside = NOTHING,
    metrics: Metrics | None = None,
) -> Scene:
    """Rungs from the highest at the top; ``notes`` stand beside them, by level.

    ``beside`` adds a supposed level, dashed, and the triangle of an earlier one.

    The reference of a rung is ``level:2``; what it says in words is its name and its sum.
    """
    pen = Pen(metrics or bundled())
    highest = max(step.level for step in figure.steps)
    pitch = min(sizes.px(PITCH), (height - sizes.px(TOP + BOTTOM)) / max(1, highest))
    rungs = _Rungs(highest, pitch, sizes)
    _ruler(pen, rungs)
    for step in figure.steps:
        note = notes.get(step.level, RungNote(""))
        _rung_row(pen, rungs, step, note, (width, height))
        marks = [m for m in figure.marks if m.level == step.level and _beside(m)]
        _rung_words(pen, rungs, step, note, marks, width=width)
    _plumb(pen, figure, rungs)
    _others(pen, beside, rungs)
    return pen.scene(width, height, figure.alt)


def _rung_row(
    pen: Pen, rungs: _Rungs, step: Step, note: RungNote, size: tuple[float, float]
) -> None:
    """The row to point at, its line, and the chip."""
    (width, height), y, half = size, rungs.y(step.level), rungs.sizes.px(26)
    left = rungs.x(WORDS) - 8
    said = ", ".join(one for one in (step.name, note.words) if one)
    pen.add(
        Rectangle(
            left,
            y - half,
            width - left,
            min(2 * half, height - y + half),
            ref=f"level:{step.level}",
            alt=f"{said}. {note.sum}".strip(),
        )
    )
    pen.add(Line(rungs.chip + 4, y, width, y, stroke=Role.RULE1, stroke_width=1))
    _chip(pen, rungs, step.level, f"{step.level} {step.name}")


def _rung_words(
    pen: Pen, rungs: _Rungs, step: Step, note: RungNote, marks: list[LevelMark], *, width: float
) -> None:
    """Name, marks and fulfilment over the line; under it what is met, one line at the lowest."""
    sizes, y = rungs.sizes, rungs.y(step.level)
    word, name = sizes.style(WORD), sizes.style(NAME)
    base, left, edge = y - sizes.px(8), rungs.x(WORDS), width - 2
    pen.text((edge, base), note.share, word, "end")
    edge -= pen.width(note.share, word) + (8 if note.share else 0)
    room = edge - left - pen.width(step.name, name)
    right = _beside_marks(pen, marks, (edge, base), room, word)
    pen.text((left, base), pen.fit(step.name, name, right - left), name)
    count = sizes.style(COUNT)
    for line, words in enumerate(pen.wrap(note.words, count, width - left, 2 if step.level else 1)):
        pen.text((left, y + sizes.px(17 + 15 * line)), words, count)


def legend(
    entries: tuple[tuple[Glyph, str], ...],
    width: float,
    sizes: Sizes = FULL,
    *,
    before: str = "",
    supposed: str = "",
) -> Scene:
    """What the marks mean, one below the other, each with its level in words.

    The reference of a line is ``mark:now``; ``before`` and ``supposed`` are lines of their own.
    """
    pen = Pen(bundled())
    pitch, style = sizes.px(LEGEND_PITCH), sizes.style(WORD)
    lines: list[tuple[Glyph | str, str]] = list(entries)
    lines += [("supposed", supposed)] if supposed else []
    lines += [("before", before)] if before else []
    for number, (glyph, words) in enumerate(lines):
        y = pitch * (number + 0.5)
        pen.add(Rectangle(0, pitch * number, width, pitch, ref=f"mark:{glyph}", alt=words))
        if glyph is Glyph.NOW:
            pen.add(Path(_bob(9, y - 7, 11, 14), fill=Role.PRIMARY))
        elif glyph is Glyph.POSSIBLE:
            pen.add(_possible(0, y - 5, 18, 10))
        elif glyph == "before":
            pen.add(before_mark(9, y - 3.5))
        elif glyph == "supposed":
            pen.add(supposed_box(1, y - 5, 16, 10))
        elif isinstance(glyph, Glyph):
            pen.extend(_claimed(9, y) if glyph is Glyph.CLAIMED else mark(glyph, 9, y))
        pen.text((28, y + sizes.px(4)), pen.fit(words, style, width - 28), style)
    return pen.scene(width, pitch * len(lines), ", ".join(word for _, word in lines))


def _beside(item: LevelMark) -> bool:
    """Target and verified stand with their words beside the name, not on the plumb line."""
    return item.kind in (Glyph.TARGET, Glyph.VERIFIED)


def _beside_marks(
    pen: Pen, marks: list[LevelMark], at: tuple[float, float], room: float, style: Style
) -> float:
    """Marks ending at a place, with their words if those fit ``room``; where they begin."""
    right, base = at
    needs = sum(pen.width(item.word, style) + 2 * BOX + 10 for item in marks)
    words = needs <= room
    for item in marks:
        if words:
            right -= pen.width(item.word, style)
            pen.text((right, base), item.word, style)
        right -= BOX / 2 + (8 if item.kind is Glyph.VERIFIED else 3)
        pen.extend(mark(item.kind, right, base - style.size * 0.375))
        right -= BOX / 2 + 5
    return right


def _ruler(pen: Pen, rungs: _Rungs) -> None:
    x = rungs.x(RULER)
    pen.add(Line(x, rungs.top, x, rungs.y(0), stroke=Role.RULE2, stroke_width=1))
    step = rungs.pitch / 4
    for number in range(4 * rungs.highest + 1):
        if number % 4:
            y = rungs.top + number * step
            pen.add(Line(x - 4, y, x, y, stroke=Role.RULE2, stroke_width=1))


def _chip(pen: Pen, rungs: _Rungs, level: int, alt: str) -> None:
    y, side = rungs.y(level), rungs.chip
    outline = rounded(0.5, y - side / 2 + 0.5, side - 1, side - 1, 3)
    pen.add(Path(outline, fill=Role.level(level), ref=f"level:{level}", alt=alt))
    style = rungs.sizes.style(NUMERAL).on(Role.on_level(level))
    pen.text((side / 2, y + rungs.sizes.px(4.6)), str(level), style, "middle")


def _plumb(pen: Pen, figure: Ladder, rungs: _Rungs) -> None:
    """The line from above, the dashed box while unknowns are open, the bob, the claimed circle."""
    found = {item.kind: item.level for item in figure.marks}
    now, x = found.get(Glyph.NOW), rungs.x(PLUMB)
    end = rungs.y(now if now is not None else 0)
    pen.add(Line(x - 14, 4, x + 14, 4, stroke=Role.INK, stroke_width=2))
    if now is not None and Glyph.POSSIBLE in found:
        above = rungs.y(found[Glyph.POSSIBLE])
        pen.add(_possible(x - 9, above, 18, end - above))
    hangs = end - BOB_HEIGHT + 3 if now is not None else end
    pen.add(Line(x, 4, x, hangs, stroke=Role.INK, stroke_width=1.4))
    if now is not None:
        bob = _bob(x, end - BOB_HEIGHT, BOB_WIDTH, BOB_HEIGHT)
        pen.add(
            Path(bob, fill=Role.PRIMARY, ref=f"level:{now}", alt=tr("Level {level}", level=now))
        )
    if Glyph.CLAIMED in found:
        pen.extend(_claimed(x, rungs.y(found[Glyph.CLAIMED])))


def _others(pen: Pen, beside: Beside, rungs: _Rungs) -> None:
    """The dashed bob of a supposed level, its dashed box while open, and the triangle of before."""
    x = rungs.x(PLUMB)
    if beside.supposed is not None:
        end = rungs.y(beside.supposed.low)
        outline = _bob(x, end - BOB_HEIGHT, BOB_WIDTH + 8, BOB_HEIGHT)
        pen.add(Path(outline, stroke=Role.INK, stroke_width=1.6, dash=(3.0, 2.0)))
        if beside.supposed.high > beside.supposed.low:
            above = rungs.y(beside.supposed.high)
            pen.add(supposed_box(x - 13, above, 26, end - BOB_HEIGHT - above))
    if beside.before is not None:
        pen.add(before_mark(x, rungs.y(beside.before) + 4))


def _claimed(x: float, y: float) -> tuple[Path, ...]:
    ring = Path(circle(x, y, 6.5), fill=Role.PAPER, stroke=Role.INK, stroke_width=1.6)
    return (ring,)


def _possible(x: float, y: float, width: float, height: float) -> Rectangle:
    return Rectangle(
        x,
        y,
        width,
        height,
        fill=Role.PANEL,
        stroke=Role.PRIMARY,
        stroke_width=1.2,
        dash=(3.0, 2.2),
    )


def rounded(x: float, y: float, width: float, height: float, radius: float) -> tuple[Command, ...]:
    """The outline of a rectangle with rounded corners."""
    right, bottom, arm = x + width, y + height, radius * (1 - CIRCLE)
    return (
        ("M", x + radius, y),
        ("L", right - radius, y),
        ("C", right - arm, y, right, y + arm, right, y + radius),
        ("L", right, bottom - radius),
        ("C", right, bottom - arm, right - arm, bottom, right - radius, bottom),
        ("L", x + radius, bottom),
        ("C", x + arm, bottom, x, bottom - arm, x, bottom - radius),
        ("L", x, y + radius),
        ("C", x, y + arm, x + arm, y, x + radius, y),
        ("Z",),
    )


def _bob(x: float, y: float, width: float, height: float) -> tuple[Command, ...]:
    """The bob's outline, its upper edge at y and its tip at y + height."""
    half = width / 2
    return polygon(
        (x - half, y),
        (x + half, y),
        (x + half * 0.83, y + height * 0.5),
        (x, y + height),
        (x - half * 0.83, y + height * 0.5),
    )
