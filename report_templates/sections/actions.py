"""Action sheets: what to deliver, how it is checked, what it closes, and room to write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from report_templates.content.actions import ActionSheet, ClosedCriterion, Neighbour
from report_templates.figures.model import Glyph
from report_templates.sections.columns import fitted
from report_templates.sections.criteria import verdict_cell
from report_templates.sections.marks import mark_word
from report_templates.sections.room import paged
from report_templates.sections.writing import Lines, signing
from report_templates.style import HALF, WIDTH, Anchor, Look, kept
from report_templates.text import Run

CRITERIA = (62.0, 146.0, 75.3, 210.0)
METRICS = (293.3, 90.0, 110.0)
BOX, GAP = 15.0, 6.0
LEAST, MOST = 2, 12
SIGN_ROOM = 46.0
"""Points that the last fields of a sheet take below the lines."""


def flowables(content: ActionSheet, look: Look) -> list[Flowable]:
    """One page; what finds no room follows on another, which is headed "continued"."""
    head = [*look.heading(content.heading)]
    head[0] = Anchor(content.heading.key, f"{content.heading.number} {content.heading.name}")
    if content.none:
        return [*head, look.para(content.none, "body")]
    label = look.para(content.label, "label")
    label.style.spaceAfter = 3
    head[1] = label
    strip = look.strip([(one.label, one.text) for one in content.facts])
    blocks: list[list[Flowable]] = [
        [*head, strip, Spacer(0, 14), _neighbours(content, look)],
        _ticked(content.deliverable_head, content.deliverable, look),
        _ticked(content.check_head, (content.check,), look),
        _criteria(content, look),
    ]
    if content.metrics:
        blocks.append(_metrics(content, look))
    return paged([*blocks, _notes(content, look)], content.continued, look)


def _neighbours(content: ActionSheet, look: Look) -> Flowable:
    """What it waits for at the left, what waits for it at the right."""
    left = _side(content.before_head, content.before, content.before_none, look)
    right = _side(content.after_head, content.after, content.after_none, look)
    return look.columns([left, right], (HALF, HALF), WIDTH - 2 * HALF)


def _side(head: str, items: Sequence[Neighbour], none: str, look: Look) -> list[Flowable]:
    found: list[Flowable] = [look.rule(HALF), Spacer(0, 5), look.para(head, "h3", tag="H2")]
    if not items:
        found.append(look.para(none, "body"))
    for one in items:
        words = [Run(f"{one.id} ", bold=True), Run(f"{one.title}, {one.when}")]
        found.append(look.para(words, "body"))
    return found


def _ticked(head: str, items: Sequence[str], look: Look) -> list[Flowable]:
    """A head with a box to tick before each thing."""
    found: list[Flowable] = [look.h2(head)]
    for place, words in enumerate(items):
        found += [Spacer(0, 4)] if place else []
        found.append(mark_word(look, Glyph.NOT_MET, words, "body", indent=BOX))
    return [kept(head, *found)]


def _criteria(content: ActionSheet, look: Look) -> list[Flowable]:
    head = look.h2(content.criteria_head)
    if not content.criteria:
        return [head, look.para(content.criteria_none, "body")]
    criterion, today, takes = content.criteria_heads
    rows: list[list[Any]] = [
        [look.para(criterion, "head"), None, look.para(today, "head"), look.para(takes, "head")],
        *[_criterion(one, look) for one in content.criteria],
    ]
    extra = [("SPAN", (0, 0), (1, 0))]
    return [head, look.table(rows, fitted(rows, CRITERIA, GAP), gap=GAP, extra=extra)]


def _criterion(one: ClosedCriterion, look: Look) -> list[Any]:
    return [
        look.para(one.id, "cell_key"),
        look.para(one.title, "cell"),
        verdict_cell(one.today, look),
        look.para(one.takes, "cell"),
    ]


def _metrics(content: ActionSheet, look: Look) -> list[Flowable]:
    rows: list[list[Any]] = [[look.para(head, "head") for head in content.metrics_heads]]
    rows += [
        [look.para(one.name, "cell_key"), look.para(one.now, "cell"), look.para(one.limit, "cell")]
        for one in content.metrics
    ]
    return [look.h2(content.metrics_head), look.table(rows, fitted(rows, METRICS, GAP), gap=GAP)]


def _notes(content: ActionSheet, look: Look) -> list[Flowable]:
    """Lines for progress down to the foot of the page, then who says that it is done."""
    head = look.h2(content.notes_head)
    head.style.keepWithNext = 0
    return [
        head,
        Lines(look, least=LEAST, most=MOST, below=SIGN_ROOM),
        Spacer(0, 26),
        signing(content.sign, look),
    ]
