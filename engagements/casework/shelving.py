"""Delivering an engagement, putting it away and taking it out again, copying it to go on from."""

from __future__ import annotations

import contextlib
from pathlib import Path

from engagements.casework.case import MAX_CLIENT, Case, Change
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import IssuedVersion
from engagements.records.client import Status


def archive(case: Case) -> Change:
    """Put an engagement among the archived ones."""
    return case.update_engagement(status=Status.ARCHIVED)


def unarchive(case: Case) -> Change:
    """Let an engagement stand again where its contents say."""
    return case.update_engagement(status=None)


def deliver(case: Case) -> Change:
    """Say that an engagement is delivered, be it without a version that this program issued."""
    return case.update_engagement(status=Status.DELIVERED)


def reopen(case: Case) -> Change:
    """Go on with a delivered engagement; what was issued stays as it went out."""
    went_out = bool(case.snapshot.of(IssuedVersion))
    return case.update_engagement(status=Status.DRAFT if went_out else None)


def duplicate(case: Case, target: Path, *, author: str) -> Path:
    """A checked copy of the whole engagement as a file of its own; returns ``target``.

    The copy's client is called a copy, so that the list tells the two apart. One with a passphrase
    keeps it, and the client's name, which no list shows. Problem when it cannot be written; then
    there is no copy.
    """
    case.file.backup(target)
    if case.file.key is None:
        try:
            _call_a_copy(target, case.snapshot.client.name, author)
        except Problem:
            with contextlib.suppress(OSError):
                target.unlink(missing_ok=True)
            raise
    return target


def _call_a_copy(target: Path, name: str, author: str) -> None:
    copy = Case.open(target, author=author)
    try:
        ending = tr(" (copy)")
        copy.update_client(name=name[: MAX_CLIENT - len(ending)] + ending)
    finally:
        copy.close()
