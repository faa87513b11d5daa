"""A blank questionnaire's sheet: whom it is for, then question by question with boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from report_templates.content.base import Heading
from report_templates.content.questionnaire import Question, Questionnaire, RoleSheet
from report_templates.sections.marks import mark_word
from report_templates.sections.room import paged
from report_templates.sections.writing import Lines, boxes, fields
from report_templates.style import Look, kept
from report_templates.text import Run

LINES = 2
BETWEEN = 13.0


def flowables(sheet: RoleSheet, content: Questionnaire, look: Look) -> list[Flowable]:
    """The sheet of one role or interviewee, on as many pages as it needs."""
    place = content.roles.index(sheet)
    heading = Heading(key=f"sheet-{place}", number="", name=content.document, title=sheet.title)
    head: list[Flowable] = [
        *look.heading(heading),
        fields(sheet.head, look),
        Spacer(0, 12),
        look.para(content.by_hand, "body"),
        Spacer(0, 6),
    ]
    if not sheet.questions:
        return [*head, look.para(sheet.none, "body")]
    blocks: Sequence[list[Flowable]] = [_question(one, content, look) for one in sheet.questions]
    first = [*head, *blocks[0]]
    return paged([first, *blocks[1:]], sheet.continued, look)


def _question(one: Question, content: Questionnaire, look: Look) -> list[Flowable]:
    """The question, what its answers mean, what to bring along, boxes and lines."""
    title = look.para(
        [Run(f"{one.criterion} ", colour=look.colour("accent")), Run(one.question)], "h3"
    )
    found: list[Flowable] = [look.rule(thickness=0.5, role="rule1"), Spacer(0, 5), title]
    meanings = (one.yes, one.partly, one.no)
    for (glyph, word), meaning in zip(content.meanings, meanings, strict=True):
        runs = [Run(f"{word}: ", bold=True), Run(meaning)]
        found.append(mark_word(look, glyph, runs, "cell", indent=15))
    if one.show:
        found += [Spacer(0, 2), look.para(one.show, "cell_note")]
    found += [Spacer(0, 6), *boxes(one.answers, look), Lines(look, least=LINES, most=LINES)]
    return [kept(one.criterion, *found, Spacer(0, BETWEEN))]
