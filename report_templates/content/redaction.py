"""How interviewees may appear: an engagement in which each is called what the report may say.

It is done to the snapshot before anything is made from it, so that a new section needs no care.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from engagements.framework.model import Value
from engagements.records import Client, Evidence, Person
from engagements.records.base import Record
from engagements.records.outcome import Interviewees
from engagements.records.people import Consent
from engagements.records.snapshot import Heads, Snapshot
from report_templates.content import spellings
from report_templates.content.spellings import Form
from report_templates.words import Words

MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[A-Za-z]{2,20}\b")
CODES = frozenset(
    {
        *("id", "role", "scope_unit", "interview", "people", "person", "received", "owner"),
        *("criterion", "criteria", "dimension", "action", "metric", "agenda", "parked", "asked"),
        *(
            "ticked",
            "voice",
            "saw",
            "facts",
            "slot",
            "sort",
            "state",
            "sha256",
            "media_type",
            "framework",
        ),
        *("brand", "pdf", "content", "version", "profile", "language", "left_out"),
        *("order", "paper"),
        *("interviewees", "assessors", "author"),
    }
)
"""Fields that hold no words about a client: ids, codes, and who works for the assessor."""

Hide = Callable[[str], str]


def redacted(snapshot: Snapshot, interviewees: Interviewees, say: Words) -> Snapshot:
    """The engagement with every interviewee called as ``interviewees`` and their consent allow.

    ``Person.name`` becomes how the report calls that person. Names of those who are not to be
    named, e-mail addresses, and (unless people are named) file names leave every text; the client
    keeps its name. Neither score nor plan can differ by it.
    """
    called = {
        one.id: _called(one, number, snapshot, interviewees, say)
        for number, one in enumerate(snapshot.of(Person), start=1)
    }
    people = hidden_names(snapshot, interviewees)
    files = () if interviewees == "named" else _hidden_files(snapshot)
    hidden = (*files, *_hidden_people(snapshot, people, called))
    redaction = _redaction(snapshot, _Promise(hidden, called, say("people.mail")))
    return replace(snapshot, heads=redaction.heads(snapshot), beside={})


class _Promise(NamedTuple):
    """All that decides what becomes of a record."""

    hidden: tuple[tuple[Form, str], ...]
    called: Mapping[str, str]
    mail: str


class _Redaction:
    """Redacts as was promised; a record it has seen is not looked through again."""

    def __init__(self, promise: _Promise) -> None:
        self.promise = promise
        self._hide = _hider(promise.hidden, promise.mail)
        self._done: dict[int, tuple[Record, Record]] = {}

    def heads(self, snapshot: Snapshot) -> Mapping[str, Heads]:
        """What a snapshot holds, redacted; the client keeps its name."""
        known, kept = self._done, dict[int, tuple[Record, Record]]()

        def record(one: Record) -> Record:
            seen = known.get(id(one))
            if seen is None or seen[0] is not one:
                seen = (one, _record(one, self._hide, self.promise.called))
            kept[id(one)] = seen
            return seen[1]

        def kind(entities: Heads) -> Heads:
            redone = {key: tuple(map(record, values)) for key, values in entities.items()}
            return MappingProxyType(redone)

        heads = {
            name: entities if name == Client.kind else kind(entities)
            for name, entities in snapshot.heads.items()
        }
        self._done = kept
        return MappingProxyType(heads)


def _redaction(snapshot: Snapshot, promise: _Promise) -> _Redaction:
    """The redaction of this engagement that was asked for last, if the promise is the same."""
    last = snapshot.beside.get(__name__)
    if not isinstance(last, _Redaction) or last.promise != promise:
        last = snapshot.beside[__name__] = _Redaction(promise)
    return last


def _called(
    person: Person, number: int, snapshot: Snapshot, interviewees: Interviewees, say: Words
) -> str:
    """What the report calls somebody: a name, a pseudonym or a role."""
    name, pseudonym = person.name.strip(), person.pseudonym.strip()
    if interviewees == "named" and person.consent is Consent.NAMED and name:
        return name
    if pseudonym and (interviewees == "pseudonym" or person.consent is Consent.BY_PSEUDONYM):
        return pseudonym
    if interviewees == "pseudonym":
        return say("people.pseudonym", number=number)
    role = snapshot.framework.role.get(person.role)
    return role.name if role else person.role


def _record(record: Record, hide: Hide, called: Mapping[str, str]) -> Record:
    found = cast("Record", _without(record, hide))
    if isinstance(found, Person):
        return found.model_copy(update={"name": called[found.id]})
    return found


def _without(value: Any, hide: Hide) -> Any:
    """The same value with ``hide`` done to each of its texts; itself where that changes nothing."""
    if type(value) is str:  # a StrEnum is a code
        return hide(value)
    if isinstance(value, tuple):
        return tuple(_without(one, hide) for one in cast("tuple[Any, ...]", value))
    if isinstance(value, Value):
        changed = {
            name: after
            for name, before in value
            if name not in CODES and (after := _without(before, hide)) != before
        }
        return value.model_copy(update=changed) if changed else value
    return value


def texts(snapshot: Snapshot) -> Iterator[str]:
    """What was typed into an engagement, but for the names of people and of the client."""
    yield from (said for one, said in typed(snapshot) if one.kind != Client.kind)


def typed(snapshot: Snapshot) -> Iterator[tuple[Record, str]]:
    """What was typed, each with its record; not the names of people."""
    for kind, entities in snapshot.heads.items():
        if kind != Person.kind:
            for values in entities.values():
                yield from ((one, said) for one in values for said in _texts(one))


def _texts(value: Any) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in cast("tuple[Any, ...]", value):
            yield from _texts(one)
    elif isinstance(value, Value):
        for name, inner in value:
            if name not in CODES:
                yield from _texts(inner)


def hidden_names(snapshot: Snapshot, interviewees: Interviewees) -> tuple[Person, ...]:
    """The interviewees whose names the report must not hold."""
    may = interviewees == "named"
    return tuple(
        one
        for one in snapshot.of(Person)
        if one.name.strip() and not (may and one.consent is Consent.NAMED)
    )


def open_words(snapshot: Snapshot) -> frozenset[str]:
    """The client's name and what is assessed by their words, which stand in every report."""
    return given_words(snapshot) | spellings.keys(
        " ".join(one.name for one in snapshot.scope_units)
    )


def given_words(snapshot: Snapshot) -> frozenset[str]:
    """Words of the client's name and of the framework's roles."""
    roles = (role.name for role in snapshot.framework.roles)
    return spellings.keys(" ".join((snapshot.client.name, *roles)))


def _hidden_files(snapshot: Snapshot) -> Iterator[tuple[Form, str]]:
    """Evidence files' names, and what stands in their place."""
    for item in snapshot.of(Evidence):
        if item.attachment is not None and item.attachment.name.strip():
            name = item.attachment.name
            yield spellings.as_it_stands(name), f"E-{item.reference:03}{PurePath(name).suffix}"


def _hidden_people(
    snapshot: Snapshot, people: tuple[Person, ...], called: Mapping[str, str]
) -> Iterator[tuple[Form, str]]:
    """Names, and what stands in their place; whole names come first."""
    for person in people:
        yield from ((form, called[person.id]) for form in spellings.wholes(person.name))
    known = open_words(snapshot)
    for person in people:
        for part in spellings.parts(person.name):
            if spellings.key(part) not in known:
                yield from ((form, called[person.id]) for form in spellings.alone(part))


def _hider(hidden: Iterable[tuple[Form, str]], mail: str) -> Hide:
    """What takes the hidden out of one text."""
    replace_names = spellings.replacer(hidden)

    def hide(text: str) -> str:
        return replace_names(_without_mail(text, mail) if "@" in text else text)

    return hide


def _without_mail(text: str, mail: str) -> str:
    """The text with ``mail`` for each address in it."""
    # What no page prints must not keep two halves of an address apart.
    read = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return MAIL.sub(lambda _: mail, read) if MAIL.search(read) else text
