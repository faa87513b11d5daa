"""Engagements in memory for the report's tests, made from records alone."""

from datetime import date, datetime, timedelta
from types import MappingProxyType

from engagements.framework.load import mlops, pack
from engagements.framework.model import AnswerValue
from engagements.records import (
    Answer,
    Client,
    Engagement,
    Evidence,
    Interview,
    IssuedVersion,
    Person,
    ReportSettings,
    ScopeUnit,
)
from engagements.records.client import Blob
from engagements.records.evidence import SpeaksFor
from engagements.records.people import Consent, InterviewState
from engagements.records.snapshot import Snapshot, Stamp

PACKED = pack()
ISSUED = date(2026, 12, 14)
ROLES = ("DS", "MLE", "DE", "PL", "PO", "RC", "EX")


def snapshot(*records, revisions=0):
    heads = {}
    for record in records:
        heads.setdefault(record.kind, {})[record.id] = (record,)
    stamps = {r.id: Stamp("Karin Vold", datetime(2026, 11, 17, 9, 30), r.id) for r in records}
    return Snapshot(
        framework=mlops(),
        heads=MappingProxyType(heads),
        stamps=MappingProxyType(stamps),
        revisions=revisions,
        packed=PACKED,
    )


def person(number, **more):
    fields = {"role": ROLES[number % len(ROLES)], "name": f"Secret Person {number}", **more}
    return Person(id=f"p{number}", **fields)


def interview(number, *people, **more):
    fields = {
        "day": date(2026, 11, 17) + timedelta(days=number),
        "state": InterviewState.HELD,
        **more,
    }
    return Interview(id=f"i{number}", title=f"Interview {number}", people=people, **fields)


def answers(interview_id, voice, values):
    return [
        Answer.of(
            criterion,
            interview_id,
            AnswerValue(value),
            voice=voice,
            reason="not used here" if value == "n/a" else "",
        )
        for criterion, value in values.items()
    ]


def item(number, *, title=None, grade=None, criteria=("SRC-1.1",), **more):
    return Evidence(
        id=f"e{number}",
        reference=number,
        title=title or f"Build history of service {number}, last sixty changes",
        grade=grade or 2 + number % 3,
        speaks_for=tuple(SpeaksFor(criterion=c, value=AnswerValue.YES) for c in criteria),
        interview=f"i{number % 5}",
        **more,
    )


def level_answers(level, extra=()):
    """Every core criterion up to a level yes, the rest no; ``extra`` overrides."""
    framework = mlops()
    found = {c.id: "yes" if c.level <= level else "no" for c in framework.criteria if c.type.gates}
    return {**found, **dict(extra)}


def frame(client="Halden Freight", target=3, *, draft=False, **settings):
    return [
        Client(name=client),
        Engagement(target=target, roadmap_start=date(2027, 1, 11)),
        ScopeUnit(models=("Spot pricing", "Arrival time", "Lane demand")),
        ReportSettings(
            **{"version": "1.2", "audience": "the board", "draft": draft, **settings},
        ),
    ]


def full(items=34, level=0, *, extra=None, **of_frame):
    """Five interviews with differing answers, evidence, and an earlier issued version."""
    extra = {"TRN-2.1": "yes", "REG-2.2": "yes", "SRC-1.1": "yes"} if extra is None else extra
    base = level_answers(level, extra.items())
    people = [
        person(n, consent=Consent.BY_PSEUDONYM, pseudonym="Control") if n == 5 else person(n)
        for n in range(7)
    ]
    held = [interview(n, f"p{n}", *([f"p{n + 2}"] if n > 2 else [])) for n in range(5)]
    bold = {**base, "SRC-1.2": "yes", "SRC-1.3": "yes", "REL-1.1": "partly"}
    given = answers("i0", "p0", bold) + answers("i1", "p1", base)
    given += answers("i2", "p2", {"MON-2.1": "unknown", "DAT-1.1": "n/a"})
    ids = [c.id for c in mlops().criteria]
    proof = [
        item(n, criteria=tuple(ids[(n * 3 + k) % len(ids)] for k in range(1 + n % 3)))
        for n in range(1, items + 1)
    ]
    blob = Blob(sha256="0" * 64, name="report.pdf", size=1)
    old = IssuedVersion(
        id="v1",
        version="1.0",
        profile="full",
        issued=datetime(2026, 12, 1, 15, 0),
        pdf=blob,
        content=blob,
        revisions=812,
    )
    return snapshot(*frame(**of_frame), *people, *held, *given, *proof, old, revisions=900)


def empty(**of_frame):
    """An engagement nobody has been interviewed in yet."""
    return snapshot(*frame(**of_frame))
