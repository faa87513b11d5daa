"""The glossary: terms of the framework and of this work, only those that the report uses."""

from __future__ import annotations

import re
import unicodedata

from engagements.framework.model import Value
from engagements.models import BaseModel
from report_templates.content.base import Part, Section
from report_templates.content.facts import Facts
from report_templates.content.strings import strings

TERMS = (
    "action",
    "answer",
    "blocker",
    "claimed",
    "criterion",
    "debt",
    "dimension",
    "engagement",
    "evidence",
    "finding",
    "interview",
    "judgement",
    "level",
    "metric",
    "possible",
    "roadmap",
    "scope_unit",
    "transition",
    "verified",
    "voice",
)


class Term(Value):
    """A term with what it means here."""

    name: str
    meaning: str


class TermGroup(Value):
    """Terms of one kind."""

    name: str
    terms: tuple[Term, ...]


class Glossary(Section):
    """The terms, in two groups: of this work, and of the framework."""

    groups: tuple[TermGroup, ...]


def of(known: Facts, content: BaseModel) -> Glossary:
    """The terms that occur in the rest of a report, in the order of its language's alphabet."""
    say = known.say
    said = "\n".join(strings(content)).casefold()
    own = [
        Term(name=say(f"glossary.{one}.name"), meaning=say(f"glossary.{one}.meaning"))
        for one in TERMS
        if used(say(f"glossary.{one}.forms"), said)
    ]
    groups = (
        TermGroup(name=say("glossary.work"), terms=tuple(sorted(own, key=_place))),
        TermGroup(name=say("glossary.dimensions"), terms=_dimensions(known, said)),
        TermGroup(name=say("glossary.kinds"), terms=_kinds(known)),
    )
    return Glossary(
        heading=known.heading(Part.GLOSSARY.value, say("glossary.title")),
        groups=tuple(one for one in groups if one.terms),
    )


def used(forms: str, said: str) -> bool:
    """True when one of the forms, parted by "|", stands in a casefolded text as whole words."""
    found = "|".join(re.escape(form.strip().casefold()) for form in forms.split("|"))
    return re.search(rf"\b(?:{found})\b", said) is not None


def _dimensions(known: Facts, said: str) -> tuple[Term, ...]:
    return tuple(
        Term(name=one.name, meaning=one.scope)
        for one in known.framework.dimensions
        if one.name.casefold() in said
    )


def _kinds(known: Facts) -> tuple[Term, ...]:
    say = known.say
    return tuple(
        Term(name=say("glossary.kind", name=one.name), meaning=one.meaning)
        for one in known.framework.types
    )


def _place(term: Term) -> str:
    """Where a term stands: marks on letters count for nothing."""
    return unicodedata.normalize("NFKD", term.name).casefold()
