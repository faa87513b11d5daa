"""Finding by a few letters: entries, and which of them are meant. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from operator import itemgetter

from engagements.language import mark
from ui.parts.folding import folded


class Group(StrEnum):
    """What an entry is, in the order in which groups of equal worth are shown."""

    RECENT = "recent"
    ACTION = "action"
    CRITERION = "criterion"
    PERSON = "person"
    EVIDENCE = "evidence"
    NOTE = "note"
    ENGAGEMENT = "engagement"


GROUP_WORDS = {
    Group.RECENT: mark("Recent"),
    Group.ACTION: mark("Actions"),
    Group.CRITERION: mark("Criteria"),
    Group.PERSON: mark("Interviewees"),
    Group.EVIDENCE: mark("Evidence"),
    Group.NOTE: mark("Notes"),
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
        by_group: dict[Group, list[tuple[int, int, Entry]]] = {}
        for at, one in enumerate(self._sought):
            whole = one.whole
            for word in words:
                if word not in whole:
                    break
            else:
                hit = (self._worth(one, words), at, one.entry)
                by_group.setdefault(one.entry.group, []).append(hit)
        order = list(Group)
        found = [
            (best[0][0], order.index(group), group, best)
            for group, hits in by_group.items()
            if (best := nsmallest(most, hits, key=itemgetter(0, 1)))
        ]
        found.sort(key=lambda each: each[:2])
        return tuple((group, tuple(hit[2] for hit in hits)) for *_, group, hits in found)

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

    def _worth(self, one: Sought, words: list[str]) -> int:
        """Smaller is better: starts of words in the title, then the title, then the rest."""
        worth = 0
        for word in words:
            if f" {word}" not in one.title:
                worth += 2 if word in one.title else 4
        if one.title.startswith(words[0], 1):
            worth -= 1
        return worth * 2 - (one.entry.name in self._recent)


def _sought(entry: Entry) -> Sought:
    title = " ".join(("", *folded(f"{entry.code} {entry.words}").split()))
    return Sought(entry, title, f"{title} {folded(entry.detail)} {folded(entry.also)}")
