"""The quick diagnostic and the crosswalk to other public models."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Spacer, Table

from report_templates.content.diagnostic import Diagnostic, QuestionRow, Questions
from report_templates.figures.paper.ladder import strip
from report_templates.sections import crosswalk
from report_templates.sections.columns import fitted
from report_templates.sections.criteria import answer_cell, proof_cell, verdict_cell
from report_templates.style import WIDTH, Look, kept
from report_templates.text import Run

NUMBER, ANSWER, PROOF, VERDICT = 22.0, 43.0, 68.0, 75.3
GAP, PAD = 6.0, 3.0
MODEL = 78.3
CELL = (WIDTH - MODEL) / 5
CELL_GAP = 6.0
MISFITS = (100.0, 393.3)


def flowables(content: Diagnostic, look: Look) -> list[Flowable]:
    """Questions where any is answered, then the crosswalk, its misfits and its sources."""
    found: list[Flowable] = [*look.heading(content.heading)]
    if content.questions:
        found += _questions(content.questions, look)
    block = [look.h2(content.title), _strip(content, look), _crosswalk(content, look)]
    if content.key:
        block += [Spacer(0, 5), look.para(content.key, "caption")]
    found += [kept(content.title, *block), look.h2(content.misfits_title), _misfits(content, look)]
    if content.dimensions:
        found += crosswalk.dimensions(content.dimensions, look)
    if content.tests:
        found += crosswalk.tests(content.tests, look)
    found += [Spacer(0, 6), look.para(content.note, "caption")]
    if content.sources:
        found += [Spacer(0, 3), *look.flow(content.sources, "caption")]
    return found


def _questions(content: Questions, look: Look) -> list[Flowable]:
    question, evidence, determination = content.heads
    heads: list[Any] = [None, look.para(question, "head")]
    heads += [look.para(role, "head_narrow") for role in content.roles]
    heads += [look.para(evidence, "head"), look.para(determination, "head")]
    rows: list[list[Any]] = [heads]
    rows += [_question(row, look) for row in content.rows]
    count = len(content.roles)
    wide = WIDTH - NUMBER - PROOF - VERDICT - count * ANSWER
    widths = fitted(rows, (NUMBER, wide, *[ANSWER] * count, PROOF, VERDICT), GAP)
    return [
        look.h2(content.title),
        look.table(rows, widths, names=2, pad=PAD, gap=GAP),
        Spacer(0, 5),
        look.para(content.result, "caption"),
    ]


def _question(row: QuestionRow, look: Look) -> list[Any]:
    return [
        look.para(row.id, "cell", role="ink2"),
        [look.para(row.question, "cell"), look.para(row.criterion, "cell_note")],
        *[answer_cell(one, look) for one in row.answers],
        proof_cell(row.proof, look),
        verdict_cell(row.verdict, look),
    ]


def _strip(content: Diagnostic, look: Look) -> Flowable:
    """The levels over the columns of the table below."""
    return look.picture(strip(content.scale, MODEL, CELL, metrics=look.metrics))


def _crosswalk(content: Diagnostic, look: Look) -> Table:
    rows: list[list[Any]] = [
        [look.para(row.model, "cell_key"), *[look.para(cell, "cell_term") for cell in row.cells]]
        for row in content.rows
    ]
    extra: list[tuple[Any, ...]] = []
    if content.current is not None:
        at = content.current + 1
        edge = HexColor(look.colour("primary"))
        extra.append(("BOX", (at, 0), (at, -1), 1.6, edge))
    extra += [("LEFTPADDING", (1, 0), (-1, -1), 5), ("RIGHTPADDING", (1, 0), (-1, -1), 3)]
    widths = (MODEL, *[CELL] * (len(rows[0]) - 1)) if rows else (WIDTH,)
    return look.table(rows, widths, heads=0, pad=PAD, gap=CELL_GAP, extra=extra)


def _misfits(content: Diagnostic, look: Look) -> Table:
    rows: list[list[Any]] = [
        [
            look.para([Run(f"{one.level}", bold=True), Run(f" {one.name}")], "cell"),
            look.para(one.text, "cell"),
        ]
        for one in content.misfits
    ]
    return look.table(rows, MISFITS, heads=0, pad=2.6)
