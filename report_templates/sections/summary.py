"""The executive summary, always exactly one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from report_templates.content.blockers import Blocker, Reference
from report_templates.content.measures import Measures
from report_templates.content.standing import LevelFact
from report_templates.content.summary import FirstDays, Summary
from report_templates.figures.marks import mark_scene
from report_templates.figures.model import Glyph
from report_templates.figures.paint_pdf import paint
from report_templates.figures.paper.dates import expected_dates
from report_templates.ruling import BARE
from report_templates.sections.columns import fitted
from report_templates.sections.marks import mark_word
from report_templates.sections.room import height
from report_templates.style import HALF, THIRD, WIDTH, Look, kept
from report_templates.tagged import joined
from report_templates.text import Run, shortened

BETWEEN = 16.0
HALVES = WIDTH - 2 * HALF
BAR, INSET = 1.5, 9.5
NUMERAL, NAME = 34.0, 10.5
HEAD_HEIGHT = 48.0
MARK = 1.25
"""The mark beside a numeral is drawn so much larger."""
DAY = 40.0
KEY = 52.0
NUMBER = 11.0
MEASURES, MEASURE_GAP = (190.0, 46.0, 62.0, 94.0, 101.3), 10.0


@dataclass(frozen=True)
class Set:
    """How closely the page is set: first it gives space, then rows, which it names, then lines."""

    tight: bool
    rows: int = 4
    measures: int = 4
    lines: int = 4

    @property
    def pad(self) -> float:
        """Above and below a table's cell."""
        return 2.6 if self.tight else 3.6


SETS = (
    Set(tight=False),
    Set(tight=True),
    Set(tight=True, rows=3),
    Set(tight=True, rows=3, measures=3),
    Set(tight=True, rows=3, measures=3, lines=3),
    Set(tight=True, rows=2, measures=3, lines=3),
    Set(tight=True, rows=2, measures=2, lines=3),
    Set(tight=True, rows=2, measures=2, lines=2),
    Set(tight=True, rows=2, measures=1, lines=2),
    Set(tight=True, rows=2, measures=1, lines=1),
    Set(tight=True, rows=1, measures=1, lines=1),
)
GIVEN_BACK = ("lines", "rows", "measures")
"""What a set that fits gets back as long as it still does, in this order."""


class LevelHead(Flowable):
    """A level's mark, its large numeral and its name on one line."""

    def __init__(self, fact: LevelFact, look: Look) -> None:
        super().__init__()
        self.fact, self.look = fact, look

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The width of its column."""
        del aH
        self.width, self.height = aW, HEAD_HEIGHT
        return aW, HEAD_HEIGHT

    def draw(self) -> None:
        """The mark at the left, half way up the numeral."""
        canvas: Any = self.canv
        with canvas.content("P"):
            self._paint(canvas)

    def _paint(self, canvas: Any) -> None:
        look, base = self.look, 10.0
        canvas.saveState()
        canvas.translate(0, base + 12 + 5 * MARK)
        canvas.scale(MARK, MARK)
        paint(canvas, mark_scene(self.fact.glyph), look.inks)
        canvas.restoreState()
        face = look.kit.heading
        numeral = shortened(self.fact.numeral, face, NUMERAL, self.width / 2)
        canvas.setFillColor(HexColor(look.colour("primary")))
        canvas.setFont(face.name, NUMERAL)
        canvas.drawString(20, base, numeral)
        x = 20 + stringWidth(numeral, face.name, NUMERAL) + 9
        bold = look.kit.body_face(600)
        name = shortened(self.fact.name, bold, NAME, self.width - x)
        canvas.setFillColor(HexColor(look.colour("ink")))
        canvas.setFont(bold.name, NAME)
        canvas.drawString(x, base + 8.5, name)


def flowables(content: Summary, look: Look) -> list[Flowable]:
    """The page in the roomiest set that fits; what fits in none goes on to the next page."""
    found: list[Flowable] = []
    for choice in SETS:
        found = _page(content, look, choice)
        if height(found) <= look.paper.body:
            return _filled(content, look, choice, found)
    return [kept(content.heading.name, *found)]


def _filled(content: Summary, look: Look, choice: Set, found: list[Flowable]) -> list[Flowable]:
    """The page with what it gave up and has room for after all: one thing may free much."""
    for name in GIVEN_BACK:
        while getattr(choice, name) < getattr(SETS[0], name):
            more = replace(choice, **{name: getattr(choice, name) + 1})
            trial = _page(content, look, more)
            if height(trial) > look.paper.body:
                break
            choice, found = more, trial
    return found


def _page(content: Summary, look: Look, choice: Set) -> list[Flowable]:
    tight = choice.tight
    story = look.heading(content.heading, tight=tight)
    introduction = look.lines(content.introduction, "body", WIDTH, 4)
    story += [look.para(introduction, "body"), Spacer(0, 8 if tight else 11)]
    story.append(_levels(content, look))
    if content.symptom:
        label = Run(f"{content.symptom.label}: ", bold=True)
        story += [Spacer(0, 6), look.para([label, Run(content.symptom.text)], "body")]
    story += _blockers(content, look, choice)
    story += _halves(content, look, choice)
    story.append(look.h2(content.metrics_title, tight=tight))
    story += _measures(content.metrics, look, choice)
    story += look.callout(content.decision_label, content.decision, tight=tight)
    return story


def _levels(content: Summary, look: Look) -> Table:
    columns = [_level(one, look) for one in content.levels]
    return look.columns(columns, (THIRD, THIRD, THIRD), (WIDTH - 3 * THIRD) / 2)


def _level(fact: LevelFact, look: Look) -> list[Flowable]:
    words = look.para([Run(f"{fact.lead} ", bold=True), Run(fact.text)], "body")
    found: list[Flowable] = [look.rule(THIRD), LevelHead(fact, look), words]
    if fact.verified:
        found += [Spacer(0, 2), mark_word(look, Glyph.VERIFIED, fact.verified, "caption_key")]
    return found


def _blockers(content: Summary, look: Look, choice: Set) -> list[Flowable]:
    block = content.blockers
    if not block.items:
        return [Spacer(0, 10), look.para(block.none, "body")] if block.none else []
    cells: list[Any] = []
    widths: list[float] = []
    dress: list[Any] = [*BARE]
    gap = (WIDTH - 3 * THIRD) / 2
    accent = HexColor(look.colour("accent"))
    shown = enumerate(block.items, start=1)
    for number, one in shown:
        if cells:
            cells.append(None)
            widths.append(gap)
        place = len(cells)
        dress += [
            ("LINEBEFORE", (place, 0), (place, 0), BAR, accent, "butt"),
            ("LEFTPADDING", (place, 0), (place, 0), INSET),
        ]
        wide = THIRD if len(block.items) > 1 else WIDTH
        cells.append(_blocker(one, number if len(block.items) > 1 else 0, look, choice, wide))
        widths.append(wide)
    found: list[Flowable] = [look.h2(block.title, tight=choice.tight)] if block.title else []
    found.append(Table([cells], colWidths=widths, style=TableStyle(dress), hAlign="LEFT"))
    if block.also:
        found += [Spacer(0, 4), look.para(block.also, "caption")]
    return found


def _blocker(one: Blocker, number: int, look: Look, choice: Set, wide: float) -> list[Flowable]:
    inner = wide - INSET
    words = look.lines(one.text, "body", inner, choice.lines)
    found: list[Flowable] = [_numbered(one.head, number, look, inner)]
    found += [Spacer(0, 2), look.para(words, "body"), Spacer(0, 3)]
    rows = [
        (look.say("summary.blocker.criteria"), [Reference(text=one.criteria)]),
        (look.say("summary.blocker.evidence"), one.evidence),
        (look.say("summary.blocker.actions"), one.actions),
    ]
    cells = [
        [look.para(key, "caption"), _references(references, look)]
        for key, references in rows
        if any(ref.text for ref in references)
    ]
    if cells:
        widths = [KEY, inner - KEY]
        found.append(Table(cells, colWidths=widths, style=TableStyle(BARE), hAlign="LEFT"))
    return found


def _numbered(head: str, number: int, look: Look, width: float) -> Flowable:
    """A head of at most two lines, with its number before it."""
    if not number:
        return look.para(look.lines(head, "h3", width, 2), "h3")
    room = width - NUMBER
    words = look.para(look.lines(head, "h3", room, 2), "h3")
    cells = [look.para(str(number), "h3", role="accent"), words]
    joined(*cells)
    return Table([cells], colWidths=[NUMBER, room], style=TableStyle(BARE), hAlign="LEFT")


def _references(references: Iterable[Reference], look: Look) -> Paragraph:
    runs: list[Run] = []
    ink = look.colour("ink")
    for one in references:
        if runs:
            runs.append(Run(", "))
        runs.append(Run(one.text, link=one.link, colour=ink if one.link else ""))
    return look.para(runs, "caption_key")


def _halves(content: Summary, look: Look, choice: Set) -> list[Flowable]:
    left = [_top(content.first.title, look), *_first(content.first, look, choice)]
    above = Spacer(0, 11 if choice.tight else 16)
    if not content.dates_title:
        return [above, *left]
    right: list[Flowable] = [_top(content.dates_title, look)]
    if content.dates:
        right.append(look.picture(expected_dates(content.dates, HALF, metrics=look.metrics)))
        right.append(Spacer(0, 4))
    style = "caption" if content.dates else "body"
    right.append(look.para(content.dates_note, style))
    return [above, look.columns([left, right], (HALF, HALF), HALVES)]


def _top(words: str, look: Look) -> Paragraph:
    found = look.h2(words)
    found.style.spaceBefore = 0
    return found


def _first(block: FirstDays, look: Look, choice: Set) -> list[Flowable]:
    if not block.rows:
        return [look.para(block.none, "body")]
    width = HALF - DAY
    rows: list[list[Any]] = []
    for one in block.rows[: choice.rows]:
        title = look.lines(one.title, "cell_key", width, 2)
        about = look.lines(one.about, "cell_note", width, 1)
        ink = look.colour("ink")
        name = look.para([Run(title, link=one.link, colour=ink)], "cell_key")
        rows.append([look.para(one.day, "cell_key"), [name, look.para(about, "cell_note")]])
    pad = 3 if choice.tight else 4
    ink = HexColor(look.colour("ink"))
    above = ("LINEABOVE", (0, 0), (-1, 0), 0.9, ink)
    found: list[Flowable] = [look.table(rows, (DAY, width), heads=0, pad=pad, gap=4, extra=[above])]
    more = block.more[min(choice.rows, len(block.rows))]
    if more:
        found += [Spacer(0, 3), look.para(more, "caption")]
    return found


def _measures(block: Measures, look: Look, choice: Set) -> list[Flowable]:
    if not block.rows:
        return [look.para(block.none, "body")]
    sides = ("left", "right", "right", "left", "left")
    heads: list[Any] = [
        look.para(head, "head", align=side) for head, side in zip(block.heads, sides, strict=True)
    ]
    rows: list[list[Any]] = [heads]
    for one in block.rows[: choice.measures]:
        basis = look.lines(one.basis, "cell", MEASURES[4], 2)
        name = look.lines(one.name, "cell", MEASURES[0] - 8, 2)
        measure = [Run(name), Run(f" ({one.unit})", colour=look.colour("ink2"))]
        rows.append(
            [
                look.para(measure, "cell"),
                look.para(one.now, "cell", align="right"),
                look.para(one.limit, "cell_key", align="right"),
                look.para(one.source, "cell"),
                look.para(basis, "cell"),
            ]
        )
    found: list[Flowable] = [
        look.table(rows, fitted(rows, MEASURES, MEASURE_GAP), pad=choice.pad, gap=MEASURE_GAP)
    ]
    more = block.more[min(choice.measures, len(block.rows))]
    if more:
        found += [Spacer(0, 3), look.para(more, "caption")]
    return found
