"""Marks words of a text field that may be misspelled, and offers what was probably meant."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QToolTip

from engagements.language.spelling import Speller, Word, words_of
from engagements.records.base import MAX_TEXT
from ui.parts.meant import first, offer, remark
from ui.parts.spelling import spelling
from ui.theme import theme

_COMBINATION = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Period)
IDLE_MS = 250
"""How long nothing is typed before a field is checked."""
SLICE_S = 0.006
"""How long checking may keep the window from anything else."""


@dataclass
class _Part:
    """A paragraph that is being checked: the words still to come, and the unknown ones so far."""

    text: str
    words: Iterator[Word]
    unknown: list[Word] = field(default_factory=list)


class Misspelled(QObject):
    """A field's marks. They lie over the text: neither its words nor its undo know of them.

    Only what is on screen is marked: Qt lays a paragraph out to mark it.
    """

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._own_description = ""
        self._described = False
        self._ignored: set[str] = set()
        self._typed_at = -1
        """Where the cursor stands behind what is being typed; -1 when nothing is."""
        self._typing = self._touched = False
        """Whether a key was pressed that writes, and whether it wrote."""
        self._known: dict[str, tuple[Word, ...]] = {}
        """By a paragraph's words, those of them that nobody knows."""
        self._marks: list[QTextCursor] = []
        self._block = QTextBlock()
        self._found: dict[str, tuple[Word, ...]] = {}
        self._part: _Part | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._start)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self._scrolled = QTimer(self, singleShot=True, interval=0)
        self._scrolled.timeout.connect(self._show)
        field.verticalScrollBar().valueChanged.connect(lambda _at: self._scrolled.start())
        field.document().contentsChange.connect(self._changed)
        field.cursorPositionChanged.connect(self._moved)
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)
        spelling().changed.connect(self._forget)
        theme().changed.connect(self._paint)

    def marked(self) -> tuple[str, ...]:
        """The words that are marked on screen now."""
        return tuple(one.selectedText() for one in self._marks)

    # what is to be checked, and when

    def _changed(self, _at: int, _removed: int, _added: int) -> None:
        self._touched, self._typing = self._typing, False
        self._next.stop()
        self._idle.start()

    def _moved(self) -> None:
        if not self._touched:
            self._leave_word()
            self._describe()

    def _leave_word(self) -> None:
        """What was being typed is a word like any other from now on."""
        self._touched = False
        if self._typed_at != -1:
            self._typed_at = -1
            self._idle.start()

    def _forget(self) -> None:
        self._known.clear()
        self._next.stop()
        self._idle.start()

    def _start(self) -> None:
        if self._touched:
            self._touched, self._typed_at = False, self._field.textCursor().position()
        self._block, self._found = self._field.document().firstBlock(), {}
        self._go_on()

    def _go_on(self) -> None:
        """Check paragraphs for as long as one may, the rest at the next chance."""
        speller = None if self._field.isReadOnly() or not self._field.toPlainText() else _speller()
        if speller is None:
            self._known = {}
            self._show()
            return
        until = perf_counter() + SLICE_S
        while self._block.isValid():
            text = self._block.text()
            if text not in self._known and not self._checked(text, speller, until):
                self._next.start()
                return
            self._found[text] = self._known[text]
            self._block = self._block.next()
            if perf_counter() > until:
                self._next.start()
                return
        self._known = dict(self._found)
        self._show()

    def _checked(self, text: str, speller: Speller, until: float) -> bool:
        """Check a paragraph on from where the last chance ended; False when time is up."""
        if self._part is None or self._part.text != text:
            self._part = _Part(text, words_of(text))
        for word in self._part.words:
            if not speller.knows(word.text):
                self._part.unknown.append(word)
            if perf_counter() > until:
                return False
        self._known[text] = tuple(self._part.unknown)
        self._part = None
        return True

    # what is marked

    def _places(self, block: QTextBlock, bottom: float = math.inf) -> Iterator[tuple[int, int]]:
        """Beginning and end of every word to be marked, but for the one being typed.

        From a paragraph on, to the last one that begins above ``bottom`` of the field.
        """
        field = self._field
        while block.isValid():
            if bottom < math.inf:
                place = field.blockBoundingGeometry(block).translated(field.contentOffset())
                if place.top() > bottom:
                    return
            for word in self._known.get(block.text(), ()):
                start = block.position() + word.start
                end = start + len(word.text)
                if word.text not in self._ignored and not start <= self._typed_at <= end:
                    yield start, end
            block = block.next()

    def _show(self) -> None:
        """Mark the words on screen; nothing when they are marked already."""
        bottom = self._field.viewport().height()
        places = list(self._places(self._field.firstVisibleBlock(), bottom))
        if places != [(one.selectionStart(), one.selectionEnd()) for one in self._marks]:
            self._marks = [self._cursor(*place) for place in places]
            self._paint()
        self._describe()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint(self) -> None:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(theme().colour("danger"))
        marks: list[QTextEdit.ExtraSelection] = []
        for cursor in self._marks:
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = cursor, form  # type: ignore[attr-defined]
            marks.append(one)
        self._field.setExtraSelections(marks)

    def _at(self, position: int) -> QTextCursor | None:
        """The marked word that a position is in or beside."""
        for one in self._marks:
            if one.selectionStart() <= position <= one.selectionEnd():
                return QTextCursor(one)
        return None

    def _following(self) -> QTextCursor | None:
        """The misspelled word at the cursor, else the next one, from the top again at the end."""
        here = self._field.textCursor().position()
        places = list(self._places(self._field.document().firstBlock()))
        after = [place for place in places if place[1] >= here]
        place = next(iter((*after, *places)), None)
        return self._cursor(*place) if place is not None else None

    # what is said and offered

    def _describe(self) -> None:
        """Say beside the field's name that the word at the cursor may be misspelled."""
        word = self._at(self._field.textCursor().position())
        if word is None and not self._described:
            return
        if not self._described:
            self._own_description = self._field.accessibleDescription()
        self._described = word is not None
        words = remark(word.selectedText()) if word is not None else self._own_description
        if words != self._field.accessibleDescription():
            self._field.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key, the menu and the tool tip; a field that is left is checked whole."""
        kind = event.type()
        if kind is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tip(event)
        if kind is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return self._context_menu(event)
        if kind in (QEvent.Type.Resize, QEvent.Type.Show):
            self._scrolled.start()
        if watched is self._field and self._heed(event):
            return True
        return super().eventFilter(watched, event)

    def _heed(self, event: QEvent) -> bool:
        """Note whether someone types or leaves; True for the key that was meant for here."""
        if event.type() is QEvent.Type.FocusOut:
            self._leave_word()
            self._idle.start()
        elif event.type() is QEvent.Type.InputMethod:
            self._typing = True
        elif isinstance(event, QKeyEvent):
            self._typing = writes(event)
            return event.keyCombination() == _COMBINATION and self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            self._leave_word()
            self._finish()
            word = self._following()
            if word is not None:
                self._field.setTextCursor(_behind(word))
                menu = self._menu(QMenu(self._field), word)
                menu.setActiveAction(first(menu))
                place = self._field.cursorRect().bottomLeft()
                menu.popup(self._field.viewport().mapToGlobal(place))
        event.accept()
        return True

    def _finish(self) -> None:
        """Check to the end now: someone waits for it."""
        self._start()
        while self._next.isActive():
            self._next.stop()
            self._go_on()

    def _tip(self, event: QHelpEvent) -> bool:
        word = self._at(self._field.cursorForPosition(event.pos()).position())
        if word is None:
            return False
        QToolTip.showText(event.globalPos(), remark(word.selectedText()), self._field)
        return True

    def _context_menu(self, event: QContextMenuEvent) -> bool:
        """Before Qt's own entries, what was probably meant."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self._field.textCursor()
        point = self._field.cursorRect().bottomLeft() if by_key else event.pos()
        if not by_key:
            cursor = self._field.cursorForPosition(point)
        word = self._at(cursor.position())
        if word is None:
            return False
        menu = self._field.createStandardContextMenu(point)
        menu.insertSeparator(menu.actions()[0])
        self._menu(menu, word).popup(self._field.viewport().mapToGlobal(point) + QPoint(0, 2))
        return True

    def _menu(self, menu: QMenu, word: QTextCursor) -> QMenu:
        text = word.selectedText()
        return offer(menu, text, partial(self._replace, word, text), partial(self._ignore, text))

    def _replace(self, word: QTextCursor, text: str, meant: str) -> None:
        """Write what was meant; one step of the field's undo. Not where the word has gone."""
        if word.selectedText() != text:
            return
        grown = len(meant) - len(word.selectedText())
        if self._field.isReadOnly() or len(self._field.toPlainText()) + grown > MAX_TEXT:
            return
        start, end = word.selectionStart(), word.selectionEnd()
        cursor = QTextCursor(self._field.document())
        cursor.beginEditBlock()
        cursor.setPosition(end)
        cursor.insertText(meant)
        cursor.setPosition(start)  # removed last: what is typed next joins an insertion's step
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.endEditBlock()
        cursor.setPosition(start + len(meant))
        self._field.setTextCursor(cursor)
        self._leave_word()

    def _ignore(self, text: str) -> None:
        self._ignored.add(text)
        self._show()


def writes(event: QKeyEvent) -> bool:
    """Whether a key press changes a word: one that goes on to another question does not."""
    if event.type() is not QEvent.Type.KeyPress:
        return False
    letters = event.text()
    deletes = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    return deletes or (letters.isprintable() and letters != "")


def unknown(text: str, speller: Speller) -> tuple[Word, ...]:
    """The words of a paragraph that are not known."""
    return tuple(word for word in words_of(text) if not speller.knows(word.text))


def _speller() -> Speller | None:
    return spelling().speller()


def _behind(word: QTextCursor) -> QTextCursor:
    cursor = QTextCursor(word)
    cursor.setPosition(word.selectionEnd())
    return cursor
