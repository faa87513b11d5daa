"""Evidence with its attachment, and requests for what is still to come."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from engagements.casework.case import Case, Change
from engagements.casework.checks import known_criteria, known_unit
from engagements.file.actions import Action
from engagements.file.canonical import random_id
from engagements.file.engagement_file import Progress
from engagements.file.problems import AttachmentUnreadable
from engagements.framework.model import AnswerValue
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Answer, Evidence, EvidenceRequest, Interview, Person
from engagements.records.client import FIRST_UNIT_ID, Blob
from engagements.records.evidence import SPEAKS, SpeaksFor
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot

UNKNOWN_TYPE = "application/octet-stream"
MAX_NAME = 255
_PLAIN = (".log", ".toml", ".ini", ".cfg", ".conf", ".properties", ".env", ".tf", ".sql", ".rst")
_TYPES = dict.fromkeys(_PLAIN, "text/plain") | {
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".ipynb": "application/json",
    ".webp": "image/webp",
}
"""What the tables of systems differ in or leave out, though it is shown in every assessment."""

Source = Path | bytes | BinaryIO


def attach(
    case: Case,
    title: str,
    source: Source,
    *,
    grade: int = 2,
    name: str | None = None,
    description: str = "",
    speaks_for: Sequence[SpeaksFor] = (),
    scope_unit: str = FIRST_UNIT_ID,
    interview: str | None = None,
    shown: date | None = None,
    evidence_id: str | None = None,
    large: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Change:
    """Keep a file as a new evidence item, which exists only once the file is wholly inside.

    ``source`` is a path, bytes (a pasted picture) or an open binary stream; ``name`` is needed for
    the latter two. ``large`` answers the question asked above 100 MB. A Problem leaves no trace.
    """
    record = Evidence(
        id=evidence_id or random_id(),
        title=title,
        description=description,
        grade=grade,
        speaks_for=tuple(speaks_for),
        scope_unit=scope_unit,
        interview=interview,
        shown=shown,
    )
    check(case.snapshot, record)
    blob = keep_file(case, source, name=name, large=large, progress=progress, cancelled=cancelled)
    with case.edit(Action.EVIDENCE_ATTACHED) as edit:
        edit.revise(
            record.model_copy(update={"attachment": blob, "reference": case.next_reference()})
        )
    return edit.done()


def save(case: Case, evidence: Evidence, *, drafts: Sequence[str] = ()) -> Change:
    """Keep an evidence item; a new one is given the next number of the register.

    ``drafts`` are the keys of the drafts its words were typed in, which end with it.
    """
    check(case.snapshot, evidence)
    known = case.snapshot.get(Evidence, evidence.id)
    number = known.reference if known else case.next_reference()
    kept = evidence.model_copy(update={"reference": number})
    with case.edit(Action.EVIDENCE_CHANGED if known else Action.EVIDENCE_ATTACHED) as edit:
        edit.revise(kept)
        edit.drop_drafts(drafts)
    return edit.done()


def replace_file(
    case: Case,
    evidence_id: str,
    source: Source,
    *,
    name: str | None = None,
    large: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Change:
    """Give an evidence item another file; the earlier one stays in the history.

    Problem when the item is gone or the file cannot be read; then the item is as it was.
    """
    _known(case, evidence_id)
    blob = keep_file(case, source, name=name, large=large, progress=progress, cancelled=cancelled)
    return _with_file(case, evidence_id, blob)


@dataclass(frozen=True)
class EarlierFile:
    """A file that an evidence item had before: what it was, and when another took its place."""

    blob: Blob
    until: datetime
    author: str


def earlier_files(case: Case, evidence_id: str) -> tuple[EarlierFile, ...]:
    """The files an item had before the one it has now, the newest first; each of them once."""
    item = case.snapshot.get(Evidence, evidence_id)
    now = item.attachment.sha256 if item and item.attachment else ""
    found: dict[str, EarlierFile] = {}
    for group in case.file.past.groups():
        if not any((Evidence.kind, evidence_id) == key for key in group.left):
            continue
        before = (case.file.past.before(group) or {}).get((Evidence.kind, evidence_id), ())
        for one in before:
            blob = one.attachment if isinstance(one, Evidence) else None
            if blob is not None and blob.sha256 != now:
                found.setdefault(blob.sha256, EarlierFile(blob, group.at, group.author))
    return tuple(found.values())


def bring_back(case: Case, evidence_id: str, sha256: str) -> Change:
    """Give an item a file again that it had before; Problem when it never had it."""
    _known(case, evidence_id)
    for one in earlier_files(case, evidence_id):
        if one.blob.sha256 == sha256:
            return _with_file(case, evidence_id, one.blob)
    raise Problem(
        tr("This file is not in the history of the evidence."), tr("Choose one of those listed.")
    )


def _known(case: Case, evidence_id: str) -> Evidence:
    item = case.snapshot.get(Evidence, evidence_id)
    if item is None:
        raise Problem(tr("This evidence is no longer here."), tr("Undo brings it back."))
    return item


def _with_file(case: Case, evidence_id: str, blob: Blob) -> Change:
    """The item as it is now, which may have changed while a long file was copied."""
    item = _known(case, evidence_id)
    with case.edit(Action.EVIDENCE_CHANGED) as edit:
        edit.revise(item.model_copy(update={"attachment": blob}))
    return edit.done()


def receive_file(
    case: Case,
    request_id: str,
    source: Source,
    *,
    name: str | None = None,
    grade: int = 2,
    shown: date | None = None,
    scope_unit: str | None = None,
    large: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Change:
    """Keep a file as the evidence that a request asked for; both in one step.

    The evidence takes the request's title, interview, criteria and, unless ``scope_unit`` names
    another, its scope unit. For which answers it speaks, ``spoken_for`` says.
    """
    wanted = _wanted(case, request_id)
    known_unit(case.snapshot, scope_unit or unit_of(case.snapshot, wanted))
    blob = keep_file(case, source, name=name, large=large, progress=progress, cancelled=cancelled)
    wanted = _wanted(case, request_id)
    unit = scope_unit or unit_of(case.snapshot, wanted)
    item = Evidence(
        id=random_id(),
        title=wanted.title,
        grade=grade,
        speaks_for=spoken_for(case.snapshot, wanted, unit),
        scope_unit=unit,
        interview=wanted.interview,
        shown=shown,
        attachment=blob,
    )
    check(case.snapshot, item)
    with case.edit(Action.EVIDENCE_ATTACHED) as edit:
        edit.revise(item.model_copy(update={"reference": case.next_reference()}))
        edit.revise(wanted.model_copy(update={"received": item.id}))
    return edit.done()


def unit_of(snapshot: Snapshot, wanted: EvidenceRequest) -> str:
    """The scope unit a request was made in: its interview's, else its person's, else the first."""
    talk = snapshot.get(Interview, wanted.interview) if wanted.interview else None
    person = snapshot.get(Person, wanted.person) if wanted.person else None
    asked = talk or person
    return asked.scope_unit if asked else snapshot.scope_units[0].id


def spoken_for(snapshot: Snapshot, wanted: EvidenceRequest, unit: str) -> tuple[SpeaksFor, ...]:
    """What a thing that was asked for speaks for: the answer given where it was promised.

    That of the interview and the person the request names, else of everybody. Nobody's answer
    stands for yes, as for a criterion that is added by hand. Where several were given, or one that
    evidence cannot speak for, the criterion is left out: a file settles no disagreement by itself.
    """
    talks = {one.id: one.people for one in snapshot.of(Interview)}
    theirs: dict[str, set[AnswerValue]] = {}
    given: dict[str, set[AnswerValue]] = {}
    for one in snapshot.of(Answer):
        if one.scope_unit != unit:
            continue
        given.setdefault(one.criterion, set()).add(one.value)
        asked = wanted.person in (None, one.voice) or (
            one.voice == ROOM and wanted.person in talks.get(one.interview, ())
        )
        if asked and wanted.interview in (None, one.interview):
            theirs.setdefault(one.criterion, set()).add(one.value)
    chosen = {
        code: theirs.get(code) or given.get(code) or {AnswerValue.YES} for code in wanted.criteria
    }
    return tuple(
        SpeaksFor(criterion=code, value=value)
        for code, values in chosen.items()
        for value in SPEAKS
        if values == {value}
    )


def _wanted(case: Case, request_id: str) -> EvidenceRequest:
    found = case.snapshot.get(EvidenceRequest, request_id)
    if found is None:
        raise Problem(tr("This request is no longer here."), tr("Undo brings it back."))
    return found


def delete(case: Case, evidence_id: str, *, drafts: Sequence[str] = ()) -> Change:
    """Take out an evidence item and the drafts of its words; its number is not given again."""
    with case.edit(Action.EVIDENCE_REMOVED) as edit:
        edit.delete(Evidence, evidence_id)
        edit.drop_drafts(drafts)
        for request in case.snapshot.of(EvidenceRequest):
            if request.received == evidence_id:
                edit.revise(request.model_copy(update={"received": None}))
    return edit.done()


def content(case: Case, evidence_id: str) -> bytes:
    """The attachment's bytes, checked against their digest; Problem when there is none."""
    found = case.snapshot.get(Evidence, evidence_id)
    if found is None or found.attachment is None:
        raise Problem(tr("This evidence has no attachment."))
    return case.read_blob(found.attachment)


def request(case: Case, wanted: EvidenceRequest, *, drafts: Sequence[str] = ()) -> Change:
    """Keep a request, ending the ``drafts`` (keys) its words were typed in.

    Problem when it names somebody or something unknown.
    """
    snapshot = case.snapshot
    if not wanted.title.strip():
        raise Problem(tr("The request does not say what for."), tr("Name it in a few words."))
    known_criteria(snapshot, wanted.criteria)
    if wanted.person is not None and snapshot.get(Person, wanted.person) is None:
        raise Problem(
            tr("The request names an interviewee who is not here."), tr("Add them first.")
        )
    if wanted.received is not None and snapshot.get(Evidence, wanted.received) is None:
        raise Problem(tr("The request names evidence that is not here."), tr("Attach it first."))
    with case.edit(Action.REQUEST_SAVED) as edit:
        edit.revise(wanted)
        edit.drop_drafts(drafts)
    return edit.done()


def delete_request(case: Case, request_id: str, *, drafts: Sequence[str] = ()) -> Change:
    """Take out a request and the drafts of its words."""
    with case.edit(Action.REQUEST_REMOVED) as edit:
        edit.delete(EvidenceRequest, request_id)
        edit.drop_drafts(drafts)
    return edit.done()


def keep_file(
    case: Case,
    source: Source,
    *,
    name: str | None = None,
    large: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Blob:
    """Copy a file into the engagement, in steps of 1 MB; equal content is kept once.

    Until a record names it, nobody reads it and it is swept away after a day.
    """
    called = name or (source.name if isinstance(source, Path) else "")
    if not called or len(called) > MAX_NAME:
        raise Problem(
            tr("The file has no usable name."), tr("Give it a short name with its extension.")
        )
    with ExitStack() as stack:
        stream = _stream(source, called, stack)
        return case.attach(
            stream,
            name=called,
            media_type=media_type(called),
            large=large,
            progress=progress,
            cancelled=cancelled,
        )


def media_type(name: str) -> str:
    """The media type a file name's extension stands for; the same on every machine for _TYPES."""
    known = _TYPES.get(Path(name).suffix.lower())
    return known or mimetypes.guess_type(name)[0] or UNKNOWN_TYPE


def _stream(source: Source, name: str, stack: ExitStack) -> BinaryIO:
    if isinstance(source, bytes):
        return stack.enter_context(io.BytesIO(source))
    if not isinstance(source, Path):
        return source
    try:
        return stack.enter_context(source.open("rb"))
    except OSError:
        raise AttachmentUnreadable(name) from None


def check(snapshot: Snapshot, evidence: Evidence) -> None:
    """Problem when an evidence item has no title or names something unknown."""
    if not evidence.title.strip():
        raise Problem(tr("The evidence has no title."), tr("Say in a few words what was shown."))
    known_unit(snapshot, evidence.scope_unit)
    known_criteria(snapshot, (speech.criterion for speech in evidence.speaks_for))
    named = {evidence.interview, *(speech.interview for speech in evidence.speaks_for)} - {None}
    for interview in named:
        if interview is not None and snapshot.get(Interview, interview) is None:
            raise Problem(
                tr("The evidence names an interview that is not here."), tr("Open it again.")
            )
