"""The card of the dimensions: bars with what is claimed, verified, supposed and was before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from engagements.language import tr
from ui.figures.dimension_bars import dimension_bars
from ui.figures.either import Either
from ui.figures.table import Table
from ui.figures.view import SceneView
from ui.score.as_table import dimension_rows
from ui.score.shows import beside_dimensions
from ui.score.standing import Standing
from ui.score.whatif import Overlay
from ui.theme import theme
from ui.widgets.chips import IconMark
from ui.widgets.labels import ElidedLabel, Label, TextBlock

_BARS, _LARGE_BARS = 320, 370
"""Heights below which the column scrolls, at 100 % text; names in large text take two lines."""


class DimensionsCard(QFrame):
    """A row opens its sum."""

    asked = Signal(str)
    """The reference of the dimension to take apart."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.bars = SceneView(walks="dimension")
        self.bars.setObjectName("dimensions")
        self.table = Table("dimensions-table", tr("Dimensions as a table"))
        self.either = Either(self.bars, self.table)
        self.either.asked.connect(self.asked)
        self._claims = TextBlock("", "small", tone="ink_2")
        self._claims_icon = IconMark("info", "ink_2", 15)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label(tr("By dimension"), "heading"))
        head.addSpacing(16)
        rule = ElidedLabel(
            tr("A level counts only when every lower one is reached"), "small", tone="ink_2"
        )
        rule.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(rule, 1)
        column.addLayout(head)
        column.addWidget(self.either, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._claims_icon, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._claims, 1)
        column.addLayout(foot)
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        """The height follows the text size."""
        least = _LARGE_BARS if theme().scale > 100 else _BARS
        self.bars.setMinimumHeight(theme().scaled(least))

    def clear(self) -> None:
        """Nothing of the last engagement stays."""
        self.either.clear()
        self._claims.set_text("")

    def show_dimensions(self, standing: Standing, overlay: Overlay | None) -> None:
        """Show the levels, and dashed around them what is supposed."""
        beside = beside_dimensions(standing, overlay)
        compared = standing.before is not None
        self.bars.show_figure(
            partial(dimension_bars, standing.bars, beside=beside, compared=compared)
        )
        self.table.show_rows(dimension_rows(standing, overlay))
        self._claims.set_text(standing.claims)
        self._claims.setVisible(bool(standing.claims))
        self._claims_icon.setVisible(bool(standing.claims))
