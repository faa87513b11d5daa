"""The trend over all assessments: the figure, how it is read, and the same in figures."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer, Table

from report_templates.content.trend import Trend, TrendTable
from report_templates.sections.columns import fitted
from report_templates.style import WIDTH, Look

DAY, OVERALL, MET, MOST = 96.0, 44.0, 62.0, 40.0
"""Widths of the named columns, and the most that a dimension takes."""
GAP, PAD = 6.0, 3.0


def trend(content: Trend, look: Look) -> list[Flowable]:
    """A block of the progress section; what draws its figure is loaded only here."""
    from report_templates.figures.plotted.trend import trends

    found: list[Flowable] = [look.h2(content.title)]
    for scene in trends(content.figure, WIDTH, metrics=look.metrics):
        found += [look.picture(scene), Spacer(0, 6)]
    found.append(look.para(content.note, "caption"))
    for table in content.tables:
        found += [Spacer(0, 6), _table(table, look)]
    return found


def _table(content: TrendTable, look: Look) -> Table:
    heads = [look.para(one, "head") for one in content.heads]
    rows = [heads, *[_row(one, look) for one in content.rows]]
    return look.table(rows, fitted(rows, _widths(content), GAP), pad=PAD, gap=GAP)


def _row(cells: Sequence[str], look: Look) -> list[Flowable]:
    day, *levels = cells
    return [look.para(day, "cell_key"), *(look.para(one, "cell") for one in levels)]


def _widths(content: TrendTable) -> list[float]:
    """The columns of the first table, or of one that has dimensions only."""
    named = [OVERALL] if content.whole else []
    last = [MET] if content.whole else []
    count = len(content.heads) - 1 - len(named) - len(last)
    room = WIDTH - DAY - sum(named) - sum(last)
    return [DAY, *named, *([min(MOST, room / max(1, count))] * count), *last]
