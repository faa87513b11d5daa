"""From content and brand kit to the bytes of a PDF: the same content, the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pikepdf
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from report_templates import seal, text
from report_templates.brand import BrandKit
from report_templates.content.report import ReportContent
from report_templates.content.strings import strings
from report_templates.page import TOTAL, PageCanvas, Pages
from report_templates.sections import (
    contents,
    cover,
    evidence,
    glance,
    method,
    roadmap,
    summary,
    transition,
)
from report_templates.style import Look

Progress = Callable[[str, int, int], None]
"""Called with a step ("layout", "pages" or "finish"), what is done of it, and of how much.

Of how much is 0 while nobody knows.
"""
MOST_PASSES = 5
Block = tuple[str, list[Flowable]]


@dataclass(frozen=True)
class _Pass:
    """One pass: the PDF as ReportLab wrote it, and the page of every anchor."""

    data: bytes
    pages: Mapping[str, int]


def build(content: ReportContent, kit: BrandKit, progress: Progress | None = None) -> bytes:
    """The report as PDF 1.7 bytes; a Problem names a block that fits on no page.

    Pages are laid out until the page numbers they print have settled: at least twice.
    """
    tell: Progress = progress or _silent
    look = replace(Look.of(kit, content.language), lacking=lacking(content, kit))
    known: Mapping[str, int] = {}
    for attempt in range(MOST_PASSES):
        step = "pages" if attempt else "layout"
        done = _laid_out(content, look.on(known), step, tell)
        if done.pages == known:
            tell("finish", 0, 1)
            finished = _finished(done.data, content, kit)
            tell("finish", 1, 1)
            return finished
        known = done.pages
    raise RuntimeError(f"page numbers do not settle in {MOST_PASSES} passes")


def lacking(content: ReportContent, kit: BrandKit) -> tuple[str, ...]:
    """The signs of a report that none of the kit's faces can print, by code point."""
    said = "".join(strings(content))
    return tuple(sorted(text.lacking(said, kit.body_face())))


def _silent(step: str, done: int, total: int) -> None:
    del step, done, total


def _laid_out(content: ReportContent, look: Look, step: str, tell: Progress) -> _Pass:
    target = BytesIO()
    pages = Pages(target, content, look)
    total = look.pages.get(TOTAL, 0)
    pages.turned = lambda page: tell(step, page, total)
    pages.build(_story(content, look), canvasmaker=PageCanvas)
    canvas: Any = pages.canv
    return _Pass(target.getvalue(), {**canvas.anchors, TOTAL: pages.page})


def _story(content: ReportContent, look: Look) -> list[Flowable]:
    """Every section's flowables, each section on a page of its own."""
    story: list[Flowable] = [NextPageTemplate("inner")]
    for place, (name, flowables) in enumerate(_blocks(content, look)):
        if place:
            story.append(PageBreak())
        for flowable in flowables:
            setattr(flowable, "section", name)  # noqa: B010 - no field of ReportLab's
        story += flowables
    return story


def _blocks(content: ReportContent, look: Look) -> Iterable[Block]:
    say = look.say
    yield say("outline.cover.name"), cover.flowables(content, look)
    if content.contents:
        yield say("outline.contents.name"), contents.flowables(content.contents, look)
    if content.summary:
        yield content.summary.heading.name, summary.flowables(content.summary, look)
    if content.glance:
        yield content.glance.heading.name, glance.flowables(content.glance, look)
    if content.roadmap:
        yield content.roadmap.heading.name, roadmap.flowables(content.roadmap, look)
    for page in content.transitions:
        yield page.heading.name, transition.flowables(page, look)
    if content.evidence:
        yield content.evidence.heading.name, evidence.flowables(content.evidence, look)
    if content.method:
        yield content.method.heading.name, method.flowables(content.method, look)


def _finished(data: bytes, content: ReportContent, kit: BrandKit) -> bytes:
    """True dates in place of ReportLab's fixed ones, an identity made from the content, a seal."""
    day = content.issued
    title, firm = text.one_line(content.title), text.one_line(kit.brand.firm)
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = f"D:{day:%Y%m%d}"
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about["dc:title"] = title
            about["dc:creator"] = [firm]
            about["dc:description"] = text.one_line(content.subject)
            about["dc:language"] = [content.language]
            about["pdf:Producer"] = "Plumbline"
            about["xmp:CreatorTool"] = "Plumbline"
            for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
                about[name] = day.isoformat()
            for name, value in seal.properties(content).items():
                about[name] = text.one_line(value)
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]  # ReportLab's fixed one; a new one is made from the content
        target = BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return seal.sealed(target.getvalue())
