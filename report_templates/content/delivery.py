"""Delivery metrics: every reading beside its limits, and where figures contradict answers."""

from __future__ import annotations

from engagements.assessment.contradictions import Hit, contradictions
from engagements.assessment.readings import Against, against_limits
from engagements.framework.model import Metric, Value
from engagements.records import MetricReading
from report_templates.content.base import Part, Section
from report_templates.content.basis import criteria_text
from report_templates.content.facts import Facts
from report_templates.content.measures import (
    basis_text,
    limit_text,
    named,
    ordered,
    value_text,
)
from report_templates.figures.model import Glyph
from report_templates.words import Words

VERDICTS = {
    "met": Glyph.MET,
    "not met": Glyph.NOT_MET,
    "exceeds": Glyph.NOT_MET,
    "open": Glyph.UNKNOWN,
}


class LimitText(Value):
    """One limit in words; the mark says whether the reading keeps it, None without a value."""

    glyph: Glyph | None
    text: str


class DeliveryRow(Value):
    """One reading of a metric."""

    name: str
    about: str
    now: str
    limits: tuple[LimitText, ...]
    source: str
    sample: str
    note: str


class ContradictionRow(Value):
    """What does not go together, and what to ask about it."""

    metrics: str
    criteria: str
    ask: str


class Delivery(Section):
    """The metrics; without rows ``none`` says which to read first."""

    heads: tuple[str, str, str, str, str]
    rows: tuple[DeliveryRow, ...]
    none: str
    missing: str
    parted_head: str
    parted_heads: tuple[str, str, str]
    parted: tuple[ContradictionRow, ...]
    parted_none: str
    note: str


def of(known: Facts) -> Delivery:
    """Every reading, headline metrics first."""
    say, readings = known.say, ordered(known)
    rows = tuple(_row(known, metric, one) for metric, one in readings)
    hits = [one for one in contradictions(known.snapshot, known.case) if one.metrics]
    read = {metric.id for metric, _ in readings}
    return Delivery(
        heading=known.heading(Part.DELIVERY.value, _title(known, len(read), rows)),
        heads=(
            say("summary.metric.name"),
            say("summary.metric.now"),
            say("delivery.limits"),
            say("summary.metric.source"),
            say("summary.metric.basis"),
        ),
        rows=rows,
        none="" if rows else say("delivery.none"),
        missing=_missing(known, read),
        parted_head=say("delivery.parted") if rows else "",
        parted_heads=(
            say("summary.metric.name"),
            say("evidence.criteria"),
            say("delivery.ask"),
        ),
        parted=tuple(_contradiction(known, one) for one in hits),
        parted_none=say("delivery.parted_none") if rows and not hits else "",
        note=_note(say, rows) if rows else "",
    )


def _note(say: Words, rows: tuple[DeliveryRow, ...]) -> str:
    """What the boxes mean, where there are any, and what metrics are for."""
    boxes = any(limit.glyph is not None for row in rows for limit in row.limits)
    return " ".join([say("delivery.boxes")] * boxes + [say("delivery.note")])


def _title(known: Facts, read: int, rows: tuple[DeliveryRow, ...]) -> str:
    say, total = known.say, len(known.framework.metrics)
    if not rows:
        return say("delivery.title.none")
    missed = sum(any(limit.glyph is Glyph.NOT_MET for limit in row.limits) for row in rows)
    words = say.many("delivery.title.read", read, total=total)
    if missed:
        words += say.many("delivery.title.missed", missed)
    return words


def _row(known: Facts, metric: Metric, reading: MetricReading) -> DeliveryRow:
    say = known.say
    verdicts = {id(one.limit): one for one in against_limits(metric, reading)}
    cases = len(reading.cases)
    sample = [basis_text(known, reading)]
    if cases:
        sample = [one for one in sample if one != say("summary.missing")]
        sample.append(say.many("delivery.cases", cases))
    return DeliveryRow(
        name=named(known, metric.name, reading.scope_unit),
        about=say("delivery.about", unit=metric.unit, statistic=metric.statistic),
        now=value_text(known, reading),
        limits=tuple(
            _limit(known, metric, place, verdicts.get(id(limit)))
            for place, limit in enumerate(metric.limits)
        ),
        source=say(f"summary.metric.grade.{reading.source_grade}"),
        sample=", ".join(sample),
        note=reading.note.strip(),
    )


def _limit(known: Facts, metric: Metric, place: int, verdict: Against | None) -> LimitText:
    say, limit = known.say, metric.limits[place]
    words = say("delivery.limit", level=limit.level, limit=limit_text(known, limit))
    if limit.scope != "all" and limit.scope_name:
        words = say("delivery.limit_scope", limit=words, scope=limit.scope_name)
    return LimitText(glyph=VERDICTS[verdict.verdict] if verdict else None, text=words)


def _missing(known: Facts, read: set[str]) -> str:
    say = known.say
    left = [one.name for one in known.framework.metrics if one.id not in read]
    if not left:
        return ""
    return say.many("delivery.missing", len(left), names="; ".join(left))


def _contradiction(known: Facts, hit: Hit) -> ContradictionRow:
    names = [known.framework.metric[one].name for one in hit.metrics]
    return ContradictionRow(
        metrics=named(known, "; ".join(names), hit.scope_unit),
        criteria=criteria_text(hit.criteria),
        ask=hit.ask,
    )
