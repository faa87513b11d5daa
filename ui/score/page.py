"""The Score page: ladder, dimensions, and the reasons with what to ask or do next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.assessed import assessed
from ui.figures.dimension_bars import dimension_bars
from ui.figures.upright import LEGEND_PITCH, legend, upright
from ui.figures.view import SceneView
from ui.page import Keys, Page
from ui.score.crosswalk import Crosswalk
from ui.score.reasons import ReasonCard, ReasonRow
from ui.score.standing import Standing, next_of, standing_of
from ui.widgets.chips import Chip, Rule, card
from ui.widgets.labels import Label, TextBlock

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from ui.desk import Desk

LOW_WIDTH = 1300 - 84
_WIDTHS, _LOW_WIDTHS = (300, 336), (248, 288)
HINTS = (Keys(("Enter",), "open criterion"), Keys(("Up", "Down"), "through the lists", wide=True))


class ScorePage(Page):
    """Built from one Standing; nothing is worked out here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._standing: Standing | None = None
        self._stale = True
        self._answered = Chip(icon="score", most=260)
        self._headline = Label("", "display")
        self._headline.setObjectName("headline")
        self._sentence = TextBlock("", tone="ink_2")
        self._after = TextBlock("", tone="ink_2")
        self._ladder = SceneView()
        self._legend = SceneView()
        self._bars = SceneView(walks="dimension")
        self._bars.setObjectName("dimensions")
        self._bars.asked.connect(self._open_dimension)
        self._claims = TextBlock("", "small", tone="ink_2")
        self._crosswalk = Crosswalk()
        self._cards: list[ReasonCard] = []
        self._left = self._overall()
        self._right = self._reasons()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self._left)
        row.addLayout(self._middle(), 1)
        row.addWidget(self._right)

    def _overall(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(4)
        column.addWidget(Label("Overall level", "heading"))
        column.addWidget(self._headline)
        column.addWidget(self._sentence)
        column.addWidget(self._after)
        column.addSpacing(6)
        column.addWidget(self._ladder, 1)
        column.addWidget(Rule())
        column.addSpacing(6)
        column.addWidget(self._legend)
        return frame

    def _middle(self) -> QVBoxLayout:
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
        column.addWidget(self._bars, 1)
        column.addWidget(self._claims)
        table = card()
        inner = QVBoxLayout(table)
        inner.setContentsMargins(1, 0, 1, 1)
        inner.addWidget(self._crosswalk)
        middle = QVBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(bars, 1)
        middle.addWidget(table)
        return middle

    def _reasons(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Reasons")
        return scroll

    def crumb(self) -> tuple[str, ...]:
        """Client, page."""
        client = self.session.snapshot.client.name if self.session.snapshot else ""
        return (client, "Score")

    def chips(self) -> Sequence[QWidget]:
        """How much is answered."""
        return (self._answered,)

    def hints(self) -> Sequence[Keys]:
        """Arrows and Enter."""
        return HINTS

    def panes(self) -> Sequence[QWidget]:
        """Dimensions, and the first reason."""
        rows = self._rows()
        return (self._bars, rows[0]) if rows else (self._bars,)

    def first_focus(self) -> QWidget | None:
        """The first reason, else the dimensions."""
        rows = self._rows()
        return rows[0] if rows else self._bars

    def entered(self) -> None:
        """Show what changed meanwhile."""
        self._refresh()

    def case_opened(self) -> None:
        """Another engagement."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    def snapshot_changed(self, change: Change) -> None:
        """Work it out again when it is looked at."""
        self._stale = self._stale or bool(change.touched)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        snapshot = self.session.snapshot
        if snapshot is None or not self._stale:
            return
        self._stale = False
        standing = standing_of(snapshot, assessed(snapshot))
        if standing == self._standing:
            return
        before, self._standing = self._standing, standing
        self._headline.setText(standing.headline)
        self._sentence.set_text(standing.sentence)
        self._after.set_text(standing.after)
        self._after.setVisible(bool(standing.after))
        self._ladder.show_figure(partial(upright, standing.ladder, standing.rungs))
        self._legend.show_figure(lambda width, _height: legend(standing.legend, width))
        self._legend.setFixedHeight(int(LEGEND_PITCH * len(standing.legend)))
        self._bars.show_figure(partial(dimension_bars, standing.bars))
        self._claims.set_text(standing.claims)
        self._claims.setVisible(bool(standing.claims))
        self._crosswalk.show_rows(standing.crosswalk, standing.crosswalk_note)
        self._answered.set_text(standing.answered)
        if before is None or before.blocks != standing.blocks:
            self._show_blocks(standing)
        self.titled.emit()

    def _show_blocks(self, standing: Standing) -> None:
        focus = QApplication.focusWidget()
        here = focus.criterion if isinstance(focus, ReasonRow) else ""
        body = QFrame()
        body.setProperty("pane", "bg")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._cards = [ReasonCard(block) for block in standing.blocks]
        for each in self._cards:
            each.asked.connect(self.asks_criterion)
            column.addWidget(each)
        if not self._cards:
            column.addWidget(TextBlock("Nothing is open.", tone="ink_2"))
        column.addStretch(1)
        self._right.setWidget(body)
        for row in self._rows():
            if here and row.criterion == here:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                break

    def _rows(self) -> list[ReasonRow]:
        return [row for each in self._cards for row in each.rows if not row.isHidden()]

    def _open_dimension(self, ref: str) -> None:
        snapshot = self.session.snapshot
        kind, _, code = ref.partition(":")
        if snapshot is None or kind != "dimension":
            return
        if found := next_of(snapshot, assessed(snapshot), code):
            self.asks_criterion.emit(found)

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
        self._left.setFixedWidth(left)
        self._right.setFixedWidth(right)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(12 if low else 16)
