"""Dimension bars on screen: one row each on an axis of levels 0 to 4."""

from __future__ import annotations

from dataclasses import dataclass

from report_templates.figures.marks import flag
from report_templates.figures.model import HeatRow
from report_templates.figures.scene import Item, Line, Rectangle, Role, Scene, Text, Weight
from ui.figures.screen_marks import claimed, debt, possible

TOP = 4
SLIVER = 5.0
"""Width of level 0 on the axis, which has none by itself."""
GAP = 16.0


@dataclass(frozen=True)
class BarPlan:
    """Places across a row, in pixels: the name, the axis, the level in words."""

    width: float
    scale: float = 1.0

    @property
    def left(self) -> float:
        """Where the axis begins; the name has the room before it."""
        return round(min(190 * self.scale, self.width * 0.34))

    @property
    def words(self) -> float:
        """Where the level in words begins."""
        return self.width - 54 * self.scale

    @property
    def unit(self) -> float:
        """The width of one level."""
        return (self.words - GAP - self.left) / TOP

    @property
    def bar(self) -> float:
        """The height of a bar."""
        return 18 * self.scale

    def x(self, level: float) -> float:
        """Where a level is on the axis."""
        return self.left + level * self.unit


def axis(plan: BarPlan, height: float, target: int | None, level_head: str) -> Scene:
    """The head of the bars: level numbers, the target's flag, the column's name."""
    base = height - 8 * plan.scale
    items: list[Item] = [
        Text(plan.x(n), base, str(n), Weight.SEMIBOLD, 12 * plan.scale, Role.INK2, "middle")
        for n in range(TOP + 1)
    ]
    if target is not None:
        items += flag(plan.x(target) + 9, base - 11, base + 1, Role.ACCENT)
    style = (Weight.SEMIBOLD, 12 * plan.scale, Role.INK2)
    items.append(Text(plan.words, base, level_head, *style))
    return Scene(plan.width, height, tuple(items))


def row(figure: HeatRow, name: tuple[str, ...], level: str, plan: BarPlan, height: float) -> Scene:
    """One dimension: its name (one or two lines), its bar with marks, its level in words."""
    middle = height / 2
    items: list[Item] = [
        Line(plan.x(n), 0, plan.x(n), height, stroke=_rule(n, figure.target), stroke_width=1)
        for n in range(TOP + 1)
    ]
    items += _name(name, plan, middle)
    if figure.assessed:
        items += _bar(figure, plan, middle)
    style = (Weight.SEMIBOLD, 13 * plan.scale, Role.INK)
    items.append(Text(plan.words, middle + 4.5 * plan.scale, level, *style))
    return Scene(plan.width, height, tuple(items))


def _rule(level: int, target: int | None) -> Role:
    return Role.RULE2 if level == target else Role.RULE1


def _name(lines: tuple[str, ...], plan: BarPlan, middle: float) -> list[Item]:
    pitch = 16 * plan.scale
    first = middle + 4.5 * plan.scale - pitch * (len(lines) - 1) / 2
    style = (Weight.MEDIUM, 13 * plan.scale, Role.INK)
    return [Text(0, first + pitch * number, words, *style) for number, words in enumerate(lines)]


def _bar(figure: HeatRow, plan: BarPlan, middle: float) -> list[Item]:
    top, high = middle - plan.bar / 2, plan.bar
    items: list[Item] = [
        Rectangle(plan.x(n - 1), top, plan.unit + 0.5, high, fill=Role.level(n))
        for n in range(1, figure.low + 1)
    ]
    if figure.low == 0:
        items.append(Rectangle(plan.x(0), top, SLIVER, high, fill=Role.LEVEL0))
    owed = [cell.level for cell in figure.cells if cell.debt]
    if figure.high > figure.low:
        left = plan.x(figure.low) + (SLIVER if figure.low == 0 else 0)
        items.append(possible(left, top, plan.x(figure.high) - left, high))
        taken = any(figure.low < n <= figure.high for n in owed)
        at = left + plan.unit * 0.22 if taken else (left + plan.x(figure.high)) / 2
        style = (Weight.SEMIBOLD, 12 * plan.scale, Role.PRIMARY)
        items.append(Text(at, middle + 4.5 * plan.scale, "?", *style, "middle"))
    for level in owed:
        items += debt(plan.x(level - 0.5), middle)
    if figure.claimed is not None and figure.claimed != figure.low:
        items.append(claimed(plan.x(figure.claimed), middle))
    return items
