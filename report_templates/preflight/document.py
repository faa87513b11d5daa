"""Whether the document itself can go out: people, fonts, colours, texts that were cut."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.language import mark, tr, trn
from engagements.records import IssuedVersion, Wording
from engagements.records.commenting import Comment, by_number
from engagements.records.outcome import Interviewees
from report_templates import colours, signs
from report_templates.content import privacy, wordings
from report_templates.content.redaction import hidden_names, texts_by_kind
from report_templates.content.strings import strings
from report_templates.preflight.model import Check, Looked, Place, listed

TEXT, SHAPE = 4.5, 3.0
"""Least contrast of text, and of shapes that carry meaning (WCAG 2)."""
PAIRS = (
    ("ink", "paper", TEXT), ("ink", "panel", TEXT), ("ink2", "paper", TEXT),
    ("ink2", "panel", TEXT), ("primary", "paper", TEXT), ("on_primary", "primary", TEXT),
    ("accent", "paper", TEXT), ("accent", "panel", TEXT), ("rule2", "paper", SHAPE),
    *((f"on_level{level}", f"level{level}", TEXT) for level in range(5)),
)  # fmt: skip
"""What stands on what in a report, by the palette's roles."""
CALLED: dict[Interviewees, str] = {
    "role": mark("Interviewees are shown by role"),
    "pseudonym": mark("Interviewees are shown by pseudonym"),
    "named": mark("Interviewees are named where they consent"),
}
KEPT_AT = {
    "evidence": "evidence", "evidence_request": "evidence", "note": "interview",
    "answer": "interview", "interview": "interview", "judgement": "findings",
    "finding": "findings", "metric_reading": "metrics", "plan_change": "roadmap",
}  # fmt: skip
"""The page on which a text of a kind is changed; of all others Settings."""
CONTEXT = 10


def number(looked: Looked) -> Iterator[Check]:
    """A version number goes out once."""
    version = looked.content.version
    if any(one.version == version for one in looked.snapshot.of(IssuedVersion)):
        title = tr("Version {called} was already issued.", called=version).rstrip(".")
        yield Check("fix", title, tr("Give this one the next number."), Place("report", "version"))


def people(looked: Looked) -> Iterator[Check]:
    """Names where roles were promised, and e-mail addresses."""
    interviewees = looked.known.settings.interviewees
    mails = list(privacy.addresses(looked.content))
    if mails:
        title = trn("{n} e-mail address", "{n} e-mail addresses", len(mails))
        yield Check("fix", title, listed(mails, 2), _kept_at(looked, mails[0]))
    names = list(privacy.names(looked.content, looked.snapshot))
    if names:
        title = trn("{n} word may be a name", "{n} words may be names", len(names))
        words = tr("{names}, as an interviewee is called.", names=listed(names))
        yield Check("review", title, words, _kept_at(looked, names[0]))
    if not mails and not names:
        hidden = len(hidden_names(looked.snapshot, interviewees))
        words = trn(
            "{n} name is kept out of texts, file names and properties.",
            "{n} names are kept out of texts, file names and properties.",
            hidden,
        )
        yield Check("passed", tr(CALLED[interviewees]), words, Place("report", "interviewees"))


def _kept_at(looked: Looked, word: str) -> Place:
    """Where a word was typed that the report prints; it prints no comment on itself."""
    for kind, said in texts_by_kind(looked.snapshot):
        if kind != Comment.kind and word.casefold() in said.casefold():
            if kind == Wording.kind:
                return Place("report", "wordings")
            return Place(KEPT_AT.get(kind, "settings"))
    return Place("settings")


def contrast(looked: Looked) -> Iterator[Check]:
    """Every pair of colours the pages use, measured."""
    palette = looked.kit.palette
    measured = [
        (colours.contrast(palette[on], palette[ground]), least, on, ground)
        for on, ground, least in PAIRS
    ]
    place = Place("report", "brand-kit")
    low = [one for one in measured if one[0] < one[1]]
    for ratio, least, on, ground in low:
        title = tr("{on} on {ground}: {ratio} to 1", on=on, ground=ground, ratio=f"{ratio:.1f}")
        yield Check("fix", title, tr("At least {least} is needed.", least=f"{least:g}"), place)
    if not low:
        ratio, _, on, ground = min(one for one in measured if one[1] == TEXT)
        words = tr("Least of all {ratio} to 1, {on} on {ground}.", ratio=f"{ratio:.1f}", on=on,
                   ground=ground)  # fmt: skip
        yield Check("passed", tr("Colours can be read"), words)
    for words in looked.kit.warnings:
        yield Check("review", tr("Brand kit"), words, place)


def missing(looked: Looked) -> Iterator[Check]:
    """Signs that no face of the report has."""
    found = signs.lacking(looked.content, looked.kit)
    if not found:
        yield Check("passed", tr("The fonts have every sign"), tr("Nothing prints as a box."))
        return
    title = trn("{n} sign is in no font", "{n} signs are in no font", len(found))
    words = tr("{signs} print as a box.", signs=listed([f"U+{ord(one):04X}" for one in found]))
    yield Check("review", title, words, _kept_at(looked, found[0]))


def cut(looked: Looked) -> Iterator[Check]:
    """Texts that found no room and end in an ellipsis which nobody typed."""
    if not looked.pages:
        return
    typed = _flat("\n".join(strings(looked.content)))
    found = [at for at, page in enumerate(looked.pages) if _cut_on(_flat(page), typed)]
    if not found:
        yield Check("passed", tr("No text is cut"), tr("Everything found its room."))
        return
    title = trn("Text is cut on {n} page", "Text is cut on {n} pages", len(found))
    words = tr("Page {pages}. Shorten it where it was typed.", pages=listed(
        [str(at + 1) for at in found]))  # fmt: skip
    yield Check("review", title, words, Place("report", str(found[0])))


def _cut_on(page: str, typed: str) -> bool:
    ends = (page[max(0, at - CONTEXT) : at + 1] for at, one in enumerate(page) if one == "…")
    return any(end not in typed for end in ends)


def _flat(words: str) -> str:
    return "".join(words.split())


def rewritten(looked: Looked) -> Iterator[Check]:
    """Sentences rewritten by hand on facts that have changed since."""
    found = [one.slot for one in wordings.outdated(looked.known)]
    if found:
        title = trn(
            "{n} sentence is older than its facts",
            "{n} sentences are older than their facts",
            len(found),
        )
        words = tr("Read again: {slots}.", slots=listed(found, 2))
        yield Check("review", title, words, Place("report", "wordings"))


def comments(looked: Looked) -> Iterator[Check]:
    """Comments of the draft's readers that nobody decided on, or that are not worked in yet."""
    found = by_number(looked.snapshot)
    place = Place("report", "comments")
    still = [str(one.number) for one in found if one.state == "open"]
    if still:
        title = trn("{n} comment is open", "{n} comments are open", len(still))
        words = tr("No. {numbers}. Accept or decline each.", numbers=listed(still))
        yield Check("review", title, words, place)
    agreed = [str(one.number) for one in found if one.state == "accepted"]
    if agreed:
        title = trn(
            "{n} accepted comment is not worked in",
            "{n} accepted comments are not worked in",
            len(agreed),
        )
        words = tr("No. {numbers}. Set each to done once it is.", numbers=listed(agreed))
        yield Check("review", title, words, place)
    if found and not still and not agreed:
        yield Check("passed", tr("Comments are answered"), tr("Nothing of them is open."))
