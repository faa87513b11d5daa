"""Low, likely and high weeks of one action, to be typed over."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.problem import Problem
from engagements.roadmap.model import Three
from ui import locale
from ui.widgets.fields import LineEdit
from ui.widgets.labels import Label

NAMES = ("low", "likely", "high")
NARROWEST = 48
"""Pixels of a field beside longer labels: four digits."""


class Estimate(QWidget):
    """Hands the three figures over when Enter is pressed or the focus leaves all of them."""

    given = Signal(object)
    """A Three in weeks."""
    refused = Signal(object)
    """A Problem: what was typed is no figure."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Three | None = None
        labels = (tr("Low"), tr("Likely"), tr("High"))
        spoken = (tr("Low, weeks"), tr("Likely, weeks"), tr("High, weeks"))
        self.edits = tuple(LineEdit(one) for one in spoken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, label, edit in zip(NAMES, labels, self.edits, strict=True):
            edit.setObjectName(f"weeks-{name}")
            edit.setMaxLength(8)
            edit.setMinimumWidth(NARROWEST)
            words = Label(label, "small", 600, "ink_2")
            words.setBuddy(edit)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(words)
            column.addWidget(edit)
            row.addLayout(column, 1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def show_weeks(self, weeks: Three) -> None:
        """Show what is kept; says nothing."""
        self._shown = weeks
        for edit, value in zip(self.edits, (weeks.low, weeks.likely, weeks.high), strict=True):
            blocker = QSignalBlocker(edit)
            edit.setText(locale.number(locale.without_zeros(value)))
            blocker.unblock()

    def put_back(self) -> None:
        """Show again what is kept."""
        if self._shown is not None:
            self.show_weeks(self._shown)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if before in self.edits and now not in self.edits:
            self._hand_over()

    def _hand_over(self) -> None:
        if self._shown is None or not self.isEnabled():
            return
        found: list[Decimal] = []
        for edit in self.edits:
            value = _figure(edit.text())
            if value is None:
                self.refused.emit(
                    Problem(
                        tr("“{typed}” is no number of weeks.", typed=edit.text().strip()),
                        tr("As in: 1.5."),
                    )
                )
                self.put_back()
                return
            found.append(value)
        if (three := Three(*found)) != self._shown:
            self.given.emit(three)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc puts back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_over()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_back()
            event.ignore()
        else:
            super().keyPressEvent(event)


def _figure(typed: str) -> Decimal | None:
    """A number as typed, with a point or a comma; None when it is none."""
    try:
        return locale.decimal(typed)
    except ValueError:
        return None
