"""The cover page: firm, client and state above, the ladder on a band in the brand's colour."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from report_templates import text
from report_templates.content.report import ReportContent
from report_templates.figures.paint_pdf import illustrate
from report_templates.figures.paper.ladder import ladder
from report_templates.paper import TOTAL, WIDTH, Paper
from report_templates.style import Look
from report_templates.text import shortened

LOGO_TOP, LOGO = 48.0, 30.0
FIRM = 15.0
BOX_TOP, BOX_LINE, BOX_PAD = 53.0, 11.0, 8.0
KIND_TOP, CLIENT_TOP = 168.0, 189.6
FACTS_TOP, FACT_PITCH, FACT_WIDTH = 408.0, 126.8, 113.0
BAND_TOP = 490.0
BASE, LADDER_HEIGHT = 776.0, 240.0
CAPTION_TOP, FOOTER = 783.5, 25.89
"""Points from the page's upper edge, of the footer's line from its lower one. On a lower sheet
half of what it lacks is taken above the title, half from the ladder."""
LONG, LONGEST = 40, 80
"""Characters of a client's name from which it is set smaller."""


class CoverPage(Flowable):
    """The whole first page as one flowable."""

    def __init__(self, content: ReportContent, look: Look) -> None:
        super().__init__()
        self.content, self.look = content, look
        self.block = content.cover.kind
        self.total = look.page_of(TOTAL)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """All of the page."""
        return aW, aH

    def draw(self) -> None:
        """From top to bottom; distances are from the page's top edge."""
        canvas: Any = self.canv
        canvas.anchors["cover"] = canvas.getPageNumber()
        canvas.bookmarkPage("cover")
        _firm(canvas, self.look)
        _confidentiality(canvas, self.content, self.look)
        _title(canvas, self.content, self.look)
        _facts(canvas, self.content, self.look)
        _band(canvas, self.content, self.look)
        _foot(canvas, self.look, self.total)


def flowables(content: ReportContent, look: Look) -> list[Flowable]:
    """The cover as the one flowable of its page."""
    return [CoverPage(content, look)]


def _put(
    canvas: Any, paper: Paper, para: Paragraph, x: float, *, top: float, width: float
) -> float:
    """Set a paragraph with its upper edge at ``top``; returns its lower edge."""
    _, high = para.wrap(width, paper.height)
    para.drawOn(canvas, x, paper.height - top - high)
    return top + high


def _firm(canvas: Any, look: Look) -> None:
    kit, high, margin = look.kit, look.paper.height, look.paper.margin
    x = margin
    if kit.logo:
        y = high - LOGO_TOP - LOGO
        if kit.logo.wordmark:
            canvas.translate(margin, y)
            with canvas.figure(text.one_line(kit.brand.firm), *kit.logo.size(LOGO)):
                kit.logo.draw(canvas, 0, 0, LOGO, look.colour("primary"))
            canvas.translate(-margin, -y)
            return
        x += kit.logo.draw(canvas, margin, y, LOGO, look.colour("primary")) + 10
    canvas.setFillColor(HexColor(look.colour("primary")))
    canvas.setFont(kit.heading.name, FIRM)
    name = shortened(kit.brand.firm, kit.heading, FIRM, 300 - (x - margin))
    canvas.drawString(x, high - LOGO_TOP - LOGO / 2 - FIRM * 0.36, name)


def _confidentiality(canvas: Any, content: ReportContent, look: Look) -> None:
    face, size = look.kit.body_face(600), 8.0
    lines = [look.kit.brand.confidentiality, *filter(None, [content.cover.draft])]
    shown = [shortened(line, face, size, 190) for line in lines]
    width = max(stringWidth(line, face.name, size) for line in shown) + 2 * BOX_PAD
    height = 8 + BOX_LINE * len(shown)
    paper = look.paper
    left = paper.margin + WIDTH - width
    accent = HexColor(look.colour("accent"))
    canvas.setStrokeColor(accent)
    canvas.setFillColor(accent)
    canvas.setLineWidth(0.6)
    canvas.rect(left, paper.height - BOX_TOP - height, width, height)
    canvas.setFont(face.name, size)
    for number, line in enumerate(shown):
        base = BOX_TOP + 12.2 + number * BOX_LINE
        canvas.drawString(left + BOX_PAD, paper.height - base, line)


def _title(canvas: Any, content: ReportContent, look: Look) -> None:
    cover, name = content.cover, text.one_line(content.cover.client, 160)
    paper, x, lift = look.paper, look.paper.margin, look.paper.short / 2
    kind = look.para(look.lines(cover.kind, "cover_kind", WIDTH, 1), "cover_kind")
    _put(canvas, paper, kind, x, top=KIND_TOP - lift, width=WIDTH)
    style = "cover_client"
    if len(name) > LONGEST:
        style = "cover_client_longest"
    elif len(name) > LONG:
        style = "cover_client_long"
    width = 460.0
    fitting = look.lines(name, style, width, 4 if style == "cover_client_longest" else 3)
    top = CLIENT_TOP - lift + (3.4 if style != "cover_client" else 0)
    end = _put(canvas, paper, look.para(fitting, style), x, top=top, width=width)
    standfirst = look.lines(cover.standfirst, "standfirst", 345, 3)
    _put(canvas, paper, look.para(standfirst, "standfirst"), x, top=end + 14, width=345)


def _facts(canvas: Any, content: ReportContent, look: Look) -> None:
    canvas.setStrokeColor(HexColor(look.colour("ink")))
    canvas.setLineWidth(0.7)
    paper = look.paper
    top = FACTS_TOP - paper.short / 2
    for place, fact in enumerate(content.cover.facts):
        x = paper.margin + place * FACT_PITCH
        canvas.line(x, paper.height - top, x + FACT_WIDTH, paper.height - top)
        name = look.lines(fact.label, "caption_key", FACT_WIDTH, 1)
        label = look.para(name, "caption_key", role="ink2")
        end = _put(canvas, paper, label, x, top=top + 7.5, width=FACT_WIDTH)
        value = look.lines(fact.text, "body", FACT_WIDTH, 4)
        _put(canvas, paper, look.para(value, "body"), x, top=end, width=FACT_WIDTH)


def _band(canvas: Any, content: ReportContent, look: Look) -> None:
    canvas.setFillColor(HexColor(look.colour("primary")))
    paper, margin = look.paper, look.paper.margin
    short = paper.short
    canvas.rect(0, 0, paper.width, paper.height - BAND_TOP + short / 2, stroke=0, fill=1)
    if look.kit.brand.cover_result:
        caption = look.lines(content.cover.caption, "body", WIDTH, 2)
        words = look.para(caption, "body", role="on_primary")
        more = words.wrap(WIDTH, paper.height)[1] - words.style.leading  # a second line
        scene = ladder(
            content.cover.ladder,
            WIDTH,
            LADDER_HEIGHT - short / 2 - more,
            surface="band",
            metrics=look.metrics,
        )
        canvas.saveState()
        canvas.translate(margin, paper.height - BASE + short + more)
        illustrate(canvas, scene, look.inks)
        canvas.restoreState()
        _put(canvas, paper, words, margin, top=CAPTION_TOP - short - more, width=WIDTH)


def _foot(canvas: Any, look: Look, total: str) -> None:
    face, size, margin = look.kit.body_face(400), 7.5, look.paper.margin
    canvas.setFillColor(HexColor(look.colour("on_primary")))
    canvas.setFont(face.name, size)
    number = look.say("footer.page", page=canvas.getPageNumber(), pages=total)
    with canvas.artifact("Footer"):
        canvas.drawString(margin, FOOTER, shortened(look.kit.footer_text, face, size, 380))
        canvas.drawRightString(margin + WIDTH, FOOTER, number)
