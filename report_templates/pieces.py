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
    one. The part that another page or a link goes on with says itself without the sign.
    """
    place = 0
    while place < len(lines):
        if ends[place] is None:
            place += 1
        else:
            place = _say(lines, ends, place)


def _say(lines: Sequence[Sequence[Piece]], ends: Sequence[str | None], place: int) -> int:
    """Say the word that begins at the end of a line; returns the line that its last part is in."""
    first = _some(lines[place])[-1]
    start = first.text.rstrip().rfind(" ") + 1
    said = _without(first.text[start:], ends[place])
    while ends[place] is not None and place + 1 < len(lines):
        after = _some(lines[place + 1])[0]
        if after.links != first.links:
            break
        place += 1
        word, space, _ = after.text.partition(" ")
        goes_on = not space and ends[place] is not None
        said += _without(word, ends[place]) if goes_on else word
        if not goes_on:
            _mark(first, start, after, len(word), said)
            return place
    last = _some(lines[place])[-1]
    _mark(first, start, last, len(last.text), said)
    return place + 1


def _some(line: Sequence[Piece]) -> list[Piece]:
    """The pieces with words in them; those of a line with a part of a word are never none."""
    return [one for one in line if one.text]


def _without(word: str, end: str | None) -> str:
    return word[: -len(end)] if end else word


def _mark(first: Piece, start: int, last: Piece, end: int, said: str) -> None:
    text = (b"\xfe\xff" + said.encode("utf-16-be")).hex().upper()
    first.operators.append((start, f"/Span <</ActualText <{text}>>> BDC"))
    last.operators.append((end, END))
