"""How the cells of the engagements list are drawn, one delegate per column."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from engagements.language import tr
from ui.home.rows import STATUSES, Row
from ui.home.table import ROW_ROLE
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets import marks
from ui.widgets.ledger import ground
from ui.widgets.marks import text

Index = QModelIndex | QPersistentModelIndex
LEFT = 16
INNER = 12
"""Room before the words of the first column and of the others."""
FILE_GAP = 10
"""Room between a client and the name of its file."""


class Spot(NamedTuple):
    """What a cell is drawn for."""

    area: QRect
    row: Row
    selected: bool


class Cell(QStyledItemDelegate):
    """Ground, hairline and selection of a cell; what stands in it is drawn by ``content``."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        area, selected = ground(painter, option, index)
        self.content(painter, Spot(area, row, selected))
        painter.restore()

    def content(self, painter: QPainter, spot: Spot) -> None:
        """What stands in the cell."""
        raise NotImplementedError

    @staticmethod
    def two_lines(area: QRect, left: int) -> tuple[QRect, QRect]:
        """The places of an upper and a lower line, centred together."""
        high, low, gap = theme().line("body"), theme().line("small"), 1
        top = area.center().y() - (high + gap + low) // 2
        x, width = area.x() + left, area.width() - left - 10
        return QRect(x, top, width, high), QRect(x, top + high + gap, width, low)


_ICONS = {"damaged": "warning", "missing": "warning", "deleted": "clock"}
"""What stands before the words about a file; the others have a lock."""


class ClientCell(Cell):
    """Client over scope; a file that cannot be read says so instead."""

    def content(self, painter: QPainter, spot: Spot) -> None:
        """Two lines."""
        area, row = spot.area, spot.row
        upper, lower = self.two_lines(area, LEFT)
        text(painter, self._before_file(painter, upper, row), row.name, weight=600)
        if row.condition == "ready":
            text(painter, lower, row.scope, "small", tone="ink_2")
            return
        icon = _ICONS.get(row.condition, "lock")
        tone = "attn" if icon == "warning" else "ink_2"
        draw(painter, icon, tone, QRect(lower.x(), lower.y() + 1, 14, 14))
        words = lower.adjusted(20, 0, 0, 0)
        text(painter, words, row.condition_words, "small", tone=tone)

    @staticmethod
    def _before_file(painter: QPainter, line: QRect, row: Row) -> QRect:
        """Draw the file name, if there is one, behind the client; returns the client's place."""
        if not row.file:
            return line
        named = QFontMetrics(theme().font("body", 600)).horizontalAdvance(row.name) + FILE_GAP
        wide = QFontMetrics(theme().font("small")).horizontalAdvance(row.file) + 2
        begin = min(named, max(line.width() - wide, line.width() // 3))
        place = line.adjusted(begin, 0, 0, 0)
        # Copies begin alike: what tells them apart is at the end.
        elided = Qt.TextElideMode.ElideMiddle
        text(painter, place, row.file, "small", tone="ink_2", elided=elided)
        return QRect(line.x(), line.y(), begin - FILE_GAP // 2, line.height())


class StatusCell(Cell):
    """The status in a word over five steps."""

    def content(self, painter: QPainter, spot: Spot) -> None:
        """Word and steps; nothing where nothing is known."""
        area, row = spot.area, spot.row
        if not row.is_known:
            return
        upper, lower = self.two_lines(area, 12)
        text(painter, upper, row.status_words, "small", weight=500)
        at = STATUSES.index(row.status) if row.status in STATUSES else len(STATUSES)
        strip = QRect(lower.x(), lower.y() + 4, 78, 4)
        marks.steps(painter, strip, at, len(STATUSES), selected=spot.selected)


class LevelCell(Cell):
    """Level and possible level, an arrow, the target."""

    def content(self, painter: QPainter, spot: Spot) -> None:
        """Chips."""
        area, row = spot.area, spot.row
        x, middle = area.x() + 12, area.center().y()
        if not row.is_known:
            return
        if row.low is None:
            words = tr("not yet")
            wide = max(52, QFontMetrics(theme().font("small")).horizontalAdvance(words) + 4)
            text(painter, QRect(x, middle - 9, wide, 19), words, "small", tone="ink_2")
            x += wide
        else:
            marks.level_chip(painter, QRect(x, middle - 10, 22, 22), row.low)
            x += 26
            if row.high is not None and row.high != row.low:
                text(painter, QRect(x, middle - 9, 6, 19), "/", tone="ink_2")
                marks.level_chip(painter, QRect(x + 7, middle - 10, 22, 22), row.high, "possible")
                x += 33
        if row.target is None:
            return
        draw(painter, "arrow", "ink_2", QRect(x + 2, middle - 6, 14, 14))
        marks.level_chip(painter, QRect(x + 22, middle - 10, 22, 22), row.target, "target")


class AnsweredCell(Cell):
    """A bar and the count."""

    def content(self, painter: QPainter, spot: Spot) -> None:
        """Bar and words."""
        area, row = spot.area, spot.row
        middle = area.center().y()
        if not row.total:
            return
        words = f"{row.answered}/{row.total}"
        width = QFontMetrics(theme().font("small")).horizontalAdvance("00/00") + 4
        length = max(24, area.width() - 12 - 8 - width - 8)
        share = row.answered / row.total
        marks.bar(painter, QRect(area.x() + 12, middle - 4, length, 9), share)
        place = QRect(area.x() + 12 + length + 8, middle - 9, width + 6, 19)
        text(painter, place, words, "small", tone="ink_2")


class DateCell(Cell):
    """When over what; a near date in accent."""

    def content(self, painter: QPainter, spot: Spot) -> None:
        """Two lines."""
        area, row = spot.area, spot.row
        upper, lower = self.two_lines(area, 12)
        weight = 600 if row.soon else None
        text(painter, upper, row.when, weight=weight, tone="accent" if row.soon else "ink")
        text(painter, lower, row.what, "small", tone="ink_2")


CELLS = (ClientCell, StatusCell, LevelCell, AnsweredCell, DateCell)
"""One per column, in the order of ``table.COLUMNS``."""
