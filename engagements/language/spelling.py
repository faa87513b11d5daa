"""Spelling: the words of a text, whether one is known, and what was probably meant.

The lists of words are simplemma's, read from its packed files as they are asked: a whole list in
memory would take a hundred megabytes. German joins words at will; a joined word is known by its
parts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, cast

from engagements.language.misspelt import MISSPELT, TOOLS, words

LANGUAGES = ("en", "de")
"""The languages whose spelling can be checked."""
MOST = 5
"""Suggestions for one word."""
_FRAMEWORKS = Path(__file__).parent.parent / "framework"
LONGEST, LONGEST_MEANT, LONGEST_TWICE = 60, 40, 16
"""Letters of a word that is checked, that gets suggestions, and that is sought with two slips.

The work grows with the square of them; a sentence without blanks counts as one word.
"""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CHUNK = re.compile(r"\S+")
_NAME_OF_A_THING = re.compile(r"[\d_@\\=<>{}]|/.*/|\w[.:]\w|^[.#/]")
"""In what stands between blanks: addresses, paths, file names, code, numbers with letters."""
_LETTERS = {"en": "etaoinshrdlcumwfgypbvkjxqz'", "de": "enisratdhulcgmobwfkzpvüäößjyxq"}
_ENDS = ("ung", "heit", "keit", "schaft", "ion", "tät", "ling", "tum")
"""A German word that ends so takes an s when another is joined to it."""
_ADJECTIVES = ("t", "end", "ig", "lich", "isch", "bar", "los", "sam")
_SHORT_FIRST = frozenset(words("ab an auf aus ein mit neu not öl rat rot tag typ um un vor zu"))
_SHORTEST_PART, _SHORTEST_JOINED, _MOST_PARTS = 4, 7, 4


class Word(NamedTuple):
    """One word of a text and where it begins."""

    start: int
    text: str


def words_of(text: str) -> Iterator[Word]:
    """The words to be checked: no abbreviations, addresses, files, code or names like MLflow."""
    for chunk in _CHUNK.finditer(text):
        inner = chunk.group().strip(".,;:!?()[]„“”\"'‚‘’»«…")
        if _NAME_OF_A_THING.search(inner):
            continue
        for found in _WORD.finditer(chunk.group()):
            word = found.group()
            if 1 < len(word) <= LONGEST and not any(letter.isupper() for letter in word[1:]):
                yield Word(chunk.start() + found.start(), word)


def trade_words() -> frozenset[str]:
    """Every word of the frameworks' texts in all languages, and the tools' names; reads files."""
    found: set[str] = set(TOOLS)
    for path in sorted(_FRAMEWORKS.glob("*/texts.*.toml")):
        found.update(_words_within(tomllib.loads(path.read_text("utf-8"))))
    return frozenset(found)


def _words_within(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _WORD.findall(value)
    elif isinstance(value, dict):
        for one in cast("dict[str, object]", value).values():
            yield from _words_within(one)
    elif isinstance(value, list):
        for one in cast("list[object]", value):
            yield from _words_within(one)


def plain(words: Iterable[str]) -> frozenset[str]:
    """Names, titles or one's own words as single words, in small letters."""
    return frozenset(word.lower() for text in words for word in _WORD.findall(text))


def load(language: str) -> Speller:
    """The speller of a language; takes seconds, so not on a thread that paints."""
    from simplemma.strategies.dictionaries import StreamDictionaryFactory

    return Speller(language, StreamDictionaryFactory().get_dictionary(language), trade_words())


class Speller:
    """Knows one language's words and ``own`` ones; remembers what it has once looked up."""

    def __init__(self, language: str, listed: Container[str], trade: Iterable[str] = ()) -> None:
        self.language = language
        self._listed = listed
        self._trade = plain(trade)
        self._wrong = MISSPELT[language]
        self._own: frozenset[str] = frozenset()
        self._seen: dict[str, bool] = {}

    def own(self, words: Iterable[str]) -> None:
        """Take these words for known from now on, instead of those given before."""
        self._own = plain(words)
        self._seen.clear()

    def knows(self, word: str) -> bool:
        """Whether a word is spelled as it should be, as far as can be told."""
        word = word.replace("’", "'")
        small = word.lower()
        return small in self._own or small in self._trade or self._is_word(word)

    def _is_word(self, word: str) -> bool:
        if word not in self._seen:
            self._seen[word] = self._look_up(word)
        return self._seen[word]

    def _look_up(self, word: str) -> bool:
        if word.lower() in self._wrong:
            return False
        if self._has(word):
            return True
        stem, _, ending = word.rpartition("'")
        if ending.lower() == "s" and stem:
            return self.knows(stem)
        if self.language != "de":
            return False
        if word[-1] == "s" and (word[:-1].endswith(_ENDS) or word[:-1].lower() in self._own):
            return self.knows(word[:-1])
        return self._is_inflected(word) or self._is_joined(word)

    def _has(self, word: str) -> bool:
        return word in self._listed or (word[:1].isupper() and word.lower() in self._listed)

    def _is_inflected(self, word: str) -> bool:
        """Whether a German adjective or participle is known without its ending."""
        stem = word.lower()
        for ending in ("en", "em", "er", "es", "e"):
            bare = stem.removesuffix(ending)
            if bare != stem and bare.endswith(_ADJECTIVES):
                return bare not in self._wrong and bare in self._listed
        return False

    def _is_joined(self, word: str, parts: int = _MOST_PARTS) -> bool:
        """Whether a German word is made of known ones: the last as the whole is written."""
        if len(word) < _SHORTEST_JOINED or parts < 2:
            return False
        for at in range(len(word) - _SHORTEST_PART, 1, -1):
            last = word[at:].capitalize() if word[0].isupper() else word[at:].lower()
            if last in self._listed and self._is_first(word[:at], parts - 1):
                return True
        return False

    def _is_first(self, part: str, parts: int) -> bool:
        """Whether a word may stand before another; some take an s there, and must."""
        small = part.lower()
        if len(small) < _SHORTEST_PART:
            return small in _SHORT_FIRST
        if small.endswith(_ENDS):
            return False
        bare = small.removesuffix("s") if small[:-1].endswith(_ENDS) else small
        if bare in self._wrong:
            return False
        noun = bare.capitalize()
        return bare in self._listed or noun in self._listed or self._is_joined(noun, parts)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What was probably meant, the likeliest first; nothing when it cannot be told.

        Own words are never among them: a name would be shown to whoever looks on.
        """
        word = word.replace("’", "'")
        if len(word) > LONGEST_MEANT:
            return ()
        meant = self._wrong.get(word.lower())
        found = [_as(word, meant)] if meant else []
        near = [one for one in _near(word, self._letters) if self._is_known_whole(one)]
        # Of words equally near, those that are said in the trade come first.
        found += sorted(near, key=lambda one: one.lower() not in self._trade)
        if len(found) < MOST and self.language == "de":
            found += self._joined_near(word)
        if not found and len(word) <= LONGEST_TWICE:
            slips = {two for one in _slips(word) for two in _slips(one)}
            found += [one for one in sorted(slips) if len(one) > 1 and self._is_known_whole(one)]
        return tuple(dict.fromkeys(one for one in found if one != word))[:MOST]

    @property
    def _letters(self) -> str:
        return _LETTERS[self.language]

    def _is_known_whole(self, word: str) -> bool:
        small = word.lower()
        if small in self._wrong:
            return False
        return small in self._trade or self._has(word)

    def _joined_near(self, word: str) -> Iterator[str]:
        """Joined words in which one part was written otherwise."""
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, last = word[:at], word[at:]
            if self._is_first(first, _MOST_PARTS - 1):
                noun = last.capitalize() if word[0].isupper() else last
                for one in _near(noun, self._letters):
                    if one in self._listed and one.lower() not in self._wrong:
                        yield first + one.lower()
            if (last.capitalize() if word[0].isupper() else last) in self._listed:
                for one in _near(first, self._letters):
                    if self._is_first(one, 1):
                        yield one + last


def _as(model: str, word: str) -> str:
    """A word with the first letter as large as the model's."""
    return word[0].upper() + word[1:] if model[0].isupper() else word


def _slips(word: str) -> Iterator[str]:
    """What a slip of the hand makes: letters changed over, doubled, or left out."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(len(word)):
        yield word[:at] + word[at] + word[at:]
        yield word[:at] + word[at + 1 :]


def _near(word: str, letters: str) -> Iterator[str]:
    """Every word one slip or one letter away, likelier ones first."""
    if word[0].islower():
        yield word.capitalize()
    small = word[0] + word[1:].lower()
    for one in _slips(small):
        if len(one) > 1:
            yield _as(word, one)
    for at in range(len(small)):
        for letter in letters:
            yield _as(word, small[:at] + letter + small[at + 1 :])
    for at in range(len(small) + 1):
        for letter in letters:
            yield _as(word, small[:at] + letter + small[at:])
