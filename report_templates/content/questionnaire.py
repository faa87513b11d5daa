"""A blank questionnaire: whom it is for, its criteria, and what yes, partly and no mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from engagements.framework.model import AnswerValue, Criterion, CriterionType, Framework, Value
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Interview, Person
from engagements.records.snapshot import Snapshot
from report_templates.content.answers import ORDER
from report_templates.content.cover import Fact
from report_templates.content.facts import settings_of, unit_name
from report_templates.content.paper import Paper
from report_templates.content.sending import sendable
from report_templates.figures.model import Glyph
from report_templates.words import Words, nearest


class Question(Value):
    """One criterion as it is asked; ``answers`` are the ones that it allows.

    ``meanings`` are those of yes, partly and no, each with its mark; ``show`` names evidence.
    """

    criterion: str
    question: str
    yes: str
    partly: str
    no: str
    answers: tuple[str, ...]
    show: str = ""


class RoleSheet(Value):
    """What one role, or one interviewee, is asked. ``head`` is filled in as far as it is known."""

    role: str
    name: str
    title: str
    head: tuple[Fact, ...] = ()
    questions: tuple[Question, ...]
    none: str = ""
    continued: str = ""


class Questionnaire(Paper):
    """All sheets with their words. ``heads`` are those of a question's fields, answer and note."""

    kind: ClassVar[str] = "questionnaire"
    about: str
    """What to do in a workbook."""
    by_hand: str
    """What to do on paper."""
    heads: tuple[str, str, str, str, str, str, str]
    meanings: tuple[tuple[Glyph, str], ...]
    """The marks of yes, partly and no with their words."""
    choose: str
    """Said where something else than an answer is entered."""
    roles: tuple[RoleSheet, ...]

    def foot(self, say: Words) -> str:
        """What stands in the middle of a page's foot."""
        return say("pack.foot", issued=self.issued_text, rule_set=self.rule_set)


@dataclass(frozen=True)
class _Known:
    """What stands in a sheet's head already; the rest is filled in by hand."""

    name: str = ""
    day: str = ""
    unit: str = ""


NOTHING = _Known()


def of(
    snapshot: Snapshot,
    issued: date,
    *,
    roles: Sequence[str] = (),
    interview: Interview | None = None,
    language: str | None = None,
) -> Questionnaire:
    """The questionnaire of an interview, or of some roles; else of every role.

    It speaks ``language``, else that of the rule set. Nobody is named but whom it is for.
    """
    framework = snapshot.framework
    say = nearest(language or framework.language)
    labels = {one.code: one.label for one in framework.answers}
    if interview is None:
        sheets = tuple(_of_roles(snapshot, roles, say))
    else:
        sheets = tuple(_of_people(snapshot, interview, say))
    client = snapshot.client.name.strip() or say("client.unnamed")
    names = ("criterion", "question", "yes", "partly", "no", "answer", "note")
    one, two, three, four, five, six, seven = (say(f"beside.ask.{name}") for name in names)
    alone = say("pack.title", role=sheets[0].name, client=client) if len(sheets) == 1 else ""
    found = Questionnaire(
        language=say.language,
        document=say("pack.document"),
        title=alone or say("pack.title_many", client=client),
        subject=say("pack.subject"),
        client=client,
        names=tuple(fact.text for sheet in sheets for fact in sheet.head),
        version=issued.isoformat(),
        issued=issued,
        issued_text=say.date(issued),
        paper=settings_of(snapshot).paper,
        rule_set=framework.version,
        about=say("beside.ask.about", na=labels[AnswerValue.NA]),
        by_hand=say("pack.about", na=labels[AnswerValue.NA], unknown=labels[AnswerValue.UNKNOWN]),
        heads=(one, two, three, four, five, six, seven),
        meanings=tuple((Glyph(code.value), labels[code]) for code in ORDER[:3]),
        choose=say("beside.ask.choose"),
        roles=sheets,
    )
    return sendable(found)


def _of_roles(snapshot: Snapshot, roles: Sequence[str], say: Words) -> Iterable[RoleSheet]:
    """A sheet per role pack, those first that the role leads; a Problem for an unknown role."""
    framework = snapshot.framework
    packs = {one.role: one for one in framework.role_packs}
    for code in roles or packs:
        if code not in packs:
            raise Problem(
                tr("There are no questions for the role {role}.", role=code),
                tr("Choose one of: {names}.", names=", ".join(packs)),
            )
        asked = sorted(packs[code].criteria, key=lambda entry: entry.part != "lead")
        name = framework.role[code].name
        ids = [entry.criterion for entry in asked]
        yield _sheet(snapshot, say, code, name, ids)


def _of_people(snapshot: Snapshot, interview: Interview, say: Words) -> Iterable[RoleSheet]:
    """A sheet per interviewee, with the questions of the agenda in its order."""
    day, unit = say.date(interview.day), unit_name(snapshot, interview.scope_unit)
    for who in interview.people:
        person = snapshot.get(Person, who)
        if person is not None:
            role = snapshot.framework.role.get(person.role)
            name = person.title.strip() or (role.name if role else person.role)
            known = _Known(person.name.strip(), day, unit)
            yield _sheet(snapshot, say, person.role, name, interview.agenda, known=known)


def _sheet(
    snapshot: Snapshot,
    say: Words,
    role: str,
    name: str,
    criteria: Sequence[str],
    *,
    known: _Known = NOTHING,
) -> RoleSheet:
    """One sheet, its head filled in with what is ``known``."""
    framework = snapshot.framework
    client = snapshot.client.name.strip() or say("client.unnamed")
    values = {"client": client, "role": name, "name": known.name, "day": known.day}
    if len(snapshot.scope_units) > 1:
        values = {"client": client, "unit": known.unit, **values}
    return RoleSheet(
        role=role,
        name=name,
        title=" · ".join(filter(None, (name, known.unit, client))),
        head=tuple(Fact(label=say(f"pack.{key}"), text=text) for key, text in values.items()),
        questions=tuple(
            _question(framework.criterion[one], framework, say)
            for one in criteria
            if one in framework.criterion
        ),
        none=say("pack.none"),
        continued=say("pack.continued", name=name),
    )


def _question(one: Criterion, framework: Framework, say: Words) -> Question:
    labels = {answer.code: answer.label for answer in framework.answers}
    allowed = [
        label
        for code, label in labels.items()
        if code is not AnswerValue.NA or one.type is not CriterionType.KEY
    ]
    shown = "; ".join(one.evidence)
    return Question(
        criterion=one.id,
        question=one.question,
        yes=one.yes,
        partly=one.partly,
        no=one.no,
        answers=tuple(allowed),
        show=say("pack.show", items=shown) if shown else "",
    )
