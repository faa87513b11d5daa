"""One use case on its way to the writer thread and back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject

from engagements.problem import Problem

if TYPE_CHECKING:
    from concurrent.futures import Future

GRACE = 0.008
"""Seconds that the window lets a write have the interpreter to itself, once it has painted. One is
done in 4 to 6 ms then; beside the window's own work it takes up to ten times that."""


@dataclass(eq=False)
class Call:
    """What is run, who is told, and how it is shown meanwhile."""

    on_done: Callable[[Any], None] | None = None
    on_failed: Callable[[Problem], None] | None = None
    owner: QObject | None = None
    keep: str | None = None
    writes: bool = True
    on_progress: Callable[[int, int], None] | None = None
    work: Callable[[], Any] = lambda: None
    text: str = ""
    words: str = ""
    """What it is called on screen; empty for one that nobody can cancel."""
    share: float | None = None
    stop: Event = field(default_factory=Event)
    turn: int = 0
    """Its place among the calls that keep the same; a later one, or ``forget``, replaces it."""
    owned: bool = field(init=False)

    def __post_init__(self) -> None:
        self.owned = self.owner is not None

    @property
    def long(self) -> bool:
        """True when shorter calls may run between its steps."""
        return self.on_progress is not None or bool(self.words)

    @property
    def wanted(self) -> bool:
        """False once the widget that asked is gone."""
        return not self.owned or shiboken6.isValid(self.owner)


def give_turn(future: Future[Any]) -> None:
    """Rest until a write is done, but never so long that the window is seen to stand still."""
    with contextlib.suppress(TimeoutError):
        future.exception(GRACE)
