"""What a report says, gathered once for all that is made of one moment."""

from __future__ import annotations

from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot
    from report_templates.content.report import ReportContent


class Gathering:
    """Keeps the newest content: after a change the section on screen asks first, then the whole."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[Snapshot, str, date, ReportContent] | None = None

    def __call__(self, snapshot: Snapshot, profile: str) -> ReportContent:
        """The content as of today; whoever asks while it is being gathered waits for it."""
        today = date.today()
        with self._lock:
            kept = self._kept
            if kept is not None and kept[0] is snapshot and kept[1:3] == (profile, today):
                return kept[3]
            content = gathered(snapshot, profile)
            self._kept = (snapshot, profile, today, content)
            return content


def gathered(snapshot: Snapshot, profile: str) -> ReportContent:
    """Everything that a report of a profile says as of today."""
    from report_templates.content import report

    return report.of(snapshot, profile=profile, issued=date.today())
