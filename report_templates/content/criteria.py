"""Criteria as tables print them: answers by role, evidence with its grade, what was determined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagements.assessment.model import Consolidated
from engagements.framework.model import AnswerValue, Criterion, Value
from engagements.records import Answer, Evidence, Interview, Judgement
from report_templates.content.answers import AnswerCell, Columns, Said, said
from report_templates.content.blockers import Reference
from report_templates.content.evidence import key as evidence_key
from report_templates.content.evidence import reference
from report_templates.content.facts import Facts, units_named
from report_templates.figures.model import Glyph

VERDICTS = {
    AnswerValue.YES: Glyph.MET,
    AnswerValue.PARTLY: Glyph.PARTLY,
    AnswerValue.NO: Glyph.NOT_MET,
    AnswerValue.NA: Glyph.NOT_APPLICABLE,
    AnswerValue.UNKNOWN: Glyph.UNKNOWN,
}


CLOSED = (frozenset({AnswerValue.YES}), frozenset({AnswerValue.NA}))
"""Readings that leave nothing to do."""


class Proof(Value):
    """The evidence behind an answer: the item that carries it best, how many more there are.

    The grade is that item's. Without items it is that of what was said, and ``first`` its name;
    no grade is shown where nothing was said.
    """

    grade: int | None
    first: Reference
    more: str = ""


class Verdict(Value):
    """What a criterion counts as; ``differs`` where voices gave different answers."""

    glyph: Glyph
    text: str
    differs: bool


class CriterionRow(Value):
    """One criterion. ``note`` is the reason of its judgement, or of being not applicable."""

    id: str
    number: str
    title: str
    note: str
    answers: tuple[AnswerCell, ...]
    proof: Proof
    verdict: Verdict


@dataclass(frozen=True)
class Ledger:
    """Everything that rows of criteria are made from, gathered once."""

    known: Facts
    said: Said
    items: Mapping[str, Sequence[Evidence]]
    """Evidence by criterion, in the register's order."""
    reasons: Mapping[str, Sequence[str]]
    days: Mapping[str, frozenset[date]]
    """By criterion, the days of the interviews in which it was answered."""
    debt: frozenset[str]
    units: Mapping[str, str]
    """The names of scope units by their ids; none for only one."""

    @classmethod
    def of(cls, known: Facts) -> Ledger:
        """The ledger of an engagement."""
        items: dict[str, list[Evidence]] = {}
        for one in known.basis.evidence:
            for criterion in dict.fromkeys(speech.criterion for speech in one.speaks_for):
                items.setdefault(criterion, []).append(one)
        return cls(
            known=known,
            said=said(known),
            items=items,
            reasons=_reasons(known),
            days=_days(known),
            debt=frozenset(one.criterion for one in known.case.level.debt),
            units=units_named(known),
        )

    def row(self, criterion: Criterion, columns: Columns) -> CriterionRow:
        """One criterion with the answers of these columns."""
        found = self.known.case.consolidated[criterion.id]
        return CriterionRow(
            id=criterion.id,
            number=criterion.id.partition("-")[2] or criterion.id,
            title=criterion.title,
            note=" ".join([*self.by_unit(criterion.id), *self.reasons.get(criterion.id, ())]),
            answers=columns.cells(self.said.get(criterion.id, {}), self.known.say),
            proof=self.proof(found),
            verdict=self.verdict(found),
        )

    def is_open(self, criterion: str) -> bool:
        """True while a criterion is neither met nor without use here."""
        return self.known.case.consolidated[criterion].reading not in CLOSED

    def by_unit(self, criterion: str) -> tuple[str, ...]:
        """What each scope unit counts as, where they differ: the whole is as the weakest."""
        say, found = self.known.say, self.known.case.units
        named: dict[str, list[str]] = {}
        for unit, name in self.units.items():
            named.setdefault(self.verdict(found[unit][criterion]).text, []).append(name)
        if len(named) < 2:
            return ()
        return tuple(
            say("units.counts", as_=as_, units=say.some(of, "units.others"))
            for as_, of in named.items()
        )

    def proof(self, found: Consolidated, unit: str = "") -> Proof:
        """The item that carries the answer best stands first; of all scope units, or of one."""
        say = self.known.say
        every = self.items.get(found.criterion, ())
        items = [one for one in every if unit in ("", one.scope_unit)]
        if not items:
            answered = found.reading != frozenset({AnswerValue.UNKNOWN})
            name = say.within(self.known.framework.grades[found.grade].name)
            text = name if answered else say("criteria.no_evidence")
            return Proof(grade=found.grade if answered else None, first=Reference(text=text))

        def weight(item: Evidence) -> tuple[bool, int]:
            speaks = any(
                one.criterion == found.criterion and one.value in found.reading
                for one in item.speaks_for
            )
            return not speaks, -item.grade

        first = min(items, key=weight)
        return Proof(
            grade=first.grade,
            first=Reference(text=reference(first), link=evidence_key(first)),
            more=say("story.more_refs", n=len(items) - 1) if len(items) > 1 else "",
        )

    def verdict(self, found: Consolidated) -> Verdict:
        """What a criterion counts as: open while nobody knows, or while answers differ."""
        say, reading = self.known.say, found.reading
        value = next(iter(reading)) if len(reading) == 1 else AnswerValue.UNKNOWN
        glyph, word = VERDICTS[value], say(f"criteria.verdict.{value.value}")
        if value is AnswerValue.YES and found.criterion in self.debt:
            glyph, word = Glyph.DEBT, say("criteria.verdict.debt")
        return Verdict(glyph=glyph, text=word, differs=found.disagreement)


def _days(known: Facts) -> Mapping[str, frozenset[date]]:
    held = {one.id: one.day for one in known.snapshot.of(Interview)}
    found: dict[str, set[date]] = {}
    for one in known.snapshot.of(Answer):
        if one.interview in held:
            found.setdefault(one.criterion, set()).add(held[one.interview])
    return {criterion: frozenset(days) for criterion, days in found.items()}


def _reasons(known: Facts) -> Mapping[str, Sequence[str]]:
    """Why a criterion was judged as it was, else why it is not applicable."""
    judged: dict[str, list[str]] = {}
    for one in known.snapshot.of(Judgement):
        if one.reason.strip():
            judged.setdefault(one.criterion, []).append(
                known.say("criteria.judged", reason=one.reason.strip())
            )
    left: dict[str, list[str]] = {}
    for one in known.snapshot.of(Answer):
        found = known.case.consolidated.get(one.criterion)
        if one.value is AnswerValue.NA and found and AnswerValue.NA in found.reading:
            left.setdefault(one.criterion, []).append(
                known.say("criteria.not_applicable", reason=one.reason.strip())
            )
    return {key: list(dict.fromkeys(ones)) for key, ones in {**left, **judged}.items()}
