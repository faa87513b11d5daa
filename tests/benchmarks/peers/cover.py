"""The cover as nodes, everything at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from report_templates import text
from report_templates.content.report import ReportContent
from report_templates.figures.paper.ladder import ladder
from report_templates.paper import WIDTH
from report_templates.sections import cover as ours
from report_templates.style import Look
from tests.benchmarks.peers.nodes import Line, Picture, Placed, Sheet, Target, Words
from tests.benchmarks.peers.svg import logo, svg

CONFIDENTIAL_ROOM = 200.0


def sheet(content: ReportContent, look: Look, words: Callable[[Any], Words]) -> Sheet:
    """Firm, title, facts and the band with its ladder; the foot of the page is the page's own."""
    said, paper = content.cover, look.paper
    x = paper.margin

    def at(left: float, top: float, width: float, said: str, style: str, **more: Any) -> Placed:
        return Placed(left, top, width, (words(look.para(said, style, **more)),))

    name = text.one_line(said.client, 160)
    places = [
        Placed(x, ours.LOGO_TOP, 60, (Target("cover"),)),
        _band(content, look),
        at(x + 40, ours.LOGO_TOP + 6, 260, look.kit.brand.firm, "entry", role="primary"),
        at(
            x + WIDTH - CONFIDENTIAL_ROOM,
            ours.BOX_TOP,
            CONFIDENTIAL_ROOM,
            look.kit.brand.confidentiality,
            "label",
            align="right",
        ),
        at(x, ours.KIND_TOP, WIDTH, said.kind, "cover_kind"),
        at(x, ours.CLIENT_TOP, 460, name, "cover_client"),
        at(x, ours.CLIENT_TOP + 54, 345, said.standfirst, "standfirst"),
    ]
    if look.kit.logo:
        mark = logo(look.kit.logo, ours.LOGO, look.colour("primary"))
        size = look.kit.logo.size(ours.LOGO)
        places.append(Placed(x, ours.LOGO_TOP, size[0], (Picture(mark, *size),)))
    for place, fact in enumerate(said.facts):
        left, wide = x + place * ours.FACT_PITCH, ours.FACT_WIDTH
        rule = Line(wide, 0.7, look.colour("ink"))
        places += [
            Placed(left, ours.FACTS_TOP, wide, (rule,)),
            at(left, ours.FACTS_TOP + 7.5, wide, fact.label, "caption_key", role="ink2"),
            at(left, ours.FACTS_TOP + 18, wide, look.lines(fact.text, "body", wide, 4), "body"),
        ]
    caption = look.lines(said.caption, "body", WIDTH, 2)
    places += [
        at(x, ours.CAPTION_TOP, WIDTH, caption, "body", role="on_primary"),
        at(x, paper.height - 33, WIDTH, look.kit.footer_text, "caption", role="on_primary"),
    ]
    return Sheet(tuple(places))


def _band(content: ReportContent, look: Look) -> Placed:
    """The ladder on a ground in the brand's colour, as one picture."""
    scene = ladder(
        content.cover.ladder, WIDTH, ours.LADDER_HEIGHT, surface="band", metrics=look.metrics
    )
    paper = look.paper
    high = paper.height - ours.BAND_TOP
    top = ours.BASE - ours.LADDER_HEIGHT - ours.BAND_TOP
    source = svg(scene, look.inks)
    inner = source[source.index(">") + 1 : source.rindex("</svg>")]
    ground = f'<rect width="{paper.width}" height="{high}" fill="{look.colour("primary")}"/>'
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{paper.width}pt" height="{high}pt" '
        f'viewBox="0 0 {paper.width} {high}">{ground}'
        f'<g transform="translate({paper.margin} {top})">{inner}</g></svg>'
    )
    picture = Picture(drawn, paper.width, high, scene.alt)
    return Placed(0, ours.BAND_TOP, paper.width, (picture,))
