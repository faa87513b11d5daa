"""The seal of a PDF: a digest over all its bytes, and the digest of the content it was made from.

Both stand in its properties (XMP Media Management). The seal's own digits count as zeros, so that
it can be told from the file alone whether a byte was changed. It shows a change; it does not prove
who made the file, since whoever changes one can seal it anew.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_templates.content.printed import Printed

INSTANCE, DOCUMENT, VERSION = "xmpMM:InstanceID", "xmpMM:DocumentID", "xmpMM:VersionID"
MARK = "plumbline-sha256:"
"""Begins the instance's name; user text cannot fake it, whose angle brackets are escaped there."""
CONTENT = "plumbline-content:"
_OPEN = MARK + "0" * 64
_SEAL = re.compile(rb"<xmpMM:InstanceID[^<>]{0,99}>plumbline-sha256:([0-9a-f]{64})<")
_CONTENT = re.compile(rb"<xmpMM:DocumentID[^<>]{0,99}>plumbline-content:([0-9a-f]{64})<")


@dataclass(frozen=True)
class Seal:
    """What a PDF says of itself. ``content`` is the SHA-256 of its content as JSON, or ""."""

    intact: bool
    content: str


def content_bytes(content: Printed) -> bytes:
    """The content as an issued version keeps it."""
    return content.model_dump_json().encode()


def properties(content: Printed) -> dict[str, str]:
    """The properties that a PDF is saved with before it is sealed."""
    return {
        INSTANCE: _OPEN,
        DOCUMENT: CONTENT + hashlib.sha256(content_bytes(content)).hexdigest(),
        VERSION: content.version,
    }


def sealed(pdf: bytes) -> bytes:
    """The same PDF with its seal in place of zeros; ValueError unless there is just one place."""
    places = list(_SEAL.finditer(pdf))
    if len(places) != 1:
        raise ValueError(f"a PDF has one place for its seal, this one has {len(places)}")
    return _with(pdf, places[0], hashlib.sha256(pdf).hexdigest().encode())


def read(pdf: bytes) -> Seal | None:
    """The seal of a PDF and whether it holds; None when it carries none."""
    places = list(_SEAL.finditer(pdf))
    if not places:
        return None
    found = places[0]
    meant = hashlib.sha256(_with(pdf, found, b"0" * 64)).hexdigest().encode()
    document = _CONTENT.search(pdf)
    return Seal(
        intact=len(places) == 1 and found[1] == meant,
        content=document[1].decode() if document else "",
    )


def _with(pdf: bytes, place: re.Match[bytes], digits: bytes) -> bytes:
    return pdf[: place.start(1)] + digits + pdf[place.end(1) :]
