"""Whether the document itself can go out: people, fonts, colours, texts that were cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from engagements.language import mark, tr, trn
from engagements.records import IssuedVersion
from engagements.records.commenting import by_number
from engagements.records.outcome import Interviewees
from report_templates import colours, signs, text
from report_templates.content import privacy, wordings
from report_templates.content.redaction import hidden_names
from report_templates.content.strings import strings
from report_templates.preflight.model import Check, Looked, Place, listed
from report_templates.preflight.places import kept_at

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
CONTEXT = 10
"""Signs before an ellipsis by which it is known whether somebody typed it."""
LONGER = (60, 30, CONTEXT)
"""Signs before an ellipsis by which the text that was cut is found."""
FIRST = 40
"""Signs of a cut text by which it is named."""


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
        yield Check(
            "fix", title, listed(mails, 2), kept_at(looked.snapshot, lambda said: mails[0] in said)
        )
    names = list(privacy.names(looked.content, looked.snapshot, looked.known.snapshot))
    if names:
        title = trn("{n} word may be a name", "{n} words may be names", len(names))
        words = tr("{names}, as an interviewee is called.", names=listed(names))
        yield Check(
            "review",
            title,
            words,
            kept_at(looked.snapshot, lambda said: privacy.says(said, names[0])),
        )
    if not mails and not names:
        hidden = len(hidden_names(looked.snapshot, interviewees))
        words = trn(
            "{n} name is kept out of texts, file names and properties.",
            "{n} names are kept out of texts, file names and properties.",
            hidden,
        )
        yield Check("passed", tr(CALLED[interviewees]), words, Place("report", "interviewees"))


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
    yield Check("review", title, words, kept_at(looked.snapshot, lambda said: found[0] in said))


def cut(looked: Looked) -> Iterator[Check]:
    """Texts that found no room and end in an ellipsis which nobody typed."""
    if not looked.pages:
        return
    said = {_flat(one): one for one in strings(looked.content)}
    typed, flat = "".join(said), cache(_flat)
    found: dict[Place, dict[int, dict[str, None]]] = {}
    for at, page in enumerate(looked.pages):
        for before in _cut_on(_flat(page), typed):
            whole, place = _whole(before, said), _typed_at(before, looked, flat)
            of_place = found.setdefault(place or Place("report", str(at)), {})
            of_place.setdefault(at, {}).update({whole: None} if whole else {})
    if not found:
        yield Check("passed", tr("No text is cut"), tr("Everything found its room."))
    for place, of_place in found.items():
        title = trn("Text is cut on {n} page", "Text is cut on {n} pages", len(of_place))
        yield Check("review", title, _which(of_place), place)


def _which(of_place: Mapping[int, Iterable[str]]) -> str:
    """The pages on which texts were cut, and how these begin."""
    pages = listed([str(at + 1) for at in of_place])
    whole = dict.fromkeys(one for some in of_place.values() for one in some)
    if not whole:
        return tr("Page {pages}. Shorten it where it was typed.", pages=pages)
    starts = [tr("“{words}”", words=text.one_line(one, FIRST)) for one in whole]
    return tr(
        "Page {pages}: {texts}. Shorten it where it was typed.",
        pages=pages,
        texts=listed(starts, 2),
    )


def _cut_on(page: str, typed: str) -> Iterator[str]:
    """What stands before each ellipsis of a page that nobody typed."""
    for at, one in enumerate(page):
        if one == "…" and page[max(0, at - CONTEXT) : at + 1] not in typed:
            yield page[max(0, at - LONGER[0]) : at]


def _whole(before: str, said: Mapping[str, str]) -> str:
    """The text of the report that was cut there; empty where no text reads so."""
    for signs_ in LONGER:
        for flat, one in said.items():
            if before[-signs_:] in flat:
                return one
    return ""


def _typed_at(before: str, looked: Looked, flat: Callable[[str], str]) -> Place | None:
    for signs_ in LONGER:
        place = kept_at(looked.snapshot, lambda said, end=before[-signs_:]: end in flat(said))
        if place is not None:
            return place
    return None


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
