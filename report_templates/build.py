"""From content and brand kit to the bytes of a PDF: the same content, the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from types import MappingProxyType
from typing import Any, cast

import pikepdf
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from report_templates import text
from report_templates.brand import BrandKit
from report_templates.content.report import ReportContent
from report_templates.content.strings import strings
from report_templates.page import TOTAL, PageCanvas, Pages
from report_templates.sections import (
    contents,
    cover,
    delivery,
    diagnostic,
    dimensions,
    evidence,
    glance,
    glossary,
    method,
    progress,
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
SECTIONS: Mapping[str, Any] = MappingProxyType(
    {
        "summary": summary,
        "glance": glance,
        "dimensions": dimensions,
        "roadmap": roadmap,
        "transitions": transition,
        "delivery": delivery,
        "diagnostic": diagnostic,
        "evidence": evidence,
        "method": method,
        "progress": progress,
        "glossary": glossary,
    }
)
"""What sets each section: a field of the content, one value or several pages; None is left out."""


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
    for name, section in SECTIONS.items():
        found: Any = getattr(content, name)
        pages = cast("tuple[Any, ...]", found if isinstance(found, tuple) else (found,))
        for page in pages:
            if page is not None:
                yield page.heading.name, section.flowables(page, look)


def _finished(data: bytes, content: ReportContent, kit: BrandKit) -> bytes:
    """True dates in place of ReportLab's fixed ones, and an identity made from the content."""
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
    return target.getvalue()
