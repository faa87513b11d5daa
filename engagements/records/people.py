"""Interviewees and interviews."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from engagements.records.base import Record
from engagements.records.client import FIRST_UNIT_ID

ROOM = "room"
"""The voice of everybody in one interview together."""


class Consent(StrEnum):
    """How an interviewee may appear in what leaves the engagement."""

    NAMED = "named"
    BY_ROLE = "by role"
    BY_PSEUDONYM = "by pseudonym"


class Person(Record):
    """An interviewee; ``role`` is a framework role code, ``title`` the words on the card."""

    kind: ClassVar[str] = "person"
    name: str = ""
    role: str
    title: str = ""
    scope_unit: str = FIRST_UNIT_ID
    consent: Consent = Consent.BY_ROLE
    pseudonym: str = ""


class InterviewState(StrEnum):
    """Where one interview stands."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    HELD = "held"


class Interview(Record):
    """One sitting with one or several interviewees. Times are local, without zone."""

    kind: ClassVar[str] = "interview"
    title: str
    people: tuple[str, ...]
    assessors: tuple[str, ...] = ()
    scope_unit: str = FIRST_UNIT_ID
    day: date
    starts: datetime | None = None
    minutes: int = 60
    state: InterviewState = InterviewState.PLANNED
    elapsed: int = 0
    """Seconds spent so far, pauses left out."""
    agenda: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    """Follow-ups and evidence prompts already put: ``CRITERION/follow_up/0``."""
    sent: date | None = None
    """When its record went out to be confirmed."""
    reply_by: date | None = None
    confirmed: date | None = None
    """When the interviewee confirmed the record, or set it right."""
