"""What an exported file is called: client, document, version and day, safe on every system."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from engagements.language import tr
from engagements.problem import Problem
from report_templates.words import words

if TYPE_CHECKING:
    from report_templates.content.report import ReportContent

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?=[. ]|$)")
MOST = 150
"""Bytes of the name without its ending; every system takes 255 in all."""
FIELDS = ("client", "document", "version", "date")
USUAL = "{client}, {document}, {version}, {date}"
PIECE = re.compile(r"\{[^{}]*\}|[{}]|[^{}]+")
LONGEST = 120
"""Characters of a pattern."""
CLIENT = 60
"""Bytes of the client's name in it, so that version and day are never cut off."""


def file_name(content: ReportContent, pattern: str = "") -> str:
    """What the PDF of a report is called; ``pattern`` is as for ``file_stem``."""
    naming = Naming(
        content.client, content.version, content.issued, content.language, content.draft
    )
    return f"{file_stem(naming, pattern)}.pdf"


@dataclass(frozen=True)
class Naming:
    """What a file's name is made from."""

    client: str
    version: str
    day: date
    language: str
    draft: bool


def file_stem(of: Naming, pattern: str = "") -> str:
    """The name without its ending: "Halden Freight, MLOps maturity, 1.0, 2026-12-14".

    ``pattern`` is words with ``FIELDS`` in braces; one that cannot be used is the usual one.
    """
    say = words(of.language)
    called = say("file.draft" if of.draft else "file.version", version=_safe(of.version, 40))
    known = {
        "client": _safe(of.client, CLIENT) or say("client.unnamed"),
        "document": say("file.document"),
        "version": called,
        "date": of.day.isoformat(),
    }
    try:
        pieces = _pieces(pattern.strip() or USUAL)
    except Problem:
        pieces = _pieces(USUAL)
    return _safe("".join(known.get(field, before) for before, field in pieces), MOST)


def check_pattern(pattern: str) -> str:
    """A pattern, trimmed; "" is the usual one. A Problem says what is wrong with another."""
    found = pattern.strip()
    if len(found) > LONGEST:
        raise Problem(tr("The file name is too long."), tr("At most {n} signs, please.", n=LONGEST))
    if FORBIDDEN.search(found):
        raise Problem(
            tr("A file name cannot have these signs: {signs}", signs='< > : " / \\ | ? *'),
            tr("Leave them out."),
        )
    fields = [field for _, field in _pieces(found) if field]
    if found and not fields:
        raise Problem(
            tr("Every file would have the same name."),
            tr("Use one of: {fields}.", fields=_offered()),
        )
    return found


def _offered() -> str:
    return ", ".join(f"{{{field}}}" for field in FIELDS)


def _pieces(pattern: str) -> list[tuple[str, str]]:
    """Words and fields of a pattern in order, each as (words, "") or ("", field)."""
    found: list[tuple[str, str]] = []
    for piece in PIECE.findall(pattern):
        if not piece.startswith("{") and not piece.startswith("}"):
            found.append((piece, ""))
        elif piece[1:-1] in FIELDS and piece.endswith("}"):
            found.append(("", piece[1:-1]))
        else:
            raise Problem(
                tr("“{piece}” cannot stand in a file name's pattern.", piece=piece),
                tr("Use one of: {fields}.", fields=_offered()),
            )
    return found


def _safe(name: str, most: int) -> str:
    """A name in signs that every system keeps, at most so many bytes long."""
    composed = unicodedata.normalize("NFC", name)
    printed = "".join(
        " " if char.isspace() or unicodedata.category(char)[0] == "C" else char for char in composed
    )
    kept = " ".join(FORBIDDEN.sub(" ", printed).split())
    kept = kept.encode()[:most].decode(errors="ignore").strip(" .")
    return f"_{kept}" if RESERVED.match(kept) else kept
