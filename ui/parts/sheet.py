"""A card over the page for one small thing; Esc takes it away and the focus goes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from engagements.language import tr
from ui.page import Page
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import card
from ui.widgets.labels import Label, TextBlock

WIDTH = 520
KEPT = "F9"
"""The key that holds under a sheet too: it takes off the screen what no client may see."""
_NO_LIMIT = 16_777_215
"""Qt's own greatest width of a widget."""


class Sheet(QWidget):
    """Covers its page; what lies under it gets neither keys nor clicks."""

    dismissed = Signal()

    def __init__(
        self,
        page: QWidget,
        title: str,
        accept: str,
        *,
        name: str,
        key: str = "Enter",
        width: int = WIDTH,
    ) -> None:
        """``name`` is the object's, in no language; its two buttons are called by it."""
        super().__init__(page)
        self.setObjectName(f"{name}-sheet")
        self._page = page
        self._back: QWidget | None = None
        self._held: list[QShortcut] = []
        """The page's keys that wait while the sheet covers it."""
        self.title = Label(title, "heading")
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._problem = TextBlock("", "small", tone="danger")
        self._problem.hide()
        self.accept = Button(accept, kind="primary", key=key, name=f"{name}-accept")
        self.accept.clicked.connect(self.submit)
        self.cancel = Button(tr("Cancel"), key="Esc", name=f"{name}-cancel")
        self.cancel.clicked.connect(self.dismiss)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.accept)
        self.buttons.addWidget(self.cancel)
        self.buttons.addStretch(1)
        frame = card()
        frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        frame.setFixedWidth(width)
        column = QVBoxLayout(frame)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(self.body)
        column.addWidget(self._problem)
        column.addLayout(self.buttons)
        self._frame = frame
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 64, 0, 16)
        self._row = QHBoxLayout()  # its words are measured at the card's width, not at the page's
        self._row.addStretch(1)
        self._row.addWidget(frame)
        self._row.addStretch(1)
        outer.addLayout(self._row)
        outer.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)
        self.hide()

    def fill(self) -> None:
        """Take the whole page instead of a card's room in its middle."""
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.setContentsMargins(20, 16, 20, 16)
        for place, stretch in enumerate((0, 1, 0)):
            self._row.setStretch(place, stretch)
        outer.setStretch(0, 1)
        outer.setStretch(1, 0)
        self._frame.setMinimumWidth(0)
        self._frame.setMaximumWidth(_NO_LIMIT)
        self._frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_over(self, first: QWidget) -> None:
        """Cover the page and give the focus to ``first``."""
        if not self.isVisible():
            self._back = QApplication.focusWidget()
        self.refuse("")
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say what is missing; empty takes it away."""
        self._problem.set_text(words)
        self._problem.setVisible(bool(words))

    def submit(self) -> None:
        """Take what was entered; for the kinds of sheet to say how."""

    def add(self) -> None:
        """Begin another, on Ctrl+N; for the sheets that keep several."""

    def dismiss(self) -> None:
        """Take the sheet away; the focus goes back where it was."""
        if self.isHidden():
            return
        back, self._back = self._back, None
        if back is not None and back.isVisible() and not self.isAncestorOf(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if isinstance(self._page, Page):
            self._page.hinted.emit()  # the focus moved while the sheet still stood there
        self.dismissed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys of what is covered wait, but for the one that is kept."""
        super().showEvent(event)
        self._let_go()
        for one in self._page.findChildren(QShortcut):
            where = one.parent()
            inside = where is self or (isinstance(where, QWidget) and self.isAncestorOf(where))
            if one.isEnabled() and not inside and one.key().toString() != KEPT:
                one.setEnabled(False)
                self._held.append(one)

    def hideEvent(self, event: QHideEvent) -> None:
        """They are the page's again."""
        super().hideEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        held, self._held = self._held, []
        for one in held:
            if isValid(one):
                one.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes it away, Ctrl+Enter takes what was entered; nothing goes to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet."""
        able = [
            one
            for one in self.findChildren(QWidget)
            if one.isVisible() and one.isEnabled()
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        here = QApplication.focusWidget()
        if not able:
            return False
        at = able.index(here) if here in able else -1
        able[(at + (1 if forward else -1)) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card does nothing."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page when it changes its size."""
        if watched is self._page and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a veil in the window's ground."""
        veil = QColor(theme().tokens.bg)
        veil.setAlpha(205)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), veil)


class AskSheet(Sheet):
    """One question with two buttons."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, "", tr("Attach it"), name="ask")
        self._words = TextBlock("", tone="ink_2")
        self.body.addWidget(self._words)
        self._taken: Callable[[], None] | None = None

    def ask(self, title: str, words: str, accept: str, taken: Callable[[], None]) -> None:
        """Ask; ``taken`` is called on yes."""
        self.title.setText(title)
        self._words.set_text(words)
        self.accept.set_face(accept)
        self._taken = taken
        self.show_over(self.accept)

    def submit(self) -> None:
        """Yes."""
        taken = self._taken
        self.dismiss()
        if taken is not None:
            taken()
