"""What was shown, what it speaks for, and what is still to come."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from engagements.framework.model import AnswerValue, Value
from engagements.models import Field
from engagements.records.base import Record
from engagements.records.client import FIRST_UNIT_ID, Blob

SPEAKS = (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO)
"""Answers that evidence can speak for."""


class SpeaksFor(Value):
    """The answer one evidence item supports on one criterion, for all or one interview."""

    criterion: str
    value: AnswerValue
    interview: str | None = None


class Evidence(Record):
    """A document, trace or demonstration with its grade (2 shown, 3 trace, 4 seen)."""

    kind: ClassVar[str] = "evidence"
    reference: int = 0
    """Number in the register, printed as E-001; 0 until given."""
    title: str
    description: str = ""
    grade: int = Field(ge=2, le=4)
    speaks_for: tuple[SpeaksFor, ...] = ()
    scope_unit: str = FIRST_UNIT_ID
    interview: str | None = None
    """The interview it was shown in."""
    shown: date | None = None
    attachment: Blob | None = None
    link: str = ""


class EvidenceRequest(Record):
    """Something promised: from whom, due when, and what came of it."""

    kind: ClassVar[str] = "evidence_request"
    title: str
    person: str | None = None
    criteria: tuple[str, ...] = ()
    due: date | None = None
    received: str | None = None
    """Id of the evidence that answered it."""
    interview: str | None = None
