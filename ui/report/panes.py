"""A sheet of Report that fills the page: a list, and a form beside it for what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from ui.page import Page
from ui.parts.sheet import Sheet
from ui.parts.side import Side
from ui.widgets import space
from ui.widgets.chips import card
from ui.widgets.fields import Select
from ui.widgets.labels import Label, TextBlock
from ui.widgets.ledger import Head, Ledger

ROW = 52
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaneSheet(Sheet):
    """Subclasses fill ``form`` and ``head``, and say what Enter in the list leads to."""

    def __init__(
        self,
        page: QWidget,
        title: str,
        *,
        name: str,
        heads: Sequence[Head],
        choices: Sequence[tuple[str, str]],
        words: str,
    ) -> None:
        """``words`` is what the list is called, ``choices`` what of it may be shown."""
        super().__init__(page, title, tr("Close"), name=name)
        self.list = Ledger(heads, f"{name}-list", words)
        self.shown = Select(choices, tr("Shown"), name=f"{name}-shown", prefix=tr("Show:"))
        self.form = Side(f"{name}-form", title)
        self.count = Label("", "small", tone="ink_2")
        self._none = TextBlock("", tone="ink_2")
        self._empty = QWidget()
        self._note = TextBlock("", "small", 600, "ok")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.shown)
        self.head.addWidget(self.count)
        self.head.addStretch(1)
        self.accept.hide()
        self.cancel.set_face(tr("Close"))
        self.cancel.setObjectName(f"{name}-close")
        self.fill()
        self._lay_out()
        self.list.entered.connect(lambda _key: self.into_form())

    def _lay_out(self) -> None:
        frame = card()
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(20, 20, 20, 20)
        empty.addWidget(self._none)
        empty.addStretch(1)
        left.addWidget(self._empty, 1)
        left.addWidget(self.list, 1)
        row.addLayout(left, 1)
        row.addWidget(self.form)
        self.body.addLayout(self.head)
        self.body.addWidget(self._note)
        self._note.hide()
        self.body.addWidget(frame, 1)
        outer = self._frame.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.setStretch(1, 1)

    def fit(self) -> None:
        """Take the measures of the window."""
        narrow, _low = space.of_window(self.window().size())
        self.form.fit(narrow=narrow)
        self.list.fit(narrow=narrow, row=ROW)

    def say_none(self, words: str) -> None:
        """Say why the list is empty; empty shows the list."""
        if words and self.list.hasFocus():
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self._none.set_text(words)
        self._empty.setVisible(bool(words))
        self.list.setVisible(not words)

    def note(self, words: str) -> None:
        """Say what was just done; empty takes it away."""
        self._note.set_text(words)
        self._note.setVisible(bool(words))

    def show_over(self, first: QWidget) -> None:
        """Cover the page; what was done last time is no longer said."""
        self.note("")
        super().show_over(first)
        self.fit()
        if isinstance(self._page, Page):
            self._page.hinted.emit()

    def into_form(self) -> None:
        """Give the keys to the form."""

    def to_list(self) -> None:
        """Give the keys back to the list."""
        here = self.list if self.list.isVisible() else self.shown
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has its meaning in the list and the fields only."""
        if event.key() in _ENTER and not event.modifiers():
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the measures of the window as it is now."""
        super().resizeEvent(event)
        self.fit()
