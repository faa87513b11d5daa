"""One thing that was looked at: how it stands, in words, and where to go about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engagements.records.snapshot import Snapshot
from report_templates.brand import BrandKit
from report_templates.content.facts import Facts
from report_templates.content.report import ReportContent

Grade = Literal["fix", "review", "passed"]
"""``fix`` stands against a final version, never against a draft."""
ORDER: Mapping[Grade, int] = {"fix": 0, "review": 1, "passed": 2}


@dataclass(frozen=True)
class Place:
    """A page of the window, and what on it: a criterion, a field, or the report's page from 0.

    ``details`` is no page but the sheet of what was agreed, which opens over any.
    """

    page: str
    key: str = ""
    unit: str = ""
    """The scope unit in which it waits, by its id; empty where that does not matter."""


@dataclass(frozen=True)
class Check:
    """What was found, as a title and a sentence; ``place`` is where to go about it."""

    grade: Grade
    title: str
    words: str
    place: Place | None = None


@dataclass(frozen=True)
class Looked:
    """All that is looked at: the engagement as it is, the facts as the report may say them.

    ``pages`` is the text of the PDF's pages.
    """

    snapshot: Snapshot
    known: Facts
    content: ReportContent
    kit: BrandKit
    pages: tuple[str, ...] = ()


def listed(ids: list[str], most: int = 4) -> str:
    """A few codes in a line, the rest as a number."""
    rest = len(ids) - most
    return ", ".join(ids[:most]) + (f" +{rest}" if rest > 0 else "")
