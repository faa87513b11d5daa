"""The list of actions that are left out of the plan, and why."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from report_templates.content.left_out import LeftOut, LeftOutRow
from report_templates.style import Look

COLUMNS = (57.0, 364.3, 72.0)


def flowables(content: LeftOut | None, look: Look, *, tight: bool = False) -> list[Flowable]:
    """Head and table; nothing where nothing is left out."""
    if content is None:
        return []
    rows: list[list[Any]] = [[look.para(head, "head") for head in content.heads]]
    rows += [_row(one, look) for one in content.rows]
    table = look.table(rows, COLUMNS, pad=2.6 if tight else 3.6)
    return [look.h2(content.title, tight=tight), table]


def _row(row: LeftOutRow, look: Look) -> list[Any]:
    return [
        look.para(row.id, "cell_key"),
        [look.para(row.title, "cell_key"), look.para(row.why, "cell")],
        look.para(row.closes, "cell"),
    ]
