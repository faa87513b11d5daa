"""A transition's pages: facts, timeline, deliverables with boxes to tick, when it is reached."""

from __future__ import annotations

from functools import partial
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from report_templates.content.transition import ActionRow, TransitionPage
from report_templates.figures.model import Gantt, Glyph
from report_templates.figures.paper.gantt import gantt
from report_templates.figures.paper.legend import legend
from report_templates.sections import left_out
from report_templates.sections.marks import mark_word
from report_templates.sections.readings import readings
from report_templates.sections.room import fewest, filled, height, labelled, top
from report_templates.style import WIDTH, Align, Anchor, Look, kept

COLUMNS = (57.0, 168.0, 152.0, 57.3, 59.0)
SIDES: tuple[Align, ...] = ("left", "left", "left", "left", "right")
SETS = ((False, 3.6), (True, 2.6), (True, 1.4))
"""Whether it is set closely, and the points above and below each row of the table."""
LITTLE = 0.25
"""The share of a page that the last one of several takes at least, where it can."""


def flowables(content: TransitionPage, look: Look) -> list[Flowable]:
    """Heading, facts and timeline; then table, condition and notes as pages take them.

    Of the sets the first with the fewest pages is taken. A last page with little on it has the
    condition too.
    """
    body, pages = look.paper.body, partial(_pages, content, look)
    story = fewest(SETS, pages, body)
    taken = filled(story, body)
    if len(taken) > 1 and taken[-1] < LITTLE * body:
        fuller = fewest(SETS, partial(pages, together=True), body)
        if len(filled(fuller, body)) == len(taken):
            return fuller
    return story


def _pages(
    content: TransitionPage, look: Look, choice: tuple[bool, float], *, together: bool = False
) -> list[Flowable]:
    """Each page but the first says what it continues; ``together`` the conclusion is on one."""
    end = _conclusion(content, look, choice)
    if together:
        end = [kept(content.heading.name, *end)]
    return labelled([*_above(content, look, choice), *end], content.continued, look)


def _above(content: TransitionPage, look: Look, choice: tuple[bool, float]) -> list[Flowable]:
    tight, pad = choice
    story: list[Flowable] = [*look.heading(content.heading, tight=tight)]
    story.append(look.strip([(one.label, one.text) for one in content.facts]))
    if content.note:
        story += [Spacer(0, 6), look.para(content.note, "caption")]
    if content.gantt is None:
        return [*story, Spacer(0, 12), look.para(content.none, "body")]
    head = look.h2(content.plan_title, tight=tight)
    story += _timeline(content, content.gantt, [*story, head], look)
    table_head = look.h2(content.table_title, tight=tight)
    table_head.style.keepWithNext = 0  # it must not hold the whole table together
    first = _table(content, look, pad, most=1 if tight else 2)
    need = table_head.getSpaceBefore() + height([table_head, first])
    return [*story, CondPageBreak(need + 1), table_head, _table(content, look, pad)]


def _conclusion(content: TransitionPage, look: Look, choice: tuple[bool, float]) -> list[Flowable]:
    """When the level is reached, what was left out, and what to read; the tools stay with that."""
    tight, _ = choice
    found: list[Flowable] = []
    if content.gantt is not None:
        found += look.callout(content.when, content.condition, tight=tight)
    found += left_out.flowables(content.left_out, look, tight=tight)
    last: list[Flowable] = [readings(content.readings, look, tight=tight)]
    if content.tools:
        last += [Spacer(0, 4 if tight else 8), *look.flow(content.tools, "caption")]
    return [*found, Spacer(0, 7 if tight else 14), kept(content.heading.name, *last)]


def _timeline(
    content: TransitionPage, figure: Gantt, before: list[Flowable], look: Look
) -> list[Flowable]:
    """The chart, on as many pages as it needs, with its legend below the last part.

    ``before`` is what stands on the page already, its own head last.
    """
    head = before[-1]
    below: list[Flowable] = []
    if content.legend:
        below = [Spacer(0, 8), look.picture(legend(content.legend, WIDTH, metrics=look.metrics))]
    taken = height(before) + head.getSpaceAfter() + height(below) + 1
    scenes = gantt(
        figure,
        WIDTH,
        first=look.paper.body - taken,
        rest=look.paper.body - height([*top(content.continued, look), *below]),
        metrics=look.metrics,
    )
    story: list[Flowable] = [head]
    for number, scene in enumerate(scenes):
        if number:
            story.append(PageBreak())
        story.append(look.picture(scene))
    return [*story, *below]


def _table(content: TransitionPage, look: Look, pad: float, most: int | None = None) -> Table:
    heads: list[Any] = [
        look.para(head, "head", align=side) for head, side in zip(content.heads, SIDES, strict=True)
    ]
    rows = [_row(row, look) for row in content.rows[:most]]
    return look.table([heads, *rows], COLUMNS, pad=pad)


def _row(row: ActionRow, look: Look) -> list[Any]:
    action: list[Any] = [Anchor(row.key), look.para(row.id, "cell_key")]
    if row.after:
        action.append(look.para(row.after, "cell_note"))
    return [
        action,
        [look.para(row.title, "cell_key"), look.para(row.deliverable, "cell")],
        mark_word(look, Glyph.NOT_MET, row.check, "cell", indent=13),
        look.para(row.closes, "cell"),
        look.para(row.weeks, "cell", align="right"),
    ]
