"""The band over the page while answers are supposed: how many, which, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagements.language import tr
from ui.score.whatif import Overlay, band_words
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark
from ui.widgets.labels import ElidedLabel, Label

SHOWN = 4
"""Suppositions that stand in the band as buttons; of others their number."""


class WhatIfBand(QWidget):
    """Each supposed answer is a button that takes it back."""

    find_asked = Signal()
    dropped = Signal()
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("what-if")
        self._words = ElidedLabel("", "body", 600)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(6)
        find = Button(tr("Find a criterion"), size="small", key="/", name="what-if-find")
        find.clicked.connect(self.find_asked)
        drop = Button(tr("Drop"), size="small", key="Esc", name="what-if-drop")
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(10)
        row.addWidget(IconMark("info", "accent", 16))
        row.addWidget(self._words, 1)
        row.addLayout(self._answers)
        row.addWidget(find)
        row.addWidget(drop)
        self.hide()

    def show_overlay(self, overlay: Overlay | None) -> None:
        """Show what is supposed; None takes the band away."""
        self.setVisible(overlay is not None)
        self._words.setText(band_words(overlay))
        self.setAccessibleName(band_words(overlay))
        while (item := self._answers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        answers = overlay.answers if overlay else ()
        for one in answers[:SHOWN]:
            face = tr("{criterion} {value}", criterion=one.criterion, value=one.words)
            button = Button(face, size="small", icon="close", name=f"supposed-{one.criterion}")
            button.setAccessibleName(
                tr("Take back {criterion} {value}", criterion=one.criterion, value=one.words)
            )
            button.clicked.connect(lambda _on=False, code=one.criterion: self.taken_back.emit(code))
            self._answers.addWidget(button)
        if len(answers) > SHOWN:
            more = tr("and {n} more", n=len(answers) - SHOWN)
            self._answers.addWidget(Label(more, "small", tone="ink_2"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a tint with a dashed edge: nothing here is real."""
        with QPainter(self) as painter:
            pen = QPen(QColor(theme().tokens.accent), 1.4)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(QColor(theme().tokens.accent_weak))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 5, 5)
