"""What the Interview page shows: read from the snapshot and from what is on its way to it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engagements.assessment.model import Consolidated
from engagements.assessment.next_best import NextBest, fitting, next_best
from engagements.framework.model import Criterion, CriterionType, Framework
from engagements.language import tr
from engagements.records import (
    Answer,
    Evidence,
    EvidenceRequest,
    Interview,
    Judgement,
    Note,
    Person,
)
from engagements.records.answers import NoteKind
from engagements.records.base import Record
from engagements.records.people import InterviewState
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.assessed import assessed
from ui.interview.agenda import Agenda, agenda_of, proposed
from ui.interview.answering import Answering
from ui.interview.client_safe import ClientSafe
from ui.interview.diagnosing import is_diagnostic
from ui.interview.pace import Pace, clock, record_words, when
from ui.interview.reading import Reading, reading_of
from ui.interview.safe_pane import Calm
from ui.interview.sitting import Sitting
from ui.parts.units import told_apart
from ui.session import Session

FOLLOWING = 3
"""Questions named as the next ones."""
MOST_TODOS = 4


@dataclass(frozen=True)
class Entry:
    """One interview as a row."""

    id: str
    title: str
    people: str
    when: str
    answered: int
    total: int
    state: InterviewState
    unit: str = ""
    """The scope unit it is about, where there are several."""
    record: str = ""
    """What became of its record, in words; empty before it goes out."""


class Showing:
    """Values for the views; asks, never changes. Most of it needs an open interview."""

    def __init__(
        self, session: Session, sitting: Sitting, answering: Answering, safe: ClientSafe
    ) -> None:
        self._session, self._sitting, self._answering = session, sitting, answering
        self._safe = safe
        self._noted: tuple[tuple[Note, ...], str, tuple[Note, ...]] | None = None
        self._listed: tuple[object, object, Agenda] | None = None
        """By what the agenda was known, the records behind that, which it keeps alive, and it."""

    def forget(self) -> None:
        """Keep nothing of an engagement that is closed."""
        self._noted = self._listed = None

    @property
    def is_open(self) -> bool:
        """Whether an engagement is open."""
        return self._session.snapshot is not None

    @property
    def snapshot(self) -> Snapshot:
        """The engagement on screen; an AssertionError while none is open."""
        assert self._session.snapshot is not None
        return self._session.snapshot

    @property
    def framework(self) -> Framework:
        """The engagement's own framework."""
        return self.snapshot.framework

    @property
    def interview(self) -> Interview:
        """The open interview as the user has made it; an AssertionError while none is open."""
        assert self._sitting.interview is not None
        return self._sitting.interview

    def interviews(self) -> tuple[Interview, ...]:
        """All interviews by day and hour; those without an hour last on their day."""
        if not self.is_open:
            return ()

        def when(one: Interview) -> tuple[str, str]:
            return (one.day.isoformat(), f"{one.starts:%H:%M}" if one.starts else "~")

        return tuple(sorted(self.snapshot.of(Interview), key=when))

    def diagnostic(self) -> str | None:
        """The id of the quick diagnostic that is planned or under way, the last one if several."""
        found = [
            one.id
            for one in self.interviews()
            if one.state is not InterviewState.HELD and is_diagnostic(self.framework, one)
        ]
        return found[-1] if found else None

    def answered_in(self, interview: Interview) -> int:
        """How many questions of an interview's agenda have an answer."""
        found = {a.criterion for a in self.snapshot.of(Answer) if a.interview == interview.id}
        return len(found & set(interview.agenda))

    def entries(self) -> list[Entry]:
        """All interviews as rows of the list."""
        return [self._entry(one) for one in self.interviews()]

    def _entry(self, one: Interview) -> Entry:
        people = [self.snapshot.get(Person, person) for person in one.people]
        names = ", ".join(each.name for each in people if each is not None and each.name)
        return Entry(
            id=one.id,
            title=one.title,
            people=names,
            when=when(one),
            answered=self.answered_in(one),
            total=len(one.agenda),
            state=one.state,
            unit=told_apart(self.snapshot, one.scope_unit),
            record=record_words(one, date.today()),
        )

    def place(self) -> tuple[int, int]:
        """Which of how many interviews is open, counted from 1."""
        ids = [one.id for one in self.interviews()]
        here = self._sitting.interview.id if self._sitting.interview else ""
        return (ids.index(here) + 1 if here in ids else 0, len(ids))

    def agenda(self) -> Agenda:
        """The questions of the open interview with their answers; flags not in client-safe mode.

        Kept until something of it is another: a key press asks for it several times.
        """
        # Records are replaced, never altered: the same ones say the same.
        told = (id(self.snapshot), id(self.interview), self._safe.on, self._answering.unkept())
        if self._listed is None or self._listed[0] != told:
            self._listed = (told, (self.snapshot, self.interview), self._agenda())
        return self._listed[2]

    def _agenda(self) -> Agenda:
        units = {} if self._safe.on else self._units()
        return agenda_of(
            self.framework,
            self.interview,
            self._answering.values(),
            pending=self._answering.waiting,
            differing=(key for key, one in units.items() if one.disagreement),
        )

    def _units(self) -> Mapping[str, Consolidated]:
        """The criteria of the open interview's scope unit."""
        case = assessed(self.snapshot)
        return case.units.get(self.interview.scope_unit, case.consolidated)

    def next_best(self, agenda: Agenda, on_screen: str) -> NextBest | None:
        """The question best asked after the one on screen, of the agenda and the role packs."""
        here = self.interview
        roles = {
            person.role
            for one in here.people
            if (person := self.snapshot.get(Person, one)) is not None
        }
        answered = {row.criterion for row in agenda.rows if row.value is not None}
        wanted = {row.criterion for row in agenda.rows} | set(proposed(self.framework, roles))
        pace = self.pace(agenda)
        return next_best(
            self.framework,
            {key: one.reading for key, one in self._units().items()},
            wanted - answered - {on_screen, *here.parked},
            fitting(pace.planned - pace.elapsed, pace.done, pace.elapsed),
        )

    def calm(self, agenda: Agenda, criterion: Criterion, *, todos: bool) -> Calm:
        """What the client may read beside a question; with ``todos`` this interview's too."""
        pace = self.pace(agenda)
        rest = pace.planned - pace.elapsed
        left = tr("{time} over time", time=clock(-rest)) if rest < 0 else ""
        rows = [row for row in agenda.rows if row.value is None and row.criterion != criterion.id]
        return Calm(
            about=self.framework.dimension[criterion.dimension].scope,
            so_far=(
                tr("{done} of {total} answered", done=pace.done, total=pace.total),
                left or tr("{minutes} min left", minutes=math.ceil(rest / 60)),
            ),
            following=tuple(row.title for row in rows[:FOLLOWING]),
            todos=tuple(note.text for note in self.todos()[:MOST_TODOS]) if todos else (),
        )

    def evidence(self, criterion: str) -> list[Evidence]:
        """The evidence of a question; in client-safe mode only what came from this interview."""
        here = self.interview
        return [
            item
            for item in self.snapshot.of(Evidence)
            if item.scope_unit == here.scope_unit
            and any(each.criterion == criterion for each in item.speaks_for)
            and (not self._safe.on or item.interview == here.id)
        ]

    def settled(self, criterion: str) -> str:
        """When a question was settled: ``Settled 4 Dec``; empty without a judgement."""
        if self._safe.on:
            return ""
        for one in self.snapshot.of(Judgement):
            if one.criterion == criterion and one.scope_unit == self.interview.scope_unit:
                stamp = self.snapshot.stamps.get(one.id)
                day = locale.day_and_month(stamp.at) if stamp else ""
                return tr("Settled {day}", day=day) if day else tr("Settled")
        return ""

    def pace(self, agenda: Agenda) -> Pace:
        """How the open interview keeps its time, with its questions as ``agenda`` shows them."""
        return Pace(
            elapsed=self._sitting.elapsed,
            planned=self.interview.minutes * 60,
            done=agenda.answered,
            total=agenda.total,
            state=self.interview.state,
            paused=self._sitting.paused,
        )

    def reading(self, criterion: str) -> Reading:
        """What is known about a question."""
        return reading_of(self.snapshot, assessed(self.snapshot), criterion, self.interview)

    def todos(self) -> tuple[Note, ...]:
        """To-dos of the open interview that are not done and may be seen now."""
        return tuple(
            note
            for note in self._notes()
            if note.note_kind is NoteKind.TODO and not note.done and self._may_show(note)
        )

    def loose_notes(self) -> tuple[Note, ...]:
        """Notes of the open interview without a question that may be seen now."""
        return tuple(note for note in self._notes() if not note.criteria and self._may_show(note))

    def _may_show(self, note: Note) -> bool:
        return not (self._safe.on and note.off_record)

    def _notes(self) -> tuple[Note, ...]:
        """The open interview's notes; looked for once while they are the same, of thousands."""
        notes, interview = self.snapshot.of(Note), self.interview.id
        if self._noted is None or self._noted[0] is not notes or self._noted[1] != interview:
            found = tuple(one for one in notes if one.interview == interview)
            self._noted = (notes, interview, found)
        return self._noted[2]

    def demonstration(self, criterion: str) -> EvidenceRequest | None:
        """The demonstration asked for at a question, if one is."""
        for one in self.snapshot.of(EvidenceRequest):
            if one.received is None and criterion in one.criteria:
                return one
        return None

    def is_ticked(self, criterion: str, prompt: str) -> bool:
        """Whether a follow-up or an evidence prompt (``follow_up/0``) of a question was put."""
        return f"{criterion}/{prompt}" in self.interview.ticked

    def refuses_na(self, criterion: Criterion | None) -> str:
        """Why a question cannot be not applicable; empty when it can."""
        if criterion is not None and criterion.type is CriterionType.KEY:
            return tr("One of the six key questions: it applies to everybody")
        return ""


def place_of(record: Record) -> tuple[str, str]:
    """The interview and the criterion a record belongs to; empty where it has none."""
    if isinstance(record, Answer):
        return record.interview, record.criterion
    if isinstance(record, Note):
        return record.interview or "", record.criteria[0] if record.criteria else ""
    if isinstance(record, Evidence):
        code = record.speaks_for[0].criterion if record.speaks_for else ""
        return record.interview or "", code
    if isinstance(record, EvidenceRequest):
        return record.interview or "", record.criteria[0] if record.criteria else ""
    if isinstance(record, Interview):
        return record.id, ""
    return "", ""
