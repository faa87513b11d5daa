"""What the register says: its lines, searched, filtered and sorted, and where an item is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engagements.language import mark, tr, trn
from engagements.records import (
    Evidence,
    EvidenceRequest,
    Finding,
    Interview,
    Judgement,
)
from engagements.records.client import Blob
from engagements.records.providing import provider
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.parts.voices import person_words
from ui.widgets.ledger import Cell, Head, Line

HEADS = (
    Head(mark("Evidence")),
    Head(mark("Grade"), 98, 92),
    Head(mark("Speaks for"), 172, 132),
    Head(mark("Shown"), 108, 98, spare=True),
    Head(mark("By whom"), 184, 132, spare=True),
)
SORTS = (
    ("number", mark("number")),
    ("grade", mark("grade, best first")),
    ("title", mark("title")),
    ("shown", mark("last shown")),
)
DASH = "–"


@dataclass(frozen=True)
class Query:
    """What is looked for: words, a grade ("" is any), a dimension ("" is any), an order."""

    words: str = ""
    grade: str = ""
    dimension: str = ""
    sort: str = "number"


@dataclass(frozen=True)
class Use:
    """One place an item is used at: words, and the page and record they lead to."""

    words: str
    goes: Literal["", "interview", "findings", "report"] = ""
    criterion: str = ""


def reference(item: Evidence) -> str:
    """How an item is called: "E-014"."""
    return f"E-{item.reference:03}"


def kind(item: Evidence) -> tuple[str, str]:
    """The icon of an item and its words: a picture, a document, a link, nothing yet."""
    if item.attachment is None:
        return ("link", tr("Link")) if item.link else ("flag", tr("No file"))
    if item.attachment.media_type.startswith("image/"):
        return "image", item.attachment.name
    return "document", item.attachment.name


def size_words(blob: Blob) -> str:
    """A file's size: "840 bytes", "12 kB", "3.4 MB"."""
    if blob.size < 1_000:
        return trn("{n} byte", "{n} bytes", blob.size)
    if blob.size < 1_000_000:
        return tr("{n} kB", n=round(blob.size / 1_000))
    return tr("{n} MB", n=locale.number(blob.size / 1_000_000, 1))


def day_words(day: date | None, today: date | None = None) -> str:
    """A day, with its year when it is another than today's; a dash when there is none."""
    if day is None:
        return DASH
    this_year = day.year == (today or date.today()).year
    return locale.day_and_month(day) if this_year else locale.day(day)


def codes(found: tuple[str, ...], most: int = 3) -> str:
    """Criteria in one line, the rest as a number."""
    rest = len(found) - most
    return ", ".join(found[:most]) + (f" +{rest}" if rest > 0 else "")


def by_whom(snapshot: Snapshot, item: Evidence) -> tuple[str, str]:
    """Who gave it, else showed it, and in which interview; dashes where nobody said."""
    talk = snapshot.get(Interview, item.interview) if item.interview else None
    asked = provider(snapshot, item)
    if talk is None:
        return (person_words(snapshot, asked) if asked else DASH), ""
    people = [person_words(snapshot, one) for one in ((asked,) if asked else talk.people)]
    who = ", ".join(people) or DASH
    return who, talk.title if talk.title != who else tr(
        "Interview of {day}", day=day_words(talk.day)
    )


def lines(snapshot: Snapshot, query: Query) -> tuple[Line, ...]:
    """The register as it was asked for."""
    found = [one for one in snapshot.of(Evidence) if _fits(snapshot, one, query)]
    found.sort(key=_orders(query.sort))
    return tuple(_line(snapshot, one) for one in found)


def _orders(sort: str):  # noqa: ANN202 - a key for sorting
    if sort == "grade":
        return lambda one: (-one.grade, one.reference)
    if sort == "title":
        return lambda one: (one.title.casefold(), one.reference)
    if sort == "shown":
        return lambda one: (-(one.shown or date.min).toordinal(), one.reference)
    return lambda one: one.reference


def _fits(snapshot: Snapshot, item: Evidence, query: Query) -> bool:
    if query.grade and item.grade != int(query.grade):
        return False
    criterion = snapshot.framework.criterion
    spoken = [criterion[one.criterion] for one in item.speaks_for if one.criterion in criterion]
    if query.dimension and query.dimension not in {one.dimension for one in spoken}:
        return False
    words = query.words.casefold().split()
    if not words:
        return True
    said = [reference(item), item.title, item.description, item.link, *by_whom(snapshot, item)]
    said += [f"{one.id} {one.title}" for one in spoken]
    said.append(item.attachment.name if item.attachment else "")
    whole = " ".join(said).casefold()
    return all(word in whole for word in words)


def _line(snapshot: Snapshot, item: Evidence) -> Line:
    icon, about = kind(item)
    spoken = tuple(dict.fromkeys(one.criterion for one in item.speaks_for))
    who, talk = by_whom(snapshot, item)
    grade = next(one.name for one in snapshot.framework.grades if one.grade == item.grade)
    under = tr("{reference}, {file}", reference=reference(item), file=about)
    return Line(
        item.id,
        (
            Cell(item.title, under, icon, weight=600),
            Cell(grade, grade=item.grade),
            Cell(codes(spoken, 2) or tr("nothing yet"), tone="ink" if spoken else "ink_2"),
            Cell(day_words(item.shown)),
            Cell(who, talk),
        ),
    )


def uses(snapshot: Snapshot, item: Evidence) -> tuple[Use, ...]:
    """Everywhere an item is used: interviews, judgements, findings, requests, the register."""
    spoken = tuple(dict.fromkeys(one.criterion for one in item.speaks_for))
    talks = dict.fromkeys([item.interview, *(one.interview for one in item.speaks_for)])
    found: list[Use] = []
    for talk in talks:
        held = snapshot.get(Interview, talk) if talk else None
        if held is not None:
            first = spoken[0] if spoken else ""
            words = tr("Interview “{title}”, {day}", title=held.title, day=day_words(held.day))
            found.append(Use(words, "interview" if first else "", first))
    found += _concluded(snapshot, item, spoken)
    found += [
        Use(tr("Asked for: {title}", title=one.title))
        for one in snapshot.of(EvidenceRequest)
        if one.received == item.id
    ]
    return (*found, Use(tr("Evidence register of the report"), "report"))


def _concluded(snapshot: Snapshot, item: Evidence, spoken: tuple[str, ...]) -> list[Use]:
    """Judgements and findings on the criteria an item speaks for."""
    labels = {one.code: one.label for one in snapshot.framework.answers}
    found = [
        Use(
            tr("Judged {answer}: {code}", answer=labels[one.value], code=one.criterion),
            "findings",
            one.criterion,
        )
        for one in snapshot.of(Judgement)
        if one.criterion in spoken and one.scope_unit == item.scope_unit
    ]
    for one in snapshot.of(Finding):
        both = [code for code in one.criteria if code in spoken]
        if both:
            sort = tr("Strength") if one.sort == "strength" else tr("Gap")
            found.append(Use(tr("{sort}: {text}", sort=sort, text=one.text), "findings", both[0]))
    return found
