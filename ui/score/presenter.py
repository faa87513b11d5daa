"""Keeps the Score page up to date; what takes long is worked out off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.problem import Problem
from ui import assessed, jobs
from ui.score.standing import standing_of

if TYPE_CHECKING:
    from engagements.assessment.model import CaseAssessment
    from engagements.framework.model import AnswerValue
    from engagements.records.snapshot import Snapshot
    from ui.score.arithmetic import Explanation
    from ui.session import Session


class ScorePresenter(QObject):
    """Follows the snapshot while the page is on screen; the newest one wins.

    What is supposed lives here only: it goes with ``drop`` and with the engagement.
    """

    told = Signal(object)
    """A Standing; None when nothing of the last engagement may stay."""
    overlaid = Signal(object)
    """An Overlay while answers may be supposed, else None."""
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._on_screen = False
        self._shown: tuple[Snapshot, CaseAssessment] | None = None
        self._job: jobs.Job | None = None
        self._supposed: dict[str, AnswerValue] | None = None

    @property
    def supposing(self) -> bool:
        """Whether answers may be supposed now."""
        return self._supposed is not None

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
        self.drop()
        self.told.emit(None)
        self.changed()

    def changed(self) -> None:
        """Tell how the engagement stands now, unless that is told or under way."""
        snapshot = self._session.snapshot
        if not self._on_screen or snapshot is None or self._is_shown(snapshot) or self._job:
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

    def begin(self) -> None:
        """From now on answers may be supposed."""
        if self._shown is not None and self._supposed is None:
            self._supposed = {}
            self._overlay()

    def suppose(self, criterion: str, value: AnswerValue) -> None:
        """Suppose an answer; a Problem is told when it could not be given."""
        if self._shown is None:
            return
        from engagements.assessment.suppose import check_supposed

        try:
            check_supposed(self._shown[0].framework, criterion, value)
        except Problem as problem:
            self.refused.emit(problem)
            return
        self._supposed = {**(self._supposed or {}), criterion: value}
        self._overlay()

    def take_back(self, criterion: str) -> None:
        """Suppose nothing of a criterion any more."""
        if self._supposed is not None and self._supposed.pop(criterion, None) is not None:
            self._overlay()

    def drop(self) -> None:
        """Suppose nothing any more."""
        if self._supposed is not None:
            self._supposed = None
            self._overlay()

    def explain(self, ref: str) -> Explanation | None:
        """What stands behind a figure, by its reference; None while nothing is shown."""
        if self._shown is None:
            return None
        from ui.score.arithmetic import explain

        return explain(*self._shown, ref, self._supposed)

    def _is_shown(self, snapshot: Snapshot) -> bool:
        return self._shown is not None and self._shown[0] is snapshot

    def _overlay(self) -> None:
        from ui.score.whatif import overlay_of

        found = None
        if self._shown is not None and self._supposed is not None:
            found = overlay_of(*self._shown, self._supposed)
        self.overlaid.emit(found)

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
        self._shown = (snapshot, case)
        self.told.emit(standing_of(snapshot, case))
        if self._supposed is not None:
            self._overlay()
