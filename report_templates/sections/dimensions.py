"""A dimension's page: scale and facts, findings, the table of criteria, what closes the gap."""

from __future__ import annotations

from itertools import chain
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from report_templates.content.criteria import CriterionRow
from report_templates.content.differences import Disagreement
from report_templates.content.dimensions import DimensionPage, LevelGroup
from report_templates.content.gap import Gap
from report_templates.content.glance import Reading
from report_templates.figures.model import Glyph
from report_templates.figures.paper.ladder import scale
from report_templates.ruling import BARE
from report_templates.sections.columns import fitted
from report_templates.sections.criteria import answer_cell, proof_cell, verdict_cell
from report_templates.sections.marks import mark_word
from report_templates.sections.readings import readings
from report_templates.sections.room import filled, labelled
from report_templates.style import THIRD, WIDTH, Look, kept
from report_templates.text import Run

SCALE, BESIDE = 296.0, 18.0
FACT_LABEL = 60.0
NUMBER, TITLE, ANSWER, PROOF, VERDICT = 24.0, 154.0, 43.0, 68.0, 75.3
GAP, PAD, TIGHT_PAD = 6.0, 3.0, 1.6
GROUP_INSET = 6.0
TOGETHER = 2
"""Criteria of a level that stay on one page with the row that names it."""
FINDING_LINES, NOTE_LINES = 9, 6
LEFT, RIGHT = 222.0, 251.3
GAP_COLUMNS = (44.0, 113.0, 38.0, 56.3)


def flowables(content: DimensionPage, look: Look) -> list[Flowable]:
    """One page, set closely where it would not be one; or more where the table is long."""
    for tight in (False, True):
        story = _story(content, look, tight=tight)
        if len(filled(story, look.paper.body)) == 1:
            return story
    return labelled(_story(content, look, tight=False), content.continued, look)


def _story(content: DimensionPage, look: Look, *, tight: bool) -> list[Flowable]:
    """What explains the table stays together below it, and so does what follows from it."""
    between = 7 if tight else 12
    story: list[Flowable] = [*look.heading(content.heading, tight=tight), _standing(content, look)]
    story.append(Spacer(0, between))
    if content.instead:
        story.append(look.para(content.instead, "body"))
    else:
        story.append(readings([_cut(one, look) for one in content.findings], look, tight=tight))
    if content.more_findings:
        story += [Spacer(0, 4), look.para(content.more_findings, "caption")]
    story += [Spacer(0, between), _table(content, look, TIGHT_PAD if tight else PAD)]
    if content.note:
        story += [Spacer(0, 4), look.para(content.note, "caption")]
    if content.disagreement:
        story += [Spacer(0, between - 2), _box(content.disagreement, look)]
    return [*story, Spacer(0, between), kept(content.heading.name, _outcome(content, look))]


def _cut(one: Reading, look: Look) -> Reading:
    return Reading(head=one.head, text=look.lines(one.text, "body", THIRD, FINDING_LINES))


def _standing(content: DimensionPage, look: Look) -> Table:
    """The small scale at the left, the facts at its right."""
    rows = [
        [look.para(one.label, "cell", role="ink2"), look.para(one.text, "cell_key")]
        for one in content.facts
    ]
    wide = WIDTH - SCALE - BESIDE
    facts = Table(
        rows, colWidths=[FACT_LABEL, wide - FACT_LABEL], style=TableStyle(BARE), hAlign="LEFT"
    )
    picture = look.picture(scale(content.scale, SCALE, metrics=look.metrics))
    return look.columns([[picture], [facts]], (SCALE, wide), BESIDE)


def _table(content: DimensionPage, look: Look, pad: float) -> Table:
    criterion, evidence, determination = content.heads
    heads: list[Any] = [None, look.para(criterion, "head")]
    heads += [look.para(role, "head_narrow") for role in content.roles]
    heads += [look.para(evidence, "head"), look.para(determination, "head")]
    rows, whole = [heads], [heads]
    dress: list[tuple[Any, ...]] = []
    notes: list[int] = []
    for group in content.groups:
        at = last = len(rows)
        rows.append(_group(group, look, len(heads)))
        for number, one in enumerate(group.rows):
            rows.append(_row(one, look))
            whole.append(rows[-1])
            if one.note:
                notes.append(len(rows))
                rows.append(_note(one.note, look, len(heads)))
            if number < TOGETHER:
                last = len(rows) - 1
        dress += _group_dress(at, last, look)
    dress += chain.from_iterable(_note_dress(at, pad) for at in notes)
    widths = _widths(whole, len(content.roles))
    joined = {at - 1 for at in notes}
    return look.table(rows, widths, names=2, pad=pad, gap=GAP, extra=dress, joined=joined)


def _widths(rows: list[list[Any]], roles: int) -> tuple[float, ...]:
    """Columns with room for the longest word in each; the title has what is left."""
    title = WIDTH - NUMBER - PROOF - VERDICT - roles * ANSWER
    return fitted(rows, (NUMBER, title, *[ANSWER] * roles, PROOF, VERDICT), GAP)


def _group_dress(at: int, last: int, look: Look) -> list[tuple[Any, ...]]:
    """The row that names a level: on a panel, not parted from the rows that follow it."""
    return [
        ("BACKGROUND", (0, at), (-1, at), HexColor(look.colour("panel"))),
        ("SPAN", (0, at), (-3, at)),
        ("SPAN", (-2, at), (-1, at)),
        ("LEFTPADDING", (0, at), (0, at), GROUP_INSET),
        ("RIGHTPADDING", (-2, at), (-1, at), GROUP_INSET),
        ("NOSPLIT", (0, at), (-1, last)),
    ]


def _note_dress(at: int, pad: float) -> list[tuple[Any, ...]]:
    """The row of a note: over all columns but the number's, close below its criterion."""
    return [
        ("SPAN", (1, at), (-1, at)),
        ("BOTTOMPADDING", (0, at - 1), (-1, at - 1), 0),
        ("TOPPADDING", (0, at), (-1, at), 0),
        ("BOTTOMPADDING", (0, at), (-1, at), pad + 0.5),
        ("NOSPLIT", (0, at - 1), (-1, at)),
    ]


def _group(group: LevelGroup, look: Look, columns: int) -> list[Any]:
    words = look.para([Run(group.label, bold=True), Run(f" {group.name}")], "cell")
    count = look.para(group.count, "cell", align="right", role="ink2")
    return [words, *[None] * (columns - 3), count, None]


def _note(words: str, look: Look, columns: int) -> list[Any]:
    shown = look.lines(words, "cell_note", WIDTH - NUMBER, NOTE_LINES)
    return [None, look.para(shown, "cell_note"), *[None] * (columns - 2)]


def _row(row: CriterionRow, look: Look) -> list[Any]:
    return [
        look.para(row.number, "cell", role="ink2"),
        look.para(row.title, "cell"),
        *[answer_cell(one, look) for one in row.answers],
        proof_cell(row.proof, look),
        verdict_cell(row.verdict, look),
    ]


def _outcome(content: DimensionPage, look: Look) -> Table:
    """What was determined at the left, what closes the gap at the right."""
    left: list[Flowable] = [
        look.rule(LEFT),
        Spacer(0, 5),
        look.para(content.determination_head, "h3"),
        look.para([Run(content.determination_lead, bold=True), Run(f" {content.determination}")]),
    ]
    right = _gap(content.gap, look)
    return look.columns([left, right], (LEFT, RIGHT), WIDTH - LEFT - RIGHT)


def _box(content: Disagreement, look: Look) -> Table:
    lines: list[Any] = [look.para(one, "cell") for one in content.lines]
    if content.more:
        lines.append(look.para(content.more, "caption"))
    cell = [mark_word(look, Glyph.DISAGREEMENT, content.title, "h3", 18), Spacer(0, 3), *lines]
    dress = [
        *BARE,
        ("BOX", (0, 0), (-1, -1), 0.8, HexColor(look.colour("accent"))),
        ("LEFTPADDING", (0, 0), (-1, -1), 11),
        ("RIGHTPADDING", (0, 0), (-1, -1), 11),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    ]
    return Table([[cell]], colWidths=[WIDTH], style=TableStyle(dress), hAlign="LEFT")


def _gap(content: Gap, look: Look) -> list[Flowable]:
    found: list[Flowable] = [look.rule(RIGHT), Spacer(0, 5), look.para(content.head, "h3")]
    if content.none:
        found.append(look.para(content.none, "body"))
    rows: list[list[Any]] = [
        [
            look.para([Run(one.action.text, bold=True, link=one.action.link)], "cell"),
            look.para(one.title, "cell"),
            look.para(one.closes, "cell"),
            look.para(one.when, "cell", align="right"),
        ]
        for one in content.rows
    ]
    if rows:
        found.append(look.table(rows, fitted(rows, GAP_COLUMNS, GAP), heads=0, pad=PAD, gap=GAP))
    for words in (content.more, content.later):
        if words:
            found += [Spacer(0, 4), look.para(words, "caption")]
    return found
