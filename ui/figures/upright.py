"""The ladder for the window: rungs one above the other, and the plumb bob hanging to the level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagements.language import tr
from report_templates.figures.marks import BOX, mark
from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.model import Glyph, Ladder, LevelMark
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

CHIP = 26.0
RULER = 40.0
"""Where the ruler's line stands, from the left."""
PLUMB = 66.0
"""Where the plumb line hangs."""
WORDS = 88.0
"""Where names begin."""
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
    """Where levels are."""

    pitch: float
    top: float

    def y(self, level: int, highest: int) -> float:
        return self.top + (highest - level) * self.pitch


def upright(
    figure: Ladder,
    notes: Mapping[int, RungNote],
    width: float,
    height: float,
    *,
    beside: Beside = NOTHING,
    metrics: Metrics | None = None,
) -> Scene:
    """Rungs from the highest at the top; ``notes`` stand beside them, by level.

    ``beside`` adds a supposed level, dashed, and the triangle of an earlier one.

    The reference of a rung is ``level:2``; what it says in words is its sum.
    """
    pen = Pen(metrics or bundled())
    highest = max(step.level for step in figure.steps)
    pitch = min(104.0, (height - TOP - BOTTOM) / max(1, highest))
    rungs = _Rungs(pitch, TOP)
    last = rungs.y(0, highest)
    _ruler(pen, rungs, highest, last)
    for step in figure.steps:
        y = rungs.y(step.level, highest)
        note = notes.get(step.level, RungNote(""))
        pen.add(
            Rectangle(
                WORDS - 8,
                y - 26,
                width - WORDS + 8,
                min(52, height - y + 26),
                ref=f"level:{step.level}",
                alt=note.sum,
            )
        )
        pen.add(Line(CHIP + 4, y, width, y, stroke=Role.RULE1, stroke_width=1))
        _chip(pen, step.level, y, f"{step.level} {step.name}")
        worded = [m for m in figure.marks if m.level == step.level and _beside(m)]
        edge = width - 2
        pen.text((edge, y - 8), note.share, WORD, "end")
        edge -= pen.width(note.share, WORD) + (8 if note.share else 0)
        name = pen.width(step.name, NAME)
        right = _beside_marks(pen, worded, edge, y, edge - WORDS - name)
        pen.text((WORDS, y - 8), pen.fit(step.name, NAME, right - WORDS), NAME)
        for line, words in enumerate(pen.wrap(note.words, COUNT, width - WORDS, 2)):
            pen.text((WORDS, y + 17 + 15 * line), words, COUNT)
    _plumb(pen, figure, rungs, highest)
    _others(pen, beside, rungs, highest)
    return pen.scene(width, height, figure.alt)


def legend(
    entries: tuple[tuple[Glyph, str], ...], width: float, *, before: str = "", supposed: str = ""
) -> Scene:
    """What the marks mean, one below the other, each with its level in words.

    The reference of a line is ``mark:now``; ``before`` and ``supposed`` are lines of their own.
    """
    pen = Pen(bundled())
    lines: list[tuple[Glyph | str, str]] = list(entries)
    lines += [("supposed", supposed)] if supposed else []
    lines += [("before", before)] if before else []
    for number, (glyph, words) in enumerate(lines):
        y = LEGEND_PITCH * (number + 0.5)
        top = LEGEND_PITCH * number
        ref = f"mark:{glyph}"
        pen.add(Rectangle(0, top, width, LEGEND_PITCH, ref=ref, alt=words))
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
        pen.text((28, y + 4), pen.fit(words, WORD, width - 28), WORD)
    return pen.scene(width, LEGEND_PITCH * len(lines), ", ".join(word for _, word in lines))


def _beside(item: LevelMark) -> bool:
    """Target and verified stand with their words beside the name, not on the plumb line."""
    return item.kind in (Glyph.TARGET, Glyph.VERIFIED)


def _beside_marks(pen: Pen, marks: list[LevelMark], right: float, y: float, room: float) -> float:
    """Marks ending at ``right``, with their words if those fit ``room``; where they begin."""
    needs = sum(pen.width(item.word, WORD) + 2 * BOX + 10 for item in marks)
    words = needs <= room
    for item in marks:
        if words:
            right -= pen.width(item.word, WORD)
            pen.text((right, y - 8), item.word, WORD)
        right -= BOX / 2 + (8 if item.kind is Glyph.VERIFIED else 3)
        pen.extend(mark(item.kind, right, y - 12.5))
        right -= BOX / 2 + 5
    return right


def _ruler(pen: Pen, rungs: _Rungs, highest: int, last: float) -> None:
    pen.add(Line(RULER, rungs.top, RULER, last, stroke=Role.RULE2, stroke_width=1))
    step = rungs.pitch / 4
    for number in range(4 * highest + 1):
        if number % 4:
            y = rungs.top + number * step
            pen.add(Line(RULER - 4, y, RULER, y, stroke=Role.RULE2, stroke_width=1))


def _chip(pen: Pen, level: int, y: float, alt: str) -> None:
    outline = rounded(0.5, y - CHIP / 2 + 0.5, CHIP - 1, CHIP - 1, 3)
    pen.add(Path(outline, fill=Role.level(level), ref=f"level:{level}", alt=alt))
    pen.text((CHIP / 2, y + 4.6), str(level), NUMERAL.on(Role.on_level(level)), "middle")


def _plumb(pen: Pen, figure: Ladder, rungs: _Rungs, highest: int) -> None:
    """The line from above, the dashed box while unknowns are open, the bob, the claimed circle."""
    found = {item.kind: item.level for item in figure.marks}
    now = found.get(Glyph.NOW)
    end = rungs.y(now, highest) if now is not None else rungs.y(0, highest)
    pen.add(Line(PLUMB - 14, 4, PLUMB + 14, 4, stroke=Role.INK, stroke_width=2))
    if now is not None and Glyph.POSSIBLE in found:
        above = rungs.y(found[Glyph.POSSIBLE], highest)
        pen.add(_possible(PLUMB - 9, above, 18, end - above))
    hangs = end - BOB_HEIGHT + 3 if now is not None else end
    pen.add(Line(PLUMB, 4, PLUMB, hangs, stroke=Role.INK, stroke_width=1.4))
    if now is not None:
        bob = _bob(PLUMB, end - BOB_HEIGHT, BOB_WIDTH, BOB_HEIGHT)
        pen.add(
            Path(bob, fill=Role.PRIMARY, ref=f"level:{now}", alt=tr("Level {level}", level=now))
        )
    if Glyph.CLAIMED in found:
        y = rungs.y(found[Glyph.CLAIMED], highest)
        pen.extend(_claimed(PLUMB, y))


def _others(pen: Pen, beside: Beside, rungs: _Rungs, highest: int) -> None:
    """The dashed bob of a supposed level, its dashed box while open, and the triangle of before."""
    if beside.supposed is not None:
        end = rungs.y(beside.supposed.low, highest)
        outline = _bob(PLUMB, end - BOB_HEIGHT, BOB_WIDTH + 8, BOB_HEIGHT)
        pen.add(Path(outline, stroke=Role.INK, stroke_width=1.6, dash=(3.0, 2.0)))
        if beside.supposed.high > beside.supposed.low:
            above = rungs.y(beside.supposed.high, highest)
            pen.add(supposed_box(PLUMB - 13, above, 26, end - BOB_HEIGHT - above))
    if beside.before is not None:
        pen.add(before_mark(PLUMB, rungs.y(beside.before, highest) + 4))


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
