"""Who signs the report: one to four of the assessor's firm and of the client's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engagements.language import tr
from ui.parts.signatories import SIGNATORIES
from ui.widgets.labels import Label
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from engagements.records.outcome import Signatory


class Signing(QWidget):
    """A box each; the last one stays ticked, and it is said why."""

    changed = Signal(tuple)
    """The codes of those who sign, in order."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(tr("Signed by"), tone="ink_2"))
        self.boxes = {
            one: TickBox(tr(words), f"signed-by-{one}") for one, words in SIGNATORIES.items()
        }
        for box in self.boxes.values():
            column.addWidget(box)
            box.toggled.connect(self._ticked)
        self.least = Label(tr("At least one signs."), "small", tone="ink_3")
        self.least.hide()
        column.addWidget(self.least)

    def show_signatories(self, codes: tuple[Signatory, ...]) -> None:
        """Show who signs; says nothing."""
        self.least.hide()
        for code, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(code in codes)

    def _ticked(self) -> None:
        codes = tuple(code for code, box in self.boxes.items() if box.isChecked())
        self.least.setVisible(not codes)
        if codes:
            self.changed.emit(codes)
            return
        box = self.sender()
        if isinstance(box, TickBox):
            with QSignalBlocker(box):
                box.setChecked(True)
