"""Answer documents as they arrive: one per line, or one laid out over several lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from app import answers_json
from engagements.language import tr
from engagements.problem import Problem

MAX_LINE = 4_000_000
"""Longest line, in bytes; a document of ours has some thousands."""
MAX_WHOLE = 16_000_000
"""Most bytes read to see whether an unfinished first line goes on over the next ones."""


def documents(stream: BinaryIO) -> Iterator[tuple[int, Any]]:
    """Line number and value of each document, each given before the next line is read.

    Blank lines are passed over. Problem naming the line for bytes that are not UTF-8, or text
    that is not JSON.
    """
    for number, text in _lines(stream):
        try:
            value = _at(number, text)
        except Unfinished as unfinished:
            yield number, _whole(stream, number, text, unfinished.problem)
            return
        yield number, value


class Unfinished(Exception):
    """A line whose JSON ends too early; the document may go on in the next line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.title)
        self.problem = problem


def _lines(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    number = 0
    while data := stream.readline(MAX_LINE + 1):
        number += 1
        if len(data) > MAX_LINE:
            raise Problem(
                tr(
                    "Line {number} is longer than {max_line} MB.",
                    number=number,
                    max_line=MAX_LINE // 1_000_000,
                )
            )
        text = _decoded(data, number)
        if text.strip():
            yield number, text


def _decoded(data: bytes, number: int) -> str:
    try:
        return data.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        line = number + data.count(b"\n", 0, error.start)
        raise Problem(tr("Line {line} is not UTF-8.", line=line), tr("Save it as UTF-8.")) from None


def _at(number: int, text: str) -> Any:
    try:
        return answers_json.parse(text)
    except Problem as problem:
        named = in_line(number, problem)
        if number == 1 and _ends_early(text):
            raise Unfinished(named) from None
        raise named from None


def _ends_early(text: str) -> bool:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text.rstrip())
    except (RecursionError, ValueError):
        return False
    return False


def _whole(stream: BinaryIO, number: int, text: str, first: Problem) -> Any:
    """The one document that starts in ``text`` and goes on to the end of the stream."""
    rest = stream.read(MAX_WHOLE + 1)
    if len(rest) > MAX_WHOLE or _is_document(rest.split(b"\n", 1)[0]):
        raise first
    following = _decoded(rest, number + 1)
    try:
        return answers_json.parse(text + following)
    except Problem as problem:
        line = _line_of_fault(text + following)
        raise (in_line(line, problem) if line else problem) from None


def _is_document(line: bytes) -> bool:
    """True when a line is a document by itself, so that the one before it was cut off."""
    try:
        return isinstance(json.loads(line), dict)
    except (RecursionError, ValueError):
        return False


def _line_of_fault(text: str) -> int | None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.lineno
    except (RecursionError, ValueError):
        return None
    return None


def in_line(number: int, problem: Problem) -> Problem:
    """The same problem, naming its line."""
    return Problem(tr("Line {number}: {title}", number=number, title=problem.title), problem.advice)
