"""Who said what about each criterion, by role: the columns of answers that tables print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engagements.framework.model import AnswerValue, Value
from engagements.records import Answer, Interview, Person
from engagements.records.people import ROOM
from report_templates.content.basis import source
from report_templates.content.facts import Facts
from report_templates.figures.model import Glyph
from report_templates.words import Words

MOST_ROLES = 4
"""Columns of a table of answers; what further roles said goes to one more as counts."""
ORDER = (
    AnswerValue.YES,
    AnswerValue.PARTLY,
    AnswerValue.NO,
    AnswerValue.NA,
    AnswerValue.UNKNOWN,
)
Said = Mapping[str, Mapping[str, Sequence[AnswerValue]]]
"""By criterion, then by role (or pseudonym): every answer given."""


class AnswerCell(Value):
    """What one role said: a mark with its letter, counts where voices differ, else a dash."""

    glyph: Glyph | None = None
    text: str


@dataclass(frozen=True)
class Columns:
    """The roles that have a column, by answers given, and those that share the last one."""

    shown: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def any(self) -> bool:
        """False when nobody said anything about these criteria."""
        return bool(self.shown)

    def heads(self, say: Words) -> tuple[str, ...]:
        """What stands over the columns."""
        return (*self.shown, say("answers.others")) if self.others else self.shown

    def cells(
        self, said: Mapping[str, Sequence[AnswerValue]], say: Words
    ) -> tuple[AnswerCell, ...]:
        """The answers to one criterion, column by column."""
        found = [_cell(said.get(role, ()), say) for role in self.shown]
        if self.others:
            rest = [value for role in self.others for value in said.get(role, ())]
            found.append(AnswerCell(text=counted(rest, say) if rest else say("answers.none")))
        return tuple(found)


def said(known: Facts) -> Said:
    """Every answer of an engagement, over all scope units, under the roles it stands for."""
    snapshot = known.snapshot
    people = {one.id: one for one in snapshot.of(Person)}
    present = {one.id: one.people for one in snapshot.of(Interview)}
    alone: dict[tuple[str, str, str], set[str]] = {}
    for one in snapshot.of(Answer):
        if one.voice != ROOM:
            place = (one.interview, one.criterion, one.scope_unit)
            alone.setdefault(place, set()).add(one.voice)
    found: dict[str, dict[str, list[AnswerValue]]] = {}
    for one in snapshot.of(Answer):
        voices: Iterable[str] = (one.voice,)
        if one.voice == ROOM:
            silent = alone.get((one.interview, one.criterion, one.scope_unit), set())
            voices = [who for who in present.get(one.interview, ()) if who not in silent]
        roles = source(people.get(who) for who in voices)
        for role in roles or (known.say("answers.room"),):
            found.setdefault(one.criterion, {}).setdefault(role, []).append(one.value)
    return found


def columns(found: Said, criteria: Iterable[str]) -> Columns:
    """The roles heard on these criteria, most answers first; equal ones by name."""
    given = Counter[str]()
    for criterion in criteria:
        for role, values in found.get(criterion, {}).items():
            given[role] += len(values)
    ranked = sorted(given, key=lambda role: (-given[role], role))
    return Columns(tuple(ranked[:MOST_ROLES]), tuple(ranked[MOST_ROLES:]))


def letter(value: AnswerValue, say: Words) -> str:
    """The letter that stands for an answer."""
    return say(f"marks.{value.value}.letter")


def counted(values: Sequence[AnswerValue], say: Words) -> str:
    """Answers as counts: "2Y 1N"."""
    count = Counter(values)
    return " ".join(f"{count[one]}{letter(one, say)}" for one in ORDER if count[one])


def _cell(values: Sequence[AnswerValue], say: Words) -> AnswerCell:
    if not values:
        return AnswerCell(text=say("answers.none"))
    if len(set(values)) > 1:
        return AnswerCell(text=counted(values, say))
    return AnswerCell(glyph=Glyph(values[0].value), text=letter(values[0], say))
