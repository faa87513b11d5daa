"""Maturity at a glance: the ladder, the heat map with its legend, and three readings."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from report_templates.content.glance import Glance
from report_templates.figures.paper.heat_map import heat_maps
from report_templates.figures.paper.ladder import ladder
from report_templates.figures.paper.legend import legend
from report_templates.sections.readings import readings
from report_templates.style import WIDTH, Look, kept

LADDER = 120.0


def flowables(content: Glance, look: Look) -> list[Flowable]:
    """The page; a map of very many dimensions goes on to further ones."""
    steps = ladder(content.ladder, WIDTH, LADDER, metrics=look.metrics)
    maps = [
        look.picture(scene) for scene in heat_maps(content.heat_map, WIDTH, metrics=look.metrics)
    ]
    story: list[Flowable] = [*look.heading(content.heading), look.picture(steps)]
    story += [look.h2(content.map_title, tight=True), *maps]
    if content.legend.entries:
        samples = legend(content.legend, WIDTH, columns=3, metrics=look.metrics)
        story += [Spacer(0, 8), look.picture(samples)]
    for note in content.notes:
        story += [Spacer(0, 6), look.para(note, "caption")]
    story += [Spacer(0, 12), kept(content.heading.name, readings(content.readings, look))]
    return [*story, Spacer(0, 8), look.para(content.context, "caption")]
