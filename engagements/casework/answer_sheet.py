"""Answer sheets filled in outside: CSV, JSON and Excel read whole, every bad row named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast

from engagements.framework.model import AnswerValue, CriterionType, Framework
from engagements.language import tr
from engagements.problem import Problem
from engagements.records.base import MAX_TEXT

MAX_BYTES = 10_000_000
MAX_ROWS = 10_000
PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin: .ods and .xlsx, and the old .xls."""
NAMED = 20
"""Bad rows named one by one; more are counted."""

COLUMNS = ("criterion", "answer", "note")
VALUES: Mapping[str, AnswerValue] = {
    **{value.value: value for value in AnswerValue},
    "don't know": AnswerValue.UNKNOWN,
    "don’t know": AnswerValue.UNKNOWN,
}


@dataclass(frozen=True)
class Row:
    """One filled-in row; ``where`` names its place in the sheet, such as ``line 4``."""

    where: str
    criterion: str
    answer: str
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """One checked row."""

    criterion: str
    value: AnswerValue
    note: str


def read(path: Path, framework: Framework) -> tuple[Entry, ...]:
    """The checked rows of a sheet; Problem naming the file and every bad row."""
    data = _bytes(path)
    try:
        return check(_rows(data, path.suffix.lower(), framework), framework)
    except Problem as problem:
        raise Problem(f"{path.name}: {problem.title}", problem.advice) from None


def _rows(data: bytes, suffix: str, framework: Framework) -> tuple[Row, ...]:
    if suffix == ".xlsx":
        from engagements.casework import answer_book

        return answer_book.rows(data, framework)
    if data.startswith(PACKED):
        raise Problem(
            tr("It is no CSV, and its name does not end in .xlsx."),
            tr("Save it as .xlsx. Nothing was imported."),
        )
    return tuple(_json_rows(data) if suffix == ".json" else _csv_rows(data))


def check(rows: tuple[Row, ...], framework: Framework) -> tuple[Entry, ...]:
    """Rows as entries; Problem that lists the bad ones by their place."""
    if not rows:
        raise Problem(tr("No answers in it."), tr("One row per criterion is expected."))
    if len(rows) > MAX_ROWS:
        raise Problem(
            tr("{rows} rows, more than {max_rows}.", rows=len(rows), max_rows=MAX_ROWS),
            tr("Split the sheet."),
        )
    first: dict[str, str] = {}
    entries: list[Entry] = []
    faults: list[str] = []
    for row in rows:
        fault = _fault(row, first, framework)
        if fault:
            faults.append(f"{row.where}: {fault}")
            continue
        entries.append(Entry(_id(row), VALUES[_word(row)], row.note.strip()))
    if faults:
        _refuse_all(faults, len(rows))
    return tuple(entries)


def _fault(row: Row, first: dict[str, str], framework: Framework) -> str:
    """What is wrong with one row, in a few words; empty when nothing is."""
    criterion = framework.criterion.get(_id(row))
    if criterion is None:
        if not row.criterion:
            return tr("no criterion")
        return tr("unknown criterion {criterion}", criterion=_quoted(row.criterion))
    if criterion.id in first:
        return tr(
            "{criterion} stands twice (first in {place})",
            criterion=criterion.id,
            place=first[criterion.id],
        )
    first[criterion.id] = row.where
    return _answer_fault(row, key=criterion.type is CriterionType.KEY)


def _answer_fault(row: Row, *, key: bool) -> str:
    value = VALUES.get(_word(row))
    if value is None:
        if not row.answer.strip():
            return tr("no answer")
        return tr("unknown answer {answer}", answer=_quoted(row.answer))
    if len(row.note) > MAX_TEXT:
        return tr("a note of more than {most} characters", most=MAX_TEXT)
    if value is AnswerValue.NA and key:
        return tr("{criterion} is a key criterion and cannot be n/a", criterion=_id(row))
    if value is AnswerValue.NA and not row.note.strip():
        return tr("n/a needs its reason in the note")
    return ""


def _refuse_all(faults: list[str], total: int) -> NoReturn:
    named = faults[:NAMED]
    if len(faults) > NAMED:
        named.append(tr("and {n} more", n=len(faults) - NAMED))
    title = tr(
        "{bad} of {total} rows cannot be read: {faults}.",
        bad=len(faults),
        total=total,
        faults="; ".join(named),
    )
    raise Problem(title, tr("Nothing was imported."))


def _id(row: Row) -> str:
    return row.criterion.strip().upper()


def _word(row: Row) -> str:
    return row.answer.strip().lower()


def _quoted(text: str) -> str:
    shown = text.strip()
    return json.dumps(shown if len(shown) <= 40 else shown[:37] + "...")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Problem(f"{path}: {error.strerror or tr('cannot be read')}.") from None
    if len(data) > MAX_BYTES:
        raise Problem(
            tr(
                "{path} is larger than {max_bytes} MB.",
                path=path.name,
                max_bytes=MAX_BYTES // 1_000_000,
            ),
            tr("Split it."),
        )
    return data


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problem(
            tr("Line {line} is not UTF-8.", line=line), tr("Save the sheet as UTF-8.")
        ) from None


def _csv_rows(data: bytes) -> Iterator[Row]:
    text = _text(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    places: dict[str, int] | None = None
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader, None)
        except csv.Error as error:
            raise Problem(
                tr("Line {line} is not CSV ({error}).", line=line, error=error),
                tr("Nothing was imported."),
            ) from None
        if fields is None:
            break
        if not any(field.strip() for field in fields):
            continue
        if places is None:
            places = _places(fields, line)
        else:
            yield _csv_row(fields, places, line)
    if places is None:
        raise Problem(tr("It is empty."), tr("A head with criterion and answer is expected."))


def _csv_row(fields: list[str], places: Mapping[str, int], line: int) -> Row:
    if any(field.strip() for field in fields[max(places.values()) + 1 :]):
        raise Problem(
            tr("Line {line} has more fields than the head.", line=line),
            tr("Put text that holds the separator in quotes. Nothing was imported."),
        )
    values = {name: fields[place] if place < len(fields) else "" for name, place in places.items()}
    return Row(tr("line {line}", line=line), **values)


def _delimiter(text: str) -> str:
    """Semicolon when the head has more of them than commas."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return ";" if head.count(";") > head.count(",") else ","


def _places(fields: list[str], line: int) -> dict[str, int]:
    """Column numbers by name; Problem for an unknown, doubled or missing column."""
    places: dict[str, int] = {}
    for place, field in enumerate(fields):
        name = field.strip().lower()
        if not name:
            continue
        if name not in COLUMNS or name in places:
            what = tr("twice") if name in places else tr("not known")
            raise Problem(
                tr(
                    "The column {field} in line {line} is {what}.",
                    field=_quoted(field),
                    line=line,
                    what=what,
                ),
                tr("Expected: criterion, answer, note."),
            )
        places[name] = place
    for name in COLUMNS[:2]:
        if name not in places:
            raise Problem(
                tr("The column {name} is missing.", name=name),
                tr("Expected: criterion, answer, note."),
            )
    return places


def _json_rows(data: bytes) -> Iterator[Row]:
    text = _text(data)
    document = _document(text)
    if isinstance(document, list):
        items = cast("list[Any]", document)
        for number, (line, item) in enumerate(zip(_lines_of(text), items, strict=True), start=1):
            where = tr("line {line} (entry {number})", line=line, number=number)
            yield _json_row(where, item)
        return
    fields = cast("dict[str, Any]", document) if isinstance(document, dict) else {}
    answers = fields.get("answers")
    if not isinstance(answers, dict) or len(fields) > 1:
        raise Problem(
            tr("It is neither a list of answers nor an object with answers alone."),
            tr('Expected: [{"criterion": ..., "answer": ..., "note": ...}] or {"answers": {...}}.'),
        )
    for criterion, value in cast("dict[str, Any]", answers).items():
        item: dict[str, Any] = {"criterion": criterion}
        item.update(cast("dict[str, Any]", value) if isinstance(value, dict) else {"answer": value})
        yield _json_row(criterion, item)


def _lines_of(text: str) -> Iterator[int]:
    """The line each item of a JSON list begins in."""
    scan = json.JSONDecoder().raw_decode
    place = _past(text, text.index("[") + 1, "")
    while text[place] != "]":
        yield text.count("\n", 0, place) + 1
        place = _past(text, scan(text, place)[1], ",")


def _past(text: str, place: int, more: str) -> int:
    """The next place that is neither blank nor in ``more``."""
    while text[place] in f" \t\r\n{more}":
        place += 1
    return place


def _json_row(where: str, item: Any) -> Row:
    if not isinstance(item, dict):
        raise Problem(tr("{where} is not an object.", where=where), tr("Nothing was imported."))
    fields = cast("dict[str, Any]", item)
    for key, value in fields.items():
        if key not in COLUMNS:
            raise Problem(
                tr("{where} has the unknown key {key}.", where=where, key=_quoted(key)),
                tr("Nothing was imported."),
            )
        if not isinstance(value, str):
            raise Problem(
                tr("{key} of {where} is not text.", key=key, where=where),
                tr("Nothing was imported."),
            )
    return Row(where, fields.get("criterion", ""), fields.get("answer", ""), fields.get("note", ""))


def _document(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_no_duplicates)
    except json.JSONDecodeError as error:
        raise Problem(
            tr("Line {lineno} is not JSON ({msg}).", lineno=error.lineno, msg=error.msg)
        ) from None
    except RecursionError:
        raise Problem(tr("It is nested too deeply.")) from None
    except ValueError:
        raise Problem(tr("A number in it is too long.")) from None


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Problem(
                tr("The key {key} stands twice.", key=_quoted(key)), tr("Nothing was imported.")
            )
        found[key] = value
    return found
