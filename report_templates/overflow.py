"""What fits on no page, set so that it does: no report fails for the length of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, cast

from reportlab.platypus import BaseDocTemplate, Flowable, KeepTogether, Spacer, Table
from reportlab.platypus.doctemplate import LayoutError

from report_templates.tagged import Grid

BETWEEN = 3.0
"""Points between what stood side by side and now stands one below the other."""


class Loosening(BaseDocTemplate):
    """A document in which what fits on no page is set otherwise."""

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Set the next flowable; a LayoutError for one that can be set in no way."""
        first = flowables[0] if flowables else None
        try:
            super().handle_flowable(flowables)
        except LayoutError:
            frame: Any = self.frame
            parts = loosened(first, frame._height) if first else []  # noqa: SLF001
            if not parts:
                raise
            flowables[:0] = parts


def loosened(one: Flowable, body: float) -> list[Flowable]:
    """What stands for a flowable that is higher than a page of ``body`` points.

    A flowable may say so itself by a method of this name, which takes ``body``. What stands in
    other tables, which only lay things out, is set one below the other. Nothing for what has no
    parts.
    """
    own: Any = getattr(one, "loosened", None)
    found: list[Flowable] = own(body) if own else []
    if found:
        return found
    if isinstance(one, Table):
        return list(_stacked(_cells(one)))
    if isinstance(one, KeepTogether):
        held: Any = one
        return list(held._content)  # noqa: SLF001
    return []


def _cells(table: Table) -> Iterator[Any]:
    """In the order in which they are read."""
    held: Any = table
    return chain.from_iterable(held._cellvalues)  # noqa: SLF001


def _stacked(cells: Iterable[Any]) -> Iterator[Flowable]:
    """The flowables of cells, each cell parted from the one above it."""
    for cell in cells:
        inside = [one for one in _flowables(cell) if not isinstance(one, Spacer)]
        yield from inside
        if inside:
            yield Spacer(0, BETWEEN)


def _flowables(cell: Any) -> list[Flowable]:
    """What stands in a cell; a table in it, which knows only its column's width, is taken apart."""
    if isinstance(cell, Table) and not isinstance(cell, Grid):
        return list(chain.from_iterable(_flowables(one) for one in _cells(cell)))
    if isinstance(cell, list | tuple):
        cells = cast("Iterable[Any]", cell)
        return list(chain.from_iterable(_flowables(one) for one in cells))
    return [cell] if isinstance(cell, Flowable) else []
