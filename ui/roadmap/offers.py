"""The list of actions that can be added: title, and the levels each lies between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from engagements.language import tr
from ui.roadmap.outline import Offer
from ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
_ROWS, _ROW = 8, 30


class OffersModel(QAbstractListModel):
    """Actions in the framework's order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Offer, ...] = ()

    def show(self, found: Sequence[Offer]) -> None:
        """Show other actions."""
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title and levels in words; the delegate takes the offer itself."""
        if not index.isValid():
            return None
        one = self.found[index.row()]
        if role == ITEM:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{one.title}, {one.about}"
        return None


class _Rows(QStyledItemDelegate):
    """The title, and quietly at the right between which levels."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Offer = index.data(ITEM)
        area: QRect = option.rect  # type: ignore[attr-defined]
        tokens = theme().tokens
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(area, QColor(tokens.accent_weak))
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height()), QColor(tokens.accent))
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("ink_2"))
        right = area.adjusted(0, 0, -10, 0)
        painter.drawText(right, centre | Qt.AlignmentFlag.AlignRight, one.about)
        wide = QFontMetrics(painter.font()).horizontalAdvance(one.about)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().colour("ink"))
        rest = area.adjusted(12, 0, -wide - 22, 0)
        words = QFontMetrics(painter.font()).elidedText(
            one.title, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, centre, words)


class OffersList(QListView):
    """Chosen with Up and Down from the search line, which keeps the focus, or by a click."""

    def __init__(self) -> None:
        super().__init__()
        self._model = OffersModel()
        self.setModel(self._model)
        self.setItemDelegate(_Rows(self))
        self.setObjectName("actions-found")
        self.setAccessibleName(tr("Actions found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_offers(self, found: Sequence[Offer]) -> None:
        """Show other actions and point at the first."""
        self.setFixedHeight(_ROWS * theme().scaled(_ROW))
        self._model.show(found)
        if found:
            self.setCurrentIndex(self._model.index(0, 0))

    def step(self, step: int) -> None:
        """Point at the one before or after."""
        last = self._model.rowCount() - 1
        if last >= 0:
            at = max(0, min(self.currentIndex().row() + step, last))
            self.setCurrentIndex(self._model.index(at, 0))

    def chosen(self) -> Offer | None:
        """The action pointed at."""
        index = self.currentIndex()
        return self._model.found[index.row()] if index.isValid() else None
