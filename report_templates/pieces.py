"""The pieces a paragraph is drawn in, and what a word says that goes over the end of a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from report_templates.tagging import END

Segment = tuple[str, str, int]
"""Words, the operator after them, and whether they end the line."""


@dataclass
class Piece:
    """Text that is drawn in one go, with ReportLab's names of the links that it is in.

    ``operators`` stand before the letter of their number: where a word begins that says itself
    whole, and where it ends.
    """

    links: tuple[Any, ...]
    text: str
    operators: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def segments(self, last: int) -> Iterator[Segment]:
        """The text cut at its operators; ``last`` is true of the line's last piece."""
        start = 0
        for at, operator in self.operators:
            yield self.text[start:at], operator, 0
            start = at
        yield self.text[start:], "", last


def say_whole(lines: Sequence[Sequence[Piece]], ends: Sequence[str | None]) -> None:
    """Let every word that is parted say itself whole, by ``ends``: the sign each line ends with.

    Its parts are one span with the word as their text, so that it is read, found and copied as
    one. Where they cannot be one, for a link begins between them, the sign says nothing.
    """
    place = 0
    while place < len(lines):
        place = place + 1 if ends[place] is None else _say(lines, ends, place)


def _say(lines: Sequence[Sequence[Piece]], ends: Sequence[str | None], place: int) -> int:
    """Say the word that begins at the end of a line; returns the line to go on with."""
    head = _text(lines[place])
    start, end = head.rstrip().rfind(" ") + 1, len(head)
    said, at, whole = _without(head[start:], ends[place]), place, False
    while not whole and at + 1 < len(lines):
        at += 1
        text = _text(lines[at])
        word, space, _ = text.partition(" ")
        whole = bool(space) or ends[at] is None
        said += word if whole else _without(text, ends[at])
        end = len(word)
    first, last = _at(lines[place], start, after=True), _at(lines[at], end, after=False)
    within = _between(lines[place : at + 1], first[0], last[0])
    if any(one.links != first[0].links for one in within if one.text):
        _silence(lines[place], ends[place] or "")
        return place + 1
    first[0].operators.append((first[1], _span(said)))
    last[0].operators.append((last[1], END))
    return at if whole else at + 1


def _text(line: Sequence[Piece]) -> str:
    return "".join(one.text for one in line)


def _without(word: str, end: str | None) -> str:
    return word[: -len(end)] if end else word


def _at(line: Sequence[Piece], place: int, *, after: bool) -> tuple[Piece, int]:
    """The piece that a place of a line's text is in, and where in it; at an edge the next one."""
    for one in line:
        if place < len(one.text) or (place == len(one.text) and not after):
            return one, place
        place -= len(one.text)
    return line[-1], len(line[-1].text)


def _between(lines: Sequence[Sequence[Piece]], first: Piece, last: Piece) -> list[Piece]:
    """The pieces from one to another."""
    listed = [one for line in lines for one in line]
    places = [at for at, one in enumerate(listed) if one is first or one is last]
    return listed[places[0] : places[-1] + 1]


def _silence(line: Sequence[Piece], sign: str) -> None:
    """Let the sign at the end of a line say nothing."""
    last = [one for one in line if one.text][-1]
    if sign:
        last.operators.append((len(last.text) - len(sign), _span("")))
        last.operators.append((len(last.text), END))


def _span(said: str) -> str:
    """The operator before a span that says itself as these words."""
    text = (b"\xfe\xff" + said.encode("utf-16-be")).hex().upper()
    return f"/Span <</ActualText <{text}>>> BDC"
