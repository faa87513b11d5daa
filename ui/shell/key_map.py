"""The key map: all keys of the page on screen, over the window; F1 or Esc takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from ui.page import Keys
from ui.widgets.buttons import IconButton
from ui.widgets.chips import KeyCap
from ui.widgets.labels import Label, TextBlock

WIDTH = 680


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
        self._body: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def toggle(self, title: str, here: Sequence[Keys], everywhere: Sequence[Keys]) -> None:
        """Show the keys, or take the map away when it is shown."""
        if self.isVisible():
            self.dismiss()
            return
        if self._body is not None:
            self._body.deleteLater()
        self._body = self._fill(title, here, everywhere)
        self._column.addWidget(self._body)
        self._back = self.window().focusWidget()
        self.setFixedWidth(WIDTH)
        self._column.activate()
        self.resize(WIDTH, self._column.totalHeightForWidth(WIDTH))
        self._centre()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Take the map away; the focus goes back where it was."""
        self.hide()
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

    def _centre(self) -> None:
        window = self.window()
        self.move(
            (window.width() - self.width()) // 2, max(60, (window.height() - self.height()) // 2)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._centre()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the map away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
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
