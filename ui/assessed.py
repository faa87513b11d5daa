"""The level of the snapshot on screen, worked out once however many pages ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engagements.assessment.model import CaseAssessment
    from engagements.records.snapshot import Snapshot

_last: list[tuple[Snapshot, CaseAssessment]] = []


def assessed(snapshot: Snapshot) -> CaseAssessment:
    """The assessment of a snapshot; the last one is kept. For presenters, on the GUI thread."""
    result = known(snapshot)
    if result is None:
        from engagements.assessment.consolidate import assess_again, assess_case

        result = assess_again(snapshot, *_last[0]) if _last else assess_case(snapshot)
        keep(snapshot, result)
    return result


def known(snapshot: Snapshot) -> CaseAssessment | None:
    """The assessment of a snapshot if it is the one kept, else None."""
    return next((result for one, result in _last if one is snapshot), None)


def keep(snapshot: Snapshot, result: CaseAssessment) -> None:
    """Keep what was worked out elsewhere; on the GUI thread."""
    _last[:] = [(snapshot, result)]


def forget() -> None:
    """Let go of the last snapshot, when its engagement is closed."""
    _last.clear()
