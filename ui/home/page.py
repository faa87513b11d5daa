"""Home: the engagements on this laptop, and the ways to begin another."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engagements.language import tr
from engagements.problem import Problem
from ui.desk import Desk
from ui.home.going import DETAILS, ask_file, useful_page
from ui.home.keys import hints, key_map
from ui.home.parts import Parts
from ui.home.presenter import HomePresenter
from ui.home.query import DELETED, Listing, Query
from ui.home.rows import Row
from ui.page import Keys
from ui.widgets.buttons import Button
from ui.widgets.fields import SearchField, to_list
from ui.widgets.focus import typed_over

if TYPE_CHECKING:
    from engagements.library import Row as LibraryRow
    from ui.home.listing import ListPane
    from ui.home.survey import Survey


class HomePage(Parts):
    """List, empty state and forms in one stack; the presenter decides which."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = HomePresenter(desk)
        self.search = SearchField(tr("Search engagements"))
        self._open = Button(tr("Open file"), icon="import", key="Ctrl+O", name="open-file")
        self._new = Button(
            tr("New engagement"), kind="primary", icon="plus", key="Ctrl+N", name="new-engagement"
        )
        self._blank = QWidget()
        for tool in (self.search, self._open, self._new):
            tool.hide()
        self._has_any: bool | None = None
        self._is_lost = False
        """The folder of the engagements cannot be read."""
        self._next = ""
        """The page to go to once the file that is being opened is open."""
        self._go_back: Callable[[], object] = lambda: None
        """Called where it cannot be opened."""
        self.panel_later = False
        """The rows are painted before the panel beside them is made; for the program's start."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.addWidget(self._blank)
        self._connect()
        self._bind()
        self.presenter.start()

    def _connect(self) -> None:
        say = self.presenter
        say.listed.connect(self._listed)
        say.surveyed.connect(self._surveyed)
        say.opened.connect(self._opened)
        say.asked.connect(self.stay_with)
        say.refused.connect(self._refused)
        say.locked.connect(self._locked)
        say.lost.connect(self._lost)
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left_down.connect(self._down)
        self._open.clicked.connect(self.choose)
        self._new.clicked.connect(self.new)

    def joined(self, name: str, part: Any) -> None:
        """Listen to a part that was just made."""
        say = self.presenter
        if name == "list":
            self._listen_to_list(part)
        elif name == "lost":
            part.chosen.connect(self._use_folder)
            part.asks_file.connect(self.choose)
        elif name == "empty":
            part.asks_new.connect(self.new)
            part.asks_sample.connect(self.open_sample)
            part.asks_file.connect(self.choose)
        elif name == "form":
            part.asked.connect(say.create)
            part.cancelled.connect(self._back)
            say.offered.connect(part.offered)  # a method of its own: it goes with the form
            say.offer()
        else:
            part.given.connect(say.open)
            part.cancelled.connect(self._back)
            say.wrong.connect(part.wrong)

    def _listen_to_list(self, pane: ListPane) -> None:
        pane.chosen.connect(self._survey)
        pane.filtered.connect(lambda _key: self._ask())
        pane.sorted.connect(lambda _key: self._ask())
        pane.entered_row.connect(self.go_on)
        pane.cleared.connect(self._clear)
        pane.deleted_asked.connect(self.search.edit.clear)
        pane.completed.connect(partial(self._listen_to_panel, pane))
        if not self.panel_later:
            _ = pane.panel

    def _listen_to_panel(self, pane: ListPane) -> None:
        from ui.home.deeds import Deeds

        pane.panel.step.connect(self.go_on)
        pane.panel.page.connect(self._open_row)
        self.deeds = Deeds(self.desk, pane)
        self.deeds.shelf.folder = self.presenter.folder
        self.deeds.refused.connect(self.say)
        self.deeds.moved.connect(self._moved)
        self.deeds.forgotten.connect(self.presenter.forget)
        self.deeds.again.connect(self.assess_again)
        self.deeds.detailed.connect(partial(self._open_row, DETAILS))
        self.deeds.undo_changed.connect(self.hinted)

    def _bind(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (("Ctrl+F", self.to_search), ("Ctrl+Shift+O", self.open_sample)):
            QShortcut(QKeySequence(key), self, context=context).activated.connect(act)

    def crumb(self) -> tuple[str, ...]:
        """The page's name."""
        return (tr("Engagements"),)

    def top_bar(self) -> Sequence[QWidget]:
        """Search, open, new."""
        return (self.search, self._open, self._new)

    def hints(self) -> Sequence[Keys]:
        """What the keyboard does here."""
        if self.search.edit.hasFocus():
            return hints("search")
        if self._shows("list") and self.list.is_complete and self.list.panel.question.has_focus():
            return hints("question")
        return hints(next((one for one in ("list", "form", "lock") if self._shows(one)), ""))

    def key_map(self) -> Sequence[Keys]:
        """All keys of Home."""
        return key_map()

    def panes(self) -> Sequence[QWidget]:
        """Search, list and side panel."""
        if self._shows("list"):
            return (self.search.edit, self.list.view, self.list.panel)
        shown = self._stack.currentWidget()
        return (shown,) if shown is not None else ()

    def entered(self) -> None:
        """Look at the folder again, and the selected engagement over."""
        self.presenter.remember()
        self.presenter.refresh()
        self._survey(self.list.row() if self._has_any else None)

    def make_list(self) -> None:
        """Make the list before its rows are there, where there is an index to read them from."""
        if self.desk.index.exists():
            _ = self.list

    def case_opened(self) -> None:
        """The list marks what is open."""
        self._survey(self.list.row() if self._has_any else None)

    def _survey(self, row: Row | None) -> None:
        """Look an engagement over, while anybody sees it: from other pages it costs a moment."""
        if row is not None and self.isVisible():
            self.presenter.survey(row)

    def take_file(self, path: Path, refused: Callable[[], object] = lambda: None) -> None:
        """Open a file that was dropped or named at the start."""
        self._next, self._go_back = "", refused
        self.list.want(path)
        self.presenter.open(path)

    def open_again(self, path: Path, page: str, *, quietly: bool = False) -> None:
        """Open what was open last time and go to a page of it; ``quietly`` lists nobody else."""
        self._stack.setHidden(quietly)

        def begin() -> None:
            if self.session.path is not None or self.used():
                self._stack.show()
            else:
                self._next = page
                self.list.want(path)
                self.presenter.open(path)

        self.presenter.when_seen(begin)

    def place(self) -> str:
        """What is searched, filtered and sorted by, and what is selected."""
        if not self._has_any:
            return ""
        row, query = self.list.row(), self._query()
        return json.dumps([query.text, query.status, query.sort, str(row.path) if row else ""])

    def take_place(self, place: str) -> None:
        """Search, filter, sort and select again; an open engagement stays selected."""
        try:
            text, status, sort, path = (str(one) for one in json.loads(place))
        except (ValueError, TypeError):
            return
        if self.used():
            return
        if path and self.session.path is None:
            self.list.want(Path(path))
        if status in self.list.status.buttons():
            self.list.status.choose(status)
        self.list.sort.choose(sort)
        self.search.edit.setText(text)
        self.presenter.ask(self._query())

    def undo_words(self) -> str | None:
        """What was just archived or deleted; an engagement's changes are undone on its pages."""
        return self.deeds.undo_words() if self.made("deeds") else ""

    def take_back(self) -> bool:
        """Ctrl+Z is the Undo of what was just archived or deleted."""
        return self.made("deeds") and self.deeds.take_back()

    def tell_engagements(self, told: Callable[[Sequence[LibraryRow]], None]) -> None:
        """Ask the index for everything it has."""
        self.presenter.ask_all(told)

    def end(self) -> None:
        """Let the index go."""
        self.presenter.stop()

    def new(self) -> None:
        """Show the form for a new engagement."""
        self._show(self.form)
        self.form.begin(self.presenter.folder)

    def assess_again(self, row: Row) -> None:
        """Show the form for assessing a client again."""
        self._show(self.form)
        self.form.begin_again(row.path, row.client, row.scope, row.target)

    def choose(self) -> None:
        """Ask for a file and open it."""
        path = ask_file(self.window(), self.presenter.folder)
        if path is not None:
            self.take_file(path)

    def open_sample(self) -> None:
        """Open the sample engagement."""
        self._next = ""
        self.presenter.open_sample()

    def go_on(self) -> None:
        """Open the selected engagement at its next useful step."""
        row = self.list.row()
        if row is not None and row.deleted:
            self.deeds.shelf.bring_back(row)
        elif row is not None:
            self._open_row(row.step[0])

    def _open_row(self, page: str) -> None:
        row = self.list.row()
        if row is None:
            return
        if row.condition not in ("ready", "locked", "open"):
            words = tr("{name} cannot be opened.", name=row.name)
            self.say(Problem(words, tr("The panel at the right says why.")))
            return
        self._next = page
        self.presenter.open(row.path)

    def _ask(self) -> None:
        if self._has_any:
            self.presenter.ask(self._query())

    def _query(self) -> Query:
        chosen = self.list.status.current(), self.list.sort.current()
        return Query(self.search.edit.text(), *chosen)

    def _clear(self) -> None:
        self.search.edit.clear()
        self.list.status.choose("")
        self._ask()
        self._to_list()

    def to_search(self) -> None:
        """Search the list."""
        if self.search.isEnabled():
            self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.edit.selectAll()

    def _down(self) -> None:
        if self._shows("list"):
            to_list(self.list.view)

    def _to_list(self) -> None:
        if self._shows("list"):
            self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _listed(self, found: Listing) -> None:
        if found.kinds or self.made("list"):
            self.list.show_listing(found)
        self._has_any = bool(found.kinds)
        self.search.show()
        self.search.setEnabled(self._has_any)
        self.search.edit.setPlaceholderText(
            tr("Search engagements") if self._has_any else tr("Nothing to search yet")
        )
        self._open.setVisible(self._has_any)
        self._new.setVisible(self._has_any)
        self.titled.emit()
        if not (self._shows("form") or self._shows("lock")):
            self._back()  # whoever was quicker than the index keeps the form

    def _back(self) -> None:
        """To the list, or to the three cards while there is nothing to list."""
        before = self._stack.currentWidget()
        target = self.lost if self._is_lost else self.list if self._has_any else self.empty
        if target is not before:
            self._show(target)
            first = self.first_focus()
            here = self.isVisible()  # the palette asks Home for its list from other pages
            searched = self.search.edit.hasFocus() or typed_over(self)
            if first is not None and here and not searched:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, part: QWidget) -> None:
        self.say(None)
        self._stack.setCurrentWidget(part)
        if part in (self.__dict__.get("lock"), self.__dict__.get("lost")):
            self._stack.show()
        self.hinted.emit()

    def _moved(self, path: Path | None) -> None:
        """Files have changed: look again, and select the one that came."""
        if path is not None:
            if self.list.status.current() == DELETED:
                self.list.status.choose("")
                self.presenter.ask(self._query())
            self.list.want(path)
        self.presenter.remember()
        self.presenter.refresh(always=True)

    def _lost(self, problem: Problem | None) -> None:
        self._is_lost = problem is not None
        if problem is not None:
            self.lost.show_problem(problem, self.presenter.folder)
        if problem is not None or self._shows("lost"):
            self._back()

    def _use_folder(self, folder: Path) -> None:
        self.presenter.use_folder(folder)
        if self.made("deeds"):
            self.deeds.shelf.folder = folder

    def _surveyed(self, path: Path, found: Survey) -> None:
        row = self.list.row() if self._has_any else None
        shown = row is not None and row.path == path and row.condition != "locked"
        if shown and self.isVisible():
            self.list.panel.show_survey(found)

    def _opened(self) -> None:
        self._has_any = True
        path = self.session.path
        if path is not None:
            self.list.want(path)
        page = self._next or useful_page(self.session.snapshot)
        self._next, self._go_back = "", lambda: None
        self._stack.show()
        if self.began_another():
            return
        self.end_forms()
        self._back()
        if not self.isVisible():
            return
        ways = {DETAILS: self.asks_details.emit, "interview": partial(self.asks_criterion.emit, "")}
        ways.get(page, partial(self.asks_page.emit, page))()

    def _locked(self, path: Path) -> None:
        self._show(self.lock)
        row = self.list.model.row(self.list.model.line_of(path))
        self.lock.begin(path, row.client if row else "")

    def _refused(self, problem: Problem) -> None:
        self._stack.show()
        if self._shows("form"):
            self.form.refuse(problem)
        elif self._shows("lock"):
            self.lock.refuse(problem)
        else:
            go_back, self._go_back = self._go_back, lambda: None
            go_back()
            self.say(problem)
