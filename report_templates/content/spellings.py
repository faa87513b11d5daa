"""How a name may be spelt, and where a text spells it: one answer for redaction and pre-flight.

Both sides are folded: without accents and what no page prints, apostrophes and dashes alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

SHORTEST = 4
"""Letters of a part of a name that is one in capitals too; shorter ones may be an acronym."""
LETTER = r"[^\W\d_]"
WORD = re.compile(f"{LETTER}+")
BEFORE, AFTER = f"(?<!{LETTER})", f"(?=[sS]?(?!{LETTER}))"
"""Where a name begins and ends; a genitive's s stays behind."""
GAP = r"[\s.,_-]{1,9}"
FOLDED = {
    "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i",
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-",
}  # fmt: skip
"""What compatible decomposition leaves as it is."""
EXPANDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
     "Å": "Aa", "Ø": "Oe"}
)  # fmt: skip
CONTRACTED = re.compile(r"(?<![aeiouq])([ou])e|(?<![aeiouq])a[ae]", re.IGNORECASE)
TITLES = frozenset({
    "dr", "prof", "mr", "mrs", "ms", "hr", "fr", "herr", "frau", "dipl", "ing", "phd", "msc",
    "mba", "jr", "sr",
})  # fmt: skip
PARTICLES = frozenset({
    "von", "vom", "van", "der", "den", "de", "di", "da", "du", "la", "le", "les", "del",
    "dos", "das", "zu", "zum", "zur", "bin", "ibn", "al", "el", "ten", "ter", "te", "af",
    "av", "und", "of", "y", "e",
})  # fmt: skip
COMMON = frozenset({
    "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no",
    "of", "on", "or", "so", "to", "up", "us", "we", "all", "and", "any", "are", "but", "can",
    "did", "few", "for", "get", "got", "had", "has", "her", "him", "his", "how", "its", "let",
    "may", "new", "not", "now", "off", "old", "one", "our", "out", "own", "per", "put", "run",
    "say", "see", "she", "sun", "the", "too", "two", "use", "was", "way", "who", "why", "yes",
    "yet", "you", "this", "that", "ab", "am", "da", "du", "er", "es", "im", "ja", "man", "ob",
    "um", "wo", "das", "dem", "den", "der", "des", "die", "ein", "gut", "hat", "ihr", "ist",
    "mal", "mit", "neu", "nie", "nur", "nun", "sie", "uns", "vor", "war", "wer", "wie", "wir",
    "zu", "zum", "zur", "auf", "aus", "bei", "bis", "brain", "cover", "edit", "email",
    "markdown", "plane", "smart", "spark", "start", "state", "store", "trace", "train",
    "trust",
})  # fmt: skip
"""Words of every report: one that is also a name is looked at, not taken out."""


class _Fold(dict[int, str]):
    """Each sign's folded spelling, worked out once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if unicodedata.category(char) == "Lo":
            found = unicodedata.normalize("NFKC", char)
        else:
            whole = unicodedata.normalize("NFKD", FOLDED.get(char, char))
            kept = (one for one in whole if unicodedata.category(one) not in ("Mn", "Cf"))
            found = "".join(FOLDED.get(one, one) for one in kept)
        self[code] = found
        return found


FOLD = _Fold()


def fold(text: str) -> str:
    """A text as it is compared; its length may differ."""
    return text if text.isascii() and "`" not in text else text.translate(FOLD)


def key(text: str) -> str:
    """What all spellings of one name have in common."""
    return CONTRACTED.sub(
        lambda found: found[1] or "a", re.sub(r"[\W_]+", "", fold(text)).casefold()
    )


def keys(*texts: str) -> frozenset[str]:
    """The keys of texts' words, each without a genitive's s too."""
    words = {one for text in texts for one in WORD.findall(fold(text))}
    found = {key(one) for one in words}
    return frozenset(found | {one[:-1] for one in found - COMMON if one.endswith("s")})


Begun = dict[str, dict[str, str]]
"""By the first sign of forms: patterns of what follows it, with what stands in their place."""


@dataclass(frozen=True)
class Form:
    """One way to write a name: how it may start, and a pattern of what follows."""

    starts: tuple[str, ...]
    rest: str = ""
    any_case: bool = True


def wholes(name: str) -> Iterator[Form]:
    """A name from first to last word, the other way round, short of its middle, by initials."""
    words = _words(name)
    if not words:
        return
    first, last = words[0], words[-1]
    if number := re.search(r"\s(\d+)\s*$", name):  # as of "Engineer 2"
        plain, digits = _joined(words), number[1]
        yield Form(plain.starts, rf"{plain.rest}\s+{digits}")
    yield _joined(words)
    if len(words) < 2:
        return
    yield _joined([last, *words[:-1]])
    if len(words) > 2:
        yield _joined([first, last])
        yield _joined([last, first])
    initial = first[0]
    close = r"[._-]?" if _sure(initial, last) else r"[._-]"
    yield Form(_spelt(initial), close + _either(last))
    yield Form(_spelt(initial), rf"\.?\s*{_either(last)}", any_case=False)
    close = r"[._-]?" if _sure(last, initial) else r"[._-]"
    yield Form(_spelt(last), close + re.escape(fold(initial)))
    yield Form(_spelt(first), "[._-]" + re.escape(fold(last[0])))
    ended = rf"\s+{re.escape(fold(last[0]))}\."
    yield Form(_spelt(first), ended, any_case=False)


def parts(name: str) -> tuple[str, ...]:
    """The words of a name that may give somebody away by themselves, as they are written in it."""
    plain = name == name.lower() or name == name.upper()
    found: dict[str, None] = {}
    for word in _words(name):
        for one in (word, *WORD.findall(unicodedata.normalize("NFC", word))):
            lower = one.lower()
            if len(one) < 2 or lower in PARTICLES or lower in TITLES:
                continue
            if plain:
                found[one.capitalize()] = None
            elif len(one) >= SHORTEST or not one[0].islower():
                found[one] = None
    return tuple(found)


def alone(part: str) -> Iterator[Form]:
    """How a part of a name is written where it is surely one; elsewhere it may be any word."""
    if part.lower() in COMMON:
        return
    ways = {part, part[0].upper() + part[1:]}
    if len(part) >= SHORTEST:
        ways.add(part.upper())
    rest = f"(?!{LETTER})" if f"{part.lower()}s" in COMMON else ""
    starts = tuple(dict.fromkeys(one for way in sorted(ways) for one in _spelt(way)))
    yield Form(starts, rest, any_case=False)


def together(name: str) -> tuple[str, ...]:
    """An initial and a name in one word, which may be any word as well."""
    words = _words(name)
    if len(words) < 2:
        return ()
    pairs = ((words[0][0], words[-1]), (words[-1], words[0][0]), (words[0], words[-1]))
    return tuple((one + other).lower() for one, other in pairs if not _sure(one, other))


def as_it_stands(text: str) -> Form:
    """A name of a thing, in any case and with any white space."""
    first, *rest = (fold(one) for one in text.split())
    more = "".join(r"\s+" + re.escape(one) for one in rest)
    return Form((first,), f"{more}(?![^\\W_])")


def replacer(hidden: Iterable[tuple[Form, str]]) -> Callable[[str], str]:
    """What puts words in the place of forms; of two that fit, the one named first counts."""
    spaced: Begun = {}
    dense: Begun = {}
    for form, words in hidden:
        for start in filter(None, form.starts):
            begins = start[0]
            follows = re.escape(start[1:]) + form.rest
            shown = f"(?i:{follows})" if form.any_case else follows
            either = {begins.lower(), begins.upper()} if form.any_case else {begins}
            for char in sorted(either):
                begun = (dense if _dense(char) else spaced).setdefault(char, {})
                begun.setdefault(shown, words)
    pattern = re.compile(
        f"{BEFORE}(?:{_branches(spaced)}){AFTER}" + (f"|{_branches(dense)}" if dense else "")
    )
    # Groups in the pattern would say which form it was, but make it a hundred times slower.
    instead = cache(partial(_instead, {**spaced, **dense}))

    def replace(text: str) -> str:
        folded = fold(text)
        found = list(pattern.finditer(folded))
        if not found:
            return text
        at = [place for place, char in enumerate(text) for _ in fold(char)]
        out, done = "", 0
        for one in found:
            end = at[one.end() - 1] + 1
            while end < len(text) and not fold(text[end]):
                end += 1  # a mark on the last letter, or what no page prints
            out += text[done : at[one.start()]] + instead(one[0])
            done = end
        return out + text[done:]

    return replace


def _branches(begun: Begun) -> str:
    """One branch for each first sign: a word that begins otherwise is passed over at once."""
    found = (f"{re.escape(char)}(?:{'|'.join(rest)})" for char, rest in begun.items())
    return "|".join(found) or "(?!)"


def _instead(begun: Begun, name: str) -> str:
    """What stands for a name as it was found."""
    return next(
        words
        for char, rest in begun.items()
        if name.startswith(char)
        for shown, words in rest.items()
        if re.fullmatch(shown, name[len(char) :])
    )


def _dense(char: str) -> bool:
    """Whether it belongs to a script that puts nothing between words."""
    return "\u3040" <= char <= "\u9fff"


def _words(name: str) -> list[str]:
    normal = unicodedata.normalize("NFC", name)
    found = [one for one in re.split(r"[\s.,_‐‑–-]+", normal) if WORD.search(one)]
    return [one for one in found if one.lower() not in TITLES] or found


def _joined(words: list[str]) -> Form:
    """Words with something between them, or with nothing where that can be no other word."""
    gap = GAP if "".join(words).lower() in COMMON else GAP.replace("{1,", "{0,")
    rest = "".join(gap + _either(one) for one in words[1:])
    return Form(_spelt(words[0]), rest)


def _sure(one: str, other: str) -> bool:
    """Whether two joined to one word are a name and no other word."""
    return max(len(one), len(other)) >= SHORTEST and (one + other).lower() not in COMMON


def _spelt(word: str) -> tuple[str, ...]:
    """A word folded: without accents, with ae, oe, ue for umlauts, and with umlauts for those."""
    plain, long = fold(word), fold(word.translate(EXPANDED))
    if word.isupper():
        long = long.upper()
    short = CONTRACTED.sub(lambda found: found[1] or found[0][0], plain)
    return tuple(dict.fromkeys((plain, long, short)))


def _either(word: str) -> str:
    return f"(?:{'|'.join(re.escape(one) for one in _spelt(word))})"
