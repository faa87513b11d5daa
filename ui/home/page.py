"""Home: the engagements on this laptop, and the ways to begin another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from engagements.problem import Problem
from ui.desk import Desk
from ui.home.empty import EmptyHome
from ui.home.forms import CreateForm, PassphraseForm
from ui.home.listing import ListPane
from ui.home.presenter import HomePresenter, Listing, Query
from ui.home.rows import Row
from ui.home.survey import Survey
from ui.page import Keys, Page
from ui.widgets.buttons import Button
from ui.widgets.fields import SearchField


class HomePage(Page):
    """List, empty state and forms in one stack; the presenter decides which."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = HomePresenter(desk)
        self.list = ListPane()
        self.empty = EmptyHome()
        self.form = CreateForm(desk.engagements)
        self.lock = PassphraseForm()
        self.search = SearchField("Search engagements")
        self._open = Button("Open file", icon="import", key="Ctrl+O", name="open-file")
        self._new = Button(
            "New engagement", kind="primary", icon="plus", key="Ctrl+N", name="new-engagement"
        )
        self._blank = QWidget()
        for tool in (self.search, self._open, self._new):
            tool.hide()
        self._stack = QStackedWidget()
        self._has_any: bool | None = None
        self._next = ""
        """The page to go to once the file that is being opened is open."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for part in (self._blank, self.list, self.empty, self.form, self.lock):
            self._stack.addWidget(part)
        self._connect()
        self._bind()
        self.presenter.start()

    def _connect(self) -> None:
        say, listed = self.presenter, self.list
        say.listed.connect(self._listed)
        say.surveyed.connect(self._surveyed)
        say.opened.connect(self._opened)
        say.refused.connect(self._refused)
        say.locked.connect(self._locked)
        say.wrong.connect(self.lock.wrong)
        listed.chosen.connect(self.presenter.survey)
        listed.filtered.connect(lambda _key: self._ask())
        listed.sorted.connect(lambda _key: self._ask())
        listed.entered_row.connect(self.go_on)
        listed.cleared.connect(self._clear)
        listed.panel.step.connect(self.go_on)
        listed.panel.page.connect(self._open_row)
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left_down.connect(self._to_list)
        self.empty.asks_new.connect(self.new)
        self.empty.asks_sample.connect(self.open_sample)
        self.empty.asks_file.connect(self.choose)
        self.form.asked.connect(self.presenter.create)
        self.form.cancelled.connect(self._back)
        self.lock.given.connect(self.presenter.open)
        self.lock.cancelled.connect(self._back)
        self._open.clicked.connect(self.choose)
        self._new.clicked.connect(self.new)

    def _bind(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (("Ctrl+F", self._find), ("Ctrl+Shift+O", self.open_sample)):
            QShortcut(QKeySequence(key), self, context=context).activated.connect(act)

    def crumb(self) -> tuple[str, ...]:
        """The page's name."""
        return ("Engagements",)

    def top_bar(self) -> Sequence[QWidget]:
        """Search, open, new."""
        return (self.search, self._open, self._new)

    def hints(self) -> Sequence[Keys]:
        """What the keyboard does here."""
        shown = self._stack.currentWidget()
        if shown is self.list:
            return (Keys(("Up", "Down"), "select"), Keys(("Enter",), "open"))
        if shown in (self.form, self.lock):
            return (Keys(("Enter",), "accept"), Keys(("Esc",), "back"))
        return (Keys(("Tab",), "next"), Keys(("Enter",), "choose"))

    def key_map(self) -> Sequence[Keys]:
        """All keys of Home."""
        return (
            Keys(("Up", "Down"), "select an engagement"),
            Keys(("Enter",), "open it at its next step"),
            Keys(("Ctrl+F",), "search"),
            Keys(("Ctrl+N",), "new engagement"),
            Keys(("Ctrl+O",), "open a file"),
            Keys(("Ctrl+Shift+O",), "open the sample"),
            Keys(("Esc",), "leave a form, empty the search"),
        )

    def panes(self) -> Sequence[QWidget]:
        """Search, list and side panel."""
        if self._stack.currentWidget() is self.list:
            return (self.search.edit, self.list.view, self.list.panel)
        shown = self._stack.currentWidget()
        return (shown,) if shown is not None else ()

    def first_focus(self) -> QWidget | None:
        """The list, the first card, or the first field."""
        shown = self._stack.currentWidget()
        firsts: dict[QWidget | None, QWidget] = {
            self.list: self.list.view,
            self.empty: self.empty.first,
            self.form: self.form.client,
            self.lock: self.lock.passphrase,
        }
        return firsts.get(shown)

    def entered(self) -> None:
        """Look at the folder again."""
        self.presenter.remember()
        self.presenter.refresh()

    def case_opened(self) -> None:
        """The list marks what is open."""
        row = self.list.row()
        if row is not None:
            self.presenter.survey(row)

    def take_file(self, path: Path) -> None:
        """Open a file that was dropped or named at the start."""
        self._next = ""
        self.list.want(path)
        self.presenter.open(path)

    def end(self) -> None:
        """Let the index go."""
        self.presenter.stop()

    def light_drop(self, *, on: bool) -> None:
        """Show that a file can be dropped."""
        self.empty.light(on=on)

    def new(self) -> None:
        """Show the form for a new engagement."""
        self._show(self.form)
        self.form.begin()

    def choose(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            "Open an engagement file",
            str(self.desk.engagements),
            "Engagements (*.plumb);;All files (*)",
        )
        if name:
            self.take_file(Path(name))

    def open_sample(self) -> None:
        """Open the sample engagement."""
        self._next = ""
        self.presenter.open_sample()

    def go_on(self) -> None:
        """Open the selected engagement at its next useful step."""
        row = self.list.row()
        if row is not None:
            self._open_row(row.step[0])

    def _open_row(self, page: str) -> None:
        row = self.list.row()
        if row is None:
            return
        if row.condition not in ("ready", "locked", "open"):
            self.say(Problem(f"{row.name} cannot be opened.", "The panel at the right says why."))
            return
        self._next = page
        self.presenter.open(row.path)

    def _ask(self) -> None:
        self.presenter.ask(
            Query(self.search.edit.text(), self.list.status.current(), self.list.sort.current())
        )

    def _clear(self) -> None:
        self.search.edit.clear()
        self.list.status.choose("")
        self._ask()
        self._to_list()

    def _find(self) -> None:
        if self.search.isEnabled():
            self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.edit.selectAll()

    def _to_list(self) -> None:
        self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _listed(self, found: Listing) -> None:
        self.list.show_listing(found)
        had, self._has_any = self._has_any, bool(found.total)
        self.search.show()
        self.search.setEnabled(self._has_any)
        self.search.edit.setPlaceholderText(
            "Search engagements" if self._has_any else "Nothing to search yet"
        )
        self._open.setVisible(self._has_any)
        self._new.setVisible(self._has_any)
        self.titled.emit()
        if had is None or self._stack.currentWidget() in (self._blank, self.list, self.empty):
            self._back()

    def _back(self) -> None:
        """To the list, or to the three cards while there is nothing to list."""
        before = self._stack.currentWidget()
        target = self.list if self._has_any else self.empty
        if target is not before:
            self._show(target)
            first = self.first_focus()
            if first is not None and not self.search.edit.hasFocus():
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, part: QWidget) -> None:
        self.say(None)
        self._stack.setCurrentWidget(part)
        self.hinted.emit()

    def _surveyed(self, path: Path, found: Survey) -> None:
        row = self.list.row()
        if row is not None and row.path == path:
            self.list.panel.show_survey(found)

    def _opened(self) -> None:
        self._has_any = True
        path = self.session.path
        if path is not None:
            self.list.want(path)
        page = self._next or self._step()
        self._next = ""
        self.form.refuse(None)
        self.lock.refuse(None)
        self._back()
        self.asks_page.emit(page)

    def _step(self) -> str:
        """The page that is useful next in what is open now."""
        from engagements.records import standing

        snapshot = self.session.snapshot
        if snapshot is None:
            return "home"
        return Row(Path(), "", status=standing.status(snapshot).value).step[0]

    def _locked(self, path: Path) -> None:
        self._show(self.lock)
        row = self.list.model.row(self.list.model.line_of(path))
        self.lock.begin(path, row.client if row else "")

    def _refused(self, problem: Problem) -> None:
        shown = self._stack.currentWidget()
        if shown in (self.form, self.lock):
            self.form.refuse(problem) if shown is self.form else self.lock.refuse(problem)
            return
        self.say(problem)
