"""Paragraphs whose words are parted where a line would else be loose, or a word too wide."""

# ReportLab's constructors are typed in part only.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, paragraph

from report_templates.hyphens import Hyphens, Part

Parting = Literal["", "wide", "narrow", "loose"]
"""Which words are parted: none, those that no line holds, or also those after a loose line.

In a narrow head those that no line holds are parted before any column is made wider.
"""
NARROW, LOOSE, LOOSE_SHARE, WIDE_SHARE = 120.0, 30.0, 0.28, 0.12
"""A line is loose with so many points left, or such a share of it; a wide one only with
``WIDE_SHARE`` of it. Below ``NARROW`` points two lines in a row may end with a hyphen."""
HYPHEN = "-"
SETTING: Any = paragraph
# ReportLab's own signs around a word lack German and French quotes, and the ellipsis.
SETTING._hy_pfx_pat = re.compile(r"^['\"([{¿‘‚“„»«›‹]+")  # noqa: SLF001
SETTING._hy_sfx_pat = re.compile(r"[])'\"}?!.,;:’‛“”‟«»‹›…]+$")  # noqa: SLF001
WIDE_ENOUGH = 1e-6


class Line(NamedTuple):
    """A line as it was set: what is left of it, the pieces it is drawn in, how it ends."""

    left: float
    pieces: list[Any]
    hard: bool
    """True where the text itself ends the line."""

    @property
    def texts(self) -> list[str]:
        """The words in it, piece by piece."""
        return [str(piece.text) for piece in self.pieces if piece.text]


class Face(NamedTuple):
    """A face's registered name and its size in points."""

    name: str
    size: float

    def width(self, words: str) -> float:
        """Points that words take."""
        return stringWidth(words, self.name, self.size)


class Places:
    """Where the words of one text are parted: what ReportLab asks for every word and every rest.

    A word that no line holds is parted at any of its places, and so is each piece of it that is
    left for a further line. Pieces are looked at when they are asked for: a word of 900 letters has
    400,000 of them.
    """

    def __init__(self) -> None:
        self._chosen: dict[str, set[Part]] = {}
        self._wide: list[tuple[str, list[int]]] = []
        self._known: dict[str, tuple[Part, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._chosen or self._wide)

    def __call__(self, word: str) -> tuple[Part, ...]:
        """How a word or what is left of one may be parted, the longest beginning first."""
        if word not in self._known:
            parts = {
                *self._chosen.get(word, ()),
                *((word[:at], word[at:]) for at in self._in(word)),
            }
            self._known[word] = tuple(sorted(parts, key=lambda part: -len(part[0])))
        return self._known[word]

    def add(self, word: str, part: Part) -> None:
        """Part a word so, too."""
        self._chosen.setdefault(word, set()).add(part)
        self._known.clear()

    def add_wide(self, word: str, places: Iterable[int]) -> None:
        """Part a word, and every piece of it, after so many of its letters."""
        if found := sorted(places):
            self._wide.append((word, found))
            self._known.clear()

    def _in(self, piece: str) -> set[int]:
        """After how many letters a piece of a wide word is parted."""
        found: set[int] = set()
        for word, places in self._wide:
            ends = {*places, len(word)}
            for start in (0, *places):
                end = start + len(piece)
                if end in ends and word.startswith(piece, start):
                    inside = places[bisect_right(places, start) : bisect_left(places, end)]
                    found.update(at - start for at in inside)
                if len(found) >= len(piece) - 1:
                    return found
        return found


class Parted(Paragraph):
    """A paragraph in the type of its style; with ``hyphens`` its words are parted as ``parting``.

    A word is parted only where its line would be loose, never two lines running in a wide column,
    and not where the rest would stand alone on the last line.
    """

    hyphens: Hyphens | None = None
    parting: Parting = ""
    chosen: Places | None = None
    """Where the words of this text are parted; parts of a paragraph keep what the whole chose."""
    wide = False
    """True where a word that no line holds is parted: it begins a line, rather than be cut."""
    part = False
    laid: tuple[list[float], Any] | None = None
    """The lines of a part that stands above another, and the widths they were set for."""
    goes_on: str | None = None
    """The sign at the end of a part where its last word goes on on the next page."""
    _speaks = ""
    _unbroken: Any = None
    """The text as it was before any break: ReportLab loses hyphens where it joins lines again."""

    def breakLines(self, width: Any) -> Any:
        """The lines; words are parted one loose line after the other."""
        if not self.hyphens or not self.parting:
            return super().breakLines(width)
        if self.laid and list(width) == self.laid[0]:
            return self.laid[1]
        if self.part:
            return self._broken(width)
        self.chosen, self.wide = Places(), False
        self._unbroken = self._unbroken or self.frags
        found = self._broken(width)
        for neat in (True, False):
            if self._overfull(found):
                self.wide = self._part_wide(min(width), neat=neat)
                found = self._broken(width)
        return self._tightened(found, width) if self.parting == "loose" else found

    def _broken(self, width: Any) -> Any:
        """The lines as ReportLab sets them with the words parted that are chosen."""
        style: Any = self.style
        self.frags = self._unbroken or self.frags
        style.hyphenationLang = self.chosen or Places()
        style.embeddedHyphenation = 2 if self.wide else 0
        try:
            return super().breakLines(width)
        finally:
            style.hyphenationLang, style.embeddedHyphenation = "", 0

    def _overfull(self, found: Any) -> bool:
        counted: Any = self
        split: int = counted._splitLongWordCount  # noqa: SLF001
        return split > 0 or any(line.left < -WIDE_ENOUGH for line in lines(found))

    def _part_wide(self, width: float, *, neat: bool) -> bool:
        """Choose every place, or every neat one, of the words that no line holds.

        True if there is any.
        """
        chosen = self.chosen = self.chosen or Places()
        for text, wide, _ in self._words():
            core = _core(text)[1]
            if wide > width and core:
                chosen.add_wide(core, (len(head) for head, _ in self._parts(core, neat=neat)))
        return bool(chosen)

    def _tightened(self, found: Any, width: Any) -> Any:
        """The lines with the first word after each loose one parted, where that can be."""
        chosen = self.chosen = self.chosen or Places()
        place, run, laid = 0, 0, lines(found)
        while place + 1 < len(laid):
            most = width[min(place, len(width) - 1)]
            whole = _end(found, place, self.frags) is None
            may = whole and run < _longest_run(most)
            part = self._part(laid, place, most) if may else None
            if part is None:
                run = 0 if whole else run + 1
            else:
                chosen.add(*part)
                found = self._broken(width)
                run, laid = run + 1, lines(found)
            place += 1
        return found

    def _part(self, laid: list[Line], place: int, width: float) -> tuple[str, Part] | None:
        """How the word after a line is parted so that its beginning ends the line, if it is loose.

        With the word as it stands without signs.
        """
        line, after = laid[place], laid[place + 1]
        if line.hard or line.left <= max(min(LOOSE, LOOSE_SHARE * width), WIDE_SHARE * width):
            return None
        word, face = _first(after)
        alone = place + 2 == len(laid) and "".join(after.texts).strip() == word
        if not word or alone:
            return None
        before, core, _ = _core(word)
        room = line.left - face.width(" ") - WIDE_ENOUGH
        for head, rest in self._parts(core, neat=True):
            end = "" if head.endswith(HYPHEN) else HYPHEN
            if face.width(before + head + end) <= room:
                return core, (head, rest)
        return None

    def _parts(self, word: str, *, neat: bool = False) -> tuple[Part, ...]:
        hyphens = self.hyphens
        if not hyphens or not hyphens.may_part(word):
            return ()
        self._speaks = self._speaks or hyphens.spoken(self.getPlainText())
        return (hyphens.neat if neat else hyphens.parts)(word, self._speaks)

    def _words(self) -> Iterator[tuple[str, float, Face]]:
        """Every word with its width, and its text where that is of one face."""
        frags: Any = self._unbroken or self.frags
        if len(frags) == 1 and hasattr(frags[0], "words"):
            face = Face(frags[0].fontName, frags[0].fontSize)
            yield from ((str(one), face.width(one), face) for one in frags[0].words)
            return
        for wide, *pieces in SETTING._getFragWords(frags):  # noqa: SLF001
            said = [(frag, text) for frag, text in pieces if text]
            whole = len(said) == 1 and not getattr(said[0][0], "link", None)
            face = Face(pieces[0][0].fontName, pieces[0][0].fontSize)
            yield (str(said[0][1]) if whole else ""), float(wide), face

    def wholeWidth(self) -> float:
        """The width in points of the longest word; of its longest part in a narrow head."""
        if self.parting == "narrow":
            return self.minWidth()
        return max((wide for _, wide, _ in self._words()), default=0.0)

    def minWidth(self) -> float:
        """The width in points of the longest word, or of its longest part where it is parted."""
        if not self.hyphens or not self.parting:
            return float(super().minWidth()) if self.frags else 0.0
        return max((self._least(*word) for word in self._words()), default=0.0)

    def _least(self, text: str, wide: float, face: Face) -> float:
        before, core, after = _core(text)
        parts = self._parts(core) if core else ()
        if not parts:
            return wide
        edges = [0, *(len(head) for head, _ in reversed(parts)), len(core)]
        pieces = [core[start:end] for start, end in pairwise(edges)]
        ends = [piece + ("" if piece.endswith(HYPHEN) else HYPHEN) for piece in pieces[:-1]]
        return max(face.width(one) for one in [before + ends[0], *ends[1:], pieces[-1] + after])

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The parts, whose words are parted as those of the whole."""
        if not hasattr(self, "blPara"):
            self.wrap(availWidth, availHeight)
        held: Any = self
        signs, laid, words = self.ends(), held.blPara, self.frags
        self.frags = [copy(one) for one in words]  # ReportLab marks the last one of a part
        try:
            parts: list[Any] = super().split(availWidth, availHeight)
        finally:
            self.frags = words
        if len(parts) == 2:
            first, rest = parts
            for one in parts:
                one.hyphens, one.parting, one.chosen = self.hyphens, self.parting, self.chosen
                one.part, one.wide = True, self.wide
            count = len(first.blPara.lines)
            first.laid = list(held._wrapWidths), laid.clone(lines=laid.lines[:count])  # noqa: SLF001
            first.goes_on, rest.goes_on = signs[count - 1], self.goes_on
            rest.frags = _unjoined(rest.frags)
        return parts

    def ends(self) -> list[str | None]:
        """By line the sign it ends with because a word goes on after it; None where none does.

        It is a hyphen that was put in, or nothing where the word has its own hyphen there.
        """
        held: Any = self
        found = held.blPara
        signs = [_end(found, place, self.frags) for place in range(len(found.lines))]
        return [*signs[:-1], self.goes_on] if signs else []


class _Plain(NamedTuple):
    """A line of one face as the one piece that it is drawn in."""

    text: str
    fontName: str  # noqa: N815 - as ReportLab calls it
    fontSize: float  # noqa: N815
    link: tuple[Any, ...]


def lines(found: Any) -> list[Line]:
    """The lines that ReportLab has set, in the pieces that it draws each in."""
    if found.kind == 0:
        link = tuple(getattr(found, "link", None) or ()) if found.lines else ()
        return [
            Line(left, [_Plain(" ".join(words), found.fontName, found.fontSize, link)], hard=False)
            for left, words in found.lines
        ]
    return [
        Line(
            float(line.extraSpace),
            [one for one in line.words if not hasattr(one, "cbDefn")],
            bool(line.lineBreak),
        )
        for line in found.lines
    ]


def _end(found: Any, place: int, frags: Any) -> str | None:
    """The sign that a line which is not the last ends with, None where its last word is whole."""
    if place + 1 == len(found.lines):
        return None
    if found.kind == 0:
        words: list[Any] = found.lines[place][1]
        one, names = (words[-1] if words else None), ("_SplitWordHY", "_SplitWordH")
    else:
        first, after = found.lines[place].sFW, found.lines[place + 1].sFW
        kept = [f for f in frags[first:after] if not isinstance(f, SETTING._InjectedFrag)]  # noqa: SLF001
        one, names = (kept[-1] if kept else None), ("_SplitFragHY", "_SplitFragH")
    put_in, own = (getattr(SETTING, name) for name in names)
    if isinstance(one, put_in):
        return HYPHEN
    return "" if isinstance(one, own) else None


def _unjoined(frags: list[Any]) -> list[Any]:
    """A part's words; what was parted without a hyphen put in stays two words without a space."""
    found: list[Any] = []
    own = False
    for one in frags:
        put_in = isinstance(one, SETTING._SplitFragHY)  # noqa: SLF001
        if isinstance(one, SETTING._InjectedFrag):  # noqa: SLF001
            found.append(one)
        elif isinstance(one, SETTING._SplitFragH) and not put_in:  # noqa: SLF001
            found.append(list(one))
            own = True
        elif own and not put_in:
            spaced = isinstance(one, SETTING._HSFrag)  # noqa: SLF001
            found.append(SETTING._HSFrag(one) if spaced else list(one))  # noqa: SLF001
            own = False
        else:
            found.append(one)
            own = False
    return found


def _longest_run(width: float) -> int:
    return 2 if width < NARROW else 1


def _core(word: str) -> tuple[str, str, str]:
    """Signs before a word, the word, signs after it, as ReportLab tells them apart."""
    before = SETTING._hy_pfx_pat.match(word)  # noqa: SLF001
    start = before.end() if before else 0
    after = SETTING._hy_sfx_pat.search(word, start)  # noqa: SLF001
    end = after.start() if after else len(word)
    return word[:start], word[start:end], word[end:]


def _first(line: Line) -> tuple[str, Face]:
    """The first word of a line with its face; no word where it is in a link or of two faces."""
    pieces = [piece for piece in line.pieces if piece.text]
    if not pieces or pieces[0].link:
        return "", Face("", 0)
    face = Face(pieces[0].fontName, pieces[0].fontSize)
    word, space, _ = pieces[0].text.partition(" ")
    whole = space or len(pieces) == 1 or pieces[1].text.startswith(" ")
    return (word if whole else ""), face
