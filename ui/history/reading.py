"""User actions as History lists them: read in chunks on the writer's thread, chosen in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from engagements.casework import history
from engagements.casework.history import NEWEST, Place, Revision, Sitting
from engagements.language import mark, tr
from engagements.records.base import Record
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.history.words import action_words, importance, named_criteria, named_people
from ui.parts.folding import folded

if TYPE_CHECKING:
    from engagements.casework.case import Case

KINDS = {
    "answers": (mark("Answers"), ("answer",)),
    "notes": (mark("Notes"), ("note",)),
    "evidence": (mark("Evidence"), ("evidence", "evidence_request")),
    "people": (mark("Interviews and people"), ("interview", "person")),
    "judgements": (mark("Judgements and findings"), ("judgement", "finding")),
    "roadmap": (mark("Roadmap and metrics"), ("plan_change", "metric_reading")),
    "report": (mark("Report"), ("report_settings", "wording", "comment", "issued_version")),
    "engagement": (mark("Engagement"), ("client", "engagement", "scope_unit", "erasure")),
}
"""Choices of the filter: words, and the kinds of records in each."""
ICONS = {
    "answer": "interview",
    "note": "quote",
    "evidence": "document",
    "evidence_request": "flag",
    "interview": "calendar",
    "person": "user",
    "judgement": "findings",
    "finding": "findings",
    "plan_change": "roadmap",
    "metric_reading": "score",
    "report_settings": "report",
    "wording": "report",
    "comment": "quote",
    "issued_version": "report",
    "erasure": "eye-off",
}
TURNS = ("undone", "redone", "value-restored", "taken-back")


@dataclass(frozen=True)
class Deed:
    """One user action with all its revisions, the oldest first."""

    id: str
    action: str
    words: str
    author: str
    at: datetime
    icon: str
    revisions: tuple[Revision, ...]
    criteria: frozenset[str]
    people: frozenset[str]
    kinds: frozenset[str]
    sought: str
    """Folded words it is found by."""


@dataclass(frozen=True)
class Read:
    """A chunk as it came, and where the next one begins."""

    deeds: tuple[Deed, ...]
    sittings: Mapping[str, Sitting]
    rest: Place | None


@dataclass(frozen=True)
class Query:
    """What is asked for; empty fields ask for everything."""

    text: str = ""
    criterion: str = ""
    """A code, or words of a criterion."""
    who: str = ""
    """``author:NAME`` or ``person:ID``."""
    kind: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing is left out."""
        return self == Query()


def read(case: Case, after: Place = NEWEST, most: int = 300) -> Read:
    """A chunk of user actions; runs on the writer's thread."""
    past = history.past(case, after, most)
    return Read(deeds_of(past.revisions, case.snapshot), past.sittings, past.rest)


def deeds_of(revisions: Iterable[Revision], snapshot: Snapshot) -> tuple[Deed, ...]:
    """Revisions (newest first) as user actions, the newest first."""
    return tuple(
        _deed(tuple(reversed(tuple(of_group))), snapshot)
        for _, of_group in groupby(revisions, key=lambda one: one.group)
    )


def _deed(revisions: tuple[Revision, ...], snapshot: Snapshot) -> Deed:
    last = revisions[-1]
    records = [
        value.record
        for one in revisions
        for value in (one.left, *one.found)
        if value.record is not None
    ]
    words = action_words(revisions, snapshot)
    criteria = frozenset(code for record in records for code in named_criteria(record))
    texts = [words, last.author, *criteria, *(_texts(record) for record in records)]
    kinds = frozenset(one.kind for one in revisions)
    icon = (
        "undo"
        if last.action in TURNS
        else ICONS.get(max(revisions, key=importance).kind, "engagements")
    )
    return Deed(
        id=last.group,
        action=last.action,
        words=words,
        author=last.author,
        at=last.at,
        icon=icon,
        revisions=revisions,
        criteria=criteria,
        people=frozenset(name for record in records for name in named_people(record, snapshot)),
        kinds=kinds,
        sought=folded(" ".join(texts)),
    )


def _texts(record: Record) -> str:
    return " ".join(
        str(getattr(record, field, "")) for field in ("title", "name", "text", "reason", "role")
    )


def chosen(deeds: Iterable[Deed], query: Query, snapshot: Snapshot) -> list[Deed]:
    """The actions that a query asks for; some milliseconds for thousands."""
    words = folded(query.text).split()
    criteria = named(query.criterion, snapshot) if query.criterion.strip() else None
    sort, _, who = query.who.partition(":")
    kinds = frozenset(KINDS[query.kind][1]) if query.kind else None
    return [
        one
        for one in deeds
        if (kinds is None or not kinds.isdisjoint(one.kinds))
        and (criteria is None or not criteria.isdisjoint(one.criteria))
        and (not who or (one.author == who if sort == "author" else who in one.people))
        and all(word in one.sought for word in words)
    ]


def named(typed: str, snapshot: Snapshot) -> frozenset[str]:
    """Criteria whose code begins with what was typed, else those whose words hold it all."""
    said = folded(typed).replace(" ", "")
    by_code = {one.id for one in snapshot.framework.criteria if folded(one.id).startswith(said)}
    if by_code:
        return frozenset(by_code)
    words = folded(typed).split()
    return frozenset(
        one.id
        for one in snapshot.framework.criteria
        if all(word in folded(f"{one.title} {one.question}") for word in words)
    )


def day_words(day: date, today: date) -> str:
    """A day as a heading: Today, Yesterday, Wednesday 25 November 2026."""
    if day == today:
        return tr("Today")
    if (today - day).days == 1:
        return tr("Yesterday")
    return locale.long_full_day(day)
