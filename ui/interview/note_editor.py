"""The note editor: plain paragraphs that are notes, quotes or to-dos, by a key or a sign."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)

from engagements.language import tr
from engagements.records.answers import NoteKind
from engagements.records.base import MAX_TEXT
from ui.interview.note_field import NoteField
from ui.interview.note_layout import (
    KIND,
    NOTE,
    is_covered,
    kind_of,
    paint_marks,
)
from ui.parts.answer_keys import answer_of
from ui.parts.misspelled import Misspelled
from ui.theme import theme

MARKS = (Qt.Key.Key_B, Qt.Key.Key_T, Qt.Key.Key_R)
"""With Ctrl held: a quote, a to-do, off the record."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDITING = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class NoteEditor(NoteField):
    """Keys, signs and what is pasted; says when the field is entered and left.

    Where its own undo ends, Ctrl+Z is the window's.
    """

    left = Signal()
    entered = Signal()
    evidence_given = Signal(QMimeData)
    """A picture or files were pasted or dropped."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        theme().typed(self, "editor")
        self.setProperty("plain", "true")
        self.setAccessibleName(name or tr("Note"))
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(self._see_cursor)
        self.misspelled = Misspelled(self)

    def take_command(self, event: QKeyEvent) -> bool:
        """Do what a key with Ctrl held means in a note; False when it means nothing here."""
        if event.key() == Qt.Key.Key_B:
            self.toggle_kind(NoteKind.QUOTE)
        elif event.key() == Qt.Key.Key_T:
            self.toggle_kind(NoteKind.TODO)
        elif event.key() == Qt.Key.Key_R:
            self.toggle_off_record()
        else:
            return False
        return True

    def _see_cursor(self) -> None:
        """Scroll on while the cursor's line is cut; Qt counts lines of its own height."""
        bar = self.verticalScrollBar()
        below = self.viewport().height()
        while self.cursorRect().bottom() + 4 > below and bar.value() < bar.maximum():
            bar.setValue(bar.value() + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs and keys that make a paragraph something else; the rest is typing."""
        self.put_back()
        if event.modifiers() in _EDITING and self._is_sign(event):
            event.accept()
            return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and self.take_command(event):
            return
        if answer_of(event, ctrl=True) is not None:
            event.ignore()
            return
        written = _types(event)
        if written and self.length() >= MAX_TEXT:
            self.refused.emit(tr("This note is as long as a note can be."))
            return
        if written:
            self.make_room()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed letters are typing too."""
        if event.preeditString() or event.commitString():
            self.make_room()
        super().inputMethodEvent(event)

    def _is_sign(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        kind = kind_of(cursor.block())
        at_start = cursor.atBlockStart()
        if event.text() == ">" and at_start and kind is NoteKind.NOTE:
            self._change({KIND: NoteKind.QUOTE.value})
            return True
        if event.key() == Qt.Key.Key_Backspace and at_start and kind is not NoteKind.NOTE:
            self._change({KIND: ""})
            return True
        return event.key() in _ENTER and self._enter(cursor, kind)

    def _enter(self, cursor: QTextCursor, kind: NoteKind) -> bool:
        """A to-do ends with its line; an empty quote or to-do turns plain."""
        if is_covered(cursor.block()):
            self.make_room()
            return True
        if kind is NoteKind.NOTE:
            return False
        if not cursor.block().text().strip():
            self._change({KIND: ""})
            return True
        if kind is NoteKind.TODO and cursor.atBlockEnd():
            form = QTextBlockFormat(cursor.blockFormat())
            form.setProperty(KIND, "")
            form.setProperty(NOTE, "")
            cursor.insertBlock(form)
            self.setTextCursor(cursor)
            return True
        return False

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Shift+Z to the window when there is nothing to undo here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            if _is_undo(event) and not document.isUndoAvailable():
                if self._kept_first():
                    event.accept()
                    return True
                event.ignore()
                return False
        return super().event(event)

    def _kept_first(self) -> bool:
        """Hidden words ended the editor's own undo: what was typed is kept, to be named first."""
        if not self.unkept:
            return False
        self.left.emit()
        kept, self.unkept = not self.unkept, False  # where nothing new was typed it stays as it was
        return kept

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and what becomes evidence."""
        return is_evidence(source) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text goes into the note, a picture or a file becomes evidence."""
        if is_evidence(source):
            self.evidence_given.emit(source)
            return
        if len(source.text()) + self.length() > MAX_TEXT:
            self.refused.emit(tr("This text is too long for one note. Attach it as a file."))
            return
        self.make_room()
        super().insertFromMimeData(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures, and text."""
        if is_evidence(event.mimeData()):
            event.acceptProposedAction()
            return
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files and pictures anywhere."""
        if is_evidence(event.mimeData()):
            event.acceptProposedAction()
            return
        super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Files and pictures become evidence."""
        if is_evidence(event.mimeData()):
            event.acceptProposedAction()
            self.evidence_given.emit(event.mimeData())
            return
        super().dropEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that typing goes here."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left, for whatever reason but its own menu."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.cover()
            self.left.emit()

    def sizeHint(self) -> QSize:
        """Takes what is left over."""
        return QSize(240, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at the new width."""
        self._layout.width = self.viewport().width()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, then the marks of their paragraphs."""
        super().paintEvent(event)
        paint_marks(self, event)


def is_evidence(source: QMimeData) -> bool:
    """Whether pasted or dropped things are files or a picture rather than text."""
    if any(url.isLocalFile() for url in source.urls()):
        return True
    return source.hasImage() and not source.hasText()


def _types(event: QKeyEvent) -> bool:
    """Whether a key writes something; some keyboards hold Ctrl and Alt for a letter."""
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    commanded = event.modifiers() & (ctrl | alt) == ctrl
    return event.text() != "" and event.text().isprintable() and not commanded


def _is_undo(event: QKeyEvent) -> bool:
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return ctrl and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
