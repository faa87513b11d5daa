"""Delivery metrics as read: the pair of speed and reliability first, beside the level's limits."""

from __future__ import annotations

from decimal import Decimal

from engagements.framework.model import Metric, MetricLimit, Value
from engagements.records import MetricReading
from report_templates.content.facts import Facts, unit_name
from report_templates.content.standing import next_level

SHOWN = 4
INTRODUCTION = "report.introduction"


class MetricRow(Value):
    """One reading: its value and limit in the metric's unit, which stands with the name."""

    name: str
    unit: str
    now: str
    limit: str
    source: str
    basis: str


class Measures(Value):
    """The block of metrics; without rows ``none`` says which two to read first.

    ``more`` says what is left out, by the number of rows shown (0 to all of ``rows``).
    """

    heads: tuple[str, str, str, str, str]
    rows: tuple[MetricRow, ...]
    more: tuple[str, ...]
    none: str


def of(known: Facts) -> Measures:
    """Up to four readings, headline metrics first."""
    say = known.say
    level = known.target if known.target is not None else next_level(known)
    readings = ordered(known)
    shown = range(min(SHOWN, len(readings)) + 1)
    return Measures(
        heads=(
            say("summary.metric.name"),
            say("summary.metric.now"),
            say("summary.metric.target", level=level),
            say("summary.metric.source"),
            say("summary.metric.basis"),
        ),
        rows=tuple(_row(known, metric, one, level) for metric, one in readings[:SHOWN]),
        more=tuple(_more(known, len(readings) - n) for n in shown),
        none="" if readings else _none(known),
    )


def _more(known: Facts, left: int) -> str:
    if not left:
        return ""
    slot = "summary.metric.more_one" if left == 1 else "summary.metric.more"
    return known.say(slot, Count=known.say.count(left).capitalize())


def ordered(known: Facts) -> list[tuple[Metric, MetricReading]]:
    """Readings by weight: headline metrics, those of the introduction, then all others."""
    opening = {
        target
        for statement in known.framework.seed
        if INTRODUCTION in statement.targets
        for target in statement.targets
    }
    metrics = {one.id: (place, one) for place, one in enumerate(known.framework.metrics)}
    found = [
        (*metrics[one.metric], one)
        for one in known.snapshot.of(MetricReading)
        if one.metric in metrics
    ]
    found.sort(key=lambda each: (each[1].use != "headline", each[1].id not in opening, each[0]))
    return [(metric, reading) for _, metric, reading in found]


def _row(known: Facts, metric: Metric, reading: MetricReading, level: int) -> MetricRow:
    return MetricRow(
        name=named(known, metric.name, reading.scope_unit),
        unit=metric.unit,
        now=value_text(known, reading),
        limit=limit(known, metric, level),
        source=known.say(f"summary.metric.grade.{reading.source_grade}"),
        basis=basis_text(known, reading),
    )


def named(known: Facts, name: str, scope_unit: str) -> str:
    """A name with the scope unit it stands for, where there are several."""
    unit = unit_name(known.snapshot, scope_unit)
    return f"{name}, {unit}" if unit else name


def value_text(known: Facts, reading: MetricReading) -> str:
    """A reading as printed: one figure, a range, or in words that there is none."""
    say = known.say
    if reading.not_measurable:
        return say("summary.metric.not_measurable")
    ends = [say.number(one) for one in (reading.low, reading.high) if one is not None]
    if not ends:
        return say("summary.metric.not_measured")
    if ends[0] == ends[-1]:
        return ends[0]
    return say("summary.metric.range", low=ends[0], high=ends[-1])


def limit(known: Facts, metric: Metric, level: int) -> str:
    """The limit of a level (the first one listed counts), or of the nearest level below."""
    lower = [one for one in metric.limits if one.level <= level]
    if not lower:
        return known.say("summary.metric.no_limit")
    nearest = max(one.level for one in lower)
    return limit_text(known, next(one for one in lower if one.level == nearest))


def limit_text(known: Facts, limit: MetricLimit) -> str:
    """A limit as printed: "13 or less"."""
    at_most = "under" if limit.strict else "at_most"
    form = "at_least" if limit.direction == "min" else at_most
    return known.say(f"summary.metric.{form}", value=known.say.number(Decimal(limit.value)))


def basis_text(known: Facts, reading: MetricReading) -> str:
    """What a reading rests on: models and period, a dash where neither is known."""
    say, parts = known.say, list[str]()
    if reading.models is not None:
        slot = "summary.metric.models_one" if reading.models == 1 else "summary.metric.models"
        parts.append(say(slot, n=reading.models))
    if reading.period.strip():
        parts.append(reading.period)
    return ", ".join(parts) or say("summary.missing")


def _none(known: Facts) -> str:
    headline = [one.name for one in known.framework.metrics if one.use == "headline"]
    if len(headline) < 2:
        return known.say("summary.metrics.none_bare")
    speed, reliability = (known.say.within(name) for name in headline[:2])
    return known.say("summary.metrics.none", speed=speed, reliability=reliability)
