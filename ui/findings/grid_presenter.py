"""What the grid holds: the voices of one interview, the criteria asked of them, their answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.framework.model import AnswerValue, Criterion, CriterionType, Framework
from engagements.language import tr, trn
from engagements.problem import Problem
from engagements.records import Answer, Interview, Person
from engagements.records.people import ROOM, InterviewState
from ui import locale
from ui.interview.agenda import proposed, voices
from ui.interview.answering import Answering, Stand
from ui.interview.planning import Plan
from ui.parts.units import told_apart
from ui.parts.voices import person_words

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.records.snapshot import Snapshot
    from ui.desk import Desk

ALL, AGENDA = "all", "agenda"


class GridPresenter(QObject):
    """Answers go to the file one by one, as in an interview that is being held."""

    reshaped = Signal()
    """Other criteria or voices, or another interview."""
    changed = Signal(str)
    """The criterion whose answers are others now; empty for any of them."""
    refused = Signal(object)
    """A Problem: what could not be kept, and what to do."""
    unfitting = Signal(object)
    """A Problem: an answer that this criterion cannot have."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, desk.session
        self.answering = Answering(desk.session, self)
        self.answering.changed.connect(self.changed)
        self.answering.refused.connect(self.refused)
        self.interview: Interview | None = None
        self._asked = AGENDA
        self.criteria: tuple[Criterion, ...] = ()
        self.voices: tuple[str, ...] = ()
        self._open = False
        desk.session.changed.connect(self._follow)
        desk.session.case_changed.connect(self._forget)

    def begin(self) -> None:
        """The grid is on screen: follow the engagement from now on."""
        self._open = True
        known = self.interviews()
        at = self.interview.id if self.interview else ""
        if at not in {key for key, _ in known}:
            at = known[-1][0] if known else ""
        self.choose(at)

    def end(self) -> None:
        """The grid is off screen: unfinished reasons are kept as drafts."""
        self._open = False
        if self._session.case is not None:
            self.answering.flush()

    def interviews(self) -> list[tuple[str, str]]:
        """Id and words of each interview, the earliest first."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return []
        found = sorted(snapshot.of(Interview), key=lambda one: one.day)
        return [(one.id, self._called(snapshot, one)) for one in found]

    @staticmethod
    def _called(snapshot: Snapshot, one: Interview) -> str:
        """Title and day of an interview, and its scope unit where there are several."""
        day, unit = locale.day(one.day), told_apart(snapshot, one.scope_unit)
        if unit:
            return tr("{title}, {unit}, {day}", title=one.title, unit=unit, day=day)
        return tr("{title}, {day}", title=one.title, day=day)

    def filters(self) -> list[tuple[str, str]]:
        """Which criteria may be shown: the agenda, all, a role's pack, a dimension."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return [(ALL, tr("All criteria"))]
        framework = snapshot.framework
        whole = (ALL, tr("All {n} criteria", n=len(framework.criteria)))
        agenda = len(self._on_agenda(framework))
        own = tr("Agenda of this interview, {n}", n=agenda)
        roles = [
            (f"role:{one.code}", tr("Asked of: {role}", role=one.name)) for one in framework.roles
        ]
        dimensions = [(f"dimension:{one.code}", one.name) for one in framework.dimensions]
        return [*([(AGENDA, own)] if agenda else []), whole, *roles, *dimensions]

    @property
    def filter(self) -> str:
        """The key of the criteria shown: what was asked for; all where there is no agenda."""
        snapshot = self._session.snapshot
        bare = snapshot is None or not self._on_agenda(snapshot.framework)
        return ALL if bare and self._asked == AGENDA else self._asked

    def _on_agenda(self, framework: Framework) -> tuple[Criterion, ...]:
        """What the interview was planned to ask, and what was answered in it all the same."""
        if self.interview is None or not self.interview.agenda:
            return ()
        answered = {criterion for criterion, _voice in self.answering.values()}
        asked = answered | set(self.interview.agenda)
        return tuple(one for one in framework.criteria if one.id in asked)

    def choose(self, interview_id: str) -> None:
        """Show another interview; reasons that were being typed are taken up again."""
        snapshot = self._session.snapshot
        self.interview = snapshot.get(Interview, interview_id) if snapshot else None
        self.answering.sit(self.interview)
        if self.interview is not None:
            from engagements.casework import interviewing

            self._session.do(interviewing.drafts, owner=self, reads=True, on_done=self._recover)
        self._shape()

    def _recover(self, drafts: Mapping[str, str]) -> None:
        """Take reasons up again that were being typed; their rows are shown, too."""
        self.answering.recover(drafts)
        self._shape()

    def show(self, key: str) -> None:
        """Show other criteria, by the key of ``filters``."""
        self._asked = key
        self._shape()

    def stand(self, criterion: str, voice: str) -> Stand:
        """One answer as it is shown."""
        return self.answering.stand(criterion, voice)

    def answer(self, criterion: Criterion, voice: str, value: AnswerValue) -> bool:
        """Set an answer. False when it is refused: n/a on a key criterion."""
        if value is AnswerValue.NA and criterion.type is CriterionType.KEY:
            self.unfitting.emit(
                Problem(
                    tr("{criterion} is a key criterion and cannot be n/a.", criterion=criterion.id),
                    tr("The six key questions apply to everybody. Answer no or don’t know."),
                )
            )
            return False
        self.answering.answer(criterion.id, voice, value)
        return True

    def framework(self) -> Framework:
        """The engagement's framework; only while one is open."""
        assert self._session.snapshot is not None
        return self._session.snapshot.framework

    def voice_words(self, voice: str) -> str:
        """How a column is called."""
        snapshot = self._session.snapshot
        if voice == ROOM or snapshot is None:
            return tr("Everybody")
        return person_words(snapshot, voice)

    def counted(self, voice: str) -> str:
        """How much of what is shown one voice has answered: ``18 of 59``."""
        values = self.answering.values()
        done = sum((one.id, voice) in values for one in self.criteria)
        return tr("{n} of {total}", n=done, total=len(self.criteria))

    def progress(self) -> str:
        """How many answers stand in the grid, and how many n/a wait for their reason."""
        shown = {one.id for one in self.criteria}
        values = [key for key in self.answering.values() if key[0] in shown]
        waiting = sum(key[0] in shown for key in self.answering.waiting)
        words = trn("{n} answer", "{n} answers", len(values))
        if not waiting:
            return words
        waits = trn("{n} waits for its reason", "{n} wait for their reason", waiting)
        return f"{words}, {waits}"

    def add_person(self, person: Person) -> None:
        """Keep somebody new."""
        from engagements.casework import interviewing

        self._session.do(interviewing.save_person, person, owner=self, on_failed=self.refused.emit)

    def new_interview(self, day: date, people: tuple[str, ...]) -> None:
        """Keep an interview that was held on paper, and show it."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        from engagements.casework import interviewing

        plan = Plan(people=people, day=day)
        interview = plan.interview(snapshot, self._desk.author).model_copy(
            update={"state": InterviewState.HELD}
        )
        self._session.do(
            interviewing.save_interview,
            interview,
            owner=self,
            on_done=lambda _change: self.choose(interview.id),
            on_failed=self.refused.emit,
        )

    def _shape(self) -> None:
        self.criteria = self._wanted()
        self.voices = voices(self.interview) if self.interview else ()
        self.reshaped.emit()

    def _wanted(self) -> tuple[Criterion, ...]:
        snapshot = self._session.snapshot
        if snapshot is None or self.interview is None:
            return ()
        framework = snapshot.framework
        kind, _, code = self.filter.partition(":")
        if kind == AGENDA:
            return self._on_agenda(framework)
        if kind == "role":
            asked = set(proposed(framework, (code,), also=True))
            return tuple(one for one in framework.criteria if one.id in asked)
        if kind == "dimension":
            return tuple(one for one in framework.criteria if one.dimension == code)
        return framework.criteria

    def _follow(self, change: Change) -> None:
        """Something was committed: here, on another page, or by undo."""
        snapshot = self._session.snapshot
        if not self._open or snapshot is None or self.interview is None:
            return
        before, now = self.interview, snapshot.get(Interview, self.interview.id)
        if now == before:
            self._tell(change)
            return
        self.interview = now
        self.answering.sit(now)
        self._shape()

    def _tell(self, change: Change) -> None:
        """Say which criteria have other answers; all of them when some were taken out."""
        answers = [one for one in change.records if isinstance(one, Answer)]
        if change.removed or not answers:
            self.changed.emit("")
            return
        for criterion in {one.criterion for one in answers}:
            self.changed.emit(criterion)

    def _forget(self) -> None:
        """Another engagement, or none."""
        self.interview = None
        self._asked = AGENDA
        self.answering.sit(None)
        self._shape()
