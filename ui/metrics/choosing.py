"""The choice among several readings of one metric, and the button that begins another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagements.language import tr
from engagements.records import MetricReading
from ui.metrics.readings import choice_words
from ui.widgets.buttons import Button
from ui.widgets.fields import Select


class ReadingChoice(QWidget):
    """Shown from the first reading on; the list of readings from the second."""

    picked = Signal(str)
    """The id of a reading."""
    added = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = Select([], tr("Which reading"))
        self.choice.setObjectName("reading-choice")
        self.choice.picked.connect(self.picked)
        self.add = Button(tr("Another reading"), size="small", icon="plus", name="add-reading")
        self.add.clicked.connect(self.added)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.add)
        row.addStretch(0)
        self.hide()

    def show_readings(
        self, there: Sequence[MetricReading], begun: Sequence[str], current: str
    ) -> None:
        """Show the readings there are and those only begun (ids); ``current`` is in the form."""
        # By id: of two values in conflict one line is enough.
        offered = {one.id: choice_words(one, at + 1) for at, one in enumerate(there)}
        offered |= dict.fromkeys(begun, tr("New reading"))
        self.choice.set_choices(list(offered.items()))
        self.choice.choose(current)
        self.choice.setVisible(len(offered) > 1)
        self.add.setVisible(any(one.id == current for one in there))
        self.setVisible(bool(there))
