"""What Home's list is asked for, and what it is told: rows in words with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ui.home.rows import Lines, Row, shown, shown_deleted

if TYPE_CHECKING:
    from engagements.library import Library
    from engagements.library import Row as LibraryRow

DELETED = "deleted"
"""The filter that shows what was deleted."""


class Query(NamedTuple):
    """What the list is asked for; an empty status is all."""

    text: str = ""
    status: str = ""
    sort: str = "next"


class Listing(NamedTuple):
    """What the library answered."""

    rows: Sequence[Row]
    counts: Mapping[str, int]
    """Of each status, and of ``DELETED``, what the words of the query mean."""
    kinds: frozenset[str]
    """Those of which there is any, whatever is sought."""

    @property
    def found(self) -> int:
        """Engagements of every status that the words mean."""
        return sum(count for kind, count in self.counts.items() if kind != DELETED)


def listing(library: Library, query: Query, here: LibraryRow | None = None) -> Listing:
    """The rows of a query in words, with the counts of the same moment.

    ``here`` is the row of what is open and has a passphrase, of which the library keeps nothing.
    """
    from engagements import recycling

    today = date.today()
    sought = query.text.strip().casefold()
    recycled = recycling.recycled(library.folder)
    deleted = [one for one in recycled if sought in one.name.casefold()]
    status = "" if query.status == DELETED else query.status
    found = library.find(query.text, status, query.sort, here)  # type: ignore[arg-type]
    return Listing(
        rows=Lines(deleted, shown_deleted, today)
        if query.status == DELETED
        else Lines(found.rows, shown, today, found.apart),
        counts={**found.counts, DELETED: len(deleted)},
        kinds=frozenset(found.all_counts) | (frozenset((DELETED,)) if recycled else frozenset()),
    )
