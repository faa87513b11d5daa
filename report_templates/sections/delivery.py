"""Delivery metrics: the table of readings, what was not read, what contradicts an answer."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Spacer, Table

from report_templates.content.delivery import Delivery, DeliveryRow, LimitText
from report_templates.sections.columns import fitted
from report_templates.sections.marks import mark_word
from report_templates.sections.room import going_on
from report_templates.style import Look

COLUMNS = (158.0, 60.0, 118.0, 68.0, 89.3)
PARTED = (150.0, 72.0, 271.3)
PAD, GAP = 3.0, 8.0
NOTE_LINES, SAMPLE_LINES = 3, 5


def flowables(content: Delivery, look: Look) -> list[Flowable]:
    """Readings, or one sentence in their place."""
    found: list[Flowable] = [*look.heading(content.heading)]
    if content.none:
        found.append(look.para(content.none, "body"))
    if content.rows:
        found.append(_table(content, look))
    if content.missing:
        found += [Spacer(0, 8), look.para(content.missing, "caption")]
    if content.parted_head:
        found.append(look.h2(content.parted_head))
    if content.parted:
        found.append(_parted(content, look))
    if content.parted_none:
        found.append(look.para(content.parted_none, "body"))
    if content.note:
        found += [Spacer(0, 8), look.para(content.note, "caption")]
    return going_on(found, content.heading, look)


def _table(content: Delivery, look: Look) -> Table:
    rows: list[list[Any]] = [[look.para(one, "head") for one in content.heads]]
    rows += [_row(one, look) for one in content.rows]
    return look.table(rows, fitted(rows, COLUMNS, GAP), pad=PAD, gap=GAP)


def _row(row: DeliveryRow, look: Look) -> list[Any]:
    name = [look.para(row.name, "cell_key"), look.para(row.about, "cell_note")]
    if row.note:
        shown = look.lines(row.note, "cell_note", COLUMNS[0] - GAP, NOTE_LINES)
        name.append(look.para(shown, "cell_note"))
    sample = look.lines(row.sample, "cell", COLUMNS[4], SAMPLE_LINES)
    limits: list[Any] = [_limit(one, look) for one in row.limits]
    return [
        name,
        look.para(row.now, "cell_key"),
        limits or look.para(look.say("summary.metric.no_limit"), "cell"),
        look.para(row.source, "cell"),
        look.para(sample, "cell"),
    ]


def _limit(limit: LimitText, look: Look) -> Flowable:
    if limit.glyph is None:
        return look.para(limit.text, "cell")
    return mark_word(look, limit.glyph, limit.text, "cell", 14)


def _parted(content: Delivery, look: Look) -> Table:
    rows: list[list[Any]] = [[look.para(one, "head") for one in content.parted_heads]]
    rows += [
        [
            look.para(one.metrics, "cell_key"),
            look.para(one.criteria, "cell"),
            look.para(one.ask, "cell"),
        ]
        for one in content.parted
    ]
    return look.table(rows, fitted(rows, PARTED, GAP), pad=PAD, gap=GAP)
