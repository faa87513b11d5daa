"""The versions that went out: in their order, and a file told to be one of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from engagements.records.outcome import IssuedVersion
from engagements.records.snapshot import Snapshot


def by_day(snapshot: Snapshot) -> tuple[IssuedVersion, ...]:
    """The versions that went out, the first one first."""
    return tuple(sorted(snapshot.of(IssuedVersion), key=lambda one: (one.issued, one.version)))


@dataclass(frozen=True)
class Recognised:
    """A file among the versions that went out: the same bytes, or only the same content."""

    version: IssuedVersion
    same_bytes: bool


def recognise(snapshot: Snapshot, pdf: bytes, content: str) -> Recognised | None:
    """Which version a PDF is, by its bytes, else by the SHA-256 of its content; None for none."""
    digest = hashlib.sha256(pdf).hexdigest()
    issued = by_day(snapshot)
    for one in issued:
        if one.pdf.sha256 == digest:
            return Recognised(one, same_bytes=True)
    made = (one for one in issued if content and one.content.sha256 == content)
    return next((Recognised(one, same_bytes=False) for one in made), None)
