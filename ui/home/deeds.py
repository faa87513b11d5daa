"""Joins the list with what can be done to a row: keys, menu, a question before, a word after."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from engagements.language import tr
from engagements.problem import Problem
from ui.desk import Desk
from ui.home import menu
from ui.home.acts import ACTS, Act, Name, offered
from ui.home.listing import ListPane
from ui.home.rows import Row
from ui.home.shelf import Shelf, Undo


class Deeds(QObject):
    """Everything that is done to the selected engagement beside opening it."""

    again = Signal(object)
    """The Row of a client to be assessed again."""
    detailed = Signal()
    """The details of the selected engagement are to be shown."""
    moved = Signal(object)
    """Files have changed; the path to be selected, or None."""
    forgotten = Signal(object)
    """The path of a file to be taken off the list."""
    refused = Signal(object)
    undo_changed = Signal()
    """``undo_words`` says something else."""

    def __init__(self, desk: Desk, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane, self._session = pane, desk.session
        self.shelf = Shelf(desk)
        self._undo: Undo | None = None
        pane.message.closed.connect(self._forget_undo)
        self.shelf.told.connect(self._told)
        self.shelf.moved.connect(self.moved)
        self.shelf.forgotten.connect(self.forgotten)
        self.shelf.refused.connect(self.refused)
        pane.chosen.connect(self._offer)
        pane.panel.menu.connect(self._menu_in_panel)
        pane.panel.mended.connect(partial(self.do, ACTS["restore"]))
        pane.view.menu.connect(self.show_menu)
        for key in {act.key for act in ACTS.values()} - {"", "Enter"}:
            shortcut = QShortcut(QKeySequence(key), pane)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._pressed, key))

    def acts(self, row: Row) -> tuple[Act, ...]:
        """What can be done with a row."""
        return offered(row, self.shelf.folder, self._session.path)

    def _offer(self, row: Row) -> None:
        self._pane.panel.more.setEnabled(bool(self.acts(row)))

    def _pressed(self, key: str) -> None:
        row = self._pane.row()
        for act in self.acts(row) if row else ():
            if act.key == key:
                self.do(act)

    def _menu_in_panel(self) -> None:
        more = self._pane.panel.more
        self.show_menu(more.mapToGlobal(QPoint(0, more.height())))

    def show_menu(self, where: QPoint) -> None:
        """Show what can be done with the selected row."""
        row = self._pane.row()
        acts = self.acts(row) if row else ()
        if acts:
            menu.built(self._pane, acts, self.do).popup(where)

    def do(self, act: Act) -> None:
        """Do it to the selected row; what moves a file away asks first."""
        row = self._pane.row()
        if row is None:
            return
        doing: dict[Name, Callable[[Row], None]] = {
            "bring_back": self.shelf.bring_back,
            "restore": self._restore,
            "details": lambda _row: self.detailed.emit(),
            "deliver": self.shelf.deliver,
            "reopen": self.shelf.reopen,
            "reassess": self.again.emit,
            "duplicate": self.shelf.duplicate,
            "archive": self.shelf.archive,
            "unarchive": self.shelf.unarchive,
            "forget": self._forget,
            "delete": self._delete,
        }
        doing[act.name](row)

    def _delete(self, row: Row) -> None:
        from engagements.recycling import DAYS

        self._pane.panel.question.ask(
            tr("Delete {name}?", name=row.name),
            tr(
                "The file goes to the deleted engagements. It can be brought back for {n} days.",
                n=DAYS,
            ),
            tr("Delete"),
            partial(self.shelf.delete, row),
            self._pane.view,
        )

    def _forget(self, row: Row) -> None:
        self._pane.panel.question.ask(
            tr("Take {name} off the list?", name=row.name),
            tr("The file stays in {folder}.", folder=row.path.parent),
            tr("Take off"),
            partial(self.shelf.forget, row),
            self._pane.view,
        )

    def _restore(self, row: Row) -> None:
        from engagements import recycling

        copies = recycling.copies_of(row.path)
        name, _ = QFileDialog.getOpenFileName(
            self._pane.window(),
            tr("Choose the backup of {name}", name=row.name),
            str(copies[0] if copies else row.path.parent),
            tr("Engagements (*.plumb)"),
        )
        if name:
            self.shelf.restore(row, Path(name))

    def _told(self, words: str, undo: Undo | None) -> None:
        self._undo = undo
        action = tr("Undo") if undo else ""
        self._pane.message.show_problem(
            Problem(words), tone="ok", action=action, act=self.take_back
        )
        self.undo_changed.emit()

    def undo_words(self) -> str:
        """What ``take_back`` would undo; empty when the message on screen offers nothing."""
        return self._undo.what if self._undo is not None and self._pane.isVisible() else ""

    def take_back(self) -> bool:
        """Undo what the message on screen tells of; False when it offers nothing."""
        undo = self._undo
        if undo is None or not self.undo_words():
            return False
        self._pane.message.dismiss()
        undo.act()
        return True

    def _forget_undo(self) -> None:
        self._undo = None
        self.undo_changed.emit()
