"""Where an engagement stands is derived from what exists, unless set by hand."""

from datetime import date, datetime, time
from types import MappingProxyType

import pytest

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import (
    Answer,
    Engagement,
    EvidenceRequest,
    Interview,
    IssuedVersion,
    ReportSettings,
    standing,
)
from engagements.records.client import Blob, Status
from engagements.records.people import InterviewState
from engagements.records.snapshot import Snapshot
from engagements.records.standing import Awaited, Next

BLOB = Blob(sha256="0" * 64, name="x", size=1)
ISSUED = IssuedVersion(
    id="v",
    version="1",
    profile="full",
    issued=datetime(2026, 12, 1),
    pdf=BLOB,
    content=BLOB,
    revisions=1,
)
ANSWER = Answer.of("SRC-1.1", "i", AnswerValue.YES)


def interview(name, state="planned", day=1, hour=9):
    return Interview(
        id=name,
        title=name,
        people=("p",),
        day=date(2026, 12, day),
        starts=datetime(2026, 12, day, hour),
        state=InterviewState(state),
    )


def snapshot(*records):
    heads = {}
    for record in records:
        heads.setdefault(record.kind, {})[record.id] = (record,)
    return Snapshot(mlops(), MappingProxyType(heads))


@pytest.mark.parametrize(
    ("records", "status"),
    [
        ((), Status.PLANNED),
        ((interview("a"),), Status.PLANNED),
        ((ANSWER,), Status.FIELDWORK),
        ((interview("a", "running"),), Status.FIELDWORK),
        ((interview("a", "held"), interview("b")), Status.FIELDWORK),
        ((interview("a", "held"), interview("b", "held")), Status.ANALYSIS),
        ((interview("a", "held"), ReportSettings()), Status.DRAFT),
        ((interview("a", "held"), interview("b"), ReportSettings()), Status.FIELDWORK),
        ((interview("a", "held"), ISSUED), Status.DELIVERED),
        ((interview("a", "held"), Engagement(status=Status.ARCHIVED)), Status.ARCHIVED),
        ((ISSUED, Engagement(status=Status.DRAFT)), Status.DRAFT),
    ],
)
def test_the_status_follows_from_what_exists(records, status):
    assert standing.status(snapshot(*records)) is status


def test_the_next_date_is_an_interview_then_evidence_then_the_end():
    agreed = Engagement(starts=date(2026, 11, 1), ends=date(2026, 12, 31))
    held, later = interview("a", "held", 1), interview("b", day=3)
    first = interview("c", day=2, hour=14)
    asked = EvidenceRequest(id="r", title="Log", due=date(2026, 12, 9))
    done = EvidenceRequest(id="s", title="List", due=date(2026, 12, 2), received="e")

    def coming(*records):
        return standing.next_date(snapshot(agreed, *records))

    assert coming() == Next(date(2026, 11, 1), Awaited.KICK_OFF)
    assert coming(held, later, first, asked) == Next(
        date(2026, 12, 2), Awaited.INTERVIEW, 2, time(14)
    )
    assert coming(held, asked, done) == Next(date(2026, 12, 9), Awaited.EVIDENCE)
    assert coming(held, done) == Next(date(2026, 12, 31), Awaited.END)
    assert coming(held, asked, ISSUED) is None
    assert standing.next_date(snapshot()) is None


def test_interviews_are_counted():
    found = snapshot(interview("a", "held"), interview("b", "paused"), interview("c"))
    assert standing.held(found) == (1, 3)
