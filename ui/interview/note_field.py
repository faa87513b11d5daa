"""A text field of paragraphs that are notes, quotes or to-dos: lines in, lines out.

While the client looks, what is off the record is kept out of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from engagements.records.answers import NoteKind
from ui.interview.note_layout import (
    COVER,
    KIND,
    LEFT,
    NOTE,
    OFF,
    NoteLayout,
    is_covered,
    is_off,
    kind_of,
)
from ui.interview.note_text import Line
from ui.interview.veil import Veil
from ui.theme import theme


class NoteField(QPlainTextEdit):
    """Its own undo reaches back to the last ``show_lines``; beyond that there is none."""

    edited = Signal()
    refused = Signal(str)
    """Why something could not be done, in words."""

    def __init__(self) -> None:
        super().__init__()
        document = QTextDocument(self)
        self._layout = NoteLayout(document)
        self._veil = Veil(document)
        document.setDocumentLayout(self._layout)
        document.setDocumentMargin(LEFT)
        self.setDocument(document)
        self._filling = False
        self.unkept = False
        """Words were typed since lines were shown or named."""
        document.contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._cursor_moved)
        theme().changed.connect(self._restyle)

    def show_lines(self, lines: Sequence[Line], cursor: int | None = None) -> None:
        """Show other lines; not an edit, and the editor's undo starts anew.

        ``cursor`` is a position in characters; None puts it behind the last.
        """
        with self._quietly():
            self._veil.forget()
            covers = [self._veil.put(line) for line in lines]
            shown = ("" if cover else line.text for line, cover in zip(lines, covers, strict=True))
            self.setPlainText("\n".join(shown))
            block = self.document().firstBlock()
            for line, cover in zip(lines, covers, strict=True):
                QTextCursor(block).setBlockFormat(_format(line, cover))
                block = block.next()
        self.unkept = False
        self.move_to(cursor)

    def name_lines(self, lines: Sequence[Line]) -> None:
        """Give the paragraphs the notes they now belong to; the editor's undo starts anew."""
        self.unkept = False
        with self._quietly():
            block = self.document().firstBlock()
            for line in lines:
                form = block.blockFormat()
                if form.stringProperty(NOTE) != line.note:
                    QTextCursor(block).setBlockFormat(_format(line, form.intProperty(COVER)))
                block = block.next()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change the document without an edit; the editor's undo starts anew."""
        self._filling = True
        try:
            self.document().setUndoRedoEnabled(False)
            yield
            self.document().setUndoRedoEnabled(True)
        finally:
            self._filling = False

    def move_to(self, position: int | None) -> None:
        """Put the cursor at a position, None behind the last character."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(last if position is None else self._veil.shown(position))
        self.setTextCursor(cursor)

    def position(self) -> int:
        """Where the cursor is, in characters."""
        return self._veil.whole(self.textCursor().position())

    def lines(self) -> tuple[Line, ...]:
        """The paragraphs as they are now, with what is hidden."""
        self.put_back()
        return tuple(self._present())

    def _present(self) -> list[Line]:
        found: list[Line] = []
        block = self.document().firstBlock()
        while block.isValid():
            note = block.blockFormat().stringProperty(NOTE)
            found.append(Line(self._veil.words(block), kind_of(block), is_off(block), note))
            block = block.next()
        return found

    def length(self) -> int:
        """Characters there are, hidden ones too."""
        return self.document().characterCount() - 1 + self._veil.length()

    def is_blank(self) -> bool:
        """Whether there are no words."""
        return not self._veil and not self.toPlainText().strip()

    def toggle_kind(self, kind: NoteKind) -> None:
        """Make the paragraphs at the cursor a quote or a to-do, or plain again.

        Words chosen within one paragraph become one of their own.
        """
        plain = all(kind_of(block) is kind for block in self._chosen())
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        if not plain:
            self._set_apart()
        self._change({KIND: "" if plain else kind.value})
        edit.endEditBlock()

    def _set_apart(self) -> None:
        """Put the words chosen within one paragraph on a line of their own, still chosen."""
        chosen = self.textCursor()
        first, last = QTextCursor(chosen), QTextCursor(chosen)
        first.setPosition(chosen.selectionStart())
        last.setPosition(chosen.selectionEnd())
        if not chosen.selectedText().strip() or first.blockNumber() != last.blockNumber():
            return
        before, after = QTextCursor(first), QTextCursor(last)
        before.movePosition(before.MoveOperation.StartOfBlock, before.MoveMode.KeepAnchor)
        after.movePosition(after.MoveOperation.EndOfBlock, after.MoveMode.KeepAnchor)
        blank = [not one.selectedText().strip() for one in (before, after)]
        for cut, at_edge in zip((first, last), blank, strict=True):
            if not at_edge:
                _part(cut)
        if not blank[1]:  # it stands at the start of the line that follows
            last.movePosition(last.MoveOperation.PreviousCharacter)
        first.setPosition(last.position(), first.MoveMode.KeepAnchor)
        self.setTextCursor(first)

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
        if any(is_covered(block) for block in self._chosen()):
            return  # in silence: the client is looking
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
        """While the client looks, no word off the record is in here but what is being typed."""
        if on == self._veil.on:
            return
        lines, cursor, unkept = self.lines(), self.position(), self.unkept
        self._veil.on = on
        if any(line.off_record for line in lines):  # else its undo may go on
            self.show_lines(lines, cursor)
            self.unkept = unkept

    def cover(self) -> None:
        """Cover what is off the record and not being typed any more."""
        self.put_back()
        here = self.textCursor().blockNumber() if self.hasFocus() else -1
        block = self.document().firstBlock()
        while self._veil.on and block.isValid():
            if self._is_bare(block) and block.blockNumber() != here:
                self._cover_block(block)
            block = block.next()

    def _is_bare(self, block: QTextBlock) -> bool:
        return is_off(block) and bool(block.text()) and not is_covered(block)

    def _cover_block(self, block: QTextBlock) -> None:
        form = block.blockFormat()
        note = form.stringProperty(NOTE)
        line = Line(block.text(), kind_of(block), off_record=True, note=note)
        form.setProperty(COVER, self._veil.put(line))
        with self._quietly():
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
            cursor.setBlockFormat(form)

    def _cursor_moved(self) -> None:
        if self._veil.on and not self._filling:
            QTimer.singleShot(0, self, self.cover)

    def _contents_changed(self, _at: int, _removed: int, _added: int) -> None:
        if self._filling:
            return
        if self._veil.missing():
            QTimer.singleShot(0, self, self.put_back)
        else:
            self._touched()

    def put_back(self) -> None:
        """Undo an edit that reached what is hidden: it cannot have been meant.

        Nothing is said about it: the client is looking.
        """
        if not self._veil.missing():
            return
        self._filling = True
        while self._veil.missing() and self.document().isUndoAvailable():
            self.document().undo()
        self._filling = False
        lost = self._veil.missing()
        if lost:
            self.show_lines((*self._present(), *lost))
        self._touched()

    def make_room(self) -> None:
        """Typing goes on below a hidden paragraph, off the record too."""
        cursor = self.textCursor()
        if is_covered(cursor.block()) and not cursor.hasSelection():
            form = cursor.blockFormat()
            for key, plain in ((KIND, ""), (NOTE, ""), (COVER, 0)):
                form.setProperty(key, plain)
            cursor.insertBlock(form)
            self.setTextCursor(cursor)

    def _touched(self) -> None:
        self.unkept = True
        self.viewport().update()
        self.edited.emit()

    def _restyle(self) -> None:
        """Write quotes and to-dos in today's colours."""
        self.document().markContentsDirty(0, self.document().characterCount())


def _part(cursor: QTextCursor) -> None:
    """Begin another paragraph here, without the blanks on either side."""
    document = cursor.document()
    while not cursor.atBlockStart() and document.characterAt(cursor.position() - 1).isspace():
        cursor.deletePreviousChar()
    while not cursor.atBlockEnd() and document.characterAt(cursor.position()).isspace():
        cursor.deleteChar()
    cursor.insertBlock()


def _format(line: Line, cover: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setProperty(KIND, "" if line.kind is NoteKind.NOTE else line.kind.value)
    form.setProperty(OFF, line.off_record)
    form.setProperty(NOTE, line.note)
    form.setProperty(COVER, cover)
    return form
