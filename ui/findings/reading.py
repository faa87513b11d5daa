"""What Findings shows of a snapshot: the map, its counts, and everything of one criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from engagements.assessment.agreement import Agreement, Verdict, agreement
from engagements.assessment.contradictions import Hit, contradictions
from engagements.assessment.heat_map import Cell, Flag, Tile, cells, to_reconcile
from engagements.assessment.model import CaseAssessment, Consolidated
from engagements.framework.model import AnswerValue, CriterionType, Framework
from engagements.language import mark, tr, trn
from engagements.records import Answer, Evidence, Finding, Judgement
from engagements.records.base import Record
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.parts.last_time import LastTime, last_time
from ui.parts.locking import frozen_words
from ui.parts.voices import Said, answer_label, noted_together, said_by_all

FLAG_WORDS = {
    Flag.DISAGREEMENT: mark("Disagreement"),
    Flag.UNKNOWN: mark("Unknown"),
    Flag.NO_REASON: mark("No reason"),
    Flag.SAID_ONLY: mark("Said only"),
    Flag.CONTRADICTION: mark("Contradiction"),
    Flag.STALE: mark("New answers"),
}
VERDICTS = {
    Verdict.TOO_FEW: mark("too few shared criteria to say"),
    Verdict.NO_VARIATION: mark("all answers are the same"),
    Verdict.RELIABLE: mark("reliable"),
    Verdict.TENTATIVE: mark("tentative"),
    Verdict.CLARIFY: mark("ask again"),
}


@dataclass(frozen=True)
class Line:
    """One criterion on the map."""

    criterion: str
    code: str
    title: str
    level: int
    cell: Cell


@dataclass(frozen=True)
class Group:
    """One dimension with its criteria and the interval of its level."""

    code: str
    name: str
    low: int
    high: int
    lines: tuple[Line, ...]
    applies: bool = True
    """False where every criterion is not applicable: there is no level then."""

    @property
    def differs(self) -> bool:
        """Whether voices differ on any of its criteria."""
        return any(Flag.DISAGREEMENT in one.cell.flags for one in self.lines)


@dataclass(frozen=True)
class Map:
    """The heat map of one scope unit."""

    groups: tuple[Group, ...]
    levels: tuple[str, ...]
    """Names of level 1 to 4."""
    tiles: Mapping[Tile, int]
    flags: Mapping[Flag, int]
    waiting: tuple[str, ...]
    """Criteria to reconcile, the most urgent first."""
    agreement: str
    answered: int
    frozen: str
    """Why nothing may be settled; empty while it may."""


@dataclass(frozen=True)
class Shown:
    """One evidence item beside a criterion."""

    title: str
    icon: str
    grade: int
    grade_name: str
    speaks: str
    """The answer it speaks for, in words."""
    against: bool = False
    """It speaks for something else than what was found."""


@dataclass(frozen=True)
class Detail:
    """Everything about one criterion of one scope unit."""

    criterion: str
    title: str
    question: str
    level: int
    level_name: str
    key: bool
    gates: bool
    """Whether the overall level needs it; supplementary criteria shape a dimension only."""
    cell: Cell
    said: tuple[Said, ...]
    together: tuple[str, ...]
    """Notes of interviews whose people answered one by one."""
    differs: str
    evidence: tuple[Shown, ...]
    contradictions: tuple[str, ...]
    value: AnswerValue | None
    """What was settled, else None."""
    reason: str
    settled: str
    """When it was settled, and what came since; empty while it was not."""
    proposed: AnswerValue | None = field(default=None)
    """What the answers say, where they say one thing."""
    before: LastTime | None = None
    """What was taken as the answer at the previous assessment."""


def map_of(snapshot: Snapshot, case: CaseAssessment, unit: str) -> tuple[Map, tuple[Hit, ...]]:
    """The map of a scope unit, and the contradictions that hold in it."""
    framework = snapshot.framework
    hits = tuple(one for one in contradictions(snapshot, case) if one.scope_unit == unit)
    found = cells(snapshot, case, unit, hits)
    level = case.by_unit[unit]
    groups: list[Group] = []
    for dimension in framework.dimensions:
        inside = [one for one in framework.criteria if one.dimension == dimension.code]
        lines = tuple(
            Line(one.id, one.id.partition("-")[2], one.title, one.level, found[one.id])
            for one in inside
        )
        reached = level.dimensions[dimension.code]
        interval = (reached.low, reached.high)
        groups.append(
            Group(dimension.code, dimension.name, *interval, lines, applies=reached.applies)
        )
    everything = found.values()
    return Map(
        groups=tuple(groups),
        levels=tuple(one.name for one in framework.levels if one.number),
        tiles={tile: sum(one.tile is tile for one in everything) for tile in Tile},
        flags={flag: sum(flag in one.flags for one in everything) for flag in Flag},
        waiting=to_reconcile(snapshot, case, unit),
        agreement=agreement_words(agreement(snapshot)),
        answered=sum(one.tile is not Tile.UNKNOWN for one in everything),
        frozen=frozen_words(snapshot),
    ), hits


def agreement_words(found: Agreement) -> str:
    """How far interviewees agree, with the figure and on how many criteria it stands."""
    shared = trn("{n} criterion heard twice", "{n} criteria heard twice or more", found.shared)
    if found.alpha is None:
        return tr(
            "Agreement between interviewees: {verdict} ({shared})",
            verdict=tr(VERDICTS[found.verdict]),
            shared=shared,
        )
    return tr(
        "Agreement between interviewees: alpha {alpha}, {verdict} ({shared})",
        alpha=_two_places(found.alpha),
        verdict=tr(VERDICTS[found.verdict]),
        shared=shared,
    )


def summary_words(flags: Mapping[Flag, int]) -> str:
    """What is open, by the counts of the flags."""
    parts = (
        trn("{n} disagreement", "{n} disagreements", flags[Flag.DISAGREEMENT]),
        tr("{n} unknown", n=flags[Flag.UNKNOWN]),
        tr("{n} overruled without reason", n=flags[Flag.NO_REASON]),
    )
    return ", ".join(parts)


def detail_of(
    snapshot: Snapshot, case: CaseAssessment, hits: tuple[Hit, ...], unit: str, criterion: str
) -> Detail:
    """Everything the drawer shows of one criterion."""
    framework = snapshot.framework
    one, found = framework.criterion[criterion], case.units[unit][criterion]
    cell = cells(snapshot, case, unit, hits)[criterion]
    judgement = next(
        (
            each
            for each in snapshot.of(Judgement)
            if (each.criterion, each.scope_unit) == (criterion, unit)
        ),
        None,
    )
    said = said_by_all(snapshot, found, criterion)
    values = {each.value for each in said if each.value is not AnswerValue.UNKNOWN}
    reading = found.reading
    settled_alone = len(reading) == 1 and AnswerValue.UNKNOWN not in reading
    return Detail(
        criterion=criterion,
        title=one.title,
        question=one.question,
        level=one.level,
        level_name=next(each.name for each in framework.levels if each.number == one.level),
        key=one.type is CriterionType.KEY,
        gates=one.type.gates,
        cell=cell,
        said=said,
        together=noted_together(snapshot, found, criterion),
        differs=_differs(values),
        evidence=_evidence(snapshot, unit, found),
        contradictions=_asked(framework, case, hits, criterion),
        value=judgement.value if judgement else None,
        reason=judgement.reason if judgement else "",
        settled=_settled(snapshot, judgement, unit),
        proposed=next(iter(reading)) if settled_alone else None,
        before=last_time(snapshot, criterion),
    )


def place_of(record: Record) -> tuple[str, str]:
    """The scope unit and criterion a record is about; no criterion is empty."""
    if isinstance(record, Judgement | Answer):
        return record.scope_unit, record.criterion
    if isinstance(record, Finding):
        return record.scope_unit, next(iter(record.criteria), "")
    return "", ""


def _differs(values: set[AnswerValue]) -> str:
    return tr("{n} different answers", n=len(values)) if len(values) > 1 else ""


def _evidence(snapshot: Snapshot, unit: str, found: Consolidated) -> tuple[Shown, ...]:
    grades = {one.grade: one.name for one in snapshot.framework.grades}
    return tuple(
        Shown(
            title=item.title,
            icon=_icon(item),
            grade=item.grade,
            grade_name=grades[item.grade],
            speaks=answer_label(snapshot.framework, speech.value),
            against=item.id in found.contradicted and speech.value not in found.reading,
        )
        for item in snapshot.of(Evidence)
        if item.scope_unit == unit
        for speech in item.speaks_for
        if speech.criterion == found.criterion
    )


def _icon(item: Evidence) -> str:
    if item.attachment is None:
        return "link" if item.link else "eye"
    return "image" if item.attachment.media_type.startswith("image/") else "document"


def _asked(
    framework: Framework, case: CaseAssessment, hits: tuple[Hit, ...], criterion: str
) -> tuple[str, ...]:
    """What contradictions ask, each with both sides: criteria and what was found, and metrics."""
    asked: list[str] = []
    for hit in hits:
        if criterion not in hit.criteria:
            continue
        found = case.units[hit.scope_unit]
        sides = [side_words(framework, found[one]) for one in hit.criteria]
        sides += [framework.metric[one].name for one in hit.metrics if one in framework.metric]
        asked.append("\n".join([*sides, hit.ask] if len(sides) > 1 else [hit.ask]))
    return tuple(dict.fromkeys(asked))


def side_words(framework: Framework, found: Consolidated) -> str:
    """One side of a contradiction: ``MON-3.2 Yes: title``; a set of answers names each."""
    labels = [answer_label(framework, one) for one in AnswerValue if one in found.reading]
    title = framework.criterion[found.criterion].title
    return f"{found.criterion} {' / '.join(labels)}: {title}"


def _settled(snapshot: Snapshot, judgement: Judgement | None, unit: str) -> str:
    stamp = snapshot.stamps.get(judgement.id) if judgement else None
    if judgement is None or stamp is None:
        return ""
    day = _day(stamp.at.date())
    newer = sum(
        1
        for one in snapshot.of(Answer)
        if (one.criterion, one.scope_unit) == (judgement.criterion, unit)
        and one.id in snapshot.stamps
        and snapshot.stamps[one.id].at > stamp.at
    )
    if newer:
        return trn("{n} new answer since {day}", "{n} new answers since {day}", newer, day=day)
    return tr("Settled {day}", day=day)


def _day(day: date) -> str:
    return locale.day_and_month(day)


def _two_places(value: Fraction) -> str:
    return locale.number(float(value), 2)
