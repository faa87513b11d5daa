"""Dependencies on a timeline: elbows between rows, and stubs where one leaves the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from report_templates.figures.model import Gantt, GanttRow
from report_templates.figures.paper.spans import BAR
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import Path, Role, Weight, polygon

Places = Mapping[str, Box]
"""Where each row of one page lies, by action id."""
WORDS = Style(Weight.REGULAR, 7, Role.INK2)
BEFORE, NUDGE, CLOSE = 6.0, 3.6, 3.0
"""A trunk runs so far before its action's end; trunks closer than ``CLOSE`` are moved apart."""


class Edges:
    """All drawn dependencies of a figure, with the pages their ends lie on."""

    ROOM = 22.0
    """Height of the band that stubs with their words take on a page."""

    def __init__(
        self, figure: Gantt, parts: Sequence[tuple[GanttRow, ...]], x: Callable[[float], float]
    ) -> None:
        self.parts = parts
        self._figure = figure
        self._page = {row.id: number for number, rows in enumerate(parts) for row in rows}
        self._rows = {row.id: row for row in figure.rows if row.span is not None}
        self._begins = {id_: x(row.span.begins) for id_, row in self._rows.items() if row.span}
        self._left, self._right = x(0), x(len(figure.columns))
        self._trunks = self._spread({i: x(r.span.likely) for i, r in self._rows.items() if r.span})
        self._pairs = [
            (before, row.id)
            for row in self._rows.values()
            for before in row.after
            if before in self._rows
        ]

    def comes_in(self, number: int) -> bool:
        """True when a dependency reaches this page from an earlier one."""
        return any(
            self._page[after] == number and self._page[before] < number
            for before, after in self._pairs
        )

    def goes_out(self, number: int) -> bool:
        """True when a dependency leaves this page for a later one."""
        return any(
            self._page[before] == number and self._page[after] > number
            for before, after in self._pairs
        )

    def draw(self, pen: Pen, number: int, places: Places, room: tuple[float, float]) -> None:
        """All edges and stubs of one page; ``room`` is from the head's rule to the last row's."""
        out: defaultdict[str, list[str]] = defaultdict(list)
        into: defaultdict[str, list[str]] = defaultdict(list)
        for before, after in self._pairs:
            if before in places and after in places:
                self._elbow(pen, before, after, places)
            elif before in places and self._page[after] > number:
                out[before].append(after)
            elif after in places and self._page[before] < number:
                into[after].append(before)
        self._stubs_out(pen, out, places, room[1])
        self._stubs_in(pen, into, places, room[0])

    def _spread(self, ends: Mapping[str, float]) -> dict[str, float]:
        """Where each action's trunk runs: just before its end, apart from the others."""
        leads = {before for row in self._rows.values() for before in row.after}
        taken: list[float] = []
        found: dict[str, float] = {}
        for id_ in (one for one in ends if one in leads):
            first = max(self._begins[id_] + 1, ends[id_] - BEFORE)
            x = first
            while any(abs(x - other) < CLOSE for other in taken) and x - NUDGE > self._begins[id_]:
                x -= NUDGE
            taken.append(x)
            found[id_] = x
        return found

    def _elbow(self, pen: Pen, before: str, after: str, places: Places) -> None:
        start, goal, x = places[before], places[after], self._trunks[before]
        if goal.y > start.y:
            self._into(pen, x, start.centre + BAR / 2, after, goal)

    def _into(self, pen: Pen, x: float, top: float, after: str, goal: Box) -> None:
        """Down from ``top`` at ``x`` and, at the height of the bar, to its left end."""
        tip = self._begins[after]
        x = min(x, max(self._left + 1, tip - 4.6))
        pen.add(_line([(x, top), (x, goal.centre), (tip - 2, goal.centre)]))
        pen.add(_head(tip - 0.2, goal.centre))

    def _stubs_out(
        self, pen: Pen, out: Mapping[str, list[str]], places: Places, bottom: float
    ) -> None:
        """Lines that end at the lower edge, each with the actions it leads to."""
        labels: list[tuple[float, str]] = []
        for before, after in out.items():
            x = self._trunks[before]
            pen.add(_line([(x, places[before].centre + BAR / 2), (x, bottom - 2)]))
            labels.append((x, self._figure.to_word.format(id=", ".join(after))))
        self._set(pen, labels, bottom - 3, -9.4)

    def _stubs_in(
        self, pen: Pen, into: Mapping[str, list[str]], places: Places, top: float
    ) -> None:
        """Lines that come from the upper edge, each with the actions it waits for."""
        labels: list[tuple[float, str]] = []
        for after, before in into.items():
            x = max(self._left + 1, self._begins[after] - BEFORE)
            self._into(pen, x, top, after, places[after])
            labels.append((x, self._figure.from_word.format(id=", ".join(before))))
        self._set(pen, labels, top + 8, 9.4)

    def _set(self, pen: Pen, labels: Sequence[tuple[float, str]], base: float, step: float) -> None:
        """Words beside their lines, in a second line where they would touch, cut at the edge."""
        free = [0.0, 0.0]
        for x, text in sorted(labels):
            line = 0 if x + 3 >= free[0] else 1
            words = pen.fit(text, WORDS, self._right - x - 3)
            if x + 3 >= free[line] and len(words) > 3:
                pen.on_plate((x + 3, base + line * step), words, WORDS)
                free[line] = x + 8 + pen.width(words, WORDS)


def _line(points: Sequence[tuple[float, float]]) -> Path:
    return Path(polygon(*points, closed=False), stroke=Role.INK2, stroke_width=0.8)


def _head(x: float, y: float) -> Path:
    return Path(polygon((x - 4, y - 2.4), (x, y), (x - 4, y + 2.4)), fill=Role.INK2)
