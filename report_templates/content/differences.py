"""Where interviewees answered differently, and what decided."""

from __future__ import annotations

from collections.abc import Sequence

from engagements.assessment.model import Consolidated
from engagements.framework.model import AnswerValue, Criterion, Value
from report_templates.content.answers import ORDER
from report_templates.content.criteria import Ledger
from report_templates.words import capital

MOST_ROLES = 3
"""Roles that one answer is told of by name; more are counted."""
MOST = 5
"""Criteria that are told one by one; the table marks all of them."""


class Disagreement(Value):
    """The box of a page: one sentence per criterion."""

    title: str
    lines: tuple[str, ...]
    more: str = ""


def disagreement(ledger: Ledger, criteria: Sequence[Criterion]) -> Disagreement | None:
    """What differs among these criteria; None where nothing does."""
    say, case = ledger.known.say, ledger.known.case
    differing = [one for one in criteria if case.consolidated[one.id].disagreement]
    if not differing:
        return None
    left = len(differing) - MOST
    return Disagreement(
        title=say.many("disagreement.title", len(differing)),
        lines=tuple(_line(ledger, one) for one in differing[:MOST]),
        more=say.many("disagreement.more", left) if left > 0 else "",
    )


def _line(ledger: Ledger, criterion: Criterion) -> str:
    say = ledger.known.say
    by_value: dict[AnswerValue, list[str]] = {}
    for role, values in ledger.said.get(criterion.id, {}).items():
        for value in values:
            heard = by_value.setdefault(value, [])
            if role not in heard:
                heard.append(role)
    parts = [
        say(f"disagreement.{value.value}", roles=_roles(ledger, by_value[value]))
        for value in ORDER
        if value in by_value and value is not AnswerValue.UNKNOWN
    ]
    number = criterion.id.partition("-")[2] or criterion.id
    told = say("disagreement.line", number=number, parts=capital("; ".join(parts)))
    return f"{told} {_decided(ledger, criterion)}"


def _roles(ledger: Ledger, roles: Sequence[str]) -> str:
    if len(roles) > MOST_ROLES:
        return ledger.known.say.many("disagreement.roles", len(roles))
    return ", ".join(roles)


def _decided(ledger: Ledger, criterion: Criterion) -> str:
    """What decided, in each scope unit whose answers differ; named where that is not one thing."""
    say, names = ledger.known.say, ledger.units
    by_unit = {
        unit: _decision(ledger, found[criterion.id], unit)
        for unit, found in ledger.known.case.units.items()
        if found[criterion.id].disagreement
    }
    if len(set(by_unit.values())) == 1 and len(by_unit) == len(ledger.known.case.units):
        return next(iter(by_unit.values()))
    return " ".join(say("units.of", unit=names[one], text=said) for one, said in by_unit.items())


def _decision(ledger: Ledger, found: Consolidated, unit: str) -> str:
    say = ledger.known.say
    if len(found.reading) != 1:
        return say("disagreement.open")
    (value,) = found.reading
    word = say(f"disagreement.value.{value.value}")
    if found.judged:
        return say("disagreement.judged", value=word)
    proof = ledger.proof(found, unit)
    if proof.first.link:
        return say("disagreement.evidence", value=word, evidence=proof.first.text)
    return say("disagreement.words", value=word)
