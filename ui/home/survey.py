"""What the side panel says about one engagement, read from its snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from engagements.language import tr, trn
from ui import locale
from ui.home.rows import day_words
from ui.parts.outdated import outdated_words
from ui.parts.units import unit_words

if TYPE_CHECKING:
    from pathlib import Path

    from engagements.casework.issuing import Since
    from engagements.records.people import Interview
    from engagements.records.snapshot import Snapshot

MOST_WAITING = 4


@dataclass(frozen=True)
class Strip:
    """One dimension's level."""

    name: str
    low: int
    high: int
    applies: bool = True
    """False where every criterion is not applicable: there is no level then."""


@dataclass(frozen=True)
class Coming:
    """The interview that comes next, in words."""

    when: str
    about: str


@dataclass(frozen=True)
class Survey:
    """Counts, levels and what is waited for; ``low`` is None while nothing is answered."""

    low: int | None
    high: int | None
    answered: int
    total: int
    held: int
    interviews: int
    disagreements: int
    strips: tuple[Strip, ...]
    coming: Coming | None
    waiting: tuple[tuple[str, str], ...]
    """What was promised, and when it is due."""
    units: tuple[str, ...] = ()
    """What the scope units are called; empty while there is one without a name."""
    outdated: str = ""
    """That the last version issued is out of date; empty while it is not."""


def survey_file(path: Path, today: date) -> Survey:
    """Look a closed engagement over."""
    from engagements import reading
    from engagements.casework.issuing import since_issued

    with reading.opened(path) as file:
        snapshot = reading.snapshot_of(file)
        return survey(snapshot, today, since_issued(file.past, snapshot))


def survey(snapshot: Snapshot, today: date, since: Since | None = None) -> Survey:
    """Look an engagement over; scores it, so not on the GUI thread.

    ``since`` is what changed since a version of it was issued.
    """
    from engagements.assessment.consolidate import assess_case
    from engagements.records import standing

    result = assess_case(snapshot)
    held, interviews = standing.held(snapshot)
    names = {one.code: one.name for one in snapshot.framework.dimensions}
    level = result.level
    return Survey(
        low=level.low if result.answered else None,
        high=level.high if result.answered else None,
        answered=result.answered,
        total=len(snapshot.framework.criteria),
        held=held,
        interviews=interviews,
        disagreements=len(result.disagreements),
        strips=tuple(
            Strip(names[c], d.low, d.high, d.applies) for c, d in level.dimensions.items()
        ),
        coming=None if standing.status(snapshot) in standing.CLOSED else _coming(snapshot, today),
        waiting=_waiting(snapshot, today),
        units=_units(snapshot),
        outdated=outdated_words(since),
    )


def _units(snapshot: Snapshot) -> tuple[str, ...]:
    units = snapshot.scope_units
    if not any(one.name.strip() for one in units) and len(units) == 1:
        return ()
    return tuple(unit_words(one, at) for at, one in enumerate(units))


def _coming(snapshot: Snapshot, today: date) -> Coming | None:
    from engagements.records.people import Interview, InterviewState

    todo = [one for one in snapshot.of(Interview) if one.state is not InterviewState.HELD]
    if not todo:
        return None
    first = min(todo, key=lambda one: (one.day, str(one.starts or ""), one.id))
    when = day_words(first.day, today)
    if first.starts:
        when += f", {locale.time(first.starts)}"
    return Coming(when, _about(first))


def _about(interview: Interview) -> str:
    parts = [interview.title]
    if interview.agenda:
        parts.append(trn("{n} question", "{n} questions", len(interview.agenda)))
    parts.append(tr("{n} min", n=interview.minutes))
    return ", ".join(part for part in parts if part)


def _waiting(snapshot: Snapshot, today: date) -> tuple[tuple[str, str], ...]:
    from engagements.records.evidence import EvidenceRequest

    asked = [one for one in snapshot.of(EvidenceRequest) if not one.received]
    asked.sort(key=lambda one: (one.due or date.max, one.title))
    return tuple(
        (
            one.title,
            tr("due {day}", day=day_words(one.due, today)) if one.due else tr("no date"),
        )
        for one in asked[:MOST_WAITING]
    )
