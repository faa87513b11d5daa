"""What a report would still give away about people after redaction."""

from __future__ import annotations

from engagements.models import BaseModel
from engagements.records.snapshot import Snapshot
from report_templates.content import spellings
from report_templates.content.facts import settings_of
from report_templates.content.redaction import (
    MAIL,
    given_words,
    hidden_names,
    texts,
)
from report_templates.content.strings import strings


def addresses(content: BaseModel) -> tuple[str, ...]:
    """E-mail addresses that a report prints."""
    return tuple(dict.fromkeys(MAIL.findall("\n".join(strings(content)))))


def names(content: BaseModel, snapshot: Snapshot, told: Snapshot) -> tuple[str, ...]:
    """Words somebody typed that read like the name of an interviewee who is not to be named.

    What is left of a name after redaction may be a word like any other: it is written small, is
    a word of every report, or belongs to what is assessed. Words of the client's name are none.
    ``told`` is the snapshot as it was redacted for the report.
    """
    interviewees = settings_of(snapshot).interviewees
    found = dict.fromkeys(
        word
        for one in hidden_names(snapshot, interviewees)
        for word in (*spellings.parts(one.name), *spellings.together(one.name))
    )
    printed = spellings.keys(*strings(content)) - given_words(snapshot)
    left = [word for word in found if spellings.key(word) in printed]
    if not left:
        return ()
    typed = spellings.keys(*texts(told))
    return tuple(word for word in left if spellings.key(word) in typed)


def says(text: str, name: str) -> bool:
    """Whether a text spells a name in one way or another."""
    return spellings.key(name) in spellings.keys(text)
