"""Answers in an Excel workbook, as the questionnaire has them: one filled sheet, hostile or not."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from engagements.casework.answer_sheet import MAX_ROWS, Row
from engagements.framework.model import Framework
from engagements.language import tr
from engagements.problem import Problem

MAX_PARTS = 1_000
MAX_UNPACKED = 4_000_000
"""Bytes of all parts together; a questionnaire has some 200,000."""
MAX_SHEETS = 60
MAX_COLUMNS = 40
HEAD_WITHIN = 20
"""Rows in which the head is looked for."""
HEADS = {
    "criterion": ("criterion", "kriterium"),
    "answer": ("answer", "antwort"),
    "note": ("note", "notiz"),
}
OLD = b"\xd0\xcf\x11\xe0"
"""How a workbook of before 2007 begins, and one with a password."""
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a reader runs into in a file that is no workbook: openpyxl checks little by itself."""


@dataclass(frozen=True)
class _Filled:
    """A sheet with the head of a questionnaire, and its rows that hold something."""

    name: str
    rows: tuple[Row, ...]


def rows(data: bytes, framework: Framework) -> tuple[Row, ...]:
    """The filled-in rows of the one sheet that has any; Problem in words for everything else.

    A row without answer and note is a question that was left out.
    """
    _check_size(data)
    try:
        found = tuple(_sheets(data, _labels(framework)))
    except UNREADABLE:
        raise _no_workbook() from None
    if not found:
        raise Problem(
            tr("No sheet in it has the columns criterion and answer."),
            tr("Fill in a questionnaire that Plumbline wrote."),
        )
    filled = [one for one in found if one.rows]
    if len(filled) > 1:
        names = ", ".join(one.name for one in filled)
        raise Problem(
            tr("Several sheets hold answers: {names}.", names=names),
            tr("An interview has one sheet; import a copy for each. Nothing was imported."),
        )
    return filled[0].rows if filled else ()


def _check_size(data: bytes) -> None:
    """Refuse what would unpack to more than a questionnaire ever is, before it is unpacked."""
    if data.startswith(OLD):
        raise Problem(
            tr("It is an old workbook, or has a password."),
            tr("Save it as .xlsx without a password."),
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except UNREADABLE:
        raise _no_workbook() from None
    if len(parts) > MAX_PARTS or sum(one.file_size for one in parts) > MAX_UNPACKED:
        raise Problem(
            tr("It unpacks to more than {most} MB.", most=MAX_UNPACKED // 1_000_000),
            tr("Fill in a questionnaire that Plumbline wrote."),
        )


def _no_workbook() -> Problem:
    return Problem(tr("It is no Excel workbook."), tr("Save it as .xlsx. Nothing was imported."))


def _labels(framework: Framework) -> dict[str, str]:
    """An answer's code by its words in the rule set."""
    return {one.label.casefold(): one.code.value for one in framework.answers}


def _sheets(data: bytes, labels: dict[str, str]) -> Iterator[_Filled]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of extensions that it leaves out
        book: Any = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets[:MAX_SHEETS]:
            cells = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True)
            found = _read(str(sheet.title), cells, labels)
            if found:
                yield found


def _read(name: str, cells: Iterator[Sequence[object]], labels: dict[str, str]) -> _Filled | None:
    """A questionnaire's rows below its head; None for a sheet that has no such head."""
    places: dict[str, int] = {}
    found: list[Row] = []
    for number, values in enumerate(cells, start=1):
        texts = [_text(one) for one in values]
        if not places:
            places = _places(texts)
            if not places and number >= HEAD_WITHIN:
                return None
            continue
        fields = {key: texts[place] for key, place in places.items() if place < len(texts)}
        answer, note = fields.get("answer", ""), fields.get("note", "")
        if answer or note:
            where = tr("{sheet}, row {row}", sheet=name, row=number)
            known = labels.get(answer.casefold(), answer)
            found.append(Row(where, fields.get("criterion", ""), known, note))
    return _Filled(name, tuple(found)) if places else None


def _places(texts: Sequence[str]) -> dict[str, int]:
    """Columns by what they hold, where this is a head; else nothing."""
    found: dict[str, int] = {}
    for place, words in enumerate(texts):
        for key, names in HEADS.items():
            if words.casefold() in names:
                found.setdefault(key, place)
    return found if {"criterion", "answer"} <= found.keys() else {}


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
