"""What the report says in detail, in Word: dimensions, metrics, crosswalk, progress, glossary."""

from __future__ import annotations

from collections.abc import Sequence

from report_templates.beside.word.story import readings
from report_templates.beside.word.writer import Writer
from report_templates.content.criteria import Proof, Verdict
from report_templates.content.delivery import Delivery
from report_templates.content.diagnostic import Diagnostic, Questions
from report_templates.content.dimensions import DimensionPage
from report_templates.content.gap import Gap
from report_templates.content.glossary import Glossary
from report_templates.content.progress import Progress
from report_templates.content.trend import Trend
from report_templates.figures.paper.ladder import scale
from report_templates.figures.paper.progress import progress as progress_scene
from report_templates.style import HALF, WIDTH


def dimension(to: Writer, content: DimensionPage) -> None:
    """Scale, facts and findings, every criterion, what differs, and what closes the gap."""
    to.section(content.heading)
    to.picture(scale(content.scale, HALF, metrics=to.look.metrics), content.scale.alt)
    to.points((one.label, one.text) for one in content.facts)
    to.para(content.instead)
    readings(to, content.findings)
    to.para(content.more_findings, "Caption")
    criterion, evidence, verdict = content.heads
    for group in content.groups:
        name = f"{group.label} {group.name}"
        to.heading(f"{name}, {group.count}", 2)
        to.table(
            (criterion, *content.roles, evidence, verdict),
            [
                (
                    "\n".join(filter(None, (f"{one.id} {one.title}", one.note))),
                    *(cell.text for cell in one.answers),
                    _proof(one.proof),
                    _verdict(to, one.verdict),
                )
                for one in group.rows
            ],
            (8, *(3 for _ in content.roles), 4, 5),
            about=name,
        )
    to.para(content.note, "Caption")
    if content.disagreement:
        to.heading(content.disagreement.title, 2)
        for line in (*content.disagreement.lines, content.disagreement.more):
            to.para(line)
    to.heading(content.determination_head, 2)
    to.para(content.determination, lead=content.determination_lead)
    _gap(to, content.gap)


def _gap(to: Writer, content: Gap) -> None:
    to.heading(content.head, 2)
    to.para(content.none)
    for one in content.rows:
        words = ", ".join(filter(None, (one.title, one.closes, one.when)))
        to.para(words, "List Bullet", lead=one.action.text)
    for words in (content.more, content.later):
        to.para(words, "Caption")


def delivery(to: Writer, content: Delivery) -> None:
    """Every reading with its limits, what is not read, and what does not go together."""
    to.section(content.heading)
    to.para(content.none)
    if content.rows:
        rows = [
            (
                "\n".join(filter(None, (one.name, one.about, one.note))),
                one.now,
                "\n".join(limit.text for limit in one.limits),
                one.source,
                one.sample,
            )
            for one in content.rows
        ]
        to.table(content.heads, rows, (7, 3, 5, 4, 4), about=content.heading.name)
    to.para(content.missing)
    to.heading(content.parted_head, 2)
    to.para(content.parted_none)
    if content.parted:
        parted = [(one.metrics, one.criteria, one.ask) for one in content.parted]
        to.table(content.parted_heads, parted, (5, 4, 8), about=content.parted_head)
    to.para(content.note, "Caption")


def diagnostic(to: Writer, content: Diagnostic) -> None:
    """The six questions, the crosswalk, where the models part, and the sources."""
    to.section(content.heading)
    if content.questions:
        _questions(to, content.questions)
    to.heading(content.title, 2)
    levels = [f"{one.level} {one.name}" for one in content.scale.steps]
    rows = [(one.model, *one.cells) for one in content.rows]
    heads = (to.say("beside.head.model"), *levels)
    to.table(heads, rows, (4, *(4 for _ in levels)), about=content.title)
    to.para(content.key, "Caption")
    to.heading(content.misfits_title, 2)
    to.points((f"{one.level} {one.name}", one.text) for one in content.misfits)
    for words in (content.note, content.sources):
        to.para(words, "Caption")


def _questions(to: Writer, content: Questions) -> None:
    question, evidence, verdict = content.heads
    to.heading(content.title, 2)
    rows = [
        (
            f"{one.id} {one.question}\n{one.criterion}",
            *(cell.text for cell in one.answers),
            _proof(one.proof),
            _verdict(to, one.verdict),
        )
        for one in content.rows
    ]
    heads = (question, *content.roles, evidence, verdict)
    to.table(heads, rows, (8, *(3 for _ in content.roles), 4, 5), about=content.title)
    to.para(content.result)


def progress(to: Writer, content: Progress) -> None:
    """What moved since the previous assessment: facts, figure, every criterion that changed."""
    to.section(content.heading)
    to.points((one.label, one.text) for one in content.facts)
    to.heading(content.figure_title, 2)
    to.picture(progress_scene(content.figure, WIDTH, metrics=to.look.metrics), content.figure.alt)
    to.para(content.note, "Caption")
    if content.trend:
        _trend(to, content.trend)
    to.heading(content.changes_title, 2)
    to.para(content.changes_none)
    if content.changes:
        rows = [
            (f"{one.id} {one.title}", one.before.text, one.now.text, _proof(one.proof))
            for one in content.changes
        ]
        to.table(content.heads, rows, (9, 3, 3, 4), about=content.changes_title)


def _trend(to: Writer, content: Trend) -> None:
    """The trend over all assessments; what draws its figure is loaded only here."""
    from report_templates.figures.plotted.trend import trends

    to.heading(content.title, 2)
    for scene in trends(content.figure, WIDTH, metrics=to.look.metrics):
        to.picture(scene, scene.alt)
    to.para(content.note, "Caption")
    for table in content.tables:
        widths = (4, *(2 for _ in table.heads[1:-1]), 3)
        to.table(table.heads, table.rows, widths, about=content.title)


def glossary(to: Writer, content: Glossary) -> None:
    """Every term under the head of its group."""
    to.section(content.heading)
    for group in content.groups:
        to.heading(group.name, 2)
        to.points((one.name, one.meaning) for one in group.terms)


def _proof(proof: Proof) -> str:
    return " ".join(filter(None, (proof.first.text, proof.more)))


def _verdict(to: Writer, verdict: Verdict) -> str:
    words: Sequence[str] = (verdict.text, to.say("criteria.differs") if verdict.differs else "")
    return ", ".join(filter(None, words))
