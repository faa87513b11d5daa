"""Sentences rewritten by hand: which of them were written on facts that have changed since."""

from __future__ import annotations

import hashlib
from dataclasses import fields

from engagements.records import Wording
from report_templates.content import report
from report_templates.content.facts import Facts


def digest(sentence: str) -> str:
    """What ``Wording.facts`` keeps: a digest of the generated sentence that was rewritten."""
    return hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def generated(known: Facts) -> dict[str, str]:
    """The sentences of a report that may be rewritten, as they are generated, by slot."""
    found: dict[str, str] = {}

    class Listening(Facts):
        """The same facts, noting what is asked for."""

        def worded(self, slot: str, text: str) -> str:
            """Note the sentence, then answer as ever."""
            found[slot] = text
            return super().worded(slot, text)

    report.joined(Listening(**{one.name: getattr(known, one.name) for one in fields(known)}))
    return found


def outdated(known: Facts) -> tuple[Wording, ...]:
    """The wordings that this report prints and whose generated sentence is another by now."""
    now = generated(known)
    return tuple(
        one
        for one in known.snapshot.of(Wording)
        if one.language == known.say.language and one.facts and one.slot in now
        if one.facts != digest(now[one.slot])
    )
