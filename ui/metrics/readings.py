"""What the list of metrics says: each metric of the framework with what was read of it."""

from __future__ import annotations

from decimal import Decimal

from engagements.assessment.contradictions import Hit
from engagements.assessment.readings import Against, against_limits
from engagements.framework.model import Metric, MetricLimit
from engagements.language import mark, tr, trn
from engagements.records import MetricReading
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.metrics.numbers import written
from ui.widgets.ledger import Cell, Head, Line

HEADS = (
    Head(mark("Metric")),
    Head(mark("Reading"), 132, 112),
    Head(mark("Source"), 154, 118),
    Head(mark("Models, period"), 130, 108, spare=True),
    Head(mark("Against answers"), 142, 142),
)
SOURCES = {
    1: mark("Estimate"),
    2: mark("Record shown"),
    3: mark("Measured"),
}
MEANINGS = {
    1: mark("Somebody's estimate."),
    2: mark("A record was shown that it was counted from."),
    3: mark("A system measures it."),
}
VERDICTS = {
    "met": (mark("met"), "check", "ok"),
    "not met": (mark("not met"), "close", "ink_2"),
    "exceeds": (mark("exceeds it"), "close", "ink_2"),
    "open": (mark("the range reaches across it"), "info", "ink_2"),
}
DASH = "–"


def readings_of(snapshot: Snapshot, metric: str, unit: str) -> tuple[MetricReading, ...]:
    """What was read of a metric in one scope unit, in the order it was kept."""
    found = snapshot.of(MetricReading)
    return tuple(one for one in found if (one.metric, one.scope_unit) == (metric, unit))


def reading_of(snapshot: Snapshot, metric: str, unit: str) -> MetricReading | None:
    """What was read of a metric in one scope unit; the first where there are several."""
    return next(iter(readings_of(snapshot, metric, unit)), None)


def choice_words(reading: MetricReading, number: int) -> str:
    """A reading in a choice of several: its period, else the day of its last case, and its value.

    ``number`` counts from 1 and stands for a reading that names neither.
    """
    days = [day for one in reading.cases for day in (one.began, one.ended) if day is not None]
    when = reading.period or (locale.day(max(days)) if days else tr("Reading {n}", n=number))
    return tr("{when}: {value}", when=when, value=value_words(reading))


def value_words(reading: MetricReading | None) -> str:
    """A reading: "3 to 6", "not measurable", a dash."""
    if reading is None:
        return DASH
    if reading.not_measurable:
        return tr("not measurable")
    ends = [one for one in (reading.low, reading.high) if one is not None]
    if not ends:
        return DASH
    if ends[0] == ends[-1]:
        return written(ends[0])
    return tr("{low} to {high}", low=written(ends[0]), high=written(ends[-1]))


def lines(
    snapshot: Snapshot, unit: str, hits: tuple[Hit, ...], words: str = ""
) -> tuple[Line, ...]:
    """All metrics, in the framework's order; searched by words of name, unit and id."""
    parts = words.casefold().split()
    return tuple(
        _line(snapshot, one, unit, hits)
        for one in snapshot.framework.metrics
        if all(part in f"{one.id} {one.name} {one.unit}".casefold() for part in parts)
    )


def _line(snapshot: Snapshot, metric: Metric, unit: str, hits: tuple[Hit, ...]) -> Line:
    found = readings_of(snapshot, metric.id, unit)
    reading = next(iter(found), None)
    value = value_words(reading)
    known = value != DASH
    count = len(hits_of(hits, metric.id, unit))
    flag = Cell("")
    if count:
        said = trn("{n} contradiction", "{n} contradictions", count)
        flag = Cell(said, icon="disagreement", tone="attn")
    models = ""
    if reading is not None and reading.models is not None:
        models = trn("{n} model", "{n} models", reading.models)
    headline = tr("{id}, read first", id=metric.id) if metric.use == "headline" else metric.id
    if len(found) > 1:
        many = trn("{n} reading", "{n} readings", len(found))
        headline = tr("{id}, {readings}", id=headline, readings=many)
    return Line(
        metric.id,
        (
            Cell(metric.name, headline, weight=600),
            Cell(
                value, metric.unit, tone="ink" if known else "ink_2", weight=600 if known else None
            ),
            Cell(tr(SOURCES[reading.source_grade]) if reading else DASH),
            Cell(models or DASH, reading.period if reading else ""),
            flag,
        ),
    )


def hits_of(hits: tuple[Hit, ...], metric: str, unit: str) -> tuple[Hit, ...]:
    """The contradictions of one metric in one scope unit."""
    return tuple(one for one in hits if one.scope_unit == unit and metric in one.metrics)


def limit_words(metric: Metric, limit: MetricLimit) -> str:
    """A limit in words: "Level 3: at most 6 weeks"."""
    form = tr("at least {value} {unit}")
    if limit.direction == "max":
        form = tr("under {value} {unit}") if limit.strict else tr("at most {value} {unit}")
    value = form.format(value=written(Decimal(limit.value)), unit=metric.unit)
    scope = f" ({limit.scope_name})" if limit.scope != "all" and limit.scope_name else ""
    return tr("Level {level}: {limit}{scope}", level=limit.level, limit=value, scope=scope)


def standings(
    metric: Metric, reading: MetricReading | None
) -> tuple[tuple[MetricLimit, Against | None], ...]:
    """Each limit of a metric with what the reading says about it, None while nothing is read."""
    found = against_limits(metric, reading) if reading else ()
    return tuple(
        (limit, found[number] if found else None) for number, limit in enumerate(metric.limits)
    )
