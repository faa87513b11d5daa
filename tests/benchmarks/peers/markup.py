"""The nodes of a report as Typst."""

from __future__ import annotations

import json
from collections.abc import Iterable

from report_templates.paper import A4
from tests.benchmarks.peers.nodes import (
    Beside,
    Cell,
    Dress,
    Face,
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
from tests.benchmarks.peers.sheets import SLACK, Furniture, Names

FIXED = """
#set text(font: "InterTab", size: 8.5pt, top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)
#set par(spacing: 0pt, justify: false)
#set block(spacing: 0pt, above: 0pt, below: 0pt)
#show heading: it => it.body
#show heading: set block(above: 0pt, below: 0pt)
#let words(size, leading, align, room, keep, face, body, level: 0, hang: 0pt) = {
  let set_words = {
    set par(leading: leading - size, hanging-indent: hang)
    text(size: size, ..face, body)
  }
  let inner = if level > 0 { heading(level: level, set_words) } else { set_words }
  let inset = (left: room.left, right: room.right, y: (leading - size) / 2)
  block(width: 100%, above: room.top, below: room.bottom, sticky: keep, inset: inset,
    std.align(align, inner))
}
#let page-of(key) = context str(counter(page).at(label(key)).first())
#let at(x, y, width, body) = place(top + left, dx: x, dy: y, block(width: width, body))
"""


def written(nodes: Iterable[Node], page: Furniture) -> str:
    """A document."""
    writer = _Writer()
    body = writer.all(nodes)
    named = (writer.faces, writer.dresses, writer.cells, writer.pictures)
    declared = "\n".join(one.declared() for one in named)
    return f"{_properties(page)}{FIXED}{declared}\n{_page(page)}\n#{{\n{body}\n}}\n"


def _said(words: str) -> str:
    """Words as a string of Typst's; no character in it is markup."""
    return json.dumps(words, ensure_ascii=False)


def _properties(page: Furniture) -> str:
    year, month, day = page.day
    return (
        f"#set document(title: {_said(page.title)}, author: {_said(page.firm)}, "
        f"description: {_said(page.subject)}, "
        f"date: datetime(year: {year}, month: {month}, day: {day}))\n"
        f"#set text(lang: {_said(page.language)})\n"
        '#pdf.attach("report.json", relationship: "source", mime-type: "application/json", '
        'description: "Every number and sentence of this document")\n'
    )


def _page(page: Furniture) -> str:
    """Margins, and what stands in them."""
    before, between, after = page.page.replace("{pages}", "{page}").split("{page}")
    number = (
        f"context [#{_said(before)}#counter(page).display()#{_said(between)}"
        f"#counter(page).final().first()#{_said(after)}]"
    )
    wide, high, margin = A4.width, A4.height, A4.margin
    body = wide - 2 * margin
    rule = f'line(length: {body}pt, stroke: 0.5pt + rgb("{page.rule}"))'

    def words(said: str, colour: str, weight: int = 400) -> str:
        return f'text(size: 7.5pt, weight: {weight}, fill: rgb("{colour}"), {said})'

    def side(name: str, said: str) -> str:
        return f"std.align({name}, {said})"

    places = (
        (margin, 27.5, f'image(bytes({_said(page.logo)}), format: "svg")'),
        (margin + page.logo_width + 5, 30, words(_said(page.firm), page.primary, 600)),
        (margin, 30, side("right", words(_said(page.document), page.ink2))),
        (margin, 48, rule),
        (margin, high - 41.39, rule),
        (margin, high - 33, words(_said(page.confidential), page.accent, 600)),
        (margin, high - 33, side("center", words(_said(page.foot), page.ink2))),
        (margin, high - 33, side("right", words(number, page.ink))),
    )
    drawn = "\n".join(
        f"at({x:g}pt, {y:g}pt, {wide - margin - x:g}pt, {said})" for x, y, said in places
    )
    return (
        f"#set page(width: {wide}pt, height: {high}pt, "
        f"margin: (top: 66pt, x: {margin}pt, bottom: {A4.low - SLACK:g}pt), "
        f"background: {{\n{drawn}\n}})"
    )


class _Writer:
    """Writes nodes as calls; everything that is dressed alike has one name."""

    def __init__(self) -> None:
        self.faces = Names("f", "#let {} = {}".format)
        self.dresses = Names("d", "#let {} = {}".format)
        self.cells = Names("c", "#let {} = {}".format)
        self.pictures = Names("p", "#let {} = bytes({})".format)

    def all(self, nodes: Iterable[Node]) -> str:
        """Nodes in order."""
        return "\n".join(self.one(each) for each in nodes)

    def one(self, node: Node) -> str:  # noqa: C901 - a case for each kind
        """One node."""
        match node:
            case Words():
                return self.words(node)
            case Gap(height):
                return f"v({height:g}pt)"
            case Line(width, thickness, colour):
                return f'line(length: {width:g}pt, stroke: {thickness:g}pt + rgb("{colour}"))'
            case Target(key):
                return f"[#metadata(none)#label({_said(key)})]"
            case Turn():
                return "pagebreak()"
            case Kept(nodes):
                return f"block(breakable: false, {{\n{self.all(nodes)}\n}})"
            case Beside():
                return self.beside(node)
            case Picture():
                return f"block(pad(x: {-node.hang:g}pt, {self.picture(node)}))"
            case Rows():
                return self.table(node)
            case Sheet():
                return self.sheet(node)

    def sheet(self, sheet: Sheet) -> str:
        """Everything at its place."""
        places = "\n".join(
            f"at({one.left:g}pt, {one.top:g}pt, {one.width:g}pt, {{\n{self.all(one.nodes)}\n}})"
            for one in sheet.places
        )
        return f"page(margin: 0pt, background: none, {{\n{places}\n}})"

    def words(self, words: Words, more: str = "", lead: str = "") -> str:
        """A paragraph or heading, with a mark before it if asked."""
        dress = words.dress
        level = f", level: {words.level}" if words.level else ""
        pieces = "; ".join([*filter(None, [lead]), *(self.piece(p, dress) for p in words.pieces)])
        name = self.dresses.of(self.dress(dress))
        return f"{name}({{{pieces}}}{level}{more})"

    def piece(self, piece: Piece, dress: Dress) -> str:
        """A run, which leads somewhere if it has a link."""
        said = f"page-of({_said(piece.link)})" if piece.page else _said(piece.text)
        if (piece.face, piece.colour) != (dress.face, dress.colour):
            said = f"text(..{self.face(piece.face, piece.colour)}, {said})"
        if piece.link:
            return f"link(label({_said(piece.link)}), {said})"
        return f"link({_said(piece.web)}, {said})" if piece.web else said

    def beside(self, node: Beside) -> str:
        """A mark in the room that its words leave at their left."""
        mark, high = self.picture(node.mark), node.words.dress.size
        size = f"width: {node.indent:g}pt, height: {high:g}pt, baseline: 20%"
        lead = f"box({size}, align(horizon, {mark}))"
        return self.words(node.words, f", hang: {node.indent:g}pt", lead)

    def picture(self, picture: Picture) -> str:
        """A picture, said in words where it is no decoration."""
        name = self.pictures.of(_said(picture.svg))
        size = f'format: "svg", width: {picture.width:g}pt'
        if picture.alt:
            return f"image({name}, {size}, alt: {_said(picture.alt)})"
        return f"pdf.artifact(image({name}, {size}))"

    def table(self, rows: Rows) -> str:
        """A table of data with its heads, or a grid for layout."""
        kind = "table" if rows.data else "grid"
        columns = ", ".join(f"{one:g}pt" if one else "1fr" for one in rows.widths)
        heights = ", ".join(f"{one:g}pt" if one else "auto" for one in rows.heights)
        high = f"rows: ({heights},), " if any(rows.heights) else ""
        lines = [",\n".join(self.cell(cell, kind) for cell in row) for row in rows.rows]
        head = ",\n".join(lines[: rows.heads])
        head = f"{kind}.header({head}),\n" if head else ""
        body = ",\n".join(lines[rows.heads :])
        return f"{kind}(columns: ({columns},), {high}stroke: none, inset: 0pt,\n{head}{body})"

    def cell(self, cell: Cell, kind: str) -> str:
        """A cell of data or of layout."""
        top, right, bottom, left = (f"{pad:g}pt" for pad in cell.pads)
        inset = f"(top: {top}, right: {right}, bottom: {bottom}, left: {left})"
        sides = zip(("top", "right", "bottom", "left"), cell.edges, strict=True)
        lines = [f'{side}: {one[0]:g}pt + rgb("{one[1]}")' for side, one in sides if one]
        stroke = f", stroke: ({', '.join(lines)})" if lines else ""
        fill = f', fill: rgb("{cell.ground}")' if cell.ground else ""
        span = f", colspan: {cell.columns}" if cell.columns > 1 else ""
        side = "bottom" if cell.low else "top"
        dress = f"{kind}.cell.with(inset: {inset}, breakable: false, align: {side}{stroke}{fill})"
        return f"{self.cells.of(dress)}({{\n{self.all(cell.nodes)}\n}}{span})"

    def face(self, face: Face, colour: str) -> str:
        """The name of a face in a colour."""
        said = f'(font: "{face.family}", weight: {face.weight}, fill: rgb("{colour}"))'
        return self.faces.of(said)

    def dress(self, dress: Dress) -> str:
        """How a paragraph is set, as a function of its words."""
        room = f"(top: {dress.before:g}pt, bottom: {dress.after:g}pt, "
        room += f"left: {dress.left:g}pt, right: {dress.right:g}pt)"
        size = f"{dress.size:g}pt, {dress.leading:g}pt, {dress.align}, {room}"
        keep = str(dress.keep).lower()
        return f"words.with({size}, {keep}, {self.face(dress.face, dress.colour)})"
