"""The card of the overall level: headline, ladder with the plumb bob, its sum, and the marks."""

from __future__ import annotations

from functools import partial
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from engagements.language import tr
from ui.figures.either import Either
from ui.figures.table import Table
from ui.figures.upright import LEGEND_PITCH, legend, upright
from ui.figures.view import SceneView
from ui.score.as_table import ladder_rows
from ui.score.shows import beside_overall
from ui.score.standing import Standing
from ui.score.whatif import Overlay
from ui.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Rule
from ui.widgets.labels import Label, TextBlock

_LADDER = 330
"""Height in pixels below which the column scrolls, at 100 % text."""


class OverallCard(QFrame):
    """Every figure on it opens its sum: a rung, a line of the legend, the button by the title."""

    asked = Signal(str)
    """The reference of the figure to take apart."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._standing: Standing | None = None
        self._lines = 0
        self.headline = Label("", "display")
        self.headline.setObjectName("headline")
        self.headline.setWordWrap(True)
        self._supposed = Label("", "heading", 600, "ink_2")
        self._supposed.setObjectName("supposed-level")
        self._sentence = TextBlock("", "small", tone="ink_2")
        self.ladder = SceneView(walks="level")
        self.ladder.setObjectName("ladder")
        self.table = Table("ladder-table", tr("Levels as a table"))
        self.either = Either(self.ladder, self.table)
        self.sum = TextBlock("", "small", tone="ink_2")
        self.sum.setObjectName("sum")
        self.legend = SceneView(walks="mark")
        self.legend.setObjectName("legend")
        self._why = IconButton("info", tr("How the level comes about"))
        self._why.setObjectName("why-level")
        self._why.clicked.connect(lambda: self.asked.emit("mark:now"))
        self.either.asked.connect(self._open_rung)
        self.either.pointed.connect(self._show_sum)
        self.legend.asked.connect(self.asked)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(tr("Overall level"), "heading"))
        head.addStretch(1)
        head.addWidget(self._why)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.headline, 1)
        row.addWidget(self._supposed, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(self._sentence)
        column.addSpacing(6)
        column.addWidget(self.either, 1)
        column.addWidget(self.sum)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(4)
        column.addWidget(self.legend)
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        """Heights follow the text size."""
        self.ladder.setMinimumHeight(theme().scaled(_LADDER))
        self.legend.setFixedHeight(ceil(theme().scale / 100 * LEGEND_PITCH * self._lines))

    def clear(self) -> None:
        """Nothing of the last engagement stays."""
        self._standing = None
        self.either.clear()
        self.legend.clear()
        self._sentence.set_text("")
        self.sum.set_text("")
        self.headline.setText("")
        self._supposed.hide()

    def show_level(self, standing: Standing, overlay: Overlay | None) -> None:
        """Show a level, and dashed beside it what is supposed."""
        self._standing = standing
        theme().typed(self.headline, "display" if standing.state == "scored" else "title")
        self.headline.setText(standing.headline)
        self.headline.setVisible(bool(standing.headline))
        self._why.setVisible(standing.state == "scored")
        self._sentence.set_text(standing.sentence)
        beside = beside_overall(standing, overlay)
        self.ladder.show_figure(partial(upright, standing.ladder, standing.rungs, beside=beside))
        self.table.show_rows(ladder_rows(standing, overlay))
        if not self.either.face.hasFocus():
            self.either.point(f"level:{standing.working_on}")
        self._show_sum(self.either.current())
        self._show_legend(standing, overlay)

    def _show_legend(self, standing: Standing, overlay: Overlay | None) -> None:
        scored = standing.state == "scored"
        supposed = overlay if scored and overlay and overlay.answers else None
        words = tr("Supposed: {level}", level=supposed.headline) if supposed else ""
        self._supposed.setText(f"→ {supposed.headline}" if supposed else "")
        self._supposed.setAccessibleName(words)
        self._supposed.setVisible(supposed is not None)
        before = (
            tr("{title}: {level}", title=standing.before.title, level=standing.before.level.words)
            if standing.before
            else ""
        )
        self.legend.show_figure(
            lambda width, _height, sizes: legend(
                standing.legend, width, sizes, before=before, supposed=words
            )
        )
        self._lines = len(standing.legend) + bool(before) + bool(words)
        self.legend.setVisible(self._lines > 0)
        self._size()

    def _open_rung(self, ref: str) -> None:
        self.either.point(ref)
        self.asked.emit(ref)

    def _show_sum(self, ref: str) -> None:
        """The fulfilment of the rung pointed at, as arithmetic."""
        _, _, level = ref.partition(":")
        if self._standing is not None and level:
            self.sum.set_text(self._standing.rungs[int(level)].sum)
