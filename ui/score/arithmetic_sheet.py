"""A figure taken apart, over the page: its sums and the answers in them, each a way to go."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from engagements.language import tr
from ui.figures.course import Course, course, height_of
from ui.figures.sizes import Sizes
from ui.figures.view import SceneView
from ui.parts.sheet import Sheet
from ui.score.arithmetic import Explanation, Part
from ui.score.reasons import ReasonRow
from ui.theme import theme
from ui.widgets.chips import Rule
from ui.widgets.labels import Label, TextBlock

WIDTH = 640
ROOM = 236
"""Pixels of the page's height that the card's head and foot take."""


def _picture(said: Course) -> SceneView:
    """The course of the level; its words stand under it."""
    sizes = Sizes(theme().scale / 100)
    found = SceneView()
    found.setObjectName("course")
    found.setFixedHeight(ceil(height_of(sizes)))
    found.show_figure(lambda width, _height, sizes: course(said, width, sizes))
    return found


class ArithmeticSheet(Sheet):
    """Up and Down go through the criteria, Enter opens one, Ctrl+Enter opens its finding."""

    criterion_asked = Signal(str)
    finding_asked = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, "", tr("Close"), name="arithmetic", width=WIDTH)
        self.accept.hide()
        self.cancel.set_face(tr("Close"))
        self.cancel.setObjectName("arithmetic-close")
        self._lead = TextBlock("", "body", tone="ink_2")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._lead)
        self.body.addWidget(self._scroll)
        self.rows: list[ReasonRow] = []

    def show_figure(self, found: Explanation) -> None:
        """Show what stands behind a figure; the focus goes to its first criterion."""
        self.title.setText(found.title)
        self._lead.set_text(found.lead)
        self._lead.setMinimumHeight(self._lead.heightForWidth(WIDTH - 46))
        self.rows = []
        inside = QWidget()
        inside.setProperty("clear", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        if found.course is not None:
            column.addWidget(_picture(found.course))
        for number, part in enumerate(found.parts):
            if number:
                column.addWidget(Rule())
            self._add(column, part)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.setVisible(bool(found.parts))
        height = column.heightForWidth(WIDTH - 60)
        self._scroll.setFixedHeight(max(80, min(height, self._page.height() - ROOM)))
        self.show_over(self.rows[0] if self.rows else self.cancel)

    def _add(self, column: QVBoxLayout, part: Part) -> None:
        title = Label(part.title, "body", 600)
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(TextBlock(part.sum, "small", tone="ink_2"))
        for number, line in enumerate(part.lines):
            row = ReasonRow(line, part.key, last=number == len(part.lines) - 1)
            row.clicked.connect(lambda _on=False, code=line.criterion: self._open(code))
            self.rows.append(row)
            column.addWidget(row)

    def _open(self, criterion: str) -> None:
        held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        self.dismiss()
        (self.finding_asked if held else self.criterion_asked).emit(criterion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk, Ctrl+Enter opens the finding, Esc takes the card away."""
        focus = QApplication.focusWidget()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step and self.rows:
            at = self.rows.index(focus) + step if isinstance(focus, ReasonRow) else 0
            at = max(0, min(at, len(self.rows) - 1))
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.rows[at])
            event.accept()
        elif ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, ReasonRow):
                self.dismiss()
                self.finding_asked.emit(focus.criterion)
            event.accept()
        else:
            super().keyPressEvent(event)
