"""The document: its settings, its wordings, its brand kit, and the versions that went out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

from engagements.casework.case import Case, Change
from engagements.file.actions import Action
from engagements.file.canonical import random_id
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import IssuedVersion, ReportSettings, Wording
from engagements.records.base import identity
from engagements.records.snapshot import Snapshot

MAX_VERSION = 40
MAX_WORDING = 2_000
"""Characters of a sentence rewritten by hand."""


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

    The engagement is delivered by it, also one that was reopened. ``revisions`` is how many the
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
    return edit.done()


def issued_pdf(case: Case, version: IssuedVersion) -> bytes:
    """The PDF of a version, byte for byte as it went out."""
    return case.read_blob(version.pdf)


def issued_contents(case: Case, versions: Sequence[IssuedVersion]) -> tuple[bytes, ...]:
    """What each version was made from, as JSON."""
    return tuple(case.read_blob(one.content) for one in versions)
