"""Answers, notes and judgements."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from engagements.framework.model import AnswerValue
from engagements.models import model_validator
from engagements.records.base import Record, identity
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.people import ROOM


class Answer(Record):
    """What one voice (a person's id, or the room) said about one criterion in one interview.

    ``n/a`` carries a reason; without one it is still pending and not valid here.
    """

    kind: ClassVar[str] = "answer"
    criterion: str
    scope_unit: str = FIRST_UNIT_ID
    interview: str
    voice: str = ROOM
    value: AnswerValue
    reason: str = ""
    corrected: date | None = None
    """When the interviewee set it right; None for an answer as it was given."""

    @classmethod
    def of(
        cls,
        criterion: str,
        interview: str,
        value: AnswerValue,
        *,
        voice: str = ROOM,
        scope_unit: str = FIRST_UNIT_ID,
        reason: str = "",
        corrected: date | None = None,
    ) -> Self:
        """An answer with the id that its key gives it."""
        key = identity("answer", criterion, scope_unit, interview, voice)
        return cls(
            id=key,
            criterion=criterion,
            scope_unit=scope_unit,
            interview=interview,
            voice=voice,
            value=value,
            reason=reason,
            corrected=corrected,
        )

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.value is AnswerValue.NA and not self.reason.strip():
            raise ValueError("n/a needs a reason")
        return self


class NoteKind(StrEnum):
    """What a note is."""

    NOTE = "note"
    QUOTE = "quote"
    TODO = "to-do"


class Note(Record):
    """Words kept from an interview; belongs to none, one or several criteria."""

    kind: ClassVar[str] = "note"
    interview: str | None = None
    author: str = ""
    text: str
    criteria: tuple[str, ...] = ()
    note_kind: NoteKind = NoteKind.NOTE
    off_record: bool = False
    done: bool = False
    position: int = 0
    """Place among the notes of its interview and criterion; equal ones stand as first kept."""
    scope_unit: str = FIRST_UNIT_ID


class Judgement(Record):
    """The assessor's settled answer, its reason, and the digest of the answers it saw."""

    kind: ClassVar[str] = "judgement"
    criterion: str
    scope_unit: str = FIRST_UNIT_ID
    value: AnswerValue
    reason: str = ""
    saw: str = ""

    @classmethod
    def of(
        cls,
        criterion: str,
        value: AnswerValue,
        *,
        scope_unit: str = FIRST_UNIT_ID,
        reason: str = "",
        saw: str = "",
    ) -> Self:
        """A judgement with the id that its key gives it."""
        key = identity("judgement", criterion, scope_unit)
        return cls(
            id=key, criterion=criterion, scope_unit=scope_unit, value=value, reason=reason, saw=saw
        )
