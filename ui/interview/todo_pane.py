"""Under the agenda: what is to do after this interview, and notes without a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.records import Note
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import clicks_on_enter
from ui.widgets.chips import Rule
from ui.widgets.labels import Label, broken, plain_tip

MOST = 4
"""To-dos shown; the head counts all."""


class NoteLine(QAbstractButton):
    """One note in at most two lines; leads to where it was taken."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(" ".join(words.split()))
        self.setAccessibleName(self.text())
        self.setToolTip(plain_tip(self.text()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().typed(self, "small")

    def _lines(self, width: int) -> Sequence[str]:
        lines = broken(self.text(), self, max(60, width - 22))
        if len(lines) > 2:
            return lines[0], lines[1][:-1].rstrip() + "…"
        return lines

    def heightForWidth(self, width: int) -> int:
        """One or two lines."""
        return len(self._lines(width)) * theme().line("small")

    def sizeHint(self) -> QSize:
        """At a usual width."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads there."""
        if not clicks_on_enter(self, event):
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and lines."""
        with QPainter(self) as painter:
            draw(painter, self._icon, "ink_2", QRect(0, 1, 14, 14))
            painter.setFont(self.font())
            painter.setPen(theme().colour("accent" if self.underMouse() else "ink_2"))
            line = theme().line("small")
            for number, words in enumerate(self._lines(self.width())):
                painter.drawText(QRect(22, number * line, self.width() - 22, line), 0, words)


class TodoPane(QWidget):
    """Two short lists; each only while it has something."""

    criterion_asked = Signal(str)
    loose_asked = Signal(str)
    """The id of a note without a question."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self.hide()

    def show_notes(self, todos: Sequence[Note], loose: Sequence[Note]) -> None:
        """Show what is open; hidden while nothing is."""
        if self._shown == (tuple(todos), tuple(loose)):
            return
        self._shown = (tuple(todos), tuple(loose))
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(5)
        column.addLayout(inner)
        if todos:
            inner.addLayout(_head(tr("To do from this interview"), len(todos)))
        for note in todos[:MOST]:
            line = NoteLine(note.text, "flag")
            code = note.criteria[0] if note.criteria else ""
            if code:
                line.clicked.connect(lambda _on=False, code=code: self.criterion_asked.emit(code))
            else:
                line.clicked.connect(lambda _on=False, at=note.id: self.loose_asked.emit(at))
            inner.addWidget(line)
        plain = [note for note in loose if note not in todos]
        if plain:
            inner.addLayout(_head(tr("Notes without a question"), len(plain)))
        for note in plain[:MOST]:
            line = NoteLine(note.text, "quote")
            line.clicked.connect(lambda _on=False, at=note.id: self.loose_asked.emit(at))
            inner.addWidget(line)
        self._column.addWidget(self._body)
        self.setVisible(bool(todos or loose))


def _head(words: str, count: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(Label(words, "small", 600, "ink_2"))
    row.addStretch(1)
    row.addWidget(Label(str(count), "small", tone="ink_2"))
    return row
