"""The reader's language: English sentences are the keys, a catalogue per language translates them.

``tr`` translates where words are shown. A sentence written where the program is only being loaded
is marked with ``mark`` and given to ``tr`` when it is shown, so that the language may change.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from pathlib import Path

HERE = Path(__file__).parent
"""A catalogue per language: ``de.po`` to be edited, ``de.mo`` made from it and read here."""
SOURCE = "en"
"""The language that the sentences are written in."""

_spoken: list[tuple[str, NullTranslations]] = [(SOURCE, NullTranslations())]


def languages() -> tuple[str, ...]:
    """The languages there are, English first."""
    return (SOURCE, *sorted(path.stem for path in HERE.glob("*.mo")))


def spoken() -> str:
    """The code of the language spoken now."""
    return _spoken[0][0]


def speak(language: str) -> None:
    """Speak a language from now on; one that there is no catalogue for is English."""
    path = HERE / f"{language}.mo"
    if language not in languages() or language == SOURCE:
        use(SOURCE, NullTranslations())
        return
    with path.open("rb") as file:
        use(language, GNUTranslations(file))


def use(language: str, catalogue: NullTranslations) -> None:
    """Speak from a catalogue that was made elsewhere."""
    _spoken[0] = (language, catalogue)


def tr(text: str, /, **fields: object) -> str:
    """A sentence in the reader's language; ``{name}`` in it stands for ``fields["name"]``."""
    words = _spoken[0][1].gettext(text) if text else ""
    return words.format(**fields) if fields else words


def trn(one: str, many: str, number: int, /, **fields: object) -> str:
    """The form of a sentence that a number asks for; ``{n}`` in it is the number."""
    return _spoken[0][1].ngettext(one, many, number).format(n=number, **fields)


def inside(words: str, /) -> str:
    """Words as they stand inside a sentence; nouns of other languages keep their capitals."""
    return words.lower() if spoken() == SOURCE else words


def mark(text: str, /) -> str:
    """Says that a sentence is to be translated; ``tr`` does it when it is shown."""
    return text
