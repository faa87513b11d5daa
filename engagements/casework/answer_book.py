"""Answers in an Excel workbook, as the questionnaire has them: one filled sheet, hostile or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from engagements.casework import workbooks
from engagements.casework.answer_sheet import Row
from engagements.framework.load import languages, mlops
from engagements.framework.model import Framework
from engagements.language import tr
from engagements.problem import Problem

HEAD_WITHIN = 20
"""Rows in which the head is looked for."""
HEADS = {
    "criterion": ("criterion", "kriterium"),
    "answer": ("answer", "antwort"),
    "note": ("note", "notiz"),
}


@dataclass(frozen=True)
class _Filled:
    """A sheet with the head of a questionnaire, and its rows that hold something."""

    name: str
    rows: tuple[Row, ...]


def rows(data: bytes, framework: Framework) -> tuple[Row, ...]:
    """The filled-in rows of the one sheet that has any; Problem in words for everything else.

    A row without answer and note is a question that was left out.
    """
    labels = _labels(framework)
    read = workbooks.each(data, _advice(), lambda sheet: _read(sheet, labels))
    found = [one for one in read if one is not None]
    if not found:
        raise Problem(
            tr("No sheet in it has the columns criterion and answer."),
            _advice(),
        )
    filled = [one for one in found if one.rows]
    if len(filled) > 1:
        names = ", ".join(one.name for one in filled)
        raise Problem(
            tr("Several sheets hold answers: {names}.", names=names),
            tr("An interview has one sheet; import a copy for each. Nothing was imported."),
        )
    return filled[0].rows if filled else ()


def _advice() -> str:
    return tr("Fill in a questionnaire that Plumbline wrote.")


def _labels(framework: Framework) -> dict[str, str]:
    """An answer's code by its words in the rule set."""
    return {workbooks.compared(one.label): one.code.value for one in framework.answers}


@lru_cache(maxsize=1)
def _everywhere() -> dict[str, str]:
    """The same in every language of Plumbline's own rule set, whichever a sheet was sent in."""
    return {
        words: code for language in languages() for words, code in _labels(mlops(language)).items()
    }


def _read(sheet: workbooks.Sheet, labels: dict[str, str]) -> _Filled | None:
    """A questionnaire's rows below its head; None for a sheet that has no such head."""
    places: dict[str, int] = {}
    found: list[Row] = []
    for number, texts in enumerate(sheet.rows, start=1):
        if not places:
            places = _places(texts)
            if not places and number >= HEAD_WITHIN:
                return None
            continue
        fields = {key: texts[place] for key, place in places.items() if place < len(texts)}
        answer, note = fields.get("answer", ""), fields.get("note", "")
        if answer or note:
            where = tr("{sheet}, row {row}", sheet=sheet.name, row=number)
            words = workbooks.compared(answer)
            known = labels.get(words) or _everywhere().get(words, answer)
            found.append(Row(where, fields.get("criterion", ""), known, note))
    return _Filled(sheet.name, tuple(found)) if places else None


def _places(texts: Sequence[str]) -> dict[str, int]:
    """Columns by what they hold, where this is a head; else nothing."""
    found: dict[str, int] = {}
    for place, words in enumerate(texts):
        for key, names in HEADS.items():
            if words.casefold() in names:
                found.setdefault(key, place)
    return found if {"criterion", "answer"} <= found.keys() else {}
