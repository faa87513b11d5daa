"""The evidence register: every item with its grade, source role, date and criteria."""

from __future__ import annotations

from datetime import date

from engagements.framework.model import Value
from engagements.records import Evidence, Interview, Person
from engagements.records.providing import provider
from engagements.records.snapshot import Snapshot
from report_templates.content.base import Part, Section
from report_templates.content.basis import criteria_text, source
from report_templates.content.facts import Facts
from report_templates.figures.model import BarPart, ShareBar

TRACE = 3
TONES = {4: 4, 3: 3, 2: 2}
"""Level tones of the grades in the bar."""


class EvidenceRow(Value):
    """One item. ``key`` is the anchor that references lead to."""

    key: str
    reference: str
    title: str
    source: str
    grade: int
    grade_name: str
    day: str
    criteria: str


class EvidenceRegister(Section):
    """The register; without rows ``empty`` says what that means."""

    bar: ShareBar | None
    year: str
    """Head of the date column: the year when all items share one."""
    rows: tuple[EvidenceRow, ...]
    empty: str
    note: str
    part_label: str
    """With ``{first}`` and ``{last}``: the label of each page after the first."""


def reference(item: Evidence) -> str:
    """How an item is referred to on every page: "E-014"; "E-?" before it has a number."""
    return f"E-{item.reference:03}" if item.reference else "E-?"


def key(item: Evidence) -> str:
    """The anchor of an item's row."""
    return f"evidence-{item.id}"


def of(known: Facts) -> EvidenceRegister:
    """The register of an engagement, by reference."""
    say, items = known.say, known.basis.evidence
    days = [day for one in items if (day := day_of(one, known.snapshot))]
    years = {day.year for day in days}
    one_year = len(years) == 1
    strong = sum(one.grade >= TRACE for one in items)
    title = say("evidence.title.none")
    if items:
        title = say.many("evidence.title", len(items), strong=say.count(strong))
    return EvidenceRegister(
        heading=known.heading(Part.EVIDENCE.value, title),
        bar=_bar(known, items) if items else None,
        year=str(days[0].year) if one_year else say("evidence.date"),
        rows=tuple(_row(known, one, one_year=one_year) for one in items),
        empty="" if items else say("evidence.empty"),
        note=say("evidence.note") if items else "",
        part_label=say("evidence.part", first="{first}", last="{last}"),
    )


def day_of(item: Evidence, snapshot: Snapshot) -> date | None:
    """The day an item was shown, else that of its interview; None when neither is known."""
    if item.shown:
        return item.shown
    interview = snapshot.get(Interview, item.interview) if item.interview else None
    return interview.day if interview else None


def _row(known: Facts, item: Evidence, *, one_year: bool) -> EvidenceRow:
    say, day = known.say, day_of(item, known.snapshot)
    order = {one.id: place for place, one in enumerate(known.framework.criteria)}
    criteria = sorted({one.criterion for one in item.speaks_for}, key=lambda c: order.get(c, 0))
    write = say.short_date if one_year else say.medium_date
    return EvidenceRow(
        key=key(item),
        reference=reference(item),
        title=item.title.strip() or say("evidence.untitled"),
        source=source_of(known, item),
        grade=item.grade,
        grade_name=say.within(known.framework.grades[item.grade].name),
        day=write(day) if day else "–",
        criteria=criteria_text(criteria) or "–",
    )


def source_of(known: Facts, item: Evidence) -> str:
    """Whose an item is, by role or pseudonym; a dash when nobody is noted."""
    snapshot = known.snapshot
    asked = provider(snapshot, item)
    interviews = [None if asked else item.interview, *(one.interview for one in item.speaks_for)]
    people: list[Person | None] = [snapshot.get(Person, asked)] if asked else []
    for one in dict.fromkeys(interviews):
        interview = snapshot.get(Interview, one) if one else None
        people += [snapshot.get(Person, p) for p in interview.people] if interview else []
    return ", ".join(source(people)) or known.say("evidence.no_source")


def _bar(known: Facts, items: tuple[Evidence, ...]) -> ShareBar:
    say = known.say
    names = {one.grade: say.within(one.name) for one in known.framework.grades}
    counts = {grade: sum(one.grade == grade for one in items) for grade in TONES}
    parts = tuple(
        BarPart(label=f"{count} {names[grade]}", count=count, level=TONES[grade])
        for grade, count in counts.items()
    )
    strong = sum(1 for grade in TONES if grade >= TRACE and counts[grade])
    listed = say.listed([part.label for part in parts if part.count])
    return ShareBar(
        parts=parts,
        bracket=say("evidence.bracket") if strong else "",
        bracketed=strong,
        rest=say("evidence.rest") if counts[2] else "",
        alt=say.many("evidence.alt", len(items), listed=listed),
    )
