"""The way to the target, in Word: the roadmap, each transition, and what is left out."""

from __future__ import annotations

from report_templates.beside.word.story import legend, readings
from report_templates.beside.word.writer import Writer
from report_templates.content.actions import ActionSheet
from report_templates.content.left_out import LeftOut
from report_templates.content.roadmap import RoadmapOverview
from report_templates.content.transition import TransitionPage
from report_templates.figures.paper.gantt import gantt
from report_templates.figures.paper.roadmap import roadmap as roadmap_scene
from report_templates.style import WIDTH

WIDE = 539.0
"""The figure is drawn as wide as on paper and set into the margins."""
SIGNED = 44.0
"""Points that a row to sign is high."""
FIRST, REST = 560.0, 640.0
"""Points that a timeline may be high on its first page and on further ones."""


def roadmap(to: Writer, content: RoadmapOverview) -> None:
    """The figure, its table and notes; without a plan what is said in its stead."""
    to.section(content.heading)
    for words in content.instead:
        to.para(words)
    if content.figure:
        to.picture(roadmap_scene(content.figure, WIDE, metrics=to.look.metrics), content.figure.alt)
        legend(to, content.legend)
    if content.rows:
        rows = [
            (
                one.step,
                one.reaches,
                one.start,
                one.low,
                one.likely,
                one.high,
                one.actions,
                one.criteria,
                one.effort,
            )
            for one in content.rows
        ]
        widths = (5, 8, 7, 7, 8, 7, 8, 7, 9)
        to.table(content.heads[: len(widths)], rows, widths, about=content.heading.name)
    readings(to, content.readings)
    left_out(to, content.left_out)
    if content.watch:
        to.heading(content.watch_title, 2)
        heads = (content.heads[0], to.say("beside.head.title"), content.heads[1])
        kept = [(one.criterion, one.title, one.why) for one in content.watch]
        to.table(heads, kept, (2, 9, 8), about=content.watch_title)
    to.para(content.watch_more, "Caption")


def transition(to: Writer, content: TransitionPage) -> None:
    """Facts, timeline, deliverables with their checks, and when the level is reached."""
    to.section(content.heading)
    to.points((one.label, one.text) for one in content.facts)
    to.para(content.note, "Caption")
    to.para(content.none)
    if content.gantt:
        to.heading(content.plan_title, 2)
        for scene in gantt(content.gantt, WIDTH, first=FIRST, rest=REST, metrics=to.look.metrics):
            to.picture(scene, content.gantt.alt)
        legend(to, content.legend)
    if content.rows:
        to.heading(content.table_title, 2)
        rows = [
            (
                f"{one.id}\n{one.after}" if one.after else one.id,
                f"{one.title}\n{one.deliverable}",
                one.check,
                one.closes,
                one.weeks,
            )
            for one in content.rows
        ]
        to.table(content.heads, rows, (6, 12, 11, 6, 6), about=content.table_title)
    if content.when:
        to.heading(content.when, 3)
        to.para(content.condition)
    left_out(to, content.left_out)
    readings(to, content.readings)
    to.para(content.tools, "Caption")


def action(to: Writer, content: ActionSheet) -> None:
    """An action's sheet: what to deliver, how it is checked, what it closes and moves."""
    to.section(content.heading)
    to.para(content.none)
    to.points((one.label, one.text) for one in content.facts)
    if not content.none:
        for head, items, none in (
            (content.before_head, content.before, content.before_none),
            (content.after_head, content.after, content.after_none),
        ):
            to.heading(head, 2)
            to.points((one.id, f"{one.title}, {one.when}") for one in items)
            to.para("" if items else none)
    to.heading(content.deliverable_head, 2)
    to.points(("", one) for one in content.deliverable)
    to.heading(content.check_head, 2)
    to.para(content.check)
    to.heading(content.criteria_head, 2)
    to.para("" if content.criteria else content.criteria_none)
    if content.criteria:
        closed = [(f"{c.id} {c.title}", c.today.text, c.takes) for c in content.criteria]
        to.table(content.criteria_heads, closed, (8, 4, 11), about=content.criteria_head)
    if content.metrics:
        to.heading(content.metrics_head, 2)
        moved = [(one.name, one.now, one.limit) for one in content.metrics]
        to.table(content.metrics_heads, moved, (12, 4, 5), about=content.metrics_head)
    to.heading(content.notes_head, 2)
    if content.sign:
        to.table(
            content.sign,
            [[""] * len(content.sign)],
            (3, 3, 2),
            about=content.notes_head,
            high=SIGNED,
        )


def left_out(to: Writer, content: LeftOut | None) -> None:
    """Actions taken out by hand; nothing where none is."""
    if content:
        to.heading(content.title, 2)
        rows = [(one.id, f"{one.title}\n{one.why}", one.closes) for one in content.rows]
        to.table(content.heads, rows, (3, 12, 4), about=content.title)
