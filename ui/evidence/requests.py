"""What the list of requests says: what is to come, from whom, due when, and how late it is."""

from __future__ import annotations

from datetime import date

from engagements.language import mark, tr, trn
from engagements.records import Evidence, EvidenceRequest
from engagements.records.snapshot import Snapshot
from ui.evidence.register import DASH, codes, day_words, reference
from ui.parts.voices import person_words
from ui.widgets.ledger import Cell, Head, Line

HEADS = (
    Head(mark("What is to come")),
    Head(mark("From whom"), 190, 150),
    Head(mark("Due"), 168, 150),
    Head(mark("For criteria"), 190, 144, spare=True),
)


def open_requests(snapshot: Snapshot) -> tuple[EvidenceRequest, ...]:
    """Requests that nothing has answered yet, the one due first first."""
    found = [one for one in snapshot.of(EvidenceRequest) if one.received is None]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def lines(snapshot: Snapshot, today: date, words: str = "") -> tuple[Line, ...]:
    """Open requests by the day they are due, then those received."""
    got = [one for one in snapshot.of(EvidenceRequest) if one.received is not None]
    found = (*open_requests(snapshot), *got)
    return tuple(
        _line(snapshot, one, today) for one in found if _fits(snapshot, one, words.casefold())
    )


def lateness(wanted: EvidenceRequest, today: date) -> str:
    """How a due day stands to today, in words; empty when there is none."""
    if wanted.due is None:
        return ""
    days = (wanted.due - today).days
    if days < 0:
        return trn("{n} day late", "{n} days late", -days)
    if days == 0:
        return tr("due today")
    return trn("in {n} day", "in {n} days", days)


def whom(snapshot: Snapshot, wanted: EvidenceRequest) -> str:
    """Whom it is asked of; a dash when nobody was named."""
    return person_words(snapshot, wanted.person) if wanted.person else DASH


def _fits(snapshot: Snapshot, one: EvidenceRequest, words: str) -> bool:
    criteria = snapshot.framework.criterion
    titles = [f"{code} {criteria[code].title}" for code in one.criteria if code in criteria]
    whole = " ".join([one.title, whom(snapshot, one), *titles]).casefold()
    return all(word in whole for word in words.split())


def _line(snapshot: Snapshot, one: EvidenceRequest, today: date) -> Line:
    return Line(
        one.id,
        (
            Cell(one.title, weight=600),
            Cell(whom(snapshot, one)),
            _due(snapshot, one, today),
            Cell(codes(one.criteria) or DASH),
        ),
    )


def _due(snapshot: Snapshot, one: EvidenceRequest, today: date) -> Cell:
    if one.received is not None:
        item = snapshot.get(Evidence, one.received)
        under = tr("as {reference}", reference=reference(item)) if item else ""
        return Cell(tr("Received"), under, "check", "ok")
    if one.due is None:
        return Cell(tr("No day set"), tone="ink_2")
    late = one.due < today
    icon, tone = ("warning", "attn") if late else ("calendar", "ink")
    return Cell(day_words(one.due, today), lateness(one, today), icon, tone)
