"""The History page: filters, the actions of every day, and one of them in full."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engagements.language import tr, trn
from ui.history.detail import Detail
from ui.history.listing import DeedModel, DeedView
from ui.history.presenter import HistoryPresenter
from ui.history.reading import KINDS, Query
from ui.page import Keys, Page
from ui.theme import theme
from ui.widgets import space
from ui.widgets.buttons import Button
from ui.widgets.chips import card
from ui.widgets.fields import DownLeaves, LineEdit, SearchField, Select, to_list
from ui.widgets.focus import focus_kept
from ui.widgets.labels import Label
from ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from ui.desk import Desk

DETAIL, NARROW_DETAIL = 420, 360


class HistoryPage(Page):
    """List at the left, one action at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = HistoryPresenter(desk.session)
        self.search = SearchField(tr("Search history"))
        self.search.edit.setObjectName("history-search")
        self.criterion = LineEdit(tr("Criterion"), tr("Criterion: code or words"))
        self.criterion.setObjectName("history-criterion")
        self.who = Select([("", tr("Everybody"))], tr("Person"), name="history-who")
        kinds = [("", tr("All kinds")), *((key, tr(words)) for key, (words, _) in KINDS.items())]
        self.kind = Select(kinds, tr("Kind"), name="history-kind")
        self._count = Label("", "small", tone="ink_2")
        self._line = ProgressLine()
        self.model = DeedModel()
        self.view = DeedView(self.model)
        self.detail = Detail()
        self._stack = QStackedWidget()
        self._clear = Button(tr("Clear search and filter"), name="clear-history")
        self._wanted = ""
        """The action to point at once it has been read."""
        self._build()
        self._connect()

    def _build(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(12)
        self.criterion.setFixedWidth(theme().scaled(220))
        self.who.setMinimumWidth(theme().scaled(170))
        for widget in (self.criterion, self.who, self.kind):
            filters.addWidget(widget)
        filters.addStretch(1)
        filters.addWidget(self._count)
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self._line)
        inner.addWidget(self.view)
        self._stack.addWidget(frame)
        self._stack.addWidget(self._nothing())
        left = QVBoxLayout()
        left.setContentsMargins(24, 20, 24, 20)
        left.setSpacing(14)
        left.addLayout(filters)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.detail)

    def _nothing(self) -> QWidget:
        none = QWidget()
        column = QVBoxLayout(none)
        column.setContentsMargins(0, 48, 0, 0)
        column.setSpacing(10)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Label(tr("Nothing in the history matches"), "heading"), 0, centre)
        column.addWidget(self._clear, 0, centre)
        column.addStretch(1)
        return none

    def _connect(self) -> None:
        self.presenter.shown.connect(self._show)
        self.presenter.changed.connect(self._show_deed)
        self.presenter.refused.connect(self.say)
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left_down.connect(lambda: to_list(self.view))
        DownLeaves(self.criterion, self.view)
        self.criterion.textChanged.connect(lambda _text: self._ask())
        self.who.picked.connect(lambda _key: self._ask())
        self.kind.picked.connect(lambda _key: self._ask())
        self._clear.clicked.connect(self.clear)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_deed())
        self.view.entered_deed.connect(self._enter)
        self.detail.restore_asked.connect(self.presenter.restore)
        self.detail.back_asked.connect(self.presenter.take_back)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, context=context).activated.connect(self.to_search)
        back = QShortcut(QKeySequence("Esc"), self.detail, context=context)
        back.activated.connect(self.view.setFocus)

    def crumb(self) -> tuple[str, ...]:
        """Client, page."""
        snapshot = self.session.snapshot
        return (snapshot.client.name if snapshot else "", tr("History"))

    def top_bar(self) -> Sequence[QWidget]:
        """The search."""
        return (self.search,)

    def hints(self) -> Sequence[Keys]:
        """Keys of list and values."""
        if self.view.hasFocus():
            return (Keys(("Up", "Down"), tr("choose"), wide=True), Keys(("Enter",), tr("values")))
        return (Keys(("Ctrl+F",), tr("search")),)

    def key_map(self) -> Sequence[Keys]:
        """All keys of History."""
        return (
            Keys(("Up", "Down"), tr("choose an action")),
            Keys(("Enter",), tr("go to its values")),
            Keys(("Esc",), tr("back to the list, empty the search")),
            Keys(("Ctrl+F",), tr("search")),
            Keys(("Tab",), tr("next part")),
        )

    def panes(self) -> Sequence[QWidget]:
        """Criterion, list, values."""
        return (self.criterion, self.view, self.detail)

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.view

    def place(self) -> str:
        """Filters and the action pointed at."""
        deed = self.view.deed()
        kept = (*self._chosen(), deed.id if deed else "")
        return json.dumps(kept) if any(kept) else ""

    def take_place(self, place: str) -> None:
        """Take filters and action up again."""
        try:
            text, criterion, who, kind, deed = (str(one) for one in json.loads(place))
        except (ValueError, TypeError):
            return
        self._wanted = deed
        self._fill(Query(text, criterion, who, kind))

    def show_person(self, person: str) -> None:
        """Show what one interviewee said or took part in."""
        self._fill(Query(who=f"person:{person}"))

    def clear(self) -> None:
        """Show everything again."""
        self._fill(Query())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def entered(self) -> None:
        """Read what is not known yet."""
        self.presenter.entered()

    def left(self) -> None:
        """Nothing is read for a page nobody sees."""
        self.presenter.left()

    def case_opened(self) -> None:
        """Nothing of the last engagement stays."""
        self._wanted = ""
        self._fill(Query())
        self.presenter.case_opened()
        self.titled.emit()

    def snapshot_changed(self, change: Change) -> None:
        """Newer actions come on top."""
        self.presenter.follow(change)

    def _chosen(self) -> tuple[str, str, str, str]:
        who = self._asked_who or self.who.current()
        return self.search.edit.text(), self.criterion.text(), who, self.kind.current()

    _asked_who = ""
    """Somebody to choose once their actions have been read."""

    def _fill(self, query: Query) -> None:
        blocked = [QSignalBlocker(one) for one in (self.criterion, self.who, self.kind)]
        self.criterion.setText(query.criterion)
        self.kind.choose(query.kind)
        self._asked_who = query.who
        self._offer_people()
        del blocked
        self.search.edit.setText(query.text)
        self._ask()

    def _offer_people(self) -> None:
        self.who.set_choices([("", tr("Everybody")), *self.presenter.who()])
        if self._asked_who:
            self.who.choose(self._asked_who)
            if self.who.current() == self._asked_who:
                self._asked_who = ""
        elif not self.who.current():
            self.who.choose("")

    def _ask(self) -> None:
        if self.sender() is self.who:
            self._asked_who = ""
        self.presenter.ask(Query(*self._chosen()))

    def _show(self) -> None:
        self._offer_people()
        deeds = self.presenter.deeds()
        before = self.view.deed()
        self.model.show_deeds(deeds)
        whole = self.presenter.whole or self.session.snapshot is None
        self._stack.setCurrentIndex(int(whole and not deeds))
        if self.presenter.reading:
            self._line.show_share(None)
        else:
            self._line.stop()
        self._count.setText(trn("{n} action", "{n} actions", len(deeds)))
        kept = self.model.line_of(self._wanted or (before.id if before else ""))
        if self._wanted and kept >= 0:
            self._wanted = ""
        here = self.view.deed()
        if here is None or (kept >= 0 and self.view.currentIndex().row() != kept):
            self.view.point(kept if kept >= 0 else self.model.first())
        self._show_deed()

    def _show_deed(self) -> None:
        presenter = self.presenter
        deed, refused = self.view.deed(), presenter.read_only
        with focus_kept(self.detail, lambda: self.view):
            self.detail.show_deed(deed, presenter.snapshot, presenter.sittings, refused)

    def _enter(self) -> None:
        first = self.detail.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def to_search(self) -> None:
        """Search the history."""
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower pane in a small window."""
        super().resizeEvent(event)
        self.detail.set_wide(NARROW_DETAIL if space.of_page(self.size()).narrow else DETAIL)
