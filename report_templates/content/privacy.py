"""What a report would give away about people: looked for before it goes out, never removed."""

from __future__ import annotations

import re

from engagements.models import BaseModel
from engagements.records import Person
from engagements.records.people import Consent
from engagements.records.snapshot import Snapshot
from report_templates.content.strings import strings
from report_templates.words import words

MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[A-Za-z]{2,20}\b")
WORD = re.compile(r"\w+")
SHORTEST = 4
"""Letters of a part of a name that is looked for by itself; shorter ones are common words."""


def warnings(content: BaseModel, snapshot: Snapshot, language: str = "en") -> tuple[str, ...]:
    """One sentence per e-mail address or name of an interviewee who did not agree to be named.

    A name is found whole, or by one of its parts of four letters and more, as it is written.
    """
    say = words(language)
    said = "\n".join(strings(content))
    mails = dict.fromkeys(MAIL.findall(said))
    known = set(WORD.findall(said))
    names = dict.fromkeys(
        part
        for person in snapshot.of(Person)
        if person.consent is not Consent.NAMED
        for part in WORD.findall(person.name)
        if len(part) >= SHORTEST and part in known
    )
    return (
        *(say("privacy.mail", words=mail) for mail in mails),
        *(say("privacy.name", words=name) for name in names),
    )
