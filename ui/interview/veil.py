"""Keeps words that are off the record out of the note's document while the client looks.

A covered paragraph stands empty in the document; its words are kept here until they may be seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument

from ui.interview.note_layout import COVER, is_covered
from ui.interview.note_text import Line


class Veil:
    """On or off, and what it covers; positions are in characters of the whole note."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._covered: dict[int, Line] = {}
        self._last = 0
        self.on = False

    def __bool__(self) -> bool:
        """Whether anything is covered."""
        return bool(self._covered)

    def forget(self) -> None:
        """Other lines are to be shown: nothing is covered."""
        self._covered.clear()

    def put(self, line: Line) -> int:
        """Keep a line's words; the COVER of its paragraph, 0 when it may be seen."""
        if not (self.on and line.off_record and line.text):
            return 0
        self._last += 1
        self._covered[self._last] = line
        return self._last

    def words(self, block: QTextBlock) -> str:
        """A paragraph's own words, seen or not."""
        line = self._covered.get(block.blockFormat().intProperty(COVER))
        return block.text() if line is None else line.text

    def length(self) -> int:
        """Characters that are covered."""
        return sum(len(line.text) for line in self._covered.values())

    def missing(self) -> tuple[Line, ...]:
        """Covered lines whose paragraph an edit has taken away, doubled or written into."""
        if not self._covered:
            return ()
        found: dict[int, int] = {}
        for block in self._blocks():
            if is_covered(block):
                key = block.blockFormat().intProperty(COVER)
                found[key] = found.get(key, 0) + (2 if block.text() else 1)
        return tuple(line for key, line in self._covered.items() if found.get(key, 0) != 1)

    def whole(self, shown: int) -> int:
        """Where a position of the document is in the whole note."""
        before = (block for block in self._blocks() if block.position() < shown)
        return shown + sum(len(self.words(block)) for block in before if is_covered(block))

    def shown(self, whole: int) -> int:
        """Where a position of the whole note is in the document."""
        start = 0
        for block in self._blocks():
            length = len(self.words(block))
            if whole <= start + length:
                return block.position() + (0 if is_covered(block) else max(0, whole - start))
            start += length + 1
        return self._document.characterCount() - 1

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._document.firstBlock()
        while block.isValid():
            yield block
            block = block.next()
