"""Snapshots made of records, without a file."""

from datetime import date

from engagements.framework.model import AnswerValue
from engagements.records import Answer, Evidence, Interview, Person
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.evidence import SpeaksFor
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot
from tests.engagements.assessment.drawing import F


def snapshot(*records, framework=F):
    """A snapshot of these records; two with one id are two heads of a conflict."""
    heads = {}
    for one in records:
        kind = heads.setdefault(one.kind, {})
        kind[one.id] = (*kind.get(one.id, ()), one)
    return Snapshot(framework=framework, heads=heads)


def meeting(name, *people, day=1, **fields):
    """An interview with the named people."""
    return Interview(id=name, title=name, people=people, day=date(2026, 11, day), **fields)


def person(name, role):
    """An interviewee of a role."""
    return Person(id=name, role=role)


def says(interview, value, *, criterion="DAT-2.2", voice=ROOM, unit=FIRST_UNIT_ID, reason=""):
    """What one voice said; n/a gets a reason when none is given."""
    if value is AnswerValue.NA and not reason:
        reason = "no such data"
    return Answer.of(criterion, interview, value, voice=voice, scope_unit=unit, reason=reason)


def shows(name, grade, value, *, criterion="DAT-2.2", interview=None, unit=FIRST_UNIT_ID):
    """An evidence item that speaks for one answer."""
    speech = SpeaksFor(criterion=criterion, value=value, interview=interview)
    return Evidence(id=name, title=name, grade=grade, speaks_for=(speech,), scope_unit=unit)
