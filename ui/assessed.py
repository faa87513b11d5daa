"""The level of the snapshot on screen, worked out once however many pages ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engagements.assessment.model import CaseAssessment
    from engagements.records.snapshot import Snapshot

_last: list[tuple[Snapshot, CaseAssessment]] = []


def assessed(snapshot: Snapshot) -> CaseAssessment:
    """The assessment of a snapshot; the last one is kept. For presenters, on the GUI thread."""
    for known, result in _last:
        if known is snapshot:
            return result
    from engagements.assessment.consolidate import assess_case

    result = assess_case(snapshot)
    _last[:] = [(snapshot, result)]
    return result


def forget() -> None:
    """Let go of the last snapshot, when its engagement is closed."""
    _last.clear()
