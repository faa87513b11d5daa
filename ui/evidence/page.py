"""The Evidence page: the register and the requests, each a list with a side panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Evidence, EvidenceRequest
from ui.evidence import register, requests
from ui.evidence.bringing import Bringing, takes
from ui.evidence.desk import EvidenceWork
from ui.evidence.enlarged import Enlarged
from ui.evidence.keys import HINTS, KEYS, LARGE, PREVIEW, told
from ui.evidence.panel import ItemPanel
from ui.evidence.panes import Pane, RegisterPane, RequestPane
from ui.evidence.printing import Printing
from ui.evidence.request_panel import RequestPanel
from ui.page import Keys, Page
from ui.parts.files import kept_as
from ui.parts.sheet import AskSheet
from ui.parts.side import Side
from ui.widgets import space
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import Chip
from ui.widgets.fields import SearchField, to_list

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.records.base import Record
    from engagements.records.client import Blob
    from ui.desk import Desk

REGISTER, REQUESTS = "register", "requests"


class EvidencePage(Page):
    """Shows the snapshot; ``work`` asks for the use cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.work = EvidenceWork(desk.session, self)
        self.printing = Printing(desk, self)
        self._wanted = ""
        """The key to select when its line arrives."""
        self.search = SearchField(tr("Search evidence"))
        self._print = Button(tr("Print list"), icon="export", name="print-list")
        self._add = Button(
            tr("Add evidence"), kind="primary", icon="plus", key="Ctrl+N", name="add-evidence"
        )
        self._moving = Chip(icon="clock", most=280)
        self._moving.hide()
        self.which = Segmented(
            [(REGISTER, tr("Register")), (REQUESTS, tr("To receive"))],
            tr("What is listed"),
            name="which",
        )
        self.register = RegisterPane(self.which)
        self.requests = RequestPane()
        self.item = ItemPanel(desk.session, self.work.drafts)
        self.request = RequestPanel(self.work.drafts)
        self.bringing = Bringing(desk, self.work, self)
        self._ask_sheet = AskSheet(self)
        self.enlarged = Enlarged(self)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.show_list(REGISTER)

    def _build(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(14)
        for pane in (self.register, self.requests):
            self._left.addWidget(pane, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(self.item)
        row.addWidget(self.request)

    def _connect(self) -> None:
        work = self.work
        work.refused.connect(self._refused)
        self.printing.said.connect(self.say)
        for written in (self.printing.written, work.copied):
            written.connect(lambda path: self.went_well.emit(kept_as(path)))
        work.moved.connect(self._moved)
        work.added.connect(self._added)
        work.found_earlier.connect(self._earlier)
        work.drafts.found.connect(self._recover)
        work.too_large.connect(
            lambda title, advice, taken: self._ask_sheet.ask(title, advice, tr("Attach it"), taken)
        )
        self.search.searched.connect(lambda _words: self._fill())
        self.search.left_down.connect(lambda: to_list(self.pane.view))
        self.which.chosen.connect(self.show_list)
        self.register.asked.connect(self._fill)
        self.register.nothing.pressed.connect(self._help)
        self.requests.nothing.pressed.connect(self._help)
        for pane in (self.register, self.requests):
            pane.view.chosen.connect(lambda _key: self._chosen())
            pane.view.dismissed.connect(lambda _key: self._take_out())
        self.register.view.entered.connect(lambda _key: self.item.first())
        self.requests.view.entered.connect(lambda _key: self.request.title.setFocus())
        for panel in (self.item, self.request):
            panel.asks_criterion.connect(self.asks_criterion)
            panel.removes.connect(self._take_out)
        self.item.edited.connect(work.save)
        self.item.preview.enlarged.connect(self._enlarge)
        self.item.asks_finding.connect(self.asks_finding)
        self.item.asks_page.connect(self.asks_page)
        self.item.copies.connect(lambda: self.bringing.save_copy(self._item_id()))
        self.item.replaces.connect(lambda: self.bringing.replace(self._item_id()))
        self.item.brings_back.connect(lambda sha: work.bring_back(self._item_id(), sha))
        self.request.edited.connect(work.request)
        self.request.receives_file.connect(
            lambda unit: self.bringing.receive(self.requests.view.current(), unit)
        )
        self.request.shows_evidence.connect(self.show_evidence)
        self._add.clicked.connect(self.add)
        self._print.clicked.connect(self.printing.ask)
        for keys, slot in (
            ("Ctrl+N", self.add),
            ("Ctrl+F", self.to_search),
            ("Ctrl+T", self._switch),
            ("Ctrl+P", self.printing.ask),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(slot)

    @property
    def pane(self) -> Pane:
        """The list on screen."""
        return self.register if self.which.current() == REGISTER else self.requests

    @property
    def panel(self) -> Side:
        """The side panel on screen."""
        return self.item if self.which.current() == REGISTER else self.request

    def crumb(self) -> tuple[str, ...]:
        """The client, then the page."""
        snapshot = self.session.snapshot
        return (snapshot.client.name, tr("Evidence")) if snapshot else (tr("Evidence"),)

    def chips(self) -> Sequence[QWidget]:
        """What is on its way in."""
        return (self._moving,)

    def top_bar(self) -> Sequence[QWidget]:
        """Search, list, add."""
        return (self.search, self._print, self._add)

    def hints(self) -> Sequence[Keys]:
        """Keys of the list, or of the preview that has the focus or is large."""
        here = QApplication.focusWidget()
        if self.enlarged.isVisible():
            return told(LARGE)
        return told(PREVIEW if here and self.item.preview.isAncestorOf(here) else HINTS)

    def key_map(self) -> Sequence[Keys]:
        """All keys."""
        return told(KEYS)

    def panes(self) -> Sequence[QWidget]:
        """List and panel."""
        return (self.pane.view, self.panel)

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.pane.view if self.pane.view.isVisible() else self.which.buttons()[REGISTER]

    def reveal(self, record: Record) -> bool:
        """Show a record that is to be undone."""
        here = REQUESTS if isinstance(record, EvidenceRequest) else REGISTER
        seen = self.which.current() == here and self.pane.view.current() == record.id
        self.show_list(here)
        self.pane.view.choose(record.id)
        return seen

    def entered(self) -> None:
        """Show what is there now."""
        self._fill()

    def left(self) -> None:
        """Keep what was typed."""
        self.item.flush()
        self.request.flush()
        self.work.drafts.flush()
        self._put_away()

    def case_opened(self) -> None:
        """Nothing of the last engagement stays."""
        self._put_away()
        self.work.lock.forget()
        self.work.drafts.take_up()
        self.search.edit.clear()
        self.register.clear()
        self._fill()

    def _put_away(self) -> None:
        """What lies over the page belongs to what was shown."""
        self.enlarged.dismiss()
        self._ask_sheet.dismiss()

    def snapshot_changed(self, change: Change) -> None:
        """Follow what was committed."""
        if change.touched:
            self._fill()

    def show_evidence(self, item_id: str) -> None:
        """Show one item of the register."""
        self.search.edit.clear()
        self.register.clear()
        self._wanted = item_id
        self.show_list(REGISTER)

    def _recover(self) -> None:
        """Show the record whose words were being typed when the program ended."""
        snapshot = self.session.snapshot
        for place in reversed(self.work.drafts.recovered()):
            record = place.partition("/")[0]
            for kind, which in ((Evidence, REGISTER), (EvidenceRequest, REQUESTS)):
                if snapshot is not None and snapshot.get(kind, record):
                    self._wanted = record
                    self._list(which)
                    return

    def _fill(self) -> None:
        snapshot, today = self.session.snapshot, date.today()
        if snapshot is None:
            for pane in (self.register, self.requests):
                pane.show_lines(())
            return
        words, wanted = self.search.edit.text(), self._wanted
        self.register.offer(snapshot.framework)
        self.which.set_count(REGISTER, len(snapshot.of(Evidence)))
        self.which.set_count(REQUESTS, len(requests.open_requests(snapshot)))
        listed = register.lines(snapshot, self.register.query(words))
        self.register.show_lines(listed, wanted)
        self.requests.show_lines(requests.lines(snapshot, today, words), wanted)
        if self.pane.view.current() == wanted:
            self._wanted = ""
        self.register.say_nothing(searched=bool(snapshot.of(Evidence)))
        self.requests.say_nothing(searched=bool(words))
        self._print.setEnabled(bool(requests.open_requests(snapshot)))
        self._show_panel()

    def _show_panel(self) -> None:
        snapshot = self.session.snapshot
        if snapshot is None:
            return
        self.item.show_item(snapshot.get(Evidence, self.register.view.current()), snapshot)
        wanted = snapshot.get(EvidenceRequest, self.requests.view.current())
        self.request.show_request(wanted, snapshot, date.today())
        for panel in (self.item, self.request):
            panel.lock(self.work.lock)

    def _chosen(self) -> None:
        self.item.flush()
        self.request.flush()
        self._show_panel()
        if self.isVisible() and self.pane is self.register and self.pane.view.current():
            self.work.earlier(self.pane.view.current())

    def show_list(self, which: str) -> None:
        """List the register or the requests."""
        self.left()
        self._list(which)

    def _list(self, which: str) -> None:
        self.which.choose(which)
        listing = which == REGISTER
        self.pane.lead_with(self.which)
        for pane, on in ((self.register, listing), (self.requests, not listing)):
            pane.setVisible(on)
        self.item.setVisible(listing)
        self.request.setVisible(not listing)
        self._print.setVisible(not listing)
        self._add.set_face(tr("Add evidence") if listing else tr("New request"))
        self.search.edit.setPlaceholderText(
            tr("Search evidence") if listing else tr("Search requests")
        )
        self._fill()
        self.hinted.emit()
        self.titled.emit()

    def _switch(self) -> None:
        self.show_list(REQUESTS if self.which.current() == REGISTER else REGISTER)
        self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _help(self) -> None:
        if self.search.edit.text() or self.register.query("") != register.Query():
            self.register.clear()
            self.search.edit.clear()
            self._fill()
        else:
            self.add()

    def to_search(self) -> None:
        """Search what is listed."""
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _added(self, item_id: str) -> None:
        self.show_evidence(item_id)
        self.item.first()
        self.item.title.selectAll()

    def _earlier(self, item_id: str, found: tuple) -> None:  # type: ignore[type-arg]
        if item_id == self.register.view.current():
            self.item.show_earlier(found)

    def _moved(self, title: str, share: float | None) -> None:
        percent = "" if share is None else f" {round(100 * share)} %"
        self._moving.set_text(tr("Attaching {title}{percent}", title=title, percent=percent))
        self._moving.setVisible(bool(title))
        self.titled.emit()

    def _refused(self, problem: Problem) -> None:
        self.say(problem)
        self._show_panel()

    def add(self) -> None:
        """Add evidence from files, or write a new request."""
        if self.session.snapshot is None or self.work.refuses():
            return
        if self.which.current() == REGISTER:
            self.bringing.add()
            return
        self.search.edit.clear()  # the new one must be among what is listed
        new = EvidenceRequest(id=uuid4().hex, title=tr("New request"))
        self._wanted = new.id
        self.work.request(new, done=lambda _change: self._begin_request(new.id))

    def _begin_request(self, key: str) -> None:
        if self.requests.view.current() != key:
            return
        self.request.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.request.title.selectAll()

    def _take_out(self) -> None:
        key = self.pane.view.current()
        # First: what is being typed is kept when its field is left, and must not come after.
        self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.which.current() == REGISTER:
            self.work.remove(key)
        else:
            self.work.remove_request(key)

    def _enlarge(self, blob: Blob, data: bytes, page: int) -> None:
        self.enlarged.show_file(blob, data, page)
        self.hinted.emit()

    def _item_id(self) -> str:
        return self.register.view.current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V adds what the clipboard holds; a field that has the focus takes it first."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.session.case is not None:
            self.bringing.paste()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures; an engagement file is the window's."""
        if takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        if self.session.case is not None and self.bringing.take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the measures of a narrow or low window."""
        super().resizeEvent(event)
        narrow, low = space.of_window(self.window().size())
        self._left.setContentsMargins(24, 14 if low else 20, 24, 14)
        for pane in (self.register, self.requests):
            pane.fit(narrow=narrow, low=low)
        for panel in (self.item, self.request):
            panel.fit(narrow=narrow)
