"""The note editor: plain paragraphs that are notes, quotes or to-dos, by a key or a sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit

from engagements.language import tr
from engagements.records.answers import NoteKind
from engagements.records.base import MAX_TEXT
from ui.interview.note_layout import (
    KIND,
    LEFT,
    NOTE,
    OFF,
    NoteLayout,
    is_off,
    kind_of,
    paint_marks,
)
from ui.interview.note_text import Line
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


class NoteEditor(QPlainTextEdit):
    """Lines in, lines out; says when the user has changed something and when the field is left.

    Its own undo reaches back to the last ``show_lines``; beyond that Ctrl+Z is not taken.
    """

    edited = Signal()
    left = Signal()
    entered = Signal()
    evidence_given = Signal(QMimeData)
    """A picture or files were pasted or dropped."""
    refused = Signal(str)
    """Why something could not be taken in, in words."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        document = QTextDocument(self)
        self._layout = NoteLayout(document)
        document.setDocumentLayout(self._layout)
        document.setDocumentMargin(LEFT)
        self.setDocument(document)
        theme().typed(self, "editor")
        self.setProperty("plain", "true")
        self.setAccessibleName(name or tr("Note"))
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._see_cursor)
        theme().changed.connect(self._restyle)
        self.misspelled = Misspelled(self)

    def show_lines(self, lines: Sequence[Line], cursor: int | None = None) -> None:
        """Show other lines; not an edit, and the editor's undo starts anew.

        ``cursor`` is a position in characters; None puts it behind the last.
        """
        self._filling = True
        try:
            self.document().setUndoRedoEnabled(False)
            self.setPlainText("\n".join(line.text for line in lines))
            block = self.document().firstBlock()
            for line in lines:
                QTextCursor(block).setBlockFormat(_format(line))
                block = block.next()
            self.document().setUndoRedoEnabled(True)
        finally:
            self._filling = False
        self.move_to(cursor)

    def name_lines(self, lines: Sequence[Line]) -> None:
        """Give the paragraphs the notes they now belong to; the editor's undo starts anew."""
        self._filling = True
        try:
            self.document().setUndoRedoEnabled(False)
            block = self.document().firstBlock()
            for line in lines:
                if block.blockFormat().stringProperty(NOTE) != line.note:
                    QTextCursor(block).setBlockFormat(_format(line))
                block = block.next()
            self.document().setUndoRedoEnabled(True)
        finally:
            self._filling = False

    def move_to(self, position: int | None) -> None:
        """Put the cursor at a position, None behind the last character."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(last if position is None else max(0, min(position, last)))
        self.setTextCursor(cursor)

    def lines(self) -> tuple[Line, ...]:
        """The paragraphs as they are now."""
        found: list[Line] = []
        block = self.document().firstBlock()
        while block.isValid():
            note = block.blockFormat().stringProperty(NOTE)
            found.append(Line(block.text(), kind_of(block), is_off(block), note))
            block = block.next()
        return tuple(found)

    def is_blank(self) -> bool:
        """Whether there are no words."""
        return not self.toPlainText().strip()

    def toggle_kind(self, kind: NoteKind) -> None:
        """Make the paragraphs at the cursor a quote or a to-do, or plain again."""
        plain = all(kind_of(block) is kind for block in self._chosen())
        self._change({KIND: "" if plain else kind.value})

    def toggle_off_record(self) -> None:
        """Take the paragraphs at the cursor off the record, or put them back on it."""
        off = all(is_off(block) for block in self._chosen())
        self._change({OFF: not off})

    def current_kind(self) -> NoteKind:
        """What the paragraph at the cursor is."""
        return kind_of(self.textCursor().block())

    def current_is_off(self) -> bool:
        """Whether the paragraph at the cursor is off the record."""
        return is_off(self.textCursor().block())

    def _chosen(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        blocks = [block]
        while block.next().isValid() and block.next().position() < cursor.selectionEnd():
            block = block.next()
            blocks.append(block)
        return blocks

    def _change(self, properties: dict[int, object]) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._chosen():
            form = QTextBlockFormat(block.blockFormat())
            for key, value in properties.items():
                form.setProperty(key, value)
            QTextCursor(block).setBlockFormat(form)
        cursor.endEditBlock()
        self._touched()

    def set_safe(self, *, on: bool) -> None:
        """Hide what is off the record while the client looks, but for what is being typed."""
        self._layout.veiled, self._layout.bare = on, -1
        self._restyle()

    def _bare(self, block: int) -> None:
        """Show only this hidden paragraph, or none."""
        if self._layout.veiled and self._layout.bare != block:
            self._layout.bare = block
            self._restyle()

    def _contents_changed(self, _at: int, _removed: int, _added: int) -> None:
        if not self._filling:
            if self._layout.veiled:
                QTimer.singleShot(0, self, lambda: self._bare(self.textCursor().blockNumber()))
            self._touched()

    def _touched(self) -> None:
        self.viewport().update()
        self.edited.emit()

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
        if self._layout.bare not in (-1, self.textCursor().blockNumber()):
            QTimer.singleShot(0, self, lambda: self._bare(-1))
        bar = self.verticalScrollBar()
        below = self.viewport().height()
        while self.cursorRect().bottom() + 4 > below and bar.value() < bar.maximum():
            bar.setValue(bar.value() + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs and keys that make a paragraph something else; the rest is typing."""
        if event.modifiers() in _EDITING and self._is_sign(event):
            event.accept()
            return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and self.take_command(event):
            return
        if answer_of(event, ctrl=True) is not None:
            event.ignore()
            return
        if len(self.toPlainText()) >= MAX_TEXT and event.text().isprintable() and event.text():
            self.refused.emit(tr("This note is as long as a note can be."))
            return
        super().keyPressEvent(event)

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
                event.ignore()
                return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and what becomes evidence."""
        return is_evidence(source) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text goes into the note, a picture or a file becomes evidence."""
        if is_evidence(source):
            self.evidence_given.emit(source)
            return
        if len(source.text()) + len(self.toPlainText()) > MAX_TEXT:
            self.refused.emit(tr("This text is too long for one note. Attach it as a file."))
            return
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

    def _restyle(self) -> None:
        """Write quotes and to-dos in today's colours."""
        self.document().markContentsDirty(0, self.document().characterCount())


def is_evidence(source: QMimeData) -> bool:
    """Whether pasted or dropped things are files or a picture rather than text."""
    if any(url.isLocalFile() for url in source.urls()):
        return True
    return source.hasImage() and not source.hasText()


def _is_undo(event: QKeyEvent) -> bool:
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return ctrl and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)


def _format(line: Line) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setProperty(KIND, "" if line.kind is NoteKind.NOTE else line.kind.value)
    form.setProperty(OFF, line.off_record)
    form.setProperty(NOTE, line.note)
    return form
