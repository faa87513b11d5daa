"""An interview's record: what was said, question by question, with room to correct each."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from report_templates.content.base import Heading
from report_templates.content.cover import Fact
from report_templates.content.record import InterviewRecord, RecordRow
from report_templates.ruling import BARE
from report_templates.sections.marks import mark_word
from report_templates.sections.room import height, paged
from report_templates.sections.writing import Lines, boxes, signing
from report_templates.style import WIDTH, Look, kept
from report_templates.text import Run

LABEL = 76.0
BETWEEN = 12.0
INDENT = 15.0
WHOLE = 300.0
"""Points up to which a question stays on one page with all that was said to it."""


def flowables(content: InterviewRecord, look: Look) -> list[Flowable]:
    """The record, on as many pages as it needs; who signs it stands at its end."""
    heading = Heading(key="record", number="", name=content.label, title=content.title)
    head: list[Flowable] = [
        *look.heading(heading),
        _facts(content.facts, look),
        Spacer(0, 10),
        look.para(content.about, "body"),
        *look.callout(content.reply, content.reply_how),
        Spacer(0, 14),
    ]
    if content.none:
        return [*head, look.para(content.none, "body")]
    blocks = [_row(one, content, look) for one in content.rows]
    if content.quotes:
        blocks.append(_loose(content, look))
    blocks.append([kept(content.sign_head, *_sign(content, look))])
    return paged([[*head, *blocks[0]], *blocks[1:]], content.continued, look)


def _facts(facts: tuple[Fact, ...], look: Look) -> Flowable:
    wide = WIDTH - LABEL
    rows = [
        [
            look.para(one.label, "cell", role="ink2"),
            look.para(look.lines(one.text, "cell_key", wide, 2), "cell_key"),
        ]
        for one in facts
    ]
    dress = [*BARE, ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    return Table(rows, colWidths=[LABEL, wide], style=TableStyle(dress), hAlign="LEFT")


def _row(one: RecordRow, content: InterviewRecord, look: Look) -> list[Flowable]:
    """A question, what was said, and boxes for right or for what it is instead."""
    number = Run(f"{one.criterion} ", colour=look.colour("accent"))
    found: list[Flowable] = [
        look.rule(thickness=0.5, role="rule1"),
        Spacer(0, 5),
        look.para([number, Run(one.question)], "h3"),
    ]
    for said in one.answers:
        runs = [Run(f"{content.answer_head}: "), Run(said.text, bold=True)]
        found.append(mark_word(look, said.glyph, runs, "body", indent=INDENT))
    if one.reason:
        found += look.flow(one.reason, "body")
    for words in one.quotes:
        found += [Spacer(0, 2), *look.flow(words, "body")]
    if one.evidence:
        found += [Spacer(0, 2), *look.flow(one.evidence, "cell_note")]
    found += [
        Spacer(0, 6),
        *boxes((content.right, *one.instead), look, lead=content.instead, at=1),
        Lines(look),
        Spacer(0, BETWEEN),
    ]
    return [kept(one.criterion, *found)] if height(found) < WHOLE else found


def _loose(content: InterviewRecord, look: Look) -> list[Flowable]:
    """What was said to no question in particular."""
    found: list[Flowable] = [look.h2(content.quotes_head)]
    for words in content.quotes:
        found += [*look.flow(words, "body"), Spacer(0, 4)]
    return [*found, *boxes((content.right,), look), Lines(look), Spacer(0, BETWEEN)]


def _sign(content: InterviewRecord, look: Look) -> list[Flowable]:
    return [look.h2(content.sign_head), Spacer(0, 30), signing(content.sign, look)]
