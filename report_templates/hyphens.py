"""Where a word may be parted at the end of a line, by the patterns of its language (Liang's)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

PATTERNS = Path(__file__).with_name("patterns")
"""A file per language, a pattern on each line; the licences stand beside them."""
LEAST = 3
"""Letters that stay before a parting and come after it."""
NEAT = 4
"""Letters from a parting to the word's end, or to a joint, where there is a choice."""
JOINTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {"de": re.compile(r"(?<=\w\w)(?:ion|ung|ing|ling|heit|keit|schaft|tät|tum)s(?=\w{4})")}
)
"""Endings that only stand within a word where another word is joined to it, by language."""
SHORTEST = 9
"""Letters of a word that is worth parting."""
NAMES = frozenset({"en"})
"""Languages in which a capital letter begins a name, or a sentence: such a word stays whole."""
DIGITS = str.maketrans("", "", "0123456789")
SPOKEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            {"the", "and", "of", "to", "is", "are", "was", "were", "has", "have", "it", "for"}
            | {"with", "that", "not", "on", "by", "from", "we", "they", "this", "no"}
        ),
        "de": frozenset(
            {"der", "die", "das", "und", "ist", "sind", "ein", "eine", "einen", "es", "von", "zu"}
            | {"mit", "für", "nicht", "auf", "im", "den", "dem", "wird", "wir", "sie", "aus"}
        ),
    }
)
"""Words that a text in a language can hardly do without, and one in the other does not have."""
PLAIN = re.compile(r"[^\W\d_]+")
Part = tuple[str, str]
"""A word's beginning and its rest. The beginning ends with a hyphen only where the word has one."""


@dataclass(frozen=True)
class Hyphens:
    """Parts the words of a document in one language; those of ``names``, in small letters, never.

    A document in a language without patterns parts no words.
    """

    language: str
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, language: str, names: Iterable[str]) -> Hyphens:
        """Parts words of ``language``, but for the words of these names."""
        said = PLAIN.findall(" ".join(names).casefold())
        return cls(language, frozenset(said))

    def spoken(self, text: str) -> str:
        """The language of a text: that of the document, unless its small words say otherwise."""
        words = text.casefold().split()
        counts = {code: sum(word in known for word in words) for code, known in SPOKEN.items()}
        most = max(counts, key=lambda code: counts[code])
        return most if counts[most] > counts.get(self.language, 0) else self.language

    def may_part(self, word: str) -> bool:
        """False for what is too short or no word at all, in any language."""
        return len(word) >= SHORTEST and all(PLAIN.fullmatch(one) for one in word.split("-"))

    def parts(self, word: str, language: str) -> tuple[Part, ...]:
        """Where a word may be parted, the longest beginning first; a joint is marked by its hyphen.

        A compound with hyphens of its own is parted at these alone. Nothing for a name, for what
        has digits or capital letters inside, and for a short word.
        """
        if not self.may_part(word):
            return ()
        pieces = word.split("-")
        if len(pieces) > 1:
            return _at_hyphens(pieces)
        if self._whole(word, language):
            return ()
        inside = range(LEAST, len(word) - LEAST + 1)
        found = [at for at in places(word.lower(), language) if at in inside]
        return tuple((word[:at], word[at:]) for at in reversed(found))

    def neat(self, word: str, language: str) -> tuple[Part, ...]:
        """Those of its parts at which it reads well: no stub at its end or beside a joint."""
        found = self.parts(word, language)
        known = JOINTS.get(language) if "-" not in word else None
        ends = {one.end() for one in known.finditer(word.lower())} if known else set[int]()
        joints = ends & {len(head) for head, _ in found}

        def reads_well(at: int) -> bool:
            near = all(at == joint or abs(at - joint) >= NEAT for joint in joints)
            return near and len(word) - at >= NEAT

        return tuple(one for one in found if reads_well(len(one[0])))

    def _whole(self, word: str, language: str) -> bool:
        """True for a name, or what looks like one."""
        small = word[1:] == word[1:].lower() and (word[0].islower() or language not in NAMES)
        return not small or word.casefold() in self.names


def _at_hyphens(pieces: list[str]) -> tuple[Part, ...]:
    joints = range(len(pieces) - 1, 0, -1)
    found = (("-".join(pieces[:at]) + "-", "-".join(pieces[at:])) for at in joints)
    return tuple(one for one in found if min(len(one[0]) - 1, len(one[1])) >= LEAST)


@cache
def places(word: str, language: str) -> tuple[int, ...]:
    """The letters before which a word in small letters may be parted, in order.

    Patterns put numbers between letters; the highest counts, and an odd one parts.
    """
    patterns, dotted = _patterns(language), f".{word}."
    numbers = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, len(dotted) + 1):
            at = start
            for char in patterns.get(dotted[start:end], ""):
                if char.isdigit():
                    numbers[at] = max(numbers[at], int(char))
                else:
                    at += 1
    return tuple(at for at in range(1, len(word)) if numbers[at + 1] % 2)


@cache
def _patterns(language: str) -> Mapping[str, str]:
    """The patterns of a language by their letters; none where there is no file."""
    file = PATTERNS / f"{language}.txt"
    said = file.read_text(encoding="utf-8") if file.is_file() else ""
    return MappingProxyType(dict(zip(said.translate(DIGITS).split(), said.split(), strict=True)))
