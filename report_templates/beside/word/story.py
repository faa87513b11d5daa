"""Where the organisation stands, in Word: summary, glance and evidence."""

from __future__ import annotations

from collections.abc import Iterable

from report_templates.beside.word.writer import Writer
from report_templates.content.blockers import Blocker, Reference
from report_templates.content.evidence import EvidenceRegister
from report_templates.content.glance import Glance, Reading
from report_templates.content.measures import Measures
from report_templates.content.summary import Summary
from report_templates.figures.model import HeatMap, Legend
from report_templates.figures.paper.bar import share_bar
from report_templates.figures.paper.dates import expected_dates
from report_templates.figures.paper.heat_map import heat_maps
from report_templates.figures.paper.ladder import ladder
from report_templates.style import HALF, WIDTH

LADDER_HEIGHT = 120.0


def summary(to: Writer, content: Summary) -> None:
    """Levels, what stands before the next one, the first month, dates, metrics, the decision."""
    to.section(content.heading)
    to.para(content.introduction)
    to.points(
        (one.lead, " ".join(filter(None, (f"{one.numeral} {one.name}.", one.text, one.verified))))
        for one in content.levels
    )
    if content.symptom:
        to.para(content.symptom.text, lead=content.symptom.label)
    to.heading(content.blockers.title, 2)
    for one in content.blockers.items:
        _blocker(to, one, 3 if content.blockers.title else 2)
    to.para(content.blockers.none)
    to.para(content.blockers.also, "Caption")
    to.heading(content.first.title, 2)
    to.points((one.day, f"{one.title} ({one.about})") for one in content.first.rows)
    to.para(content.first.none)
    to.para(content.first.more[-1] if content.first.more else "", "Caption")
    if content.dates_title:
        to.heading(content.dates_title, 2)
        if content.dates:
            to.picture(
                expected_dates(content.dates, HALF, metrics=to.look.metrics), content.dates.alt
            )
        to.para(content.dates_note, "Caption" if content.dates else "Normal")
    to.heading(content.metrics_title, 2)
    _measures(to, content.metrics, content.metrics_title)
    to.heading(content.decision_label, 2)
    to.para(content.decision)


def _blocker(to: Writer, one: Blocker, level: int) -> None:
    to.heading(one.head, level)
    to.para(one.text)
    say = to.say
    rows = (
        ("criteria", one.criteria),
        ("evidence", _named(one.evidence)),
        ("actions", _named(one.actions)),
    )
    to.points((say(f"summary.blocker.{slot}"), words) for slot, words in rows if words)


def _named(references: Iterable[Reference]) -> str:
    return ", ".join(one.text for one in references)


def _measures(to: Writer, content: Measures, about: str) -> None:
    to.para(content.none)
    if content.rows:
        rows = [
            (f"{one.name} ({one.unit})", one.now, one.limit, one.source, one.basis)
            for one in content.rows
        ]
        to.table(content.heads, rows, (6, 2, 3, 3, 4), about=about)
        to.para(content.more[-1], "Caption")


def glance(to: Writer, content: Glance) -> None:
    """Ladder and heat map as pictures, the map's figures as a table too, and how to read them."""
    to.section(content.heading)
    to.picture(
        ladder(content.ladder, WIDTH, LADDER_HEIGHT, metrics=to.look.metrics), content.ladder.alt
    )
    to.heading(content.map_title, 2)
    for scene in heat_maps(content.heat_map, WIDTH, metrics=to.look.metrics):
        to.picture(scene, content.heat_map.alt)
    legend(to, content.legend)
    _map(to, content.heat_map, content.map_title)
    for note in content.notes:
        to.para(note, "Caption")
    readings(to, content.readings)
    to.para(content.context, "Caption")


def _map(to: Writer, content: HeatMap, about: str) -> None:
    levels = content.levels[1:]  # every row begins at level 0
    heads = [to.say("beside.head.dimension"), *(one.label for one in levels)]
    heads += [one.label for one in content.figures]
    rows = [
        (
            one.name,
            *(cell.text for cell in one.cells),
            one.now_text,
            one.claimed_text,
            one.debt_text,
        )
        for one in content.rows
    ]
    to.table(heads, rows, (4, *(1.4 for _ in heads[1:])), about=about)


def legend(to: Writer, content: Legend | None) -> None:
    """What the signs of a figure mean, on one line."""
    if content:
        to.para(" · ".join(one.text for one in content.entries), "Caption")


def readings(to: Writer, items: Iterable[Reading]) -> None:
    """Paragraphs, each under a head of its own."""
    for one in items:
        to.heading(one.head, 2)
        to.para(one.text)


def evidence(to: Writer, content: EvidenceRegister) -> None:
    """The bar of grades, and every item."""
    say = to.say
    to.section(content.heading)
    to.para(content.empty)
    if content.bar:
        to.picture(share_bar(content.bar, WIDTH, metrics=to.look.metrics), content.bar.alt)
    if content.rows:
        heads = [say(f"evidence.{one}") for one in ("ref", "item", "source", "grade")]
        to.table(
            [*heads, content.year, say("evidence.criteria")],
            [
                (one.reference, one.title, one.source, one.grade_name, one.day, one.criteria)
                for one in content.rows
            ],
            (3, 10, 6, 3, 3, 5),
            about=content.heading.name,
        )
    to.para(content.note, "Caption")
