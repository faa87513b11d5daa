"""The dimensions beside other public models, and the tests of one of them beside the criteria."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Table

from report_templates.content.crosswalk import ByDimension, Tests
from report_templates.sections.columns import fitted
from report_templates.sections.room import height
from report_templates.style import HALF, WIDTH, Look
from report_templates.text import Run

DIMENSION = 68.0
TEST, TARGETS = 46.0, 84.0
GAP, PAD, CLOSE = 6.0, 2.6, 1.8
LEAST = 0.3
"""Of an even column: what a model keeps that says next to nothing beside the others."""


def dimensions(content: ByDimension, look: Look, *, tight: bool) -> list[Flowable]:
    """A row per dimension, a column per model, on one page where they fit on one."""
    rows: list[list[Any]] = [[look.para(one, "head_narrow") for one in content.heads]]
    rows += [
        [
            look.para([Run(one.code, bold=True), Run(f" {one.name}")], "cell_term", role="ink"),
            *[look.para(said, "cell_term") for said in one.cells],
        ]
        for one in content.rows
    ]
    pad = CLOSE if tight else PAD
    table = look.table(rows, _widths(content, rows), pad=pad, gap=GAP)
    return _block(look.h2(content.title, tight=tight), table, look)


def _widths(content: ByDimension, rows: Sequence[Sequence[Any]]) -> tuple[float, ...]:
    """Columns as wide as what their model says asks for."""
    count = len(content.heads) - 1
    said = [sum(len(one.cells[at]) for one in content.rows) for at in range(count)]
    asked = [max(1.0, length) ** 0.6 for length in said]
    shares = [max(share, LEAST * sum(asked) / count) for share in asked]
    free = WIDTH - DIMENSION
    usual = [free * share / sum(shares) for share in shares]
    return fitted(rows, (DIMENSION, *usual), GAP)


def tests(content: Tests, look: Look, *, tight: bool) -> list[Flowable]:
    """Two halves side by side, the first tests at the left."""
    half = -(-len(content.rows) // 2)
    gist = HALF - TEST - TARGETS
    sides: list[list[Flowable]] = []
    for part in (content.rows[:half], content.rows[half:]):
        rows: list[list[Any]] = [[look.para(one, "head") for one in content.heads]]
        rows += [
            [
                look.para(one.test, "cell_note", role="ink"),
                look.para(one.gist, "cell_note"),
                look.para(one.targets, "cell_note"),
            ]
            for one in part
        ]
        widths = fitted(rows, (TEST, gist, TARGETS), GAP)
        pad = CLOSE if tight else PAD
        sides.append([look.table(rows, widths, pad=pad, gap=GAP)] if part else [])
    columns = look.columns(sides, (HALF, HALF), WIDTH - 2 * HALF)
    return _block(look.h2(content.title, tight=tight), columns, look)


def _block(head: Flowable, table: Table, look: Look) -> list[Flowable]:
    """A head with its table, on the next page where the whole does not fit on this one."""
    need = height([head, table]) + head.getSpaceBefore()
    return [CondPageBreak(min(need, look.paper.body)), head, table]
