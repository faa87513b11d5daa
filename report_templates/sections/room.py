"""How much room flowables take, as a frame would set them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import Any, TypeVar

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from report_templates.content.base import Heading
from report_templates.paper import A4, WIDTH
from report_templates.style import Look

S = TypeVar("S")
FUZZ = 1e-6
"""Points by which ReportLab lets a flowable stand out of its frame."""
UNDER_LABEL = 6.0
"""Points below the label of a page that continues another."""
LABEL_LINES = 2
"""Lines it may take: a longer one is cut, as it stands whole on the page that is continued."""


def height(flowables: Sequence[Flowable], width: float = WIDTH) -> float:
    """Points from the top of the first to the foot of the last.

    Of the space after one and the space before the next the larger counts; the space before the
    first and after the last does not.
    """
    total = after = 0.0
    for place, one in enumerate(flowables):
        high = _height(one, width)
        total += high + (max(after, one.getSpaceBefore()) if place else 0.0)
        after = one.getSpaceAfter()
    return total


def _height(one: Flowable, width: float) -> float:
    if isinstance(one, KeepTogether):  # it measures itself on a canvas only
        inside: Any = one
        return height(inside._content, width)  # noqa: SLF001
    return one.wrap(width, 10_000)[1]


def roomiest(sets: Iterable[S], page: Callable[[S], list[Flowable]], body: float) -> list[Flowable]:
    """A page in the first of its sets that is no higher than ``body``, else in the last."""
    found: list[Flowable] = []
    for choice in sets:
        found = page(choice)
        if height(found) <= body:
            break
    return found


def fewest(sets: Iterable[S], story: Callable[[S], list[Flowable]], body: float) -> list[Flowable]:
    """A story in the first of its sets that takes no more pages than any other."""
    found, pages = list[Flowable](), inf
    for choice in sets:
        made = story(choice)
        count = len(filled(made, body))
        if count < pages:
            found, pages = made, count
        if count == 1:
            break
    return found


def filled(flowables: Sequence[Flowable], body: float = A4.body) -> tuple[float, ...]:
    """How much of each page is taken, in points, when a frame sets these from a page's top.

    ``body`` is the height of the frame in points.
    """
    return tuple(_set(flowables, _Pages(body)).taken)


def labelled(flowables: Sequence[Flowable], label: str, look: Look) -> list[Flowable]:
    """The same, broken into pages as a frame would, each but the first under a label."""
    first, *others = _set(flowables, _Pages(look.paper.body, height(top(label, look)))).on
    story = [*first]
    for page in others:
        story += [PageBreak(), *top(label, look), *page]
    return story


def going_on(flowables: Sequence[Flowable], of: Heading, look: Look) -> list[Flowable]:
    """A section broken into pages, each but the first headed with its name and "continued"."""
    name = look.lines(f"{of.number} · {of.name}", "label", WIDTH, LABEL_LINES - 1)
    return labelled(flowables, look.say("transition.continued", name=name), look)


def top(label: str, look: Look) -> list[Flowable]:
    """What a page that continues another begins with: a label that leaves room for the rest."""
    return [
        look.para(look.lines(label, "label", WIDTH, LABEL_LINES), "label"),
        Spacer(0, UNDER_LABEL),
    ]


def _set(flowables: Sequence[Flowable], pages: _Pages) -> _Pages:
    left, free = list(flowables), set[int]()
    while left:
        one = left.pop(0)
        if isinstance(one, PageBreak):
            pages.turn()
        elif isinstance(one, CondPageBreak):
            pages.turn_below(one.height)
        elif block := _block(one, left, free):
            pages.turn_below(height(block) + pages.above(block[0]))
            free |= {id(each) for each in block}
            left[:0] = block
        else:
            left[:0] = pages.set(one)
    return pages


def _block(one: Flowable, left: list[Flowable], free: set[int]) -> list[Flowable]:
    """What stays on one page with ``one``, taken off ``left``; nothing where it stands alone."""
    if isinstance(one, KeepTogether):
        inside: Any = one
        return list(inside._content)  # noqa: SLF001
    block: list[Any] = [one]
    while block[-1].getKeepWithNext() and id(block[-1]) not in free and left:
        block.append(left.pop(0))
    return block if len(block) > 1 else []


def paged(blocks: Sequence[list[Flowable]], label: str, look: Look) -> list[Flowable]:
    """Blocks one below the other; one that finds no room begins a page that has a label."""
    body = look.paper.body
    story: list[Flowable] = []
    page: list[Flowable] = []
    for block in blocks:
        if page and len(filled([*page, *block], body)) > len(filled(page, body)):
            story += page
            page = [PageBreak(), *top(label, look)]
        page += block
    return [*story, *page]


class _Pages:
    """Pages as they fill: what stands on each, how much is taken, the space after the last.

    ``label`` is the height of what stands on top of each page but the first.
    """

    def __init__(self, body: float, label: float = 0.0) -> None:
        self.body, self.label = body, label
        self.taken = [0.0]
        self.on: list[list[Flowable]] = [[]]
        self._after = 0.0

    @property
    def begun(self) -> bool:
        """True where more than a label stands on the page."""
        return self.taken[-1] > (self.label if len(self.taken) > 1 else 0.0)

    def above(self, one: Flowable) -> float:
        """The space before a flowable that comes next."""
        return max(self._after, one.getSpaceBefore()) if self.taken[-1] else 0.0

    def turn(self) -> None:
        """Begin another page."""
        self.taken.append(self.label)
        self.on.append([])
        self._after = 0.0

    def turn_below(self, need: float) -> None:
        """Begin another page where less than ``need`` is left of one that has begun."""
        if self.begun and self.body - self.taken[-1] < need:
            self.turn()

    def set(self, one: Flowable) -> list[Flowable]:
        """Set a flowable as far as it fits; returns what is left of it."""
        if self.label and isinstance(one, Spacer) and len(self.taken) > 1 and not self.begun:
            return []
        above = self.above(one)
        room = self.body - self.taken[-1] - above
        high = one.wrap(WIDTH, room)[1]
        if high <= room + FUZZ:
            self._put(one, above + high)
            self._after = one.getSpaceAfter()
            return []
        parts = one.split(WIDTH, room)
        if parts:
            self._put(parts[0], above + parts[0].wrap(WIDTH, room)[1])
            self.turn()
            return list(parts[1:])
        if self.begun:
            self.turn()
            return [one]
        self._put(one, high)
        return []

    def _put(self, one: Flowable, taken: float) -> None:
        self.on[-1].append(one)
        self.taken[-1] += taken
