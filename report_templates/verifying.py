"""Whether a PDF is as it was made, and which issued version it is: one sentence each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engagements.language import tr
from engagements.problem import Problem
from engagements.records.issued import Recognised
from report_templates import seal

LARGEST = 200_000_000
"""Bytes; no report comes near it."""


@dataclass(frozen=True)
class Finding:
    """What was found; ``content`` is the digest of the content the PDF says it was made from."""

    good: bool
    words: str
    content: str = ""


def read_pdf(path: Path) -> bytes:
    """The bytes of a PDF; a Problem when there is none to read."""
    try:
        if path.stat().st_size > LARGEST:
            raise Problem(tr("{name} is too large for a report.", name=path.name))
        data = path.read_bytes()
    except OSError as error:
        raise Problem(tr("{name} cannot be read.", name=path.name), error.strerror or "") from None
    if not data.startswith(b"%PDF-"):
        raise Problem(tr("{name} is not a PDF.", name=path.name), tr("Choose a report as PDF."))
    return data


def own_word(pdf: bytes) -> Finding:
    """What a PDF alone says: intact, changed, or nothing."""
    found = seal.read(pdf)
    if found is None:
        return Finding(
            False, tr("It carries no seal of Plumbline, so it cannot tell whether it is intact.")
        )
    if not found.intact:
        return Finding(False, tr("It was changed after it was made."), found.content)
    words = tr("It is intact, document {identity}.", identity=found.content[:12])
    return Finding(True, words, found.content)


def against(known: Recognised | None, own: Finding) -> Finding:
    """What an engagement says of a PDF whose ``own`` word was heard."""
    if known is None:
        return Finding(False, tr("It is none of the versions issued from this engagement."))
    version, day = known.version.version, known.version.issued.date().isoformat()
    if known.same_bytes:
        return Finding(
            True,
            tr(
                "It is version {version}, issued {day}, byte for byte.",
                version=version,
                day=day,
            ),
        )
    if own.good:
        words = tr(
            "It says what version {version} says, in another file than the one issued {day}.",
            version=version,
            day=day,
        )
    else:
        words = tr(
            "It calls itself version {version}, but is not the file issued {day}.",
            version=version,
            day=day,
        )
    return Finding(False, words)
