"""How wide the columns of a table are: as asked, yet no word is cut where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from report_templates.paper import WIDTH

PADDING = 3.5
"""Points at the left and right of a cell."""
WIDEST = WIDTH / 4
"""Points; a word that is longer is parted."""

Measure = Callable[[str, bool], float]
"""The width of a word in points, in the head or below it."""


def shared(
    shares: Sequence[float],
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    measure: Measure,
) -> tuple[float, ...]:
    """Widths in points that fill the page, by ``shares`` where words do not need more.

    What narrow columns lack is taken from those that have more than their words need. Where
    there is not enough for all, each has its part of what it needs.
    """
    asked = [WIDTH * one / sum(shares) for one in shares]
    needed = [
        min(WIDEST, _longest(column, measure)) + 2 * PADDING
        for column in zip(heads, *rows, strict=True)
    ]
    if sum(needed) >= WIDTH:
        return tuple(WIDTH * one / sum(needed) for one in needed)
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, asked, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needed, asked, strict=True))
    kept = 1 - lacking / spare if spare else 1.0
    return tuple(
        need + max(0.0, width - need) * kept for need, width in zip(needed, asked, strict=True)
    )


def _longest(column: Sequence[str], measure: Measure) -> float:
    """The width of a column's longest word; spaces at which no line breaks are part of it."""
    head, *cells = column
    found = [measure(word, True) for word in _words(head)]
    found += [measure(word, False) for cell in cells for word in _words(cell)]
    return max(found, default=0.0)


def _words(cell: str) -> list[str]:
    return cell.replace("\n", " ").split(" ")
