"""Method and scoring rules: how a level is reached, on what basis, and who accepts it."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from engagements.framework.model import CriterionType, Value
from engagements.records import Judgement
from engagements.records.outcome import Signatory
from report_templates.content.answers import Said, counted, said
from report_templates.content.base import Part, Section
from report_templates.content.cover import Fact
from report_templates.content.facts import Facts, known_somewhere
from report_templates.words import Words

SIGN_IN_ORDER: tuple[Signatory, ...] = get_args(Signatory)
FOR_CLIENT = {"client", "roadmap"}
RULES = ("points", "level", "overall", "possible", "verified", "claimed", "debt", "voices")


class RuleText(Value):
    """One scoring rule in words."""

    name: str
    text: str


class GradeText(Value):
    """One evidence grade, and the criteria an answer of that grade can verify."""

    grade: int
    name: str
    meaning: str
    verifies: str


class JudgementRow(Value):
    """One answer settled by the assessor, with what was said and why."""

    id: str
    title: str
    value: str
    said: str
    reason: str


class JudgementLog(Value):
    """Every judgement call; ``none`` stands in place of rows."""

    title: str
    heads: tuple[str, str, str, str]
    rows: tuple[JudgementRow, ...]
    none: str


class Method(Section):
    """The method page."""

    client: str
    rules: tuple[RuleText, ...]
    grades: tuple[GradeText, ...]
    scope: tuple[Fact, ...]
    dates: str
    limits: tuple[str, ...]
    judgements: JudgementLog | None
    """Where the report prints the criteria that were judged."""
    sign_note: str
    signatories: tuple[tuple[str, bool], ...]
    """Role of each, one to four, and True when it signs for the client."""


def of(known: Facts) -> Method:
    """The method of a rule set, with the figures of an engagement."""
    say = known.say
    return Method(
        heading=known.heading(Part.METHOD.value, say("method.title")),
        client=known.client or say("client.unnamed"),
        rules=tuple(_rule(known, name) for name in RULES),
        grades=tuple(_grade(known, grade) for grade in range(len(known.framework.grades))),
        scope=_scope(known),
        dates=say("method.dates.text") if known.transitions else say("method.dates.none"),
        limits=tuple(_limits(known)),
        judgements=_judgements(known) if known.has(Part.DIMENSIONS) else None,
        sign_note=say("method.sign.note"),
        signatories=tuple(
            (say(f"method.sign.{one}"), one in FOR_CLIENT)
            for one in SIGN_IN_ORDER
            if one in known.settings.signatories
        ),
    )


def in_brief(known: Facts) -> str:
    """How a level is reached and what the report rests on, in a few sentences."""
    say = known.say
    interviews = say.many("method.brief.interviews", len(known.basis.interviews))
    evidence = say.many("method.brief.evidence", len(known.basis.evidence))
    full = _percent(known.framework.limits.full, say)
    return say("method.brief.text", full=full, interviews=interviews, evidence=evidence)


def _judgements(known: Facts) -> JudgementLog:
    say = known.say
    order = {one.id: place for place, one in enumerate(known.framework.criteria)}
    found = [one for one in known.snapshot.of(Judgement) if one.criterion in order]
    found.sort(key=lambda one: (order[one.criterion], one.scope_unit))
    heard = said(known)
    return JudgementLog(
        title=say("judgements.title"),
        heads=(
            say("dimension.head_criterion"),
            say("judgements.value"),
            say("judgements.said"),
            say("judgements.reason"),
        ),
        rows=tuple(_judgement(known, one, heard) for one in found),
        none="" if found else say("judgements.none"),
    )


def _judgement(known: Facts, one: Judgement, heard: Said) -> JudgementRow:
    say = known.say
    values = [value for given in heard.get(one.criterion, {}).values() for value in given]
    reason = one.reason.strip() or say("left_out.no_reason")
    if known.case.units[one.scope_unit][one.criterion].stale:
        reason = say("judgements.stale", reason=reason)
    return JudgementRow(
        id=one.criterion,
        title=known.framework.criterion[one.criterion].title,
        value=say(f"criteria.verdict.{one.value.value}"),
        said=counted(values, say) or say("summary.missing"),
        reason=reason,
    )


def _percent(share: Decimal, say: Words) -> str:
    return say("number.percent", n=say.number(share * 100))


def _rule(known: Facts, name: str) -> RuleText:
    say, limits = known.say, known.framework.limits
    least = limits.minimum_grade
    words = {one.code: one.name for one in known.framework.types}
    text = say(
        f"method.rule.{name}.text",
        full=_percent(limits.full, say),
        plus=_percent(limits.plus, say),
        above=say.count(limits.debt_from),
        key=least[CriterionType.KEY],
        core=least[CriterionType.CORE],
        supplementary=least[CriterionType.SUPPLEMENTARY],
        key_name=say.within(words[CriterionType.KEY]),
    )
    return RuleText(name=say(f"method.rule.{name}.name"), text=text)


def _grade(known: Facts, grade: int) -> GradeText:
    found, least = known.framework.grades[grade], known.framework.limits.minimum_grade
    say = known.say
    kinds = [say.within(one.name) for one in known.framework.types if least[one.code] <= grade]
    verifies = say.listed(kinds) if kinds else say("method.verifies_none")
    return GradeText(
        grade=grade,
        name=found.name,
        meaning=found.meaning,
        verifies=verifies[:1].upper() + verifies[1:],
    )


def _scope(known: Facts) -> tuple[Fact, ...]:
    say, basis = known.say, known.basis
    rows = [
        ("criteria", len(known.framework.criteria)),
        ("answered", known.case.answered),
        ("not_applicable", basis.not_applicable),
        ("interviews", len(basis.interviews)),
        ("roles", len(basis.roles)),
        ("evidence", len(basis.evidence)),
    ]
    if basis.models:
        rows.append(("models", basis.models))
    units = len(known.snapshot.scope_units)
    if units > 1:
        rows.append(("units", units))
    return tuple(Fact(label=say(f"method.scope.{name}"), text=str(n)) for name, n in rows)


def _limits(known: Facts) -> list[str]:
    say, case, basis = known.say, known.case, known.basis
    found: list[str] = []
    if not basis.interviews:
        found.append(say("method.limit.no_interviews"))
    if basis.planned:
        found.append(say.many("method.limit.planned", basis.planned))
    if case.unknown:
        slot = "unknown_units" if known_somewhere(known, case.unknown) else "unknown"
        found.append(say.many(f"method.limit.{slot}", len(case.unknown)))
    if case.disagreements:
        found.append(say.many("method.limit.differ", len(case.disagreements)))
    stale = sum(one.stale for one in case.consolidated.values())
    if stale:
        found.append(say.many("method.limit.stale", stale))
    days = basis.days
    if days:
        found.append(say("method.limit.period", period=say.span(*days)))
    found.append(say("method.limit.scope"))
    return found
