"""Sentences rewritten by hand: which may be, which are, and which are older than their facts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields

from engagements.records import Wording
from report_templates.content import report
from report_templates.content.facts import Facts

TITLE = "title"
"""What the slot of an action title ends with."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a report that may be rewritten.

    ``generated`` is what the facts say today, ``own`` what was written in its place, "" without
    any; ``number`` and ``section`` are those of the outline, "" for the cover.
    """

    slot: str
    number: str
    section: str
    generated: str
    own: str = ""
    outdated: bool = False
    """The facts have changed since ``own`` was written."""

    @property
    def part(self) -> str:
        """What of its section it is, such as ``title`` or ``blocker-SRC``."""
        return self.slot.rpartition(".")[2]

    @property
    def is_title(self) -> bool:
        """True for the action title of a page."""
        return self.part == TITLE

    @property
    def printed(self) -> str:
        """The sentence as the report has it."""
        return self.own or self.generated


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

    listening = Listening(**{one.name: getattr(known, one.name) for one in fields(known)})
    report.explained(listening, report.joined(listening))
    return found


def sentences(known: Facts) -> tuple[Sentence, ...]:
    """Every sentence that may be rewritten, in the order of the pages, titles first on each."""
    now = generated(known)
    names = {one.key: (one.number, one.name) for one in known.outline}
    order = ["cover", *names]
    own = _own(known)
    found = [_sentence(slot, said, names, own.get(slot)) for slot, said in now.items()]
    return tuple(
        sorted(found, key=lambda one: (order.index(_key(one.slot, order)), not one.is_title))
    )


def outdated(known: Facts) -> tuple[Wording, ...]:
    """The wordings that this report prints and whose generated sentence is another by now."""
    own = _own(known)
    now = generated(known) if own else {}
    return tuple(one for one in own.values() if _is_late(one, now.get(one.slot)))


def _own(known: Facts) -> dict[str, Wording]:
    """What is written in the report's language, by slot."""
    return {
        one.slot: one
        for one in known.snapshot.of(Wording)
        if one.language == known.say.language and one.text.strip()
    }


def _is_late(wording: Wording, said: str | None) -> bool:
    return said is not None and bool(wording.facts) and wording.facts != digest(said)


def _key(slot: str, known: list[str]) -> str:
    """The section that a slot belongs to; the cover's where it names none."""
    key = slot.rpartition(".")[0]
    return key if key in known else known[0]


def _sentence(
    slot: str, said: str, names: dict[str, tuple[str, str]], own: Wording | None
) -> Sentence:
    number, name = names.get(slot.rpartition(".")[0], ("", ""))
    if own is None:
        return Sentence(slot, number, name, said)
    return Sentence(slot, number, name, said, own.text.strip(), _is_late(own, said))
