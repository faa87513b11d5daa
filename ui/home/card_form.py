"""A form as a card in the middle of the page: title, fields, what is wrong, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.problem import Problem
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import card
from ui.widgets.labels import Label, TextBlock

WIDTH = 520


class CardForm(QWidget):
    """A card in the middle: title, words, fields, a problem, and two buttons."""

    cancelled = Signal()

    def __init__(self, title: str, words: str, accept: Button, width: int = WIDTH) -> None:
        super().__init__()
        self.accept = accept
        self._title = Label(title, "title")
        self._words = TextBlock(words, tone="ink_2")
        self._problem = TextBlock("", tone="danger")
        self._problem.setObjectName("form-problem")
        self._problem.hide()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(14)
        cancel = Button(tr("Cancel"), key="Esc", name="form-cancel")
        cancel.clicked.connect(self.cancelled)
        accept.clicked.connect(self.submit)
        frame = card()
        frame.setMaximumWidth(theme().scaled(width))
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(frame)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addLayout(self.fields)
        column.addSpacing(6)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(accept)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addLayout(row)
        self._place(frame)

    def _place(self, frame: QWidget) -> None:
        """In the middle; it scrolls where large type leaves too little room."""
        body = QWidget()
        body.setProperty("clear", "true")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(24, 28, 24, 24)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(frame, 10)
        line.addStretch(1)
        inside.addLayout(line)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def refuse(self, problem: Problem | None) -> None:
        """Say why it did not work; the fields keep what was typed."""
        self._problem.set_text(str(problem) if problem else "")
        self._problem.setVisible(problem is not None)
        self.setEnabled(True)

    def end(self) -> None:
        """It did what it was for; nothing of it is left that is secret."""
        self.refuse(None)

    def problem(self) -> str:
        """What the form says did not work."""
        return self._problem.text()

    def busy(self) -> None:
        """Take no input until an answer comes."""
        self._problem.hide()
        self.setEnabled(False)

    def submit(self) -> None:
        """Hand over what was typed, when it can be taken."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts, Esc cancels."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().tokens.bg))
