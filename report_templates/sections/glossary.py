"""The glossary: terms at the left, what they mean at the right."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from report_templates.content.glossary import Glossary, TermGroup
from report_templates.sections.room import going_on, height
from report_templates.style import Look

COLUMNS = (128.0, 365.3)
PADS = (2.6, 1.4, 1.0)


def flowables(content: Glossary, look: Look) -> list[Flowable]:
    """A table per group of terms, set closer where that keeps them on one page."""
    found: list[Flowable] = []
    for pad in PADS:
        found = _page(content, look, pad)
        if height(found) <= look.paper.body:
            return found
    return going_on(_page(content, look, PADS[0]), content.heading, look)


def _page(content: Glossary, look: Look, pad: float) -> list[Flowable]:
    found: list[Flowable] = [*look.heading(content.heading)]
    for place, group in enumerate(one for one in content.groups if one.terms):
        head = look.h2(group.name)
        head.style.spaceBefore = head.style.spaceBefore if place else 0
        found += [head, _table(group, look, pad)]
    return found


def _table(group: TermGroup, look: Look, pad: float) -> Flowable:
    rows: list[list[Any]] = [
        [look.para(one.name, "cell_key"), look.para(one.meaning, "cell")] for one in group.terms
    ]
    return look.table(rows, COLUMNS, heads=0, pad=pad)
