"""What an interview leaves once it is over, as values: what was asked, and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass

from engagements.records import Answer, EvidenceRequest, Interview
from engagements.records.people import ROOM, InterviewState
from ui.interview.showing import Showing
from ui.parts.voices import person_words


@dataclass(frozen=True)
class Ending:
    """One interview that is over; answered, parked and left open together are its questions.

    What was parked after it was answered is still to be taken up again: it counts as parked.
    """

    answered: int
    parked: int
    left_open: int
    loose: tuple[str, ...]
    """Ids of notes without a question."""
    todos: int
    requested: int
    """Evidence asked for and not received."""
    records: tuple[tuple[str, str], ...] = ()
    """Who answered and can confirm the record: id and name; nobody while the client looks."""
    following: tuple[str, str] | None = None
    """The next planned interview: id and title; None while the client looks."""

    @property
    def total(self) -> int:
        """How many questions there were."""
        return self.answered + self.parked + self.left_open


def ending_of(show: Showing, *, safe: bool) -> Ending:
    """What the open interview leaves; ``safe`` names nobody and no other interview."""
    agenda, here = show.agenda(), show.interview
    parked = sum(row.parked for row in agenda.rows)
    answered = sum(row.value is not None and not row.parked for row in agenda.rows)
    waiting = [
        one
        for one in show.snapshot.of(EvidenceRequest)
        if one.interview == here.id and one.received is None
    ]
    return Ending(
        answered=answered,
        parked=parked,
        left_open=agenda.total - answered - parked,
        loose=tuple(note.id for note in show.loose_notes()),
        todos=len(show.todos()),
        requested=len(waiting),
        records=() if safe else _records(show, here),
        following=None if safe else _following(show, here),
    )


def _records(show: Showing, here: Interview) -> tuple[tuple[str, str], ...]:
    voices = {one.voice for one in show.snapshot.of(Answer) if one.interview == here.id}
    answered = (one for one in here.people if {one, ROOM} & voices)
    return tuple((one, person_words(show.snapshot, one)) for one in answered)


def _following(show: Showing, here: Interview) -> tuple[str, str] | None:
    """The planned one after this, else the first that is planned."""
    every = show.interviews()
    at = next((n for n, one in enumerate(every) if one.id == here.id), -1)
    for one in (*every[at + 1 :], *every[: at + 1]):
        if one.state is InterviewState.PLANNED and one.id != here.id:
            return one.id, one.title
    return None
