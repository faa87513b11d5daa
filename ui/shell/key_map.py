"""The key map: all keys of the page on screen, over the window; F1 or Esc takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engagements.language import tr
from ui.page import Keys
from ui.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.chips import KeyCap
from ui.widgets.labels import Label, TextBlock

WIDTH = 680
MARGIN = 24
"""Pixels of the window left free around it."""


class KeyMap(QFrame):
    """Two columns: this page's keys, and those that work everywhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("card", "true")
        self.setObjectName("key-map")
        self.setAccessibleName(tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self._back: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 22)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._column.addWidget(self._scroll)
        window.installEventFilter(self)
        self.hide()

    def toggle(self, title: str, here: Sequence[Keys], everywhere: Sequence[Keys]) -> None:
        """Show the keys, or take the map away when it is shown."""
        if self.isVisible():
            self.dismiss()
            return
        body = self._fill(title, here, everywhere)
        body.setProperty("clear", "true")
        self._scroll.setWidget(body)  # the one before goes with it
        self._back = self.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Take the map away with its words; the focus goes back where it was."""
        self.hide()
        words = self._scroll.takeWidget()
        if words is not None:
            words.deleteLater()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, title: str, here: Sequence[Keys], everywhere: Sequence[Keys]) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(tr("Keys"), "title"))
        head.addStretch(1)
        close = IconButton("close", tr("Close the key map"))
        close.setObjectName("close-key-map")
        close.clicked.connect(self.dismiss)
        head.addWidget(close)
        column.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addWidget(_listed(title, here), 1)
        columns.addWidget(_listed(tr("Everywhere"), everywhere), 1)
        column.addLayout(columns)
        return body

    def _fit(self) -> None:
        """In the window's middle, as high as its keys; what has no room scrolls."""
        window, body = self.window(), self._scroll.widget()
        assert body is not None
        sides = self._column.contentsMargins()
        wide = min(theme().scaled(WIDTH), window.width() - 2 * MARGIN)
        inner = wide - sides.left() - sides.right() - 2
        high = body.heightForWidth(inner) + sides.top() + sides.bottom() + 2
        self.setFixedSize(wide, min(high, window.height() - 2 * MARGIN))
        self.move((window.width() - wide) // 2, (window.height() - self.height()) // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the map away; Up and Down move what has no room."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        if step := steps.get(Qt.Key(event.key())):
            bar.setValue(bar.value() + step)
            return
        super().keyPressEvent(event)


def _listed(title: str, keys: Sequence[Keys]) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Label(title, "small", 600, "ink_2"), 0, 0, 1, 2)
    for number, one in enumerate(keys, 1):
        caps = QWidget()
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in one.keys:
            row.addWidget(KeyCap(key))
        row.addStretch(1)
        grid.addWidget(caps, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextBlock(one.words, tone="ink_2"), number, 1)
    grid.setRowStretch(len(keys) + 1, 1)
    return block
