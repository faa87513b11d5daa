"""The previous assessment beside this one: levels then, and what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engagements.assessment.earlier import earlier, previous
from engagements.assessment.model import CaseAssessment, DimensionLevel
from engagements.casework.reassessing import assessed_on
from engagements.language import tr
from engagements.records.snapshot import Snapshot
from report_templates.figures.of_assessment import touched
from ui import locale
from ui.figures.beside import Interval
from ui.figures.course import Course, Moment


@dataclass(frozen=True)
class Before:
    """Where the client stood: month and year in words, and levels overall and by dimension."""

    title: str
    level: Interval
    dimensions: Mapping[str, Interval]
    changes: Mapping[str, str]
    """By dimension, the difference as printed: "+1", "same", "−1"; "" where nothing is known."""


def before_of(snapshot: Snapshot, case: CaseAssessment | None = None) -> Before | None:
    """The newest previous assessment; None without one. With ``case`` its changes are told too."""
    found = previous(snapshot)
    if found is None:
        return None
    then = {one.dimension: Interval(one.low, one.high) for one in found.dimensions}
    now = case.level.dimensions if case is not None else {}
    return Before(
        title=month_words(found.assessed),
        level=Interval(found.low, found.high),
        dimensions=then,
        changes={
            code: change_words(then[code].low, one.low) if _asked(one) else ""
            for code, one in now.items()
            if code in then
        },
    )


def course_of(snapshot: Snapshot, case: CaseAssessment) -> Course | None:
    """All assessments in turn; None while this one and the previous are all there are."""
    known = earlier(snapshot)
    if len(known) < 2 or not case.answered:
        return None
    past = [(one.assessed, Interval(one.low, one.high)) for one in known]
    now = (assessed_on(snapshot), Interval(case.level.low, case.level.high))
    moments = tuple(
        Moment(day, level, month_words(day))
        for day, level in sorted((*past, now), key=lambda one: one[0])
    )
    words = [tr("{title}: {level}", title=one.title, level=one.level.words) for one in moments]
    return Course(moments, snapshot.engagement.target, ". ".join(words) + ".")


def _asked(level: DimensionLevel) -> bool:
    """Whether anything was said about a dimension this time."""
    return any(touched(one) for one in level.counts.values())


def change_words(then: int, now: int) -> str:
    """The difference of two levels as printed."""
    if then == now:
        return tr("same")
    return f"+{now - then}" if now > then else f"−{then - now}"


def day_words(day: date) -> str:
    """``24 November 2026``."""
    return locale.long_day(day)


def month_words(day: date) -> str:
    """``November 2026``."""
    return locale.long_month(day)
