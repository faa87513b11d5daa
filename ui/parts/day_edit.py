"""A field for a day that takes it as people write it."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from engagements.language import tr
from ui import locale
from ui.parts.days import day_of
from ui.widgets.fields import LineEdit

_WEEKDAY = re.compile(r"^[^\W\d_]+\.?,?\s+")
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}


class DayEdit(LineEdit):
    """``2 Dec``, ``2.12.2026``, ``2026-12-02``; Up and Down go by a day, PgUp and PgDn by a week.

    What cannot be read gives way to the day that was there, and says how to write one.
    """

    dateChanged = Signal(QDate)

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self._day = QDate.currentDate()
        self.textEdited.connect(self._typed)

    def date(self) -> QDate:
        """The day."""
        return self._day

    def setDate(self, day: QDate) -> None:
        """Show a day."""
        changed, self._day = day != self._day, day
        self._show()
        if changed:
            self.dateChanged.emit(day)

    def _show(self) -> None:
        self.setText(locale.qt_locale().toString(self._day, locale.date_pattern()))

    def _read(self, text: str) -> QDate | None:
        said = text.strip()
        day = day_of(said, date.today()) or day_of(_WEEKDAY.sub("", said), date.today())
        return QDate(day.year, day.month, day.day) if day else None

    def _typed(self, text: str) -> None:
        day = self._read(text)
        if day is not None and day != self._day:
            self._day = day
            self.dateChanged.emit(day)

    def _finish(self) -> None:
        """Show the day as it is always shown; say it when what was typed is none."""
        if self._read(self.text()) is None:
            place = self.mapToGlobal(self.rect().bottomLeft())
            QToolTip.showText(place, tr("Write the day as 2 Dec or 2.12.2026."), self)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads the day first; arrows change it."""
        by = _STEPS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if by is not None:
            self.setDate(self._day.addDays(by))
            self.selectAll()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The day is read before anybody is told that the field was left."""
        self._finish()
        super().focusOutEvent(event)
