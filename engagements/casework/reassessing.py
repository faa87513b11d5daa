"""Assessing a client again: a new engagement that knows where the client stood before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from engagements.assessment.consolidate import assess_case
from engagements.assessment.earlier import earlier
from engagements.assessment.rules import VALUES, is_unknown, low_of
from engagements.casework.case import Case
from engagements.framework.model import LEVELS, AnswerValue
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Answer, Interview, IssuedVersion, Person, PreviousAssessment
from engagements.records.base import Record, identity
from engagements.records.outcome import CriterionBefore, DimensionBefore
from engagements.records.snapshot import Snapshot


def previous_of(snapshot: Snapshot) -> PreviousAssessment:
    """Where an engagement leaves its client, over all scope units; Problem when nobody answered."""
    result = assess_case(snapshot)
    if not result.answered:
        raise Problem(
            tr("Nothing was answered in this engagement, so nothing can be compared with it."),
            tr("Duplicate it instead, or choose another."),
        )
    engagement, level = snapshot.engagement, result.level
    return PreviousAssessment(
        title=engagement.title or engagement.scope,
        assessed=assessed_on(snapshot),
        framework=engagement.framework.sha256 if engagement.framework else "",
        low=LEVELS[level.low],
        high=LEVELS[level.high],
        verified=None if level.verified is None else LEVELS[level.verified],
        dimensions=tuple(
            DimensionBefore(dimension=code, low=LEVELS[one.low], high=LEVELS[one.high])
            for code, one in level.dimensions.items()
        ),
        criteria=tuple(
            CriterionBefore(
                criterion=key,
                value=AnswerValue.UNKNOWN
                if is_unknown(one.reading)
                else VALUES[low_of(one.reading)],
            )
            for key, one in result.consolidated.items()
        ),
    )


def history_of(snapshot: Snapshot) -> tuple[PreviousAssessment, ...]:
    """What an engagement knows of times before its own, oldest first, each with an id by its place.

    The id of the newest is free again for the assessment that follows them.
    """
    return tuple(
        one.model_copy(update={"id": identity(PreviousAssessment.kind, str(place))})
        for place, one in enumerate(earlier(snapshot))
    )


def start(source: Case, path: Path, *, author: str, passphrase: str | None = None) -> Case:
    """A new engagement at ``path`` that assesses the client of ``source`` again; returned open.

    It takes over client, scope, scope units, interviewees, target, language and brand kit, knows
    every assessment that ``source`` knows and its own, and has the framework that comes with this
    program, no dates and no answers. Problem when there is nothing to compare with, or the file
    cannot be made; then there is no new file.
    """
    snapshot = source.snapshot
    kept = snapshot.engagement
    also: tuple[Record, ...] = (
        snapshot.client,
        *snapshot.scope_units,
        *snapshot.of(Person),
        *history_of(snapshot),
        previous_of(snapshot),
    )
    return Case.create(
        path,
        client=snapshot.client.name,
        author=author,
        scope=kept.scope,
        target=kept.target,
        passphrase=passphrase,
        brand=None if kept.brand is None else source.read_blob(kept.brand),
        brand_name="brand.zip" if kept.brand is None else kept.brand.name,
        language=kept.language,
        dated=False,
        also=also,
    )


def assessed_on(snapshot: Snapshot) -> date:
    """The day of the newest issued version, else of the last interview that has answers.

    Judgements alone are of the day of the last change. ValueError where nothing was kept.
    """
    issued = [one.issued.date() for one in snapshot.of(IssuedVersion)]
    if issued:
        return max(issued)
    heard = {one.interview for one in snapshot.of(Answer)}
    days = [one.day for one in snapshot.of(Interview) if one.id in heard]
    stamped = [stamp.at.date() for stamp in snapshot.stamps.values()]
    return max(days or stamped)
