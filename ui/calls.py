"""One use case on its way to the writer thread and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import shiboken6
from PySide6.QtCore import QObject

from engagements.problem import Problem


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
