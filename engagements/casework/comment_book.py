"""The comment sheet that came back, hostile or not: its rows, if it is one of this engagement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from engagements.casework import workbooks
from engagements.language import tr
from engagements.problem import Problem
from engagements.records.commenting import MAX_PAGE, SHEET_META, STATES, CommentState

MAX_BYTES = 10_000_000
MAX_VERSION = 40
HEAD_WITHIN = 10
"""Rows in which the head is looked for."""
FIELDS = ("page", "section", "reader", "text", "response", "state")
"""What a row's prints are of, in their order."""
HEADS: Mapping[str, tuple[str, ...]] = {
    "number": ("no.", "nr."),
    "page": ("page", "seite"),
    "section": ("section", "abschnitt"),
    "reader": ("reader's role", "rolle"),
    "text": ("comment", "kommentar"),
    "response": ("response", "antwort"),
    "state": ("state", "stand"),
    "prints": ("prints",),
}
STATE_WORDS: Mapping[str, CommentState] = {
    **{code: code for code in STATES},
    "": "open",
    "offen": "open",
    "angenommen": "accepted",
    "abgelehnt": "declined",
    "erledigt": "done",
}
WHOLE = re.compile(r"(\d{1,9})(?:\.0+)?")
SOME = re.compile(r"\d{1,4}")
QUOTED = re.compile(r"'(?=\s*[=+\-@|＝＋－＠\t\r])")
"""The apostrophe that was put before what a spreadsheet would compute."""


@dataclass(frozen=True)
class Row:
    """One row with something in it; ``where`` counts from 1, ``state`` is None where unknown.

    ``prints`` are those of its cells when they were sent out, empty for a row that is new;
    ``cells`` are the texts they have now, both in the order of ``FIELDS``.
    """

    where: int
    number: int | None
    version: str
    page: int | None
    section: str
    reader: str
    text: str
    response: str
    state: CommentState | None
    cells: tuple[str, ...]
    prints: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Sheet:
    """What a sheet is: the sheet's own word, or a list of comments, or neither."""

    meta: tuple[str, ...] = ()
    rows: tuple[tuple[int, Mapping[str, str]], ...] | None = None


def read(path: Path, engagement: str) -> tuple[Row, ...]:
    """The rows of a comment sheet; Problem naming the file unless it is of this engagement."""
    try:
        return rows(_bytes(path), engagement)
    except Problem as problem:
        raise Problem(f"{path.name}: {problem.title}", problem.advice) from None


def rows(data: bytes, engagement: str) -> tuple[Row, ...]:
    """The rows of a comment sheet that was made for the engagement of that id."""
    found = workbooks.each(data, _advice(), _read)
    meta = next((one.meta for one in found if one.meta), ())
    lists = [one.rows for one in found if one.rows is not None]
    if not meta or not lists:
        raise Problem(tr("It is no comment sheet that Plumbline wrote."), _advice())
    if meta[1:2] != (engagement,):
        raise Problem(
            tr("It is the comment sheet of another engagement."),
            tr("Open that engagement, and take it in there."),
        )
    version = _line(QUOTED.sub("", meta[2], count=1))[:MAX_VERSION] if len(meta) > 2 else ""
    return tuple(_row(where, fields, version) for one in lists for where, fields in one)


def _advice() -> str:
    return tr("Take in a sheet that was sent out from here. Nothing was imported.")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Problem(f"{error.strerror or tr('cannot be read')}.") from None
    if len(data) > MAX_BYTES:
        raise Problem(tr("It is larger than {most} MB.", most=MAX_BYTES // 1_000_000), _advice())
    return data


def _read(sheet: workbooks.Sheet) -> _Sheet:
    places: dict[str, int] = {}
    found: list[tuple[int, Mapping[str, str]]] = []
    for number, texts in enumerate(sheet.rows, start=1):
        if number == 1 and texts[:1] == (SHEET_META,):
            return _Sheet(meta=texts)
        if places:
            fields = {name: texts[at] for name, at in places.items() if at < len(texts)}
            if any(fields.get(name) for name in ("text", "number", "reader", "response")):
                found.append((number, fields))
        elif number > HEAD_WITHIN:
            return _Sheet()
        else:
            places = dict(_places(texts))
    return _Sheet(rows=tuple(found)) if places else _Sheet()


def _places(texts: workbooks.Row) -> Iterator[tuple[str, int]]:
    """Columns by what they hold, where this is the head of the list; else nothing."""
    flat = [workbooks.compared(one) for one in texts]
    for name, heads in HEADS.items():
        at = next((place for place, words in enumerate(flat) if words in heads), None)
        if at is not None:
            yield name, at
        elif name in ("number", "text"):
            return


def _row(where: int, fields: Mapping[str, str], version: str) -> Row:
    cells = tuple(fields.get(name, "") for name in FIELDS)
    number = WHOLE.fullmatch(fields.get("number", ""))
    whole = WHOLE.fullmatch(cells[0])
    if whole:
        cells = (str(int(whole[1])), *cells[1:])
    prints = tuple(fields.get("prints", "").split())
    page, section, reader, text, response, state = (QUOTED.sub("", one, count=1) for one in cells)
    return Row(
        where=where,
        number=int(number[1]) if number else None,
        version=version,
        page=_page(page),
        section=_line(section),
        reader=_line(reader),
        text=text.replace("_x000D_", "").replace("\r\n", "\n"),
        response=response.replace("_x000D_", "").replace("\r\n", "\n"),
        state=STATE_WORDS.get(state.casefold()),
        cells=cells,
        prints=prints if len(prints) == len(FIELDS) else (),
    )


def _page(words: str) -> int | None:
    """The first page that is named; None where none is."""
    found = SOME.search(words)
    page = int(found[0]) if found else 0
    return page if 1 <= page <= MAX_PAGE else None


def _line(words: str) -> str:
    return " ".join(words.split())
