"""A blank questionnaire: for every role its criteria, with what yes, partly and no mean."""

from __future__ import annotations

from datetime import date

from engagements.framework.model import AnswerValue, Criterion, CriterionType, Value
from engagements.records.snapshot import Snapshot
from report_templates.words import nearest


class Question(Value):
    """One criterion as it is asked; ``answers`` are the ones that it allows."""

    criterion: str
    question: str
    yes: str
    partly: str
    no: str
    answers: tuple[str, ...]


class RoleSheet(Value):
    """What one role is asked, those first that it leads."""

    role: str
    name: str
    title: str
    questions: tuple[Question, ...]


class Questionnaire(Value):
    """All sheets with their words. ``heads`` are those of a question's fields, answer and note."""

    title: str
    language: str
    made: date
    about: str
    heads: tuple[str, str, str, str, str, str, str]
    choose: str
    """Said where something else than an answer is entered."""
    roles: tuple[RoleSheet, ...]


def of(snapshot: Snapshot, made: date) -> Questionnaire:
    """The questionnaire of an engagement's rule set, in its language."""
    framework = snapshot.framework
    say = nearest(framework.language)
    client = snapshot.client.name.strip() or say("client.unnamed")
    labels = {one.code: one.label for one in framework.answers}
    names = ("criterion", "question", "yes", "partly", "no", "answer", "note")
    one, two, three, four, five, six, seven = (say(f"beside.ask.{name}") for name in names)
    return Questionnaire(
        title=say("beside.ask.title", client=client),
        language=say.language,
        made=made,
        about=say("beside.ask.about", na=labels[AnswerValue.NA]),
        heads=(one, two, three, four, five, six, seven),
        choose=say("beside.ask.choose"),
        roles=tuple(
            RoleSheet(
                role=pack.role,
                name=framework.role[pack.role].name,
                title=f"{framework.role[pack.role].name} · {client}",
                questions=tuple(
                    _question(framework.criterion[entry.criterion], labels)
                    for entry in sorted(pack.criteria, key=lambda entry: entry.part != "lead")
                ),
            )
            for pack in framework.role_packs
        ),
    )


def _question(one: Criterion, labels: dict[AnswerValue, str]) -> Question:
    allowed = [
        label
        for code, label in labels.items()
        if code is not AnswerValue.NA or one.type is not CriterionType.KEY
    ]
    return Question(
        criterion=one.id,
        question=one.question,
        yes=one.yes,
        partly=one.partly,
        no=one.no,
        answers=tuple(allowed),
    )
