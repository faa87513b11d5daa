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
from report_templates.sections.room import filled
from report_templates.style import WIDTH, Look, kept
from report_templates.text import Run

NUMBER, ANSWER, PROOF, VERDICT = 22.0, 43.0, 68.0, 75.3
GAP, PAD, CLOSE_PAD = 6.0, 3.0, 1.6
MODEL = 78.3
CELL = (WIDTH - MODEL) / 5
CELL_GAP = 6.0
MISFITS = (100.0, 393.3)


def flowables(content: Diagnostic, look: Look) -> list[Flowable]:
    """Questions where any is answered, then the crosswalk, its misfits and its sources.

    Set closely, the table of dimensions going on over a page's foot, where that saves a page.
    """
    body = look.paper.body
    loose, close = (_story(content, look, close=one) for one in (False, True))
    return close if len(filled(close, body)) < len(filled(loose, body)) else loose


def _story(content: Diagnostic, look: Look, *, close: bool) -> list[Flowable]:
    found: list[Flowable] = [*look.heading(content.heading)]
    if content.questions:
        found += _questions(content.questions, look)
    block = [look.h2(content.title, tight=close), _strip(content, look)]
    block.append(_crosswalk(content, look, CLOSE_PAD if close else PAD))
    if content.key:
        block += [Spacer(0, 5), look.para(content.key, "caption")]
    found += [kept(content.title, *block), look.h2(content.misfits_title, tight=close)]
    found.append(_misfits(content, look, close=close))
    if content.dimensions:
        found += crosswalk.dimensions(content.dimensions, look, close=close)
    if content.tests:
        found += crosswalk.tests(content.tests, look, close=close)
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


def _crosswalk(content: Diagnostic, look: Look, pad: float) -> Table:
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
    return look.table(rows, widths, heads=0, pad=pad, gap=CELL_GAP, extra=extra)


def _misfits(content: Diagnostic, look: Look, *, close: bool) -> Table:
    rows: list[list[Any]] = [
        [
            look.para([Run(f"{one.level}", bold=True), Run(f" {one.name}")], "cell"),
            look.para(one.text, "cell"),
        ]
        for one in content.misfits
    ]
    return look.table(rows, MISFITS, heads=0, pad=CLOSE_PAD if close else 2.6)
