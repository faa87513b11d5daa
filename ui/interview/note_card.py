"""The note's frame: what its keys do over the editor, and the ring when one types in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from engagements.language import mark, tr
from engagements.records.answers import NoteKind
from ui.interview.note_editor import NoteEditor
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import Rule
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import box

HINT = mark("Ctrl+1 to 5 answers")
SIDE, GAP = 12, 4
"""Pixels at the head's ends and between its parts."""


class NoteCard(QFrame):
    """Header and editor in one frame."""

    link_asked = Signal()

    def __init__(self, editor: NoteEditor, title: str = "", *, links: bool = True) -> None:
        super().__init__()
        self.editor = editor
        self._has_hint = True
        self._why = ""
        self._tight = False
        self._buttons: list[Button] = []
        self._hint = ElidedLabel(tr(HINT), "small", tone="ink_2")
        self._recovered = ElidedLabel("", "small", 500, "ok")
        self._recovered.setObjectName("recovered")
        self._recovered.hide()
        quote = self._button(tr("Quote"), "quote", "Ctrl+B")
        quote.clicked.connect(lambda: editor.toggle_kind(NoteKind.QUOTE))
        todo = self._button(tr("To do"), "flag", "Ctrl+T")
        todo.clicked.connect(lambda: editor.toggle_kind(NoteKind.TODO))
        off = self._button(tr("Off the record"), "eye-off", "")
        off.setToolTip(tr("Stays out of reports and copies (Ctrl+R)"))
        off.clicked.connect(editor.toggle_off_record)
        self._off = off
        head = QHBoxLayout()
        head.setContentsMargins(12, 2, 6, 2)
        head.setSpacing(GAP)
        self._called = Label(title or tr("Note"), "small", 600)
        head.addWidget(self._called)
        head.addSpacing(6)
        head.addWidget(self._recovered, 100)
        head.addWidget(self._hint, 1)
        for each in (quote, todo, off):
            head.addWidget(each)
        if links:
            link = self._button(tr("Link"), "link", "Ctrl+L")
            link.clicked.connect(self.link_asked)
            head.addWidget(link)
        else:
            self._has_hint = False
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 2, 2)
        inner.addWidget(editor)
        column.addLayout(inner, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        editor.entered.connect(self.update)
        editor.left.connect(self.update)

    def _button(self, words: str, icon: str, key: str) -> Button:
        button = Button(words, kind="quiet", size="small", icon=icon, key=key)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons.append(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where it has no room."""
        super().resizeEvent(event)
        self._hint.setText(self._hint_words())

    def set_tight(self, *, tight: bool) -> None:
        """Leave out the keys beside the words; the tool tips tell them."""
        self._tight = tight
        self._show_keys()

    def _show_keys(self) -> None:
        """Their room is the recovered line's while it is there."""
        shown = not self._tight and self._recovered.isHidden()
        for button in self._buttons:
            if button is not self._off:
                button.show_key(shown=shown)
        self._hint.setText(self._hint_words())

    def set_closed(self, why: str) -> None:
        """Let nothing be written, and say why; empty opens it again."""
        for button in self._buttons:
            button.setHidden(bool(why))
        self._why = why
        self._hint.setText(self._hint_words())

    def _hint_words(self) -> str:
        if self._why:
            return self._why
        fits = self._has_hint and self._recovered.isHidden() and self._room() >= 0
        return tr(HINT) if fits else ""

    def _room(self) -> int:
        """Pixels that are left beside the buttons and the whole hint."""
        hint = QFontMetrics(self._hint.font()).horizontalAdvance(tr(HINT)) + 2
        others = (self._called, *self._buttons)
        gaps = GAP * (len(others) + 2) + 2 * SIDE
        return self.width() - hint - gaps - sum(one.sizeHint().width() for one in others)

    def show_recovered(self, words: str) -> None:
        """Say what a crash did not take; empty takes the line away."""
        self._recovered.setText(words)
        self._recovered.setVisible(bool(words))
        self._show_keys()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, 2 px of accent while one types."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            typing = self.editor.hasFocus()
            edge = tokens.accent if typing else tokens.border_strong
            box(painter, self.rect(), 4, tokens.surface, edge, width=2 if typing else 1)
