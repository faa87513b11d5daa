"""A tinted note inside a pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.chips import IconMark
from ui.widgets.labels import TextBlock
from ui.widgets.marks import box


class Banner(QWidget):
    """A tinted note that voices differ."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(9)
        row.addWidget(IconMark("disagreement", "attn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextBlock(words, "small", 500, "attn"), 1)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            box(painter, self.rect(), 4, tokens.attn_weak, tokens.attn_line)
