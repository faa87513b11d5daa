"""The main window: rail, top bar, the page on screen and the status bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from engagements.language import mark, tr
from ui.faults import calm_words

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from engagements.library import Row
    from engagements.problem import Problem
    from engagements.records.base import Record
    from ui.desk import Desk
    from ui.page import Page
    from ui.pages import Place
    from ui.shell.key_map import KeyMap
    from ui.shell.palette.card import Palette


class MainWindow(QMainWindow):
    """Holds the pages and moves between them; knows nothing of what they show."""

    painted = Signal()
    """The window has been painted for the first time."""
    page_shown = Signal(str)

    def __init__(self, desk: Desk | None = None, places: Sequence[Place] | None = None) -> None:
        super().__init__()
        self.furnished = self._closing = self._was_painted = False
        self._pages: dict[str, Page] = {}
        self._current = ""
        self.setWindowTitle("Plumbline")
        self.setMinimumSize(1000, 640)
        if desk is not None:
            self.furnish(desk, places)

    def furnish(self, desk: Desk, places: Sequence[Place] | None = None) -> None:
        """Put in rail, bars and keys; until then the window is a ground that paints at once."""
        from ui.pages import PLACES
        from ui.shell.keys import bind_keys

        places = PLACES if places is None else places
        self.desk = desk
        self.session = desk.session
        self._places = {place.name: place for place in places}
        self._build(places)
        bind_keys(self, places)
        self._listen()
        self.furnished = True

    def _build(self, places: Sequence[Place]) -> None:
        from ui.page import Page
        from ui.pages import Place
        from ui.shell.copying import SaveCopy
        from ui.shell.dropping import Dropping
        from ui.shell.rail import Rail, RailItem
        from ui.shell.rescue import Rescue
        from ui.shell.restoring import Restoring
        from ui.shell.safety import Safety
        from ui.shell.status import StatusBar
        from ui.shell.top import TopBar
        from ui.shell.undoing import Undoing
        from ui.widgets.focus import FocusRing
        from ui.widgets.messages import MessageBar

        self.copy_item = RailItem(Place("copy", mark("Save copy"), "export", "", Page))
        self.copy_item.setCheckable(False)
        self.rail = Rail(places, [self.copy_item])
        self.top = TopBar()
        self.message = MessageBar()
        self.stack = QtWidgets.QStackedWidget()
        self.status = StatusBar()
        centre = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QtWidgets.QVBoxLayout()
        column.setSpacing(0)
        for part in (self.top, self.message):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.ring = FocusRing(self)
        self._key_map: KeyMap | None = None
        self._palette: Palette | None = None
        self._undo: tuple[Record | None, str] = (None, "")
        self.undoing = Undoing(self.session, self.reveal)
        self.rescue = Rescue(self.desk, self)
        self.copying = SaveCopy(self.session, self)
        self.copy_item.clicked.connect(self.copying.ask)
        self.dropping = Dropping(self)
        self.safety = Safety(self, self._places, self._pages)
        self.restoring = Restoring(self)

    def _listen(self) -> None:
        app = QtWidgets.QApplication.instance()
        assert isinstance(app, QtWidgets.QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.rail.chosen.connect(self.go)
        self.top.asked.connect(self.show_details)
        self.session.changed.connect(self._snapshot_changed)
        self.session.case_changed.connect(self._case_changed)
        self.session.save_state_changed.connect(self._show_state)
        self.session.long_work_changed.connect(self._show_long_work)
        self.status.work.cancelled.connect(self.session.cancel_long_work)
        self.status.work.left.connect(self._focus_first)
        self.undoing.told.connect(self._undo_told)
        self.undoing.refused.connect(self._said)
        self.rescue.said.connect(self._said)
        self.copying.said.connect(self._said)
        for one in (self.rescue, self.copying):
            one.went_well.connect(partial(self.message.show_problem, tone="ok"))
        self.status.rescue.connect(self.rescue.save_elsewhere)
        self.dropping.dropped.connect(self.open_file)
        self.dropping.hovering.connect(self._light_drop)
        self._case_changed()

    def places(self) -> tuple[Place, ...]:
        """The pages there are, in the order of the rail."""
        return tuple(self._places.values())

    def made(self) -> tuple[str, ...]:
        """Names of the pages that were on screen or asked for since the start."""
        return tuple(self._pages)

    def is_on(self, name: str) -> bool:
        """True while the page of that name is on screen."""
        return name == self._current

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
            page.asks_details.connect(self.show_details)
            page.asks_criterion.connect(partial(self.show_criterion, "interview"))
            page.asks_finding.connect(partial(self.show_criterion, "findings"))
            page.asks_judgement.connect(partial(self.show_criterion, "findings"))
            page.titled.connect(lambda: self._titled(page))
            page.hinted.connect(self._show_hints)
            page.said.connect(partial(self.safety.hear, page))
            page.went_well.connect(partial(self.safety.hear, page, good=True))
            if self.session.snapshot is not None:
                page.case_opened()
        return self._pages[name]

    def go(self, name: str) -> bool:
        """Show a page; False, with the reason said, for one that cannot be gone to now."""
        refusal = self.safety.refusal(name)
        if refusal is not None:
            self._said(refusal)
            return False
        if name == self._current:
            self._focus_first()
            return True
        if self.current:
            self.current.left()
        self.message.clear()
        page = self.page(name)
        self._current = name
        self.stack.setCurrentWidget(page)
        self.rail.show_page(name)
        self._titled(page)
        page.entered()
        self._focus_first()
        self._show_hints()
        self.page_shown.emit(name)
        return True

    def _focus_first(self) -> None:
        page = self.current
        first = page.first_focus() if page else None
        if first is not None:
            first.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _titled(self, page: Page) -> None:
        if page is not self.current:
            return
        self.top.show_page(page)
        words = [word for word in page.crumb() if word]
        self.setWindowTitle(" – ".join([*words, "Plumbline"]))
        self._show_undo()

    def _said(self, problem: Problem | None) -> None:
        if problem is None:
            self.message.clear()
        else:
            self.message.show_problem(problem)

    def _snapshot_changed(self, change: object) -> None:
        for page in self._pages.values():
            page.snapshot_changed(change)  # type: ignore[arg-type]

    def _case_changed(self) -> None:
        from ui import assessed
        from ui.widgets.labels import forget_lines

        is_open = self.session.snapshot is not None
        forget_lines()
        self.safety.show_rail()
        for page in self._pages.values():
            page.case_opened()
        if not is_open:
            assessed.forget()
        if not is_open and self._current and self._places[self._current].needs_case:
            self.go("home")

    def _show_state(self) -> None:
        self.status.show_state(self.session.state)

    def _show_long_work(self) -> None:
        self.status.work.show_work(self.session.long_work)

    def _undo_told(self, record: Record | None, what: str) -> None:
        self._undo = (record, what)
        self._show_undo()

    def _show_undo(self) -> None:
        record, what = self._undo
        own = self.current.undo_words() if self.current else None
        what = ("" if self.safety.hides(record) else what) if own is None else own
        self.status.show_undo(tr("Ctrl+Z undoes {what}", what=what) if what else "")

    def reveal(self, record: Record) -> bool:
        """Bring a record on screen; True when it already was, or is seen nowhere."""
        if not self.safety.may_reveal(record, self._said):
            return False
        places = sorted(self._places.values(), key=lambda place: place.name != self._current)
        name = next((place.name for place in places if record.kind in place.kinds), None)
        if name is None:
            return True
        here = name == self._current
        if not here:
            self.go(name)
        return self.page(name).reveal(record) and here

    def show_criterion(self, name: str, criterion: str, unit: str = "") -> None:
        """Show a criterion on a page: where it is asked, or where it is judged."""
        if self.go(name):
            self.page(name).show_criterion(criterion, unit)

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self:
            self._show_hints()
        from ui.widgets.focus import vanished

        page = self.current
        if old is not None and page is not None and page.isAncestorOf(old) and vanished(old):
            QTimer.singleShot(0, self, lambda: self._keep_focus(page, now))

    def _keep_focus(self, page: Page, heir: QWidget | None) -> None:
        """What had the focus on a page and vanished leaves it to that page, not to Qt's heir."""
        now = QtWidgets.QApplication.focusWidget()
        chance = now is heir and now is not None and now.window() is self
        lost = now is None or (chance and not page.isAncestorOf(now))
        if lost and page is self.current and self.isActiveWindow():
            self._focus_first()

    def _show_hints(self) -> None:
        from ui.page import Keys

        page = self.current
        if page is None:
            return
        hints = [hint for hint in page.hints() if not (hint.wide and self.width() <= 1300)]
        self.status.show_keys(page.mode(), [*hints, Keys(("F1",), tr("all keys"))])
        self._show_undo()

    def show_key_map(self) -> None:
        """Show the keys of the page on screen and the global ones; the same key takes it away."""
        if self.current:
            from ui.shell.key_map import KeyMap
            from ui.shell.keys import global_keys

            title = tr(self._places[self._current].label)
            self._key_map = self._key_map or KeyMap(self)
            everywhere = global_keys(self.safety.places(), safe=self.safety.on)
            self._key_map.toggle(title, self.current.key_map(), everywhere)

    def show_palette(self) -> None:
        """Ask where to go; the same key takes the question away."""
        if self._palette is None:
            from ui.shell.palette.card import Palette

            self._palette = Palette(self)
        self._palette.toggle()

    def show_details(self) -> None:
        """Show what was agreed in the open engagement, over the page on screen."""
        from ui.shell.details import show

        show(self)

    def ask_engagements(self, told: Callable[[Sequence[Row]], None]) -> None:
        """Tell which engagements Home has, once its index has answered."""
        self.page("home").tell_engagements(told)

    def next_pane(self, by: int) -> None:
        """Go to the next or the previous pane of the page."""
        from ui.shell import panes

        panes.step([*self.current.panes()] if self.current else [], by)

    def full_screen(self) -> None:
        """Take the whole screen, or no longer."""
        self.setWindowState(self.windowState() ^ QtCore.Qt.WindowState.WindowFullScreen)

    def next_mode(self) -> None:
        """Light, dark, like the system, and again; kept for next time."""
        from ui.shell import appearance

        appearance.next_mode(self.desk.settings)

    def open_file(self, path: Path) -> None:
        """Open an engagement file from outside; where that fails one is back where one was."""
        was = self._current
        if self.go("home"):
            self.page("home").take_file(path, lambda: self.session.case and was and self.go(was))

    def _light_drop(self, on: bool) -> None:
        if self.current:
            self.current.light_drop(on=on)

    def at_home(self, act: str) -> None:
        """Do something that Home does, by its method's name."""
        if self.go("home"):
            getattr(self.page("home"), act)()

    def say_fault(self, report: str = "") -> None:
        """Say calmly that something went wrong, and write what is being typed."""
        action = tr("Show report") if report and not self.safety.on else ""
        show = partial(self._show_report, report)
        words = calm_words()
        self.message.show_problem(words, tone="danger", action=action, act=show, stays=True)
        if self.current:
            self.current.left()

    def _show_report(self, report: str) -> None:
        from ui.shell.report_card import ReportCard

        ReportCard(self, report, self.desk.write_file).show_over()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on screen; everything heavy waits for it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def restore(self, settings: QSettings) -> None:
        """Take size and place of the last time; a first start takes 1440 x 900."""
        kept = settings.value("window")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write drafts and wait for the last commit, then really close."""
        if self._closing or not self.furnished:
            event.accept()
            return
        event.ignore()
        if self.current:
            self.current.left()
        if not self.rescue.may_close():
            return
        self.restoring.end()
        self.desk.settings.setValue("window", self.saveGeometry())
        self.session.close(on_done=self._closed)

    def _closed(self) -> None:
        for page in self._pages.values():
            page.end()
        self._closing = True
        # Never from within closeEvent: Qt takes a nested close for one that is under way already.
        QTimer.singleShot(0, self.close)
