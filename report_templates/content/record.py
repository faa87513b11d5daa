"""The record of one interview, for an interviewee to confirm: what was asked, what they said.

No level and no score, nobody else's answers, no notes of the assessor and nothing off the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import ClassVar

from engagements.framework.model import AnswerValue, CriterionType, Value
from engagements.records import Answer, Evidence, Interview, Note, Person
from engagements.records.answers import NoteKind
from engagements.records.people import ROOM, Consent
from engagements.records.snapshot import Snapshot
from report_templates.content.answers import ORDER
from report_templates.content.cover import Fact
from report_templates.content.evidence import reference
from report_templates.content.facts import settings_of, unit_name
from report_templates.content.paper import Paper
from report_templates.content.redaction import redacted
from report_templates.content.sending import sendable
from report_templates.figures.model import Glyph
from report_templates.words import Words, nearest

DAYS_TO_REPLY = 7


class Choice(Value):
    """An answer with its mark, as given or as offered in its place."""

    glyph: Glyph
    text: str


class RecordRow(Value):
    """One question, what was said to it, and the answers it may have instead."""

    criterion: str
    question: str
    answers: tuple[Choice, ...]
    reason: str
    quotes: tuple[str, ...]
    evidence: str
    instead: tuple[str, ...]


class InterviewRecord(Paper):
    """What the interviewee reads. ``reply`` names the day until which an answer is asked for."""

    kind: ClassVar[str] = "record"
    label: str
    facts: tuple[Fact, ...]
    about: str
    reply: str
    reply_how: str
    answer_head: str
    right: str
    instead: str
    rows: tuple[RecordRow, ...]
    quotes_head: str
    quotes: tuple[str, ...]
    none: str
    sign_head: str
    sign: tuple[str, ...]
    continued: str

    def foot(self, say: Words) -> str:
        """What stands in the middle of a page's foot."""
        return say("record.foot", issued=self.issued_text, rule_set=self.rule_set)


@dataclass(frozen=True)
class _Kept:
    """What is known of one interview as its interviewee may read it."""

    snapshot: Snapshot
    interview: Interview
    person: Person
    say: Words

    def answers(self) -> Mapping[str, Sequence[Answer]]:
        """By criterion this person's own answer and that of all together; nobody else's."""
        found: dict[str, list[Answer]] = {}
        for one in self.snapshot.of(Answer):
            if one.interview == self.interview.id and one.voice in (ROOM, self.person.id):
                found.setdefault(one.criterion, []).append(one)
        return found

    def quotes(self) -> tuple[Note, ...]:
        """What was kept word for word, on the record."""
        return tuple(
            one
            for one in self.snapshot.of(Note)
            if one.interview == self.interview.id
            and one.note_kind is NoteKind.QUOTE
            and not one.off_record
        )

    def evidence(self) -> tuple[Evidence, ...]:
        """What was shown in this interview."""
        return tuple(
            one for one in self.snapshot.of(Evidence) if one.interview == self.interview.id
        )


def reply_by(interview: Interview, today: date) -> date:
    """The day until which a reply is asked for: seven days after the interview, or after today."""
    return interview.reply_by or max(interview.day, today) + timedelta(days=DAYS_TO_REPLY)


def of(
    snapshot: Snapshot,
    interview: Interview,
    person: Person,
    *,
    issued: date,
    reply: date,
    language: str | None = None,
) -> InterviewRecord:
    """The record of an interview for one who took part, to be confirmed until ``reply``.

    It speaks ``language``, else that of the rule set. Whoever else is named in it reads as a role.
    """
    say = nearest(language or snapshot.framework.language)
    open_to = _told_to(snapshot, person, say)
    talk = open_to.get(Interview, interview.id) or interview
    kept = _Kept(open_to, talk, open_to.get(Person, person.id) or person, say)
    rows, loose = _rows(kept)
    found = InterviewRecord(
        language=say.language,
        document=say("record.document"),
        title=say("record.title", day=say.date(interview.day)),
        subject=say("record.subject"),
        client=snapshot.client.name.strip() or say("client.unnamed"),
        names=(kept.person.name,),
        version=issued.isoformat(),
        issued=issued,
        issued_text=say.date(issued),
        paper=settings_of(snapshot).paper,
        rule_set=snapshot.framework.version,
        label=say("record.document"),
        facts=_facts(kept),
        about=say("record.about"),
        reply=say("record.reply", day=say.date(reply)),
        reply_how=say("record.reply_how"),
        answer_head=say("record.head_answer"),
        right=say("record.right"),
        instead=say("record.instead"),
        rows=rows,
        quotes_head=say("record.quotes"),
        quotes=loose,
        none="" if rows or loose else say("record.none"),
        sign_head=say("record.sign_head"),
        sign=tuple(say(f"record.sign.{slot}") for slot in ("name", "signature", "day")),
        continued=say("record.continued"),
    )
    return sendable(found)


def _told_to(snapshot: Snapshot, person: Person, say: Words) -> Snapshot:
    """The engagement in which nobody but this person is named."""
    people = {
        one.id: (
            one.model_copy(
                update={"consent": Consent.NAMED if one.id == person.id else Consent.BY_ROLE}
            ),
        )
        for one in snapshot.of(Person)
    }
    heads = {**snapshot.heads, Person.kind: MappingProxyType(people)}
    return redacted(replace(snapshot, heads=MappingProxyType(heads)), "named", say)


def _facts(kept: _Kept) -> tuple[Fact, ...]:
    say, interview, person = kept.say, kept.interview, kept.person
    role = kept.snapshot.framework.role.get(person.role)
    day = say.date(interview.day)
    if interview.starts is not None:
        day = f"{day}, {interview.starts:%H:%M}"
    others = (kept.snapshot.get(Person, one) for one in interview.people if one != person.id)
    values = [
        ("with", person.name),
        ("role", person.title.strip() or (role.name if role else person.role)),
        ("unit", unit_name(kept.snapshot, interview.scope_unit)),
        ("day", day),
        ("together", ", ".join(one.name for one in others if one is not None)),
        ("assessor", ", ".join(interview.assessors)),
    ]
    return tuple(Fact(label=say(f"record.{key}"), text=text) for key, text in values if text)


def _rows(kept: _Kept) -> tuple[tuple[RecordRow, ...], tuple[str, ...]]:
    """The questions that something was said to, in the agenda's order; and what has no question."""
    answers, quotes, shown = kept.answers(), kept.quotes(), kept.evidence()
    framework = kept.snapshot.framework
    order = (*kept.interview.agenda, *(one.id for one in framework.criteria))
    said = set(answers) | {key for one in quotes for key in one.criteria}
    told: set[str] = set()
    rows: list[RecordRow] = []
    for key in dict.fromkeys(order):
        if key in said and key in framework.criterion:
            fresh = [one for one in quotes if key in one.criteria and one.id not in told]
            told |= {one.id for one in fresh}
            named = [one for one in shown if any(s.criterion == key for s in one.speaks_for)]
            if fresh or key in answers:
                rows.append(_row(kept, key, answers.get(key, ()), fresh, named))
    return tuple(rows), tuple(_words(one) for one in quotes if one.id not in told)


def _row(
    kept: _Kept,
    key: str,
    answers: Sequence[Answer],
    quotes: Sequence[Note],
    shown: Sequence[Evidence],
) -> RecordRow:
    say, one = kept.say, kept.snapshot.framework.criterion[key]
    labels = {each.code: each.label for each in kept.snapshot.framework.answers}
    items = "; ".join(f"{reference(each)} {each.title}".strip() for each in shown)
    reason = " ".join(each.reason for each in answers if each.reason.strip())
    return RecordRow(
        criterion=key,
        question=one.question,
        answers=tuple(_choices(kept, answers, labels)),
        reason=say("record.reason", reason=reason) if reason else "",
        quotes=tuple(_words(each) for each in quotes),
        evidence=say("record.evidence", items=items) if items else "",
        instead=tuple(
            labels[value]
            for value in ORDER
            if value is not AnswerValue.NA or one.type is not CriterionType.KEY
        ),
    )


def _choices(
    kept: _Kept, answers: Sequence[Answer], labels: Mapping[AnswerValue, str]
) -> Iterator[Choice]:
    """What was said; with both an own answer and a common one each says which it is."""
    for each in sorted(answers, key=lambda one: one.voice == ROOM):
        words = labels[each.value]
        if each.voice == ROOM and len(kept.interview.people) > 1:
            words = kept.say("record.together_answer", answer=words)
        yield Choice(glyph=Glyph(each.value.value), text=words)


def _words(note: Note) -> str:
    inside = note.text.strip().strip('“”„"')
    return f"“{inside}”"
