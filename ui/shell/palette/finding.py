"""Finding by a few letters: entries, and which of them are meant. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from engagements.language import mark
from ui.parts.folding import folded

BEST = -2
"""Worth of an entry whose title begins with what is sought; only one taken lately is better."""


def begun(words: str, most: int) -> str:
    """Words as a row shows them: the first ``most`` letters, with an ellipsis where more follow."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


class Group(StrEnum):
    """What an entry is, in the order in which groups of equal worth are shown."""

    RECENT = "recent"
    ACTION = "action"
    CRITERION = "criterion"
    PERSON = "person"
    INTERVIEW = "interview"
    EVIDENCE = "evidence"
    NOTE = "note"
    COMMENT = "comment"
    SENTENCE = "sentence"
    ENGAGEMENT = "engagement"


GROUP_WORDS = {
    Group.RECENT: mark("Recent"),
    Group.ACTION: mark("Actions"),
    Group.CRITERION: mark("Criteria"),
    Group.PERSON: mark("Interviewees"),
    Group.INTERVIEW: mark("Interviews"),
    Group.EVIDENCE: mark("Evidence"),
    Group.NOTE: mark("Notes"),
    Group.COMMENT: mark("Comments on the draft"),
    Group.SENTENCE: mark("Sentences of the report"),
    Group.ENGAGEMENT: mark("Engagements"),
}


@dataclass(frozen=True)
class Entry:
    """One thing to go to or to do. ``name`` is unique and stays the same from day to day."""

    group: Group
    name: str
    words: str
    act: Callable[[], object]
    detail: str = ""
    """Grey words behind; they are found too."""
    icon: str = "arrow"
    key: str = ""
    code: str = ""
    """A short code in bold before the words."""
    second: Callable[[], object] | None = None
    """What Ctrl+Enter does."""
    second_words: str = ""
    also: str = ""
    """Words that are found though not shown."""
    harmless: bool = False
    """May be offered while the client looks."""


@dataclass(frozen=True)
class Sought:
    """An entry with its folded texts, made once."""

    entry: Entry
    title: str
    """With a space before every word, so that a word's start is found as quickly as a part."""
    whole: str


class Finder:
    """Entries that can be asked for by words. Asking takes about a millisecond per 3,000."""

    def __init__(self, entries: Iterable[Entry], recent: Sequence[str] = ()) -> None:
        """``recent`` names what was taken last, the newest first."""
        self._sought = [_sought(entry) for entry in entries]
        self._recent = {name: at for at, name in enumerate(recent)}

    def find(self, typed: str, most: int = 8) -> tuple[tuple[Group, tuple[Entry, ...]], ...]:
        """What ``typed`` means, at most so many of a group; the best group comes first.

        Every word must be somewhere in an entry. Nothing typed means what was taken lately, then
        actions.
        """
        words = folded(typed).split()
        if not words:
            return self._unasked(most)
        hits = {group: _Best(most) for group in Group}
        starts = [(word, f" {word}") for word in words]
        for one in self._sought:
            best = hits[one.entry.group]
            if best.full and one.entry.name not in self._recent:
                continue
            whole = one.whole
            for word in words:
                if word not in whole:
                    break
            else:
                best.take(self._worth(one, starts), one.entry)
        order = list(Group)
        found = [
            (best.worth, order.index(group), group, best.entries())
            for group, best in hits.items()
            if best.any
        ]
        found.sort(key=lambda each: each[:2])
        return tuple((group, entries) for *_, group, entries in found)

    def _unasked(self, most: int) -> tuple[tuple[Group, tuple[Entry, ...]], ...]:
        by_name = {one.entry.name: one.entry for one in self._sought}
        recent = tuple(by_name[name] for name in self._recent if name in by_name)[:5]
        rest = tuple(
            one.entry
            for one in self._sought
            if one.entry.group is Group.ACTION and one.entry not in recent
        )
        groups = ((Group.RECENT, recent), (Group.ACTION, rest[: most * 4]))
        return tuple((group, entries) for group, entries in groups if entries)

    def _worth(self, one: Sought, starts: list[tuple[str, str]]) -> int:
        """Smaller is better: starts of words in the title, then the title, then the rest."""
        worth, title = 0, one.title
        for word, start in starts:
            if start not in title:
                worth += 2 if word in title else 4
        if title.startswith(starts[0][1]):
            worth -= 1
        return worth * 2 - (one.entry.name in self._recent)


class _Best:
    """The best entries of one group; of equal worth those that came first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._by_worth: dict[int, list[Entry]] = {}
        self.full = False
        """No entry but a recent one can be better than those that are here."""

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self._by_worth)

    @property
    def worth(self) -> int:
        """Of the best one."""
        return min(self._by_worth)

    def take(self, worth: int, entry: Entry) -> None:
        """Keep an entry if there is room among those of its worth."""
        level = self._by_worth.setdefault(worth, [])
        if len(level) < self._most:
            level.append(entry)
            self.full = self.full or (worth <= BEST and len(level) == self._most)

    def entries(self) -> tuple[Entry, ...]:
        """The best ones in order."""
        ranked = (entry for worth in sorted(self._by_worth) for entry in self._by_worth[worth])
        return tuple(islice(ranked, self._most))


def _sought(entry: Entry) -> Sought:
    title = " ".join(("", *folded(f"{entry.code} {entry.words}").split()))
    return Sought(entry, title, f"{title} {folded(entry.detail)} {folded(entry.also)}")
