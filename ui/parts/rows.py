"""Rows of a painted list: one height, a bar before the one that is chosen, words that fit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW = 30
"""Pixels of a row at 100 % text size."""


class Rows(QStyledItemDelegate):
    """Paints the ground of a row; what stands on it is its kind's own."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One row; the list gives the width."""
        return QSize(100, theme().scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the words."""
        area: QRect = option.rect  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(area, QColor(theme().tokens.accent_weak))
            bar = QRect(area.x(), area.y(), 3, area.height())
            painter.fillRect(bar, QColor(theme().tokens.accent))
        self.write(painter, area, index)

    def write(self, painter: QPainter, area: QRect, index: Index) -> None:
        """Put the row's words into its area."""
        raise NotImplementedError


def put(painter: QPainter, area: QRect, words: str, tone: str, weight: int) -> None:
    """Words in the middle of an area's height, cut with … where they would pass its right edge."""
    painter.setFont(theme().font("body", weight))
    painter.setPen(theme().colour(tone))
    fitting = QFontMetrics(painter.font()).elidedText(
        words, Qt.TextElideMode.ElideRight, area.width()
    )
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)
