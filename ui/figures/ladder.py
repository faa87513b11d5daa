"""The ladder on screen: five rungs upright, and the plumb line hanging to the level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_templates.figures.marks import bars, flag
from report_templates.figures.model import Glyph, Ladder
from report_templates.figures.scene import Anchor, Item, Line, Role, Scene, Text, Weight
from ui.figures.screen_marks import BOB, bob, claimed, possible

RULER, LINE, WORDS = 40.0, 66.0, 96.0
"""Where ruler, plumb line and words stand, from the left."""
ABOVE, BELOW = 40.0, 30.0
"""Room above the highest and below the lowest rung."""
TICKS = 4
"""Parts of the ruler between two rungs."""


@dataclass(frozen=True)
class RungWords:
    """What stands beside one rung."""

    name: str
    words: str
    share: str


@dataclass(frozen=True)
class LadderPlan:
    """Places of the ladder's parts, in pixels; ``scale`` is the text's."""

    width: float
    height: float
    rungs: int = 5
    scale: float = 1.0

    @property
    def pitch(self) -> float:
        """From one rung to the next."""
        return (self.height - (ABOVE + BELOW) * self.scale) / (self.rungs - 1)

    def y(self, level: float) -> float:
        """Where a level's rung is."""
        return ABOVE * self.scale + (self.rungs - 1 - level) * self.pitch

    def level(self, y: float) -> int:
        """The rung nearest to a place."""
        found = round(self.rungs - 1 - (y - ABOVE * self.scale) / self.pitch)
        return max(0, min(self.rungs - 1, found))


def ladder(figure: Ladder, words: Mapping[int, RungWords], plan: LadderPlan) -> Scene:
    """The whole ladder but its level chips, which stand at x = 0 on each rung."""
    items: list[Item] = []
    for step in figure.steps:
        items += _rung(plan, step.level, words[step.level])
    items += _ruler(plan)
    items += _plumb(figure, plan)
    return Scene(plan.width, plan.height, tuple(items), figure.alt)


def _rung(plan: LadderPlan, level: int, words: RungWords) -> list[Item]:
    y, size = plan.y(level), plan.scale
    right = plan.width

    def text(x: float, at: float, what: str, weight: Weight, px: float, tone: Role) -> Item:
        anchor: Anchor = "end" if x == right else "start"
        return Text(x, at, what, weight, px * size, tone, anchor, ref=f"level:{level}")

    return [
        Line(28, y, right, y, stroke=Role.RULE1, stroke_width=1, ref=f"level:{level}"),
        text(WORDS, y - 8 * size, words.name, Weight.SEMIBOLD, 13, Role.INK),
        text(right, y - 8 * size, words.share, Weight.MEDIUM, 12, Role.INK2),
        text(WORDS, y + 17 * size, words.words, Weight.REGULAR, 12, Role.INK2),
    ]


def _ruler(plan: LadderPlan) -> list[Item]:
    top, bottom = plan.y(plan.rungs - 1), plan.y(0)
    items: list[Item] = [Line(RULER, top, RULER, bottom, stroke=Role.RULE2, stroke_width=1)]
    parts = (plan.rungs - 1) * TICKS
    for part in range(1, parts):
        if part % TICKS:
            y = top + (bottom - top) * part / parts
            items.append(Line(RULER - 4, y, RULER, y, stroke=Role.RULE2, stroke_width=1))
    return items


def _plumb(figure: Ladder, plan: LadderPlan) -> list[Item]:
    """Cap, line and bob, and the other marks beside or on the line."""
    at = {mark.kind: mark.level for mark in figure.marks}
    top = plan.y(plan.rungs - 1) - 32 * plan.scale
    items: list[Item] = []
    low = at.get(Glyph.NOW)
    if low is not None:
        foot = plan.y(low)
        if Glyph.POSSIBLE in at:
            head = plan.y(at[Glyph.POSSIBLE])
            items.append(possible(LINE - 8.5, head, 17, foot - BOB[1] - head))
        items.append(Line(LINE - 14, top, LINE + 14, top, stroke=Role.INK, stroke_width=2))
        items.append(Line(LINE, top, LINE, foot - BOB[1], stroke=Role.INK, stroke_width=1.4))
        items.append(bob(LINE, foot))
    if Glyph.VERIFIED in at:
        items += bars(4, (RULER + LINE) / 2 - 1, plan.y(at[Glyph.VERIFIED]) - 8, Role.PRIMARY)
    if Glyph.CLAIMED in at:
        beside = 17 if at[Glyph.CLAIMED] == low else 0
        items.append(claimed(LINE + beside, plan.y(at[Glyph.CLAIMED])))
    if Glyph.TARGET in at:
        foot = plan.y(at[Glyph.TARGET])
        shared = at[Glyph.TARGET] in (low, at.get(Glyph.CLAIMED))
        items += flag(LINE + (15 if shared else 0), foot - 20, foot, Role.ACCENT)
    return items
