"""From content and brand kit to the bytes of a PDF: the same content, the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from types import MappingProxyType
from typing import Any

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from engagements.problem import Problem
from report_templates import seal, signs, text
from report_templates.archive import About, Source, finished
from report_templates.brand import BrandKit
from report_templates.content.printed import Printed
from report_templates.content.questionnaire import Questionnaire
from report_templates.content.report import ReportContent
from report_templates.page import PageCanvas, Pages, PartCanvas
from report_templates.paper import TOTAL
from report_templates.passes import Kept, Told
from report_templates.sections import (
    actions,
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
    questionnaire,
    record,
    roadmap,
    summary,
    transition,
)
from report_templates.style import Look
from report_templates.tagging import Tags
from report_templates.unsettable import at_fault
from report_templates.words import words

Progress = Callable[[str, int, int], None]
"""Called with a step ("layout", "pages" or "finish"), what is done of it, and of how much.

Of how much is 0 while nobody knows.
"""
MOST_PASSES = 5
SOURCE_IS = "Every number and sentence of this document"
COVER = "cover"
SECTIONS: Mapping[str, Any] = MappingProxyType(
    {
        "summary": summary,
        "glance": glance,
        "dimensions": dimensions,
        "roadmap": roadmap,
        "transitions": transition,
        "actions": actions,
        "delivery": delivery,
        "diagnostic": diagnostic,
        "evidence": evidence,
        "method": method,
        "progress": progress,
        "glossary": glossary,
    }
)
"""What sets each section, by its field of the content."""


@dataclass(frozen=True)
class Block:
    """What begins a page of its own: its anchor, its name in words, and what sets it.

    ``part`` is the field of a report's content that it comes from, empty in other documents.
    """

    key: str
    name: str
    flowables: Callable[[Look], list[Flowable]]
    part: str = ""


@dataclass(frozen=True)
class _Pass:
    """One pass: the PDF as ReportLab wrote it, the page of every anchor, what is content."""

    data: bytes
    pages: Mapping[str, int]
    tags: Tags


def build(content: Printed, kit: BrandKit, progress: Progress | None = None) -> bytes:
    """A document as PDF/UA-1 and PDF/A-3a; a Problem names a block that fits on no page.

    Pages are laid out until the page numbers they print have settled: at least twice. The first
    time they are only counted; later a block is made anew where page numbers change it.
    """
    tell: Progress = progress or _silent
    look = _look(content, kit)
    known: Mapping[str, int] = {}
    kept = Kept()
    for _ in range(MOST_PASSES):
        done = _laid_out(content, look.on(known), kept, tell)
        if done.pages == known:
            tell("finish", 0, 1)
            finished = _finished(done, content, kit)
            tell("finish", 1, 1)
            return finished
        known = done.pages
    raise RuntimeError(f"page numbers do not settle in {MOST_PASSES} passes")


def _look(content: Printed, kit: BrandKit) -> Look:
    return replace(
        Look.of(kit, content.language, content.paper),
        lacking=signs.lacking(content, kit),
        names=(content.client, *content.names),
    )


def section(content: ReportContent, kit: BrandKit, key: str, pages: Mapping[str, int]) -> bytes:
    """One block of a report by its key, to be looked at at once: pages without tags or seal.

    ``pages`` are the pages of blocks, with ``TOTAL``, as they were in the last whole build.
    KeyError when the report has no such block.
    """
    look = replace(_look(content, kit), pages=_Everywhere(pages))
    found = {one.key: one for one in blocks(content)}
    target = BytesIO()
    drawn = Pages(target, content, look, first=1 if key == COVER else pages.get(key, 2))
    story = _story([found[key]], lambda _, block: block.flowables(look))
    drawn.build(story, canvasmaker=PartCanvas)
    return target.getvalue()


class _Everywhere(dict[str, int]):
    """Pages of anchors, where every link has something to lead to."""

    def __contains__(self, _key: object) -> bool:
        return True


def _silent(step: str, done: int, total: int) -> None:
    del step, done, total


def _laid_out(content: Printed, look: Look, kept: Kept, tell: Progress) -> _Pass:
    """One pass; without pages that are known from another it only counts them."""
    target = BytesIO()
    pages = Pages(target, content, look)
    total, step = look.pages.get(TOTAL, 0), "pages" if look.pages else "layout"
    pages.turned = lambda page: tell(step, page, total)
    pages.keep_edits(kept.edited)
    if not look.pages:
        pages.count_only(kept.hush)
    pages.build(_story(blocks(content), partial(_reused, kept, look)), canvasmaker=PageCanvas)
    kept.restore()
    canvas: Any = pages.canv
    return _Pass(target.getvalue(), {**canvas.anchors, TOTAL: pages.page}, canvas.tags)


def _reused(kept: Kept, look: Look, place: int, block: Block) -> list[Flowable]:
    """A block's flowables, those of the pass before where page numbers leave them as they were."""

    def made(told: Told) -> list[Flowable]:
        return block.flowables(replace(look, pages=told))

    return kept.flowables(place, look.pages, made)


def _story(
    blocks: Iterable[Block], flowables: Callable[[int, Block], list[Flowable]]
) -> list[Flowable]:
    """Every block's flowables, each block on a page of its own."""
    story: list[Flowable] = [NextPageTemplate("inner")]
    for place, block in enumerate(blocks):
        if place:
            story.append(PageBreak())
        try:
            made = flowables(place, block)
        except Problem:
            raise
        except Exception as error:
            raise at_fault(block.name, block.part) from error
        for flowable in made:
            setattr(flowable, "of_block", block)  # noqa: B010 - no field of ReportLab's
            setattr(flowable, "place", place)  # noqa: B010
        story += made
    return story


def blocks(content: Printed) -> Iterator[Block]:
    """What a document is made of, in its order: sheets, or cover, contents, then each section."""
    if isinstance(content, ReportContent):
        yield from _report(content)
    elif isinstance(content, Questionnaire):
        for place, sheet in enumerate(content.roles):
            setting = partial(questionnaire.flowables, sheet, content)
            yield Block(f"sheet-{place}", sheet.name, setting)
    else:
        yield Block("record", content.title, partial(record.flowables, content))


def _report(content: ReportContent) -> Iterator[Block]:
    say = words(content.language)
    yield Block(COVER, say("outline.cover.name"), partial(cover.flowables, content), COVER)
    if content.contents:
        name = say("outline.contents.name")
        yield Block("contents", name, partial(contents.flowables, content.contents), "contents")
    for name, page in content.pages():
        setting = partial(SECTIONS[name].flowables, page)
        yield Block(page.heading.key, page.heading.name, setting, name)


def _finished(done: _Pass, content: Printed, kit: BrandKit) -> bytes:
    """A pass with its tags, true dates, the content that it was made from, and its seal."""
    about = About(
        title=text.one_line(content.title),
        author=text.one_line(kit.brand.firm),
        subject=text.one_line(content.subject),
        language=content.language,
        day=content.issued,
        identity=seal.properties(content),
    )
    source = Source(f"{content.kind}.json", SOURCE_IS, seal.content_bytes(content))
    return seal.sealed(finished(done.data, done.tags, about, source))
