"""What figures say: frozen rows, spans, marks and words, before anything has a place or colour.

On a time axis places are columns of ``engagements.roadmap.axis``; ``ref`` is like ``level:2``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from engagements.framework.model import Value


class Glyph(StrEnum):
    """A mark with one meaning on every page and screen."""

    NOW = "now"
    POSSIBLE = "possible"
    VERIFIED = "verified"
    CLAIMED = "claimed"
    TARGET = "target"
    DEBT = "debt"
    DISAGREEMENT = "disagreement"
    LIKELY = "likely"
    HIGH = "high"
    RANGE = "range"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "n/a"
    UNKNOWN = "unknown"
    SAID = "grade0"
    SAID_BY_TWO = "grade1"
    SHOWN = "grade2"
    TRACE = "grade3"
    SEEN = "grade4"
    MET = "met"
    NOT_MET = "not met"
    UP = "up"
    DOWN = "down"
    SAME = "same"

    @classmethod
    def grade(cls, grade: int) -> Glyph:
        """The rising bars of an evidence grade, 0 to 4."""
        return cls(f"grade{grade}")


class LevelMark(Value):
    """A mark on a level, with its word."""

    kind: Glyph
    level: int
    word: str


class Step(Value):
    """One level: ``reached`` in the low reading, ``beyond`` the target."""

    level: int
    name: str
    reached: bool = False
    beyond: bool = False


class Ladder(Value):
    """Five steps and the marks that stand on them; ``notes`` are lines beside the lower steps."""

    steps: tuple[Step, ...]
    marks: tuple[LevelMark, ...]
    notes: tuple[str, ...] = ()
    alt: str


class CellState(StrEnum):
    """What a cell of the heat map shows."""

    REACHED = "reached"
    STARTED = "started"
    DEBT = "debt"
    OPEN = "open"
    NOT_APPLICABLE = "n/a"
    NOT_ASSESSED = "not assessed"


class Cell(Value):
    """Criteria of one dimension at one level; ``possible`` while unknowns may still reach it."""

    level: int
    state: CellState
    met: int
    total: int
    text: str
    debt: int = 0
    """Criteria here that are skipped-level debt of the whole."""
    possible: bool = False


class HeatRow(Value):
    """One dimension: levels 1 to 4 as cells, and its figures as printed on the right."""

    code: str
    name: str
    low: int
    high: int
    assessed: bool
    claimed: int | None
    """Shown in the cells only where it differs from ``low``."""
    target: int | None
    cells: tuple[Cell, ...]
    now_text: str
    claimed_text: str
    debt_text: str
    debt: int

    @property
    def placed(self) -> bool:
        """Whether it stands on a level: it was assessed, and something of it applies."""
        return self.assessed and any(cell.total for cell in self.cells)


class Head(Value):
    """A column's head: a label and a second line."""

    label: str
    about: str = ""


class Total(Value):
    """Core criteria at one level, over all dimensions: met of applicable, and the fulfilment."""

    level: int
    text: str
    share: str


class HeatMap(Value):
    """Dimensions by levels, with the overall row."""

    levels: tuple[Head, ...]
    """Heads of levels 0 to 4."""
    figures: tuple[Head, ...]
    """Heads of the three columns on the right: now, claimed, debt."""
    start: str
    not_assessed: str
    rows: tuple[HeatRow, ...]
    overall: Head
    overall_lead: str
    totals: tuple[Total, ...]
    overall_figures: tuple[str, str, str]
    target: int | None
    alt: str


class AxisColumn(Value):
    """One column of a time axis: its label, its date, and whether no work is done in it."""

    label: str
    day: str = ""
    closed: bool = False


class YearMark(Value):
    """Where a year begins on an axis (or the axis itself, for the first)."""

    at: float
    label: str


class Span(Value):
    """Likely work from ``begins`` to ``likely``, with the low and the high finish."""

    begins: float
    low: float
    likely: float
    high: float


class LaneAction(Value):
    """An action in the overview: likely dates only."""

    id: str
    title: str
    begins: float
    likely: float
    ref: str


class Lane(Value):
    """One transition in the overview. ``facts`` are the lines under its name."""

    from_level: int
    to_level: int
    name: str
    facts: tuple[str, ...]
    span: Span
    likely_text: str
    high_text: str
    actions: tuple[LaneAction, ...]
    more: str = ""
    outline: bool = False
    """Planned as an outline only: drawn hollow."""
    ref: str


class Milestone(Value):
    """A flag on the axis with its words."""

    at: float
    word: str


class RoadmapFigure(Value):
    """All transitions on one axis of months or quarters."""

    columns: tuple[AxisColumn, ...]
    years: tuple[YearMark, ...]
    lanes: tuple[Lane, ...]
    target: Milestone | None
    alt: str


class GanttRow(Value):
    """One action on a transition's timeline. ``after`` are the edges drawn, without detours."""

    id: str
    title: str
    owner: str
    owner_open: bool
    span: Span | None
    """None while there is no estimate."""
    after: tuple[str, ...]
    ref: str


class Review(Value):
    """The review that ends a transition: likely and high date with their words."""

    id: str
    title: str
    owner: str
    likely: float
    high: float
    likely_text: str
    high_text: str


class Gantt(Value):
    """A transition's timeline in weeks, months or quarters."""

    unit: Literal["weeks", "months", "quarters"]
    head: Head
    columns: tuple[AxisColumn, ...]
    rows: tuple[GanttRow, ...]
    review: Review
    to_word: str
    """With ``{id}``: where a dependency goes on the next page."""
    from_word: str
    alt: str


class TimelineRow(Value):
    """One action among all transitions; ``changed`` when its durations were set by hand."""

    id: str
    span: Span
    after: tuple[str, ...]
    """The edges drawn, by id, without detours."""
    changed: bool = False


class TimelineGroup(Value):
    """One transition: its own span, with its rows under it."""

    id: str
    level: int
    span: Span
    label: str
    """The level it leads to, with its likely date."""
    rows: tuple[TimelineRow, ...]


class Timeline(Value):
    """All transitions on one axis; ``stretches`` say from where on a column is what."""

    columns: tuple[AxisColumn, ...]
    stretches: tuple[YearMark, ...]
    groups: tuple[TimelineGroup, ...]
    alt: str


class DateTick(Value):
    """A labelled place on the axis of expected dates, in parts of its width."""

    at: float
    label: str


class DateRow(Value):
    """When one level is expected: parts of the axis' width, and the dates in words."""

    label: str
    low: float
    likely: float
    high: float
    likely_text: str
    high_text: str
    ref: str


class ExpectedDates(Value):
    """Likely and high dates of the levels up to the target."""

    ticks: tuple[DateTick, ...]
    rows: tuple[DateRow, ...]
    alt: str


class ProgressRow(Value):
    """One dimension's level before and now, None where it was not assessed."""

    code: str
    name: str
    before: int | None
    now: int | None
    glyph: Glyph
    """Up, down or no change."""
    change: str
    met_before: str
    met_now: str
    about: str
    """Which criteria moved."""


class ProgressFigure(Value):
    """Levels of two assessments side by side; ``before``, ``now`` and ``both`` are its legend."""

    levels: tuple[Head, ...]
    dimension: str
    change: str
    met: Head
    met_now: str
    rows: tuple[ProgressRow, ...]
    before: str
    now: str
    both: str
    alt: str


class BarPart(Value):
    """One share of a bar; ``level`` chooses its tone, 0 (hollow) to 4."""

    label: str
    count: int
    level: int


class ShareBar(Value):
    """A whole split into shares, largest claim first; ``bracket`` spans the first ``bracketed``."""

    parts: tuple[BarPart, ...]
    bracket: str = ""
    bracketed: int = 0
    rest: str = ""
    alt: str


class Swatch(StrEnum):
    """What a legend shows beside its words."""

    REACHED = "reached"
    STARTED = "started"
    DEBT = "debt"
    OPEN = "open"
    POSSIBLE = "possible"
    STAIRCASE = "staircase"
    CLAIMED = "claimed"
    TARGET = "target"
    BAR = "bar"
    DEPENDS = "depends"
    RANGE = "range"
    ACTION = "action"
    OUTLINE = "outline"
    CLOSED = "closed"


class LegendEntry(Value):
    """A sample and what it means."""

    swatch: Swatch
    text: str
    sample: str = ""
    """Words inside the sample, as "4/4"."""


class Legend(Value):
    """The entries of one figure, in reading order."""

    entries: tuple[LegendEntry, ...]
