"""Joins the Metrics page with its use cases, and works out contradictions off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from engagements.problem import Problem
from engagements.records import MetricReading
from ui import assessed, jobs
from ui.parts.drafting import FieldDrafts
from ui.session import Session

if TYPE_CHECKING:
    from engagements.assessment.contradictions import Hit
    from engagements.assessment.model import CaseAssessment
    from engagements.records.snapshot import Snapshot
    from ui.metrics.clashes import Clash


class MetricsPresenter(QObject):
    """Follows the snapshot while the page is on screen; the newest one wins."""

    told = Signal()
    """Contradictions are known."""
    refused = Signal(Problem)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.hits: tuple[Hit, ...] = ()
        self._on_screen = False
        self._seen: Snapshot | None = None
        self._case: CaseAssessment | None = None
        self._job: jobs.Job | None = None
        self._known: dict[str, MetricReading | None] = {}
        self.drafts = FieldDrafts(session, "metric", self)

    def knows(self, place: str, reading: MetricReading | None) -> None:
        """The form shows this reading."""
        self._known = {place: reading}

    def known(self, place: str) -> MetricReading | None:
        """The reading that the form shows."""
        return self._known.get(place)

    def clashes(self, metric: str, unit: str) -> tuple[Clash, ...]:
        """Both sides of each contradiction of a metric, as last worked out."""
        from ui.metrics.clashes import clash_of
        from ui.metrics.readings import hits_of

        if self._seen is None or self._case is None:
            return ()
        seen, case = self._seen, self._case
        return tuple(clash_of(seen, case, one) for one in hits_of(self.hits, metric, unit))

    def entered(self) -> None:
        """The page is on screen."""
        self._on_screen = True
        self.changed()

    def left(self) -> None:
        """Nothing is worked out for a page nobody sees."""
        self._on_screen = False

    def changed(self) -> None:
        """Work out what contradicts what, unless that is known or under way."""
        snapshot = self._session.snapshot
        if snapshot is None:
            self.hits, self._seen, self._case = (), None, None
        elif self._on_screen and snapshot is not self._seen and self._job is None:
            case = assessed.known(snapshot)
            self._job = jobs.run(
                lambda _progress: _worked_out(snapshot, case),
                on_success=lambda found: self._arrived(snapshot, found),
                on_failure=self._failed,
                on_cancel=self._ended,
                owner=self,
            )

    def _arrived(self, snapshot: Snapshot, found: tuple[CaseAssessment, tuple[Hit, ...]]) -> None:
        self._ended()
        if snapshot is not self._session.snapshot:
            self.changed()
            return
        assessed.keep(snapshot, found[0])
        self._seen, self._case, self.hits = snapshot, *found
        self.told.emit()

    def _failed(self, problem: Problem) -> None:
        self._ended()
        self.refused.emit(problem)

    def _ended(self) -> None:
        self._job = None

    def save(self, reading: MetricReading, place: str) -> None:
        """Keep a reading, and end the draft it was typed in."""
        from engagements.casework import judging

        self._keep(judging.save_metric, reading, place)

    def delete(self, reading_id: str, place: str, done: Callable[[], None]) -> None:
        """Take a reading out, then ``done``; undo brings it back."""
        from engagements.casework import judging

        self._keep(judging.delete_metric, reading_id, place, done)

    def _keep(
        self,
        use_case: Callable[..., Any],
        what: object,
        place: str,
        done: Callable[[], None] | None = None,
    ) -> None:
        if self._session.case is None:
            return
        drafts = self.drafts.handed_over((place,))

        def kept(_change: object) -> None:
            drafts.kept()
            if done is not None:
                done()

        def failed(problem: Problem) -> None:
            drafts.failed()
            self.refused.emit(problem)

        self._session.do(
            use_case,
            what,
            drafts=drafts.rows,
            owner=self,
            on_done=kept,
            on_failed=failed,
        )


def _worked_out(
    snapshot: Snapshot, case: CaseAssessment | None
) -> tuple[CaseAssessment, tuple[Hit, ...]]:
    from engagements.assessment.consolidate import assess_case
    from engagements.assessment.contradictions import contradictions

    found = case or assess_case(snapshot)
    return found, contradictions(snapshot, found)
