"""The quick diagnostic and the crosswalk to other public models."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Spacer, Table

from report_templates.content.diagnostic import Diagnostic, QuestionRow, Questions
from report_templates.figures.paper.ladder import GAP as STEP_GAP
from report_templates.figures.paper.ladder import strip
from report_templates.sections import crosswalk
from report_templates.sections.columns import fitted
from report_templates.sections.criteria import answer_cell, proof_cell, verdict_cell
from report_templates.sections.room import fewest, going_on
from report_templates.style import WIDTH, Look, kept
from report_templates.text import Run

NUMBER, ANSWER, PROOF, VERDICT = 38.0, 34.0, 62.0, 75.3
GAP, PAD, CLOSE = 6.0, 3.0, 2.0
MODEL = 62.0
CELL = (WIDTH - MODEL) / 5
CELL_GAP, CELL_LEFT, CELL_RIGHT = 6.0, 5.0, 3.0
EDGE = 1.6
"""The line around the level now."""
MISFITS = (100.0, 393.3)
MISFIT_PAD, MISFIT_CLOSE = 2.6, 1.8


def flowables(content: Diagnostic, look: Look) -> list[Flowable]:
    """Questions where any is answered, then the crosswalk, its misfits and its sources.

    The tight set is taken where it saves a page.
    """

    def pages(tight: bool) -> list[Flowable]:
        return going_on(_story(content, look, tight), content.heading, look)

    return fewest((False, True), pages, look.paper.body)


def _story(content: Diagnostic, look: Look, tight: bool) -> list[Flowable]:
    h2 = partial(look.h2, tight=tight)
    found: list[Flowable] = [*look.heading(content.heading, tight=tight)]
    if content.questions:
        found += _questions(content.questions, look, tight=tight)
    block = [h2(content.title), _strip(content, look)]
    if content.rows:
        block.append(_crosswalk(content, look, tight=tight))
    if content.key:
        block += [Spacer(0, 5), look.para(content.key, "caption")]
    found.append(kept(content.title, *block))
    if content.misfits:
        found += [h2(content.misfits_title), _misfits(content, look, tight=tight)]
    if content.dimensions:
        found += crosswalk.dimensions(content.dimensions, look, tight=tight)
    if content.tests:
        found += crosswalk.tests(content.tests, look, tight=tight)
    found += [Spacer(0, 6), look.para(content.note, "caption")]
    if content.sources:
        found += [Spacer(0, 3), *look.flow(content.sources, "caption")]
    return found


def _questions(content: Questions, look: Look, *, tight: bool) -> list[Flowable]:
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
        look.h2(content.title, tight=tight),
        look.table(rows, widths, names=2, pad=CLOSE if tight else PAD, gap=GAP),
        Spacer(0, 5),
        look.para(content.result, "caption"),
    ]


def _question(row: QuestionRow, look: Look) -> list[Any]:
    return [
        [look.para(row.id, "cell", role="ink2"), look.para(row.criterion, "cell_note")],
        look.para(row.question, "cell"),
        *[answer_cell(one, look) for one in row.answers],
        proof_cell(row.proof, look),
        verdict_cell(row.verdict, look),
    ]


def _strip(content: Diagnostic, look: Look) -> Flowable:
    """The levels over the columns of the table below."""
    return look.picture(strip(content.scale, MODEL, CELL, metrics=look.metrics))


def _crosswalk(content: Diagnostic, look: Look, *, tight: bool) -> Table:
    """A row per model; the line around the level now is as wide as the level's step above it."""
    rows: list[list[Any]] = [
        [look.para(row.model, "cell_key"), *[look.para(cell, "cell_term") for cell in row.cells]]
        for row in content.rows
    ]
    usual = [0.0, *(MODEL + place * CELL for place in range(len(rows[0])))]
    edges, extra = list(usual), list[tuple[Any, ...]]()
    if content.current is not None:
        at = content.current + 1
        edges[at] += EDGE / 2
        edges[at + 1] -= STEP_GAP + EDGE / 2
        extra.append(("BOX", (at, 0), (at, -1), EDGE, HexColor(look.colour("primary"))))
    widths = [right - left for left, right in pairwise(edges)]
    moved = [now - before for before, now in zip(usual, edges, strict=True)]
    for place, (left, right) in enumerate(pairwise(moved)):
        before, after = (CELL_LEFT, CELL_RIGHT) if place else (0.0, CELL_GAP)
        extra.append(("LEFTPADDING", (place, 0), (place, -1), before - left))
        extra.append(("RIGHTPADDING", (place, 0), (place, -1), max(0.0, after + right)))
    pad = CLOSE if tight else PAD
    return look.table(rows, widths, heads=0, pad=pad, gap=CELL_GAP, extra=extra)


def _misfits(content: Diagnostic, look: Look, *, tight: bool) -> Table:
    rows: list[list[Any]] = [
        [
            look.para([Run(f"{one.level}", bold=True), Run(f" {one.name}")], "cell"),
            look.para(one.text, "cell"),
        ]
        for one in content.misfits
    ]
    return look.table(rows, MISFITS, heads=0, pad=MISFIT_CLOSE if tight else MISFIT_PAD)
