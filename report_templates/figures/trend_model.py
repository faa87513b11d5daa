"""What a trend over assessments says: levels at their dates, before anything has a place."""

from __future__ import annotations

from datetime import date

from engagements.framework.model import Value
from report_templates.figures.model import Head


class TrendPoint(Value):
    """One assessment: its day as a date and in words; ``other`` when by another rule set."""

    day: date
    label: str
    other: bool = False


class TrendLevel(Value):
    """A level at one assessment, evidenced and possible, and how it is printed beside its mark."""

    low: int
    high: int
    text: str


class TrendLine(Value):
    """Levels at each point in turn, None where not assessed; ``code`` is "" for the whole."""

    code: str
    name: str
    levels: tuple[TrendLevel | None, ...]


class TrendFigure(Value):
    """The overall level and that of each dimension over time, oldest to newest.

    ``level``, ``possible`` and ``other`` are its legend, ``target_word`` names the dashed line.
    """

    heads: tuple[Head, ...]
    """Levels 0 to 4: number and name."""
    points: tuple[TrendPoint, ...]
    overall: TrendLine
    lines: tuple[TrendLine, ...]
    target: int | None
    target_word: str
    level: str
    possible: str
    other: str
    alt: str
