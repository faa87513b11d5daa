"""Levels over assessments on an axis true to their dates: the whole, then each dimension."""

# matplotlib is not typed throughout.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import nan
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from report_templates.figures.metrics import Metrics, bundled
from report_templates.figures.pen import Box, Style
from report_templates.figures.plotted.renderer import canvas, scene_of, tint
from report_templates.figures.scene import Role, Scene, Weight
from report_templates.figures.trend_model import TrendFigure, TrendLevel, TrendLine

MOST_YEARS = 12
"""Years that the axis names."""
LEFT, RIGHT, STEP, DATES = 96.0, 58.0, 21.0, 31.0
"""Of the whole: room for the levels' names and the target's word, a level's height, the dates'."""
COLUMNS, GUTTER, SMALL_STEP, APART = 3, 16.0, 9.5, 9.0
"""Of a dimension: columns, what parts them, a level's height, what is below it."""
SMALL_LEFT, SMALL_RIGHT = 11.0, 24.0
"""Room beside a dimension's levels for their numerals, and for the newest level."""
TITLE, SECOND = 13.0, 9.5
"""Height of a name, and of its second line."""
BELOW, ABOVE = 0.4, 0.4
"""Levels of room under the lowest and over the highest one; more over it for its words."""
LEGEND, MOST = 16.0, 12
"""Height of the legend; dimensions in one scene."""
PAD, NEAR, MONTH = 12.0, 5.0, 30
"""Points beside the first and last assessment, and between words; days around a single day."""
SMALL_HIGH = SMALL_STEP * (4 + BELOW + ABOVE)
SMALL = Style(Weight.REGULAR, 7, Role.INK2)
NAME = Style(Weight.MEDIUM, 7.5, Role.INK)
CODE = Style(Weight.SEMIBOLD, 7.5, Role.INK2)
VALUE = Style(Weight.SEMIBOLD, 8, Role.INK)
TARGET = Style(Weight.SEMIBOLD, 7.5, Role.ACCENT)
DASHED = (0, (4, 2.5))
PLATE = {"boxstyle": "square,pad=0.1", "facecolor": tint(Role.PAPER), "edgecolor": "none"}
"""What keeps lines from running through words."""
DRESS: dict[Any, Any] = {
    "text.parse_math": False,
    "lines.markerfacecolor": "none",
    "lines.scale_dashes": False,
    "lines.solid_capstyle": "butt",
    "lines.dash_capstyle": "butt",
    "axes.axisbelow": True,
}
"""What differs from matplotlib's own settings."""


def trends(
    figure: TrendFigure, width: float = 493.3, *, metrics: Metrics | None = None
) -> tuple[Scene, ...]:
    """The trend as one scene, or as several when there are many dimensions.

    A line keeps a level until the next assessment: nothing is known between two, so nothing is
    drawn as if it were. A bar reaches from the level to what open answers still leave possible.
    """
    parts = [figure.lines[at : at + MOST] for at in range(0, len(figure.lines), MOST)] or [()]
    with mpl.rc_context(DRESS):
        return tuple(
            _Trend(figure, lines, width, metrics or bundled(), whole=not place).scene()
            for place, lines in enumerate(parts)
        )


class _Trend:
    """One scene; ``whole`` when the overall level and the legend are on it."""

    def __init__(
        self,
        figure: TrendFigure,
        lines: Sequence[TrendLine],
        width: float,
        metrics: Metrics,
        *,
        whole: bool,
    ) -> None:
        self._said, self._lines, self._metrics, self._whole = figure, lines, metrics, whole
        self._days = [one.day.toordinal() for one in figure.points]
        self._pitch = (width + GUTTER) / COLUMNS
        self._names = [self._name(line) for line in lines]
        y = TITLE + STEP * (4 + BELOW + 2 * ABOVE) + DATES if whole else 0.0
        self._tops: list[float] = []
        """Where the axes of each dimension begin."""
        for at in range(0, len(lines), COLUMNS):
            names = self._names[at : at + COLUMNS]
            y += TITLE + SECOND * (max(map(len, names)) - 1)
            self._tops += [y] * len(names)
            y += SMALL_HIGH + APART
        self._width, self._height = width, y + LEGEND * whole
        self._figure: Figure = canvas(width, self._height)

    def scene(self) -> Scene:
        """Everything drawn, the whole first."""
        if self._whole:
            self._overall()
        for place, line in enumerate(self._lines):
            self._dimension(line, place)
        if self._whole:
            self._legend()
        return scene_of(self._figure, self._metrics, self._said.alt)

    def _overall(self) -> None:
        wide = self._width - LEFT - RIGHT
        box = Box(LEFT, TITLE, wide, STEP * (4 + BELOW + 2 * ABOVE))
        self._set(0, 8, self._said.overall.name, NAME)
        axes = self._axes(box, 2 * ABOVE)
        names = [
            self._metrics.fit(f"{one.label} {one.about}".strip(), SMALL.weight, 7, LEFT - 8)
            for one in self._said.heads
        ]
        axes.set_yticks(range(len(names)), labels=names, **_said(SMALL))
        self._dates(axes, wide)
        self._course(axes, self._said.overall, 3.8)
        places = [
            (day, one)
            for day, one in zip(self._days, self._said.overall.levels, strict=True)
            if one is not None
        ]
        words = [(day, one.text, VALUE) for day, one in places]
        for at in self._apart(axes, wide, words):
            self._over(axes, *places[at])
        if self._said.target is not None:
            word = self._metrics.fit(self._said.target_word, TARGET.weight, 7.5, RIGHT - 5)
            self._set(LEFT + wide + 5, self._y(box, self._said.target) + 2.6, word, TARGET)

    def _over(self, axes: Axes, day: int, level: TrendLevel) -> None:
        """The level in figures over its mark."""
        axes.annotate(
            level.text,
            (day, level.high),
            xytext=(0, 6.5),
            textcoords="offset points",
            ha="center",
            va="baseline",
            bbox=PLATE,
            **_said(VALUE),
        )

    def _dates(self, axes: Axes, wide: float) -> None:
        """Days of assessments under their marks, then where each year begins."""
        points = self._said.points
        words = [(day, one.label, SMALL) for day, one in zip(self._days, points, strict=True)]
        shown = [words[at] for at in self._apart(axes, wide, words)]
        axes.set_xticks(
            [day for day, *_ in shown], labels=[word for _, word, _ in shown], **_said(SMALL)
        )
        years = self._years(axes)
        axes.set_xticks(
            list(years), labels=[str(one) for one in years.values()], minor=True, **_said(CODE)
        )
        axes.tick_params(axis="x", which="minor", pad=15)

    def _name(self, line: TrendLine) -> tuple[str, ...]:
        """A dimension's name beside its code, in one line or two."""
        beside = SMALL_LEFT + self._beside(line)
        room = self._pitch - GUTTER - beside
        return self._metrics.wrap(line.name, NAME.weight, NAME.size, room, 2) or ("",)

    def _beside(self, line: TrendLine) -> float:
        return self._metrics.width(line.code, CODE.weight, CODE.size) + 5

    def _dimension(self, line: TrendLine, place: int) -> None:
        x, top = place % COLUMNS * self._pitch + SMALL_LEFT, self._tops[place]
        names = self._names[place]
        first = top - 5 - SECOND * (len(names) - 1)
        self._set(x, first, line.code, CODE)
        for at, name in enumerate(names):
            self._set(x + self._beside(line), first + SECOND * at, name, NAME)
        wide = self._pitch - GUTTER - SMALL_LEFT - SMALL_RIGHT
        axes = self._axes(Box(x, top, wide, SMALL_HIGH), ABOVE)
        axes.set_yticks(range(5), labels=["0", "", "2", "", "4"], **_said(SMALL))
        axes.set_xticks(list(self._years(axes)), labels=[], minor=True)
        axes.set_xticks([])
        self._course(axes, line, 3.2)
        last = line.levels[-1]
        if last is not None:
            axes.annotate(
                last.text,
                (self._days[-1], last.low),
                xytext=(6, -2.6),
                textcoords="offset points",
                bbox=PLATE,
                **_said(VALUE),
            )

    def _axes(self, box: Box, above: float) -> Axes:
        """Axes of levels by days, a hairline at every level."""
        place = (
            box.x / self._width,
            1 - box.bottom / self._height,
            box.width / self._width,
            box.height / self._height,
        )
        axes = self._figure.add_axes(place, frameon=False)
        first, last = min(self._days), max(self._days)
        pad = (last - first) * PAD / (box.width - 2 * PAD) or MONTH
        axes.set_xlim(first - pad, last + pad)
        axes.set_ylim(-BELOW, 4 + above)
        axes.grid(axis="y", color=tint(Role.RULE1), linewidth=0.5)
        axes.grid(axis="x", which="minor", color=tint(Role.RULE1), linewidth=0.5)
        axes.tick_params(which="both", length=0, pad=4)
        axes.xaxis.remove_overlapping_locs = False
        return axes

    def _course(self, axes: Axes, line: TrendLine, radius: float) -> None:
        """Target, course, what is possible, and a mark at each assessment."""
        if self._said.target is not None:
            axes.axhline(
                self._said.target, color=tint(Role.ACCENT), linewidth=0.9, linestyle=DASHED
            )
        low = [nan if one is None else one.low for one in line.levels]
        high = [nan if one is None else one.high for one in line.levels]
        axes.step(self._days, low, where="post", color=tint(Role.PRIMARY), linewidth=1.4, zorder=3)
        open_ = [at for at, one in enumerate(line.levels) if one and one.high > one.low]
        axes.errorbar(
            [self._days[at] for at in open_],
            [low[at] for at in open_],
            yerr=[[0.0] * len(open_), [high[at] - low[at] for at in open_]],
            fmt="none",
            ecolor=tint(Role.INK2),
            elinewidth=1.1,
            capsize=2.6,
            capthick=1.1,
            zorder=4,
        )
        for day, level, point in zip(self._days, low, self._said.points, strict=True):
            dot = _dot(radius, other=point.other)
            axes.plot([day], [level], linestyle="none", **dot, zorder=5, clip_on=False)

    def _legend(self) -> None:
        """Samples of what is drawn, at the foot."""
        said = self._said
        samples: list[Any] = [Line2D([], [], color=tint(Role.PRIMARY), linewidth=1.4, **_dot(3.8))]
        words = [said.level]
        if any(point.other for point in said.points):
            samples.append(Line2D([], [], linestyle="none", **_dot(3.8, other=True)))
            words.append(said.other)
        bar: dict[str, Any] = {
            "linestyle": "none",
            "marker": "|",
            "markersize": 9,
            "markeredgewidth": 1.1,
        }
        samples.append(Line2D([], [], color=tint(Role.INK2), **bar))
        words.append(said.possible)
        if said.target is not None:
            samples.append(Line2D([], [], color=tint(Role.ACCENT), linewidth=0.9, linestyle=DASHED))
            words.append(said.target_word)
        found = self._figure.legend(
            samples,
            words,
            loc="lower left",
            bbox_to_anchor=(0, 0),
            ncols=len(words),
            frameon=False,
            borderpad=0,
            borderaxespad=0,
            columnspacing=2,
            handlelength=3,
            handletextpad=0.8,
            prop={"size": SMALL.size, "weight": 400},
            labelcolor=tint(SMALL.colour),
        )
        found.set_in_layout(False)

    def _years(self, axes: Axes) -> dict[int, int]:
        """Where each year begins within the axes; of very many years some."""
        least, most = date.min.toordinal(), date.max.toordinal()
        first, last = (min(max(one, least), most) for one in axes.get_xlim())
        years = range(date.fromordinal(int(first)).year, date.fromordinal(int(last)).year + 1)
        years = years[:: -(-len(years) // MOST_YEARS)]
        begins = {date(year, 1, 1).toordinal(): year for year in years}
        return {day: year for day, year in begins.items() if first <= day <= last}

    def _apart(self, axes: Axes, wide: float, words: Sequence[tuple[int, str, Style]]) -> list[int]:
        """Which words, centred on their days, keep apart, newest first; the table has them all."""
        first, last = axes.get_xlim()
        found, free = list[int](), self._width
        for at, (day, word, style) in reversed(list(enumerate(words))):
            half = self._metrics.width(word, style.weight, style.size) / 2
            middle = (day - first) / (last - first) * wide
            if middle + half <= free:
                found.append(at)
                free = middle - half - NEAR
        return found

    def _set(self, x: float, y: float, words: str, style: Style) -> None:
        """One line of words with its base line's left end there, from the top left corner."""
        self._figure.text(
            x / self._width, 1 - y / self._height, words, va="baseline", **_said(style)
        )

    @staticmethod
    def _y(box: Box, level: int) -> float:
        return box.bottom - (level + BELOW) * STEP


def _said(style: Style) -> dict[str, Any]:
    """How matplotlib sets words of a style."""
    weight = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600}[style.weight]
    return {"fontsize": style.size, "fontweight": weight, "color": tint(style.colour)}


def _dot(radius: float, *, other: bool = False) -> dict[str, Any]:
    """A mark of a level: filled, or hollow when it is by another rule set."""
    face, edge = (Role.PAPER, Role.PRIMARY) if other else (Role.PRIMARY, Role.PAPER)
    return {
        "marker": "o",
        "markersize": 2 * radius,
        "markerfacecolor": tint(face),
        "markeredgecolor": tint(edge),
        "markeredgewidth": 1.2,
    }
