"""Who gave a piece of evidence, where a request says so."""

from __future__ import annotations

from engagements.records.evidence import Evidence, EvidenceRequest
from engagements.records.snapshot import Snapshot


def provider(snapshot: Snapshot, item: Evidence) -> str | None:
    """The person named by the request that an item answered; None where none names one."""
    requests = snapshot.of(EvidenceRequest)
    return next((one.person for one in requests if one.received == item.id and one.person), None)
