"""The place one was at: kept while one works, and gone back to after a restart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.main_window import MainWindow

KEY = "place"
"""Key of the whereabouts: engagement, page, and the place on each page, as one JSON text."""
LOOK_MS = 2_000
"""How often the place is looked at; it is written only when it is another one."""


class Restoring(QObject):
    """Watches where one is. Before ``go_back`` nothing of the last time is overwritten."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._kept = ""
        self._path = ""
        self._places: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        """Places to go back to, by page, until that page is first shown."""
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.keep)
        window.page_shown.connect(self._shown)

    def go_back(self) -> None:
        """Open what was open last time, at its place; Home when there was nothing."""
        path, page, places = self._read()
        self._waiting = places
        self._path = path
        if path and Path(path).is_file():
            quietly = page == "interview" and self._was_safe()
            self._window.page("home").open_again(Path(path), page, quietly=quietly)
        elif page == "settings":
            self._window.go(page)
        here = self._window.current
        if here is not None:
            self._shown(here.name)
        self.watch()

    def _was_safe(self) -> bool:
        """Whether the client may be watching the start: Home lists nobody then."""
        from ui.interview.client_safe import BEGINS, WAS

        settings = self._window.desk.settings
        begins = bool(settings.value(BEGINS, defaultValue=False, type=bool))
        return begins or bool(settings.value(WAS, ""))

    def watch(self) -> None:
        """Keep the place from now on."""
        self._look.start()

    def end(self) -> None:
        """Write the place a last time: what closing shows is no place to go back to."""
        self.keep()
        self._look.stop()
        self._window.desk.whereabouts.end()

    def keep(self) -> None:
        """Write where one is, when it is another place than before."""
        page = self._window.current
        path = str(self._session.path or "")
        if page is None or not self._look.isActive():
            return
        if path and path != self._path:
            if self._path:
                self._places, self._waiting = {}, {}
            self._path = path
        if page.name not in self._waiting:
            self._places[page.name] = page.place()
        found = json.dumps([path, page.name, {**self._waiting, **self._places}])
        if found != self._kept:
            self._kept = found
            self._window.desk.whereabouts.put(KEY, found)

    def _shown(self, name: str) -> None:
        """A page is on screen: go back to its place once it is filled."""
        place = self._waiting.pop(name, "")
        if place:
            QTimer.singleShot(0, self, lambda: self._window.page(name).take_place(place))
        QTimer.singleShot(0, self, self.keep)

    def _read(self) -> tuple[str, str, dict[str, str]]:
        """What was kept; nothing when it cannot be read."""
        try:
            path, page, places = json.loads(self._window.desk.whereabouts.get(KEY))
            known = {place.name for place in self._window.places()}
            kept = {str(name): str(at) for name, at in dict(places).items() if name in known}
            return str(path), str(page) if page in known else "home", kept
        except (ValueError, TypeError):
            return "", "home", {}
