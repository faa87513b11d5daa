"""Joins the Interview page with the open engagement: what is asked, answered and shown next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from engagements.framework.model import AnswerValue, Criterion
from engagements.language import mark, tr
from engagements.problem import Problem
from engagements.records import Client, Engagement, EvidenceRequest, Interview, Person
from engagements.records.client import Status
from engagements.records.people import ROOM, InterviewState
from ui.interview.agenda import in_framework_order, voices
from ui.interview.answering import Answering, Stand
from ui.interview.client_safe import ClientSafe
from ui.interview.note_draft import NoteDraft
from ui.interview.showing import Showing
from ui.interview.sitting import Sitting, clock_key
from ui.parts.voices import person_words

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from ui.desk import Desk

_CLOSED = {
    Status.DELIVERED: mark("The engagement is delivered; its answers stay as they are"),
    Status.ARCHIVED: mark("The engagement is archived; its answers stay as they are"),
}
"""Why nothing can be changed, by where the engagement stands."""


class Presenter(QObject):
    """One engagement's interviews; at most one is open, and one of its questions on screen."""

    listed = Signal()
    """The interviews or their people have changed."""
    opened = Signal()
    """Another interview is open, or none."""
    turned = Signal()
    """Another question is on screen, or another voice."""
    refreshed = Signal()
    """The same question; answers, notes, evidence or the level have changed."""
    replaced = Signal(str, object)
    """An answer took the place of another one: criterion and the value it had."""
    ticked = Signal()
    """A second of the running clock."""
    refused = Signal(Problem)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._whereabouts = desk.session, desk.whereabouts
        self.safe = ClientSafe(desk.settings, self)
        self.sitting = Sitting(desk.session, self)
        self.answering = Answering(desk.session, self)
        self.show = Showing(desk.session, self.sitting, self.answering, self.safe)
        self._criterion = ""
        self._voice = ROOM
        self._drafts: dict[str, str] = {}
        self.sitting.changed.connect(self._sat)
        self.sitting.ticked.connect(self.ticked)
        self.sitting.refused.connect(self.refused)
        self.answering.changed.connect(lambda _criterion: self.refreshed.emit())
        self.answering.replaced.connect(self.replaced)
        self.answering.refused.connect(self.refused)

    @property
    def interview(self) -> Interview | None:
        """The open interview."""
        return self.sitting.interview

    @property
    def criterion(self) -> Criterion | None:
        """The question on screen."""
        if self._session.snapshot is None or self.interview is None:
            return None
        return self.show.framework.criterion.get(self._criterion)

    @property
    def voice(self) -> str:
        """Whose answer a key gives now."""
        return self._voice

    def case_opened(self) -> None:
        """Another engagement, or none: take up what ran last."""
        self.sitting.sit(None)
        self.answering.sit(None)
        self.show.forget()
        self._criterion, self._voice, self._drafts = "", ROOM, {}
        self.safe.begin(None)
        self.listed.emit()

    def recover(self, drafts: Mapping[str, str]) -> tuple[NoteDraft, ...]:
        """Take over what a crash left in draft rows; opens where the newest of it belongs."""
        self._drafts = dict(drafts)
        notes = {
            key: found
            for key, text in drafts.items()
            if key.startswith("note/") and (found := NoteDraft.unpacked(text)) is not None
        }
        for key in sorted(notes, key=lambda one: notes[one].ended, reverse=True):
            _, interview, criterion = key.split("/", 2)
            if self.show.snapshot.get(Interview, interview) is not None:
                self.open(interview, criterion)
                break
        return tuple(notes.values())

    def under_way(self) -> list[str]:
        """The ids of the interviews that were begun and are not over."""
        return [
            one.id
            for one in self.show.interviews()
            if one.state in (InterviewState.RUNNING, InterviewState.PAUSED)
        ]

    def open_last(self) -> bool:
        """Open the interview that runs, else the one on screen last time; False without one."""
        running = self.under_way()
        last = self._whereabouts.get(self._place_key())
        interview, _, criterion = last.partition("/")
        found = self.show.snapshot.get(Interview, interview) if interview else None
        if found is not None and (interview in running or not running):
            self.open(interview, criterion)
            return True
        if running:
            self.open(running[-1])
        return bool(running)

    def open(self, interview_id: str, criterion: str = "") -> None:
        """Open an interview at a question, by default the first one without an answer."""
        interview = self.show.snapshot.get(Interview, interview_id)
        if interview is None:
            return
        clock = self._drafts.pop(clock_key(interview_id), "")
        self.safe.begin(interview)
        self.answering.sit(interview)
        self.sitting.sit(interview, int(clock) if clock.isdecimal() else None)
        self.answering.recover(self._drafts)
        known = criterion in self.show.framework.criterion
        self._criterion = criterion if known else (self.show.agenda().first() or "")
        self._voice = self._whose()
        self._remember()
        self.opened.emit()
        self.turned.emit()

    def close(self) -> None:
        """Back to the list; the clock stops."""
        if self.sitting.running:
            self.sitting.pause()
        self.sitting.sit(None)
        self.safe.begin(None)
        self._criterion = ""
        self._whereabouts.put(self._place_key(), "")
        self.opened.emit()

    def go(self, criterion: str) -> None:
        """Show a question; one that was not planned joins the agenda.

        It begins with everybody's voice: one chosen before would go on giving answers unnoticed.
        Only a question that single people alone have answered begins with the first of them.
        """
        interview = self.interview
        if interview is None or criterion not in self.show.framework.criterion:
            return
        if criterion not in interview.agenda and not self.read_only:
            fresh = in_framework_order(self.show.framework, (*interview.agenda, criterion))
            self.sitting.edit(agenda=fresh)
        if criterion != self._criterion:
            self._criterion = criterion
            self._voice = self._whose()
            self.sitting.turn()
            self._remember()
            self.turned.emit()

    def step(self, by: int) -> bool:
        """The next or previous question; False at the end."""
        found = self.show.agenda().beside(self._criterion, by)
        if found:
            self.go(found)
        return bool(found)

    def next_open(self) -> bool:
        """The next question without an answer; False when all have one."""
        found = self.show.agenda().next_open(self._criterion)
        if found:
            self.go(found)
        return bool(found)

    def _whose(self) -> str:
        """The voice that a question begins with: the first that answered it, else the room."""
        order = self.voices()
        said = [one for one in order if self.answering.stand(self._criterion, one).value]
        return (said or order)[0]

    def choose_voice(self, voice: str) -> None:
        """Answers to the question on screen are this voice's from now on."""
        if self.interview and voice in voices(self.interview) and voice != self._voice:
            self._voice = voice
            self.turned.emit()

    def next_voice(self, by: int = 1) -> None:
        """The next of the room and the people in it."""
        if self.interview:
            order = voices(self.interview)
            self.choose_voice(order[(order.index(self._voice) + by) % len(order)])

    def voice_names(self) -> list[tuple[str, str]]:
        """The voices and what they are called on screen."""
        snapshot = self.show.snapshot
        return [
            (one, tr("Everybody") if one == ROOM else person_words(snapshot, one))
            for one in self.voices()
        ]

    def stand(self) -> Stand:
        """The present voice's answer to the question on screen."""
        return self.answering.stand(self._criterion, self._voice)

    def answer(self, value: AnswerValue) -> None:
        """The present voice says this; starts the clock."""
        if self.criterion is None or self.read_only:
            return
        if value is AnswerValue.NA and self.show.refuses_na(self.criterion):
            return
        self._go_on()
        self.answering.answer(self._criterion, self._voice, value)
        self._asked()

    def voices(self) -> tuple[str, ...]:
        """Whose answers the open interview keeps."""
        return voices(self.interview) if self.interview else ()

    @property
    def read_only(self) -> str:
        """Why nothing can be changed; empty when it can."""
        case = self._session.case
        if case is not None and case.file.read_only:
            return tr("This engagement is open for reading only")
        if self._session.snapshot is None:
            return ""
        status = self._session.snapshot.engagement.status
        return tr(_CLOSED.get(status, "")) if status else ""

    def type_reason(self, reason: str) -> None:
        """The reason why the question does not apply, while it is typed."""
        self.answering.type_reason(self._criterion, self._voice, reason)

    def give_reason(self, reason: str) -> None:
        """The reason is complete."""
        if self.stand().value is AnswerValue.NA:
            self.answering.give_reason(self._criterion, self._voice, reason)

    def clear(self) -> None:
        """Take the present voice's answer back."""
        if self.criterion is not None and not self.read_only:
            self.answering.clear(self._criterion, self._voice)

    def typed(self) -> None:
        """Something was typed into the note: the interview runs, the question was put."""
        if self.read_only:
            return
        self._go_on()
        self._asked()

    @property
    def is_over(self) -> bool:
        """Whether the open interview was finished."""
        return self.interview is not None and self.interview.state is InterviewState.HELD

    def _go_on(self) -> None:
        """The clock runs while one asks; what is added to an interview that is over needs none."""
        if not self.is_over:
            self.sitting.start()

    def tick(self, prompt: str, *, on: bool) -> None:
        """A follow-up or an evidence prompt (``follow_up/0``) was put, or not."""
        interview, one = self.interview, self.criterion
        if interview is None or one is None or self.read_only:
            return
        key = f"{one.id}/{prompt}"
        rest = tuple(each for each in interview.ticked if each != key)
        self.sitting.edit(ticked=(*rest, key) if on else rest)

    def next_best(self) -> bool:
        """Show the question that is best asked next; False when none is better than another."""
        best = self.show.next_best(self.show.agenda(), self._criterion)
        if best is not None:
            self.go(best.criterion)
        return best is not None

    def reopen(self) -> None:
        """Take the judgement of the question on screen back."""
        interview, one = self.interview, self.criterion
        if interview is not None and one is not None:
            from engagements.casework import judging

            self.do(judging.withdraw, one.id, scope_unit=interview.scope_unit)

    def park(self) -> None:
        """Leave the question for later, or take it up again."""
        interview = self.interview
        if interview is None or self.criterion is None or self.read_only:
            return
        rest = tuple(one for one in interview.parked if one != self._criterion)
        parked = self._criterion in interview.parked
        self.sitting.edit(parked=rest if parked else (*rest, self._criterion))

    def request_demonstration(self) -> None:
        """Ask for a demonstration, once."""
        interview, one = self.interview, self.criterion
        if interview is None or one is None or self.read_only:
            return
        if self.show.demonstration(one.id) is not None:
            return
        from engagements.casework import evidence

        person = self._voice if self._voice != ROOM else None
        wanted = EvidenceRequest(
            id=uuid4().hex,
            title=tr("Demonstration: {title}", title=one.title),
            person=person,
            criteria=(one.id,),
            interview=interview.id,
        )
        self.do(evidence.request, wanted)

    def add_person(self, person: Person) -> None:
        """Keep an interviewee."""
        from engagements.casework import interviewing

        self.do(interviewing.save_person, person)

    def keep_plan(self, interview: Interview, **ends: Any) -> None:
        """Keep an interview as it was planned; ``ends`` as Session.do takes them."""
        from engagements.casework import interviewing

        self.do(interviewing.save_interview, interview, **ends)

    def remove(self, interview: str) -> None:
        """Take out an interview that holds nothing."""
        from engagements.casework import interviewing

        self.do(interviewing.delete_interview, interview)

    def do(self, use_case: Any, *arguments: Any, **named: Any) -> None:
        """Run a use case; a refusal is shown."""
        if self._session.case is not None:
            named.setdefault("on_failed", self.refused.emit)
            self._session.do(use_case, *arguments, owner=self, **named)

    def follow(self, change: Change) -> None:
        """A change was committed."""
        self.sitting.follow(change)
        if self.read_only and self.sitting.running:
            self.sitting.pause()
        if not change.touched:
            return
        if self.interview is None or _is_about_interviews(change):
            self.listed.emit()
        if self.interview is not None:
            self.refreshed.emit()

    def _asked(self) -> None:
        """Note that the question was put; kept with the next change of the interview."""
        interview = self.interview
        if interview is not None and self._criterion not in interview.asked:
            self.sitting.note_asked(self._criterion)

    def _sat(self) -> None:
        self.answering.sit(self.interview)
        self.refreshed.emit()

    def _remember(self) -> None:
        if self.interview is not None:
            place = f"{self.interview.id}/{self._criterion}"
            self._whereabouts.put(self._place_key(), place)

    def _place_key(self) -> str:
        name = self._session.path.name if self._session.path else ""
        return f"interview/{name}"


def _is_about_interviews(change: Change) -> bool:
    """Whether the list, its people, the client's name or what is allowed may be others now."""
    kinds = {record.kind for record in change.records} | {kind for kind, _ in change.removed}
    about = {Interview.kind, Person.kind, Client.kind, Engagement.kind}
    return not kinds.isdisjoint(about)
