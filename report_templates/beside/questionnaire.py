"""The blank questionnaire as a workbook: a sheet per role, with cells to fill in."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

from io import BytesIO
from typing import Any

from report_templates.beside import book, guard
from report_templates.brand import BrandKit
from report_templates.content.questionnaire import Questionnaire, RoleSheet

WIDTHS = (10, 36, 28, 28, 28, 15, 36)
HEAD = 3
"""The row of the head, from 0: title, what to do and an empty one stand above."""
ANSWER, NOTE = 5, 6
TITLE_HEIGHT = 24
"""Points."""
LONGEST_NAME = 24
"""Characters of a sheet's name; a spreadsheet takes 31."""


def build(content: Questionnaire, kit: BrandKit) -> bytes:
    """One sheet per role; all but answers and notes is protected from slips, without a password."""
    target = BytesIO()
    with book.written(
        target, content.title, content.issued, kit.spoken(content.language), content.paper
    ) as file:
        for role, name in zip(content.roles, _names(content), strict=True):
            _write(file, content, role, name)
    return target.getvalue()


def _names(content: Questionnaire) -> list[str]:
    """A name for each sheet; two interviewees may be called alike, two sheets may not."""
    found: list[str] = []
    for place, one in enumerate(content.roles, start=1):
        short = one.name[:LONGEST_NAME]
        alike = any(short.casefold() == known.casefold() for known in found)
        found.append(f"{place} {short}" if alike else short)
    return found


def _write(file: book.Book, content: Questionnaire, role: RoleSheet, name: str) -> None:
    dress, sheet = file.dress, file.sheet(name)
    book.put(sheet, 0, 0, role.title, dress["title"])
    sheet.set_row(0, TITLE_HEIGHT)
    book.put(sheet, 1, 0, content.about, dress["plain"])
    for place, (head, width) in enumerate(zip(content.heads, WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        book.put(sheet, HEAD, place, head, dress["head"])
    for line, one in enumerate(role.questions, start=HEAD + 1):
        asked = (one.criterion, one.question, one.yes, one.partly, one.no)
        book.heighten(sheet, line, zip(asked, WIDTHS, strict=False))
        for place, words in enumerate(asked):
            book.put(sheet, line, place, words, dress["text" if place else "key"])
        for place in (ANSWER, NOTE):
            book.put(sheet, line, place, None, dress["field"])
        sheet.data_validation(line, ANSWER, line, ANSWER, _choice(content, one.answers))
    sheet.freeze_panes(HEAD + 1, 1)
    file.printed(sheet, head=HEAD)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_rows": True, "format_columns": True, "autofilter": True})


def _choice(content: Questionnaire, answers: tuple[str, ...]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": [guard.line(one) for one in answers],
        "error_title": guard.line(content.heads[ANSWER])[:32],
        "error_message": guard.line(content.choose)[:255],
    }
