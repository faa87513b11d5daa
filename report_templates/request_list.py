"""A list of what is still to receive, grouped by person, as a PDF in a brand kit's dress."""

# ReportLab's constructors are typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from engagements.framework.model import Value
from report_templates import text
from report_templates.archive import About, finished
from report_templates.brand import BrandKit
from report_templates.page import SMALL, PageCanvas
from report_templates.paper import WIDTH
from report_templates.style import Look
from report_templates.text import shortened

COLUMNS = (20.0, 253.3, 120.0, 100.0)
FOOT = 27.0
BOX = "□"


class RequestRow(Value):
    """One thing that is to come; ``due`` and ``criteria`` are in words."""

    title: str
    due: str
    criteria: str


class RequestGroup(Value):
    """What one person has promised."""

    person: str
    rows: tuple[RequestRow, ...]


class RequestList(Value):
    """The whole list; every word that is printed is in it."""

    title: str
    about: str
    heads: tuple[str, str, str]
    groups: tuple[RequestGroup, ...]
    foot: str
    language: str
    made: date


def build(content: RequestList, kit: BrandKit) -> bytes:
    """The list as PDF/UA-1 and PDF/A-2a; a group's head stays with its first line."""
    look = Look.of(kit, content.language)
    target, paper = BytesIO(), look.paper
    body = Frame(paper.margin, paper.low, WIDTH + 0.02, paper.body, 0, 0, 0, 0)
    pages = BaseDocTemplate(
        target,
        pagesize=(paper.width, paper.height),
        lang=content.language,
        displayDocTitle=1,
        invariant=1,
        initialFontName=kit.body_face(400).name,
    )

    def foot(canvas: Any, _document: object) -> None:
        face = kit.body_face(400)
        canvas.saveState()
        with canvas.artifact("Footer"):
            canvas.setFont(face.name, SMALL)
            canvas.setFillColor(HexColor(look.colour("ink2")))
            canvas.drawString(paper.margin, FOOT, shortened(content.foot, face, SMALL, WIDTH - 60))
            canvas.drawRightString(paper.margin + WIDTH, FOOT, str(canvas.getPageNumber()))
        canvas.restoreState()

    pages.addPageTemplates([PageTemplate("list", [body], onPage=foot)])
    pages.build(_story(content, look), canvasmaker=PageCanvas)
    canvas: Any = pages.canv
    about = About(
        title=text.one_line(content.title),
        author=text.one_line(kit.brand.firm),
        subject=text.one_line(content.about),
        language=content.language,
        day=content.made,
    )
    return finished(target.getvalue(), canvas.tags, about)


def _story(content: RequestList, look: Look) -> list[Flowable]:
    story: list[Flowable] = [look.para(content.title, "h1"), look.para(content.about, "body")]
    for group in content.groups:
        story.append(look.h2(text.one_line(group.person)))
        rows: list[list[Any]] = [["", *(look.para(head, "caption") for head in content.heads)]]
        for row in group.rows:
            cells = (row.title, row.due, row.criteria)
            rows.append([look.para(BOX), *(look.para(one, "body", cap=600) for one in cells)])
        story.append(look.table(rows, COLUMNS))
    return story
