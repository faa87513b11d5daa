"""A transition's pages: facts, timeline, deliverables with boxes to tick, when it is reached."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, PageBreak, Spacer, Table

from report_templates.content.transition import ActionRow, TransitionPage
from report_templates.figures.model import Gantt, Glyph
from report_templates.figures.paper.gantt import gantt
from report_templates.figures.paper.legend import legend
from report_templates.sections.marks import mark_word
from report_templates.sections.readings import readings
from report_templates.sections.room import height
from report_templates.style import BODY_HEIGHT, WIDTH, Align, Anchor, Look, kept

COLUMNS = (50.0, 138.0, 178.0, 67.3, 60.0)
SIDES: tuple[Align, ...] = ("left", "left", "left", "left", "right")
LABEL_ROOM = 20.0
"""Height of the label on each further page of a timeline."""


def flowables(content: TransitionPage, look: Look) -> list[Flowable]:
    """Heading, facts and timeline; then table, condition and notes as pages take them."""
    story: list[Flowable] = [*look.heading(content.heading)]
    story.append(look.strip([(one.label, one.text) for one in content.facts]))
    if content.note:
        story += [Spacer(0, 6), look.para(content.note, "caption")]
    if content.gantt is None:
        story += [Spacer(0, 12), look.para(content.none, "body")]
    else:
        story += _timeline(content, content.gantt, story, look)
        story += [look.h2(content.table_title), _table(content, look)]
        story += look.callout(content.when, content.condition)
    story += [Spacer(0, 14), kept(content.heading.name, readings(content.readings, look))]
    if content.tools:
        story += [Spacer(0, 8), *look.flow(content.tools, "caption")]
    return story


def _timeline(
    content: TransitionPage, figure: Gantt, before: list[Flowable], look: Look
) -> list[Flowable]:
    """The chart, on as many pages as it needs, with its legend below the last part."""
    head = look.h2(content.plan_title)
    below: list[Flowable] = []
    if content.legend:
        below = [Spacer(0, 8), look.picture(legend(content.legend, WIDTH, metrics=look.metrics))]
    taken = height([*before, head]) + head.getSpaceAfter() + height(below) + 1
    scenes = gantt(
        figure,
        WIDTH,
        first=BODY_HEIGHT - taken,
        rest=BODY_HEIGHT - LABEL_ROOM - height(below),
        metrics=look.metrics,
    )
    story: list[Flowable] = [head]
    for number, scene in enumerate(scenes):
        if number:
            story += [PageBreak(), look.para(content.continued, "label"), Spacer(0, 6)]
        story.append(look.picture(scene))
    return [*story, *below]


def _table(content: TransitionPage, look: Look) -> Table:
    heads: list[Any] = [
        look.para(head, "head", align=side) for head, side in zip(content.heads, SIDES, strict=True)
    ]
    return look.table([heads, *(_row(row, look) for row in content.rows)], COLUMNS)


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
