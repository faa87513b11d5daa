"""The report's sentences that may be rewritten, and what the window calls them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from engagements.language import mark, tr

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot
    from report_templates.content.wordings import Sentence

PARTS = {
    "title": mark("Action title"),
    "standfirst": mark("What it is about"),
    "caption": mark("Caption of the ladder"),
    "introduction": mark("Introduction"),
    "first": mark("First month"),
    "decision": mark("Decision asked"),
    "keep": mark("What keeps the level"),
    "claims": mark("What is claimed"),
    "debt": mark("Skipped-level debt"),
    "open": mark("What is open"),
    "words": mark("What was only said"),
    "determination": mark("Determination"),
    "moves": mark("What moves the dates"),
    "next": mark("What comes next"),
    "computed": mark("How it was computed"),
    "advice": mark("How to go about it"),
    "risk": mark("Where it stalls"),
    "result": mark("What will be seen"),
}
HOLDS = {"glance.holds": mark("What holds the level")}


@dataclass(frozen=True)
class Sentences:
    """All of them in the language of the report, in its order."""

    language: str
    all: tuple[Sentence, ...]


def read(snapshot: Snapshot, profile: str) -> Sentences:
    """The sentences of a report of that profile, own ones as they were typed."""
    from engagements.records import Wording
    from report_templates.content import facts, wordings

    known = facts.of(snapshot, profile_code=profile, issued=date.today())
    language = known.say.language
    typed = {one.slot: one.text for one in snapshot.of(Wording) if one.language == language}
    found = (
        replace(one, own=typed.get(one.slot, one.own)) if one.own else one
        for one in wordings.sentences(known)
    )
    return Sentences(language, tuple(found))


def part_words(sentence: Sentence) -> str:
    """What of its section a sentence is."""
    if sentence.part.startswith("blocker-"):
        return tr("Blocker {dimension}", dimension=sentence.part.removeprefix("blocker-"))
    fallback = mark("What is met")
    return tr(HOLDS.get(sentence.slot) or PARTS.get(sentence.part, fallback))


def section_words(sentence: Sentence) -> str:
    """The section with its number; the cover has none."""
    if not sentence.section:
        return tr("Cover")
    return f"{sentence.number} {sentence.section}"
