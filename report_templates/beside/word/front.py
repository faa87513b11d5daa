"""What frames the story in Word: cover, contents and method."""

from __future__ import annotations

from collections.abc import Sequence

from report_templates.beside import guard
from report_templates.beside.word import xml
from report_templates.beside.word.dress import ENTRY
from report_templates.beside.word.plan import SIGNED
from report_templates.beside.word.writer import Writer
from report_templates.content.base import Entry
from report_templates.content.contents import Contents
from report_templates.content.method import Method
from report_templates.content.report import ReportContent
from report_templates.figures.paper.ladder import ladder
from report_templates.style import WIDTH

LADDER_HEIGHT = 190.0
CONTENTS = 'TOC \\o "1-1" \\h \\z'
FIRST = 120.0
"""Points that the cover's kind of document stands below the firm."""


def cover(to: Writer, content: ReportContent) -> None:
    """Firm, kind, client, facts and the level."""
    page, brand = content.cover, to.look.kit.brand
    to.para(brand.firm, "Section Label")
    marks = (brand.confidentiality, page.draft)
    to.para(" · ".join(one for one in marks if one), "Caption")
    to.para(page.kind, "Subtitle", above=FIRST)
    to.para(page.client, "Title")
    to.para(page.standfirst, "Subtitle")
    to.facts((one.label, one.text) for one in page.facts)
    if brand.cover_result:
        to.picture(
            ladder(page.ladder, WIDTH, LADDER_HEIGHT, metrics=to.look.metrics), page.ladder.alt
        )
        to.para(page.caption, "Caption")


def contents(to: Writer, content: Contents) -> None:
    """A table of contents that Word keeps up to date, the marks in words, the versions."""
    say = to.say
    to.page(say("outline.contents.name"), "Heading 1")
    _entries(to, content.entries)
    to.heading(say("contents.marks"), 2)
    for group in content.groups:
        to.heading(group.name, 3)
        to.points((_called(one.letter, one.name), one.meaning) for one in group.marks)
    to.heading(say("contents.control"), 2)
    to.table(
        [say(f"contents.head_{one}") for one in ("version", "date", "change", "by")],
        [(one.version, one.day, one.change, one.by) for one in content.versions],
        (2, 3, 7, 3),
        about=say("contents.control"),
    )
    to.para(content.earlier, "Caption")


def _entries(to: Writer, entries: Sequence[Entry]) -> None:
    """A line for each section that leads to it, as one field that Word can make anew."""
    lines = [to.added(ENTRY) for _ in entries]
    for place, (line, one) in enumerate(zip(lines, entries, strict=True)):
        if not place:
            xml.begin_field(line, CONTENTS)
        words = f"{one.number}  {one.name}: {one.about}"
        xml.linked(line, guard.line(words), to.mark(one.key))
        line.add_run("\t")
        xml.field(line, f"PAGEREF {to.mark(one.key)} \\h", "")
    if lines:
        xml.end_field(lines[-1])


def _called(letter: str, name: str) -> str:
    return f"{name.rstrip(':')} ({letter})" if letter else name


def method(to: Writer, content: Method) -> None:
    """Scope, rules, grades, dates, limits and the lines to sign."""
    say = to.say
    to.section(content.heading)
    to.points((one.label, one.text) for one in content.scope)
    to.heading(say("method.rules"), 2)
    for one in content.rules:
        to.para(one.text, "List Number", lead=one.name)
    to.heading(say("method.grades"), 2)
    to.table(
        [say(f"method.head_{one}") for one in ("grade", "meaning", "verifies")],
        [(f"{one.grade} {one.name}", one.meaning, one.verifies) for one in content.grades],
        (2, 4, 3),
        about=say("method.grades"),
    )
    to.heading(say("method.dates_head"), 2)
    to.para(content.dates)
    to.heading(say("method.limits_head"), 2)
    to.points(("", one) for one in content.limits)
    to.heading(say("method.sign_head"), 2)
    to.para(content.sign_note, "Caption")
    firm = to.look.kit.brand.firm
    to.table(
        ["", *(say(f"method.sign.{one}") for one in ("name", "signature", "day"))],
        [
            (f"{role}\n{content.client if client else firm}", "", "", "")
            for role, client in content.signatories
        ],
        (4, 4, 4, 2),
        about=say("method.sign_head"),
        high=SIGNED,
    )
