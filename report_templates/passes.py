"""From one pass over a document's pages to the next: what blocks were told of pages, and reused."""

# ReportLab's flowables are typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from reportlab.platypus import Flowable, Paragraph, Table

from report_templates.figures.paint_pdf import Picture
from report_templates.style import Anchor

QUIET = (Paragraph, Table, Picture)
"""What may be left undrawn while pages are only counted, but for the anchors in it."""


class Told(dict[str, int]):
    """Pages of anchors, and the answers that were given about them.

    While no page is known every link is taken to lead somewhere, as nearly all do.
    """

    def __init__(self, pages: Mapping[str, int]) -> None:
        super().__init__(pages)
        self.answers: dict[tuple[bool, str], int | bool | None] = {}

    def __contains__(self, key: object) -> bool:
        return bool(self._answer(True, str(key)))

    def get(self, key: str, default: Any = None) -> Any:
        """The page of an anchor, or ``default``."""
        found = self._answer(False, key)
        return default if found is None else found

    def again(self, answers: Mapping[tuple[bool, str], int | bool | None]) -> bool:
        """True when it would give the same answers; they count as given."""
        return all(self._answer(*asked) == one for asked, one in answers.items())

    def _answer(self, whether: bool, key: str) -> int | bool | None:
        at = super().get(key)
        found = (at is not None or not len(self)) if whether else at
        self.answers[whether, key] = found
        return found


@dataclass
class Kept:
    """The flowables of a document's blocks, by the place of each, and what they were told."""

    made: dict[int, tuple[list[Flowable], Told]] = field(
        default_factory=dict[int, tuple[list[Flowable], Told]]
    )
    undo: list[Callable[[], None]] = field(default_factory=list[Callable[[], None]])

    def flowables(
        self, place: int, pages: Mapping[str, int], make: Callable[[Told], list[Flowable]]
    ) -> list[Flowable]:
        """A block's flowables: those of the pass before where these pages would not change them."""
        told = Told(pages)
        known = self.made.get(place)
        if known and told.again(known[1].answers):
            self.made[place] = known[0], told
        else:
            told = Told(pages)
            self.made[place] = make(told), told
        return list(self.made[place][0])

    def edited(self, edit: tuple[Any, ...]) -> None:
        """Remember what ReportLab (or we) changed of a flowable, to be put right after the pass."""
        change, *values = edit
        self.undo.append(partial(change, *values))

    def restore(self) -> None:
        """Make every flowable what it was before the pass."""
        while self.undo:
            self.undo.pop()()

    def hush(self, one: Any) -> None:
        """Have a flowable keep the pages of its anchors only, where it would be drawn."""
        if isinstance(one, QUIET) and "drawOn" not in vars(one):
            one.drawOn = partial(_counted, one)
            self.edited((delattr, one, "drawOn"))


def _counted(one: Flowable, canvas: Any, *_place: Any, **_more: Any) -> None:
    for anchor in _anchors(one):
        canvas.anchors[anchor.key] = canvas.getPageNumber()


def _anchors(held: Any) -> Iterator[Anchor]:
    """The anchors in a flowable, or in what a table's cell holds."""
    if isinstance(held, Anchor):
        yield held
    elif isinstance(held, Table):
        table: Any = held
        for row in table._cellvalues:  # noqa: SLF001
            for cell in row:
                yield from _anchors(cell)
    elif isinstance(held, list | tuple):
        for one in cast("list[Any]", held):
            yield from _anchors(one)
