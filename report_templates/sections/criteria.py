"""Cells of tables of criteria: answers by role, evidence with its bars, what was determined."""

from __future__ import annotations

from typing import Any

from report_templates.content.answers import AnswerCell
from report_templates.content.criteria import Proof, Verdict
from report_templates.figures.model import Glyph
from report_templates.sections.marks import mark_word
from report_templates.style import Look
from report_templates.text import Run

ANSWER_INDENT = 12.0
BARS_INDENT = 16.5


def answer_cell(cell: AnswerCell, look: Look) -> Any:
    """A mark with its letter; counts, or a dash, stand alone."""
    if cell.glyph is None:
        counts = cell.text != look.say("answers.none")
        return look.para(cell.text, "cell", role="" if counts else "ink2")
    return mark_word(look, cell.glyph, cell.text, "cell_key", ANSWER_INDENT)


def proof_cell(proof: Proof, look: Look) -> Any:
    """The bars of the grade, the first item as a link, how many more there are."""
    first = proof.first
    runs = [Run(first.text, bold=bool(first.link), link=first.link)]
    if proof.more:
        runs.append(Run(f" {proof.more}"))
    if proof.grade is None:
        return look.para(runs, "cell", role="ink2")
    return mark_word(look, Glyph.grade(proof.grade), runs, "cell", BARS_INDENT)


def verdict_cell(verdict: Verdict, look: Look) -> list[Any]:
    """What the criterion counts as, with the sign of differing answers below it."""
    style = "cell_key" if verdict.glyph in (Glyph.MET, Glyph.DEBT) else "cell"
    found: list[Any] = [mark_word(look, verdict.glyph, verdict.text, style, 14)]
    if verdict.differs:
        found.append(
            mark_word(look, Glyph.DISAGREEMENT, look.say("criteria.differs"), "cell_note", 14)
        )
    return found
