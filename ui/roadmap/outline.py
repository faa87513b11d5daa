"""What the Roadmap page shows of one snapshot: frozen rows and sentences, worked out at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engagements.framework.model import AnswerValue
from engagements.roadmap.model import Three
from report_templates.figures.model import Timeline

State = Literal["planned", "unasked", "undated", "reached"]
"""``unasked``: no answers yet; ``undated``: no start date; ``reached``: nothing left to plan."""
OPEN_OWNER = "?"
"""Stands in the chip of an action that nobody owns."""


@dataclass(frozen=True)
class Link:
    """Another action: in the plan, left out of it by hand, or without anything left to do."""

    id: str
    title: str
    stands: Literal["planned", "omitted", "done"] = "planned"


@dataclass(frozen=True)
class Closed:
    """A criterion an action closes, with how it stands; None is not asked."""

    id: str
    title: str
    value: AnswerValue | None
    stands: str


@dataclass(frozen=True)
class Entry:
    """One action of the plan, as its row and the inspector show it."""

    id: str
    title: str
    about: str
    acceptance: str
    number: int
    from_level: int
    level: int
    owner: str
    """Role code; empty while nobody owns it."""
    owner_name: str
    owner_usual: str
    """The generated owner's role code."""
    weeks: Three
    weeks_usual: Three
    starts: str
    finish: tuple[str, str, str]
    """Low, likely and high finish in words."""
    after: tuple[Link, ...]
    before: tuple[Link, ...]
    closes: tuple[Closed, ...]
    why: str
    weeks_changed: str
    """What of its durations was changed by hand, in words; empty when nothing was."""
    owner_changed: str
    """The same of its owner."""
    retimed: bool
    """Its durations were set by hand."""
    added: bool
    reason: str
    dates: str
    """Start and finishes in one sentence."""

    @property
    def chip(self) -> str:
        """The owner's code, or a question mark."""
        return self.owner or OPEN_OWNER

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        return f"{self.title}. {self.owner_name}. {self.dates}"


@dataclass(frozen=True)
class Step:
    """One transition: its row, what it leads to, and its actions in the order of the plan."""

    id: str
    from_level: int
    to_level: int
    headline: str
    length: str
    """"4 to 6 weeks"."""
    outcome: str
    """"Reaches level 1 by 21 Jan 2027, if all of it is done."."""
    short: bool
    """It does not reach its level as planned."""
    finish: tuple[str, str, str]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Omitted:
    """An action that would be in the plan and was left out by hand."""

    id: str
    title: str
    reason: str
    held: tuple[Link, ...]
    """Actions in the plan that build on it."""


@dataclass(frozen=True)
class Offer:
    """An action of the framework that is not in the plan."""

    id: str
    title: str
    about: str


@dataclass(frozen=True)
class Outline:
    """Everything on the page; ``transition`` and ``overview`` are the two axes."""

    state: State
    title: str
    advice: str
    start: date | None
    start_agreed: bool
    target: int | None
    leads_to: int
    """The target, or where none is agreed the next level."""
    by: str
    """When that level is likely reached; empty when the plan does not reach it."""
    steps: tuple[Step, ...]
    left_out: tuple[Omitted, ...]
    offers: tuple[Offer, ...]
    roles: tuple[tuple[str, str], ...]
    transition: Timeline | None
    overview: Timeline | None
    changes: int
    """Actions about which something was decided by hand."""
    warning: str
    issued: str
    """The newest issued version; empty when none went out."""
    issued_on: str

    @property
    def total(self) -> int:
        """How many actions are in the plan."""
        return sum(len(step.entries) for step in self.steps)

    def entry(self, id_: str) -> Entry | None:
        """An action of the plan by its id."""
        return next((one for step in self.steps for one in step.entries if one.id == id_), None)

    def step(self, id_: str) -> Step | None:
        """A transition by its id."""
        return next((one for one in self.steps if one.id == id_), None)

    def omitted(self, id_: str) -> Omitted | None:
        """An action left out by hand, by its id."""
        return next((one for one in self.left_out if one.id == id_), None)
