"""Keeps the Findings page up to date, keeps what is being judged, and settles it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.framework.model import AnswerValue
from engagements.language import tr
from ui import assessed, jobs
from ui.parts.drafting import DraftKeeper

if TYPE_CHECKING:
    from engagements.assessment.contradictions import Hit
    from engagements.assessment.heat_map import Effect
    from engagements.assessment.model import CaseAssessment
    from engagements.records.snapshot import Snapshot
    from ui.findings.reading import Detail, Map
    from ui.session import Session

KEY = "judgement/{unit}/{criterion}"
"""The draft of a judgement that is not settled yet."""


@dataclass(frozen=True)
class Pending:
    """A judgement being made: what is chosen and why; ``touched`` once it differs from the kept."""

    value: AnswerValue | None = None
    reason: str = ""
    touched: bool = False

    def packed(self) -> str:
        """As text for a draft row."""
        return json.dumps([self.value, self.reason])

    @classmethod
    def unpacked(cls, text: str) -> Pending | None:
        """From a draft row; None when it is none."""
        try:
            value, reason = json.loads(text)
            return cls(None if value is None else AnswerValue(value), str(reason), touched=True)
        except (ValueError, TypeError):
            return None


class FindingsPresenter(QObject):
    """The map is worked out off the window's thread; the newest snapshot wins."""

    told = Signal(object)
    """A Map, or None when nothing of the last engagement may stay."""
    previewed = Signal(object)
    """An Effect of what is chosen now; None while nothing is."""
    refused = Signal(object)
    settled = Signal(str)
    """The criterion that was just settled, after its commit."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._keeper = DraftKeeper(session, self)
        self._on_screen = False
        self._shown: Snapshot | None = None
        self._case: CaseAssessment | None = None
        self._hits: tuple[Hit, ...] = ()
        self._job: jobs.Job | None = None
        self._drafts: dict[tuple[str, str], Pending] = {}
        self._asked, self._thawed = 0, False
        self.unit = ""

    def entered(self) -> None:
        """The page is on screen."""
        self._on_screen = True
        self.changed()

    def left(self) -> None:
        """Write what is being typed; nothing more is worked out."""
        self._on_screen = False
        self.keep()

    def keep(self) -> None:
        """Write what is being typed now."""
        self._keeper.flush()

    def case_opened(self) -> None:
        """Another engagement, or none: take up the judgements that were not settled."""
        self._shown, self._case, self._hits, self._drafts = None, None, (), {}
        self._thawed = False
        snapshot = self._session.snapshot
        self.unit = snapshot.scope_units[0].id if snapshot else ""
        self.told.emit(None)
        if snapshot is not None:
            from engagements.casework import interviewing

            self._session.do(interviewing.drafts, owner=self, reads=True, on_done=self._recover)
            self.changed()

    def _recover(self, drafts: Mapping[str, str]) -> None:
        for key, text in drafts.items():
            kind, _, place = key.partition("/")
            unit, _, criterion = place.partition("/")
            pending = Pending.unpacked(text) if kind == "judgement" else None
            if pending is not None:
                self._drafts.setdefault((unit, criterion), pending)

    def locked(self, frozen: str) -> str:
        """Why nothing may be settled, ``frozen`` being what the engagement's state says."""
        case = self._session.case
        if case is not None and case.file.read_only:
            return tr("This engagement is open for reading only")
        return "" if self._thawed else frozen

    @property
    def may_thaw(self) -> bool:
        """Whether a delivered engagement may be judged again: the file can be written."""
        case = self._session.case
        return case is not None and not case.file.read_only

    def thaw(self) -> None:
        """Judge again although it was delivered; what was issued stays as it is."""
        self._thawed, self._shown = True, None
        self.changed()

    def choose_unit(self, unit: str) -> None:
        """Show another scope unit."""
        self.unit, self._shown = unit, None
        self.changed()

    def changed(self) -> None:
        """Tell how the engagement stands now, unless that is told or under way."""
        snapshot = self._session.snapshot
        if not self._on_screen or snapshot is None or snapshot is self._shown or self._job:
            return
        if self.unit not in {one.id for one in snapshot.scope_units}:
            self.unit = snapshot.scope_units[0].id
        unit, known = self.unit, assessed.known(snapshot)
        self._job = jobs.run(
            lambda _progress: _work_out(snapshot, unit, known),
            on_success=lambda found: self._worked_out(snapshot, unit, found),
            on_failure=self._failed,
            on_cancel=self._ended,
            owner=self,
        )

    def _worked_out(
        self, snapshot: Snapshot, unit: str, found: tuple[CaseAssessment, Map, tuple[Hit, ...]]
    ) -> None:
        self._ended()
        if snapshot is not self._session.snapshot or unit != self.unit:
            self.changed()
            return
        self._case, shown, self._hits = found
        assessed.keep(snapshot, self._case)
        self._shown = snapshot
        self.told.emit(shown)

    def _failed(self, problem: object) -> None:
        self._ended()
        self.refused.emit(problem)

    def _ended(self) -> None:
        self._job = None

    def detail(self, criterion: str) -> Detail | None:
        """Everything about a criterion as last told."""
        if self._shown is None or self._case is None:
            return None
        from ui.findings.reading import detail_of

        return detail_of(self._shown, self._case, self._hits, self.unit, criterion)

    def pending(self, detail: Detail) -> Pending:
        """What is being judged of a criterion: the draft, else what is settled, else the answer."""
        known = self._drafts.get((self.unit, detail.criterion))
        if known is not None:
            return known
        return Pending(detail.value or detail.proposed, detail.reason)

    def choose(self, detail: Detail, value: AnswerValue) -> None:
        """Choose a judgement; kept as a draft until it is settled."""
        self._touch(detail, replace(self.pending(detail), value=value, touched=True))
        self.preview(detail)

    def say(self, detail: Detail, reason: str) -> None:
        """Take over what is typed as the reason."""
        self._touch(detail, replace(self.pending(detail), reason=reason, touched=True))

    def _touch(self, detail: Detail, pending: Pending) -> None:
        self._drafts[self.unit, detail.criterion] = pending
        key = KEY.format(unit=self.unit, criterion=detail.criterion)
        self._keeper.typed(key, pending.packed)

    def preview(self, detail: Detail) -> None:
        """Work out what settling would change; only the last question asked is answered."""
        self._asked += 1
        pending, snapshot, case = self.pending(detail), self._shown, self._case
        if pending.value is None or snapshot is None or case is None:
            self.previewed.emit(None)
            return
        from engagements.assessment.heat_map import effect

        number, unit, value, reason = self._asked, self.unit, pending.value, pending.reason
        jobs.run(
            lambda _progress: effect(
                snapshot, case, detail.criterion, value, unit=unit, reason=reason
            ),
            on_success=lambda found: self._previewed(number, found),
            owner=self,
        )

    def _previewed(self, number: int, found: Effect) -> None:
        if number == self._asked:
            self.previewed.emit(found)

    def settle(self, detail: Detail) -> None:
        """Keep what is chosen as the judgement."""
        pending = self.pending(detail)
        if pending.value is None:
            return
        from engagements.casework import judging

        unit, criterion = self.unit, detail.criterion
        self._session.do(
            judging.judge,
            criterion,
            pending.value,
            reason=pending.reason.strip(),
            scope_unit=unit,
            on_done=lambda _change: self._kept(unit, criterion, pending),
            on_failed=self.refused.emit,
            owner=self,
        )

    def _kept(self, unit: str, criterion: str, kept: Pending) -> None:
        """What was typed after settling was asked for stays a draft."""
        if self._drafts.get((unit, criterion), kept) == kept:
            self._drop(unit, criterion)
        self.settled.emit(criterion)

    def reopen(self, detail: Detail) -> None:
        """Take the judgement back; the answers speak again, its reason stays as a draft."""
        from engagements.casework import judging

        unit, criterion, pending = self.unit, detail.criterion, self.pending(detail)
        if pending.reason.strip():
            self._touch(detail, replace(pending, touched=True))
        self._session.do(
            judging.withdraw,
            criterion,
            scope_unit=unit,
            on_failed=self.refused.emit,
            owner=self,
        )

    def _drop(self, unit: str, criterion: str) -> None:
        from engagements.casework import interviewing

        self._drafts.pop((unit, criterion), None)
        key = KEY.format(unit=unit, criterion=criterion)
        self._keeper.forget(key)
        self._session.do(interviewing.drop_draft, key, owner=self)


def _work_out(
    snapshot: Snapshot, unit: str, known: CaseAssessment | None
) -> tuple[CaseAssessment, Map, tuple[Hit, ...]]:
    from engagements.assessment.consolidate import assess_case
    from ui.findings.reading import map_of

    case = known or assess_case(snapshot)
    shown, hits = map_of(snapshot, case, unit)
    return case, shown, hits
