"""What happened in words: titles of records, values of fields, and a line per user action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from engagements.casework.history import Revision, Value
from engagements.framework.model import AnswerValue
from engagements.language import inside, mark, tr, trn
from engagements.records import (
    Answer,
    Engagement,
    Evidence,
    Interview,
    Judgement,
    Note,
    Person,
    PreviousAssessment,
    ScopeUnit,
)
from engagements.records.base import Record
from engagements.records.client import Blob
from engagements.records.evidence import SpeaksFor
from engagements.records.outcome import CriterionBefore
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.history.fields import code_words, field_words
from ui.parts.units import unit_of

KIND_WORDS = {
    "client": mark("Client"),
    "engagement": mark("Engagement"),
    "scope_unit": mark("Scope unit"),
    "person": mark("Interviewee"),
    "interview": mark("Interview"),
    "answer": mark("Answer"),
    "note": mark("Note"),
    "judgement": mark("Judgement"),
    "evidence": mark("Evidence"),
    "evidence_request": mark("Request"),
    "finding": mark("Finding"),
    "wording": mark("Wording"),
    "comment": mark("Comment"),
    "metric_reading": mark("Metric"),
    "plan_change": mark("Roadmap"),
    "report_settings": mark("Report"),
    "issued_version": mark("Issued version"),
    "previous_assessment": mark("Previous assessment"),
    "erasure": mark("Erasure"),
}
_SILENT = frozenset(
    ["id", "position", "saw", "facts", "revisions", "content", "pdf", "cases", "dimensions"]
)
_NONE = "–"


@dataclass(frozen=True)
class Line:
    """One field before and after; empty where there was nothing."""

    field: str
    before: str
    after: str


def title_of(record: Record, snapshot: Snapshot) -> str:
    """What a record is called: a criterion, a name, a title, the first words of a text."""
    if isinstance(record, Answer | Judgement):
        return record.criterion
    if isinstance(record, Person):
        return person_words(record.id, snapshot, record)
    if isinstance(record, Evidence):
        return f"E-{record.reference:03} {record.title}"
    if isinstance(record, Engagement):
        return snapshot.client.name
    for field in ("title", "name", "text", "version", "action", "metric", "slot"):
        found = getattr(record, field, "")
        if found:
            return " ".join(str(found).split())
    return tr("Unnamed unit") if isinstance(record, ScopeUnit) else ""


def person_words(person: str, snapshot: Snapshot, known: Person | None = None) -> str:
    """An interviewee's name, else the words on the card; the room; or that nobody is known."""
    if person == ROOM:
        return tr("the room")
    one = known or snapshot.get(Person, person)
    if one is None:
        return tr("somebody taken out")
    role = snapshot.framework.role.get(one.role)
    return one.name or one.title or (role.name if role else one.role)


def lines_of(before: Record | None, after: Record | None, snapshot: Snapshot) -> tuple[Line, ...]:
    """The fields that differ; of a value that is new or gone, those that say something."""
    some = after or before
    if some is None:
        return ()
    found: list[Line] = []
    for field in type(some).model_fields:
        if field in _SILENT or (field == "scope_unit" and len(snapshot.scope_units) == 1):
            continue
        old, new = (
            "" if record is None else _value_words(field, getattr(record, field), snapshot)
            for record in (before, after)
        )
        if old != new:
            found.append(Line(field_words(field), old, new))
    return tuple(found)


def revision_words(revision: Revision, snapshot: Snapshot) -> str:
    """One revision in a line: "SRC-1.1: “No” became “Partly”"."""
    after = revision.left.record
    before = next((value.record for value in revision.found if value.record), None)
    record = after or before
    if record is None or (after is None and not revision.left.removed):
        return _without_content(revision)
    if isinstance(record, Answer | Judgement):
        return _answer_words(revision, before, after, snapshot)
    what, title = tr(KIND_WORDS[record.kind]), title_of(record, snapshot)
    if isinstance(record, Note) and record.criteria:
        what = tr("{what} on {criterion}", what=what, criterion=record.criteria[0])
    if after is None:
        return tr("{what} taken out: {title}", what=what, title=title)
    if before is None:
        return tr("{what}: {title}", what=what, title=title)
    fields = ", ".join(inside(line.field) for line in lines_of(before, after, snapshot)[:3])
    if not fields:
        return tr("{what} changed: {title}", what=what, title=title)
    return tr("{what} changed: {title} ({fields})", what=what, title=title, fields=fields)


def action_words(revisions: Sequence[Revision], snapshot: Snapshot) -> str:
    """A user action in a line; ``revisions`` are its own, the oldest first."""
    action = revisions[0].action
    if action in _WHOLE:
        words = tr(_WHOLE[action])
        reason = next((one.reason for one in revisions if one.reason), "")
        return tr("{what}: {reason}", what=words, reason=reason) if reason else words
    first = max(revisions, key=importance)
    words = revision_words(first, snapshot)
    more = len(revisions) - 1
    if more:
        words = trn("{what}, and {n} more change", "{what}, and {n} more changes", more, what=words)
    prefix = _PREFIXES.get(action)
    return tr(prefix, what=words) if prefix else words


_WHOLE = {
    "engagement-created": mark("The engagement began"),
    "version-issued": mark("A version was issued"),
    "merged": mark("Another file was merged in"),
    "erased": mark("Content was erased"),
}
"""Actions that are named as a whole."""
_PREFIXES = {
    "undone": mark("Undo. {what}"),
    "redone": mark("Redo. {what}"),
    "value-restored": mark("Restored. {what}"),
    "taken-back": mark("Taken back. {what}"),
    "imported": mark("Import. {what}"),
    "record-sent": mark("Record out. {what}"),
    "record-confirmed": mark("Reply to the record. {what}"),
}


def value_state(value: Value) -> str:
    """Why a value has no content, in words; empty when it has."""
    if value.erased:
        return tr("Erased. Only that it was there is kept.")
    if value.removed:
        return tr("Taken out")
    return tr("This version of Plumbline cannot read it.") if value.unreadable else ""


def named_criteria(record: Record) -> Iterator[str]:
    """Criteria that a record is about."""
    if isinstance(record, Answer | Judgement):
        yield record.criterion
    elif isinstance(record, Evidence):
        yield from (one.criterion for one in record.speaks_for)
    elif not isinstance(record, PreviousAssessment):  # which is about all of them
        yield from getattr(record, "criteria", ())


def named_people(record: Record, snapshot: Snapshot) -> Iterator[str]:
    """Interviewees that a record is about: who said it, or who sat in the interview."""
    if isinstance(record, Person):
        yield record.id
        return
    if isinstance(record, Interview):
        yield from record.people
        return
    voice = getattr(record, "voice", None) or getattr(record, "person", None)
    if voice and voice != ROOM:
        yield voice
        return
    talk = snapshot.get(Interview, getattr(record, "interview", None) or "")
    if talk is not None:
        yield from talk.people


def importance(revision: Revision) -> int:
    """Which revision names a whole action: what was said rather than what went along."""
    order = ("interview", "evidence", "judgement", "note", "answer")
    return order.index(revision.kind) if revision.kind in order else -1


def _without_content(revision: Revision) -> str:
    what = tr(KIND_WORDS.get(revision.kind, mark("Something")))
    if revision.left.erased or any(value.erased for value in revision.found):
        return tr("{what}, erased", what=what)
    return tr("{what} of another version", what=what)


def _answer_words(
    revision: Revision, before: Record | None, after: Record | None, snapshot: Snapshot
) -> str:
    record = after or before
    assert isinstance(record, Answer | Judgement)
    old, new = (
        tr("“{answer}”", answer=_answer(one.value, snapshot))
        if isinstance(one, Answer | Judgement)
        else ""
        for one in (before, after)
    )
    judged = isinstance(record, Judgement)
    what = (
        tr("Judgement on {criterion}", criterion=record.criterion) if judged else record.criterion
    )
    if after is None:
        words = tr("{what}: {old} was cleared", what=what, old=old)
    elif before is None:
        words = tr("{what}: {new}", what=what, new=new)
        if any(value.erased for value in revision.found):
            words = tr("{what}: {new}, what it was is erased", what=what, new=new)
    elif old == new and not _set_right(before, after):
        words = tr("{what}: {new}, its reason changed", what=what, new=new)
    else:
        words = tr("{what}: {old} became {new}", what=what, old=old, new=new)
    if _set_right(before, after) and isinstance(after, Answer) and after.corrected:
        day = locale.plain_day(after.corrected)
        words = tr("{words}, set right by the interviewee on {day}", words=words, day=day)
    if isinstance(record, Answer):
        return tr("{words}, {voice}", words=words, voice=person_words(record.voice, snapshot))
    return words


def _set_right(before: Record | None, after: Record | None) -> bool:
    """Whether an answer came back with an interview's record."""
    if not isinstance(after, Answer) or after.corrected is None:
        return False
    return not isinstance(before, Answer) or before.corrected != after.corrected


def _answer(value: AnswerValue, snapshot: Snapshot) -> str:
    labels = {one.code: one.label for one in snapshot.framework.answers}
    return labels.get(value, value.value)


def _value_words(field: str, value: Any, snapshot: Snapshot) -> str:
    """One field's value for a reader; empty when it says nothing."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, AnswerValue):
        return _answer(value, snapshot)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, tuple):
        return _listed(field, value, snapshot)
    return _single(field, value, snapshot)


def _listed(field: str, values: Iterable[Any], snapshot: Snapshot) -> str:
    return ", ".join(_single(field, one, snapshot) for one in values)


def _single(field: str, value: Any, snapshot: Snapshot) -> str:
    words = _referred(field, value, snapshot) or code_words(field, value)
    if words:
        return words
    if isinstance(value, SpeaksFor | CriterionBefore):
        answer = _answer(value.value, snapshot)
        return tr("{criterion}: {answer}", criterion=value.criterion, answer=answer)
    return value.name if isinstance(value, Blob) else _plain(value)


def _referred(field: str, value: Any, snapshot: Snapshot) -> str:
    """What another record is called that a value is the id of; empty for other values."""
    if field in ("voice", "person", "people"):
        return person_words(str(value), snapshot)
    if field in ("interview", "received"):
        found = snapshot.get(Interview if field == "interview" else Evidence, str(value))
        return found.title if found is not None else tr("something taken out")
    if field == "scope_unit":
        return unit_of(snapshot, str(value)) or tr("something taken out")
    return ""


def _plain(value: Any) -> str:
    """A value that names nothing else."""
    if isinstance(value, datetime):
        return tr("{day}, {time}", day=locale.day(value), time=locale.time(value))
    if isinstance(value, date):
        return locale.day(value)
    return str(value.value) if isinstance(value, Enum) else str(value)
