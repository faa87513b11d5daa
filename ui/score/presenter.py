"""Keeps the Score page up to date; what takes long is worked out off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import assessed, jobs
from ui.score.standing import standing_of

if TYPE_CHECKING:
    from engagements.assessment.model import CaseAssessment
    from engagements.records.snapshot import Snapshot
    from ui.session import Session


class ScorePresenter(QObject):
    """Follows the snapshot while the page is on screen; the newest one wins."""

    told = Signal(object)
    """A Standing; None when nothing of the last engagement may stay."""
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._on_screen = False
        self._shown: Snapshot | None = None
        self._job: jobs.Job | None = None

    def entered(self) -> None:
        """The page is on screen."""
        self._on_screen = True
        self.changed()

    def left(self) -> None:
        """The page is off screen: nothing is worked out for it any more."""
        self._on_screen = False

    def case_opened(self) -> None:
        """Another engagement, or none."""
        self._shown = None
        self.told.emit(None)
        self.changed()

    def changed(self) -> None:
        """Tell how the engagement stands now, unless that is told or under way."""
        snapshot = self._session.snapshot
        if not self._on_screen or snapshot is None or snapshot is self._shown or self._job:
            return
        case = assessed.known(snapshot)
        if case is not None:
            self._tell(snapshot, case)
            return
        from engagements.assessment.consolidate import assess_case

        self._job = jobs.run(
            lambda _progress: assess_case(snapshot),
            on_success=lambda found: self._worked_out(snapshot, found),
            on_failure=self._failed,
            on_cancel=self._ended,
            owner=self,
        )

    def _worked_out(self, snapshot: Snapshot, case: CaseAssessment) -> None:
        self._ended()
        if snapshot is self._session.snapshot:
            assessed.keep(snapshot, case)
            self._tell(snapshot, case)
        else:
            self.changed()

    def _failed(self, problem: object) -> None:
        self._ended()
        self.refused.emit(problem)

    def _ended(self) -> None:
        self._job = None

    def _tell(self, snapshot: Snapshot, case: CaseAssessment) -> None:
        self._shown = snapshot
        self.told.emit(standing_of(snapshot, case))
