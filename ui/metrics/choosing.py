"""The choice among several readings of one metric, and the button that begins another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from engagements.language import tr
from engagements.records import MetricReading
from ui.metrics.readings import choice_words
from ui.widgets.buttons import Button
from ui.widgets.fields import Select


class ReadingChoice(Select):
    """Shown from the second reading on; ``add`` from the first, it stands in the form's head."""

    added = Signal()

    def __init__(self) -> None:
        super().__init__([], tr("Which reading"), name="reading-choice")
        self.add = Button(
            tr("Another reading"), kind="quiet", size="small", icon="plus", name="add-reading"
        )
        self.add.clicked.connect(self.added)
        self.hide()

    def show_readings(
        self, there: Sequence[MetricReading], begun: Sequence[str], current: str
    ) -> None:
        """Show the readings there are and those only begun (ids); ``current`` is in the form."""
        # By id: of two values in conflict one line is enough.
        offered = {one.id: choice_words(one, at + 1) for at, one in enumerate(there)}
        offered |= dict.fromkeys(begun, tr("New reading"))
        self.set_choices(list(offered.items()))
        self.choose(current)
        self.setVisible(len(offered) > 1)
        self.add.setVisible(any(one.id == current for one in there))
