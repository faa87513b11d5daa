"""What a cell may hold: cleaned text that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

from report_templates import text

FORMULA = re.compile(r"\s*[=+\-@|＝＋－＠\t\r]")
"""How a cell begins that some program would compute when it opens the file."""


NO_XML = str.maketrans(dict.fromkeys("\ufffe\uffff"))
"""Code points that XML cannot carry, besides those that the gate drops."""


def paragraph(words: str) -> str:
    """Cleaned text that XML can carry; line breaks stay as newlines."""
    return text.clean(words).translate(NO_XML)


def line(words: str) -> str:
    """The same on one line."""
    return text.one_line(words).translate(NO_XML)


def cell(words: str) -> str:
    """The text as a cell holds it; an apostrophe stands before what would be a formula."""
    found = paragraph(words)
    return f"'{found}" if FORMULA.match(found) or FORMULA.match(words) else found
