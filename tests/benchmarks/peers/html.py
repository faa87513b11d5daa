"""The nodes of a report as HTML, and the style sheet for its pages."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from report_templates.fonts import BUNDLED
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
from tests.benchmarks.peers.svg import named

FIXED = """
html, body, h1, h2, h3, h4, h5, h6, p { margin: 0; padding: 0; font: inherit }
a { color: inherit; text-decoration: none }
table, .t { border-collapse: separate; border-spacing: 0; table-layout: fixed }
th, td { padding: 0; text-align: left; font-weight: inherit; vertical-align: top }
tr { break-inside: avoid }
.t { display: table } .r { display: table-row } .c { display: table-cell; vertical-align: top }
.k { break-inside: avoid } .n { break-before: page }
.f { display: block } .b { vertical-align: middle }
.s { page: cover; position: relative; height: 841.89pt } .s > div { position: absolute }
p, h1, h2, h3 { overflow-wrap: anywhere; white-space: pre-line; orphans: 2; widows: 2 }
a.p::after { content: target-counter(attr(href), page) }
"""
FONT = "@font-face {{ font-family: {0.family}; font-weight: {0.weight}; src: url({1}) }}\n"


def written(nodes: Iterable[Node], page: Furniture) -> dict[str, str]:
    """Document, style sheet and pictures, by the names of their files."""
    writer = _Writer()
    logo = writer.pictures.of(page.logo)
    body = writer.all(nodes)
    head = (
        f"<title>{escape(page.title)}</title>"
        f'<meta name="author" content="{escape(page.firm)}">'
        f'<meta name="description" content="{escape(page.subject)}">'
    )
    pictures = {f"{name}.svg": svg for svg, name in writer.pictures.known.items()}
    document = (
        f'<!DOCTYPE html>\n<html lang="{page.language}"><head><meta charset="utf-8">'
        f"{head}</head><body>{body}</body></html>"
    )
    sheet = _fonts() + FIXED + _pages(page, logo) + writer.classes.declared()
    return {"report.html": document, "report.css": sheet, **pictures}


def _fonts() -> str:
    return "".join(
        FONT.format(named(name), path.as_uri())
        for name, path in BUNDLED.items()
        if name.startswith("InterTab") and "Italic" not in name
    )


def _pages(page: Furniture, logo: str) -> str:
    """Margins, and what stands in them."""
    small = "font: 400 7.5pt InterTab"
    before, between, after = page.page.replace("{pages}", "{page}").split("{page}")
    count = f'"{before}" counter(page) "{between}" counter(pages) "{after}"'
    rule = f"0.5pt solid {page.rule}"
    top = f"height: 48pt; margin-bottom: 18pt; border-bottom: {rule}; vertical-align: bottom"
    below = A4.low - SLACK - 41.4
    low = f"height: 41.4pt; margin-top: {below:g}pt; border-top: {rule}; vertical-align: top"
    return f"""
@page {{
  size: {A4.width}pt {A4.height}pt;
  margin: 66pt {A4.margin}pt {A4.low - SLACK:g}pt;
  @top-left {{ {small}; font-weight: 600; color: {page.primary}; {top}; padding-bottom: 8pt;
    content: url({logo}.svg) " {page.firm}" }}
  @top-right {{ {small}; color: {page.ink2}; {top}; padding-bottom: 8pt;
    content: "{page.document}" }}
  @bottom-left {{ {small}; font-weight: 600; color: {page.accent}; {low}; padding-top: 7pt;
    content: "{page.confidential}" }}
  @bottom-center {{ {small}; color: {page.ink2}; {low}; padding-top: 7pt;
    content: "{page.foot}" }}
  @bottom-right {{ {small}; color: {page.ink}; {low}; padding-top: 7pt; content: {count} }}
}}
@page cover {{
  margin: 0;
  @top-left {{ content: none }} @top-right {{ content: none }}
  @bottom-left {{ content: none }} @bottom-center {{ content: none }}
  @bottom-right {{ content: none }}
}}
"""


class _Writer:
    """Writes nodes; everything that is dressed alike has one class."""

    def __init__(self) -> None:
        self.classes = Names("x", lambda name, said: f".{name} {{ {said} }}")
        self.pictures = Names("p", "{}: {}".format)

    def all(self, nodes: Iterable[Node]) -> str:
        """Nodes in order; a target lies on the node that follows it."""
        return "".join(self.one(each) for each in nodes)

    def one(self, node: Node) -> str:  # noqa: C901 - a case for each kind
        """One node."""
        match node:
            case Words():
                return self.words(node)
            case Gap(height):
                room = f"height: {height:g}pt" if height > 0 else f"margin-top: {height:g}pt"
                return f'<div class="{self.classes.of(room)}"></div>'
            case Line(width, thickness, colour):
                dress = f"width: {width:g}pt; border-top: {thickness:g}pt solid {colour}"
                return f'<div class="{self.classes.of(dress)}"></div>'
            case Target(key):
                return f'<div id="{key}"></div>'
            case Turn():
                return '<div class="n"></div>'
            case Kept(nodes):
                return f'<div class="k">{self.all(nodes)}</div>'
            case Beside():
                return self.beside(node)
            case Picture():
                return self.picture(node, f"f {self.classes.of(f'margin-left: {-node.hang:g}pt')}")
            case Rows():
                return self.table(node) if node.data else self.layout(node)
            case Sheet():
                return self.sheet(node)

    def sheet(self, sheet: Sheet) -> str:
        """Everything at its place."""
        places = [
            f'<div style="left: {one.left:g}pt; top: {one.top:g}pt; width: {one.width:g}pt">'
            f"{self.all(one.nodes)}</div>"
            for one in sheet.places
        ]
        return f'<div class="s">{"".join(places)}</div>'

    def words(self, words: Words, more: str = "", lead: str = "") -> str:
        """A paragraph or heading, with more in its dress and a mark before it if asked."""
        name, dress = f"h{words.level}" if words.level else "p", words.dress
        inner = "".join(self.piece(one, dress) for one in words.pieces)
        return f'<{name} class="{self.classes.of(_dress(dress) + more)}">{lead}{inner}</{name}>'

    def piece(self, piece: Piece, dress: Dress) -> str:
        """A run, which leads somewhere if it has a link."""
        said = escape(piece.text)
        alike = (piece.face, piece.colour) == (dress.face, dress.colour)
        face = "" if alike else self.classes.of(_face(piece.face, piece.colour))
        if piece.page:
            return f'<a class="p {face}" href="#{piece.link}"></a>'
        if piece.link or piece.web:
            target = f"#{piece.link}" if piece.link else escape(piece.web)
            return f'<a class="{face}" href="{target}">{said}</a>'
        return f'<span class="{face}">{said}</span>' if face else said

    def beside(self, node: Beside) -> str:
        """A mark in the room that its words leave at their left."""
        room = f"; padding-left: {node.indent:g}pt; text-indent: {-node.indent:g}pt"
        gap = f"margin-right: {node.indent - node.mark.width:g}pt"
        return self.words(node.words, room, self.picture(node.mark, f"b {self.classes.of(gap)}"))

    def picture(self, picture: Picture, dress: str) -> str:
        """A picture; as decoration it is said as a space, for it must be said."""
        alt, source = escape(picture.alt or " "), f"{self.pictures.of(picture.svg)}.svg"
        size = self.classes.of(f"width: {picture.width:g}pt")
        return f'<img class="{dress} {size}" src="{source}" alt="{alt}">'

    def table(self, rows: Rows) -> str:
        """A table of data with its heads."""
        width = self.classes.of(f"width: {sum(rows.widths):g}pt")
        columns = "".join(
            f'<col class="{self.classes.of(f"width: {one:g}pt")}">' for one in rows.widths
        )
        lines = ["<tr>" + "".join(map(self.cell, row)) + "</tr>" for row in rows.rows]
        head = "".join(lines[: rows.heads])
        head = f"<thead>{head}</thead>" if head else ""
        body = f"<tbody>{''.join(lines[rows.heads :])}</tbody>"
        return f'<table class="{width}"><colgroup>{columns}</colgroup>{head}{body}</table>'

    def cell(self, cell: Cell) -> str:
        """A cell of data."""
        name = "th" if cell.head else "td"
        span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        dress = self.classes.of(_cell(cell, 0))
        return f'<{name} class="{dress}"{span}>{self.all(cell.nodes)}</{name}>'

    def layout(self, rows: Rows) -> str:
        """Cells side by side, which are no table to a reader who cannot see."""
        lines: list[str] = []
        for row, high in zip(rows.rows, rows.heights, strict=True):
            cells: list[str] = []
            for place, cell in enumerate(row):
                wide = f"; width: {rows.widths[place] - cell.pads[1] - cell.pads[3]:g}pt"
                dress = self.classes.of(_cell(cell, high) + (wide if rows.widths[place] else ""))
                cells.append(f'<div class="c {dress}">{self.all(cell.nodes)}</div>')
            lines.append(f'<div class="r k">{"".join(cells)}</div>')
        width = self.classes.of(f"width: {sum(rows.widths):g}pt") if all(rows.widths) else ""
        return f'<div class="t {width}">{"".join(lines)}</div>'


def _face(face: Face, colour: str) -> str:
    return f"font-family: {face.family}; font-weight: {face.weight}; color: {colour}"


def _dress(dress: Dress) -> str:
    said = f"{_face(dress.face, dress.colour)}; font-size: {dress.size:g}pt; "
    said += f"line-height: {dress.leading:g}pt; text-align: {dress.align}"
    said += f"; margin: {dress.before:g}pt {dress.right:g}pt {dress.after:g}pt {dress.left:g}pt"
    return said + ("; break-after: avoid" if dress.keep else "")


def _cell(cell: Cell, high: float) -> str:
    """Room and lines of a cell; a line takes its room from that below or above the words."""
    sides = zip(cell.pads, cell.edges, strict=True)
    pads = [max(0.0, pad - (edge[0] if edge else 0)) for pad, edge in sides]
    said = "padding: " + " ".join(f"{pad:g}pt" for pad in pads)
    for side, edge in zip(("top", "right", "bottom", "left"), cell.edges, strict=True):
        said += f"; border-{side}: {edge[0]:g}pt solid {edge[1]}" if edge else ""
    said += f"; background: {cell.ground}" if cell.ground else ""
    said += "; vertical-align: bottom" if cell.low else ""
    return said + (f"; height: {high - pads[0] - pads[2]:g}pt" if high else "")
