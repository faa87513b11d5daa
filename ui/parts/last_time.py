"""What counted as the answer to a criterion at the previous assessment, for whoever asks again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.assessment.earlier import answer_before
from engagements.framework.model import AnswerValue
from engagements.language import tr
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.parts.voices import answer_label
from ui.widgets.glyphs import AnswerGlyph
from ui.widgets.labels import Label, TextBlock


@dataclass(frozen=True)
class LastTime:
    """An answer of last time in words."""

    value: AnswerValue
    answer: str
    day: str
    about: str
    """What to ask now, and what to mind when the two are compared."""


def last_time(snapshot: Snapshot, criterion: str) -> LastTime | None:
    """The answer of last time; None where there is none to compare with."""
    found = answer_before(snapshot, criterion)
    if found is None:
        return None
    answer = answer_label(snapshot.framework, found.value)
    if found.value is AnswerValue.UNKNOWN:
        answer = tr("Not known")
    return LastTime(
        value=found.value,
        answer=answer,
        day=locale.long_day(found.assessed),
        about=" ".join(
            filter(
                None,
                (
                    tr("Nobody was asked, or nobody could say.")
                    if found.value is AnswerValue.UNKNOWN
                    else tr("What has changed since?"),
                    tr("All scope units together.") if len(snapshot.scope_units) > 1 else "",
                    tr("The rule set was another one.") if found.alike is False else "",
                ),
            )
        ),
    )


class LastTimeRow(QWidget):
    """Silhouette, answer and day; below it what to ask."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("last-time")
        self._glyph = AnswerGlyph()
        self._answer, self._day = TextBlock("", "small", 600), Label("", "small", tone="ink_2")
        self._about = TextBlock("", "small", tone="ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._answer, 1)
        head.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._about)

    def say(self, found: LastTime) -> None:
        """Show another answer."""
        self._glyph.set_value(found.value)
        self._answer.set_text(found.answer)
        self._day.setText(found.day)
        self._about.set_text(found.about)
        self.setAccessibleName(f"{found.answer}, {found.day}. {found.about}")
