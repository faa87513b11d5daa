"""A workbook as XlsxWriter makes it: no formulas, no links, the same bytes on every day."""

# XlsxWriter's own types are partial.
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

from __future__ import annotations

import textwrap
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from report_templates.beside import guard
from report_templates.brand import BrandKit

FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
LONGEST_NAME = 31
OPTIONS: dict[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "default_date_format": "yyyy-mm-dd",
}
LONGEST_FOOT = 110
"""Characters; a spreadsheet takes 255, each ampersand counting twice."""
PAPERS = {"A4": 9, "Letter": 1}
"""Papers by a kit's code, as spreadsheets number them."""
LINE, PAD = 13.2, 4.0
"""Points that a line of text is high, and the room around all of them."""
DENSITY = 1.08
"""Letters of a sentence that stand where a column counts one digit; fonts in place are wider."""
MOST_LINES = 30
"""A spreadsheet's row can be 409 points high."""
FONT = "Calibri"
"""Every spreadsheet program has it or its like; a kit's own fonts seldom are there."""


@dataclass(frozen=True)
class Dress:
    """Formats of one workbook by what a cell is."""

    formats: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        """The format of a kind of cell; KeyError when there is none."""
        return self.formats[name]


@dataclass(frozen=True)
class Book:
    """A workbook being written; ``file`` is XlsxWriter's, ``paper`` a code of XlsxWriter's."""

    file: Any
    dress: Dress
    paper: int
    foot: str

    def sheet(self, name: str) -> Any:
        """A new sheet; its name is cut and cleaned as spreadsheets want it."""
        cleaned = guard.line(name).translate(FORBIDDEN).strip("' ")
        return self.file.add_worksheet(cleaned[:LONGEST_NAME] or None)

    def printed(self, sheet: Any, head: int | None = None, wide: int = 1) -> None:
        """Print a sheet across, ``wide`` pages side by side, its ``head`` row (from 0) on each."""
        sheet.set_landscape()
        sheet.set_paper(self.paper)
        sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
        sheet.fit_to_pages(wide, 0)
        sheet.set_footer(self.foot)
        if head is not None:
            sheet.repeat_rows(head)


@contextmanager
def written(
    target: BytesIO, title: str, made: date, kit: BrandKit, paper: str = ""
) -> Generator[Book]:
    """A workbook in a kit's colours, written to ``target`` when the block ends.

    ``paper`` is A4 or Letter; empty is the kit's.
    """
    file: Any = xlsxwriter.Workbook(target, OPTIONS)
    file.set_properties(
        {
            "title": guard.line(title),
            "author": guard.line(kit.brand.firm),
            "created": datetime.combine(made, time(), UTC),
        }
    )
    try:
        size = PAPERS[paper or kit.brand.paper]
        yield Book(file, _dress(file, kit), size, _foot(title, kit))
    finally:
        file.close()


def _foot(title: str, kit: BrandKit) -> str:
    """Whose eyes it is for, what it is, and the page, in a spreadsheet's own signs."""
    words = guard.line(f"{kit.brand.confidentiality} · {title}")[:LONGEST_FOOT]
    return f"&L&8 {words.replace('&', '&&')}&R&8 &P / &N"


def put(sheet: Any, row: int, column: int, value: object, dress: Any) -> None:
    """One typed cell: a number and a day as such, all other text guarded; None is blank."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, dress)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), dress)
    elif isinstance(value, str):
        sheet.write_string(row, column, guard.cell(value), dress)
    else:
        sheet.write_number(row, column, value, dress)


def heighten(sheet: Any, row: int, cells: Iterable[tuple[object, float]]) -> None:
    """Make a row as high as its texts need, given with the widths of their columns.

    Not every program does so by itself when it opens the file.
    """
    lines = max(
        (_lines(value, width) for value, width in cells if isinstance(value, str)), default=1
    )
    sheet.set_row(row, LINE * min(lines, MOST_LINES) + PAD)


def _lines(words: str, width: float) -> int:
    room = max(1, int(width * DENSITY))
    return sum(len(textwrap.wrap(line, room)) or 1 for line in words.split("\n"))


def _dress(file: Any, kit: BrandKit) -> Dress:
    base: dict[str, Any] = {
        "font_name": FONT,
        "font_size": 10,
        "font_color": kit.palette["ink"],
        "valign": "top",
    }
    lined = {**base, "bottom": 1, "bottom_color": kit.palette["rule1"]}
    field: dict[str, Any] = {
        **base,
        "text_wrap": True,
        "num_format": "@",
        "bg_color": kit.palette["panel"],
        "border": 1,
        "border_color": kit.palette["rule2"],
        "locked": False,
    }
    head: dict[str, Any] = {
        **base,
        "bold": True,
        "font_color": kit.palette["on_primary"],
        "bg_color": kit.palette["primary"],
        "text_wrap": True,
        "valign": "vcenter",
    }
    kinds: dict[str, dict[str, Any]] = {
        "head": head,
        "head_number": {**head, "align": "right", "indent": 1},
        "title": {**base, "bold": True, "font_size": 14, "font_color": kit.palette["primary"]},
        "plain": base,
        "text": {**lined, "text_wrap": True, "num_format": "@"},
        "long": {**lined, "text_wrap": True, "num_format": "@"},
        "key": {**lined, "bold": True, "num_format": "@"},
        "number": {**lined, "num_format": "General", "align": "right", "indent": 1},
        "day": {**lined, "num_format": "yyyy-mm-dd", "align": "left"},
        "field": field,
        "field_number": {**field, "num_format": "0", "align": "center"},
    }
    return Dress({name: file.add_format(fields) for name, fields in kinds.items()})
