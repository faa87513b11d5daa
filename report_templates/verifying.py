"""Whether a PDF is as it was made, and which issued version it is: one sentence each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from engagements.language import tr
from engagements.problem import Problem
from engagements.records.issued import Recognised
from report_templates import seal

LARGEST = 200_000_000
"""Bytes; no report comes near it."""
SHOWN = 12
"""Digits of a SHA-256 that are told: enough to know a file by."""


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


def own_word(name: str, pdf: bytes) -> Finding:
    """What a PDF called ``name`` alone says: intact, changed, or nothing."""
    found = seal.read(pdf)
    if found is None:
        words = tr(
            "{name} carries no seal of Plumbline. Nobody can tell whether it is intact.", name=name
        )
        return Finding(False, words)
    if not found.intact:
        words = tr("{name} was changed after it was made.", name=name)
        return Finding(False, words, found.content)
    words = tr(
        "{name} is intact. Its SHA-256 begins {sha256}, that of its content {identity}.",
        name=name,
        sha256=hashlib.sha256(pdf).hexdigest()[:SHOWN],
        identity=found.content[:SHOWN],
    )
    return Finding(True, words, found.content)


def against(name: str, known: Recognised | None, own: Finding) -> Finding:
    """What an engagement says of a PDF called ``name`` whose ``own`` word was heard."""
    if known is None:
        words = tr("{name} is none of the versions issued from this engagement.", name=name)
        return Finding(False, words)
    told = {
        "name": name,
        "version": known.version.version,
        "day": known.version.issued.date().isoformat(),
    }
    if known.same_bytes:
        words = tr("{name} is version {version}, issued {day}, byte for byte.", **told)
        return Finding(True, words)
    if own.good:
        words = tr(
            "{name} says what version {version} says. It is not the file that was issued {day}.",
            **told,
        )
    else:
        words = tr(
            "{name} calls itself version {version}. It is not the file that was issued {day}.",
            **told,
        )
    return Finding(False, words)
