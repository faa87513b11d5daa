"""What a section writes with: headings, paragraphs, lists, tables and pictures in their styles."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from report_templates.beside import guard
from report_templates.beside.word import xml
from report_templates.beside.word.dress import CELL, HEAD, LABEL
from report_templates.beside.word.pictures import png
from report_templates.beside.word.widths import PADDING, shared
from report_templates.content.base import Heading
from report_templates.figures.scene import Scene, Weight
from report_templates.style import WIDTH, Look
from report_templates.words import Words

LABELS = 110.0
"""Points that the labels of facts are wide."""
TABLE_SIZE, SPARE = 8.5, 1.2
"""Points that a table's words are high; how much wider the font in place of ours may be."""


@dataclass(frozen=True)
class Writer:
    """Appends to a document; every word passes the one gate for text."""

    document: Document
    look: Look
    marks: dict[str, int] = field(default_factory=dict[str, int])
    """Numbers of bookmarks by the key of their section."""

    @property
    def say(self) -> Words:
        """The report's own words."""
        return self.look.say

    def section(self, heading: Heading) -> None:
        """Begin a page with a section's label and action title."""
        name = "" if heading.name == heading.title else heading.name
        label = self.page(" · ".join(filter(None, (heading.number, name))), LABEL)
        xml.bookmarked(label, self.mark(heading.key), self.marks[heading.key])
        self.heading(heading.title, 1)

    def mark(self, key: str) -> str:
        """The bookmark of a section, as Word lets one be called."""
        return f"section_{self.marks.setdefault(key, len(self.marks) + 1)}"

    def page(self, words: str, style: str) -> Paragraph:
        """Begin a page with a paragraph."""
        found = self.added(style, guard.line(words))
        found.paragraph_format.page_break_before = True
        return found

    def heading(self, words: str, level: int) -> None:
        """A heading of level 1 to 3; nothing without words."""
        if words:
            self.added(f"Heading {level}", guard.line(words))

    def para(
        self, words: str, style: str = "Normal", *, lead: str = "", above: float | None = None
    ) -> None:
        """A paragraph, after ``lead`` in bold; nothing without words.

        It stands ``above`` points below the one before, else as its style says.
        """
        if words or lead:
            found = self.added(style)
            if above is not None:
                found.paragraph_format.space_before = Pt(above)
            _filled(found, words, lead)

    def facts(self, items: Iterable[tuple[str, str]]) -> None:
        """Labels in bold with their words beside them, in two columns."""
        for label, words in items:
            found = self.added("Normal")
            layout = found.paragraph_format
            layout.tab_stops.add_tab_stop(Pt(LABELS))
            layout.left_indent, layout.first_line_indent = Pt(LABELS), Pt(-LABELS)
            found.add_run(guard.line(label)).bold = True
            found.add_run(f"\t{guard.line(words)}")

    def points(self, items: Iterable[tuple[str, str]]) -> None:
        """A list of points, each a lead in bold and its words."""
        for lead, words in items:
            self.para(words, "List Bullet", lead=lead)

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        about: str,
        high: float = 0,
    ) -> None:
        """A table under a marked head that repeats; ``widths`` are shares, ``about`` names it.

        Its rows are at least ``high`` points high.
        """
        table: Any = self.document.add_table(1 + len(rows), len(heads))
        table.style = "Normal Table"
        table.autofit = False
        xml.described(table, guard.line(about))
        xml.padded(table, PADDING)
        points = [Pt(one) for one in shared(widths, heads, rows, self._wide)]
        for number, (row, cells) in enumerate(zip(table.rows, (heads, *rows), strict=True)):
            xml.kept(row, head=number == 0)
            if high and number:
                row.height = Pt(high)
            for place, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = points[place]
                self._cell(cell, words, head=number == 0)
        for column, wide in zip(table.columns, points, strict=True):
            column.width = wide
        self.para(" ", "Caption")

    @cached_property
    def _ids(self) -> dict[str, str]:
        """Styles by name: python-docx would look through all of them for every paragraph."""
        return {str(one.name): str(one.style_id) for one in self.document.styles}

    def _wide(self, word: str, head: bool) -> float:
        """How wide a word is in a table, in points, with some room for a font in its place."""
        weight = Weight.SEMIBOLD if head else Weight.REGULAR
        return self.look.metrics.width(word, weight, TABLE_SIZE) * SPARE

    def added(self, style: str, words: str = "") -> Paragraph:
        """A new paragraph at the end in a style."""
        found = self.document.add_paragraph(words)
        xml.styled(found, self._ids[style])
        return found

    def _cell(self, cell: Any, words: str, *, head: bool) -> None:
        xml.styled(cell.paragraphs[0], self._ids[HEAD if head else CELL])
        _filled(cell.paragraphs[0], words, "")
        fill = self.look.colour("primary").removeprefix("#") if head else ""
        xml.ground(cell, self.look.colour("rule1").removeprefix("#"), fill)

    def picture(self, scene: Scene, alt: str) -> None:
        """A figure with what it says in words."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        wide = min(scene.width, WIDTH)
        shape: Any = paragraph.add_run().add_picture(BytesIO(png(scene, self.look)), width=Pt(wide))
        xml.alternative(shape, guard.line(alt))
        xml.flush(shape)


def _filled(paragraph: Paragraph, words: str, lead: str) -> None:
    if lead:
        paragraph.add_run(guard.line(lead)).bold = True
        paragraph.add_run("  ")
    paragraph.add_run(guard.paragraph(words))
