"""What an exported file is called: client, document, version and day, safe on every system."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from report_templates.words import words

if TYPE_CHECKING:
    from report_templates.content.report import ReportContent

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?=[. ]|$)")
MOST = 150
"""Bytes of the name without its ending; every system takes 255 in all."""
CLIENT = 60
"""Bytes of the client's name in it, so that version and day are never cut off."""


def file_name(content: ReportContent) -> str:
    """What the PDF of a report is called."""
    stem = file_stem(
        content.client, content.version, content.issued, content.language, draft=content.draft
    )
    return f"{stem}.pdf"


def file_stem(client: str, version: str, day: date, language: str, *, draft: bool) -> str:
    """The name without its ending: "Halden Freight, MLOps maturity, 1.0, 2026-12-14"."""
    say = words(language)
    called = say("file.draft" if draft else "file.version", version=_safe(version, 40))
    parts = (_safe(client, CLIENT) or say("client.unnamed"), say("file.document"), called)
    return _safe(", ".join((*parts, day.isoformat())), MOST)


def _safe(name: str, most: int) -> str:
    """A name in signs that every system keeps, at most so many bytes long."""
    composed = unicodedata.normalize("NFC", name)
    printed = "".join(
        " " if char.isspace() or unicodedata.category(char)[0] == "C" else char for char in composed
    )
    kept = " ".join(FORBIDDEN.sub(" ", printed).split())
    kept = kept.encode()[:most].decode(errors="ignore").strip(" .")
    return f"_{kept}" if RESERVED.match(kept) else kept
