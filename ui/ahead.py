"""Loads ahead what pages are made of, a module at a time, so that no first visit waits for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from dis import Instruction

EVERY_MS = 30
"""Between two modules."""
CALM_MS = 600
"""How long nobody has typed or pressed anything before it goes on."""
INPUT = (
    QEvent.Type.ShortcutOverride,  # all that comes of a key that is a shortcut
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
)
ENTERED = ("engagements", "report_templates", "ui", "fontTools", "pydantic")
"""Packages that are loaded module by module; others come whole with what needs them."""


class Ahead(QObject):
    """Loads modules, what they need first, until all are there; it rests while the window is used.

    ``window`` is the system's: its keys and presses come there first.
    """

    def __init__(
        self, modules: Iterable[str], window: QObject, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._names, self._window = in_order(modules), window
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._load)

    def start(self) -> None:
        """Begin with the first."""
        self._window.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody types: not now."""
        if event.type() in INPUT and not self.is_done:
            self._timer.start(CALM_MS)
        return super().eventFilter(watched, event)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to load."""
        return not self._timer.isActive()

    def _load(self) -> None:
        self._timer.setInterval(EVERY_MS)
        name = next(self._names, None)
        if name is None:
            self._timer.stop()
            if shiboken6.isValid(self._window):
                self._window.removeEventFilter(self)
            return
        with suppress(ImportError):  # whoever opens the page is told
            import_module(name)


def in_order(modules: Iterable[str], seen: set[str] | None = None) -> Iterator[str]:
    """The modules of ``ENTERED`` that are yet to be loaded with these, what is needed first.

    Nothing is loaded to know them, and they are worked out as they are asked for.
    """
    seen = set() if seen is None else seen
    for name in modules:
        if name in seen or name in sys.modules or name.partition(".")[0] not in ENTERED:
            continue
        seen.add(name)
        yield from in_order((name.rpartition(".")[0], *needed(name)), seen)
        yield name


def needed(name: str) -> tuple[str, ...]:
    """What a module imports as it is loaded, in its order; nothing that only a checker reads."""
    import dis

    spec = _spec(name)
    code = getattr(spec and spec.loader, "get_code", lambda _name: None)(name)
    return tuple(imported(dis.get_instructions(code))) if code else ()


def imported(instructions: Iterable[Instruction]) -> Iterator[str]:
    """The modules that a module's own code imports, what stands under TYPE_CHECKING left out."""
    skipped, asked = -1, False
    for one in instructions:
        if one.offset < skipped or one.opname in ("TO_BOOL", "EXTENDED_ARG"):
            continue
        if one.opname == "IMPORT_NAME":
            yield one.argval
        elif "JUMP" in one.opname and asked:
            skipped = one.argval
        asked = one.opname == "LOAD_NAME" and one.argval == "TYPE_CHECKING"


@cache
def _spec(name: str) -> ModuleSpec | None:
    """Where a module lies, without loading the packages that it lies in."""
    package = name.rpartition(".")[0]
    if not package:
        return PathFinder.find_spec(name)
    around = _spec(package)
    within = around and around.submodule_search_locations
    return PathFinder.find_spec(name, within) if within else None
