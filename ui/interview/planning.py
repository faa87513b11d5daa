"""What an interview is planned to be: whom, when, and which questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal
from uuid import uuid4

from engagements.framework.model import CriterionType, Framework
from engagements.language import tr
from engagements.records import Interview, Person
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.interview.agenda import in_framework_order, proposed
from ui.interview.diagnosing import timed
from ui.parts.voices import person_words

Pack = Literal["lead", "also", "core"]
LENGTHS = (30, 45, 60, 90)
"""Planned minutes on offer."""


@dataclass(frozen=True)
class Plan:
    """An interview before it is kept. ``chosen`` None follows the people's role packs."""

    people: tuple[str, ...] = ()
    day: date = date.min
    starts: str = ""
    """Hour and minute as typed: ``14:00``; empty when open."""
    minutes: int = 60
    pack: Pack = "also"
    chosen: tuple[str, ...] | None = None
    before: Interview | None = None
    """The interview that is planned anew; None for a new one."""
    role: str = ""
    """The role that is to be asked, offered for an interviewee still to be added."""
    unit: str = ""
    """The scope unit that a new interview is about; empty is the first one."""

    def agenda(self, snapshot: Snapshot) -> tuple[str, ...]:
        """The questions: chosen by hand, else what the packs propose."""
        if self.chosen is not None:
            return self.chosen
        return offered(snapshot.framework, self.roles(snapshot), self.pack)

    def roles(self, snapshot: Snapshot) -> tuple[str, ...]:
        """The roles of the people."""
        found = (snapshot.get(Person, one) for one in self.people)
        return tuple(person.role for person in found if person is not None)

    def having(self, snapshot: Snapshot, criteria: Iterable[str], *, on: bool) -> Plan:
        """With these questions put in or taken out by hand."""
        asked = set(self.agenda(snapshot))
        asked = asked | set(criteria) if on else asked - set(criteria)
        return replace(self, chosen=in_framework_order(snapshot.framework, asked))

    def fault(self, snapshot: Snapshot) -> str:
        """What is missing, in words; empty when it can be kept."""
        if not self.people:
            return tr("Choose or add an interviewee.")
        if self.starts.strip() and clock_of(self.starts) is None:
            return tr("Give the hour like 14:00, or leave it open.")
        if not self.agenda(snapshot):
            return tr("Choose a question at least.")
        return ""

    def interview(self, snapshot: Snapshot, author: str) -> Interview:
        """The interview as it is to be kept."""
        hour = clock_of(self.starts)
        old = self.before
        fields = {
            "title": title_of(snapshot, self.people),
            "people": self.people,
            "day": self.day,
            "starts": datetime.combine(self.day, hour) if hour else None,
            "minutes": self.minutes,
            "agenda": self.agenda(snapshot),
        }
        if old is not None:
            return old.model_copy(update=fields)
        unit = self.unit or snapshot.scope_units[0].id
        fresh = Interview(id=uuid4().hex, assessors=(author,), scope_unit=unit, **fields)  # type: ignore[arg-type]
        return timed(snapshot.framework, fresh)


def plan_of(interview: Interview) -> Plan:
    """The plan of an interview that is there."""
    return Plan(
        people=interview.people,
        day=interview.day,
        starts=locale.time(interview.starts) if interview.starts else "",
        minutes=interview.minutes,
        chosen=interview.agenda,
        before=interview,
        unit=interview.scope_unit,
    )


def offered(framework: Framework, roles: Sequence[str], pack: Pack) -> tuple[str, ...]:
    """The questions of a pack: what the roles lead on, are also asked, or all core criteria."""
    if pack == "core":
        core = (one.id for one in framework.criteria if one.type is not CriterionType.SUPPLEMENTARY)
        return tuple(core)
    return proposed(framework, roles, also=pack == "also")


def title_of(snapshot: Snapshot, people: Sequence[str]) -> str:
    """What an interview is called: its people."""
    names = [person_words(snapshot, one) for one in people]
    return tr(" and ").join(names) or tr("Interview")


def clock_of(words: str) -> time | None:
    """An hour as typed (``14:00``, ``14.30``, ``9``), None when it is none."""
    hour, _, minute = words.strip().replace(".", ":").partition(":")
    if not hour.isdecimal() or (minute and not minute.isdecimal()):
        return None
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None
