"""What stands in the plan's place when there is none, and the strip over one that went out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from ui.roadmap.outline import Outline
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, card
from ui.widgets.labels import TextBlock


class EmptyCard(QWidget):
    """Why there is no plan, and the way to one."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("roadmap", "ink_2", 22)
        self._title = TextBlock("", "title")
        self._title.setObjectName("no-plan")
        self._advice = TextBlock("", tone="ink_2")
        self.action = Button("", kind="plain", name="no-plan-action")
        self.action.clicked.connect(self.acted)
        frame = card()
        frame.setFixedWidth(460)
        frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 22, 24, 22)
        column.setSpacing(10)
        column.addWidget(self._mark)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addSpacing(4)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)

    def show_state(self, outline: Outline, locked: str) -> None:
        """Say why, and offer what leads on."""
        self._mark.set_icon("flag" if outline.state == "reached" else "roadmap")
        self._title.set_text(outline.title)
        self._advice.set_text(outline.advice)
        words = {
            "unasked": tr("Go to the interview"),
            "undated": tr("Give the start date"),
            "reached": tr("Choose another target"),
        }.get(outline.state, "")
        if outline.state == "reached" and outline.leads_to >= 4:
            words = tr("Go to the report")
        self.action.set_face(words)
        self.action.setEnabled(outline.state == "unasked" or not locked or outline.leads_to >= 4)

    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._advice.text()}".strip()


class LockStrip(QWidget):
    """Says that the plan is kept as it is, and lets it be changed where that is possible."""

    unlocked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = TextBlock("", "small", tone="ink")
        self._words.setObjectName("locked")
        self.unlock = Button(tr("Change it anyway"), size="small", name="unlock-roadmap")
        self.unlock.clicked.connect(self.unlocked)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 20, 7)
        row.setSpacing(10)
        row.addWidget(IconMark("lock", "ink_2", 15))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.unlock)
        self.hide()

    def show_lock(self, words: str, *, may_unlock: bool) -> None:
        """Show why nothing can be changed; hidden without words."""
        self._words.set_text(words)
        self.unlock.setVisible(may_unlock)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground with a line under it."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.surface_2))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))
