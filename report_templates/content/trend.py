"""The trend over all assessments of the client: levels at their dates, as figure and table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagements.assessment.earlier import earlier
from engagements.framework.model import Value
from engagements.records import PreviousAssessment
from report_templates.content.earlier import lowest, met, rules
from report_templates.content.facts import Facts
from report_templates.figures.model import Head
from report_templates.figures.of_assessment import touched
from report_templates.figures.trend_model import TrendFigure, TrendLevel, TrendLine, TrendPoint

LEAST = 3
"""Assessments that make a trend; of two the comparison says all."""
MOST_COLUMNS = 10
"""Dimensions in one table."""


class TrendTable(Value):
    """The figure's levels in figures: a row per assessment, oldest first.

    ``whole`` when its second column is the overall level and its last the criteria met.
    """

    whole: bool
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Trend(Value):
    """What the figure shows, how it is read, and the same in tables."""

    title: str
    figure: TrendFigure
    note: str
    tables: tuple[TrendTable, ...]


@dataclass(frozen=True)
class _Point:
    """One assessment: its day, whole and dimensions, and its criteria met in words."""

    day: date
    words: str
    rules: str
    whole: TrendLevel
    dimensions: Mapping[str, TrendLevel]
    met: str


def of(known: Facts) -> Trend | None:
    """All assessments that the engagement knows, this one included once something is answered."""
    points = sorted(_points(known), key=lambda one: one.day)
    if len(points) < LEAST:
        return None
    say = known.say
    return Trend(
        title=say("trend.title"),
        figure=_figure(known, points),
        note=_note(known, points),
        tables=tuple(_tables(known, points)),
    )


def _points(known: Facts) -> Iterator[_Point]:
    for kept in earlier(known.snapshot):
        yield _before(known, kept)
    if known.scored:
        yield _now(known)


def _before(known: Facts, kept: PreviousAssessment) -> _Point:
    return _Point(
        day=kept.assessed,
        words=known.say.medium_date(kept.assessed),
        rules=rules(known, kept),
        whole=_level(known, kept.low, kept.high),
        dimensions={one.dimension: _level(known, one.low, one.high) for one in kept.dimensions},
        met=met(known, [one.value for one in kept.criteria]),
    )


def _now(known: Facts) -> _Point:
    level = known.case.level
    return _Point(
        day=known.issued,
        words=known.say("trend.now", date=known.say.medium_date(known.issued)),
        rules="same",
        whole=_level(known, level.low, level.high),
        dimensions={
            code: _level(known, one.low, one.high)
            for code, one in level.dimensions.items()
            if one.applies and any(touched(count) for count in one.counts.values())
        },
        met=met(known, [lowest(one.reading) for one in known.case.consolidated.values()]),
    )


def _level(known: Facts, low: int, high: int) -> TrendLevel:
    text = str(low) if low == high else known.say("figure.range", low=low, high=high)
    return TrendLevel(low=low, high=high, text=text)


def _figure(known: Facts, points: Sequence[_Point]) -> TrendFigure:
    say = known.say
    whole = TrendLine(
        code="", name=say("progress.fact.level"), levels=tuple(one.whole for one in points)
    )
    lines = tuple(
        TrendLine(
            code=one.code,
            name=one.name,
            levels=tuple(point.dimensions.get(one.code) for point in points),
        )
        for one in known.framework.dimensions
    )
    return TrendFigure(
        heads=tuple(Head(label=str(one.number), about=one.name) for one in known.framework.levels),
        points=tuple(
            TrendPoint(day=one.day, label=say.medium_date(one.day), other=one.rules == "changed")
            for one in points
        ),
        overall=whole,
        lines=lines,
        target=known.target,
        target_word=say("figure.mark.target"),
        level=say("trend.level"),
        possible=say("trend.possible"),
        other=say("trend.other"),
        alt=_alt(known, points, whole, lines),
    )


def _alt(
    known: Facts, points: Sequence[_Point], whole: TrendLine, lines: Sequence[TrendLine]
) -> str:
    """The whole at each assessment and how many dimensions moved; the table has the rest."""
    say = known.say
    first, last = (say.date(points[at].day) for at in (0, -1))
    moved = [_moved(line) for line in lines]
    words = [
        say("trend.alt", count=say.count(len(points)), first=first, last=last),
        say(
            "trend.alt_line",
            name=whole.name,
            levels=", ".join(_spoken(known, one.whole) for one in points),
        ),
        say(
            "trend.alt_moved",
            up=sum(one > 0 for one in moved),
            down=sum(one < 0 for one in moved),
        ),
    ]
    if known.target is not None:
        words.append(say("trend.alt_target", level=known.target))
    return " ".join(words)


def _moved(line: TrendLine) -> int:
    """Levels from the first time that a dimension was assessed to the last."""
    known = [one.low for one in line.levels if one is not None]
    return known[-1] - known[0] if known else 0


def _spoken(known: Facts, level: TrendLevel) -> str:
    if level.low == level.high:
        return level.text
    return known.say("trend.span", low=level.low, high=level.high)


def _note(known: Facts, points: Sequence[_Point]) -> str:
    words = [known.say("trend.note")]
    for way in ("changed", "unknown"):
        n = sum(one.rules == way for one in points)
        if n:
            words.append(known.say.many(f"trend.note_{way}", n))
    return " ".join(words)


def _tables(known: Facts, points: Sequence[_Point]) -> Iterator[TrendTable]:
    """The whole with the first dimensions, then the others, where one table does not hold all."""
    say, codes = known.say, [one.code for one in known.framework.dimensions]
    day, overall, count = (say(f"trend.head.{one}") for one in ("day", "overall", "met"))
    yield TrendTable(
        whole=True,
        heads=(day, overall, *codes[:MOST_COLUMNS], count),
        rows=tuple(
            (one.words, one.whole.text, *_texts(known, one, codes[:MOST_COLUMNS]), one.met)
            for one in points
        ),
    )
    for at in range(MOST_COLUMNS, len(codes), MOST_COLUMNS):
        some = codes[at : at + MOST_COLUMNS]
        yield TrendTable(
            whole=False,
            heads=(day, *some),
            rows=tuple((one.words, *_texts(known, one, some)) for one in points),
        )


def _texts(known: Facts, point: _Point, codes: Sequence[str]) -> Iterator[str]:
    """Levels of these dimensions as printed, a dash where not assessed."""
    for code in codes:
        level = point.dimensions.get(code)
        yield known.say("summary.missing") if level is None else level.text
