"""What spelling is checked by: one speller for all fields, loaded beside, and what it learns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from engagements.language import spoken
from engagements.language.spelling import LANGUAGES, Speller, load
from ui import jobs

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot
    from ui.session import Session

CHOICE, MINE = "spelling/language", "spelling/words"
"""Keys of the settings."""
OFF, WINDOW = "off", "window"
"""Choices beside a language: not at all, or whatever the window speaks."""


class Spelling(QObject):
    """Knows no word before ``begin``; the list is read when the first field asks for it."""

    changed = Signal()
    """Another language is checked, or other words are known."""

    def __init__(self) -> None:
        super().__init__()
        self._settings: QSettings | None = None
        self._session: Session | None = None
        self._speller: Speller | None = None
        self._loading = ""
        self._names: frozenset[str] = frozenset()

    def begin(self, settings: QSettings, session: Session) -> None:
        """Check from now on as these settings say, and know the names of the open engagement."""
        self._settings, self._session = settings, session
        session.case_changed.connect(self._learn_names)
        session.changed.connect(self._learn_names)
        self._learn_names()
        self.changed.emit()

    def end(self) -> None:
        """Check nothing any more."""
        if self._session is not None:
            self._session.case_changed.disconnect(self._learn_names)
            self._session.changed.disconnect(self._learn_names)
        self._settings = self._session = self._speller = None
        self._names = frozenset()
        self.changed.emit()

    def choice(self) -> str:
        """What was chosen: OFF, WINDOW or a language."""
        kept = str(self._settings.value(CHOICE, WINDOW)) if self._settings is not None else OFF
        return kept if kept in (OFF, *LANGUAGES) else WINDOW

    def choose(self, choice: str) -> None:
        """Check in another language from now on, or not at all."""
        if self._settings is not None:
            self._settings.setValue(CHOICE, choice)
            self._speller = None
            self.changed.emit()

    def language(self) -> str:
        """The language that is checked; empty when none is."""
        choice = self.choice()
        language = spoken() if choice == WINDOW else choice
        return language if language in LANGUAGES else ""

    def speller(self) -> Speller | None:
        """The speller; None while it is being loaded or nothing is to be checked."""
        language = self.language()
        if self._speller is not None and self._speller.language == language:
            return self._speller
        if language and self._loading != language:
            self._loading = language
            jobs.run(
                lambda _progress: load(language),
                on_success=self._loaded,
                on_failure=lambda _problem: None,  # told in the log; the field stays as it is
                owner=self,
            )
        return None

    def _loaded(self, speller: Speller) -> None:
        if self._loading == speller.language:
            self._loading = ""
        if speller.language == self.language():
            self._speller = speller
            self._teach()
        else:
            self.changed.emit()

    def mine(self) -> tuple[str, ...]:
        """The assessor's own words, in the order of the alphabet."""
        kept = self._settings.value(MINE) if self._settings is not None else None
        words = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(sorted({str(word) for word in words if word}, key=str.casefold))

    def keep_mine(self, words: Iterable[str]) -> None:
        """Know these words of one's own instead of those before."""
        found = sorted({word.strip() for word in words if word.strip()}, key=str.casefold)
        if self._settings is not None and tuple(found) != self.mine():
            self._settings.setValue(MINE, found)
            self._teach()

    def add(self, word: str) -> None:
        """Know one word more, in every engagement."""
        self.keep_mine((*self.mine(), word))

    def _learn_names(self, _change: object = None) -> None:
        snapshot = self._session.snapshot if self._session is not None else None
        names = frozenset(_names(snapshot)) if snapshot is not None else frozenset[str]()
        if names != self._names:
            self._names = names
            self._teach()

    def _teach(self) -> None:
        if self._speller is not None:
            self._speller.own((*self.mine(), *self._names))
        self.changed.emit()


def _names(snapshot: Snapshot) -> Iterable[str]:
    """Who and what an engagement is about."""
    # Not above: Home's job may be loading pydantic, and two threads must not do so at once.
    from engagements.records import Person

    yield from (snapshot.client.name, snapshot.client.sector)
    yield from (snapshot.engagement.title, snapshot.engagement.scope)
    yield from (unit.name for unit in snapshot.scope_units)
    for person in snapshot.of(Person):
        yield from (person.name, person.title, person.pseudonym)


_one: list[Spelling] = []


def spelling() -> Spelling:
    """The spelling of this program."""
    if not _one:
        _one.append(Spelling())
    return _one[0]
