"""The line over a note whose question is settled: since when, and the way to reopen it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engagements.language import tr
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import box


class SettledStrip(QWidget):
    """Answers and notes go on; the judgement stays in force until it is reopened."""

    reopened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "small", 600)
        self._rest = ElidedLabel(
            tr("What is answered now is kept beside it"), "small", tone="ink_2"
        )
        self._button = Button(tr("Reopen"), kind="quiet", size="small", name="reopen")
        self._button.clicked.connect(self.reopened)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(IconMark("lock", "ink_2", 14))
        row.addWidget(self._words)
        row.addWidget(self._rest, 1)
        row.addWidget(self._button)
        self.setObjectName("settled")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, theme().scaled(32))

    def show_settled(self, words: str, read_only: str) -> None:
        """Say since when; ``read_only`` is why it cannot be reopened."""
        self._words.setText(words)
        self._rest.setText("" if read_only else tr("What is answered now is kept beside it"))
        self.setAccessibleName(words)
        self._button.setEnabled(not read_only)
        self._button.setToolTip(read_only)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            box(painter, self.rect(), 4, tokens.surface_2, tokens.border)
