"""The Findings page: the heat map, its filters, and the drawer in which criteria are settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from engagements.assessment.heat_map import Effect, Flag, Tile
from engagements.language import tr
from ui.findings.drawer import Drawer
from ui.findings.filters import Filters, Wanted
from ui.findings.keys import HINTS, KEYS, TYPING, bind, told
from ui.findings.map_view import MapView
from ui.findings.presenter import FindingsPresenter
from ui.findings.reading import Detail, Map, place_of, summary_words
from ui.findings.wording import ask_words, effect_words
from ui.page import Keys, Page
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import Chip, card
from ui.widgets.fields import SearchField, Select
from ui.widgets.labels import Label, TextBlock

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.records.base import Record
    from ui.desk import Desk

LOW_WIDTH = 1300 - 84
_DRAWER, _LOW_DRAWER = 440, 380


class FindingsPage(Page):
    """Shows what its presenter tells; knows which criterion and which filter are on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = FindingsPresenter(desk.session)
        self._map: Map | None = None
        self._detail: Detail | None = None
        self._filter: Flag | Tile | None = None
        self._effect, self._low = "", False
        self._summary = Label("", "body", tone="ink_2")
        self._frozen = Chip(icon="lock", most=260)
        self._next = Button(
            tr("Next to reconcile"), kind="primary", key="N", name="next-to-reconcile"
        )
        self._shape = Segmented(
            [("criteria", tr("Criteria")), ("dimensions", tr("Dimensions"))], tr("Rows")
        )
        self._find = SearchField(tr("Find criterion"), key="/")
        self._units = Select((), tr("Scope unit"))
        self.flags, self.legend = Filters(legend=False), Filters(legend=True)
        self.view = MapView()
        self._empty = TextBlock("", tone="ink_2")
        self._start = Button(tr("Start with an interview"), name="start-interview")
        self._agreement = TextBlock("", "small", tone="ink_2", lines=2)
        self.drawer = Drawer()
        self._build()
        self._connect()
        self._bind()
        self._show_frozen("")

    def _build(self) -> None:
        left = QWidget()
        self._column = QVBoxLayout(left)
        self._column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._find.setFixedWidth(230)
        for widget in (self._shape, self._find, self._units):
            row.addWidget(widget)
        row.addWidget(self._agreement, 1)
        self._column.addLayout(row)
        self._column.addWidget(self.flags)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._start)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        self._column.addWidget(frame, 1)
        self._column.addWidget(self.legend)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(left, 1)
        outer.addWidget(self.drawer)
        self.drawer.hide()

    def _connect(self) -> None:
        told = self.presenter
        told.told.connect(self._show)
        told.previewed.connect(self._show_effect)
        told.refused.connect(self.say)
        told.settled.connect(self._go_on)
        self.view.chosen.connect(self._chosen)
        self.flags.chosen.connect(self._choose_filter)
        self.legend.chosen.connect(self._choose_filter)
        self._find.searched.connect(lambda _text: self._show_rows())
        self._find.left_down.connect(self._into_map)
        self._shape.chosen.connect(lambda key: self.view.expand_everything(on=key == "criteria"))
        self._units.picked.connect(self.presenter.choose_unit)
        self._next.clicked.connect(self.next_to_reconcile)
        self._start.clicked.connect(lambda: self.asks_page.emit("interview"))
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
        return (self._summary, self._next)

    def mode(self) -> str:
        """Whether a reason is being typed."""
        return tr("Typing a reason") if self.drawer.judgement.reason.hasFocus() else ""

    def hints(self) -> Sequence[Keys]:
        """Those of the map, or of the judgement."""
        return told(TYPING if self.drawer.isAncestorOf(_focus()) else HINTS)

    def key_map(self) -> Sequence[Keys]:
        """All keys of Findings."""
        return told(KEYS)

    def panes(self) -> Sequence[QWidget]:
        """The map, and the drawer while it is open."""
        return (self.view, self.drawer.judgement) if self.drawer.isVisible() else (self.view,)

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
        self._map = self._detail = self._filter = None
        self.view.criterion = ""
        self.drawer.hide()
        self.presenter.case_opened()

    def snapshot_changed(self, change: Change) -> None:
        """Follow what was committed."""
        if change.touched:
            self.presenter.changed()

    def show_criterion(self, criterion: str) -> None:
        """Open a criterion; it waits until the map is worked out."""
        self.view.criterion = criterion
        if self._map is not None:
            self.open(criterion)

    def reveal(self, record: Record) -> bool:
        """Bring a judgement or a finding on screen, in its scope unit; True when it already was."""
        unit, criterion = place_of(record)
        if not criterion:
            return True
        same = unit == self.presenter.unit
        here = same and self._detail is not None and self._detail.criterion == criterion
        if not same:
            self.presenter.choose_unit(unit)
        if not here:
            self.show_criterion(criterion)
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
        if not self.view.map_model.place_of(criterion).isValid():
            self._choose_filter(None)
            self._find.edit.clear()
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
        if found is None:
            self.view.show_map(None)
        else:
            self._show_counts(found)
            self._show_units()
            self._show_rows()
            if self.view.criterion:
                self.open(self.view.criterion)
        self.titled.emit()

    def _show_counts(self, found: Map) -> None:
        self.flags.show_counts(found.flags)
        self.legend.show_counts(found.tiles)
        self._show_summary()
        self._agreement.set_text(found.agreement)
        self._next.setEnabled(bool(found.waiting) and not self._locked())
        self._next.setToolTip("" if found.waiting else tr("Nothing waits to be reconciled"))
        nothing = found.answered == 0
        self._empty.set_text(
            tr("Nothing is answered yet. The map fills as interviews go on.") if nothing else ""
        )
        self._empty.setVisible(nothing)
        self._start.setVisible(nothing)
        self._show_frozen(self._locked())

    def _show_summary(self) -> None:
        """What is open, in words; a narrow window has the filters' counts only."""
        found = None if self._low else self._map
        self._summary.setText(summary_words(found.flags) if found else "")

    def _locked(self) -> str:
        return self.presenter.locked(self._map.frozen if self._map else "")

    def _show_frozen(self, words: str) -> None:
        self._frozen.set_text(words)
        self._frozen.setVisible(bool(words))

    def _show_units(self) -> None:
        snapshot = self.session.snapshot
        units = snapshot.scope_units if snapshot else ()
        self._units.setVisible(len(units) > 1)
        self._units.set_choices([(one.id, one.name or tr("Scope")) for one in units])
        self._units.choose(self.presenter.unit)

    def _choose_filter(self, what: Flag | Tile | None) -> None:
        self._filter = what
        self.flags.show_choice(what)
        self.legend.show_choice(what)
        self._show_rows()

    def _show_rows(self) -> None:
        text = self._find.edit.text().strip().casefold()
        what = self._filter
        wanted = None if what is None and not text else Wanted(what, text)
        self.view.show_map(self._map, wanted)
        none = wanted is not None and self.view.map_model.rowCount() == 0
        if none:
            self._empty.set_text(tr("No criterion matches. Esc takes the filter away."))
        if self._map is not None and self._map.answered:
            self._empty.setVisible(none)

    def _into_map(self) -> None:
        lines = self.view.map_model.lines()
        if self._find.edit.text() and lines:
            self.open(lines[0].criterion)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, step: int) -> None:
        order = [one.criterion for one in self.view.map_model.lines()]
        if self._detail is not None and self._detail.criterion in order:
            self.open(order[(order.index(self._detail.criterion) + step) % len(order)])

    def _pick(self, number: int) -> None:
        if self.drawer.isVisible():
            self.drawer.judgement.pick(number)

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
        """N, F, / and Esc, while no text is being typed."""
        if isinstance(_focus(), QPlainTextEdit) or event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.text().casefold() == "n" and self._next.isEnabled():
            self.next_to_reconcile()
        elif event.text().casefold() == "f":
            first = self.flags.first() or self.legend.first()
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text() == "/":
            self._find.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.drawer.isVisible():
            self.close_drawer()
        elif self._filter is not None:
            self._choose_filter(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower drawer and lower rows in a small window."""
        super().resizeEvent(event)
        low = self.width() <= LOW_WIDTH
        self.drawer.setFixedWidth(_LOW_DRAWER if low else _DRAWER)
        self.drawer.judgement.set_low(low=low)
        self.view.set_low(low=low)
        self._low = low
        self._show_summary()
        side = 14 if low else 20
        self._column.setContentsMargins(side, 14, side, 12)


def _focus() -> QWidget:
    return QApplication.focusWidget() or QWidget()
