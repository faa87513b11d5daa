"""The head of the map: a level's chip beside its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.findings.model import LEVEL_COLUMN
from ui.theme import theme
from ui.widgets.marks import level_chip

_ROOMY = 112
"""Pixels below which names are written smaller."""


class MapHeader(QHeaderView):
    """Painted; a name that does not fit ends in an ellipsis."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(theme().scaled(42))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        tokens = theme().tokens
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface_2))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        if section:
            painter.fillRect(rect.x(), rect.y(), 1, rect.height(), QColor(tokens.border))
        words = str(self.model().headerData(section, self.orientation()) or "")
        font = theme().font("small", 600)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink_2))
        if section == 0:
            area = rect.adjusted(14, 0, -8, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        elif section == LEVEL_COLUMN:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        else:
            self._level(painter, rect, section, words)
        painter.restore()

    def _level(self, painter: QPainter, rect: QRect, level: int, words: str) -> None:
        if rect.width() < _ROOMY:
            painter.setFont(theme().font("micro", 600))
        metrics = QFontMetrics(painter.font())
        side = theme().scaled(20)
        room = rect.width() - side - 12
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        whole = side + 7 + metrics.horizontalAdvance(fitting)
        x = rect.x() + (rect.width() - whole) // 2
        level_chip(painter, QRect(x, rect.center().y() - side // 2, side, side), level)
        area = QRect(x + side + 7, rect.y(), room + 4, rect.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)
