"""One of the last cases behind a reading, as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from ui.metrics.typing import TypedCase
from ui.widgets.fields import LineEdit
from ui.widgets.labels import TextBlock


class CaseRow(QWidget):
    """One of the last cases: label over its two days and its value."""

    finished = Signal()

    def __init__(self, place: int) -> None:
        super().__init__()
        number = place + 1
        self.label = LineEdit(tr("Case {n}", n=number), tr("Case {n}, what it was", n=number))
        self.began = LineEdit(tr("Case {n} began", n=number), tr("began"))
        self.ended = LineEdit(tr("Case {n} ended", n=number), tr("ended"))
        self.value = LineEdit(tr("Case {n} value", n=number), tr("value"))
        self._fault = TextBlock("", "small", tone="danger")
        self._fault.hide()
        line = QHBoxLayout()
        line.setSpacing(6)
        for name, edit, stretch in (
            ("began", self.began, 3),
            ("ended", self.ended, 3),
            ("value", self.value, 2),
        ):
            edit.setObjectName(f"case-{place}-{name}")
            line.addWidget(edit, stretch)
        self.label.setObjectName(f"case-{place}-label")
        for edit in self.edits():
            edit.editingFinished.connect(self.finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addLayout(line)
        column.addWidget(self._fault)

    def typed(self) -> TypedCase:
        """What stands in its fields."""
        return TypedCase(self.label.text(), self.began.text(), self.ended.text(), self.value.text())

    def edits(self) -> tuple[LineEdit, ...]:
        """Its fields: label, began, ended, value."""
        return (self.label, self.began, self.ended, self.value)

    def fault(self, words: str) -> None:
        """Say what cannot be read; empty takes it away."""
        self._fault.set_text(words)
        self._fault.setVisible(bool(words))
