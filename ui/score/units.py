"""The scope units side by side, where there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from engagements.language import mark, tr, trn
from ui.score.standing import UnitRow
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import taken_out

HEADS = (mark("Scope unit"), mark("Level"), mark("Verified"), mark("Blockers"))


class UnitsCard(QFrame):
    """A small table; hidden while there is one unit only. A unit's level opens its sum."""

    asked = Signal(str)
    """The reference of a unit: ``unit:ID``."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setObjectName("units")
        self._table = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        self._column.addWidget(Label(tr("Scope units"), "heading"))
        rule = tr("The engagement is as good as its weakest unit in every criterion.")
        self._column.addWidget(TextBlock(rule, "small", tone="ink_2"))
        self._column.addWidget(self._table)

    def show_units(self, units: Sequence[UnitRow]) -> None:
        """Show other units."""
        self.setVisible(bool(units))
        taken_out(self._table)
        self._table = QWidget()
        self._table.setAccessibleName(tr("Scope units"))
        self._table.setAccessibleDescription(". ".join(_spoken(one) for one in units))
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for at, head in enumerate(HEADS):
            grid.addWidget(Label(tr(head), "small", 600, "ink_2"), 0, at)
        for row, one in enumerate(units, 1):
            grid.addWidget(ElidedLabel(one.name), row, 0)
            grid.addWidget(self._opening(one), row, 1)
            grid.addWidget(Label(one.verified), row, 2)
            grid.addWidget(Label(one.blockers), row, 3)
        self._column.addWidget(self._table)

    def _opening(self, one: UnitRow) -> Button:
        button = Button(one.level, kind="quiet", size="small", name=f"unit-{one.id}")
        button.setAccessibleName(_spoken(one))
        button.clicked.connect(lambda: self.asked.emit(f"unit:{one.id}"))
        return button


def _spoken(one: UnitRow) -> str:
    level = tr("{name}: level {level}", name=one.name, level=one.level)
    verified = tr("verified {level}", level=one.verified)
    many = int(one.blockers)
    blockers = trn("{n} blocks the next level", "{n} block the next level", many)
    return ", ".join((level, verified, blockers))
