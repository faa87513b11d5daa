"""The records of an engagement, one module per subject. ``KINDS`` finds a type by its kind."""

from __future__ import annotations

from engagements.records.answers import Answer, Judgement, Note
from engagements.records.base import Record
from engagements.records.client import Client, Engagement, ScopeUnit
from engagements.records.commenting import Comment
from engagements.records.evidence import Evidence, EvidenceRequest
from engagements.records.outcome import (
    Finding,
    IssuedVersion,
    MetricReading,
    PlanChange,
    PreviousAssessment,
    ReportSettings,
    Wording,
)
from engagements.records.people import Interview, Person

KINDS: dict[str, type[Record]] = {
    record.kind: record
    for record in (
        Client,
        Engagement,
        ScopeUnit,
        Person,
        Interview,
        Answer,
        Note,
        Judgement,
        Evidence,
        EvidenceRequest,
        Finding,
        Wording,
        MetricReading,
        PlanChange,
        ReportSettings,
        IssuedVersion,
        PreviousAssessment,
        Comment,
    )
}
