"""Maturity at a glance: the ladder, the heat map with its legend, and three readings."""

from __future__ import annotations

from functools import partial

from reportlab.platypus import Flowable, Spacer

from report_templates.content.glance import Glance
from report_templates.figures.paper.heat_map import heat_maps
from report_templates.figures.paper.ladder import ladder
from report_templates.figures.paper.legend import legend
from report_templates.sections.readings import readings
from report_templates.sections.room import roomiest
from report_templates.style import WIDTH, Look, kept

LADDERS = (120.0, 104.0, 92.0, 86.0, 70.0)
"""Heights of the ladder: the next where one leaves too little room for the rest, which is set
smaller beside the last."""


def flowables(content: Glance, look: Look) -> list[Flowable]:
    """The page; a map of very many dimensions goes on to further ones."""
    return roomiest(LADDERS, partial(_page, content, look), look.paper.body)


def _page(content: Glance, look: Look, high: float) -> list[Flowable]:
    tight = high < LADDERS[0]
    steps = ladder(content.ladder, WIDTH, high, metrics=look.metrics)
    maps = [
        look.picture(scene) for scene in heat_maps(content.heat_map, WIDTH, metrics=look.metrics)
    ]
    story: list[Flowable] = [*look.heading(content.heading, tight=tight), look.picture(steps)]
    story += [look.h2(content.map_title, tight=True), *maps]
    if content.legend.entries:
        samples = legend(content.legend, WIDTH, columns=3, metrics=look.metrics)
        story += [Spacer(0, 6 if tight else 8), look.picture(samples)]
    for note in content.notes:
        story += [Spacer(0, 6), look.para(note, "caption")]
    story += [Spacer(0, 9 if tight else 12)]
    story.append(
        kept(content.heading.name, readings(content.readings, look, tight=high == LADDERS[-1]))
    )
    return [*story, Spacer(0, 6), look.para(content.context, "caption")]
