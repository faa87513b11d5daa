"""Makes what the Report page shows, off the GUI thread: kits, the PDF, pictures of its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engagements.language import mark, tr, trn
from ui.jobs import Progress
from ui.parts.pdf_pages import Picture, document, picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

    from engagements.records.snapshot import Snapshot
    from report_templates.brand import BrandKit
    from report_templates.content.report import ReportContent
    from ui.desk import BuildPdf

SWATCHES = ("primary", "ink", "accent", "level2", "level0")
THUMB_WIDTH = 52


@dataclass(frozen=True)
class Kit:
    """A checked brand kit, packed; ``colours`` are a few of its own for recognition."""

    name: str
    firm: str
    about: str
    colours: tuple[str, ...]
    warnings: tuple[str, ...]
    data: bytes


@dataclass(frozen=True)
class Check:
    """Something worth knowing before the report goes out; ``good`` when there is nothing to do."""

    good: bool
    title: str
    words: str


@dataclass(frozen=True)
class Made:
    """A report's PDF; ``key`` names content and kit, ``places`` each section's first page."""

    key: str
    pdf: bytes
    pages: int
    places: tuple[tuple[str, int], ...]
    checks: tuple[Check, ...]


def bundled_kits() -> tuple[Kit, ...]:
    """The kits that come with the program, the usual one first."""
    from report_templates.brand import BrandKit, bundled_names

    usual = BrandKit.bundled()
    others = (BrandKit.bundled(name) for name in bundled_names() if name != usual.name)
    return tuple(_kit(kit) for kit in (usual, *others))


def own_kits(folder: Path | None) -> tuple[Kit, ...]:
    """The kits imported in Settings; one that cannot be used any more is left out."""
    from report_templates import shelf
    from report_templates.brand import BrandKit

    found = shelf.own(folder) if folder is not None else ()
    return tuple(_kit(kit) for _, kit in found if isinstance(kit, BrandKit))


def folder_kit(folder: Path) -> Kit:
    """A kit from a folder; a Problem names every field that is wrong."""
    from report_templates.brand import BrandKit

    return _kit(BrandKit.load(folder))


def packed_kit(data: bytes) -> Kit:
    """A kit as it was kept in the engagement."""
    from report_templates.brand import BrandKit

    return _kit(BrandKit.from_bytes(data))


def _kit(kit: BrandKit) -> Kit:
    palette = kit.palette
    return Kit(
        name=kit.name,
        firm=kit.brand.firm,
        about=f"{kit.brand.heading_font}, {kit.brand.body_font}",
        colours=tuple(palette[role] for role in SWATCHES),
        warnings=kit.warnings,
        data=kit.to_bytes(),
    )


@dataclass(frozen=True)
class Order:
    """Everything a report is made from."""

    snapshot: Snapshot
    profile: str
    kit: Kit
    build: BuildPdf
    word: BuildPdf


def make(progress: Progress, order: Order, known: str = "") -> Made | None:
    """Build the report as of today; None when it would be the one named ``known``."""
    from report_templates.content import report

    progress.say(0, 0, mark("Gathering"))
    content = report.of(order.snapshot, profile=order.profile, issued=date.today())
    key = _key(content, order.kit)
    if key == known:
        return None
    progress.check()
    pdf = order.build(content, order.kit.data, progress.say, lambda: progress.cancelled)
    progress.check()
    with document(pdf) as pages:
        places = tuple(_places(pages, content))
        return Made(key, pdf, len(pages), places, checks(order.snapshot, order.kit))


def _key(content: Any, kit: Kit) -> str:
    digest = hashlib.sha256(content.model_dump_json().encode())
    digest.update(kit.data)
    return digest.hexdigest()


def checks(snapshot: Snapshot, kit: Kit) -> tuple[Check, ...]:
    """What a reader of the report might ask about."""
    from engagements.assessment.consolidate import assess_case

    result = assess_case(snapshot)
    apart, open_ones = len(result.disagreements), len(result.unknown)
    total = len(snapshot.framework.criteria)
    found = [_agreed(apart), _known(open_ones, total)]
    verified = result.level.verified
    if verified is not None and verified < result.level.low:
        title = tr(
            "Verified level {verified}, level {low}", verified=verified, low=result.level.low
        )
        found.append(Check(False, title, tr("Evidence is missing for some answers.")))
    if snapshot.engagement.target is None:
        found.append(
            Check(False, tr("No target level"), tr("Without one there is no roadmap to print."))
        )
    found.extend(Check(False, tr("Brand kit"), words) for words in kit.warnings)
    return tuple(found)


def _agreed(apart: int) -> Check:
    if not apart:
        return Check(True, tr("No disagreement"), tr("Voices agree."))
    title = trn("{n} disagreement not settled", "{n} disagreements not settled", apart)
    return Check(False, title, tr("The level is printed as a range where they matter."))


def _known(open_ones: int, total: int) -> Check:
    if not open_ones:
        return Check(True, tr("Every criterion is known"), tr("Nothing is left open."))
    title = tr("{n} of {total} criteria not known", n=open_ones, total=total)
    words = tr("They count as open; the possible level shows what they could add.")
    return Check(False, title, words)


def _places(pages: pypdfium2.PdfDocument, content: ReportContent) -> Iterator[tuple[str, int]]:
    """Sections with the page, from 0, that their first bookmark leads to."""
    from report_templates.words import words

    parts = {f"{one.number} {one.name}": one.part.value for one in content.outline}
    parts[words(content.language)("outline.contents.name")] = "contents"
    found = set[str]()
    for one in pages.get_toc():
        target, part = one.get_dest(), parts.get(one.get_title())
        at = target.get_index() if target else None
        if at is not None and part is not None and part not in found:
            found.add(part)
            yield part, at


def thumbnails(progress: Progress, pdf: bytes, told: Callable[[Picture], None]) -> None:
    """Small pictures of all pages, one after another; PDFium is free between them."""
    with document(pdf) as pages:
        count = len(pages)
    for number in range(count):
        progress.check()
        told(picture(pdf, number, THUMB_WIDTH * 2))


def export(
    progress: Progress, order: Order, made: Made | None, write: Callable[[bytes], None]
) -> None:
    """Write the report that was ``made``, or make it first."""
    ready = made or make(progress, order)
    progress.say(0, 0, mark("Writing"))
    if ready is not None:
        write(ready.pdf)


def export_as(progress: Progress, order: Order, kind: str, write: Callable[[bytes], None]) -> None:
    """Make the report as of today in another kind of file, and write it."""
    from report_templates.beside.kinds import Kind, build, content_of
    from report_templates.brand import BrandKit
    from report_templates.content import facts

    progress.say(0, 0, mark("Gathering"))
    known = facts.of(order.snapshot, profile_code=order.profile, issued=date.today())
    progress.check()
    if kind == Kind.WORD:
        content, kit = content_of(known), order.kit.data
        data = order.word(content, kit, progress.say, lambda: progress.cancelled)
    else:
        data = build(Kind(kind), known, BrandKit.from_bytes(order.kit.data))
    progress.check()
    progress.say(0, 0, mark("Writing"))
    write(data)
