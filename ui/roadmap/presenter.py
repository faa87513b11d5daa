"""Keeps the Roadmap page up to date and carries its decisions to the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from engagements.language import tr
from engagements.problem import Problem
from ui import assessed, jobs
from ui.parts.locking import frozen_words
from ui.roadmap.outline import Outline

if TYPE_CHECKING:
    from engagements.assessment.model import CaseAssessment
    from engagements.records.snapshot import Snapshot
    from engagements.roadmap.model import Three
    from ui.session import Session


class Ended(Protocol):
    """Told whether what was asked for is in the file now."""

    def __call__(self, *, kept: bool) -> None:
        """Called once, after a commit or a refusal."""
        ...


class RoadmapPresenter(QObject):
    """Follows the snapshot while the page is on screen; the newest one wins."""

    told = Signal(object)
    """An Outline; None when nothing of the last engagement may stay."""
    refused = Signal(object)
    """A Problem; what is shown must be what is kept again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._on_screen = False
        self._shown: Snapshot | None = None
        self._job: jobs.Job | None = None
        self._unlocked = ""
        self._starting: date | None = None
        """The start that is on its way to the file."""
        self.outline: Outline | None = None

    def entered(self) -> None:
        """The page is on screen."""
        self._on_screen = True
        self.changed()

    def left(self) -> None:
        """The page is off screen: nothing is worked out for it any more."""
        self._on_screen = False

    def case_opened(self) -> None:
        """Another engagement, or none."""
        self._shown = self.outline = None
        self._unlocked, self._starting = "", None
        self.told.emit(None)
        self.changed()

    def changed(self) -> None:
        """Tell how the plan stands now, unless that is told or under way."""
        snapshot = self._session.snapshot
        if not self._on_screen or snapshot is None or snapshot is self._shown or self._job:
            return
        known = assessed.known(snapshot)
        self._job = jobs.run(
            lambda _progress: _worked_out(snapshot, known),
            on_success=lambda found: self._arrived(snapshot, *found),
            on_failure=self._failed,
            on_cancel=self._ended,
            owner=self,
        )

    def _arrived(self, snapshot: Snapshot, case: CaseAssessment, outline: Outline) -> None:
        self._ended()
        if snapshot is not self._session.snapshot:
            self.changed()
            return
        assessed.keep(snapshot, case)
        self._shown, self.outline = snapshot, outline
        self.told.emit(outline)

    def _failed(self, problem: Problem) -> None:
        self._ended()
        self.refused.emit(problem)

    def _ended(self) -> None:
        self._job = None

    @property
    def locked(self) -> str:
        """Why nothing can be changed, in a sentence; empty when it can."""
        case = self._session.case
        if case is not None and case.file.read_only:
            return tr("This engagement is open for reading only.")
        outline = self.outline
        if outline is None or self._stands() in ("", self._unlocked):
            return ""
        if not outline.issued:
            return tr("{state}. The roadmap stays as it is.", state=self._stands())
        return tr(
            "Version {version} went out on {date}. Changes from now on are not in it.",
            version=outline.issued,
            date=outline.issued_on,
        )

    def _stands(self) -> str:
        """What stands in the way of changes: the version that went out, else "Delivered"."""
        if self.outline is not None and self.outline.issued:
            return self.outline.issued
        return frozen_words(self._shown) if self._shown is not None else ""

    @property
    def may_unlock(self) -> bool:
        """True when only an issued version or the delivery stands in the way of changes."""
        case = self._session.case
        return bool(self.locked) and case is not None and not case.file.read_only

    def unlock(self) -> None:
        """Allow changes although a version went out; until the next one does."""
        if self.outline is not None:
            self._unlocked = self._stands()
            self.told.emit(self.outline)

    def set_start(self, start: date) -> None:
        """Keep the day on which the work begins; a field may say it more than once."""
        from engagements.casework import planning

        outline = self.outline
        known = outline is not None and (outline.start, outline.start_agreed) == (start, True)
        if not known and start != self._starting:
            self._starting = None if self.locked else start
            self._do(planning.start_roadmap, start, ended=self._started)

    def _started(self, *, kept: bool) -> None:
        del kept
        self._starting = None

    def set_target(self, target: int | None) -> None:
        """Keep the level that the plan leads to; None leaves it open."""
        if self.outline is not None and target != self.outline.target:
            self._do(_retarget, target)

    def retime(self, action: str, weeks: Three) -> None:
        """Keep an action's durations in weeks."""
        self._decide(action, weeks_low=weeks.low, weeks_likely=weeks.likely, weeks_high=weeks.high)

    def set_owner(self, action: str, owner: str) -> None:
        """Keep who owns an action, by role code."""
        self._decide(action, owner=owner)

    def reset(self, action: str) -> None:
        """Go back to the generated durations and owner."""
        self._decide(action, weeks_low=None, weeks_likely=None, weeks_high=None, owner=None)

    def add(self, action: str, reason: str, ask_again: Callable[[], None] | None = None) -> None:
        """Put an action into the plan; ``ask_again`` when that was refused."""
        self._decide(action, _unless_kept(ask_again), include=True, reason=reason)

    def leave_out(
        self, action: str, reason: str, ask_again: Callable[[], None] | None = None
    ) -> None:
        """Leave an action out of the plan; ``ask_again`` when that was refused."""
        self._decide(action, _unless_kept(ask_again), include=False, reason=reason)

    def bring_back(self, action: str) -> None:
        """Take back that an action was left out."""
        self._decide(action, include=None, reason="")

    def _decide(self, action: str, ended: Ended | None = None, **fields: Any) -> None:
        from engagements.casework import planning

        self._do(lambda case: planning.decide(case, action, **fields), ended=ended)

    def _do(self, use_case: Callable[..., Any], *args: Any, ended: Ended | None = None) -> None:
        tell = ended or _nothing

        def failed(problem: Problem) -> None:
            self.refused.emit(problem)
            tell(kept=False)

        if self.locked:
            self.refused.emit(Problem(tr("The roadmap is not changed."), self.locked))
        elif self._session.case is not None:
            self._session.do(
                use_case,
                *args,
                on_done=lambda _change: tell(kept=True),
                on_failed=failed,
                owner=self,
            )


def _nothing(*, kept: bool) -> None:
    """Nobody waits for the end."""


def _unless_kept(act: Callable[[], None] | None) -> Ended:
    def ended(*, kept: bool) -> None:
        if act is not None and not kept:
            act()

    return ended


def _retarget(case: Any, target: int | None) -> Any:
    return case.update_engagement(target=target)


def _worked_out(snapshot: Snapshot, known: CaseAssessment | None) -> tuple[CaseAssessment, Outline]:
    from engagements.assessment.consolidate import assess_case
    from report_templates.figures.metrics import bundled
    from report_templates.figures.scene import Weight
    from ui.roadmap.outlining import outline_of

    # The first word that is measured loads the fonts' metrics; better here than while painting.
    for weight in Weight:
        bundled().width("0", weight, 11)
    case = known or assess_case(snapshot)
    return case, outline_of(snapshot, case)
