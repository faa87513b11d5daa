"""The document: its settings, its wordings, its brand kit, and the versions that went out."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from engagements.casework.case import Case, Change
from engagements.file.actions import Action
from engagements.file.canonical import random_id
from engagements.file.past import Past
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import IssuedVersion, ReportSettings, Wording
from engagements.records.base import identity
from engagements.records.issued import by_day
from engagements.records.snapshot import Snapshot

MAX_VERSION = 40
TOLD = (
    "answer",
    "judgement",
    "evidence",
    "finding",
    "metric_reading",
    "plan_change",
    "wording",
    "interview",
    "person",
    "scope_unit",
    "client",
    "engagement",
)
"""Kinds of records that a report tells of."""
MAX_WORDING = 2_000
"""Characters of a sentence rewritten by hand."""


def _settings(snapshot: Snapshot) -> ReportSettings:
    kept = snapshot.of(ReportSettings)
    return kept[0] if kept else ReportSettings()


def save_settings(case: Case, settings: ReportSettings) -> Change:
    """Keep how the document is to be made."""
    with case.edit(Action.REPORT_SET) as edit:
        edit.revise(settings)
    return edit.done()


def save_wording(case: Case, wording: Wording, *, drafts: Sequence[str] = ()) -> Change:
    """Keep a sentence rewritten by hand, ending the ``drafts`` (keys) it was typed in.

    ``wording.facts`` is the digest of the generated sentence that it stands for. Problem when it
    says nothing, or more than a sentence's place has room for.
    """
    text = wording.text.strip()
    if not text:
        raise Problem(tr("The sentence has no words."), tr("Or use the generated one."))
    if len(text) > MAX_WORDING:
        raise Problem(
            tr("The sentence is longer than {most} characters.", most=MAX_WORDING),
            tr("Shorten it."),
        )
    with case.edit(Action.WORDING_SAVED) as edit:
        edit.revise(wording.model_copy(update={"text": text}))
        edit.drop_drafts(drafts)
    return edit.done()


def delete_wording(case: Case, slot: str, language: str, *, drafts: Sequence[str] = ()) -> Change:
    """Go back to the generated sentence, ending the ``drafts`` its own words were typed in."""
    with case.edit(Action.WORDING_REMOVED) as edit:
        edit.delete(Wording, identity(Wording.kind, slot, language))
        edit.drop_drafts(drafts)
    return edit.done()


def use_brand(case: Case, kit: bytes, name: str) -> Change:
    """Keep a packed brand kit inside the engagement and use it from now on."""
    blob = case.attach(io.BytesIO(kit), name=name, media_type="application/zip")
    return case.update_engagement(brand=blob)


def brand(case: Case) -> bytes | None:
    """The packed brand kit kept in the engagement; None when it has none."""
    kept = case.snapshot.engagement.brand
    return None if kept is None else case.read_blob(kept)


def check_number(snapshot: Snapshot, version: str) -> str:
    """The version's number, trimmed; Problem when it is none or was issued already."""
    called = version.strip()
    if not called or len(called) > MAX_VERSION:
        raise Problem(tr("The version has no usable number."), tr("As in: 1.0."))
    if any(one.version == called for one in snapshot.of(IssuedVersion)):
        raise Problem(
            tr("Version {called} was already issued.", called=called),
            tr("Give this one the next number."),
        )
    return called


def next_number(snapshot: Snapshot, version: str) -> str:
    """The number after ``version`` in its own manner: 1.0, 1.1; 1.0a, 1.0b; 1.2 final, 1.3 final.

    It is none that was issued; ``version`` itself where nothing in it can be counted on.
    """
    taken = {one.version for one in snapshot.of(IssuedVersion)} | {version}
    found = version
    while found in taken:
        found = _counted_on(found)
        if len(found) > MAX_VERSION:
            return version
    return found


def _counted_on(version: str) -> str:
    lettered = re.fullmatch(r"(.*\d)([a-yA-Y])", version)
    if lettered:
        return lettered[1] + chr(ord(lettered[2]) + 1)
    numbered = re.fullmatch(r"(.*?)(\d+)(\D*)", version)
    if numbered:
        before, number, after = numbered.groups()
        return f"{before}{int(number) + 1:0{len(number)}}{after}"
    return f"{version} 2"


def issue(
    case: Case,
    *,
    pdf: bytes,
    content: bytes,
    version: str,
    profile: str,
    issued: datetime,
    pages: int = 0,
    revisions: int | None = None,
) -> Change:
    """Keep a document that went out with the content it was made from; never undone.

    The engagement is delivered by it, also one that was reopened. The number counts on, unless
    another one was chosen for the next version already. ``revisions`` is how many the
    content was made from, else all there are. Problem when the version was issued already.
    """
    called = check_number(case.snapshot, version)
    kept_pdf = case.attach(
        io.BytesIO(pdf), name=f"report-{called}.pdf", media_type="application/pdf"
    )
    kept_content = case.attach(
        io.BytesIO(content), name=f"report-{called}.json", media_type="application/json"
    )
    engagement = case.snapshot.engagement
    with case.edit(Action.VERSION_ISSUED) as edit:
        edit.revise(
            IssuedVersion(
                id=random_id(),
                version=called,
                profile=profile,
                issued=issued,
                pdf=kept_pdf,
                content=kept_content,
                revisions=case.snapshot.revisions if revisions is None else revisions,
                pages=pages,
            )
        )
        if engagement.status is not None:
            edit.revise(engagement.model_copy(update={"status": None}))
        settings = _settings(case.snapshot)
        if settings.version.strip() == called:
            following = next_number(case.snapshot, called)
            edit.revise(settings.model_copy(update={"version": following}))
    return edit.done()


@dataclass(frozen=True)
class Since:
    """What is otherwise now than when a version was made: how many records of each kind."""

    version: IssuedVersion
    changed: Mapping[str, int]


def since_issued(past: Past, snapshot: Snapshot) -> Since | None:
    """What changed since the last version; None when none went out. Reads only."""
    issued = by_day(snapshot)
    if not issued:
        return None
    last = issued[-1]
    return Since(last, _told(past.differing(last.revisions, snapshot.revisions)))


def changed_since(case: Case) -> Since | None:
    """The same of an open engagement."""
    return since_issued(case.file.past, case.snapshot)


@dataclass(frozen=True)
class Compared:
    """Two versions side by side: what they were made from as JSON, and what changed between."""

    contents: tuple[bytes, bytes]
    changed: Mapping[str, int]
    """How many records of each kind."""


def compared(case: Case, before: IssuedVersion, after: IssuedVersion) -> Compared:
    """Hold a version against an earlier one. Reads only."""
    contents = (case.read_blob(before.content), case.read_blob(after.content))
    changed = case.file.past.differing(before.revisions, after.revisions)
    return Compared(contents, _told(changed))


def _told(changed: Mapping[str, int]) -> Mapping[str, int]:
    """Only what a report tells, the answers first."""
    return {kind: changed[kind] for kind in TOLD if changed.get(kind)}


def issued_pdf(case: Case, version: IssuedVersion) -> bytes:
    """The PDF of a version, byte for byte as it went out."""
    return case.read_blob(version.pdf)
