"""Whether the open interview is client-safe: set by F9, by a setting, and kept over a restart."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Interview

BEGINS = "interview/client_safe"
"""Setting: every interview begins client-safe."""
WAS = "interview/client_safe_in"
"""Setting: the interview that was client-safe when it was last on screen."""


def for_an_interview() -> Problem:
    """Why it cannot begin where no interview is on screen."""
    words = tr("Open an interview, then press F9.")
    return Problem(tr("Client-safe view is for an interview."), words)


class ClientSafe(QObject):
    """On or off; off while no interview is open."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._interview = ""
        self._on = False

    @property
    def on(self) -> bool:
        """Whether only what the client may see is shown."""
        return self._on

    def begin(self, interview: Interview | None) -> None:
        """Another interview is open, or none; the same one stays as it is."""
        name = interview.id if interview else ""
        if name == self._interview:
            return
        self._interview = name
        wanted = bool(self._settings.value(BEGINS, defaultValue=False, type=bool))
        was = str(self._settings.value(WAS, ""))
        self._set(on=bool(name) and (wanted or was == name))

    def turn(self, *, on: bool) -> None:
        """Begin or end it in the open interview; remembered, should the program end."""
        if not self._interview or on == self._on:
            return
        self._settings.setValue(WAS, self._interview if on else "")
        self._set(on=on)

    def _set(self, *, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed.emit()
