"""What the pages can do, offered from all of them; done on the page itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from engagements.language import tr
from ui.shell.palette.finding import Entry, Group

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.page import Command, Page
    from ui.pages import Place

Do = Callable[[str, "Command"], object]
"""Told the page's name and its command."""


def command_entries(window: MainWindow, do: Do) -> tuple[list[Entry], list[Entry]]:
    """What the page on screen can do, and what the other ones can; makes none of them.

    A page that a sheet lies over does nothing beneath it.
    """
    from ui.shell.keys import covering

    covered = covering(window) is not None
    here: list[Entry] = []
    elsewhere: list[Entry] = []
    for place in window.places():
        if place.needs_case and window.session.snapshot is None:
            continue
        if covered and window.is_on(place.name):
            continue
        page = window.page(place.name) if place.name in window.made() else None
        (here if window.is_on(place.name) else elsewhere).extend(
            _entry(place, page, one, do)
            for one in place.commands()
            if one.offered(window.session, page)
        )
    return here, elsewhere


def _entry(place: Place, page: Page | None, one: Command, do: Do) -> Entry:
    on = page is not None and page.isVisible()
    where = tr(one.where or place.label)
    if one.with_what is not None:
        where = one.with_what(page)
    elif on and not one.where:
        where = ""
    return Entry(
        Group.ACTION,
        f"action:{one.name}",
        tr(one.words, what=tr(one.what)) if one.what else tr(one.words),
        partial(do, place.name, one),
        detail=where,
        icon=one.icon,
        key=one.key if on and one.works(page) else "",
        also=" ".join(tr(word) for word in (place.label, one.also) if word),
        harmless=one.harmless,
    )


class Doing(QObject):
    """Goes to the page first; what acts on something that is worked out there waits for it.

    Whoever goes elsewhere meanwhile has changed their mind.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._awaited: tuple[str, Command] | None = None
        self._heard: set[str] = set()
        window.page_shown.connect(self._forget)
        window.session.case_changed.connect(self._forget)

    def do(self, name: str, command: Command) -> None:
        """Do a command of the page of that name."""
        window = self._window
        if not (window.is_on(name) or window.go(name)):
            return
        page = window.page(name)
        if not command.waits or page.is_ready():
            command.act(page)
            return
        self._awaited = (name, command)
        if name not in self._heard:
            self._heard.add(name)
            # Later: the page first ends what it was telling of.
            page.titled.connect(lambda: QTimer.singleShot(0, self, self._look))

    def _look(self) -> None:
        """Do what waited, once its page shows what there is to act on."""
        if self._awaited is None:
            return
        name, command = self._awaited
        page = self._window.page(name)
        if self._window.is_on(name) and page.is_ready():
            self._awaited = None
            command.act(page)

    def _forget(self) -> None:
        self._awaited = None
