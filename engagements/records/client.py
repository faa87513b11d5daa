"""Whom the work is for and what it covers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from engagements.framework.model import Level, Value
from engagements.records.base import Record, identity

CLIENT_ID = identity("client")
ENGAGEMENT_ID = identity("engagement")
FIRST_UNIT_ID = identity("scope-unit", "first")


class Status(StrEnum):
    """Where an engagement stands; derived from what exists unless set by hand."""

    PLANNED = "planned"
    FIELDWORK = "fieldwork"
    ANALYSIS = "analysis"
    DRAFT = "draft"
    DELIVERED = "delivered"
    ARCHIVED = "archived"


class Client(Record):
    """The organisation that is assessed."""

    kind: ClassVar[str] = "client"
    id: str = CLIENT_ID
    name: str
    sector: str = ""


class Blob(Value):
    """A file kept inside the engagement: SHA-256 of its bytes, original name, size in bytes."""

    sha256: str
    name: str
    size: int
    media_type: str = "application/octet-stream"


class Engagement(Record):
    """What was agreed: scope, target level and dates, and which rule set and brand kit apply."""

    kind: ClassVar[str] = "engagement"
    id: str = ENGAGEMENT_ID
    title: str = ""
    scope: str = ""
    target: Level | None = None
    starts: date | None = None
    ends: date | None = None
    roadmap_start: date | None = None
    language: str = "en"
    framework: Blob | None = None
    brand: Blob | None = None
    status: Status | None = None
    """Set by hand; None means derived."""


class ScopeUnit(Record):
    """A part of the organisation that is scored on its own, with its production models."""

    kind: ClassVar[str] = "scope_unit"
    id: str = FIRST_UNIT_ID
    name: str = ""
    models: tuple[str, ...] = ()
    position: int = 0
