"""A transition's pages: facts, timeline, deliverables with boxes to tick, when it is reached."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table

from report_templates.content.transition import ActionRow, TransitionPage
from report_templates.figures.model import Gantt, Glyph
from report_templates.figures.paper.gantt import gantt
from report_templates.figures.paper.legend import legend
from report_templates.sections import left_out
from report_templates.sections.marks import mark_word
from report_templates.sections.readings import readings
from report_templates.sections.room import filled, height
from report_templates.style import WIDTH, Align, Anchor, Look, kept

COLUMNS = (57.0, 168.0, 152.0, 57.3, 59.0)
SIDES: tuple[Align, ...] = ("left", "left", "left", "left", "right")
LABEL_ROOM = 20.0
"""Height of the label on each further page of a timeline."""


def flowables(content: TransitionPage, look: Look) -> list[Flowable]:
    """Heading, facts and timeline; then table, condition and notes as pages take them.

    The tight set is taken where it saves a page.
    """
    body = look.paper.body
    roomy = len(filled(_story(content, look, tight=False), body))
    tight = roomy > 1 and len(filled(_story(content, look, tight=True), body)) < roomy
    return _story(content, look, tight=tight)


def _story(content: TransitionPage, look: Look, *, tight: bool) -> list[Flowable]:
    story: list[Flowable] = [*look.heading(content.heading, tight=tight)]
    story.append(look.strip([(one.label, one.text) for one in content.facts]))
    if content.note:
        story += [Spacer(0, 6), look.para(content.note, "caption")]
    if content.gantt is None:
        story += [Spacer(0, 12), look.para(content.none, "body")]
    else:
        head = look.h2(content.plan_title, tight=tight)
        story += _timeline(content, content.gantt, [*story, head], look)
        story += _deliverables(content, look, tight=tight)
        story += look.callout(content.when, content.condition, tight=tight)
    story += left_out.flowables(content.left_out, look, tight=tight)
    story.append(Spacer(0, 7 if tight else 14))
    story.append(kept(content.heading.name, readings(content.readings, look, tight=tight)))
    if content.tools:
        story += [Spacer(0, 4 if tight else 8), *look.flow(content.tools, "caption")]
    return story


def _deliverables(content: TransitionPage, look: Look, *, tight: bool) -> list[Flowable]:
    """The table, begun where its heads and first rows find room: two of them, or one if tight."""
    head = _table_head(content, look, tight=tight)
    table = _table(content, look, 2.6 if tight else 3.6)
    first = _table(content, look, 2.6 if tight else 3.6, most=1 if tight else 2)
    need = head.getSpaceBefore() + height([head, first])
    return [CondPageBreak(need + 1), head, table]


def _table_head(content: TransitionPage, look: Look, *, tight: bool) -> Flowable:
    """The table's head; it must not hold the whole table together."""
    found = look.h2(content.table_title, tight=tight)
    found.style.keepWithNext = 0
    return found


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
        rest=look.paper.body - LABEL_ROOM - height(below),
        metrics=look.metrics,
    )
    story: list[Flowable] = [head]
    for number, scene in enumerate(scenes):
        if number:
            story += [PageBreak(), look.para(content.continued, "label"), Spacer(0, 6)]
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
