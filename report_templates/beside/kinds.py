"""The kinds of file that go out beside the PDF, by the end of their names."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum

from report_templates.brand import BrandKit
from report_templates.content import report
from report_templates.content.facts import Facts
from report_templates.content.report import ReportContent
from report_templates.content.sending import sendable


class Kind(StrEnum):
    """A kind of file; its value is the suffix without the dot."""

    WORD = "docx"
    WORKBOOK = "xlsx"
    CALENDAR = "ics"
    ISSUES = "csv"
    DATA = "json"


PAGED = (Kind.WORD, Kind.WORKBOOK, Kind.DATA)
"""Kinds that are printed on a paper, or say on which."""
SECTIONED = (Kind.WORD, Kind.DATA)
"""Kinds that have the report's sections."""


def build(kind: Kind, known: Facts, kit: BrandKit) -> bytes:
    """The bytes of one kind; the same facts and kit give the same ones."""
    return _BUILDERS[kind](known, kit)


def schema() -> bytes:
    """The JSON Schema of what ``DATA`` holds."""
    found = ReportContent.model_json_schema(mode="serialization")
    return f"{json.dumps(found, indent=2, ensure_ascii=False)}\n".encode()


def _word(known: Facts, kit: BrandKit) -> bytes:
    from report_templates.beside.word.build import build as word

    return word(content_of(known), kit)


def _workbook(known: Facts, kit: BrandKit) -> bytes:
    from report_templates.beside import workbook
    from report_templates.content import sheets

    return workbook.build(sheets.of(known), kit)


def _calendar(known: Facts, _kit: BrandKit) -> bytes:
    from report_templates.beside import calendar
    from report_templates.content import tasks

    return calendar.build(tasks.of(known))


def _issues(known: Facts, _kit: BrandKit) -> bytes:
    from report_templates.beside import issues
    from report_templates.content import tasks

    return issues.build(tasks.of(known))


def _data(known: Facts, _kit: BrandKit) -> bytes:
    return f"{content_of(known).model_dump_json(indent=2)}\n".encode()


def content_of(known: Facts) -> ReportContent:
    """What the report says, as ``content.report.of`` has it."""
    return sendable(report.explained(known, report.joined(known)))


_BUILDERS: dict[Kind, Callable[[Facts, BrandKit], bytes]] = {
    Kind.WORD: _word,
    Kind.WORKBOOK: _workbook,
    Kind.CALENDAR: _calendar,
    Kind.ISSUES: _issues,
    Kind.DATA: _data,
}
