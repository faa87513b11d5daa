"""The contents page: outline with page numbers, the marks explained, the version log."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import Any

from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from report_templates.content.base import Entry
from report_templates.content.contents import Contents, MarkGroup, MarkText
from report_templates.ruling import BARE
from report_templates.sections.marks import mark_word
from report_templates.sections.room import roomiest
from report_templates.style import Anchor, Look
from report_templates.text import Run

COLUMNS = (26.0, 209.5, 234.0, 23.8)
GROUPS = (132.0, 98.0, 122.0, 99.9)
GROUP_GAP = 13.8
MARK_AFTER, MARK_CLOSE = 5.2, 2.0
VERSION_PAD = 3.6
VERSIONS = (72.0, 95.6, 226.7, 99.0)
MIDDLE = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
CLOSE = 0.6
"""With this entries are set in the type of tables, and marks stand closer."""
MANY = 22
"""Entries above which sub-sections lose their descriptions; fewer keep them where there is room."""
PADS = (6.3, 5.0, 3.6, 2.6, 1.6, 0.8, CLOSE)
"""Above and below an entry: the first with which one page holds everything."""


def flowables(content: Contents, look: Look) -> list[Flowable]:
    """Outline, marks, document control: one page as long as the entries allow it."""
    many = len(content.entries) > MANY
    sets = product((many,) if many else (False, True), PADS)
    return roomiest(sets, partial(_page, content, look), look.paper.body)


def _page(content: Contents, look: Look, choice: tuple[bool, float]) -> list[Flowable]:
    brief, pad = choice
    say, tight, close = look.say, pad < PADS[0], pad <= CLOSE
    title = look.para(say("outline.contents.name"), "h1_tight" if close else "h1")
    after = MARK_CLOSE if close else MARK_AFTER
    groups = [
        _group(one, look, wide, after) for one, wide in zip(content.groups, GROUPS, strict=True)
    ]
    found: list[Flowable] = [
        Anchor("contents", say("outline.contents.name")),
        title,
        Spacer(0, -2.6),
        look.rule(),
        _outline(content, look, pad, brief=brief),
        look.h2(say("contents.marks"), tight=tight),
        look.columns(groups, GROUPS, GROUP_GAP),
        look.h2(say("contents.control"), tight=tight),
        _versions(content, look, min(pad, VERSION_PAD)),
    ]
    if content.earlier:
        found += [Spacer(0, 4), look.para(content.earlier, "caption")]
    return found


def _outline(content: Contents, look: Look, pad: float, *, brief: bool) -> Flowable:
    close = pad <= CLOSE
    if not content.entries:
        return Spacer(0, 0)
    rows = [_entry(one, look, brief=brief, close=close) for one in content.entries]
    return look.table(rows, COLUMNS, heads=0, pad=pad, extra=MIDDLE, kind="contents")


def _entry(one: Entry, look: Look, *, brief: bool, close: bool) -> list[Any]:
    main, sub = ("cell_key", "cell") if close else ("entry", "entry_sub")
    style = sub if one.depth else main
    name = look.para([Run(one.name, link=one.key)], style, tag="Reference")
    name.style.leftIndent = 10 if one.depth else 0
    about = "" if brief and one.depth else one.about
    note = look.para(about, "cell", role="ink2")
    run = Run(look.page_of(one.key), link=one.key)
    page = look.para([run], main, align="right", tag="Reference")
    number = look.para(one.number, main, role="ink2")
    return [number, name, note, page]


def _group(group: MarkGroup, look: Look, width: float, after: float) -> list[Flowable]:
    found: list[Flowable] = [
        look.rule(width),
        Spacer(0, 5),
        look.para(group.name, "h3"),
        Spacer(0, 2),
        *[_mark(one, look, after) for one in group.marks],
    ]
    return found


def _mark(one: MarkText, look: Look, after: float) -> Flowable:
    if one.letter:
        return _answer(one, look, after)
    words = mark_word(look, one.glyph, one.name, "caption_key", 23)
    rows: list[list[Any]] = [[words]]
    if one.meaning:
        meaning: Paragraph = look.para(one.meaning, "caption")
        meaning.style.leftIndent = 23
        rows.append([meaning])
    table = Table(rows, colWidths=["100%"], style=TableStyle(BARE), hAlign="LEFT")
    table.spaceAfter = after
    return table


def _answer(one: MarkText, look: Look, after: float) -> Flowable:
    letter = mark_word(look, one.glyph, one.letter, "caption_key", 11.5)
    words = look.para(f"{one.name} {one.meaning}".strip(), "caption")
    table = Table([[letter, words]], colWidths=[33, 66], style=TableStyle(BARE), hAlign="LEFT")
    table.spaceAfter = after
    return table


def _versions(content: Contents, look: Look, pad: float) -> Table:
    say = look.say
    heads = ("version", "date", "change", "by")
    rows: list[list[Any]] = [[look.para(say(f"contents.head_{one}"), "head") for one in heads]]
    for one in content.versions:
        shown = (one.version, one.day, one.change, one.by)
        cells = [
            look.lines(text, "cell", width - 8, 2)
            for text, width in zip(shown, VERSIONS, strict=True)
        ]
        rows.append([look.para(cell, "cell") for cell in cells])
    return look.table(rows, VERSIONS, pad=pad)
