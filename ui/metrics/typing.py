"""What was typed into a metric's form, and the reading it stands for."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal

from engagements.assessment.readings import span_of
from engagements.framework.model import Metric
from engagements.language import tr
from engagements.records import MetricReading
from engagements.records.base import identity
from engagements.records.outcome import MetricCase
from ui import locale
from ui.metrics.numbers import Unread, read_number, written
from ui.parts.days import read_day

CASES = 3


@dataclass(frozen=True)
class TypedCase:
    """One case as it was typed; ``value`` is typed only where dates give none."""

    label: str = ""
    began: str = ""
    ended: str = ""
    value: str = ""


@dataclass(frozen=True)
class Typed:
    """All fields of the form as text."""

    low: str = ""
    high: str = ""
    not_measurable: bool = False
    models: str = ""
    period: str = ""
    source: int = 1
    note: str = ""
    cases: tuple[TypedCase, ...] = (TypedCase(),) * CASES

    @property
    def empty(self) -> bool:
        """True when nothing at all was entered."""
        return replace(self, source=1) == Typed()

    def packed(self) -> str:
        """As text for a draft."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, text: str) -> Typed | None:
        """From a draft; None when it is none."""
        try:
            kept = json.loads(text)
            cases = tuple(TypedCase(**one) for one in kept.pop("cases"))
            found = cls(**kept, cases=cases)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None
        return found if len(cases) == CASES and found.source in (1, 2, 3) else None


class Faults(Exception):
    """What cannot be read, by field: low, high, models, case-0 and so on."""

    def __init__(self, by_field: dict[str, str]) -> None:
        super().__init__("; ".join(by_field.values()))
        self.by_field = by_field


def typed_of(reading: MetricReading | None) -> Typed:
    """A reading as text for the form."""
    if reading is None:
        return Typed()
    cases = [
        TypedCase(
            one.label,
            locale.plain_day(one.began) if one.began else "",
            locale.plain_day(one.ended) if one.ended else "",
            written(one.value),
        )
        for one in reading.cases[:CASES]
    ]
    return Typed(
        written(reading.low),
        written(reading.high),
        reading.not_measurable,
        "" if reading.models is None else str(reading.models),
        reading.period,
        reading.source_grade,
        reading.note,
        (*cases, *((TypedCase(),) * (CASES - len(cases)))),
    )


def first_id(metric: str, unit: str) -> str:
    """The id of the first reading of a metric: two people who read it independently mean one."""
    return identity(MetricReading.kind, metric, unit)


def reading_from(
    typed: Typed, metric: Metric, unit: str, known: MetricReading | None, new: str = ""
) -> MetricReading:
    """The reading that was typed; a field left as it was keeps its value to the last digit.

    ``new`` is the id of a reading that is not known yet, empty for the first one.
    """
    before, faults = typed_of(known), dict[str, str]()

    def number(field: str, kept: Decimal | None) -> Decimal | None:
        words = getattr(typed, field)
        if known is not None and words == getattr(before, field):
            return kept
        try:
            return read_number(words)
        except Unread as unread:
            faults[field] = str(unread)
            return None

    low = number("low", known.low if known else None)
    high = number("high", known.high if known else None)
    if low is not None and high is not None and low > high:
        faults["high"] = tr("The high value is below the low one.")
    models = _models(typed.models, faults)
    cases = _cases(typed, metric, known, faults)
    if faults:
        raise Faults(faults)
    return MetricReading(
        id=known.id if known else new or first_id(metric.id, unit),
        metric=metric.id,
        scope_unit=unit,
        low=low,
        high=high,
        not_measurable=typed.not_measurable,
        models=models,
        period=typed.period.strip(),
        source_grade=typed.source,
        cases=cases,
        note=typed.note,
    )


def _cases(
    typed: Typed, metric: Metric, known: MetricReading | None, faults: dict[str, str]
) -> tuple[MetricCase, ...]:
    """The cases that were typed; those the form has no room for stay."""
    kept, before = known.cases if known else (), typed_of(known).cases
    found: list[MetricCase] = []
    for place, one in enumerate(typed.cases):
        if place < len(kept) and one == before[place]:
            found.append(kept[place])
        elif one != TypedCase():
            found += _case(one, metric, f"case-{place}", faults)
    return (*found, *kept[CASES:])


def spans(typed: Typed, metric: Metric) -> tuple[str, ...]:
    """The value that each case's dates give, in words of the form; empty where they give none."""
    return tuple(_span(one, metric) for one in typed.cases)


def _span(one: TypedCase, metric: Metric) -> str:
    try:
        return written(span_between(metric, read_day(one.began), read_day(one.ended)))
    except ValueError:
        return ""


def _models(words: str, faults: dict[str, str]) -> int | None:
    plain = words.strip()
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 6):
        faults["models"] = tr("Write how many models in digits, or leave it empty.")
        return None
    return int(plain)


def _case(one: TypedCase, metric: Metric, field: str, faults: dict[str, str]) -> list[MetricCase]:
    try:
        began, ended = read_day(one.began), read_day(one.ended)
    except ValueError:
        faults[field] = tr("Write the days as 2026-12-01 or 1.12.2026.")
        return []
    if began and ended and ended < began:
        faults[field] = tr("It ended before it began.")
        return []
    try:
        value = read_number(one.value)
    except Unread as unread:
        faults[field] = str(unread)
        return []
    span = span_between(metric, began, ended)
    return [
        MetricCase(
            label=one.label.strip(),
            began=began,
            ended=ended,
            value=value if span is None else span,
        )
    ]


def span_between(metric: Metric, began: date | None, ended: date | None) -> Decimal | None:
    """The value that two days give in the metric's unit, None when they give none."""
    return span_of(metric.unit, began, ended) if began and ended else None
