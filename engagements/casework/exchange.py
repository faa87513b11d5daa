"""What comes in and goes out: a filled-in sheet as an interview, a checked copy of the file."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engagements.casework.answer_sheet import Entry
from engagements.casework.case import Case, Change, Edit
from engagements.file.actions import Action
from engagements.framework.model import AnswerValue, Framework, Role
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Answer, Interview, Note, Person
from engagements.records.base import identity
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.people import InterviewState
from engagements.records.snapshot import Snapshot


@dataclass(frozen=True)
class Occasion:
    """Whom a sheet comes from and when: a role of the framework, the words used, the day."""

    role: str
    title: str
    day: date

    @classmethod
    def read(cls, text: str, framework: Framework) -> Occasion:
        """Read ``ROLE, DATE``; ROLE is a role's code, its name, or a title that holds its words."""
        title, comma, day = (part.strip() for part in text.rpartition(","))
        if not comma or not title:
            raise Problem(
                tr('The interview "{text}" is not ROLE, DATE.', text=text),
                tr('As in: "ML engineer, 2026-11-20".'),
            )
        try:
            when = date.fromisoformat(day)
        except ValueError:
            raise Problem(
                tr('The interview\'s date "{day}" is not a day.', day=day), tr("As in: 2026-11-20.")
            ) from None
        role = _role(title, framework)
        named = role.name if title.upper() == role.code.upper() else title
        return cls(role.code, named, when)


def import_answers(case: Case, entries: Sequence[Entry], occasion: Occasion) -> Change:
    """Keep a sheet as one interview, whole or not at all; the same occasion again updates it.

    The note of n/a is its reason; other notes become notes of the interview.
    """
    with case.edit(Action.IMPORTED) as edit:
        interview, person = _interview(case.snapshot, edit, occasion, entries)
        for entry in entries:
            _keep(edit, entry, interview, person)
    return edit.done()


def take_in(case: Case, entries: Sequence[Entry], interview_id: str, person: str) -> Change:
    """Keep a filled-in sheet as what one interviewee said in an interview that is planned or held.

    Whole or not at all; an interview that had not begun counts as held from now on.
    """
    interview = case.snapshot.get(Interview, interview_id)
    if interview is None or person not in interview.people:
        raise Problem(
            tr("This interviewee does not take part in the interview."),
            tr("Choose somebody who does."),
        )
    criteria = tuple(entry.criterion for entry in entries)
    state = interview.state
    if state is InterviewState.PLANNED:
        state = InterviewState.HELD
    with case.edit(Action.IMPORTED) as edit:
        edit.revise(
            interview.model_copy(
                update={
                    "agenda": _with(interview.agenda, criteria),
                    "asked": _with(interview.asked, criteria),
                    "state": state,
                }
            )
        )
        for entry in entries:
            _keep(edit, entry, interview.id, person, interview.scope_unit)
    return edit.done()


def _with(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return (*known, *(one for one in more if one not in known))


def save_copy(
    case: Case,
    target: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """A verified copy of the whole engagement at ``target``, with the same passphrase.

    ``progress`` is told pages done and pages in all, and may let other work on the file run. A
    Problem when it cannot be written or was ``cancelled``; what stood there is then as it was.
    """
    case.file.backup(target, progress=progress, cancelled=cancelled)


def _keep(edit: Edit, entry: Entry, interview: str, person: str, unit: str = FIRST_UNIT_ID) -> None:
    reason = entry.note if entry.value is AnswerValue.NA else ""
    criterion, value = entry.criterion, entry.value
    edit.revise(
        Answer.of(criterion, interview, value, voice=person, scope_unit=unit, reason=reason)
    )
    if entry.note and not reason:
        note = identity("imported-note", entry.criterion, interview, person)
        edit.revise(
            Note(
                id=note,
                interview=interview,
                text=entry.note,
                criteria=(criterion,),
                scope_unit=unit,
            )
        )


def _interview(
    snapshot: Snapshot, edit: Edit, occasion: Occasion, entries: Sequence[Entry]
) -> tuple[str, str]:
    """Ids of the occasion's interview and interviewee, found again or made."""
    criteria = tuple(entry.criterion for entry in entries)
    found = _found(snapshot, occasion)
    if found is not None:
        edit.revise(found.model_copy(update={"asked": _with(found.asked, criteria)}))
        return found.id, found.people[0]
    person = _person(snapshot, occasion)
    if person is None:
        person = Person(id=secrets.token_hex(16), role=occasion.role, title=occasion.title)
        edit.revise(person)
    interview = Interview(
        id=secrets.token_hex(16),
        title=occasion.title,
        people=(person.id,),
        day=occasion.day,
        state=InterviewState.HELD,
        agenda=criteria,
        asked=criteria,
    )
    edit.revise(interview)
    return interview.id, person.id


def _found(snapshot: Snapshot, occasion: Occasion) -> Interview | None:
    """The interview of that day held with that one interviewee alone."""
    for interview in snapshot.of(Interview):
        if interview.day == occasion.day and len(interview.people) == 1:
            person = snapshot.get(Person, interview.people[0])
            if person is not None and _same(person, occasion):
                return interview
    return None


def _person(snapshot: Snapshot, occasion: Occasion) -> Person | None:
    return next((one for one in snapshot.of(Person) if _same(one, occasion)), None)


def _same(person: Person, occasion: Occasion) -> bool:
    return person.role == occasion.role and person.title.casefold() == occasion.title.casefold()


def _role(title: str, framework: Framework) -> Role:
    """The role of that code or name, else the one that shares most words; Problem when unclear."""
    said = title.casefold()
    for role in framework.roles:
        if said in (role.code.casefold(), role.name.casefold()):
            return role
    words = {_stem(word) for word in said.replace(",", " ").split()}
    shared = {
        role.code: len(words & {_stem(word) for word in role.name.casefold().split()})
        for role in framework.roles
    }
    best = max(shared.values(), default=0)
    fitting = [role for role in framework.roles if best and shared[role.code] == best]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(f"{role.code} ({role.name})" for role in framework.roles)
    raise Problem(
        tr('No role of the framework fits "{title}".', title=title),
        tr("Its roles: {known}.", known=known),
    )


def _stem(word: str) -> str:
    """The first five letters: "science" and "scientist" meet."""
    return word[:5]
