"""The Score page: ladder, dimensions, and the reasons with what to ask or do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from engagements.framework.model import AnswerValue
from engagements.language import tr
from ui.page import Keys, Page
from ui.parts.answer_keys import answer_of
from ui.score.arithmetic_sheet import ArithmeticSheet
from ui.score.columns import Columns
from ui.score.crosswalk import Crosswalk
from ui.score.dimensions_card import DimensionsCard
from ui.score.keys import hints, key_map
from ui.score.overall_card import OverallCard
from ui.score.presenter import ScorePresenter
from ui.score.reasons import ReasonCard, ReasonRow
from ui.score.shows import Shows, seen
from ui.score.standing import Standing
from ui.score.suppose_sheet import SupposeSheet
from ui.score.switches import Switches
from ui.score.units import UnitsCard
from ui.score.whatif import Overlay
from ui.score.whatif_band import WhatIfBand
from ui.theme import theme
from ui.widgets.chips import Chip, card
from ui.widgets.focus import focus_kept
from ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from ui.desk import Desk

_SWITCH = {
    Qt.Key.Key_C: "claimed",
    Qt.Key.Key_V: "verified",
    Qt.Key.Key_P: "previous",
    Qt.Key.Key_T: "table",
}


class ScorePage(Page):
    """Built from one Standing and what is supposed over it; nothing is worked out here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = ScorePresenter(desk.session)
        self._told: Standing | None = None
        self._standing: Standing | None = None
        self._overlay: Overlay | None = None
        self._shows = Shows.kept_in(desk.settings)
        self._place = ""
        """Where to go back to once the level is worked out."""
        self._answered = Chip(icon="score", most=260)
        self._frozen = Chip(icon="lock", most=340)
        self._frozen.hide()
        self.switches = Switches(self._shows)
        self._overall = OverallCard()
        self._headline, self._ladder = self._overall.headline, self._overall.ladder
        self._dimensions = DimensionsCard()
        self._bars = self._dimensions.bars
        self._units = UnitsCard()
        self._crosswalk = Crosswalk()
        self._cards: list[ReasonCard] = []
        self.band = WhatIfBand()
        self._build()
        self.arithmetic = ArithmeticSheet(self)
        self.supposing = SupposeSheet(self)
        self._connect()
        self._show_as()

    def _build(self) -> None:
        table = card()
        inner = QVBoxLayout(table)
        inner.setContentsMargins(1, 0, 1, 1)
        inner.addWidget(self._crosswalk)
        self._columns = Columns(self._overall, self._dimensions, (self._units, table))
        self._right = self._columns.right
        self._over = QHBoxLayout()
        self._over.addWidget(self.band)
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.addLayout(self._over)
        outer.addWidget(self._columns, 1)

    def _connect(self) -> None:
        self.presenter.told.connect(self._show)
        self.presenter.overlaid.connect(self._show_overlay)
        self.presenter.refused.connect(self.say)
        for part in (self._overall, self._dimensions, self._units, self._crosswalk):
            part.asked.connect(self.take_apart)
        self.arithmetic.criterion_asked.connect(self.asks_criterion)
        self.arithmetic.finding_asked.connect(self.asks_finding)
        self.switches.turned.connect(self._turn)
        self.switches.what_if.connect(self._turn_what_if)
        self.band.find_asked.connect(self.find_criterion)
        self.band.dropped.connect(self._drop)
        self.band.taken_back.connect(self.presenter.take_back)
        self.supposing.chosen.connect(self.presenter.suppose)
        theme().changed.connect(self._fit)

    def crumb(self) -> tuple[str, ...]:
        """Client, page."""
        snapshot = self.session.snapshot
        return (snapshot.client.name, tr("Score")) if snapshot else (tr("Score"),)

    def chips(self) -> Sequence[QWidget]:
        """How much is answered, and the issued document that holds the score."""
        return (self._answered, self._frozen)

    def top_bar(self) -> Sequence[QWidget]:
        """What is shown, and what if."""
        return (self.switches,)

    def mode(self) -> str:
        """What if, while answers are supposed."""
        return tr("What if") if self._overlay is not None else ""

    def hints(self) -> Sequence[Keys]:
        """Arrows and Enter; in what if the answers."""
        on_row = isinstance(QApplication.focusWidget(), ReasonRow)
        supposing = self._overlay is not None
        return hints(supposing=supposing, on_row=on_row, table=self._shows.table)

    def key_map(self) -> Sequence[Keys]:
        """All keys of Score."""
        return key_map()

    def panes(self) -> Sequence[QWidget]:
        """Ladder and dimensions, as figures or as tables, and the first reason."""
        return (self._overall.either.face, self._dimensions.either.face, *self._rows()[:1])

    def first_focus(self) -> QWidget | None:
        """The first reason, else the dimensions."""
        rows = self._rows()
        return rows[0] if rows else self._dimensions.either.face

    def is_ready(self) -> bool:
        """Whether the level is worked out."""
        return self._standing is not None

    def place(self) -> str:
        """The reason that has the focus, and how far the columns are scrolled."""
        focus = QApplication.focusWidget()
        here = focus.criterion if isinstance(focus, ReasonRow) else ""
        return self._columns.place(here)

    def take_place(self, place: str) -> None:
        """Back to the reason and the heights, once the level is worked out."""
        self._place = place
        self._go_back()

    def _go_back(self) -> None:
        if self._standing is None or not self._place:
            return
        place, self._place = self._place, ""
        here = self._columns.go_back(place)
        row = next((one for one in self._rows() if here and one.criterion == here), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._columns.go_back(place)  # the focus scrolls to the row

    def entered(self) -> None:
        """Show what changed meanwhile."""
        self.presenter.entered()

    def left(self) -> None:
        """Nothing is worked out for a page nobody sees."""
        self.presenter.left()

    def case_opened(self) -> None:
        """Another engagement: nothing of the last one stays."""
        for sheet in (self.arithmetic, self.supposing):
            sheet.dismiss()
        self.presenter.case_opened()

    def snapshot_changed(self, change: Change) -> None:
        """Follow what was committed."""
        if change.touched:
            self.presenter.changed()

    def take_apart(self, ref: str) -> None:
        """Show the sum behind a figure, by its reference."""
        found = self.presenter.explain(ref)
        if found is not None:
            self.arithmetic.show_figure(found)

    def find_criterion(self) -> None:
        """Ask for any criterion to suppose an answer of."""
        snapshot = self.session.snapshot
        if snapshot is not None:
            self.supposing.ask(snapshot.framework, snapshot.framework.criteria)

    def _show(self, standing: Standing | None) -> None:
        self._told = standing
        shown = seen(standing, self._shows) if standing else None
        before, self._standing = self._standing, shown
        if shown is None:
            self._clear()
        elif shown != before:
            self._show_figures(shown)
            self._units.show_units(shown.units)
            self._crosswalk.show_rows(shown.crosswalk, shown.crosswalk_note, shown.crosswalk_source)
            self._show_state(shown)
            if before is None or before.blocks != shown.blocks:
                self._show_blocks(shown)
                if before is None and self.isVisible():
                    self._take_focus()
            QTimer.singleShot(0, self, self._go_back)
        self.titled.emit()

    def _show_figures(self, standing: Standing) -> None:
        self._overall.show_level(standing, self._overlay)
        self._dimensions.show_dimensions(standing, self._overlay)
        self._fit()

    def _show_state(self, standing: Standing) -> None:
        """How much is answered, what was issued, and which switches have something to switch."""
        self._answered.set_text(standing.answered)
        frozen = standing.frozen
        self._frozen.setVisible(frozen is not None)
        if frozen is not None:
            self._frozen.set_text(frozen.words, "plain" if frozen.holds else "attn")
            self._frozen.setToolTip(plain_tip(frozen.whole))
            self._frozen.setAccessibleDescription(frozen.whole)
        told = self._told
        self.switches.offer(
            previous=told is not None and told.before is not None,
            what_if=standing.state != "empty",
        )

    def _clear(self) -> None:
        self._overall.clear()
        self._dimensions.clear()
        self._answered.set_text("")
        self._frozen.hide()
        self._crosswalk.show_rows((), "", "")
        self._units.show_units(())
        self._cards = []
        self._right.show_cards(())

    def _show_overlay(self, overlay: Overlay | None) -> None:
        self._overlay = overlay
        with focus_kept(self.band, self.first_focus):
            self.band.show_overlay(overlay)
        self.switches.show_what_if(on=overlay is not None)
        if self._standing is not None:
            self._show_figures(self._standing)
        self._mark_rows()
        self._fit()
        self.titled.emit()
        self.hinted.emit()

    def _mark_rows(self) -> None:
        for each in self._cards:
            for row in each.rows:
                row.suppose(self._overlay.value(row.criterion) if self._overlay else None)

    def _turn(self, name: str) -> None:
        """Take one of the marks off, or bring it back; or tables for figures; remembered."""
        self._shows = self._shows.turned(name)
        self._shows.keep_in(self.desk.settings)
        self.switches.show_choice(self._shows)
        if name == "table":
            self._show_as()
            self.hinted.emit()
        if self._told is not None:
            self._show(self._told)

    def _show_as(self) -> None:
        """Figures or tables."""
        for part in (self._overall, self._dimensions):
            part.either.show_as(table=self._shows.table)
        self._fit()

    def _turn_what_if(self) -> None:
        if self._overlay is not None:
            self._drop()
        elif self._standing is not None and self._standing.state != "empty":
            self.presenter.begin()

    def _drop(self) -> None:
        """Suppose nothing any more."""
        self.presenter.drop()

    def _show_blocks(self, standing: Standing) -> None:
        focus = QApplication.focusWidget()
        here = (focus.block, focus.criterion) if isinstance(focus, ReasonRow) else None
        self._cards = [ReasonCard(block) for block in standing.blocks]
        for each in self._cards:
            each.asked.connect(self._open_line)
            each.start_asked.connect(lambda: self.asks_page.emit("interview"))
        self._right.show_cards(self._cards)
        self._mark_rows()
        for row in self._rows():
            if here == (row.block, row.criterion):
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if here is not None:
            self._take_focus()

    def _take_focus(self) -> None:
        """Put the focus on the first reason unless it stands somewhere else on the page."""
        focus, first = QApplication.focusWidget(), self.first_focus()
        bars = self._dimensions.either.face
        elsewhere = focus is not None and self.isAncestorOf(focus) and focus is not bars
        if first is not None and not elsewhere:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> list[ReasonRow]:
        return [row for each in self._cards for row in each.rows if not row.isHidden()]

    def _open_line(self, criterion: str) -> None:
        """Open a criterion; in what if, ask which answer to suppose of it."""
        snapshot = self.session.snapshot
        if self._overlay is None or snapshot is None:
            self.asks_criterion.emit(criterion)
            return
        framework = snapshot.framework
        self.supposing.ask(framework, framework.criteria, criterion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The switches; in what if the answers; arrows through the lists."""
        if not (self._took_switch(event) or self._took_answer(event) or self._walked(event)):
            super().keyPressEvent(event)

    def _took_switch(self, event: QKeyEvent) -> bool:
        if event.modifiers() or event.isAutoRepeat():
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_W:
            self._turn_what_if()
        elif key == Qt.Key.Key_Escape and self._overlay is not None:
            self._drop()
        elif key in _SWITCH and self.switches.offers(_SWITCH[key]):
            self._turn(_SWITCH[key])
        else:
            return False
        return True

    def _took_answer(self, event: QKeyEvent) -> bool:
        """1 to 5, Backspace and / while answers are supposed."""
        if self._overlay is None:
            return False
        focus, value = QApplication.focusWidget(), answer_of(event)
        row = focus if isinstance(focus, ReasonRow) else None
        if event.key() == Qt.Key.Key_Slash:
            self.find_criterion()
        elif row is not None and value is not None:
            self._suppose(row.criterion, value)
        elif row is not None and event.key() == Qt.Key.Key_Backspace:
            self.presenter.take_back(row.criterion)
        else:
            return False
        return True

    def _suppose(self, criterion: str, value: AnswerValue) -> None:
        self.say(None)
        self.presenter.suppose(criterion, value)

    def _walked(self, event: QKeyEvent) -> bool:
        """Up and Down go through all lists; Left and Right between dimensions and reasons."""
        rows, focus = self._rows(), QApplication.focusWidget()
        bars = self._dimensions.either.face
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and isinstance(focus, ReasonRow) and focus in rows:
            at = max(0, min(rows.index(focus) + step, len(rows) - 1))
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._right.ensureWidgetVisible(rows[at])
        elif event.key() == Qt.Key.Key_Left and isinstance(focus, ReasonRow):
            bars.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Right and focus is bars and rows:
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower side columns in a small window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap, edge = self._columns.fit(self.size(), table=self._shows.table)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge, 0, 0, 0)
        self._over.setContentsMargins(0, gap if self._overlay is not None else 0, edge, 0)
