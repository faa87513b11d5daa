"""The comment sheet as a workbook: what to do, the list to fill in, and where it belongs."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

from io import BytesIO
from typing import Any

from engagements.records.commenting import MAX_PAGE, SHEET_META, print_of
from report_templates.beside import book, guard
from report_templates.brand import BrandKit
from report_templates.content.comments import CommentRow, CommentSheet

WIDTHS = (6, 7, 24, 22, 60, 44, 13)
PAGE, STATE, PRINTS = 1, 6, 7
HEAD = 2
"""The row of the head, from 0: title and an empty one stand above."""
ABOUT_WIDTH = 90
TITLE_HEIGHT = 24
"""Points."""


def build(content: CommentSheet, kit: BrandKit) -> bytes:
    """Three sheets: two sentences, the list, and a hidden one; numbers and heads are protected."""
    target = BytesIO()
    with book.written(
        target, content.title, content.made, kit.spoken(content.language), content.paper
    ) as file:
        _explain(file, content)
        _list(file, content)
        _belong(file, content)
    return target.getvalue()


def _explain(file: book.Book, content: CommentSheet) -> None:
    sheet = file.sheet(content.about_name)
    sheet.set_column(0, 0, ABOUT_WIDTH)
    book.put(sheet, 0, 0, content.title, file.dress["title"])
    for line, words in enumerate(content.about, start=2):
        book.put(sheet, line, 0, words, file.dress["text"])
        book.heighten(sheet, line, [(words, ABOUT_WIDTH)])
    sheet.hide_gridlines(2)
    sheet.protect("")
    file.printed(sheet)


def _list(file: book.Book, content: CommentSheet) -> None:
    dress, sheet = file.dress, file.sheet(content.list_name)
    sheet.set_row(0, TITLE_HEIGHT)
    book.put(sheet, 0, 0, content.title, dress["title"])
    for place, (head, width) in enumerate(zip(content.heads, WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        book.put(sheet, HEAD, place, head, dress["head"])
    sheet.set_column(PRINTS, PRINTS, None, None, {"hidden": True})
    book.put(sheet, HEAD, PRINTS, "prints", dress["plain"])
    for line, row in enumerate(content.rows, start=HEAD + 1):
        _row(sheet, line, row, file.dress)
    begin = HEAD + 1 + len(content.rows)
    last = begin + content.empty - 1
    for line in range(begin, last + 1):
        book.put(sheet, line, 0, None, dress["key"])
        for place in range(PAGE, STATE + 1):
            book.put(sheet, line, place, None, dress[_field(place)])
    sheet.data_validation(HEAD + 1, PAGE, last, PAGE, _a_page(content))
    sheet.data_validation(HEAD + 1, STATE, last, STATE, _a_state(content))
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_rows": True, "format_columns": True, "autofilter": True})
    sheet.activate()
    file.printed(sheet, head=HEAD)


def _row(sheet: Any, line: int, row: CommentRow, dress: book.Dress) -> None:
    values = (row.page, row.section, row.reader, row.text, row.response, row.state)
    book.heighten(sheet, line, zip(values, WIDTHS[PAGE:], strict=True))
    book.put(sheet, line, 0, row.number, dress["key"])
    for place, value in enumerate(values, start=PAGE):
        book.put(sheet, line, place, value, dress[_field(place)])
    book.put(sheet, line, PRINTS, " ".join(print_of(_said(one)) for one in values), dress["plain"])


def _field(place: int) -> str:
    """How a cell to fill in is dressed: a page is a number, all else is text."""
    return "field_number" if place == PAGE else "field"


def _said(value: str | int | None) -> str:
    """What the cell of a value holds."""
    if isinstance(value, str):
        return guard.cell(value)
    return "" if value is None else str(value)


def _belong(file: book.Book, content: CommentSheet) -> None:
    """Where the workbook is from, by which a foreign one is told apart."""
    sheet = file.sheet("Plumbline")
    for place, words in enumerate((SHEET_META, content.engagement, content.version)):
        book.put(sheet, 0, place, words, file.dress["plain"])
    sheet.protect("")
    sheet.very_hidden()


def _a_page(content: CommentSheet) -> dict[str, Any]:
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 1,
        "maximum": MAX_PAGE,
        "error_title": guard.line(content.heads[PAGE])[:32],
        "error_message": guard.line(content.a_page)[:255],
    }


def _a_state(content: CommentSheet) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": [guard.line(one) for one in content.states],
        "error_title": guard.line(content.heads[STATE])[:32],
        "error_message": guard.line(content.choose)[:255],
    }
