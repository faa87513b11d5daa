"""The pages themselves: frames, header and footer, and the canvas that keeps where anchors fall."""

# ReportLab's constructors are typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Frame, PageTemplate, Paragraph
from reportlab.platypus.doctemplate import LayoutError

from engagements.language import tr
from engagements.problem import Problem
from report_templates import text, watermark
from report_templates.overflow import Loosening
from report_templates.paper import FOOTER_RULE, HEADER_RULE, TOTAL, WIDTH
from report_templates.style import Look
from report_templates.tagging import TaggedCanvas
from report_templates.text import shortened
from report_templates.unsettable import Unsettable, at_fault

if TYPE_CHECKING:
    from report_templates.content.printed import Printed

SMALL = 7.5
HEADER_BASE, FOOTER_BASE = 36.5, 26.89
"""Points to the words of the header from the upper edge, of the footer from the lower one."""
MARK = 13.0
WIDEST_HEADER = 360.0


class PageCanvas(TaggedCanvas):
    """A canvas that keeps the page of every anchor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.anchors: dict[str, int] = {}
        self._body = str(kwargs.get("initialFontName") or "")

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:
        """Choose a face; ReportLab's tables begin with one that is not embedded, ours do not."""
        name = self._body if psfontname == "Helvetica" and self._body else psfontname
        super().setFont(name, size, leading)


class PartCanvas(PageCanvas):
    """A canvas for a part of a report, to be looked at: no outline, and links lead nowhere."""

    def addOutlineEntry(self, *_entry: Any, **_more: Any) -> None:
        """A part has no outline."""

    def linkRect(self, *_link: Any, **_more: Any) -> None:
        """What it would lead to may be in another part."""


class Pages(Loosening):
    """One pass over the report's pages; ``section`` and ``part`` name what is being set."""

    def __init__(self, target: Any, content: Printed, look: Look, first: int = 1) -> None:
        """``first`` is the number of the first page; a cover is page 1."""
        brand, paper = look.kit.brand, look.paper
        super().__init__(
            target,
            pagesize=(paper.width, paper.height),
            title=text.one_line(content.title),
            author=text.one_line(brand.firm),
            subject=text.one_line(content.subject),
            creator="Plumbline",
            producer="Plumbline",
            lang=content.language,
            displayDocTitle=1,
            invariant=1,
            initialFontName=look.kit.body_face(400).name,
            pageCompression=1,
            allowSplitting=1,
        )
        self.content, self.look, self.first = content, look, first
        self._firstPageTemplateIndex = int(first > 1 or not content.covered)
        self.section = self.part = ""
        self.place = -1
        """Which of the sections is being set."""
        self.turned: Callable[[int], None] | None = None
        self._hush: Callable[[Flowable], None] | None = None
        body = Frame(
            paper.margin,
            paper.low,
            WIDTH + 0.02,
            paper.body,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        whole = Frame(
            0,
            0,
            paper.width,
            paper.height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        cover = PageTemplate(
            "cover", [whole], onPage=lambda canvas, _: self._ground(canvas, cover=True)
        )
        inner = PageTemplate("inner", [body], onPage=lambda canvas, _: self._frame(canvas))
        self.addPageTemplates([cover, inner])

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Set the next flowable; a section that can be set in no way is named in words."""
        first = flowables[0] if flowables else None
        self._enter(first)
        if self._hush is not None and first is not None:
            self._hush(first)
        try:
            super().handle_flowable(flowables)
        except LayoutError as error:
            raise Unsettable(
                tr(
                    "“{first}” in “{section}” does not fit on one page.",
                    first=_named(first),
                    section=self.section,
                ),
                tr("Shorten its text, then export again."),
                self.part,
            ) from error
        except (Problem, BrokenPipeError):  # whoever listens is gone
            raise
        except Exception as error:
            raise at_fault(self.section, self.part) from error

    def count_only(self, hush: Callable[[Flowable], None]) -> None:
        """Have nothing written: ``hush`` is called with each flowable before it is set."""
        self._hush, self._doSave = hush, 0

    def keep_edits(self, edited: Callable[[tuple[Any, ...]], None]) -> None:
        """Have ``edited`` called with what puts a flowable right that is changed on being set."""
        self._multiBuildEdits = edited

    def handle_documentBegin(self) -> None:
        """Begin with the number of the first page."""
        canvas: Any = self.canv
        canvas._pageNumber = self.first  # noqa: SLF001 - nothing public sets it
        super().handle_documentBegin()

    def _enter(self, first: Flowable | None) -> None:
        """Begin the section that a flowable is the first of."""
        block = getattr(first, "of_block", None)
        if block is not None:
            self.section, self.part = block.name, block.part
        place = getattr(first, "place", self.place)
        if place != self.place:
            canvas: Any = self.canv
            canvas.tags.begin(place)
            self.place = place

    def afterPage(self) -> None:
        """Tell who listens that one more page is done."""
        if self.turned is not None:
            self.turned(self.page)

    def _ground(self, canvas: Any, *, cover: bool = False) -> None:
        with self._of_every_page(tr("Watermark")):
            if self.content.draft:
                watermark.draw(canvas, self.look, cover=cover)

    def _frame(self, canvas: Any) -> None:
        self._ground(canvas)
        canvas.saveState()
        with self._of_every_page(tr("Header and footer")):
            with canvas.artifact("Header"):
                _header(canvas, self.content, self.look)
            with canvas.artifact("Footer"):
                _footer(canvas, self.content, self.look)
        canvas.restoreState()

    @contextmanager
    def _of_every_page(self, name: str) -> Generator[None]:
        """What stands on every page, in words: a fault in it is laid to no section."""
        try:
            yield
        except Exception:
            # ReportLab raises another of its kind in place of an error; so only its name is kept.
            self.section, self.part = name, ""
            raise


def _named(flowable: Flowable | None) -> str:
    block = getattr(flowable, "block", "")
    if block:
        return str(block)
    inner: list[Any] = getattr(flowable, "_content", None) or [flowable]
    for one in inner:
        words: str = one.getPlainText() if isinstance(one, Paragraph) else ""
        if words:
            return text.one_line(words, 60)
    return type(flowable).__name__


def _header(canvas: Any, content: Printed, look: Look) -> None:
    kit, bold, regular = look.kit, look.kit.body_face(600), look.kit.body_face(400)
    margin, base = look.paper.margin, look.paper.height - HEADER_BASE
    x = margin
    taken = 0.0
    if kit.logo:
        taken = kit.logo.draw(canvas, margin, base - 3.9, MARK, look.colour("primary"))
        x += taken + 5
    right = f"{content.document} · {content.client}"
    if not (kit.logo and kit.logo.wordmark):
        firm = shortened(kit.brand.firm, bold, SMALL, 200)
        canvas.setFont(bold.name, SMALL)
        canvas.setFillColor(HexColor(look.colour("primary")))
        canvas.drawString(x, base, firm)
        taken = x - margin + stringWidth(firm, bold.name, SMALL)
    canvas.setFont(regular.name, SMALL)
    canvas.setFillColor(HexColor(look.colour("ink2")))
    room = min(WIDEST_HEADER, WIDTH - taken - 16)
    canvas.drawRightString(margin + WIDTH, base, shortened(right, regular, SMALL, room))
    _rule(canvas, look, look.paper.height - HEADER_RULE)


def _footer(canvas: Any, content: Printed, look: Look) -> None:
    bold, regular, say = look.kit.body_face(600), look.kit.body_face(400), look.say
    base, margin = FOOTER_BASE, look.paper.margin
    _rule(canvas, look, FOOTER_RULE)
    left = shortened(look.kit.brand.confidentiality, bold, SMALL, 190)
    number = say("footer.page", page=canvas.getPageNumber(), pages=look.page_of(TOTAL))
    canvas.setFont(bold.name, SMALL)
    canvas.setFillColor(HexColor(look.colour("accent")))
    canvas.drawString(margin, base, left)
    canvas.setFillColor(HexColor(look.colour("ink")))
    canvas.drawRightString(margin + WIDTH, base, number)
    left_end = margin + stringWidth(left, bold.name, SMALL)
    right_end = margin + WIDTH - stringWidth(number, bold.name, SMALL)
    middle = shortened(content.foot(say), regular, SMALL, right_end - left_end - 16)
    canvas.setFont(regular.name, SMALL)
    canvas.setFillColor(HexColor(look.colour("ink2")))
    canvas.drawCentredString((left_end + right_end) / 2, base, middle)


def _rule(canvas: Any, look: Look, at: float) -> None:
    canvas.setStrokeColor(HexColor(look.colour("rule1")))
    canvas.setLineWidth(0.5)
    canvas.line(look.paper.margin, at, look.paper.margin + WIDTH, at)
