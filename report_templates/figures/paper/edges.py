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
NUDGE, CLOSE = 2.6, 2.2
"""Trunks that would lie within ``CLOSE`` of each other are moved ``NUDGE`` apart."""


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
        self._ends = {id_: x(row.span.likely) for id_, row in self._rows.items() if row.span}
        self._trunks = self._spread(self._ends)
        self._right = x(len(figure.columns))
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
        """Where each action's trunk runs: right of its end, apart from the others."""
        taken: list[float] = []
        found: dict[str, float] = {}
        for id_, end in ends.items():
            x = end + NUDGE
            while any(abs(x - other) < CLOSE for other in taken):
                x += NUDGE
            taken.append(x)
            found[id_] = x
        return found

    def _elbow(self, pen: Pen, before: str, after: str, places: Places) -> None:
        start, goal = places[before], places[after]
        if goal.y <= start.y:
            return
        trunk, tip = self._trunks[before], self._tip(after)
        end = self._ends[before]
        head = goal.centre - BAR / 2 - 0.4
        points = [(end, start.centre), (trunk, start.centre)]
        if abs(trunk - tip) < NUDGE * 1.2:
            points[-1] = (tip, start.centre)
        else:
            points += [(trunk, goal.y + 3.4), (tip, goal.y + 3.4)]
        points.append((tip, head - 3.4))
        pen.add(_line(points))
        pen.add(_head(tip, head))

    def _tip(self, id_: str) -> float:
        return self._begins[id_] + 2.8

    def _stubs_out(
        self, pen: Pen, out: Mapping[str, list[str]], places: Places, bottom: float
    ) -> None:
        """Lines that end at the lower edge, each with the actions it leads to."""
        words = {
            before: self._figure.to_word.format(id=", ".join(after))
            for before, after in out.items()
        }
        for before in out:
            y, x = places[before].centre, self._trunks[before]
            pen.add(_line([(self._ends[before], y), (x, y), (x, bottom - 2)]))
        self._set(pen, {k: (self._trunks[k], w) for k, w in words.items()}, bottom - 3, -9.4)

    def _stubs_in(
        self, pen: Pen, into: Mapping[str, list[str]], places: Places, top: float
    ) -> None:
        """Lines that come from the upper edge, each with the actions it waits for."""
        words = {
            after: self._figure.from_word.format(id=", ".join(before))
            for after, before in into.items()
        }
        for after in into:
            x, head = self._tip(after), places[after].centre - BAR / 2 - 0.4
            pen.add(_line([(x, top), (x, head - 3.4)]), _head(x, head))
        self._set(pen, {k: (self._tip(k), w) for k, w in words.items()}, top + 8, 9.4)

    def _set(
        self, pen: Pen, labels: Mapping[str, tuple[float, str]], base: float, step: float
    ) -> None:
        """Words beside their lines, in a second line where they would touch, cut at the edge."""
        free = [0.0, 0.0]
        for x, text in sorted(labels.values()):
            line = 0 if x + 3 >= free[0] else 1
            words = pen.fit(text, WORDS, self._right - x - 3)
            if x + 3 >= free[line] and len(words) > 3:
                pen.on_plate((x + 3, base + line * step), words, WORDS)
                free[line] = x + 8 + pen.width(words, WORDS)


def _line(points: Sequence[tuple[float, float]]) -> Path:
    return Path(polygon(*points, closed=False), stroke=Role.INK2, stroke_width=0.8)


def _head(x: float, y: float) -> Path:
    return Path(polygon((x - 2.4, y - 4), (x + 2.4, y - 4), (x, y)), fill=Role.INK2)
