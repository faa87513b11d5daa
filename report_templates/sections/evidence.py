"""The evidence register: the bar of grades, then the items in pages of their own label."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reportlab.platypus import Flowable, PageBreak, Spacer, Table

from report_templates.content.base import Heading
from report_templates.content.evidence import EvidenceRegister, EvidenceRow
from report_templates.figures.paper.bar import share_bar
from report_templates.sections.columns import fitted
from report_templates.sections.marks import grade_word
from report_templates.style import WIDTH, Anchor, Look
from report_templates.words import filled

COLUMNS = (32.0, 186.0, 105.0, 53.7, 34.0, 82.6)
DATED = (32.0, 170.0, 105.0, 53.7, 54.0, 78.6)
"""With years in the date column, when the items are of several years."""
GAP = 6.0
PADS = (3.0, 2.2)
"""Above and below a row: the second where it saves a page."""
TAIL = 0.4
"""The share of a page below which the last one takes rows over from the page before."""
LEADING = 11.2
HEAD_ROW = 16.0
PART_HEAD = 22.0
NOTE_ROOM = 28.0
Part = Sequence[tuple[EvidenceRow, list[Any]]]


def flowables(content: EvidenceRegister, look: Look) -> list[Flowable]:
    """The register; without items one sentence that says what this means."""
    found = look.heading(content.heading)
    if not content.rows:
        return [*found, look.para(content.empty, "body")]
    if content.bar:
        found += [look.picture(share_bar(content.bar, WIDTH, metrics=look.metrics)), Spacer(0, 8)]
    used = sum(_height(one, look) for one in found)
    columns = _columns(content, look)
    rows = [(row, _cells(row, look, columns)) for row in content.rows]
    rooms = [look.paper.body - taken - HEAD_ROW for taken in (used, PART_HEAD)]
    laid = [_parts(rows, columns, rooms, pad) for pad in PADS]
    pad, parts = min(zip(PADS, laid, strict=True), key=lambda one: len(one[1]))
    for number, part in enumerate(parts):
        if number:
            found += [PageBreak(), *_part_head(content, part, look)]
        found.append(_table(content, part, look, columns, pad))
    note = look.para(content.note, "caption")
    return [*found, Spacer(0, 6), note]


def _height(flowable: Flowable, look: Look) -> float:
    style = getattr(flowable, "style", None)
    around = (style.spaceAfter + style.spaceBefore) if style is not None else 0
    return flowable.wrap(WIDTH, look.paper.body)[1] + around


def _parts(
    rows: Part, columns: tuple[float, ...], rooms: Sequence[float], pad: float
) -> list[Part]:
    """Rows as pages take them: a row never splits, and each page can name its first and last.

    ``rooms`` are what the first page and each further one have. The last keeps room for the note,
    and is no mere tail: it takes rows over from the page before.
    """
    highs = [_high(cells, columns, pad) for _, cells in rows]
    starts, room = [0], rooms[0]
    for place, high in enumerate(highs):
        if place > starts[-1] and high > room:
            starts.append(place)
            room = rooms[1]
        room -= high
    if room < NOTE_ROOM and len(rows) - starts[-1] > 1:
        starts.append(len(rows) - 1)
    while _is_tail(starts, highs, rooms[1]):
        starts[-1] -= 1
    return [rows[start:end] for start, end in pairwise([*starts, len(rows)])]


def _is_tail(starts: Sequence[int], highs: Sequence[float], room: float) -> bool:
    """Whether the last page has little, and the page before a row for it besides one of its own."""
    if len(starts) < 2 or starts[-1] - 1 <= starts[-2]:
        return False
    taken = sum(highs[starts[-1] :])
    return taken < TAIL * room and taken + highs[starts[-1] - 1] <= room


def _high(cells: list[Any], columns: tuple[float, ...], pad: float) -> float:
    """The height of a row."""
    tall = [one.wrap(wide - GAP, 500)[1] for one, wide in zip(cells[1:], columns[1:], strict=True)]
    return max(*tall, LEADING) + 2 * pad


def _columns(content: EvidenceRegister, look: Look) -> tuple[float, ...]:
    """One set of columns for all pages, with room for every head, grade and day."""
    usual = COLUMNS if content.year.isdigit() else DATED
    grades = {one.grade: one.grade_name for one in content.rows}
    days = sorted({one.day for one in content.rows})
    widest = [None, None, None, [grade_word(look, *one) for one in grades.items()]]
    rows: list[list[Any]] = [
        _heads(content, look),
        [*widest, [look.para(day, "register") for day in days], None],
    ]
    return fitted(rows, usual, GAP)


def _heads(content: EvidenceRegister, look: Look) -> list[Any]:
    heads = [look.say(f"evidence.{one}") for one in ("ref", "item", "source", "grade")]
    heads += [content.year, look.say("evidence.criteria")]
    return [look.para(one, "head") for one in heads]


def _cells(row: EvidenceRow, look: Look, columns: tuple[float, ...]) -> list[Any]:
    title = look.lines(row.title, "register", columns[1] - GAP, 2)
    source = look.lines(row.source, "register", columns[2] - GAP, 2)
    criteria = look.lines(row.criteria, "register", columns[5], 3)
    return [
        [Anchor(row.key), look.para(row.reference, "register_key")],
        look.para(title, "register"),
        look.para(source, "register"),
        grade_word(look, row.grade, row.grade_name),
        look.para(row.day, "register"),
        look.para(criteria, "register"),
    ]


def _part_head(content: EvidenceRegister, part: Part, look: Look) -> list[Flowable]:
    span = filled(content.part_label, first=part[0][0].reference, last=part[-1][0].reference)
    head: Heading = content.heading
    label = look.para(f"{head.number} · {head.name}, {span}", "label")
    return [label, Spacer(0, 6)]


def _table(
    content: EvidenceRegister, part: Part, look: Look, columns: tuple[float, ...], pad: float
) -> Table:
    rows = [_heads(content, look), *[cells for _, cells in part]]
    return look.table(rows, columns, pad=pad, gap=GAP)
