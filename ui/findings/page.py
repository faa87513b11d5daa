"""The Findings page: the heat map, its filters, and the drawer in which criteria are settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget

from engagements.assessment.heat_map import Effect
from engagements.language import tr
from ui.findings.drawer import Drawer
from ui.findings.keys import HINTS, KEYS, TYPING, bind, told
from ui.findings.map_pane import MapPane
from ui.findings.presenter import FindingsPresenter
from ui.findings.reading import Detail, Map, place_of, summary_words
from ui.findings.wording import ask_words, effect_words
from ui.page import Keys, Page
from ui.widgets import space
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.labels import Label, plain_tip

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.records.base import Record
    from ui.desk import Desk
    from ui.findings.grid import GridSheet

_DRAWER, _LOW_DRAWER = 440, 380


class FindingsPage(Page):
    """Shows what its presenter tells; knows which criterion and which filter are on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = FindingsPresenter(desk.session)
        self._map: Map | None = None
        self._detail: Detail | None = None
        self._effect, self._low = "", False
        self._summary = Label("", "body", tone="ink_2")
        self._frozen = Chip(icon="lock", most=260)
        self.next = Button(
            tr("Next to reconcile"), kind="primary", key="N", name="next-to-reconcile"
        )
        self.form = Button(tr("Enter a form"), key="G", name="enter-form")
        self.map = MapPane()
        self.view, self.flags, self.legend = self.map.view, self.map.flags, self.map.legend
        self.drawer = Drawer()
        self._build()
        self._connect()
        self._bind()
        self._show_frozen("")

    def _build(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.map, 1)
        outer.addWidget(self.drawer)
        self.drawer.hide()

    @cached_property
    def grid(self) -> GridSheet:
        """The grid that takes a hand-written interview; made when it is first asked for."""
        from ui.findings.grid import GridSheet

        sheet = GridSheet(self, self.desk)
        sheet.said.connect(self.say)
        return sheet

    def enter_form(self) -> None:
        """Open the grid for a hand-written interview."""
        self.grid.open()

    def _grid_is_open(self) -> bool:
        return "grid" in self.__dict__ and self.grid.isVisible()

    def _connect(self) -> None:
        told = self.presenter
        told.told.connect(self._show)
        told.previewed.connect(self._show_effect)
        told.refused.connect(self.say)
        told.settled.connect(self._go_on)
        self.map.chosen.connect(self._chosen)
        self.map.unit_chosen.connect(told.choose_unit)
        self.map.start_asked.connect(lambda: self.asks_page.emit("interview"))
        self.form.clicked.connect(self.enter_form)
        self.next.clicked.connect(self.next_to_reconcile)
        self.drawer.closed.connect(self.close_drawer)
        self.drawer.moved.connect(self._move)
        self.drawer.ask_again.connect(self.asks_criterion)
        pane = self.drawer.judgement
        pane.chosen.connect(lambda value: self._with_detail(self.presenter.choose, value))
        pane.chosen.connect(lambda _value: self._show_judgement())
        pane.typed.connect(lambda text: self._with_detail(self.presenter.say, text))
        pane.typed.connect(lambda _text: self._show_ask())
        pane.settled.connect(self.settle)
        pane.thawed.connect(self.presenter.thaw)
        pane.reopened.connect(lambda: self._with_detail(self.presenter.reopen))

    def _bind(self) -> None:
        for number in range(1, 6):
            bind(self, f"Ctrl+{number}", lambda number=number: self._pick(number))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self.settle)

    def crumb(self) -> tuple[str, ...]:
        """Client, page."""
        snapshot = self.session.snapshot
        return (snapshot.client.name, tr("Findings")) if snapshot else (tr("Findings"),)

    def chips(self) -> Sequence[QWidget]:
        """The lock of a delivered engagement."""
        return (self._frozen,)

    def top_bar(self) -> Sequence[QWidget]:
        """What is open, and the next of it."""
        return (self._summary, self.form, self.next)

    def mode(self) -> str:
        """Whether a reason is being typed."""
        return tr("Typing a reason") if self.drawer.judgement.reason.hasFocus() else ""

    def hints(self) -> Sequence[Keys]:
        """Those of the map, or of the judgement."""
        if self._grid_is_open():
            from ui.findings.grid import grid_keys

            return grid_keys()
        return told(TYPING if self.drawer.isAncestorOf(_focus()) else HINTS)

    def key_map(self) -> Sequence[Keys]:
        """All keys of Findings."""
        return told(KEYS)

    def panes(self) -> Sequence[QWidget]:
        """The map, and the drawer while it is open."""
        return (self.view, self.drawer.judgement) if self.drawer.isVisible() else (self.view,)

    def is_ready(self) -> bool:
        """Whether the map is worked out."""
        return self._map is not None

    def first_focus(self) -> QWidget | None:
        """The map."""
        return self.view

    def entered(self) -> None:
        """Show what changed meanwhile."""
        self.presenter.entered()

    def left(self) -> None:
        """Write the reason being typed."""
        self.presenter.left()

    def case_opened(self) -> None:
        """Another engagement: nothing of the last one stays."""
        self._map = self._detail = None
        self.map.forget()
        self.drawer.hide()
        self.presenter.case_opened()

    def snapshot_changed(self, change: Change) -> None:
        """Follow what was committed."""
        if change.touched:
            self.presenter.changed()

    def show_criterion(self, criterion: str, unit: str = "") -> None:
        """Open a criterion, in a scope unit; it waits until the map is worked out."""
        if unit not in ("", self.presenter.unit):
            self.presenter.choose_unit(unit)
        self._show_one(criterion)

    def _show_one(self, criterion: str) -> None:
        self.view.criterion = criterion
        if self._map is not None:
            self.open(criterion)

    def reveal(self, record: Record) -> bool:
        """Bring a judgement or a finding on screen, in its scope unit; True when it already was."""
        unit, criterion = place_of(record)
        if not criterion or self._grid_is_open():
            return True
        same = unit == self.presenter.unit
        here = same and self._detail is not None and self._detail.criterion == criterion
        if not same:
            self.presenter.choose_unit(unit)
        if not here:
            self._show_one(criterion)
        return here

    def _chosen(self, criterion: str) -> None:
        """Open a criterion; the one that is open already is entered."""
        if self._detail is not None and self._detail.criterion == criterion:
            self.drawer.judgement.stops().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.open(criterion)

    def open(self, criterion: str) -> None:
        """Show a criterion in the drawer."""
        self.view.criterion = criterion
        self._detail = detail = self.presenter.detail(criterion)
        if detail is None or self.session.snapshot is None:
            return
        self.map.let_in(criterion)
        self.drawer.show_detail(self.session.snapshot.framework, detail)
        self.drawer.show()
        self.view.stand(criterion)
        self.view.viewport().update()
        self._show_judgement()
        self.presenter.preview(detail)

    def close_drawer(self) -> None:
        """The map takes the whole width."""
        self.presenter.keep()
        self.drawer.hide()
        self._detail, self.view.criterion = None, ""
        self.view.viewport().update()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_to_reconcile(self) -> None:
        """Open the next criterion that waits, after the one on screen."""
        waiting = self._map.waiting if self._map else ()
        if not waiting:
            return
        here = self._detail.criterion if self._detail else ""
        at = waiting.index(here) + 1 if here in waiting else 0
        self.open(waiting[at % len(waiting)])
        self.drawer.judgement.stops().setFocus(Qt.FocusReason.TabFocusReason)

    def settle(self) -> None:
        """Keep the judgement; the next one follows its commit."""
        if self.drawer.judgement.settle.isEnabled():
            self._with_detail(self.presenter.settle)

    def _go_on(self, criterion: str) -> None:
        """After a commit: the next that waits, else the criterion itself as it stands now."""
        if self._detail is None or self._detail.criterion != criterion or self._map is None:
            return
        waiting = [one for one in self._map.waiting if one != criterion]
        if waiting:
            self.open(waiting[0])
            self.drawer.judgement.stops().setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, found: Map | None) -> None:
        self._map = found
        if found is not None:
            self.map.show_map(found)
            self.map.show_units(self.session.snapshot, self.presenter.unit)
            self._show_summary()
            self._show_lock(found)
            if self.view.criterion:
                self.open(self.view.criterion)
        self.titled.emit()

    def _show_lock(self, found: Map) -> None:
        locked = self._locked()
        self.next.setEnabled(bool(found.waiting) and not locked)
        nothing = "" if found.waiting else tr("Nothing waits to be reconciled")
        self.next.setToolTip(plain_tip(locked) or nothing)
        self.form.setEnabled(not locked)
        self.form.setToolTip(plain_tip(locked))
        self._show_frozen(locked)

    def _show_summary(self) -> None:
        """What is open, in words; a narrow window has the filters' counts only."""
        found = None if self._low else self._map
        self._summary.setText(summary_words(found.flags) if found else "")

    def _locked(self) -> str:
        return self.presenter.locked(self._map.frozen if self._map else "")

    def _show_frozen(self, words: str) -> None:
        self._frozen.set_text(words)
        self._frozen.setVisible(bool(words))

    def _move(self, step: int) -> None:
        order = self.map.order()
        if self._detail is not None and self._detail.criterion in order:
            self.open(order[(order.index(self._detail.criterion) + step) % len(order)])

    def _pick(self, number: int) -> None:
        if self.drawer.isVisible():
            self.drawer.judgement.pick(number)
            # The reason comes next: letters are its, and no longer keys of the page.
            self.drawer.judgement.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_detail(self, act: Callable[..., object], *more: object) -> None:
        if self._detail is not None:
            act(self._detail, *more)

    def _show_judgement(self) -> None:
        if self._detail is not None:
            pending = self.presenter.pending(self._detail)
            self.drawer.judgement.show_detail(
                self._detail,
                pending.value,
                pending.reason,
                frozen=self._locked(),
                may_thaw=self.presenter.may_thaw,
            )

    def _show_effect(self, found: Effect | None) -> None:
        snapshot = self.session.snapshot
        if self._detail is not None and snapshot is not None:
            words = effect_words(snapshot.framework, found) if found else ""
            self._effect = words or tr("Choose a judgement to see what it changes.")
            self._show_ask()

    def _show_ask(self) -> None:
        if self._detail is not None:
            pending = self.presenter.pending(self._detail)
            ask = "" if self._locked() else ask_words(self._detail, pending)
            self.drawer.judgement.show_effect(self._effect, ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N, G, F, / and Esc, while no text is being typed."""
        letter = event.text().casefold()
        if isinstance(_focus(), QPlainTextEdit) or event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif letter in ("n", "g"):
            (self.next if letter == "n" else self.form).click()
        elif letter == "f":
            self.map.to_filters()
        elif letter == "/":
            self.map.to_find()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.drawer.isVisible():
            self.close_drawer()
        elif self.map.filter is not None:
            self.map.choose_filter(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower drawer and lower rows in a small window."""
        super().resizeEvent(event)
        low = space.of_page(self.size()).narrow
        self.drawer.setFixedWidth(_LOW_DRAWER if low else _DRAWER)
        self.drawer.judgement.set_low(low=low)
        self.map.set_low(low=low)
        self._low = low
        self._show_summary()


def _focus() -> QWidget:
    return QApplication.focusWidget() or QWidget()
