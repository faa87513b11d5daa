"""Dependencies on a timeline: elbows between rows, and stubs where one leaves the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from report_templates.figures.model import Gantt, GanttRow
from report_templates.figures.paper.spans import BAR
from report_templates.figures.pen import Box, Pen, Style
from report_templates.figures.scene import Path, Role, Weight, polygon
from report_templates.words import filled

Places = Mapping[str, Box]
"""Where each row of one page lies, by action id."""
WORDS = Style(Weight.REGULAR, 7, Role.INK2)
BEFORE, NUDGE, CLOSE = 6.0, 3.6, 3.0
"""A trunk runs so far before its action's end; trunks closer than ``CLOSE`` are moved apart."""
STEP, EDGE = 9.4, 3.2
"""Height of a line of words at a page's edge; room of the band of such lines besides."""
MOST_LINES = 6
"""Where words would need more lines, they join others, whose plates end their lines."""


@dataclass(frozen=True)
class _Stub:
    """A line to or from another page: where it runs, the row it touches here, the other ends."""

    x: float
    row: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class _Label:
    """Words beside one or more stubs on a line of the band, counted from the page's edge."""

    xs: tuple[float, ...]
    words: str
    line: int
    left: float
    right: float


class Edges:
    """All drawn dependencies of a figure, with the pages their ends lie on."""

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

    def above(self, pen: Pen, number: int) -> float:
        """Height of the band that stubs from earlier pages take with their words."""
        return _band(self._labels(pen, self._stubs_in(number), self._figure.from_word))

    def below(self, pen: Pen, number: int) -> float:
        """Height of the band that stubs to later pages take with their words."""
        return _band(self._labels(pen, self._stubs_out(number), self._figure.to_word))

    def room(self, pen: Pen) -> float:
        """Height of the highest band on any page."""
        pages = range(len(self.parts))
        return max(max(self.above(pen, one), self.below(pen, one)) for one in pages)

    def draw(self, pen: Pen, number: int, places: Places, room: tuple[float, float]) -> None:
        """All edges and stubs of one page; ``room`` is from the head's rule to the last row's."""
        for before, after in self._pairs:
            if before in places and after in places:
                self._elbow(pen, before, after, places)
        top, bottom = room
        out, into = self._stubs_out(number), self._stubs_in(number)
        labels = self._labels(pen, out, self._figure.to_word)
        for stub in out:
            end = bottom - 2 - _outer(stub, labels)
            pen.add(_line([(stub.x, places[stub.row].centre + BAR / 2), (stub.x, end)]))
        _set(pen, labels, bottom - 3, -STEP)
        labels = self._labels(pen, into, self._figure.from_word)
        for stub in into:
            begin = top + _outer(stub, labels)
            self._into(pen, stub.x, begin, stub.row, places[stub.row])
        _set(pen, labels, top + 8, STEP)

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

    def _stubs_out(self, number: int) -> list[_Stub]:
        """Lines that end at the lower edge, each with the actions it leads to."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for before, after in self._pairs:
            if self._page[before] == number < self._page[after]:
                found[before].append(after)
        return [_Stub(self._trunks[row], row, tuple(ids)) for row, ids in found.items()]

    def _stubs_in(self, number: int) -> list[_Stub]:
        """Lines that come from the upper edge, each with the actions it waits for."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for before, after in self._pairs:
            if self._page[before] < number == self._page[after]:
                found[after].append(before)
        return [
            _Stub(max(self._left + 1, self._begins[row] - BEFORE), row, tuple(ids))
            for row, ids in found.items()
        ]

    def _labels(self, pen: Pen, stubs: Sequence[_Stub], word: str) -> list[_Label]:
        """The words of all stubs; those that would find no place join the ones before."""
        groups: list[tuple[tuple[float, ...], tuple[str, ...]]] = []
        for stub in sorted(stubs, key=lambda one: one.x):
            groups.append(((stub.x,), stub.ids))
            if len(groups) > 1 and stub.x - groups[-2][0][-1] < CLOSE:
                _join(groups, len(groups) - 1)
        found: list[_Label] = []
        while len(found) < len(groups):
            xs, ids = groups[len(found)]
            said = filled(word, id=", ".join(dict.fromkeys(ids)))
            label = self._placed(pen, found, xs, said)
            if label is not None:
                found.append(label)
            elif len(groups) == 1:
                return [self._cut(pen, xs, said)]
            else:
                _join(groups, max(1, len(found)))
                found = []
        return found

    def _placed(
        self, pen: Pen, found: Sequence[_Label], xs: tuple[float, ...], words: str
    ) -> _Label | None:
        """Right of the line or left of it on the outermost line of the band that is free.

        No words stand over a line that goes on past them.
        """
        need = pen.width(words, WORDS)
        for line in range(MOST_LINES):
            if any(
                one.line > line and one.left - 2 <= x <= one.right + 2 for one in found for x in xs
            ):
                continue
            for left in (xs[-1] + 3, xs[0] - 3 - need):
                label = _Label(xs, words, line, left, left + need)
                within = self._left + 2 <= left and label.right <= self._right
                if within and all(_apart(label, one) for one in found):
                    return label
        return None

    def _cut(self, pen: Pen, xs: tuple[float, ...], words: str) -> _Label:
        """The only words, cut where they are too long for either side."""
        right, left = self._right - xs[-1] - 3, xs[0] - 5 - self._left
        shown = pen.fit(words, WORDS, max(right, left))
        need = pen.width(shown, WORDS)
        start = xs[-1] + 3 if right >= left else xs[0] - 3 - need
        return _Label(xs, shown, 0, start, start + need)


def _apart(new: _Label, old: _Label) -> bool:
    """Whether two labels touch neither each other nor, left of its line, the other's line."""
    if new.left < new.xs[0] and any(new.left - 2 <= x <= new.right + 2 for x in old.xs):
        return False
    return new.line != old.line or new.left >= old.right + 5 or old.left >= new.right + 5


def _join(groups: list[tuple[tuple[float, ...], tuple[str, ...]]], place: int) -> None:
    """Join the words of a place to those before it."""
    (xs, ids), (more, others) = groups[place - 1 : place + 1]
    groups[place - 1 : place + 1] = [((*xs, *more), (*ids, *others))]


def _band(labels: Sequence[_Label]) -> float:
    return EDGE + STEP * (1 + max(one.line for one in labels)) if labels else 0.0


def _outer(stub: _Stub, labels: Sequence[_Label]) -> float:
    """How far from the page's edge a stub ends: at the line of its words."""
    return STEP * next(one.line for one in labels if stub.x in one.xs)


def _set(pen: Pen, labels: Sequence[_Label], base: float, step: float) -> None:
    for one in labels:
        pen.on_plate((one.left, base + one.line * step), one.words, WORDS)


def _line(points: Sequence[tuple[float, float]]) -> Path:
    return Path(polygon(*points, closed=False), stroke=Role.INK2, stroke_width=0.8)


def _head(x: float, y: float) -> Path:
    return Path(polygon((x - 4, y - 2.4), (x, y), (x - 4, y + 2.4)), fill=Role.INK2)
