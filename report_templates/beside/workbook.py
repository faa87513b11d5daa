"""The tables of an engagement as an Excel workbook: typed cells under heads that stay in sight."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

from io import BytesIO
from math import ceil
from typing import Any

from report_templates.beside import book
from report_templates.brand import BrandKit
from report_templates.content.sheets import Book, Kind, Sheet

HEAD_HEIGHT = 30
LEGIBLE = 230
"""Characters across a page that can be read."""


def build(content: Book, kit: BrandKit) -> bytes:
    """One sheet per table, each with a frozen head, filters and set widths."""
    target = BytesIO()
    with book.written(
        target, content.title, content.issued, kit.spoken(content.language), content.paper
    ) as file:
        for sheet in content.sheets:
            _write(file, sheet)
    return target.getvalue()


def _write(file: book.Book, content: Sheet) -> None:
    sheet: Any = file.sheet(content.name)
    last = len(content.columns) - 1
    for place, column in enumerate(content.columns):
        sheet.set_column(place, place, column.width)
        dress = "head_number" if column.kind is Kind.NUMBER else "head"
        book.put(sheet, 0, place, column.head, file.dress[dress])
    sheet.set_row(0, HEAD_HEIGHT)
    for line, cells in enumerate(content.rows, start=1):
        for place, (value, column) in enumerate(zip(cells, content.columns, strict=True)):
            key = place == 0 and column.kind is Kind.TEXT
            book.put(sheet, line, place, value, file.dress["key" if key else column.kind.value])
        widths = (column.width for column in content.columns)
        book.heighten(sheet, line, zip(cells, widths, strict=True))
    stay = content.stay
    sheet.freeze_panes(1, stay)
    sheet.autofilter(0, 0, max(1, len(content.rows)), last)
    sheet.hide_gridlines(2)
    wide = _pages(content)
    if wide > 1:
        sheet.repeat_columns(0, stay - 1)
    file.printed(sheet, head=0, wide=wide)


def _pages(content: Sheet) -> int:
    """How many pages side by side a table needs to be read, its first columns on each."""
    widths = [one.width for one in content.columns]
    first = sum(widths[: content.stay])
    return max(1, ceil((sum(widths) - first) / (LEGIBLE - first)))
