"""A question in the side panel, asked before something is moved; nothing else is blocked by it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from ui.widgets.buttons import Button
from ui.widgets.chips import card
from ui.widgets.labels import TextBlock


class Question(QWidget):
    """Title, what will happen, a button that does it, and one that does not; Esc is the latter."""

    asked = Signal(bool)
    """True when a question is put, False when it is answered or taken away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question")
        self._act: Callable[[], None] | None = None
        self._back: QWidget | None = None
        self._title = TextBlock("", weight=600)
        self._words = TextBlock("", "small", tone="ink_2")
        self.yes = Button("", kind="primary", key="Enter", name="question-yes")
        self.no = Button(tr("Keep it"), name="question-no")
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self.dismiss)
        frame = card(quiet=True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    def ask(
        self, title: str, words: str, accept: str, act: Callable[[], None], back: QWidget
    ) -> None:
        """Ask; the focus goes to ``back`` when it is answered."""
        self._act, self._back = act, back
        self._title.set_text(title)
        self._words.set_text(words)
        self.yes.set_face(accept)
        self.show()
        self.asked.emit(True)
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """True while the keyboard is on one of its buttons."""
        return self.yes.hasFocus() or self.no.hasFocus()

    def dismiss(self) -> None:
        """Take the question away; nothing happens."""
        was_asked, self._act = self._act is not None, None
        self.hide()
        if was_asked:
            self.asked.emit(False)
        if was_asked and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps things as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
