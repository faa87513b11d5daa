"""Draws the rows of the plan: transitions with level chips and length, actions with their owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from engagements.language import tr
from ui.roadmap.model import ITEM
from ui.roadmap.outline import Entry, Omitted, Step
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.marks import box, level_chip

if TYPE_CHECKING:
    from ui.roadmap.tree import PlanView

Index = QModelIndex | QPersistentModelIndex
_CHIP = 20
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = _CENTRE | Qt.AlignmentFlag.AlignRight


class PlanRows(QStyledItemDelegate):
    """Rows run through the whole width; words stay in the column of names."""

    def __init__(self, view: PlanView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Transitions a little lower than actions, all lower in a small window."""
        item = index.data(ITEM)
        action = isinstance(item, Entry | Omitted)
        height = 30 if self._view.low else 36 if action else 34
        return QSize(120, theme().scaled(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        item = index.data(ITEM)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        view = self._view
        area = QRect(0, rect.y(), view.viewport().width(), rect.height())
        names = QRect(0, rect.y(), view.names, rect.height())
        here = index == view.currentIndex()
        tokens = theme().tokens
        painter.save()
        ground = tokens.surface if isinstance(item, Entry | Omitted) else tokens.surface_2
        painter.fillRect(area, QColor(tokens.accent_weak if here else ground))
        line = QRect(0, area.bottom(), area.width(), 1)
        painter.fillRect(line, QColor(tokens.border))
        if here:
            painter.fillRect(QRect(0, area.y(), 3, area.height()), QColor(tokens.accent))
        if isinstance(item, Step):
            self._step(painter, names, item, is_open=view.isExpanded(index))  # type: ignore[arg-type]
        elif isinstance(item, Entry):
            self._entry(painter, names, item, here=here)
        elif isinstance(item, Omitted):
            self._omitted(painter, area, item)
        else:
            self._arrow(painter, names, is_open=view.isExpanded(index))  # type: ignore[arg-type]
            words = index.data(Qt.ItemDataRole.DisplayRole)
            self._words(painter, names.adjusted(34, 0, -12, 0), words, ("ink", 500))
        if here and view.hasFocus():
            box(painter, area.adjusted(3, 1, -2, -1), 4, None, tokens.accent, width=2)
        painter.restore()

    def _arrow(self, painter: QPainter, area: QRect, *, is_open: bool) -> None:
        place = QRect(12, area.center().y() - 7, 14, 14)
        draw(painter, "chevron-down" if is_open else "chevron-right", "ink_2", place)

    def _step(self, painter: QPainter, area: QRect, item: Step, *, is_open: bool) -> None:
        self._arrow(painter, area, is_open=is_open)
        side = theme().scaled(_CHIP)
        top = area.center().y() - side // 2 + 1
        x = 34
        level_chip(painter, QRect(x, top, side, side), item.from_level)
        draw(painter, "arrow", "ink_2", QRect(x + side + 4, area.center().y() - 6, 14, 14))
        x += side + 22
        level_chip(painter, QRect(x, top, side, side), item.to_level)
        x += side + 6
        if item.short:
            draw(painter, "warning", "attn", QRect(x, area.center().y() - 7, 14, 14))
            x += 18
        rest = QRect(x, area.y(), area.right() - 12 - x, area.height())
        self._words(painter, rest, item.length, ("ink_2", 400), right=True, small=True)

    def _entry(self, painter: QPainter, area: QRect, item: Entry, *, here: bool) -> None:
        chip = self._chip(painter, area, item.chip, open_owner=not item.owner)
        rest = QRect(18, area.y(), chip - 18 - 8, area.height())
        self._words(painter, rest, item.title, ("ink", 600 if here else 400))

    def _chip(self, painter: QPainter, area: QRect, code: str, *, open_owner: bool) -> int:
        """The owner's code at the right of the names; returns where it begins."""
        font = theme().font("micro", 600)
        width = max(26, QFontMetrics(font).horizontalAdvance(code) + 10)
        height = theme().scaled(_CHIP)
        chip = QRect(area.right() - 11 - width, area.center().y() - height // 2 + 1, width, height)
        tokens = theme().tokens
        edge = tokens.attn if open_owner else tokens.border_strong
        box(painter, chip, 3, tokens.surface, edge, dashed=open_owner)
        painter.setFont(font)
        painter.setPen(QColor(tokens.attn if open_owner else tokens.ink_2))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, code)
        return chip.x()

    def _omitted(self, painter: QPainter, area: QRect, item: Omitted) -> None:
        names = QRect(18, area.y(), self._view.names - 30, area.height())
        self._words(painter, names, item.title, ("ink_3", 400))
        rest = area.adjusted(self._view.names + 12, 0, -12, 0)
        words = item.reason or tr("No reason given")
        self._words(painter, rest, words, ("ink_2", 400), small=True)

    def _words(
        self,
        painter: QPainter,
        area: QRect,
        words: str,
        look: tuple[str, int],
        *,
        right: bool = False,
        small: bool = False,
    ) -> None:
        """One line, cut where it has to be; ``look`` is a token and a weight."""
        painter.setFont(theme().font("small" if small else "body", look[1]))
        painter.setPen(theme().colour(look[0]))
        fitting = QFontMetrics(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, _RIGHT if right else _CENTRE, fitting)
