"""The one gate that user text passes on its way into a PDF: cleaned, capped, escaped, covered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from report_templates.fonts import Face, family, nearest

CAP = 20_000
"""Characters of one field that a report prints; what follows is cut with an ellipsis."""
CHUNK = 1_800
"""Characters of one paragraph; ReportLab's line breaking grows with the square of its length."""
MISSING = "□"
"""Printed for a sign that no typeface of the report has."""
BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
KEPT_SPACES = {"\u00a0", "\u202f"}
SENTENCE_END = re.compile(r"[.!?…][)\]\"'”“»«’‘]*(?= )")
LINKS = re.compile(r"(?:https://|mailto:)[^\s\"'<>\\]+\Z", re.IGNORECASE)
DROPPED = {"Cc", "Cf", "Cs"}


@dataclass(frozen=True)
class Run:
    """A piece of a line: plain text with its dress. ``link`` is an anchor's name in the report."""

    text: str
    bold: bool = False
    colour: str = ""
    link: str = ""
    web: str = ""


def clean(text: str, cap: int = CAP) -> str:
    """Text in composed form without control, format and surrogate code points, cut at ``cap``.

    Line breaks stay as newlines, every other white space becomes one space.
    """
    if text.isprintable() and len(text) <= cap and len(line := _line(text)) <= cap:
        return line
    cut = len(text) > cap
    lines = BREAKS.split(text[: 4 * cap])
    kept = "\n".join(_line(line) for line in lines).strip("\n")
    if len(kept) > cap or cut:
        kept = kept[: cap - 1].rstrip() + "…"
    return kept


def _line(line: str) -> str:
    spaced = line if line.isprintable() else _kept(line)
    return unicodedata.normalize("NFC", re.sub(" +", " ", spaced).strip(" "))


def _kept(line: str) -> str:
    """A line in which every sign is to be looked at: what is printable has none to change."""
    return "".join(
        " " if char.isspace() and char not in KEPT_SPACES else char
        for char in line
        if char == "\t" or unicodedata.category(char) not in DROPPED
    )


def one_line(text: str, cap: int = 400) -> str:
    """Cleaned text on one line, for headings, headers and file properties."""
    return clean(" ".join(BREAKS.split(text[: 4 * cap])), cap)


def shortened(text: str, face: Face, size: float, width: float) -> str:
    """Text on one line in ``face``, cut with an ellipsis where it would pass ``width`` points."""
    shown = plain(one_line(text), face)
    if _wide(shown, face, size) <= width:
        return shown
    while shown and _wide(shown + "…", face, size) > width:
        shown = shown[:-1]
    return shown.rstrip() + "…"


def _wide(text: str, face: Face, size: float) -> float:
    return sum(face.advances.get(ord(char), 1000.0) for char in text) * size / 1000


def pieces(text: str, chunk: int = CHUNK) -> list[str]:
    """The paragraphs of a cleaned text, none longer than ``chunk`` characters.

    A longer one goes on after a sentence, or after a word where no sentence ends in time.
    """
    found: list[str] = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > chunk:
            ends = [one.end() for one in SENTENCE_END.finditer(rest, chunk // 2, chunk + 1)]
            at = ends[-1] if ends else rest.rfind(" ", chunk // 2, chunk + 1)
            at = at if 0 < at <= chunk else chunk
            found.append(rest[:at].rstrip())
            rest = rest[at:].lstrip()
        if rest:
            found.append(rest)
    return found


def markup(text: str, face: Face) -> str:
    """Cleaned text as ReportLab's paragraph markup in ``face``: nothing in it is a tag.

    Signs that the face lacks are set in the bundled body face, else in a compatible spelling,
    else as ``MISSING``.
    """
    out: list[str] = []
    for name, run in _dressed(text, face):
        safe = escape(run).replace("\n", "<br/>")
        out.append(safe if name == face.name else f'<font name="{name}">{safe}</font>')
    return "".join(out)


def plain(text: str, face: Face) -> str:
    """Cleaned text in which signs that ``face`` itself lacks are spelt otherwise or replaced."""
    missing = MISSING if ord(MISSING) in face.cmap else "?"
    return "".join(
        char if ord(char) in face.cmap or char == "\n" else _spelt(char, face) or missing
        for char in text
    )


def _dressed(text: str, face: Face) -> Iterable[tuple[str, str]]:
    """Runs of (face name, text) in order."""
    if text and all(map(face.cmap.__contains__, map(ord, text.replace("\n", "")))):
        yield face.name, text
        return
    spare = _spare(face.weight)
    name, run = face.name, ""
    for char in text:
        chosen, shown = _glyph(char, face, spare)
        if chosen != name:
            if run:
                yield name, run
            name, run = chosen, ""
        run += shown
    if run:
        yield name, run


def _glyph(char: str, face: Face, spare: Face) -> tuple[str, str]:
    code = ord(char)
    if code in face.cmap or char in "\n ":
        return face.name, char
    if code in spare.cmap:
        return spare.name, char
    shown = _spelt(char, face) or MISSING
    return (face.name if all(ord(c) in face.cmap for c in shown) else spare.name), shown


def _spelt(char: str, face: Face) -> str:
    """The compatible spelling of a sign, where the face has one."""
    other = unicodedata.normalize("NFKC", char)
    there = other != char and all(ord(c) in face.cmap and not c.isspace() for c in other)
    return other if there else ""


@cache
def _spare(weight: int) -> Face:
    return nearest(family("InterTab"), weight)


def lacking(text: str, face: Face) -> frozenset[str]:
    """The signs of a text that are printed as ``MISSING``."""
    spare = _spare(face.weight)
    if all(_stands(char, face, spare) for char in set(text)):
        return frozenset()
    signs = set(clean(text, len(text))) - {MISSING}
    return frozenset(char for char in signs if _glyph(char, face, spare)[1] == MISSING)


def _stands(char: str, face: Face, spare: Face) -> bool:
    """Whether a sign is printed as it is, whatever stands beside it."""
    there = ord(char) in face.cmap or ord(char) in spare.cmap
    return char in "\n " or (there and not unicodedata.combining(char))


def web_link(address: str) -> str:
    """The address if it is https or mailto, else nothing: no other link leaves a report."""
    found = one_line(address, 2_000)
    return found if LINKS.fullmatch(found) else ""


def runs_markup(runs: Iterable[Run], face: Face, bold: Face, link_colour: str) -> str:
    """Several runs as one paragraph's markup; anchors and addresses become links."""
    return "".join(_run(run, bold if run.bold else face, face, link_colour) for run in runs)


def _run(run: Run, face: Face, base: Face, link_colour: str) -> str:
    inner = markup(_inline(run.text), face)
    if face is not base:
        inner = f'<font name="{face.name}">{inner}</font>'
    if run.colour:
        inner = f'<font color="{run.colour}">{inner}</font>'
    target = f"#{run.link}" if run.link else web_link(run.web)
    if not target:
        return inner
    return f"<a href={quoteattr(target)} color={quoteattr(run.colour or link_colour)}>{inner}</a>"


def _inline(text: str) -> str:
    """Cleaned, with the space that joins a run to its neighbours kept."""
    kept = clean(text)
    before = " " if text[:1].isspace() and kept else ""
    after = " " if text[-1:].isspace() and kept else ""
    return f"{before}{kept}{after}" or " " * bool(text)
