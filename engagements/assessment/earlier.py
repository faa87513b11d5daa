"""Earlier assessments of the same client, as the engagement that assesses again keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engagements.framework.model import AnswerValue
from engagements.records import PreviousAssessment
from engagements.records.snapshot import Snapshot


def earlier(snapshot: Snapshot) -> tuple[PreviousAssessment, ...]:
    """All that are known, oldest first; empty on a first assessment.

    Of two on one day the one kept last is the newer. Of a conflict the first value counts.
    """
    found: dict[str, PreviousAssessment] = {}
    for one in snapshot.of(PreviousAssessment):
        found.setdefault(one.id, one)
    return tuple(sorted(found.values(), key=lambda one: one.assessed))


def previous(snapshot: Snapshot) -> PreviousAssessment | None:
    """The newest of them, with which this assessment is compared; None on a first one."""
    known = earlier(snapshot)
    return known[-1] if known else None


@dataclass(frozen=True)
class AnswerBefore:
    """What counted as the answer to a criterion last time, over all scope units, and when.

    Of answers that differed it is the lowest; UNKNOWN where nobody was asked or could say.
    ``alike`` says whether the rule set was the same one; None where that is not known.
    """

    value: AnswerValue
    assessed: date
    alike: bool | None


def answer_before(snapshot: Snapshot, criterion: str) -> AnswerBefore | None:
    """The answer of last time; None on a first assessment, or where the criterion is a new one."""
    kept = previous(snapshot)
    if kept is None:
        return None
    value = next((one.value for one in kept.criteria if one.criterion == criterion), None)
    if value is None:
        return None
    return AnswerBefore(value, kept.assessed, scored_alike(snapshot, kept))


def scored_alike(snapshot: Snapshot, kept: PreviousAssessment) -> bool | None:
    """Whether an earlier assessment was scored by today's rule set; None where not known."""
    now = snapshot.engagement.framework
    return kept.framework == now.sha256 if kept.framework and now is not None else None
