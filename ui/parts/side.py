"""A side panel that scrolls: a column of parts, or one sentence while there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.records.base import MAX_TEXT
from ui.parts.misspelled import Misspelled
from ui.theme import theme
from ui.widgets.beside import Beside, Scrolled
from ui.widgets.labels import TextBlock

WIDE, NARROW = 400, 344


class Side(Beside):
    """Subclasses fill ``column``."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._body = QWidget()
        self._body.setProperty("clear", "true")
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self._scroll = Scrolled(self._body)
        self._empty = TextBlock("", tone="ink_2")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self._holder = QWidget()
        held = QVBoxLayout(self._holder)
        held.setContentsMargins(20, 20, 20, 20)
        held.addWidget(self._empty)
        held.addStretch(1)
        outer.addWidget(self._holder)
        outer.addWidget(self._scroll)
        self.show_empty(" ")

    def show_empty(self, words: str) -> None:
        """Show one sentence instead of the parts; empty shows the parts."""
        self._empty.set_text(words)
        self._holder.setVisible(bool(words))
        self._scroll.setVisible(not words)

    def is_empty(self) -> bool:
        """Whether one sentence stands instead of the parts."""
        return not self._scroll.isVisibleTo(self)

    def fit(self, *, narrow: bool) -> None:
        """Take the width of a wide or a narrow window; more where large text needs it."""
        self.set_wide(NARROW if narrow else WIDE)

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def bring(self, part: QWidget) -> None:
        """Scroll a part into view."""
        self._scroll.ensureWidgetVisible(part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the line at the left."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().tokens.surface))
            painter.fillRect(0, 0, 1, self.height(), QColor(theme().tokens.border))


class Words(QPlainTextEdit):
    """Some lines of plain text that say when they are left; ``checked`` for their spelling."""

    finished = Signal()

    def __init__(
        self,
        name: str,
        words: str,
        placeholder: str = "",
        lines: int = 3,
        *,
        checked: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        theme().typed(self, "body")
        self._lines = lines
        self._fit()
        theme().changed.connect(self._fit)
        if checked:
            self.misspelled = Misspelled(self)

    def _fit(self) -> None:
        """As high as its lines; a placeholder is drawn in the viewport's font."""
        self.viewport().setFont(self.font())
        self.setFixedHeight(theme().line("body") * self._lines + 14)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste a text, unless it is longer than the record may be."""
        if len(source.text()) + len(self.toPlainText()) <= MAX_TEXT:
            super().insertFromMimeData(source)
            return
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(place, tr("This text is too long here. Attach it as a file."), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the words are ready."""
        super().focusOutEvent(event)
        self.finished.emit()
