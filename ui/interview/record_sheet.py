"""Asks until when a record is to be confirmed, before it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from engagements.language import tr
from ui.parts.day_edit import DayEdit
from ui.parts.sheet import WIDTH, Sheet
from ui.widgets.fields import Field
from ui.widgets.labels import TextBlock
from ui.widgets.tick_box import TickBox

Taken = Callable[[date, bool], None]
"""Told the day of the reply, and whether it is to be kept that the record goes out."""


class RecordSheet(Sheet):
    """The day of the reply, and whether the record goes out today."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, tr("Record to confirm"), tr("Save as PDF …"), name="record")
        self._about = TextBlock("", tone="ink_2")
        self.day = DayEdit(tr("Please reply by"), "record-reply")
        self.sent = TickBox(tr("Keep that it goes out today"), "record-sent")
        self._taken: Taken | None = None
        self.body.addWidget(self._about)
        self.body.addWidget(Field(tr("Please reply by"), self.day))
        self.body.addWidget(self.sent)

    def ask(self, who: str, reply: date, taken: Taken, *, read_only: str) -> None:
        """Ask for ``who``'s record; ``read_only`` says why nothing can be kept."""
        self._taken = taken
        self._about.set_text(
            tr(
                "What {who} answered and said, to be confirmed. Off the record, to-dos, other "
                "people's answers and levels stay out.",
                who=who,
            )
        )
        self._about.setMinimumHeight(self._about.heightForWidth(WIDTH - 46))
        self.day.setDate(QDate(reply.year, reply.month, reply.day))
        self.sent.setChecked(not read_only)
        self.sent.setEnabled(not read_only)
        self.sent.setToolTip(read_only)
        self.show_over(self.day)
        self.day.selectAll()

    def submit(self) -> None:
        """Hand the day over, unless it has passed."""
        found = self.day.date()
        reply = date(found.year(), found.month(), found.day())
        if reply < date.today():
            self.refuse(tr("This day has passed. Choose a later one."))
            self.day.setFocus()
            return
        taken, sent = self._taken, self.sent.isChecked()
        self.dismiss()
        if taken is not None:
            taken(reply, sent)
