"""The roadmap overview: the wide figure, the table of transitions, three notes."""

from __future__ import annotations

from functools import partial
from typing import Any

from reportlab.platypus import Flowable, Spacer, Table

from report_templates.content.roadmap import RoadmapOverview, StepRow
from report_templates.figures.model import RoadmapFigure
from report_templates.figures.paper.legend import legend
from report_templates.figures.paper.roadmap import roadmap
from report_templates.sections import left_out
from report_templates.sections.columns import fitted
from report_templates.sections.readings import readings
from report_templates.sections.room import fewest, going_on, height, roomiest
from report_templates.style import WIDTH, Align, Look, kept
from report_templates.text import Run

WIDE = 539.0
HANG = (WIDE - WIDTH) / 2
COLUMNS = (34.0, 63.0, 58.5, 58.5, 58.5, 58.5, 40.0, 42.0, 55.0, 25.3)
UNPAGED = (34.0, 79.3, 59.5, 59.5, 59.5, 59.5, 43.0, 44.0, 55.0)
"""Without the page of each transition, where none has one."""
SIDES: tuple[Align, ...] = ("left",) * 6 + ("right",) * 4
GAP = 5.0
LOOSE, TIGHT = (8.0, 8.0, 10.0, 14.0), (4.0, 3.0, 5.0, 7.0)
"""Points after a sentence, before the legend, the table and the notes; tight where they would
stand on a page of their own."""
ABOVE = 14.0
"""Points above the head of what is left out."""
KEPT = (50.0, 233.3, 210.0)


def flowables(content: RoadmapOverview, look: Look) -> list[Flowable]:
    """The page; without anything to plan it says so and names what to watch."""
    if content.figure is None:
        story = [*look.heading(content.heading), *_instead(content, look)]
        return going_on(story, content.heading, look)
    sets = [(one, content.figure) for one in (LOOSE, TIGHT)]
    sets += [(TIGHT, one) for one in content.shorter]
    if content.fewer:
        return roomiest(sets, partial(_page, content, look), look.paper.body)
    story = fewest(sets, partial(_planned, content, look), look.paper.body)
    story += left_out.flowables(content.left_out, look)
    return going_on(story, content.heading, look)


def _page(
    content: RoadmapOverview, look: Look, choice: tuple[tuple[float, ...], RoadmapFigure]
) -> list[Flowable]:
    """Everything on one page, with as many of the rows left out as there is room for."""
    story = _planned(content, look, choice)
    return [*story, *_listed(content, look, look.paper.body - height(story))]


def _listed(content: RoadmapOverview, look: Look, room: float) -> list[Flowable]:
    """What is left out as far as it fits ``room``, and how many more there are."""
    omitted = content.left_out
    if omitted is None or not content.fewer:
        return left_out.flowables(omitted, look)

    def listed(count: int) -> list[Flowable]:
        shown = omitted.model_copy(update={"rows": omitted.rows[:count]}) if count else None
        more = content.fewer[count]
        said = [Spacer(0, 6), look.para(more, "caption")] if more else []
        return [*left_out.flowables(shown, look, tight=True), *said]

    return roomiest(range(len(omitted.rows), -1, -1), listed, room - ABOVE)


def _planned(
    content: RoadmapOverview, look: Look, choice: tuple[tuple[float, ...], RoadmapFigure]
) -> list[Flowable]:
    """Figure, table and notes, with these gaps between them."""
    gaps, figure = choice
    words, key, table, notes = gaps
    tight = gaps is TIGHT
    story: list[Flowable] = [*look.heading(content.heading, tight=tight)]
    for said in content.instead:
        story += [look.para(said, "body"), Spacer(0, words)]
    story.append(look.picture(roadmap(figure, WIDE, metrics=look.metrics), HANG))
    if content.legend:
        story += [Spacer(0, key), look.picture(legend(content.legend, WIDTH, metrics=look.metrics))]
    rows = _table(content, look, 2.6 if tight else 3.6)
    story += [Spacer(0, table), rows, Spacer(0, notes)]
    story.append(kept(content.heading.name, readings(content.readings, look, tight=tight)))
    return story


def _table(content: RoadmapOverview, look: Look, pad: float) -> Table:
    """The steps; with their pages where the document has any of them."""
    heads: list[Any] = [
        look.para(head, "head", align=side)
        for head, side in zip(content.heads, SIDES, strict=False)
    ]
    rows = [heads, *(_row(row, look)[: len(heads)] for row in content.rows)]
    columns = COLUMNS if len(heads) == len(COLUMNS) else UNPAGED
    return look.table(rows, fitted(rows, columns, GAP), pad=pad, gap=GAP)


def _row(row: StepRow, look: Look) -> list[Any]:
    strong = {"step", "likely"}
    fields = ("step", "reaches", "start", "low", "likely", "high", "actions", "criteria", "effort")
    cells: list[Any] = [
        look.para(getattr(row, field), "cell_key" if field in strong else "cell", align=side)
        for field, side in zip(fields, SIDES, strict=False)
    ]
    page = look.page_of(row.link) if row.link else "–"
    run = Run(page, link=row.link, colour=look.colour("ink"))
    return [*cells, look.para([run], "cell", align="right")]


def _instead(content: RoadmapOverview, look: Look) -> list[Flowable]:
    story: list[Flowable] = []
    for words in content.instead:
        story += [look.para(words, "body"), Spacer(0, 6)]
    story += left_out.flowables(content.left_out, look)
    if content.watch:
        heads: list[Any] = [look.para(content.heads[0], "head"), None]
        rows: list[list[Any]] = [[*heads, look.para(content.heads[1], "head")]]
        rows += [
            [
                look.para(one.criterion, "cell_key"),
                look.para(one.title, "cell"),
                look.para(one.why, "cell"),
            ]
            for one in content.watch
        ]
        story += [look.h2(content.watch_title), look.table(rows, KEPT)]
    if content.watch_more:
        story += [Spacer(0, 4), look.para(content.watch_more, "caption")]
    return story
