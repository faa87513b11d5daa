"""A dimension's page: scale and facts, findings, the table of criteria, what closes the gap."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, PageBreak, Spacer, Table, TableStyle

from report_templates.content.criteria import CriterionRow
from report_templates.content.differences import Disagreement
from report_templates.content.dimensions import DimensionPage, LevelGroup
from report_templates.content.gap import Gap
from report_templates.content.glance import Reading
from report_templates.figures.model import Glyph
from report_templates.figures.paper.ladder import scale
from report_templates.sections.columns import fitted
from report_templates.sections.criteria import answer_cell, proof_cell, verdict_cell
from report_templates.sections.marks import mark_word
from report_templates.sections.readings import readings
from report_templates.sections.room import filled, height
from report_templates.style import BARE, THIRD, WIDTH, Look, kept
from report_templates.text import Run

SCALE, BESIDE = 296.0, 18.0
FACT_LABEL = 60.0
NUMBER, TITLE, ANSWER, PROOF, VERDICT = 24.0, 154.0, 43.0, 68.0, 75.3
GAP, PAD = 6.0, 3.0
GROUP_INSET = 6.0
FINDING_LINES, NOTE_LINES = 9, 3
LEFT, RIGHT = 222.0, 251.3
GAP_COLUMNS = (44.0, 113.0, 38.0, 56.3)


def flowables(content: DimensionPage, look: Look) -> list[Flowable]:
    """One page, or more where the table is long; what stands below the table stays together."""
    before, table, after = _head(content, look), _table(content, look), _below(content, look)
    whole: list[Flowable] = [*before, table, *after]
    if len(filled(whole, look.paper.body)) == 1:
        return whole
    label = [PageBreak(), look.para(content.continued, "label"), Spacer(0, 6)]
    room = look.paper.body - height(before) - 1
    if table.wrap(WIDTH, room)[1] <= room:
        return [*before, table, *label, *after]
    parts: list[Flowable] = list(table.split(WIDTH, room))
    return [*before, *parts[:1], *label, *parts[1:], *after]


def _head(content: DimensionPage, look: Look) -> list[Flowable]:
    found: list[Flowable] = [*look.heading(content.heading), _standing(content, look)]
    found.append(Spacer(0, 12))
    if content.instead:
        found.append(look.para(content.instead, "body"))
    else:
        found.append(readings([_cut(one, look) for one in content.findings], look))
    if content.more_findings:
        found += [Spacer(0, 4), look.para(content.more_findings, "caption")]
    return [*found, Spacer(0, 12)]


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


def _table(content: DimensionPage, look: Look) -> Table:
    criterion, evidence, determination = content.heads
    heads: list[Any] = [None, look.para(criterion, "head")]
    heads += [look.para(role, "head_narrow") for role in content.roles]
    heads += [look.para(evidence, "head"), look.para(determination, "head")]
    rows: list[list[Any]] = [heads]
    dress: list[tuple[Any, ...]] = []
    for group in content.groups:
        dress += _group_dress(len(rows), min(2, len(group.rows)), look)
        rows.append(_group(group, look, len(heads)))
        rows += [_row(one, look) for one in group.rows]
    groups = {id(row) for row in rows if row[-1] is None}
    widths = _widths([row for row in rows if id(row) not in groups], len(content.roles))
    notes = (row.note for group in content.groups for row in group.rows)
    for cells in (row for row in rows[1:] if id(row) not in groups):
        if note := next(notes):
            shown = look.lines(note, "cell_note", widths[1] - GAP, NOTE_LINES)
            cells[1] = [cells[1], look.para(shown, "cell_note")]
    return look.table(rows, widths, names=2, pad=PAD, gap=GAP, extra=dress)


def _widths(rows: list[list[Any]], roles: int) -> tuple[float, ...]:
    """Columns with room for the longest word in each; the title has what is left."""
    title = WIDTH - NUMBER - PROOF - VERDICT - roles * ANSWER
    return fitted(rows, (NUMBER, title, *[ANSWER] * roles, PROOF, VERDICT), GAP)


def _group_dress(at: int, rows: int, look: Look) -> list[tuple[Any, ...]]:
    """The row that names a level: on a panel, not parted from the rows that follow it."""
    return [
        ("BACKGROUND", (0, at), (-1, at), HexColor(look.colour("panel"))),
        ("SPAN", (0, at), (-3, at)),
        ("SPAN", (-2, at), (-1, at)),
        ("LEFTPADDING", (0, at), (0, at), GROUP_INSET),
        ("RIGHTPADDING", (-2, at), (-1, at), GROUP_INSET),
        ("NOSPLIT", (0, at), (-1, at + rows)),
    ]


def _group(group: LevelGroup, look: Look, columns: int) -> list[Any]:
    words = look.para([Run(group.label, bold=True), Run(f" {group.name}")], "cell")
    count = look.para(group.count, "cell", align="right", role="ink2")
    return [words, *[None] * (columns - 3), count, None]


def _row(row: CriterionRow, look: Look) -> list[Any]:
    return [
        look.para(row.number, "cell", role="ink2"),
        look.para(row.title, "cell"),
        *[answer_cell(one, look) for one in row.answers],
        proof_cell(row.proof, look),
        verdict_cell(row.verdict, look),
    ]


def _below(content: DimensionPage, look: Look) -> list[Flowable]:
    """What stays together below the table."""
    found: list[Flowable] = []
    if content.note:
        found += [Spacer(0, 4), look.para(content.note, "caption")]
    if content.disagreement:
        found += [Spacer(0, 10), _box(content.disagreement, look)]
    left: list[Flowable] = [
        look.rule(LEFT),
        Spacer(0, 5),
        look.para(content.determination_head, "h3"),
        look.para([Run(content.determination_lead, bold=True), Run(f" {content.determination}")]),
    ]
    right = _gap(content.gap, look)
    found += [Spacer(0, 12), look.columns([left, right], (LEFT, RIGHT), WIDTH - LEFT - RIGHT)]
    return [kept(content.heading.name, *found)]


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
