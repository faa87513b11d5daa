"""The Score page: ladder, dimensions, and the reasons with what to ask or do next."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.figures.dimension_bars import dimension_bars
from ui.figures.upright import LEGEND_PITCH, legend, upright
from ui.figures.view import SceneView
from ui.page import Keys, Page
from ui.score.column import Column
from ui.score.crosswalk import Crosswalk
from ui.score.presenter import ScorePresenter
from ui.score.reasons import ReasonCard, ReasonRow
from ui.score.standing import Standing
from ui.score.units import UnitsCard
from ui.theme import theme
from ui.widgets.chips import Chip, IconMark, Rule, card
from ui.widgets.labels import Label, TextBlock

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from ui.desk import Desk

LOW_WIDTH = 1300 - 84
_WIDTHS, _LOW_WIDTHS = (300, 336), (248, 288)
_LADDER, _BARS = 330, 320
"""Heights in pixels below which the column scrolls."""
HINTS = (Keys(("Enter",), "open criterion"), Keys(("Up", "Down"), "through the lists", wide=True))
KEYS = (
    Keys(("Up", "Down"), "through a list, the dimensions, the ladder or the crosswalk"),
    Keys(("Left", "Right"), "dimensions, lists"),
    Keys(("Enter",), "open the criterion in the interview"),
    Keys(("Tab",), "next part"),
)


class ScorePage(Page):
    """Built from one Standing; nothing is worked out here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = ScorePresenter(desk.session)
        self._standing: Standing | None = None
        self._place = ""
        """Where to go back to once the level is worked out."""
        self._answered = Chip(icon="score", most=260)
        self._headline = Label("", "display")
        self._headline.setObjectName("headline")
        self._headline.setWordWrap(True)
        self._sentence = TextBlock("", "small", tone="ink_2")
        self._ladder = SceneView(walks="level")
        self._ladder.setObjectName("ladder")
        self._sum = TextBlock("", "small", tone="ink_2")
        self._sum.setObjectName("sum")
        self._legend = SceneView()
        self._bars = SceneView(walks="dimension")
        self._bars.setObjectName("dimensions")
        self._claims = TextBlock("", "small", tone="ink_2")
        self._claims_icon = IconMark("info", "ink_2", 15)
        self._units = UnitsCard()
        self._crosswalk = Crosswalk()
        self._cards: list[ReasonCard] = []
        self._left = Column("Overall level", (self._overall(),), grows=1)
        table = card()
        inner = QVBoxLayout(table)
        inner.setContentsMargins(1, 0, 1, 1)
        inner.addWidget(self._crosswalk)
        parts = (self._dimensions(), self._units, table)
        self._centre = Column("Dimensions", parts, grows=1)
        self._right = Column("Reasons")
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._centre, 1)
        row.addWidget(self._right)
        self._connect()

    def _connect(self) -> None:
        self.presenter.told.connect(self._show)
        self.presenter.refused.connect(self.say)
        self._bars.asked.connect(self._open_dimension)
        self._ladder.asked.connect(self._ladder.point)
        self._ladder.pointed.connect(self._show_sum)

    def _overall(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(4)
        column.addWidget(Label("Overall level", "heading"))
        column.addWidget(self._headline)
        column.addWidget(self._sentence)
        column.addSpacing(6)
        self._ladder.setMinimumHeight(_LADDER)
        column.addWidget(self._ladder, 1)
        column.addWidget(self._sum)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(4)
        column.addWidget(self._legend)
        return frame

    def _dimensions(self) -> QWidget:
        bars = card()
        column = QVBoxLayout(bars)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label("By dimension", "heading"))
        head.addStretch(1)
        rule = "A level counts only when every lower one is reached"
        head.addWidget(Label(rule, "small", tone="ink_2"))
        column.addLayout(head)
        self._bars.setMinimumHeight(_BARS)
        column.addWidget(self._bars, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._claims_icon, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._claims, 1)
        column.addLayout(foot)
        return bars

    def crumb(self) -> tuple[str, ...]:
        """Client, page."""
        snapshot = self.session.snapshot
        return (snapshot.client.name, "Score") if snapshot else ("Score",)

    def chips(self) -> Sequence[QWidget]:
        """How much is answered."""
        return (self._answered,)

    def hints(self) -> Sequence[Keys]:
        """Arrows and Enter."""
        return HINTS

    def key_map(self) -> Sequence[Keys]:
        """All keys of Score."""
        return KEYS

    def panes(self) -> Sequence[QWidget]:
        """Ladder, dimensions, and the first reason."""
        return (self._ladder, self._bars, *self._rows()[:1])

    def first_focus(self) -> QWidget | None:
        """The first reason, else the dimensions."""
        rows = self._rows()
        return rows[0] if rows else self._bars

    def place(self) -> str:
        """The reason that has the focus, and how far the columns are scrolled."""
        focus = QApplication.focusWidget()
        here = focus.criterion if isinstance(focus, ReasonRow) else ""
        at = [one.verticalScrollBar().value() for one in (self._left, self._centre, self._right)]
        return json.dumps([here, *at])

    def take_place(self, place: str) -> None:
        """Back to the reason and the heights, once the level is worked out."""
        self._place = place
        self._go_back()

    def _go_back(self) -> None:
        if self._standing is None or not self._place:
            return
        place, self._place = self._place, ""
        try:
            here, *at = json.loads(place)
        except (ValueError, TypeError):
            return
        for row in self._rows():
            if here and row.criterion == here:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                break
        for column, height in zip((self._left, self._centre, self._right), at, strict=False):
            column.verticalScrollBar().setValue(int(height))

    def entered(self) -> None:
        """Show what changed meanwhile."""
        self.presenter.entered()

    def left(self) -> None:
        """Nothing is worked out for a page nobody sees."""
        self.presenter.left()

    def case_opened(self) -> None:
        """Another engagement: nothing of the last one stays."""
        self.presenter.case_opened()

    def snapshot_changed(self, change: Change) -> None:
        """Follow what was committed."""
        if change.touched:
            self.presenter.changed()

    def _show(self, standing: Standing | None) -> None:
        before, self._standing = self._standing, standing
        if standing is None:
            self._clear()
        elif standing != before:
            self._show_level(standing)
            self._show_dimensions(standing)
            if before is None or before.blocks != standing.blocks:
                self._show_blocks(standing)
                if before is None and self.isVisible():
                    self._take_focus()
            QTimer.singleShot(0, self, self._go_back)
        self.titled.emit()

    def _clear(self) -> None:
        for view in (self._ladder, self._legend, self._bars):
            view.clear()
        for block in (self._sentence, self._sum, self._claims):
            block.set_text("")
        self._headline.setText("")
        self._answered.set_text("")
        self._crosswalk.show_rows((), "", "")
        self._units.show_units(())
        self._cards = []
        self._right.show_cards(())

    def _show_level(self, standing: Standing) -> None:
        theme().typed(self._headline, "display" if standing.state == "scored" else "title")
        self._headline.setText(standing.headline)
        self._sentence.set_text(standing.sentence)
        self._ladder.show_figure(partial(upright, standing.ladder, standing.rungs))
        if not self._ladder.hasFocus():
            self._ladder.point(f"level:{standing.working_on}")
        self._show_sum(self._ladder.current())
        self._legend.show_figure(lambda width, _height: legend(standing.legend, width))
        self._legend.setFixedHeight(int(LEGEND_PITCH * len(standing.legend)))
        self._answered.set_text(standing.answered)

    def _show_sum(self, ref: str) -> None:
        """The fulfilment of the rung pointed at, as arithmetic."""
        _, _, level = ref.partition(":")
        if self._standing is not None and level:
            self._sum.set_text(self._standing.rungs[int(level)].sum)

    def _show_dimensions(self, standing: Standing) -> None:
        self._bars.show_figure(partial(dimension_bars, standing.bars))
        self._claims.set_text(standing.claims)
        self._claims.setVisible(bool(standing.claims))
        self._claims_icon.setVisible(bool(standing.claims))
        self._units.show_units(standing.units)
        self._crosswalk.show_rows(
            standing.crosswalk, standing.crosswalk_note, standing.crosswalk_source
        )

    def _show_blocks(self, standing: Standing) -> None:
        focus = QApplication.focusWidget()
        here = (focus.block, focus.criterion) if isinstance(focus, ReasonRow) else None
        self._cards = [ReasonCard(block) for block in standing.blocks]
        for each in self._cards:
            each.asked.connect(self.asks_criterion)
            each.start_asked.connect(lambda: self.asks_page.emit("interview"))
        self._right.show_cards(self._cards)
        for row in self._rows():
            if here == (row.block, row.criterion):
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if here is not None:
            self._take_focus()

    def _take_focus(self) -> None:
        """Put the focus on the first reason unless it stands somewhere else on the page."""
        focus, first = QApplication.focusWidget(), self.first_focus()
        elsewhere = focus is not None and self.isAncestorOf(focus) and focus is not self._bars
        if first is not None and not elsewhere:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> list[ReasonRow]:
        return [row for each in self._cards for row in each.rows if not row.isHidden()]

    def _open_dimension(self, ref: str) -> None:
        kind, _, code = ref.partition(":")
        if self._standing is not None and kind == "dimension":
            self.asks_criterion.emit(self._standing.holding[code])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through all lists; Left and Right between dimensions and reasons."""
        rows, focus = self._rows(), QApplication.focusWidget()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and isinstance(focus, ReasonRow) and focus in rows:
            at = max(0, min(rows.index(focus) + step, len(rows) - 1))
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._right.ensureWidgetVisible(rows[at])
        elif event.key() == Qt.Key.Key_Left and isinstance(focus, ReasonRow):
            self._bars.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Right and focus is self._bars and rows:
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower side columns in a small window."""
        super().resizeEvent(event)
        low = self.width() <= LOW_WIDTH
        left, right = _LOW_WIDTHS if low else _WIDTHS
        gap, edge = (12, 14) if low else (16, 20)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge, 0, 0, 0)
        self._left.set_gaps(gap, gap)
        self._centre.set_gaps(gap, gap)
        self._right.set_gaps(gap, edge)
        self._left.setFixedWidth(left + gap)
        self._right.setFixedWidth(right + edge)
