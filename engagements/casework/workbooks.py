"""Workbooks filled in outside, hostile or not: refused before they cost anything, else as rows."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeVar

from engagements.language import tr
from engagements.problem import Problem

MAX_ROWS = 10_000
MAX_COLUMNS = 40
MAX_SHEETS = 60
MAX_PARTS = 1_000
MAX_UNPACKED = 4_000_000
"""Bytes of all parts together; a questionnaire has some 200,000."""
MAX_TAGS = 120_000
"""Marks that begin an element's tag in all parts together, empty cells included; a questionnaire
has some 10,000. Reading takes time and memory by their number, not by the size of the file."""
MAX_SAID = 4_000_000
"""Characters of all cells together: one text can be named by every cell."""
CHUNK = 1 << 16
DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
"""How a document type begins, which multiplies what is read; no spreadsheet writes one."""
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

Row = tuple[str, ...]
Made = TypeVar("Made")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, and its rows from the first, each as the texts of its cells.

    A row without any text is empty. Rows can be read once.
    """

    name: str
    rows: Iterator[Row]


def each(data: bytes, advice: str, read: Callable[[Sheet], Made]) -> list[Made]:
    """What ``read`` makes of every sheet; Problem in words for what is none, or costs too much.

    ``advice`` says which workbook is wanted instead of one that is too large.
    """
    _check(data, advice)
    import openpyxl

    said = _Said(advice)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of extensions that it leaves out
        with _readable():
            book: Any = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            found = [(str(one.title), one) for one in book.worksheets[:MAX_SHEETS]]
        return [read(Sheet(name, _rows(one, said))) for name, one in found]


def _rows(sheet: Any, said: _Said) -> Iterator[Row]:
    with _readable():
        for values in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True):
            yield said.texts(values) if any(one is not None for one in values) else ()


class _Said:
    """The texts of cells, counted over all sheets."""

    def __init__(self, advice: str) -> None:
        self._left, self._advice = MAX_SAID, advice

    def texts(self, values: Any) -> Row:
        """The cells of a row as trimmed texts; Problem once there is too much of them."""
        found = tuple("" if one is None else str(one) for one in values)
        self._left -= sum(map(len, found))
        if self._left < 0:
            raise _too_large(self._advice)
        return tuple(one.strip() for one in found)


@contextmanager
def _readable() -> Generator[None]:
    """Whatever a reader runs into in words."""
    try:
        yield
    except UNREADABLE:
        raise no_workbook() from None


def _check(data: bytes, advice: str) -> None:
    """Refuse what would take long to read, before it is read."""
    if data.startswith(OLD):
        raise Problem(
            tr("It is an old workbook, or has a password."),
            tr("Save it as .xlsx without a password."),
        )
    with _readable(), zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(one.file_size for one in parts) > MAX_UNPACKED:
            raise _too_large(advice)
        tags = 0
        for part in parts:
            tags += _tags(archive, part)
            if tags > MAX_TAGS:
                raise _too_many(advice)


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many tags a part has at most; Problem where it has a document type."""
    found, end = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            if any(one in end + chunk for one in DOCTYPE):
                raise no_workbook()
            found += chunk.count(b"<")
            if found > MAX_TAGS:
                break
            end = chunk[-32:]
    return found


def no_workbook() -> Problem:
    """What is said of a file that cannot be read as one."""
    return Problem(tr("It is no Excel workbook."), tr("Save it as .xlsx. Nothing was imported."))


def _too_large(advice: str) -> Problem:
    most = MAX_UNPACKED // 1_000_000
    return Problem(tr("It unpacks to more than {most} MB.", most=most), advice)


def _too_many(advice: str) -> Problem:
    return Problem(tr("It has far more cells than such a sheet needs."), advice)


def compared(words: str) -> str:
    """Words as they are compared: in small letters, with the apostrophe of a keyboard."""
    return words.casefold().replace("’", "'")
