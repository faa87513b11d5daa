"""What a report would still give away about people after redaction."""

from __future__ import annotations

from engagements.models import BaseModel
from engagements.records.snapshot import Snapshot
from report_templates.content.facts import settings_of
from report_templates.content.redaction import (
    MAIL,
    WORD,
    hidden_names,
    open_words,
    parts,
    redacted,
    texts,
)
from report_templates.content.strings import strings
from report_templates.words import words


def addresses(content: BaseModel) -> tuple[str, ...]:
    """E-mail addresses that a report prints."""
    return tuple(dict.fromkeys(MAIL.findall("\n".join(strings(content)))))


def names(content: BaseModel, snapshot: Snapshot) -> tuple[str, ...]:
    """Words somebody typed that read like the name of an interviewee who is not to be named.

    What is left of a name after redaction is written small, so it may be a word like any other;
    words of the client's own name are none.
    """
    interviewees = settings_of(snapshot).interviewees
    typed = "\n".join(texts(redacted(snapshot, interviewees, words())))
    printed = _loosely("\n".join(strings(content))) & _loosely(typed)
    hidden = hidden_names(snapshot, interviewees)
    found = dict.fromkeys(part for one in hidden for part in parts(one.name))
    left = printed - open_words(snapshot)
    return tuple(one for one in found if one.casefold() in left)


def _loosely(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))
