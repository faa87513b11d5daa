"""Earlier assessments of the same client, as the engagement that assesses again keeps them."""

from __future__ import annotations

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
