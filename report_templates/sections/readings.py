"""Paragraphs side by side, each under a line and a head of its own."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer, Table

from report_templates.content.glance import Reading
from report_templates.style import THIRD, WIDTH, Look


def readings(items: Sequence[Reading], look: Look, *, tight: bool = False) -> Table:
    """Up to three columns of a third of the width; set smaller in the tight set."""
    columns = [_reading(one, look, "cell" if tight else "body") for one in items]
    return look.columns(columns, [THIRD] * len(columns), (WIDTH - 3 * THIRD) / 2)


def _reading(one: Reading, look: Look, style: str) -> list[Flowable]:
    return [
        look.rule(THIRD),
        Spacer(0, 5),
        look.para(one.head, "h3"),
        look.para(one.text, style),
    ]
