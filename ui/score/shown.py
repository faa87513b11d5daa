"""What the Score page shows, as frozen values: words and levels, nothing of how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engagements.framework.model import AnswerValue
from report_templates.figures.model import Glyph, HeatRow, Ladder

State = Literal["empty", "few", "scored"]
"""Nothing answered yet, under half of the core criteria answered, or enough for a level."""


@dataclass(frozen=True)
class Rung:
    """One level of the ladder; ``share`` is its fulfilment as printed, ``sum`` how that comes."""

    level: int
    name: str
    words: str
    share: str
    sum: str


@dataclass(frozen=True)
class Mark:
    """One entry of the ladder's legend."""

    glyph: Glyph
    words: str


@dataclass(frozen=True)
class Line:
    """One criterion in a list. ``spoken`` is the whole line for a reader."""

    criterion: str
    title: str
    why: str
    value: AnswerValue | None
    """Its answer; None when nobody was asked."""
    differs: bool = False
    grade: int | None = None
    """Evidence grade, None where there is no answer that could have one."""
    grade_name: str = ""
    debt: bool = False
    number: int = 0
    """Its place in an ordered list; 0 where order says nothing."""
    before: int | None = None
    after: int | None = None

    @property
    def spoken(self) -> str:
        """The whole line in words."""
        lift = f" Level {self.before} to {self.after}." if self.before is not None else ""
        grade = f" {self.grade_name}." if self.grade_name else ""
        return f"{self.criterion} {self.title}. {self.why}{grade}{lift}"


@dataclass(frozen=True)
class Section:
    """A card of criteria; ``empty`` stands there when there are none."""

    title: str
    beside: str = ""
    lines: tuple[Line, ...] = ()
    empty: str = ""


@dataclass(frozen=True)
class DimensionRow:
    """One dimension's bar, its level in words and the criterion Enter leads to."""

    bar: HeatRow
    level: str
    spoken: str
    criterion: str


@dataclass(frozen=True)
class TableRow:
    """A row of cells below the first, which names a level or a scope unit."""

    cells: tuple[str, ...]
    level: int | None = None
    """Draws a level chip before the first cell."""
    here: bool = False
    about: str = ""
    """What does not fit, for a tooltip."""


@dataclass(frozen=True)
class Table:
    """A small table; ``note`` stands below it."""

    title: str
    beside: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    note: str = ""


@dataclass(frozen=True)
class Score:
    """Everything on the page for one snapshot."""

    state: State
    headline: str
    """"0 to 1", "1+", "2"; a count of answers while there are too few."""
    sentence: str
    answered: str
    ladder: Ladder
    rungs: tuple[Rung, ...]
    """Highest first."""
    next_rung: int
    """The level that is worked on now."""
    legend: tuple[Mark, ...]
    dimensions: tuple[DimensionRow, ...]
    claims: str
    blockers: Section
    ask: Section
    debt: Section
    flips: Section
    units: Table | None
    crosswalk: Table

    @property
    def sections(self) -> tuple[Section, ...]:
        """The lists of criteria, in reading order."""
        return (self.blockers, self.ask, self.flips, self.debt)
