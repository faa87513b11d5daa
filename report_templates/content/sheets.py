"""An engagement as tables of typed cells: answers, voices, evidence, roadmap and metrics."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from engagements.assessment.model import Consolidated
from engagements.framework.model import AnswerValue, Criterion, Value
from engagements.records import Answer, Interview, MetricReading, Person, ScopeUnit
from engagements.records.outcome import PaperSize
from engagements.records.people import ROOM
from engagements.roadmap.model import PlannedAction, PlannedTransition
from report_templates.content import evidence, measures
from report_templates.content.basis import source
from report_templates.content.facts import Facts
from report_templates.content.standing import next_level
from report_templates.figures import of_roadmap

Cell = str | int | Decimal | date | None


class Kind(StrEnum):
    """What a column holds; a cell may be empty."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    DAY = "day"


class Column(Value):
    """A column: its head, and how wide it is in characters."""

    head: str
    kind: Kind = Kind.TEXT
    width: int = 12


class Sheet(Value):
    """A table of its own; every row has a cell for every column.

    Its first ``stay`` columns stay in sight beside the others.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    stay: int = 1


class Book(Value):
    """The tables of one engagement on one day."""

    title: str
    language: str
    issued: date
    paper: PaperSize = ""
    """Empty is the brand kit's paper."""
    sheets: tuple[Sheet, ...]


TEXT, LONG, NUMBER, DAY = Kind.TEXT, Kind.LONG, Kind.NUMBER, Kind.DAY


def of(known: Facts) -> Book:
    """Every table of an engagement. Sources are roles or pseudonyms; notes are in none."""
    return Book(
        title=known.say("document.title", client=known.client or known.say("client.unnamed")),
        issued=known.issued,
        language=known.say.language,
        paper=known.settings.paper,
        sheets=(
            _answers(known),
            _voices(known),
            _evidence(known),
            _roadmap(known),
            _metrics(known),
        ),
    )


def _columns(known: Facts, *columns: tuple[str, Kind, int], **values: object) -> tuple[Column, ...]:
    say = known.say
    return tuple(
        Column(head=say(f"beside.head.{name}", **values), kind=kind, width=width)
        for name, kind, width in columns
    )


def _answers(known: Facts) -> Sheet:
    columns = _columns(
        known,
        ("criterion", TEXT, 11),
        ("dimension", TEXT, 30),
        ("level", NUMBER, 8),
        ("kind", TEXT, 16),
        ("title", LONG, 46),
        ("answer", TEXT, 18),
        ("state", TEXT, 26),
        ("grade", NUMBER, 10),
        ("grade_name", TEXT, 16),
        ("voices", NUMBER, 9),
    )
    rows = tuple(_answer(known, one) for one in known.framework.criteria)
    return Sheet(name=known.say("beside.book.answers"), columns=columns, rows=rows)


def _answer(known: Facts, criterion: Criterion) -> tuple[Cell, ...]:
    fw, found = known.framework, known.case.consolidated.get(criterion.id)
    kinds = {one.code: one.name for one in fw.types}
    labels = [one.label for one in fw.answers if found and one.code in found.reading]
    heard = bool(found and found.reading)
    return (
        criterion.id,
        fw.dimension[criterion.dimension].name,
        criterion.level,
        kinds[criterion.type],
        criterion.title,
        " / ".join(labels),
        known.say(f"beside.book.{_state(found)}"),
        found.grade if found and heard else None,
        fw.grades[found.grade].name if found and heard else "",
        len(found.voices) if found else 0,
    )


def _state(found: Consolidated | None) -> str:
    if found is None or not found.reading - {AnswerValue.UNKNOWN}:
        return "open"
    if found.judged:
        return "settled"
    return "differs" if len(found.reading) > 1 else "agreed"


def _voices(known: Facts) -> Sheet:
    columns = _columns(
        known,
        ("criterion", TEXT, 11),
        ("unit", TEXT, 20),
        ("day", DAY, 12),
        ("source", TEXT, 34),
        ("answer", TEXT, 14),
    )
    order = {one.id: place for place, one in enumerate(known.framework.criteria)}
    rows = [
        (order[one.criterion], _voice(known, one))
        for one in known.snapshot.of(Answer)
        if one.criterion in order
    ]
    rows.sort(key=lambda each: (each[0], [str(cell) for cell in each[1]]))
    return Sheet(
        name=known.say("beside.book.voices"), columns=columns, rows=tuple(row for _, row in rows)
    )


def _voice(known: Facts, answer: Answer) -> tuple[str, str, date | None, str, str]:
    snapshot, fw = known.snapshot, known.framework
    interview = snapshot.get(Interview, answer.interview)
    ids = (answer.voice,) if answer.voice != ROOM else interview.people if interview else ()
    people = [snapshot.get(Person, one) for one in ids]
    labels = {one.code: one.label for one in fw.answers}
    return (
        answer.criterion,
        _unit(known, answer.scope_unit),
        interview.day if interview else None,
        ", ".join(source(people)),
        labels[answer.value],
    )


def _unit(known: Facts, unit: str) -> str:
    found = known.snapshot.get(ScopeUnit, unit)
    return found.name if found else ""


def _evidence(known: Facts) -> Sheet:
    columns = _columns(
        known,
        ("reference", TEXT, 11),
        ("item", LONG, 50),
        ("source", TEXT, 30),
        ("grade", NUMBER, 10),
        ("grade_name", TEXT, 16),
        ("day", DAY, 12),
        ("criteria", TEXT, 26),
        ("file", TEXT, 30),
    )
    order = {one.id: place for place, one in enumerate(known.framework.criteria)}
    rows: list[tuple[Cell, ...]] = []
    for one in known.basis.evidence:
        criteria = {spoken.criterion for spoken in one.speaks_for}
        rows.append(
            (
                evidence.reference(one),
                one.title.strip() or known.say("evidence.untitled"),
                evidence.source_of(known, one),
                one.grade,
                known.framework.grades[one.grade].name,
                evidence.day_of(one, known.snapshot),
                ", ".join(sorted(criteria, key=lambda c: order.get(c, 0))),
                one.attachment.sha256 if one.attachment else "",
            )
        )
    return Sheet(name=known.say("beside.book.evidence"), columns=columns, rows=tuple(rows))


def _roadmap(known: Facts) -> Sheet:
    figures = (
        "weeks_low",
        "weeks_likely",
        "weeks_high",
        "effort_low",
        "effort_likely",
        "effort_high",
    )
    columns = _columns(
        known,
        ("level", NUMBER, 8),
        ("action", TEXT, 10),
        ("title", LONG, 46),
        ("owner", TEXT, 24),
        *((name, DAY, 15) for name in ("start", "low", "likely", "high")),
        *((name, NUMBER, 15) for name in figures),
        ("after", TEXT, 16),
        ("closes", TEXT, 22),
        ("deliverable", LONG, 46),
        ("check", LONG, 46),
    )
    rows = tuple(_action(known, step, one) for step in known.transitions for one in step.actions)
    return Sheet(name=known.say("beside.book.roadmap"), columns=columns, rows=rows, stay=3)


def _action(known: Facts, step: PlannedTransition, planned: PlannedAction) -> tuple[Cell, ...]:
    action = known.framework.action[planned.id]
    weeks, effort = planned.weeks, planned.effort
    return (
        step.to_level,
        planned.id,
        planned.title,
        of_roadmap.owner(planned, known.framework, known.say),
        planned.start,
        planned.finish_low,
        planned.finish_likely,
        planned.finish_high,
        *(round(one, 2) for one in (weeks.low, weeks.likely, weeks.high)),
        *(round(one, 2) for one in (effort.low, effort.likely, effort.high)),
        ", ".join(planned.after),
        ", ".join(planned.closes),
        action.deliverable,
        action.acceptance,
    )


def _metrics(known: Facts) -> Sheet:
    level = known.target if known.target is not None else next_level(known)
    columns = _columns(
        known,
        ("metric", LONG, 40),
        ("measure", TEXT, 14),
        ("unit", TEXT, 20),
        ("from", NUMBER, 10),
        ("to", NUMBER, 10),
        ("found", TEXT, 16),
        ("limit", TEXT, 16),
        ("source", TEXT, 22),
        ("models", NUMBER, 10),
        ("period", TEXT, 22),
        level=level,
    )
    rows = tuple(_reading(known, one, level) for one in _readings(known))
    return Sheet(name=known.say("beside.book.metrics"), columns=columns, rows=rows)


def _readings(known: Facts) -> Iterable[MetricReading]:
    order = {one.id: place for place, one in enumerate(known.framework.metrics)}
    found = [one for one in known.snapshot.of(MetricReading) if one.metric in order]
    return sorted(found, key=lambda one: order[one.metric])


def _reading(known: Facts, one: MetricReading, level: int) -> tuple[Cell, ...]:
    metric = known.framework.metric[one.metric]
    return (
        metric.name,
        metric.unit,
        _unit(known, one.scope_unit),
        None if one.not_measurable else one.low,
        None if one.not_measurable else one.high,
        measures.value_text(known, one),
        measures.limit(known, metric, level),
        known.say(f"summary.metric.grade.{one.source_grade}"),
        one.models,
        one.period,
    )
