"""Where an engagement stands and what comes next, read from what exists in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from engagements.records.answers import Answer
from engagements.records.client import Status
from engagements.records.evidence import EvidenceRequest
from engagements.records.outcome import IssuedVersion, ReportSettings, Wording
from engagements.records.people import Interview, InterviewState
from engagements.records.snapshot import Snapshot

CLOSED = (Status.DELIVERED, Status.ARCHIVED)


class Awaited(StrEnum):
    """What the next date is for."""

    KICK_OFF = "kick-off"
    INTERVIEW = "interview"
    EVIDENCE = "evidence"
    END = "end"


@dataclass(frozen=True)
class Next:
    """The next date of an engagement; of an interview its hour, and its number among all by day."""

    day: date
    awaited: Awaited
    number: int | None = None
    hour: time | None = None


def status(snapshot: Snapshot) -> Status:
    """The status set by hand, else what exists says.

    Delivered: a version was issued. Draft: every interview is held and the report was worked on.
    Analysis: every interview is held. Fieldwork: one has begun, or answers exist. Else Planned.
    Archived is only ever set by hand.
    """
    by_hand = snapshot.engagement.status
    if by_hand is not None:
        return by_hand
    if snapshot.of(IssuedVersion):
        return Status.DELIVERED
    interviews = snapshot.of(Interview)
    if interviews and all(one.state is InterviewState.HELD for one in interviews):
        worked_on = snapshot.of(Wording) or snapshot.of(ReportSettings)
        return Status.DRAFT if worked_on else Status.ANALYSIS
    begun = any(one.state is not InterviewState.PLANNED for one in interviews)
    return Status.FIELDWORK if begun or snapshot.of(Answer) else Status.PLANNED


def held(snapshot: Snapshot) -> tuple[int, int]:
    """Interviews held, and all of them."""
    interviews = snapshot.of(Interview)
    return sum(one.state is InterviewState.HELD for one in interviews), len(interviews)


def next_date(snapshot: Snapshot) -> Next | None:
    """What is waited for next: an interview, then evidence asked for, then the agreed end.

    None when nothing is dated, or all is delivered. The day may lie in the past: then it is late.
    """
    stands = status(snapshot)
    if stands in CLOSED:
        return None
    interviews = sorted(snapshot.of(Interview), key=_when)
    for number, interview in enumerate(interviews, start=1):
        if interview.state is not InterviewState.HELD:
            hour = interview.starts.time() if interview.starts else None
            return Next(interview.day, Awaited.INTERVIEW, number, hour)
    due = [one.due for one in snapshot.of(EvidenceRequest) if one.due and not one.received]
    if due:
        return Next(min(due), Awaited.EVIDENCE)
    agreed = snapshot.engagement
    if stands is Status.PLANNED and agreed.starts:
        return Next(agreed.starts, Awaited.KICK_OFF)
    return Next(agreed.ends, Awaited.END) if agreed.ends else None


def _when(interview: Interview) -> tuple[date, str, str]:
    """By day, then time; interviews without a time come first on their day."""
    return interview.day, str(interview.starts or ""), interview.id
