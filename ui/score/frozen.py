"""The issued document that holds a score: its version, date and hash, and whether it still does."""

from __future__ import annotations

from dataclasses import dataclass

from engagements.language import tr, trn
from engagements.records import Answer, Evidence, IssuedVersion, Judgement, Person, ScopeUnit
from engagements.records.snapshot import Snapshot
from ui.score.before import day_words

HASH = 8
"""Digits of the hash that are shown beside the date; the whole is in the tooltip."""

SCORED = (Answer, Judgement, Evidence, Person, ScopeUnit)
"""What a score is made from; a person's role decides whether two voices are two."""


@dataclass(frozen=True)
class Frozen:
    """What was issued last; ``since`` counts what of a score's ground was changed after it."""

    words: str
    whole: str
    since: int

    @property
    def holds(self) -> bool:
        """Whether the score is still the one that was issued."""
        return self.since == 0


def frozen_of(snapshot: Snapshot) -> Frozen | None:
    """The newest issued version; None while nothing was issued."""
    found = max(snapshot.of(IssuedVersion), key=lambda one: one.issued, default=None)
    if found is None:
        return None
    since = sum(
        one in snapshot.stamps and snapshot.stamps[one].number > found.revisions
        for record in SCORED
        for one in snapshot.heads.get(record.kind, {})
    )
    issued = tr(
        "Issued {version}, {day}", version=found.version, day=day_words(found.issued.date())
    )
    changed = trn("{n} change since", "{n} changes since", since) if since else ""
    digest = found.pdf.sha256
    return Frozen(
        words=f"{issued}, {changed or digest[:HASH]}",
        whole=tr("{issued}. SHA-256 of its PDF: {digest}", issued=issued, digest=digest),
        since=since,
    )
