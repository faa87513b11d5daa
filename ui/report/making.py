"""Makes what the Report page shows, off the GUI thread: kits, the PDF, pictures of its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engagements.language import mark
from ui.jobs import Progress
from ui.parts.pdf_pages import Picture, document, picture
from ui.report.gathering import gathered

if TYPE_CHECKING:
    import pypdfium2

    from engagements.records.outcome import ReportSettings
    from engagements.records.snapshot import Snapshot
    from report_templates.brand import BrandKit
    from report_templates.content.report import ReportContent
    from report_templates.preflight.model import Check
    from ui.desk import BuildPdf, BuildSection

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
class Made:
    """A report's PDF; ``key`` names content and kit, ``places`` each section's first page."""

    key: str
    pdf: bytes
    pages: int
    places: tuple[tuple[str, int], ...]
    checks: tuple[Check, ...]
    blocks: tuple[tuple[str, int], ...] = ()
    """The first page, from 0, of each block by its key, in their order."""
    empty: frozenset[str] = frozenset()
    """Sections that were asked for and had nothing to say."""


@dataclass(frozen=True)
class Piece:
    """A block redrawn alone: its PDF, and the page of the report that its first page stands for."""

    pdf: bytes
    first: int
    pages: int

    def has(self, page: int) -> bool:
        """True if it shows that page of the report, from 0."""
        return self.first <= page < self.first + self.pages


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


def own_kit(folder: Path, name: str) -> Kit:
    """One of them by its name; a Problem says why it cannot be used."""
    from report_templates import shelf

    return _kit(shelf.kept(folder, name))


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
    section: BuildSection | None = None
    gather: Callable[[Snapshot, str], ReportContent] = gathered


def make(progress: Progress, order: Order, known: str = "") -> Made | None:
    """Build the report as of today; None when it would be the one named ``known``."""
    from report_templates.brand import BrandKit
    from report_templates.preflight.looking import look

    progress.say(0, 0, mark("Gathering"))
    content = order.gather(order.snapshot, order.profile)
    key = _key(content, order.kit)
    if key == known:
        return None
    progress.check()
    pdf = order.build(content, order.kit.data, progress.say, lambda: progress.cancelled)
    progress.check()
    with document(pdf) as pages:
        places, said = tuple(_places(pages, _parts(content))), _said(pages)
        blocks = (("cover", 0), *_places(pages, _keys(content)))
        count = len(pages)
    checks = look(order.snapshot, content, BrandKit.from_bytes(order.kit.data), said)
    return Made(key, pdf, count, places, checks, blocks, _empty(order, places))


def _empty(order: Order, places: Sequence[tuple[str, int]]) -> frozenset[str]:
    """The sections that were asked for and are on no page."""
    from engagements.records.outcome import ReportSettings
    from report_templates.profiles import PROFILES

    settings = next(iter(order.snapshot.of(ReportSettings)), ReportSettings())
    asked = {part.value for part in PROFILES[order.profile].parts}
    return frozenset(asked - set(settings.left_out) - {"cover", *dict(places)})


def piece(progress: Progress, order: Order, made: Made, page: int) -> Piece | None:
    """The block on a page of the report as it would be now.

    None when nothing of the report has changed, or that block is no longer in it.
    """
    from report_templates.paper import TOTAL

    found = next((one for one in reversed(made.blocks) if one[1] <= page), None)
    content = order.gather(order.snapshot, order.profile)
    if order.section is None or found is None or _key(content, order.kit) == made.key:
        return None
    key, first = found
    if key not in ("cover", *_keys(content).values()):
        return None
    progress.check()
    pages = {TOTAL: made.pages, **{one: at + 1 for one, at in made.blocks}}
    pdf = order.section(content, order.kit.data, key, pages, lambda: progress.cancelled)
    with document(pdf) as drawn:
        return Piece(pdf, first, min(len(drawn), _room(made, first)))


def _room(made: Made, first: int) -> int:
    """How many pages the block that begins there had."""
    after = (at for _, at in (*made.blocks, ("", made.pages)) if at > first)
    return next(after, made.pages) - first


def _key(content: Any, kit: Kit) -> str:
    digest = hashlib.sha256(content.model_dump_json().encode())
    digest.update(kit.data)
    return digest.hexdigest()


def _said(pages: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """The words of every page between header and footer; the cover has neither."""
    from report_templates.paper import FOOTER_RULE, HEADER_RULE

    found: list[str] = []
    for at, page in enumerate(pages):
        words = page.get_textpage()
        top = page.get_height() - HEADER_RULE
        body = {"bottom": FOOTER_RULE, "top": top} if at else {}
        found.append(words.get_text_bounded(**body))
        words.close()
        page.close()
    return tuple(found)


def _parts(content: ReportContent) -> dict[str, str]:
    """The section that each bookmark of a report belongs to."""
    from report_templates.words import words

    parts = {f"{one.number} {one.name}": one.part.value for one in content.outline}
    parts[words(content.language)("outline.contents.name")] = "contents"
    return parts


def _keys(content: ReportContent) -> dict[str, str]:
    """The block that each bookmark of a report begins, by its key."""
    from report_templates.words import words

    alone = {page.heading.key for _, page in content.pages()}
    keys = {f"{one.number} {one.name}": one.key for one in content.outline if one.key in alone}
    if content.contents:
        keys[words(content.language)("outline.contents.name")] = "contents"
    return keys


def _places(pages: pypdfium2.PdfDocument, parts: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """What each bookmark is of, with the page, from 0, that the first of them leads to."""
    found = set[str]()
    for one in pages.get_toc():
        target, part = one.get_dest(), parts.get(one.get_title())
        at = target.get_index() if target else None
        if at is not None and part is not None and part not in found:
            found.add(part)
            yield part, at


@dataclass(frozen=True)
class Final:
    """A version as it goes out: its PDF, and the content it was made from as JSON."""

    version: str
    profile: str
    pdf: bytes
    content: bytes
    pages: int
    revisions: int


def final(progress: Progress, order: Order) -> Final:
    """Build the report as of today without the mark of a draft."""
    from report_templates import seal
    from report_templates.content import report

    progress.say(0, 0, mark("Gathering"))
    content = report.of(order.snapshot, profile=order.profile, issued=date.today(), draft=False)
    progress.check()
    pdf = order.build(content, order.kit.data, progress.say, lambda: progress.cancelled)
    progress.check()
    with document(pdf) as pages:
        count = len(pages)
    return Final(
        version=content.version.strip(),
        profile=order.profile,
        pdf=pdf,
        content=seal.content_bytes(content),
        pages=count,
        revisions=order.snapshot.revisions,
    )


def opened(pdf: bytes) -> Made:
    """A version that went out, to be looked at; nothing is checked any more."""
    with document(pdf) as pages:
        places = tuple(_places(pages, _carried(pages)))
        return Made(hashlib.sha256(pdf).hexdigest(), pdf, len(pages), places, ())


def _carried(pages: pypdfium2.PdfDocument) -> dict[str, str]:
    """The section of each bookmark, from the content a PDF carries; none if it is unreadable."""
    from report_templates.content.report import ReportContent

    if not pages.count_attachments():
        return {}
    said = bytes(pages.get_attachment(0).get_data())
    try:
        return _parts(ReportContent.model_validate_json(said))
    except ValueError:  # of another format
        return {}


def changes(before: bytes, after: bytes) -> tuple[str, ...]:
    """What one version says otherwise than the one before, in words."""
    from report_templates.content import changed

    return changed.between(before, after)


def proposed_name(snapshot: Snapshot, settings: ReportSettings, *, draft: bool) -> str:
    """What the PDF would be called, issued today."""
    from report_templates.naming import Naming, file_stem
    from report_templates.words import languages

    wanted = settings.language or snapshot.engagement.language
    language = wanted if wanted in languages() else "en"
    client, today = snapshot.client.name, date.today()
    naming = Naming(client, settings.version, today, language, draft)
    return f"{file_stem(naming, settings.file_name)}.pdf"


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
