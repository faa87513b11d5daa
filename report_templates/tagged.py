"""Flowables that say what they are: paragraphs and tables, whole or split over pages."""

# ReportLab's constructors are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import copy
from functools import lru_cache
from itertools import chain
from typing import Any, Literal

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.paragraph import cleanBlockQuotedText
from reportlab.platypus.tables import TableRenderCB

from report_templates.parting import Parted, lines
from report_templates.pieces import Piece, say_whole
from report_templates.tagging import END, Element, TaggedCanvas

Kind = Literal["table", "list", "contents"]
TAGS: dict[Kind, tuple[str, str]] = {
    "table": ("Table", "TR"),
    "list": ("L", "LI"),
    "contents": ("TOC", "TOCI"),
}
"""The tags of a table's whole and of its rows."""
MARKUP = re.compile("[<&]")
HEAD, BODY = "THead", "TBody"
"""The tags around the rows of a table that has heads."""


class Para(Parted):
    """A paragraph, heading or label; its parts on several pages are one element.

    ``whole`` is the paragraph that this one is a part of.
    """

    tag = "P"
    whole: Para | None = None
    _broken_at = -1.0
    """The width in points that its lines were broken for last."""

    @classmethod
    def of(cls, marked: str, dress: ParagraphStyle) -> Para:
        """A paragraph of ReportLab's markup; where there is nothing to parse, it is not parsed."""
        words = "" if MARKUP.search(marked) else cleanBlockQuotedText(marked)
        if not words:
            return cls(marked, dress)
        like = _plain(dress.fontName, dress.fontSize, dress.textColor)
        return cls(words, dress, frags=[like.clone(text=words, link=[], us_lines=[])])

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Width and height in points; lines are broken anew for another width only."""
        if aW == self._broken_at and hasattr(self, "blPara"):
            return self.width, self.height
        self._broken_at = aW
        return super().wrap(aW, aH)

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The parts, which know what they are parts of."""
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            if part is not self:
                part.tag, part.whole = self.tag, self.whole or self
        return parts

    def draw(self) -> None:
        """The words as content; those that are a link stand in an element of their own."""
        canvas: Any = self.canv
        whole = self.whole or self
        pieces = [] if canvas.marking else self._pieces()
        if not pieces:
            with canvas.content(self.tag, whole):
                super().draw()
            return
        with canvas.element(self.tag, whole) as found, canvas.marked_within():
            self._marks = _Marks(canvas, whole, found, pieces, self.ends())
            super().draw()
            del self._marks

    def beginText(self, x: float, y: float) -> Any:
        """ReportLab's object for the words; with links in them every piece is marked by itself."""
        words: Any = super().beginText(x, y)
        if hasattr(self, "_marks"):
            self._marks.mark(words)
        return words

    def _pieces(self) -> list[list[Piece]]:
        """By line what is drawn in one go; nothing where no word is parted or a link."""
        held: Any = self
        found = held.blPara
        laid = [
            [Piece(tuple(one.link or ()), str(one.text)) for one in line.pieces]
            for line in lines(found)
        ]
        signs = self.ends()
        if any(one.links for line in laid for one in line) or any(s is not None for s in signs):
            say_whole(laid, signs)
            return laid
        return []


LEAST_HALF = 24
"""Points that both halves of a row have at least when it is split."""


@lru_cache(maxsize=256)
def _plain(font: str, size: float, colour: Color) -> Any:
    """What ReportLab's parser makes of words without markup."""
    dress = ParagraphStyle("plain", fontName=font, fontSize=size, textColor=colour)
    found: Any = Paragraph("x", dress)
    return found.frags[0]


def _said(pieces: list[list[Piece]], ends: Sequence[str | None]) -> dict[Any, str]:
    """What each link says over all lines; a word that is parted is whole in it."""
    said: dict[Any, str] = {}
    for line, sign in zip(pieces, ends, strict=True):
        words = [one for one in line if one.text]
        for one in words:
            goes_on = sign is not None and one is words[-1]
            text = one.text.removesuffix(sign or "") if goes_on else f"{one.text} "
            for link in one.links:
                said[link] = said.get(link, "") + text
    return said


class _Marks:
    """Marks the pieces of one paragraph while it is drawn: its own, and those of its links.

    What belongs to one element is one piece, over the end of a line as well. A word that is
    parted says itself whole.
    """

    def __init__(
        self,
        canvas: TaggedCanvas,
        whole: Para,
        found: Element,
        pieces: list[list[Piece]],
        ends: Sequence[str | None],
    ) -> None:
        self.canvas, self.whole, self.found = canvas, whole, found
        self.pieces = list(chain.from_iterable(pieces))
        self.drawn = 0
        self.links: list[tuple[Any, ...]] = []
        for one in self.pieces:  # without words it goes with the piece before
            self.links.append(one.links if one.text or not self.links else self.links[-1])
        said = _said(pieces, ends)
        for line in pieces:  # after each line ReportLab adds the areas of its links in this order
            for link in sorted({link for one in line for link in one.links}):
                canvas.awaited.append(((whole, link), " ".join(said.get(link, "").split())))

    def mark(self, words: Any) -> None:
        """Have every piece of a text object drawn between marks."""
        draw: Callable[[str, int], None] = words._textOut  # noqa: SLF001

        def marked(_text: str, last: int = 0) -> None:
            at = self.drawn
            self.drawn += 1
            one = self.pieces[at]
            if not at or self.links[at] != self.links[at - 1]:
                words._code.append(self.canvas.mark(self._owner(at)))  # noqa: SLF001
            for text, operator, ends_line in one.segments(last):
                draw(text, ends_line)
                words._code += [operator] * bool(operator)  # noqa: SLF001
            if at + 1 == len(self.links) or self.links[at] != self.links[at + 1]:
                words._code.append(END)  # noqa: SLF001

        words._textOut = marked  # noqa: SLF001

    def _owner(self, at: int) -> Element:
        links = self.links[at]
        if not links:
            return self.found
        return self.canvas.tags.child("Link", (self.whole, links[0]), under=self.found)


def joined(first: Para, *others: Para) -> None:
    """Make several paragraphs that stand apart one element: a number and its head."""
    for one in others:
        one.whole = first


def _start_table(grid: Any) -> None:
    """The table, or the one it is a part of."""
    grid.canv.open(TAGS[grid.kind][0], grid.whole or grid)


def _start_row(grid: Any, row: int) -> None:
    """A row, or the half of one that was split; heads that are repeated are no content."""
    grid.drawn = row
    if grid.repeats(row):
        grid.canv.begin_artifact()
        return
    if grid.parted:
        part = HEAD if row < grid.heads else BODY
        grid.canv.open(part, (grid.whole or grid, part))
    grid.canv.open(TAGS[grid.kind][1], grid.rows[row])


def _start_cell(grid: Any, row: int, column: int, *_: Any) -> None:
    """A cell with what it is to the others; of a row that was split, one half may be empty."""
    if grid.repeats(row):
        return
    tag, says = grid.cell(row, column)
    found = grid.canv.open(tag, (grid.rows[row], column))
    if found.tag in ("TD", tag):
        found.tag, found.cell = tag, says


def _end_cell(grid: Any) -> None:
    if not grid.repeats(grid.drawn):
        grid.canv.close()


def _end_row(grid: Any) -> None:
    if grid.repeats(grid.drawn):
        grid.canv.end_artifact()
        return
    grid.canv.close()
    if grid.parted:
        grid.canv.close()


def _end_table(grid: Any) -> None:
    grid.canv.close()


STEPS: dict[str, Callable[..., None]] = {
    "startTable": _start_table,
    "startRow": _start_row,
    "startCell": _start_cell,
    "endCell": _end_cell,
    "endRow": _end_row,
    "endTable": _end_table,
}
"""What of a table's drawing the canvas is told; its grounds and lines are decoration."""


class _Cells(TableRenderCB):
    """Tells the canvas which row and cell of a ``Grid`` is being drawn."""

    def __call__(self, T: Any, cmd: str, *args: Any) -> None:
        """One step of a table's drawing."""
        if cmd in STEPS:
            STEPS[cmd](T, *args)


class Grid(Table):
    """A table of data, a list or the contents: rows and cells are told apart.

    The heads of a table stand apart from its body. In a row of the body the first cells, as many
    as ``names``, are what the row is called.

    ReportLab's own ``Table`` only lays things out: what stands in it is read cell by cell. After
    a split ``whole`` is the table that this one is a part of, ``continued`` is true of all parts
    but the first, and ``rows`` names the rows.
    """

    kind: Kind = "table"
    heads = 0
    names = 1
    whole: Grid | None = None
    continued = False
    rows: Sequence[object] = ()
    drawn = 0
    """The row being drawn: ReportLab does not say which row ends."""

    @classmethod
    def of(
        cls, rows: Sequence[Sequence[Any]], kind: Kind, heads: int, names: int, **more: Any
    ) -> Grid:
        """A table of so many heads, which are repeated on every page, and so many row heads."""
        made = cls([list(row) for row in rows], repeatRows=heads, renderCB=CELLS, **more)
        made.kind, made.heads, made.rows = kind, heads, tuple(object() for _ in rows)
        made.names = names
        return made

    def loosened(self, _body: float) -> list[Any]:
        """The same, to be split within its rows; nothing where that was tried.

        ReportLab sets the half of a cell too high that stands in the middle of its row.
        """
        again: Any = copy(self)
        if again.splitInRow:
            return []
        again.splitInRow, again.whole = LEAST_HALF, self.whole or self
        again._cellStyles = [[copy(one) for one in row] for row in again._cellStyles]  # noqa: SLF001
        for style in chain.from_iterable(again._cellStyles):  # noqa: SLF001
            style.valign = "TOP"
        vars(again).pop("_postponed", None)  # it is to be tried anew
        return [again]

    @property
    def parted(self) -> bool:
        """True for a table of data with heads and a body: neither tag stands without the other."""
        return self.kind == "table" and 0 < self.heads < len((self.whole or self).rows)

    def repeats(self, row: int) -> bool:
        """True for a head that has been read on an earlier page."""
        return self.continued and row < self.heads

    def cell(self, row: int, column: int) -> tuple[str, tuple[tuple[str, str | int], ...]]:
        """A cell's tag with its scope and spans; a cell without anything is no head.

        Nor is one that takes the rest of a row that it does not begin: nothing is left to head.
        """
        if self.kind == "list":
            return ("LBody" if column else "Lbl"), ()
        if self.kind == "contents":
            return ("NonStruct" if column else "Lbl"), ()
        held: Any = self
        scope = "Column" if row < self.heads else "Row" if column < self.names else ""
        if not held._cellvalues[row][column]:  # noqa: SLF001
            scope = ""
        spans: Any = held._spanRanges if held._spanCmds else {}  # noqa: SLF001
        left, top, right, low = spans.get((column, row)) or (0, 0, 0, 0)
        if scope == "Row" and 0 < left < right == len(held._cellvalues[row]) - 1:  # noqa: SLF001
            scope = ""
        says: list[tuple[str, str | int]] = [("Scope", scope)] if scope else []
        says += [("ColSpan", right - left + 1)] if right > left else []
        says += [("RowSpan", low - top + 1)] if low > top else []
        return ("TH" if scope else "TD"), tuple(says)

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The parts, whose rows are known by the same names; both halves of a row are one."""
        parts: list[Any] = super().split(availWidth, availHeight)
        if len(parts) != 2:
            return parts
        above, below = parts
        kept = len(below._cellvalues) - self.heads  # noqa: SLF001
        for part in parts:
            part.kind, part.heads, part.whole = self.kind, self.heads, self.whole or self
            part.splitInRow = 0
            part.names = self.names
        above.rows, above.continued = self.rows[: len(above._cellvalues)], self.continued  # noqa: SLF001
        below.rows, below.continued = (*self.rows[: self.heads], *self.rows[-kept:]), True
        return parts


CELLS = _Cells()
