"""What is already known about one question: other answers, what they hold back, the live level."""

from __future__ import annotations

from dataclasses import dataclass

from engagements.assessment.explain import HeldBack, Waiting, held_back
from engagements.assessment.model import CaseAssessment, Consolidated
from engagements.framework.model import AnswerValue, Framework
from engagements.language import mark, tr, trn
from engagements.records import Interview, Judgement
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.interview.live_level import Rung, open_criteria, rungs
from ui.parts.last_time import LastTime, last_time
from ui.parts.voices import Said, answer_label, level_words, noted_together, said_by_all

_COUNTS = (
    mark("No"),
    mark("One"),
    mark("Two"),
    mark("Three"),
    mark("Four"),
    mark("Five"),
    mark("Six"),
    mark("Seven"),
    mark("Eight"),
    mark("Nine"),
    mark("Ten"),
)
MOST_LATER = 3
"""Criteria named of those that build on one."""


@dataclass(frozen=True)
class Held:
    """One thing that waits for an answer; ``criterion`` is where Enter leads, when set."""

    title: str
    text: str
    criterion: str = ""


@dataclass(frozen=True)
class Reading:
    """Everything the context pane shows about one question."""

    others: tuple[Said, ...]
    banner: str
    settled: str
    """The judgement in words; empty without one."""
    held: tuple[Held, ...]
    rungs: tuple[Rung, ...]
    overall: str
    before: LastTime | None = None
    """What was taken as the answer at the previous assessment."""
    together: tuple[str, ...] = ()
    """Notes of interviews whose people answered one by one."""


def reading_of(
    snapshot: Snapshot, case: CaseAssessment, criterion: str, interview: Interview
) -> Reading:
    """The context of one question in one interview."""
    framework = snapshot.framework
    unit = interview.scope_unit
    found = case.units.get(unit, case.consolidated).get(criterion)
    level = case.by_unit.get(unit, case.level)
    units = case.units.get(unit, case.consolidated)
    others = said_by_all(snapshot, found, criterion, interview) if found else ()
    readings = {key: one.reading for key, one in units.items()}
    dimension = level.dimensions[framework.criterion[criterion].dimension]
    return Reading(
        others=others,
        banner=_banner(framework, others, found),
        settled=_settled(snapshot, criterion, unit),
        held=_held(framework, held_back(framework, readings, criterion)),
        rungs=rungs(framework, dimension, open_criteria(framework, dimension.code, readings)),
        overall=level_words(level.low, level.high, plus=level.plus),
        before=last_time(snapshot, criterion),
        together=noted_together(snapshot, found, criterion) if found else (),
    )


def _banner(framework: Framework, said: tuple[Said, ...], found: Consolidated | None) -> str:
    """What a difference means; empty while voices agree."""
    counted = [one for one in said if one.value is not AnswerValue.UNKNOWN]
    values = {one.value for one in counted}
    if found is None or len(values) < 2:
        return ""
    different = tr(
        "{voices} voices, {answers} different answers.",  # a voice may be everybody in a room
        voices=_count(len(counted)),
        answers=_count(len(values)).lower(),
    )
    if found.judged:
        return " ".join((different, tr("You have settled it.")))
    if len(found.reading) > 1:
        return " ".join((different, tr("A demonstration would settle it.")))
    label = answer_label(framework, next(iter(found.reading)))
    return " ".join((different, tr("The best evidence says {answer}.", answer=label.lower())))


def _count(number: int) -> str:
    return tr(_COUNTS[number]) if number < len(_COUNTS) else str(number)


def _settled(snapshot: Snapshot, criterion: str, unit: str) -> str:
    for judgement in snapshot.of(Judgement):
        if judgement.criterion == criterion and judgement.scope_unit == unit:
            stamp = snapshot.stamps.get(judgement.id)
            day = locale.day_and_month(stamp.at) if stamp else ""
            label = answer_label(snapshot.framework, judgement.value).lower()
            words = tr("Settled as {answer} on {day}") if day else tr("Settled as {answer}")
            said = words.format(answer=label, day=day)
            return f"{said}. {judgement.reason}" if judgement.reason else said
    return ""


def _held(framework: Framework, held: HeldBack) -> tuple[Held, ...]:
    """Levels that wait, then what stands on it or comes after it."""
    found: list[Held] = []
    code = framework.criterion[held.criterion].dimension
    if held.dimension:
        name = framework.dimension[code].name
        words = tr("{dimension} level {level}.", dimension=name, level=held.dimension.level)
        found.append(Held(words, _left(held.dimension)))
    if held.overall:
        words = tr("Overall level {level}.", level=held.overall.level)
        found.append(Held(words, _left(held.overall)))
    titles = {one.id: one.title for one in framework.criteria}
    bases = (
        Held(one, tr("{title}, which stands on it", title=titles[one]), one) for one in held.bases
    )
    later = (Held(one, titles[one], one) for one in held.later[:MOST_LATER])
    return (*found, *bases, *later)


def _left(waiting: Waiting) -> str:
    if waiting.last:
        return tr("It is the last open criterion.")
    others = len(waiting.others)
    return trn("{count} other open too.", "{count} others open too.", others, count=_count(others))
