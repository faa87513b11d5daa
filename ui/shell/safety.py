"""Client-safe mode for the window: while a page is, nothing else can be reached or is there.

Other pages leave the widget tree with what they have in the top bar; they keep their state and
come back with the mode's end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QToolTip, QWidget

from engagements.language import mark, tr
from engagements.problem import Problem
from ui.widgets.rows import set_aside

if TYPE_CHECKING:
    from engagements.records.base import Record
    from ui.main_window import MainWindow
    from ui.page import Page
    from ui.pages import Place

STAYS = frozenset(
    (
        *("F1", "F6", "Shift+F6", "F11", "Ctrl+K", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+L"),
        *("Ctrl+Q", "Ctrl+Shift+X", "Shift+F10", "Menu"),
    )
)
"""Keys of the window that show nothing hidden; all others rest in client-safe mode."""
CLOSED = mark("Closed while the screen is client-safe; F9 shows everything")
NO_CASE = mark("Open an engagement first")
COPY = mark("A checked copy of the engagement")
ELSEWHERE = Problem(
    mark("The last change is not of this interview."),
    mark("Press F9 to show everything, then undo it."),
)


DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


@runtime_checkable
class Cover(Protocol):
    """What lies over the window: palette, key map, report of a fault."""

    def dismiss(self) -> None:
        """Take it away with its words."""
        ...


class Safety(QObject):
    """Says what may be reached, and keeps rail, keys and widget tree to it."""

    def __init__(
        self, window: MainWindow, places: Mapping[str, Place], pages: Mapping[str, Page]
    ) -> None:
        super().__init__(window)
        self._window, self._places, self._pages = window, places, pages
        self._on = False
        self._parked: list[Page] = []
        self._heard: set[str] = set()
        self._later: Problem | None = None
        """What a page that is out of the window said meanwhile."""
        window.page_shown.connect(self._shown)

    @property
    def on(self) -> bool:
        """Whether a page is client-safe now."""
        return any(page.client_safe() for page in self._pages.values())

    def refusal(self, name: str) -> Problem | None:
        """Why a page cannot be gone to; None when it can."""
        page = self._pages.get(name)
        if self.on and not (page and page.client_safe()):
            return Problem(tr("The screen is client-safe."), tr("Press F9 to show everything."))
        if self._places[name].needs_case and self._window.session.snapshot is None:
            return Problem(tr("Open an engagement first."), tr("Choose one on Home."))
        return None

    def hides(self, record: Record | None) -> bool:
        """Whether the undo hint must not name a record; the page on screen says."""
        here = self._window.current
        return record is not None and here is not None and not here.may_name(record)

    def may_reveal(self, record: Record, say: Callable[[Problem], object]) -> bool:
        """Whether undo may go to a record; ``say`` is told why not, without naming it."""
        hidden = self.on and self.hides(record)
        if hidden:
            say(Problem(tr(ELSEWHERE.title), tr(ELSEWHERE.advice)))
        return not hidden

    def places(self) -> tuple[Place, ...]:
        """The places that can be gone to by key."""
        return tuple(one for one in self._places.values() if not self.on or self._is_safe(one.name))

    def _is_safe(self, name: str) -> bool:
        page = self._pages.get(name)
        return page is not None and page.client_safe()

    def show_rail(self) -> None:
        """Enable what can be gone to; the rest says why not."""
        is_open, safe = self._window.session.snapshot is not None, self.on
        for name, place in self._places.items():
            item = self._window.rail.item(name)
            closed = safe and not self._is_safe(name)
            item.setEnabled(not closed and (is_open or not place.needs_case))
            tip = "" if item.isEnabled() else tr(CLOSED) if closed else tr(NO_CASE)
            item.setToolTip(tip)
        copy = self._window.copy_item
        copy.setEnabled(is_open and not safe)
        copy.setToolTip(tr(CLOSED) if safe else tr(COPY) if is_open else tr(NO_CASE))

    def _shown(self, _name: str) -> None:
        for name, page in self._pages.items():
            if name not in self._heard:
                self._heard.add(name)
                page.safety_changed.connect(self.follow)
        self.follow()
        self._set_keys()

    def _set_keys(self) -> None:
        """A key that the page on screen has itself is the page's; two of one key would be none."""
        page = self._window.current
        taken = {one.key().toString() for one in page.findChildren(QShortcut)} if page else set()
        for shortcut in self._window.findChildren(QShortcut, options=DIRECT):
            key = shortcut.key().toString()
            shortcut.setEnabled(key not in taken and (key in STAYS or not self._on))

    def follow(self) -> None:
        """Take over what the pages say now."""
        if self.on == self._on:
            return
        self._on = self.on
        self._set_keys()
        self.show_rail()
        if self._on:
            self._put_away()
            self._park()
        else:
            self._bring_back()
            later, self._later = self._later, None
            if later is not None:
                self._window.message.show_problem(later)

    def hear(self, page: Page, problem: Problem | None, *, good: bool = False) -> None:
        """Say what a page says; of one that is out of the window, when it is back.

        Good news is none any more by then.
        """
        if self.on and not page.client_safe():
            self._later = self._later if good else problem
        elif problem is None:
            self._window.message.clear()
        else:
            self._window.message.show_problem(problem, tone="ok" if good else "attn")

    def _put_away(self) -> None:
        """Take away what lies over the page and what was said, with all words."""
        for card in self._window.findChildren(QWidget, options=DIRECT):
            if isinstance(card, Cover) and card.isVisible():
                card.dismiss()
        self._window.message.forget()
        QToolTip.hideText()

    def _park(self) -> None:
        """Take every other page out of the window."""
        for page in self._pages.values():
            if not page.client_safe() and page.parent() is not None:
                self._window.stack.removeWidget(page)
                set_aside(page, self._window)
                self._window.top.park(page)
                self._parked.append(page)

    def _bring_back(self) -> None:
        for page in self._parked:
            self._window.stack.addWidget(page)
            self._window.top.bring_back(page)
        self._parked.clear()
