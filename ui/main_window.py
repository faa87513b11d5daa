"""The main window: rail, top bar, the page on screen and the status bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engagements.language import tr
from engagements.problem import Problem
from ui.desk import Desk
from ui.page import Keys, Page
from ui.pages import PLACES, Place
from ui.shell.copying import SaveCopy
from ui.shell.dropping import Dropping
from ui.shell.rail import Rail, RailItem
from ui.shell.rescue import Rescue
from ui.shell.status import StatusBar
from ui.shell.top import TopBar
from ui.shell.undoing import Undoing
from ui.theme import Mode, theme
from ui.widgets.focus import FocusRing
from ui.widgets.messages import MessageBar

if TYPE_CHECKING:
    from engagements.records.base import Record
    from ui.shell.key_map import KeyMap

FAULT = Problem(
    "Something in Plumbline went wrong.",
    "What was shown as saved is safe, and what you are typing was kept. A report is in the log "
    "folder; you can go on.",
)
_NEXT_MODE = {Mode.SYSTEM: Mode.LIGHT, Mode.LIGHT: Mode.DARK, Mode.DARK: Mode.SYSTEM}
_MODE_FACES = {
    Mode.SYSTEM: ("Like system", "moon"),
    Mode.LIGHT: ("Light", "sun"),
    Mode.DARK: ("Dark", "moon"),
}


class MainWindow(QMainWindow):
    """Holds the pages and moves between them; knows nothing of what they show."""

    painted = Signal()
    """The window has been painted for the first time."""
    page_shown = Signal(str)

    def __init__(self, desk: Desk, places: Sequence[Place] = PLACES) -> None:
        super().__init__()
        self.desk = desk
        self.session = desk.session
        self._places = {place.name: place for place in places}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._closing = self._was_painted = False
        self.setWindowTitle("Plumbline")
        self.setMinimumSize(1000, 640)
        self._build(places)
        self._bind_keys(places)
        self._listen()

    def _build(self, places: Sequence[Place]) -> None:
        self._mode_item = RailItem(Place("theme", "", "moon", "", Page))
        self._mode_item.setCheckable(False)
        self._mode_item.clicked.connect(self.next_mode)
        self._copy_item = RailItem(Place("copy", "Save copy", "export", "Ctrl+Shift+C", Page))
        self._copy_item.setCheckable(False)
        self.rail = Rail(places, [self._copy_item, self._mode_item])
        self.top = TopBar()
        self.message = MessageBar()
        self.stack = QStackedWidget()
        self.status = StatusBar()
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.top, self.message):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.ring = FocusRing(self)
        self._key_map: KeyMap | None = None
        self._undo: tuple[Record | None, str] = (None, "")
        self.undoing = Undoing(self.session, self._reveal)
        self.rescue = Rescue(self.desk, self)
        self.copying = SaveCopy(self.session, self)
        self._copy_item.clicked.connect(self.copying.ask)
        self.dropping = Dropping(self)
        self._show_mode()

    def _bind_keys(self, places: Sequence[Place]) -> None:
        for place in places:
            self._bind(place.key, lambda name=place.name: self.go(name))
        self._bind("F1", self.show_key_map)
        self._bind("F6", lambda: self._next_pane(1))
        self._bind("Shift+F6", lambda: self._next_pane(-1))
        self._bind("F11", self._full_screen)
        self._bind("Ctrl+Z", self.undoing.undo)
        self._bind("Ctrl+Shift+Z", self.undoing.redo)
        self._bind("Ctrl+Shift+L", self.next_mode)
        self._bind("Ctrl+Shift+C", self.copying.ask)
        self._bind("Ctrl+Q", self.close)
        self._bind("Ctrl+N", lambda: self._at_home("new"))
        self._bind("Ctrl+O", lambda: self._at_home("choose"))

    def _bind(self, key: str, act: Callable[..., object]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(act)

    def _listen(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.rail.chosen.connect(self.go)
        self.session.changed.connect(self._snapshot_changed)
        self.session.case_changed.connect(self._case_changed)
        self.session.save_state_changed.connect(self._show_state)
        self.undoing.told.connect(self._undo_told)
        self.undoing.refused.connect(self._said)
        self.rescue.said.connect(self._said)
        self.copying.said.connect(self._said)
        for one in (self.rescue, self.copying):
            one.went_well.connect(partial(self.message.show_problem, tone="ok"))
        self.status.rescue.connect(self.rescue.save_elsewhere)
        self.dropping.dropped.connect(self.open_file)
        self.dropping.hovering.connect(self._light_drop)
        theme().changed.connect(self._show_mode)
        self._case_changed()

    @property
    def current(self) -> Page | None:
        """The page on screen."""
        return self._pages.get(self._current)

    def page(self, name: str) -> Page:
        """A page by name, made now if it has not been on screen yet."""
        if name not in self._pages:
            page = self._places[name].make(self.desk)
            page.setObjectName(f"page-{name}")
            self._pages[name] = page
            self.stack.addWidget(page)
            self.top.add(page)
            page.asks_page.connect(self.go)
            page.asks_criterion.connect(partial(self._show_criterion, "interview"))
            page.asks_finding.connect(partial(self._show_criterion, "findings"))
            page.titled.connect(lambda: self._titled(page))
            page.hinted.connect(self._show_hints)
            page.said.connect(self._said)
            if self.session.snapshot is not None:
                page.case_opened()
        return self._pages[name]

    def go(self, name: str) -> None:
        """Show a page; one that needs an engagement says so while none is open."""
        place = self._places[name]
        if place.needs_case and self.session.snapshot is None:
            self._said(Problem("Open an engagement first.", "Choose one on Home."))
            return
        if name == self._current:
            self._focus_first()
            return
        if self.current:
            self.current.left()
        self.message.hide()
        page = self.page(name)
        self._current = name
        self.stack.setCurrentWidget(page)
        self.rail.show_page(name)
        self._titled(page)
        page.entered()
        self._focus_first()
        self._show_hints()
        self.page_shown.emit(name)

    def _focus_first(self) -> None:
        page = self.current
        first = page.first_focus() if page else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _titled(self, page: Page) -> None:
        if page is not self.current:
            return
        self.top.show_page(page)
        words = [word for word in page.crumb() if word]
        self.setWindowTitle(" – ".join([*words, "Plumbline"]))
        self._show_undo()

    def _said(self, problem: Problem | None) -> None:
        if problem is None:
            self.message.hide()
        else:
            self.message.show_problem(problem)

    def _snapshot_changed(self, change: object) -> None:
        for page in self._pages.values():
            page.snapshot_changed(change)  # type: ignore[arg-type]

    def _case_changed(self) -> None:
        is_open = self.session.snapshot is not None
        for place in self._places.values():
            item = self.rail.item(place.name)
            item.setEnabled(is_open or not place.needs_case)
            item.setToolTip("" if item.isEnabled() else "Open an engagement first")
        self._copy_item.setEnabled(is_open)
        self._copy_item.setToolTip(
            "A checked copy of the engagement" if is_open else "Open an engagement first"
        )
        for page in self._pages.values():
            page.case_opened()
        if not is_open and self._current and self._places[self._current].needs_case:
            self.go("home")

    def _show_state(self) -> None:
        self.status.show_state(self.session.state)

    def _undo_told(self, record: Record | None, words: str) -> None:
        self._undo = (record, words)
        self._show_undo()

    def _show_undo(self) -> None:
        record, words = self._undo
        silent = record is not None and self.current and not self.current.may_name(record)
        self.status.show_undo("" if silent else words)

    def _reveal(self, record: Record) -> bool:
        """Bring a record on screen; True when it already was, or is seen nowhere."""
        places = sorted(self._places.values(), key=lambda place: place.name != self._current)
        name = next((place.name for place in places if record.kind in place.kinds), None)
        if name is None:
            return True
        here = name == self._current
        if not here:
            self.go(name)
        return self.page(name).reveal(record) and here

    def _show_criterion(self, name: str, criterion: str) -> None:
        """Show a criterion on a page: where it is asked, or where it is judged."""
        self.go(name)
        self.page(name).show_criterion(criterion)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self:
            self._show_hints()

    def _show_hints(self) -> None:
        page = self.current
        if page is None:
            return
        hints = [hint for hint in page.hints() if not (hint.wide and self.width() <= 1300)]
        self.status.show_keys(page.mode(), [*hints, Keys(("F1",), "all keys")])

    def show_key_map(self) -> None:
        """Show the keys of the page on screen and the global ones; the same key takes it away."""
        if self.current:
            from ui.shell.global_keys import global_keys
            from ui.shell.key_map import KeyMap

            title = tr(self._places[self._current].label)
            self._key_map = self._key_map or KeyMap(self)
            self._key_map.toggle(title, self.current.key_map(), global_keys(self._places.values()))

    def _next_pane(self, step: int) -> None:
        panes = [*self.current.panes()] if self.current else []
        if not panes:
            return
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focus and _within(focus, pane)), -step)
        _enter(panes[(at + step) % len(panes)])

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_mode(self) -> None:
        """Light, dark, like the system, and again; kept for next time."""
        theme().set_mode(_NEXT_MODE[theme().mode])
        self.desk.settings.setValue("theme", theme().mode.value)
        self._show_mode()

    def _show_mode(self) -> None:
        label, icon = _MODE_FACES[theme().mode]
        self._mode_item.set_face(label, icon)
        self._mode_item.setToolTip("Light, dark or like the system (Ctrl+Shift+L)")

    def open_file(self, path: Path) -> None:
        """Open an engagement file from outside."""
        self.go("home")
        self.page("home").take_file(path)

    def _light_drop(self, on: bool) -> None:
        if self.current:
            self.current.light_drop(on=on)

    def _at_home(self, act: str) -> None:
        self.go("home")
        getattr(self.page("home"), act)()

    def say_fault(self) -> None:
        """Say calmly that something went wrong, and write what is being typed."""
        self.message.show_problem(FAULT, tone="danger")
        if self.current:
            self.current.left()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on screen; everything heavy waits for it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def restore(self) -> None:
        """Take size and place of the last time; a first start takes 1440 x 900."""
        kept = self.desk.settings.value("window")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write drafts and wait for the last commit, then really close."""
        if self._closing:
            event.accept()
            return
        event.ignore()
        if self.current:
            self.current.left()
        if not self.rescue.may_close():
            return
        self.desk.settings.setValue("window", self.saveGeometry())
        self.session.close(on_done=self._closed)

    def _closed(self) -> None:
        for page in self._pages.values():
            page.end()
        self._closing = True
        # Never from within closeEvent: Qt takes a nested close for one that is under way already.
        QTimer.singleShot(0, self.close)


def _within(widget: QWidget, pane: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)


def _enter(pane: QWidget) -> None:
    """Give a pane the focus: itself, or the first widget in it that takes it by Tab."""
    reason = Qt.FocusReason.TabFocusReason
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(reason)
        return
    for child in pane.findChildren(QWidget):
        if (
            child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.isVisible()
            and child.isEnabled()
        ):
            child.setFocus(reason)
            return
