"""How people, answers and levels are called on screen, and what everybody said to a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engagements.assessment.model import Consolidated, Voiced
from engagements.framework.model import AnswerValue, Framework
from engagements.language import tr
from engagements.records import Answer, Interview, Note, Person
from engagements.records.answers import NoteKind
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot
from ui import locale


@dataclass(frozen=True)
class Said:
    """One voice's answer beside the others."""

    who: str
    value: AnswerValue
    words: str
    """A quote or the beginning of a note from there; empty without."""
    quoted: bool
    support: str
    """Grade in words and when: ``Shown, 20 Nov``."""
    grade: int
    here: bool
    """From the interview on screen."""


def level_words(low: int, high: int, *, plus: bool = False) -> str:
    """A level for a reader: ``0 to 1`` while open, ``1+`` beyond half way, else ``1``."""
    if high > low:
        return tr("{low} to {high}", low=low, high=high)
    return f"{low}+" if plus else str(low)


def person_words(snapshot: Snapshot, person: str) -> str:
    """How an interviewee is called on screen: the title, else the name, else the role."""
    found = snapshot.get(Person, person)
    if found is None:
        return tr("Somebody who was taken out")
    role = snapshot.framework.role.get(found.role)
    return found.title or found.name or (role.name if role else found.role)


def voice_words(snapshot: Snapshot, voice: str, interview: Interview | None = None) -> str:
    """How a voice is called: the room with its interview, or the person."""
    if voice != ROOM:
        return person_words(snapshot, voice)
    return tr("{interview}, together", interview=interview.title) if interview else tr("The room")


def said_by_all(
    snapshot: Snapshot, found: Consolidated, criterion: str, here: Interview | None = None
) -> tuple[Said, ...]:
    """Every answer to the question by day; those of the interview ``here`` last."""
    interviews = {one.id: one for one in snapshot.of(Interview)}
    notes = _noted(snapshot).get(criterion, ())
    said: list[tuple[bool, str, Said]] = []
    for voiced in found.voices:
        answer = _head(snapshot, voiced)
        interview = interviews.get(answer.interview) if answer else None
        if answer is None or interview is None:
            continue
        mine = here is not None and interview.id == here.id
        words, quoted = _words(notes, interview.id) if _is_whole(answer, interview) else ("", False)
        when = tr("now") if mine else locale.day_and_month(interview.day)
        said.append(
            (
                mine,
                interview.day.isoformat(),
                Said(
                    who=_who(snapshot, answer, interview, here),
                    value=voiced.value,
                    words=answer.reason or words,
                    quoted=quoted and not answer.reason,
                    support=_support(snapshot, answer, voiced.grade, when),
                    grade=voiced.grade,
                    here=mine,
                ),
            )
        )
    return tuple(one for _, _, one in sorted(said, key=lambda each: each[:2]))


def noted_together(snapshot: Snapshot, found: Consolidated, criterion: str) -> tuple[str, ...]:
    """What was noted where people answered one by one: a note does not say whose words it has."""
    heads = [one for one in (_head(snapshot, voiced) for voiced in found.voices) if one]
    said: list[str] = []
    for interview in snapshot.of(Interview):
        own = [one for one in heads if one.interview == interview.id]
        if own and not any(_is_whole(one, interview) for one in own):
            words, _ = _words(_noted(snapshot).get(criterion, ()), interview.id)
            who = voice_words(snapshot, ROOM, interview)
            said += [f"{who}: {words}"] if words else []
    return tuple(said)


def _is_whole(answer: Answer, interview: Interview) -> bool:
    """Whether a voice speaks for its whole interview, so that the notes there are its own."""
    return answer.voice == ROOM or len(interview.people) == 1


def _head(snapshot: Snapshot, voiced: Voiced) -> Answer | None:
    """The answer that gave a value; two may stand under one id until a conflict is settled."""
    heads = snapshot.heads.get(Answer.kind, {}).get(voiced.answer, ())
    found = [one for one in heads if isinstance(one, Answer)]
    return next((one for one in found if one.value is voiced.value), None)


@dataclass(frozen=True)
class _Noted:
    """Notes and the same by criterion."""

    notes: tuple[Note, ...]
    by_criterion: Mapping[str, Sequence[Note]]


def _noted(snapshot: Snapshot) -> Mapping[str, Sequence[Note]]:
    """Notes by criterion; kept while they are the same, there may be thousands."""
    last = snapshot.beside.get(__name__)
    notes = snapshot.of(Note)
    if not isinstance(last, _Noted) or last.notes is not notes:
        found: dict[str, list[Note]] = {}
        for note in notes:
            for criterion in note.criteria:
                found.setdefault(criterion, []).append(note)
        last = snapshot.beside[__name__] = _Noted(notes, found)
    return last.by_criterion


def _support(snapshot: Snapshot, answer: Answer, grade: int, when: str) -> str:
    """What an answer rests on and when it was given; and when the interviewee set it right."""
    words = f"{snapshot.framework.grades[grade].name}, {when}"
    if answer.corrected is None:
        return words
    day = locale.day_and_month(answer.corrected)
    return tr("{words}, set right by the interviewee {day}", words=words, day=day)


def _who(snapshot: Snapshot, answer: Answer, interview: Interview, here: Interview | None) -> str:
    if here and interview.id == here.id and (len(here.people) == 1 or answer.voice == ROOM):
        return tr("This interview")
    return voice_words(snapshot, answer.voice, interview)


def _words(notes: Sequence[Note], interview: str) -> tuple[str, bool]:
    """A quote of an interview if there is one, else the beginning of a note."""
    there = [note for note in notes if note.interview == interview]
    quotes = [note for note in there if note.note_kind is NoteKind.QUOTE]
    plain = [note for note in there if note.note_kind is NoteKind.NOTE]
    for note in (*quotes, *plain):
        words = " ".join(note.text.split())
        quoted = note.note_kind is NoteKind.QUOTE
        inside = words.strip('“”"')
        return (f"“{inside}”" if quoted else words), quoted
    return "", False


def answer_label(framework: Framework, value: AnswerValue) -> str:
    """An answer's word, as the framework has it."""
    return next(one.label for one in framework.answers if one.code is value)
