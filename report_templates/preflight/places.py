"""Where what a report prints was typed: the way that a check offers."""

from __future__ import annotations

from collections.abc import Callable

from engagements.records import Answer, Finding, Judgement, Note, Wording
from engagements.records.base import Record
from engagements.records.commenting import Comment
from engagements.records.snapshot import Snapshot
from report_templates.content.redaction import typed
from report_templates.preflight.model import Place

PAGES = {
    "client": "details", "engagement": "details", "scope_unit": "details",
    "evidence": "evidence", "evidence_request": "evidence", "note": "interview",
    "interview": "interview", "person": "interview", "metric_reading": "metrics",
    "plan_change": "roadmap",
}  # fmt: skip
"""The page on which a text of a kind is changed."""


def kept_at(snapshot: Snapshot, says: Callable[[str], bool]) -> Place | None:
    """Where a text was typed that the report prints, notes last; it prints no comment on itself."""
    found = [one for one, said in typed(snapshot) if one.kind != Comment.kind and says(said)]
    return place_of(min(found, key=lambda one: isinstance(one, Note))) if found else None


def place_of(record: Record) -> Place | None:
    """Where a record's words are changed; None for one that is changed nowhere."""
    if isinstance(record, Wording):
        return Place("report", "wordings")
    if isinstance(record, Judgement):
        return Place("findings", record.criterion)
    if isinstance(record, Finding):
        return Place("findings", record.criteria[0] if record.criteria else "")
    if isinstance(record, Answer):
        return Place("interview", record.criterion)
    page = PAGES.get(record.kind)
    return Place(page) if page else None
