"""Our own story as nodes: the same words in the same order, with the same measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)

from report_templates.brand import BrandKit
from report_templates.build import COVER, blocks
from report_templates.content.report import ReportContent
from report_templates.figures.marks import mark_scene
from report_templates.figures.paint_pdf import Picture as Figure
from report_templates.sections.marks import MarkWord
from report_templates.sections.summary import HEAD_HEIGHT, MARK, LevelHead
from report_templates.style import Anchor, Look, Rule
from report_templates.tagged import Grid, Para
from tests.benchmarks.peers.cover import sheet
from tests.benchmarks.peers.nodes import (
    Beside,
    Cell,
    Dress,
    Edge,
    Gap,
    Kept,
    Line,
    Node,
    Picture,
    Piece,
    Rows,
    Sheet,
    Target,
    Turn,
    Words,
)
from tests.benchmarks.peers.svg import named, svg

SIDES = {"LINEABOVE": 0, "LINEAFTER": 1, "LINEBELOW": 2, "LINEBEFORE": 3}
NONE = (None, None, None, None)
PLAIN: dict[type[Flowable], Callable[[Any], list[Node]]] = {
    PageBreak: lambda _: [Turn()],
    CondPageBreak: lambda _: [],
    Spacer: lambda one: [Gap(one.height)],
    Rule: lambda one: [Line(one.width, one.thickness, one.colour)],
    Anchor: lambda one: [Target(one.key)],
}
"""Flowables that hold no others."""


class Reading(Look):
    """Our dress; its paragraphs keep their runs, which ReportLab takes apart as it sets them."""

    def _set(self, marked: str, style: str, dress: Any, tag: str = "") -> Para:
        found: Any = super()._set(marked, style, dress, tag)
        found.runs = tuple(found.frags)
        return found


class Anywhere(dict[str, int]):
    """Pages of anchors, where every link has something to lead to; all of them are page 1."""

    def __contains__(self, _key: object) -> bool:
        return True

    def get(self, _key: str, _other: object = None) -> int:
        """1: a number, that a typesetter puts its own in place of."""
        return 1


def story(content: ReportContent, kit: BrandKit) -> list[Node]:
    """A report as nodes: the cover's sheet, then each section on a page of its own."""
    look = replace(Reading.of(kit, content.language, content.paper), pages=Anywhere())
    reader = _Reader(look)
    found: list[Node] = []
    for one in blocks(content):
        if one.key == COVER:
            found.append(sheet(content, look, reader.words))
        else:
            found += [Turn(), *reader.all(one.flowables(look))]
    return _linked(found)


def leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node in order, those that hold others before what they hold."""
    for one in nodes:
        yield one
        yield from leaves(_held(one))


def _held(one: Node) -> Iterable[Node]:
    """What a node holds."""
    if isinstance(one, Beside):
        return (one.words,)
    if isinstance(one, Kept):
        return one.nodes
    if isinstance(one, Rows):
        return chain.from_iterable(cell.nodes for row in one.rows for cell in row)
    if isinstance(one, Sheet):
        return chain.from_iterable(place.nodes for place in one.places)
    return ()


def _linked(nodes: list[Node]) -> list[Node]:
    """The nodes; a link that leads nowhere is a fault of this reader."""
    known = {one.key for one in leaves(nodes) if isinstance(one, Target)}
    words = [one for one in leaves(nodes) if isinstance(one, Words)]
    lost = {piece.link for one in words for piece in one.pieces if piece.link} - known
    assert not lost, lost
    return nodes


class _Reader:
    """Turns flowables into nodes."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.level = 0

    def all(self, flowables: Iterable[Any]) -> list[Node]:
        """Flowables in order."""
        return list(chain.from_iterable(self.one(each) for each in flowables))

    def one(self, each: Any) -> Iterator[Node]:
        """One flowable; a kind that is not known is a fault of this reader."""
        if isinstance(each, Table):
            yield self.rows(each)
            after = each.getSpaceAfter()
            yield from [Gap(after)] if after else []
        elif isinstance(each, KeepTogether):
            yield Kept(tuple(self.all(each._content)))
        elif isinstance(each, Paragraph):
            yield self.words(each)
        else:
            plain = next((make for kind, make in PLAIN.items() if isinstance(each, kind)), None)
            yield from [self.drawn(each)] if plain is None else plain(each)

    def drawn(self, each: Flowable) -> Node:
        """A figure, a mark with its word, or the head of a level."""
        inks = self.look.inks
        if isinstance(each, Figure):
            scene = each.scene
            return Picture(svg(scene, inks), scene.width, scene.height, scene.alt, each.hang)
        if isinstance(each, MarkWord):
            scene = mark_scene(each.glyph)
            mark = Picture(svg(scene, inks), scene.width, scene.height)
            return Beside(mark, each.indent, self.words(each.word))
        assert isinstance(each, LevelHead), each
        return self.level_head(each)

    def level_head(self, each: LevelHead) -> Rows:
        """Mark, numeral and name side by side."""
        scene, look = mark_scene(each.fact.glyph), self.look
        high = scene.height * MARK
        mark = Picture(svg(scene, look.inks, scale=MARK), scene.width * MARK, high)
        numeral = look.para(each.fact.numeral, "numeral")
        name = look.para(each.fact.name, "fact")
        wide = numeral.minWidth() + 9
        cells = ((mark,), (self.words(numeral),), (self.words(name),))
        row = tuple(Cell(one, (0, 0, 6, 0), NONE, low=True) for one in cells)
        return Rows(False, (20, wide, 124 - wide), 0, (row,), (HEAD_HEIGHT - 6,))

    def words(self, para: Paragraph) -> Words:
        """A paragraph with its runs; a heading is at most one level below the one before."""
        style, tag = para.style, para.tag if isinstance(para, Para) else "P"
        level = 0
        if tag.startswith("H"):
            level = self.level = min(int(tag[1:]), self.level + 1)
        dress = Dress(
            face=named(style.fontName),
            size=style.fontSize,
            leading=style.leading,
            colour=_hex(style.textColor),
            align=("left", "center", "right")[style.alignment],
            before=style.spaceBefore,
            after=style.spaceAfter,
            left=style.leftIndent,
            right=style.rightIndent,
            keep=bool(getattr(style, "keepWithNext", 0)),
        )
        return Words(tuple(_pieces(para)), dress, level)

    def rows(self, table: Table) -> Rows:
        """A table with what its cells are dressed in."""
        held: Any = table
        edges, grounds = _edges(held), _grounds(held)
        spans = _spans(held)
        data = isinstance(table, Grid) and table.kind == "table"
        heads = table.heads if isinstance(table, Grid) else 0
        rows: list[tuple[Cell, ...]] = []
        for y, row in enumerate(held._cellvalues):
            cells = [
                self.cell(held, x, y, edges, grounds, spans.get((x, y), 1), data=data, heads=heads)
                for x in range(len(row))
                if spans.get((x, y), 1)
            ]
            rows.append(tuple(cells))
        widths = tuple(one if isinstance(one, float | int) else 0.0 for one in held._argW)
        heights = tuple(one or 0.0 for one in held._argH)
        return Rows(data, widths, heads, tuple(rows), heights)

    def cell(
        self,
        table: Any,
        x: int,
        y: int,
        edges: Any,
        grounds: Any,
        columns: int,
        *,
        data: bool,
        heads: int,
    ) -> Cell:
        """The cell at a place."""
        value, style = table._cellvalues[y][x], table._cellStyles[y][x]
        held = value if isinstance(value, list | tuple) else [value] if value else []
        last = x + columns - 1
        sides = list(edges.get((x, y), NONE))
        sides[1] = edges.get((last, y), NONE)[1]
        pads = (style.topPadding, table._cellStyles[y][last].rightPadding)
        return Cell(
            tuple(self.all(held)),
            (*pads, style.bottomPadding, style.leftPadding),
            tuple(sides),
            grounds.get((x, y), ""),
            low=style.valign == "BOTTOM",
            columns=columns,
            head=data and bool(held) and (y < heads or (not heads and not x)),
        )


def _pieces(para: Paragraph) -> Iterator[Piece]:
    """The runs of a paragraph, those alike as one."""
    held: Any = para
    found: list[Piece] = []
    for frag in held.runs:
        text = "\n" if getattr(frag, "lineBreak", False) else frag.text
        href = frag.link[0][1] if getattr(frag, "link", None) else ""
        link, web = (href[1:], "") if href.startswith("#") else ("", href)
        piece = Piece(text, named(frag.fontName), _hex(frag.textColor), link, web)
        if found and replace(found[-1], text="") == replace(piece, text=""):
            found[-1] = replace(piece, text=found[-1].text + text)
        else:
            found.append(piece)
    for piece in found:
        yield replace(piece, page=bool(piece.link) and piece.text.isdigit())


def _hex(colour: Any) -> str:
    return f"#{colour.hexval()[2:]}"


def _area(table: Any, start: Sequence[Any], end: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The places of a command's cells."""
    wide, high = len(table._cellvalues[0]), len(table._cellvalues)
    (left, top), (right, low) = start, end
    columns = range(left % wide, right % wide + 1)
    return ((x, y) for y in range(top % high, low % high + 1) for x in columns)


def _edges(table: Any) -> dict[tuple[int, int], tuple[Edge, ...]]:
    """The lines around every cell that has some: top, right, bottom and left."""
    found: dict[tuple[int, int], list[Edge]] = {}
    for operator, start, end, thickness, colour, *_ in table._linecmds:
        if isinstance(start[1], str):
            continue
        places = list(_area(table, start, end))
        line = (float(thickness), _hex(colour))
        for x, y in places:
            sides = found.setdefault((x, y), [*NONE])
            if operator in SIDES:
                sides[SIDES[operator]] = line
                continue
            assert operator in ("BOX", "OUTLINE"), operator
            beyond = ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y))
            for side, neighbour in enumerate(beyond):
                sides[side] = line if neighbour not in places else sides[side]
    return {place: tuple(sides) for place, sides in found.items()}


def _grounds(table: Any) -> dict[tuple[int, int], str]:
    commands = table._bkgrndcmds
    return {place: _hex(ink) for _, a, b, ink, *_ in commands for place in _area(table, a, b)}


def _spans(table: Any) -> dict[tuple[int, int], int]:
    """How many columns a cell goes over; none for those that it covers."""
    found: dict[tuple[int, int], int] = {}
    for _, start, end in table._spanCmds:
        places = list(_area(table, start, end))
        found |= dict.fromkeys(places, 0) | {places[0]: len(places)}
    return found
