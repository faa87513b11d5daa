"""Progress: what moved at a glance, level by dimension, then every criterion that changed."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Spacer, Table

from report_templates.content.progress import ChangeRow, Progress
from report_templates.figures.paper.progress import progress
from report_templates.sections.columns import fitted
from report_templates.sections.criteria import answer_cell, proof_cell
from report_templates.sections.room import going_on
from report_templates.sections.trend import trend
from report_templates.style import WIDTH, Look

COLUMNS = (52.0, 237.3, 62.0, 62.0, 80.0)
GAP, PAD = 8.0, 3.0


def flowables(content: Progress, look: Look) -> list[Flowable]:
    """Facts, figure, the trend where there is one, and the table that says what figures cannot."""
    found: list[Flowable] = [
        *look.heading(content.heading),
        look.strip([(one.label, one.text) for one in content.facts]),
        look.h2(content.figure_title),
        look.picture(progress(content.figure, WIDTH, metrics=look.metrics)),
        Spacer(0, 6),
        look.para(content.note, "caption"),
        *(trend(content.trend, look) if content.trend else ()),
    ]
    head = look.h2(content.changes_title)
    if content.changes_none:
        none = look.para(content.changes_none, "body")
        return going_on([*found, head, none], content.heading, look)
    head.style.keepWithNext = 0
    return going_on([*found, head, _table(content, look)], content.heading, look)


def _table(content: Progress, look: Look) -> Table:
    criterion, before, now, evidence = content.heads
    heads: list[Any] = [None, look.para(criterion, "head")]
    heads += [look.para(one, "head") for one in (before, now, evidence)]
    rows = [heads, *[_row(one, look) for one in content.changes]]
    return look.table(rows, fitted(rows, COLUMNS, GAP), pad=PAD, gap=GAP)


def _row(row: ChangeRow, look: Look) -> list[Any]:
    return [
        look.para(row.id, "cell", role="ink2"),
        look.para(row.title, "cell"),
        answer_cell(row.before, look),
        answer_cell(row.now, look),
        proof_cell(row.proof, look),
    ]
