"""Lays out the note editor's paragraphs: line height, indents, and the marks in their margin."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit

from engagements.language import mark, tr
from engagements.records.answers import NoteKind
from ui.theme import theme
from ui.theme.icons import draw

KIND = QTextFormat.Property.UserProperty.value + 1
"""A paragraph's NoteKind as its value; absent for a plain note."""
OFF = QTextFormat.Property.UserProperty.value + 2
"""Whether a paragraph is off the record."""
NOTE = QTextFormat.Property.UserProperty.value + 3
"""Id of the note a paragraph came from."""
COVER = QTextFormat.Property.UserProperty.value + 4
"""Which words are kept out of a paragraph while the client looks; 0 or absent for none."""

LEFT = 14
"""Pixels left of plain paragraphs."""
_QUOTE_INDENT, _OFF_INDENT, _FLAG = 16, 24, 22
_TODO_WORDS = mark("To do:")


def kind_of(block: QTextBlock) -> NoteKind:
    """What a paragraph is."""
    return NoteKind(block.blockFormat().stringProperty(KIND) or NoteKind.NOTE)


def is_off(block: QTextBlock) -> bool:
    """Whether a paragraph is off the record."""
    return block.blockFormat().boolProperty(OFF)


def is_covered(block: QTextBlock) -> bool:
    """Whether a paragraph's words are kept elsewhere."""
    return block.blockFormat().intProperty(COVER) > 0


class NoteLayout(QPlainTextDocumentLayout):
    """Places lines at the editor's line height, quotes and to-dos further in.

    Qt's own layout knows no indent; a paragraph it has just laid out is laid out again here,
    before anything asks where it is.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.width = 600

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The paragraph's place, gaps above and below included."""
        rect = super().blockBoundingRect(block)
        if not block.isValid():
            return rect
        layout = block.layout()
        kind = kind_of(block)
        x, top = indent(block), _above(kind)
        first = layout.lineAt(0)
        if first.isValid() and (first.x() != x or round(first.y()) != round(self._y(layout, top))):
            self._lay(block, x, top)
        height = layout.lineCount() * theme().line("editor") + top + _below(kind)
        return QRectF(0, 0, rect.width(), height)

    def _y(self, layout: QTextLayout, top: int) -> float:
        """Where the first line stands so that its letters are in the middle of the line height."""
        return top + max(0.0, (theme().line("editor") - layout.lineAt(0).height()) / 2)

    def _lay(self, block: QTextBlock, x: int, top: int) -> None:
        layout = block.layout()
        layout.setFormats(_formats(block))
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, self.width - x - LEFT))
            drop = max(0.0, (theme().line("editor") - line.height()) / 2)
            line.setPosition(QPointF(x, top + drop + count * theme().line("editor")))
            count += 1
        layout.endLayout()
        block.setLineCount(max(1, count))


def indent(block: QTextBlock) -> int:
    """Pixels left of a paragraph's words."""
    kind, off = kind_of(block), _OFF_INDENT if is_off(block) else 0
    if kind is NoteKind.TODO:
        return LEFT + off + _FLAG + _wide(tr(_TODO_WORDS), theme().line("editor")) + 5
    return LEFT + off + (_QUOTE_INDENT if kind is NoteKind.QUOTE else 0)


@lru_cache(maxsize=16)
def _wide(words: str, line: int) -> int:
    """Pixels of the mark's words; ``line`` (their height) tells one text size from another."""
    del line
    return QFontMetrics(theme().font("editor", 500)).horizontalAdvance(words)


def _above(kind: NoteKind) -> int:
    return 3 if kind is NoteKind.NOTE else 5


def _below(kind: NoteKind) -> int:
    return 3 if kind is NoteKind.NOTE else 4


def _formats(block: QTextBlock) -> list[QTextLayout.FormatRange]:
    """How the whole paragraph is written; nothing of it is kept in the document."""
    kind = kind_of(block)
    form = QTextCharFormat()
    if kind is NoteKind.QUOTE:
        form.setFontItalic(True)
        form.setForeground(theme().colour("ink_2"))
    elif kind is NoteKind.TODO:
        form.setFontWeight(500)
        form.setForeground(theme().colour("attn"))
    elif is_off(block):
        form.setForeground(theme().colour("ink_2"))
    else:
        return []
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = 0, max(1, block.length()), form  # type: ignore[attr-defined]
    return [span]


def paint_marks(editor: QPlainTextEdit, event: QPaintEvent) -> None:
    """Draw quote bars, to-do flags and off-the-record marks of the paragraphs on screen."""
    with QPainter(editor.viewport()) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        block = editor.firstVisibleBlock()
        while block.isValid():
            place = editor.blockBoundingGeometry(block).translated(editor.contentOffset())
            if place.top() > event.rect().bottom():
                break
            _paint_mark(painter, block, place)
            block = block.next()


def _paint_mark(painter: QPainter, block: QTextBlock, place: QRectF) -> None:
    line = theme().line("editor")
    kind = kind_of(block)
    top = round(place.top()) + _above(kind)
    x = LEFT
    if is_off(block):
        if is_covered(block):  # the client may be reading: no word about it
            painter.setFont(theme().font("editor"))
            painter.setPen(theme().colour("ink_3"))
            words = QRect(x, top, round(place.width()), line)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "–")
            return
        draw(painter, "eye-off", "ink_3", QRect(x, top + (line - 16) // 2, 16, 16))
        x += _OFF_INDENT
    if kind is NoteKind.QUOTE:
        bar = QRect(x, top, 3, round(place.height()) - _above(kind) - _below(kind))
        painter.fillRect(bar, theme().colour("accent"))
    elif kind is NoteKind.TODO:
        draw(painter, "flag", "attn", QRect(x, top + (line - 15) // 2, 15, 15))
        painter.setFont(theme().font("editor", 500))
        painter.setPen(theme().colour("attn"))
        words = QRect(x + _FLAG, top, indent(block) - x - _FLAG, line)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, tr(_TODO_WORDS))
