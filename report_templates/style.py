"""The report's type and tables: what a section sets its words with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from report_templates import parting, text
from report_templates.anchors import Anchor, Rule
from report_templates.brand import BrandKit
from report_templates.content.base import Heading
from report_templates.figures.metrics import Metrics
from report_templates.figures.paint_pdf import Inks, Picture, metrics_of
from report_templates.figures.scene import Scene, Weight
from report_templates.fonts import Face
from report_templates.hyphens import Hyphens
from report_templates.paper import A4, PAPERS, WIDTH, Paper
from report_templates.ruling import BARE, ruled
from report_templates.tagged import Grid, Kind, Para
from report_templates.text import Run
from report_templates.typography import SMALLEST, TYPES
from report_templates.words import Words, words

GUTTER = 20.0
HALF = 236.0
THIRD = 153.8
TITLE_WIDTH = 470.0
TITLE_LINES, MOST_TITLE_LINES = 2, 3
"""Lines of an action title at its usual size, and in all."""
LEAST_LAST = 95.0
"""Points of a title's last line; with less the lines before it give it words."""
LEAST_BETWEEN = 12.0
"""Points between two facts side by side; with less they are set smaller."""
LONGEST_LOST = 16
"""Characters of a cut text given up so that it ends with a whole word."""
Align = Literal["left", "center", "right"]
TitleFit = Literal["usual", "smaller", "cut"]
ALIGN: Mapping[Align, Literal[0, 1, 2]] = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}


@lru_cache(maxsize=1024)
def _style(name: str, face: str, colour: str, align: Align) -> ParagraphStyle:
    """What paragraphs of one dress have in common; each gets a copy of its own to change."""
    kind = TYPES[name]
    return ParagraphStyle(
        name,
        fontName=face,
        fontSize=max(kind.size, SMALLEST),
        leading=kind.leading,
        textColor=HexColor(colour),
        spaceBefore=kind.before,
        spaceAfter=kind.after,
        alignment=ALIGN[align],
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        linkUnderline=0,
    )


@dataclass(frozen=True)
class Look:
    """A kit's dress for one document. ``pages`` are the pages of anchors in the pass before.

    A build lays everything out twice with fresh flowables; in the first pass ``pages`` is empty.
    """

    kit: BrandKit
    say: Words
    pages: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    lacking: tuple[str, ...] = ()
    """Signs of the content that no face has."""
    paper: Paper = A4
    names: tuple[str, ...] = ()
    """Names of people and things, whose words are never parted."""

    @classmethod
    def of(cls, kit: BrandKit, language: str, paper: str = "") -> Look:
        """The dress for a kit, a language and a paper's code, else the kit's paper.

        Its faces are made known to ReportLab.
        """
        kit.register()
        return cls(kit.spoken(language), words(language), paper=PAPERS[paper or kit.brand.paper])

    def on(self, pages: Mapping[str, int]) -> Look:
        """The same dress, knowing the pages of anchors."""
        return replace(self, pages=MappingProxyType(dict(pages)))

    def colour(self, role: str) -> str:
        """The colour of a role as #RRGGBB."""
        return self.kit.palette[role]

    @cached_property
    def inks(self) -> Inks:
        """Colours and registered fonts for the painter of figures."""
        return Inks.of(self.kit)

    def picture(self, scene: Scene, hang: float = 0) -> Picture:
        """A scene as a flowable; ``hang`` points of it stand out into each margin."""
        return Picture(scene, self.inks, hang)

    @cached_property
    def hyphens(self) -> Hyphens:
        """Where words of the document's language are parted."""
        return Hyphens.of(self.say.language, (self.kit.brand.firm, *self.names))

    @cached_property
    def metrics(self) -> Metrics:
        """Measures of the kit's body font."""
        return metrics_of(self.kit)

    def face(self, style: str) -> Face:
        """The face that a style is set in."""
        kind = TYPES[style]
        return self.kit.heading if kind.heading else self.kit.body_face(kind.weight)

    def style(self, name: str, *, align: Align = "left", role: str = "") -> ParagraphStyle:
        """A paragraph style by its name in ``TYPES``, in another alignment or colour if asked."""
        kind = TYPES[name]
        found = ParagraphStyle.__new__(ParagraphStyle)
        colour = self.colour(role or kind.role)
        vars(found).update(vars(_style(name, self.face(name).name, colour, align)))
        return found

    def para(
        self,
        words_: str | Iterable[Run],
        style: str = "body",
        *,
        align: Align = "left",
        role: str = "",
        cap: int = text.CHUNK,
        tag: str = "",
    ) -> Para:
        """One paragraph of plain text or of runs; longer text than ``cap`` is cut with ….

        ``tag`` says what it is to a reader who cannot see, where the style does not say it.
        """
        face = self.face(style)
        if isinstance(words_, str):
            marked = text.markup(text.clean(words_, cap), face)
        else:
            bold = self.kit.heading if TYPES[style].heading else self.kit.body_face(600)
            known = (self._linked(run) for run in words_)
            colour = self.colour(role or TYPES[style].role)
            marked = text.runs_markup(known, face, bold, colour)
        return self._set(marked, style, self.style(style, align=align, role=role), tag)

    def _set(self, marked: str, style: str, dress: ParagraphStyle, tag: str = "") -> Para:
        found = Para.of(marked, dress)
        found.tag = tag or TYPES[style].tag
        found.parting, found.hyphens = TYPES[style].parting, self.hyphens
        return found

    def _linked(self, run: Run) -> Run:
        """The run, without its link while nobody knows where the anchor is."""
        return (
            run if not run.link or run.link in self.pages else Run(run.text, run.bold, run.colour)
        )

    def flow(self, words_: str, style: str = "body", cap: int = text.CAP) -> list[Flowable]:
        """Long text as paragraphs that break over pages."""
        face, dress = self.face(style), self.style(style)
        pieces = text.pieces(text.clean(words_, cap))
        return [self._set(text.markup(piece, face), style, dress) for piece in pieces]

    def lines(self, words_: str, style: str, width: float, most: int) -> str:
        """Text cut with an ellipsis so that it takes at most ``most`` lines of ``width`` points."""
        kind, shown = TYPES[style], text.one_line(words_, text.CHUNK)
        advances = self.face(style).advances
        if sum(advances.get(ord(char), 1000.0) for char in shown) * kind.size / 1000 <= width:
            return shown
        para = self._set(text.markup(shown, self.face(style)), style, self.style(style))
        if para.wrap(width, 10_000)[1] <= most * kind.leading + 0.1:
            return shown
        low, high = 0, len(shown)
        while low < high:
            middle = (low + high + 1) // 2
            trial = text.markup(f"{shown[:middle].rstrip()}…", self.face(style))
            tall = self._set(trial, style, self.style(style)).wrap(width, 10_000)[1]
            low, high = (middle, high) if tall <= most * kind.leading + 0.1 else (low, middle - 1)
        word = shown.rfind(" ", 0, low + 1)
        return f"{shown[: word if word > low - LONGEST_LOST else low].rstrip(' ,;:.')}…"

    def title_lines(self, title: str) -> int:
        """How many lines an action title takes at its usual size."""
        trial = Paragraph(text.markup(text.one_line(title), self.face("h1")), self.style("h1"))
        return round(trial.wrap(TITLE_WIDTH, 10_000)[1] / TYPES["h1"].leading)

    def title_fit(self, title: str) -> TitleFit:
        """Whether an action title is printed at its usual size, smaller, or smaller and cut."""
        if self.title_lines(title) <= TITLE_LINES:
            return "usual"
        whole = text.one_line(title)
        shown = self.lines(whole, "h1_tight", TITLE_WIDTH, MOST_TITLE_LINES)
        return "smaller" if shown == whole else "cut"

    def heading(self, head: Heading, *, tight: bool = False) -> list[Flowable]:
        """Label, action title and the anchor that outline and contents lead to.

        A title of more than two lines is set smaller, and cut after the third.
        """
        title = text.one_line(head.title)
        style = "h1_tight" if tight else "h1"
        if not tight and self.title_lines(title) > TITLE_LINES:
            style = "h1_tight"
        title = self.lines(title, style, TITLE_WIDTH, MOST_TITLE_LINES)
        label = f"{head.number} · {head.name}" if head.number else head.name
        label = self.lines(label, "label", WIDTH, 2)
        narrow = self.para(title, style)
        narrow.style.rightIndent = WIDTH - self._title_width(title, style)
        label_para = self.para(label, "label")
        label_para.style.spaceAfter = 3
        level = 1 if "." in head.number else 0
        anchor = Anchor(head.key, f"{head.number} {head.name}".strip(), level)
        return [anchor, label_para, narrow]

    def _title_width(self, title: str, style: str) -> float:
        """The usual width, or less where else one short word stood alone on the last line."""
        trial = Paragraph(text.markup(title, self.face(style)), self.style(style))
        count = 0
        for width in range(int(TITLE_WIDTH), int(TITLE_WIDTH * 0.6), -10):
            found = parting.lines(trial.breakLines([width]))
            count = count or len(found)
            if len(found) > count:
                break
            if count < 2 or width - found[-1].left >= LEAST_LAST:
                return float(width)
        return TITLE_WIDTH

    def h2(self, words_: str, *, tight: bool = False) -> Para:
        """A block's head; it stays with what follows."""
        found = self.para(words_, "h2_tight" if tight else "h2")
        found.style.keepWithNext = 1
        return found

    def rule(self, width: float = WIDTH, thickness: float = 0.9, role: str = "ink") -> Rule:
        """A line above a block (0.9 ink) or between rows (0.5 rule1)."""
        return Rule(width, thickness, self.colour(role))

    def page_of(self, key: str) -> str:
        """The page number of an anchor, "–" while it is not known."""
        found = self.pages.get(key)
        return str(found) if found else "–"

    def table(
        self,
        rows: Sequence[Sequence[Any]],
        widths: Sequence[float],
        *,
        heads: int = 1,
        names: int = 1,
        pad: float = 3.6,
        gap: float = 8.0,
        extra: Sequence[tuple[Any, ...]] = (),
        kind: Kind = "table",
        joined: Collection[int] = (),
    ) -> Grid:
        """Rows with hairlines between them and a line in ink under the repeated heads.

        No line parts the rows ``joined`` from those that follow them.

        The first cells of a row, as many as ``names``, are its heads; in a list or the contents
        the first is its label.
        """
        commands = ruled(
            len(rows),
            heads=heads,
            joined=joined,
            padding=(pad, gap),
            hair=HexColor(self.colour("rule1")),
            ink=HexColor(self.colour("ink")),
        )
        return Grid.of(
            rows,
            kind,
            heads,
            names,
            colWidths=list(widths),
            style=TableStyle([*commands, *extra]),
            hAlign="LEFT",
            spaceBefore=0,
            spaceAfter=0,
        )

    def strip(self, facts: Sequence[tuple[str, str]]) -> Table:
        """Labels with their values side by side between two lines, spread over the width."""
        style, needs = "fact", self._needs(facts, "fact")
        between = max(1, len(facts) - 1)
        if sum(needs) + LEAST_BETWEEN * between > WIDTH:
            style, needs = "fact_tight", self._needs(facts, "fact_tight")
        cells = [[self.para(key, "caption"), self.para(value, style)] for key, value in facts]
        spare = max(0.0, WIDTH - sum(needs)) / between
        widths = [need + spare for need in needs[:-1]] + needs[-1:]
        scale = min(1.0, WIDTH / sum(widths))
        dress = [
            *BARE,
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, HexColor(self.colour("ink"))),
            ("LINEBELOW", (0, 0), (-1, 0), 0.5, HexColor(self.colour("rule1"))),
            ("TOPPADDING", (0, 0), (-1, -1), 5.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6.5),
        ]
        return Table(
            [cells],
            colWidths=[width * scale for width in widths],
            style=TableStyle(dress),
            hAlign="LEFT",
        )

    def _needs(self, facts: Sequence[tuple[str, str]], style: str) -> list[float]:
        """The width of each fact, its label and its value on a line each."""
        measure, size = self.metrics.width, TYPES[style].size
        wide = (
            (measure(key, Weight.REGULAR, 7.5), measure(value, Weight.SEMIBOLD, size))
            for key, value in facts
        )
        return [max(pair) + 2 for pair in wide]

    def columns(
        self, cells: Sequence[Sequence[Flowable]], widths: Sequence[float], gap: float
    ) -> Table:
        """Blocks side by side, aligned at their tops, without lines."""
        if not cells:
            return Table([[None]], colWidths=[WIDTH], style=TableStyle(BARE), hAlign="LEFT")
        spaced: list[Any] = []
        spans: list[float] = []
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            if place:
                spaced.append(None)
                spans.append(gap)
            spaced.append(list(cell))
            spans.append(width)
        return Table([spaced], colWidths=spans, style=TableStyle(BARE), hAlign="LEFT")

    def callout(
        self, key: str, words_: str | Iterable[Run], *, tight: bool = False
    ) -> list[Flowable]:
        """A sentence on a panel with a bar in the brand colour at its left."""
        pad = 6 if tight else 8
        cell = self.para(words_, "body")
        head = self.para([Run(key, bold=True)], "body")
        head_width = min(170.0, self.metrics.width(key, HEAVY, 8.5) + 26)
        box = Table(
            [[head, cell]],
            colWidths=[head_width + 4, WIDTH - head_width - 4],
            style=TableStyle(
                [
                    *BARE,
                    ("BACKGROUND", (0, 0), (-1, -1), HexColor(self.colour("panel"))),
                    ("LINEBEFORE", (0, 0), (0, -1), 2.6, HexColor(self.colour("primary")), "butt"),
                    ("LEFTPADDING", (0, 0), (0, -1), 15),
                    ("TOPPADDING", (0, 0), (-1, -1), pad),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
                    ("RIGHTPADDING", (-1, 0), (-1, -1), 12),
                ]
            ),
            hAlign="LEFT",
        )
        return [Spacer(0, 7 if tight else 14), box]


HEAVY = Weight.SEMIBOLD


def kept(block: str, *flowables: Flowable) -> Flowable:
    """Flowables that stay on one page; ``block`` names them if they do not fit."""
    for one in flowables:
        setattr(one, "block", block)  # noqa: B010 - ReportLab's classes declare no such field
    found = KeepTogether(list(flowables))
    setattr(found, "block", block)  # noqa: B010
    return found
