"""Inputs: a choice from a list, a text field with its label and fault, a search field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from engagements.language import tr
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import box, keycap, keycap_width


class Select(QComboBox):
    """A painted choice; ``prefix`` ("Sort:") stands before the words of the present one."""

    picked = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], words: str, *, name: str, prefix: str = ""
    ) -> None:
        """``words`` is the accessible name, ``name`` the object's, in no language."""
        super().__init__()
        self._prefix = prefix
        self.setAccessibleName(words)
        self.setObjectName(name)
        theme().typed(self, "body", 500 if prefix else None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(lambda index: self.picked.emit(self.itemData(index)))

    def showPopup(self) -> None:
        """Open the list, which Qt makes now, without a frame: most choices are never opened."""
        view = self.view()
        if not view.property("popup"):
            view.setProperty("popup", "true")
            view.style().unpolish(view)
            view.style().polish(view)
            view.setFrameShape(QFrame.Shape.StyledPanel)  # now it measures the edge anew
        super().showPopup()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (key, words); the present key stays when it is still offered."""
        kept = self.currentData()
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.choose(kept)
        self.updateGeometry()

    def choose(self, key: str | None) -> None:
        """Show ``key`` as chosen; says nothing."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)

    def current(self) -> str:
        """The key of the choice."""
        return self.currentData() or ""

    def _words(self) -> str:
        return f"{self._prefix} {self.currentText()}".strip()

    def sizeHint(self) -> QSize:
        """As wide as the longest choice."""
        metrics = QFontMetrics(self.font())
        longest = max(
            (metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=40
        )
        lead = metrics.horizontalAdvance(f"{self._prefix} ") if self._prefix else 0
        return QSize(longest + lead + 50, theme().scaled(32))

    def minimumSizeHint(self) -> QSize:
        """A few letters and the arrow."""
        return QSize(90, theme().scaled(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face, words and arrow."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            fill = tokens.surface if self.isEnabled() else tokens.surface_2
            box(painter, self.rect(), 4, fill, tokens.border_strong)
            ink = "ink" if self.isEnabled() else "ink_3"
            draw(
                painter,
                "chevron-down",
                ink,
                QRect(self.width() - 27, self.height() // 2 - 7, 14, 14),
            )
            painter.setFont(self.font())
            painter.setPen(QColor(getattr(tokens, ink)))
            area = QRect(12, 0, self.width() - 42, self.height())
            fitting = QFontMetrics(self.font()).elidedText(
                self._words(), Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


class LineEdit(QLineEdit):
    """A line of text; its edge turns to danger when what it holds cannot be taken."""

    def __init__(self, name: str, placeholder: str = "", *, secret: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        theme().typed(self, "body")
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)

    def setText(self, text: str | None) -> None:
        """Show a text from its beginning, unless somebody is typing here."""
        super().setText(text or "")
        if not self.hasFocus():
            self.setCursorPosition(0)


class Field(QWidget):
    """A label over an input, and a sentence under it: a remark, or what is wrong."""

    def __init__(self, label: str, edit: QWidget, remark: str = "") -> None:
        super().__init__()
        self.edit = edit
        self._remark = remark
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = Label(label, "small", 600, "ink_2")
        words.setBuddy(edit)
        column.addWidget(words)
        column.addWidget(edit)
        self._under = TextBlock(remark, "small", tone="ink_3")
        column.addWidget(self._under)
        self._under.setVisible(bool(remark))

    def remark(self, words: str) -> None:
        """Show another remark, unless something is wrong."""
        if self._under.text() in ("", self._remark):
            self._under.set_text(words, "ink_3")
            self._under.setVisible(bool(words))
        self._remark = words

    def fault(self, words: str) -> None:
        """Say what is wrong; empty brings the remark back."""
        self._under.set_text(words or self._remark, "danger" if words else "ink_3")
        self._under.setVisible(bool(words or self._remark))

    def said(self) -> str:
        """The sentence under the input."""
        return self._under.text()


def to_list(view: QWidget) -> None:
    """Go to a list from the search over it; while it finds nothing the search keeps the keys."""
    if view.isVisible():
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)


class DownLeaves(QObject):
    """Lets Down leave a line of text for the list below it, as a search field does."""

    def __init__(self, line: QLineEdit, view: QWidget) -> None:
        super().__init__(line)
        self._view = view
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key."""
        pressed = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and event.key() == Qt.Key.Key_Down:
            to_list(self._view)
            return True
        return super().eventFilter(watched, event)


class SearchField(QWidget):
    """A search line with its key; Esc empties it, Down leaves for the list."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, placeholder: str, key: str = "Ctrl+F") -> None:
        super().__init__()
        self._key = key
        self.edit = QLineEdit()
        self.edit.setObjectName("search")
        self.edit.setProperty("plain", "true")
        self.edit.setProperty("ownFocus", True)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        theme().typed(self.edit, "body")
        self._clear = IconButton("close", tr("Clear the search"), side=22)
        self._clear.setObjectName("clear-search")
        self._clear.clicked.connect(self.edit.clear)
        self._clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 1, 6, 1)
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        self._room = QSpacerItem(keycap_width(key) + 4, 0)
        row.addSpacerItem(self._room)
        row.addWidget(self._clear)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(260)
        self.edit.textChanged.connect(self._changed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(260, theme().scaled(32))

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.update()
        self.searched.emit(text)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Esc empties, Down goes to the list; the edge follows the focus."""
        if isinstance(event, QEvent) and event.type() in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
        ):
            self.update()
        if isinstance(event, QEvent) and event.type() == QEvent.Type.FontChange:
            self._room.changeSize(keycap_width(self._key) + 4, 0)
            self.updateGeometry()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.edit.text():
                self.edit.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left_down.emit()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face, magnifier and key."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            focused = self.edit.hasFocus()
            enabled = self.isEnabled()
            edge = tokens.accent if focused else tokens.border_strong if enabled else tokens.border
            fill = tokens.surface if enabled else tokens.surface_2
            box(painter, self.rect(), 4, fill, edge, width=2 if focused else 1)
            draw(painter, "search", "ink_2", QRect(11, self.height() // 2 - 7, 14, 14))
            if enabled and not self.edit.text():
                width = keycap_width(self._key)
                cap = QRect(self.width() - width - 10, self.height() // 2 - 9, width, 18)
                keycap(painter, cap, self._key)
