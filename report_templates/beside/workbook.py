"""The tables of an engagement as an Excel workbook: typed cells under heads that stay in sight."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

from io import BytesIO
from typing import Any

from report_templates.beside import book
from report_templates.brand import BrandKit
from report_templates.content.sheets import Book, Kind, Sheet

HEAD_HEIGHT = 30


def build(content: Book, kit: BrandKit) -> bytes:
    """One sheet per table, each with a frozen head, filters and set widths."""
    target = BytesIO()
    with book.written(target, content.title, content.issued, kit) as file:
        for sheet in content.sheets:
            _write(file, sheet)
    return target.getvalue()


def _write(file: book.Book, content: Sheet) -> None:
    sheet: Any = file.sheet(content.name)
    last = len(content.columns) - 1
    for place, column in enumerate(content.columns):
        sheet.set_column(place, place, column.width)
        book.put(sheet, 0, place, column.head, file.dress["head"])
    sheet.set_row(0, HEAD_HEIGHT)
    for line, cells in enumerate(content.rows, start=1):
        for place, (value, column) in enumerate(zip(cells, content.columns, strict=True)):
            key = place == 0 and column.kind is Kind.TEXT
            book.put(sheet, line, place, value, file.dress["key" if key else column.kind.value])
        widths = (column.width for column in content.columns)
        book.heighten(sheet, line, zip(cells, widths, strict=True))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(content.rows)), last)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
