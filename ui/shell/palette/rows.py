"""The palette's list: headings and what was found under them, and how a row is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engagements.language import tr
from ui.shell.palette.finding import GROUP_WORDS, Entry, Group
from ui.theme import Role, theme
from ui.theme.icons import draw
from ui.widgets.marks import keycap, keycap_width

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ITEM = Qt.ItemDataRole.UserRole
Face = tuple[Role, int, str]
"""Type role, weight, token of the colour."""
HEADING, ROW = 28, 34
LEFT, RIGHT = 16, 14


class FoundModel(QAbstractListModel):
    """Headings (their words) and entries, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[str | Entry, ...] = ()

    def show_found(self, found: Sequence[tuple[Group, Sequence[Entry]]]) -> None:
        """Show other entries."""
        self.beginResetModel()
        rows: list[str | Entry] = []
        for group, entries in found:
            rows += [tr(GROUP_WORDS[group]), *entries]
        self.rows = tuple(rows)
        self.endResetModel()

    def lines(self) -> list[int]:
        """Numbers of the rows that can be chosen."""
        return [at for at, row in enumerate(self.rows) if isinstance(row, Entry)]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Headings and entries."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words; the delegate takes the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ITEM:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, str):
            return row
        return ", ".join(part for part in (row.code, row.words, row.detail, row.key) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        is_entry = index.isValid() and isinstance(self.rows[index.row()], Entry)
        return super().flags(index) if is_entry else Qt.ItemFlag.NoItemFlags


class FoundRows(QStyledItemDelegate):
    """Icon, code, words, grey words behind, and the keys at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is lower than an entry."""
        return QSize(100, theme().scaled(HEADING if isinstance(index.data(ITEM), str) else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ITEM)
        area: QRect = option.rect  # type: ignore[attr-defined]
        if isinstance(row, str):
            words = area.adjusted(LEFT, 4, -RIGHT, 0)
            _text(painter, words, row, ("small", 600, "ink_3"))
            return
        on = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        tokens = theme().tokens
        if on:
            painter.fillRect(area, QColor(tokens.accent_weak))
            painter.fillRect(area.x(), area.y(), 3, area.height(), QColor(tokens.accent))
        middle = area.center().y()
        draw(painter, row.icon, "accent" if on else "ink_2", QRect(LEFT, middle - 7, 16, 16))
        right = _keys(painter, row, area, on=on)
        words = area.adjusted(LEFT + 28, 0, 0, 0)
        words.setRight(right - 10)
        if row.code:
            taken = _text(painter, words, row.code, ("body", 600, "ink"))
            words.setLeft(words.left() + max(taken, theme().scaled(56)) + 10)
        taken = _text(painter, words, row.words, ("body", 500, "ink"))
        words.setLeft(words.left() + taken + 12)
        if row.detail and words.width() > 40:
            _text(painter, words, row.detail, ("small", 400, "ink_2"))


def _keys(painter: QPainter, row: Entry, area: QRect, *, on: bool) -> int:
    """Draw the key of an entry, and of the chosen one what Ctrl+Enter does; returns their left."""
    right, middle = area.right() - RIGHT, area.center().y()
    shown = ((row.second_words, "Ctrl+Enter"),) if on and row.second_words else (("", row.key),)
    for words, key in shown:
        if not key:
            continue
        if words:
            metrics = QFontMetrics(theme().font("small"))
            width = metrics.horizontalAdvance(words) + 2
            _text(
                painter,
                QRect(right - width, area.y(), width, area.height()),
                words,
                ("small", 400, "ink_2"),
            )
            right -= width + 6
        wide = keycap_width(key)
        keycap(painter, QRect(right - wide, middle - 8, wide, 18), key)
        right -= wide + 6
    return right


def _text(painter: QPainter, area: QRect, words: str, face: Face) -> int:
    """Draw one line in a face (role, weight, tone), elided; returns how wide it came."""
    role, weight, tone = face
    painter.setFont(theme().font(role, weight))
    painter.setPen(theme().colour(tone))
    metrics = QFontMetrics(painter.font())
    plain = " ".join(words.split())
    fitting = metrics.elidedText(plain, Qt.TextElideMode.ElideRight, max(area.width(), 0))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, fitting)
    return metrics.horizontalAdvance(fitting)
