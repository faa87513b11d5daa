"""The list of user actions under their days: model, how rows are drawn, and the view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from engagements.language import tr
from ui import locale
from ui.history.reading import Deed, day_words
from ui.theme import Role, theme
from ui.theme.icons import draw

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ITEM = Qt.ItemDataRole.UserRole
ROW = 35
LEFT, TIME, WHO = 16, 62, 96
Face = tuple[Role, int, str]
"""Type role, weight, token of the colour."""


class DeedModel(QAbstractListModel):
    """Days and the actions of each, the newest first; grows at its end as chunks come."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[date | Deed] = []

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show other actions; those that only go on at the end are added there."""
        rows = _under_days(deeds)
        here = len(self.rows)
        if here and rows[:here] == self.rows:
            if len(rows) > here:
                self.beginInsertRows(NOWHERE, here, len(rows) - 1)
                self.rows = rows
                self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def line_of(self, deed: str) -> int:
        """The line of an action by its id, -1 when it is not shown."""
        found = (n for n, row in enumerate(self.rows) if isinstance(row, Deed) and row.id == deed)
        return next(found, -1)

    def first(self) -> int:
        """The line of the newest action, -1 without one."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, Deed)), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Days and actions."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; the delegate takes day or action itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ITEM:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Deed):
            return f"{locale.time(row.at)}, {row.author}, {row.words}"
        return day_words(row, date.today())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days cannot be chosen."""
        is_deed = index.isValid() and isinstance(self.rows[index.row()], Deed)
        return super().flags(index) if is_deed else Qt.ItemFlag.NoItemFlags


def _under_days(deeds: Sequence[Deed]) -> list[date | Deed]:
    rows: list[date | Deed] = []
    day = None
    for deed in deeds:
        if deed.at.date() != day:
            day = deed.at.date()
            rows.append(day)
        rows.append(deed)
    return rows


class DeedRows(QStyledItemDelegate):
    """Time, icon, what happened, and who at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high, so that thousands are laid out at once."""
        return QSize(100, theme().scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ITEM)
        area: QRect = option.rect  # type: ignore[attr-defined]
        tokens = theme().tokens
        if not isinstance(row, Deed):
            painter.fillRect(area, QColor(tokens.surface_2))
            words = day_words(row, date.today())
            _text(painter, area.adjusted(LEFT, 0, -LEFT, 0), words, ("small", 600, "ink_2"))
            return
        on = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if on:
            painter.fillRect(area, QColor(tokens.accent_weak))
            painter.fillRect(area.x(), area.y(), 3, area.height(), QColor(tokens.accent))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(tokens.border))
        self._cells(painter, area, row, on=on)

    @staticmethod
    def _cells(painter: QPainter, area: QRect, row: Deed, *, on: bool) -> None:
        time, who = theme().scaled(TIME), theme().scaled(WHO)
        quiet: Face = ("small", 400, "ink_2")
        _text(painter, area.adjusted(LEFT, 0, 0, 0), locale.exact_time(row.at), quiet)
        left = area.x() + LEFT + time
        middle = area.center().y()
        draw(painter, row.icon, "accent" if on else "ink_2", QRect(left, middle - 7, 15, 15))
        words = QRect(left + 26, area.y(), area.width() - left - 26 - who - LEFT, area.height())
        erased = row.action == "erased"
        _text(painter, words, row.words, ("body", 500, "ink_2" if erased else "ink"))
        name = QRect(area.right() - who - 8, area.y(), who, area.height())
        _text(painter, name, row.author, quiet, Qt.AlignmentFlag.AlignRight)


def _text(
    painter: QPainter,
    area: QRect,
    words: str,
    face: Face,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of plain text, elided."""
    role, weight, tone = face
    painter.setFont(theme().font(role, weight))
    painter.setPen(theme().colour(tone))
    plain = " ".join(words.split())
    fitting = QFontMetrics(painter.font()).elidedText(
        plain, Qt.TextElideMode.ElideRight, max(area.width(), 0)
    )
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, fitting)


class DeedView(QListView):
    """The list; Enter goes to the values at the right."""

    entered_deed = Signal()

    def __init__(self, model: DeedModel) -> None:
        super().__init__()
        self.setObjectName("history")
        self.setAccessibleName(tr("What happened"))
        self.setModel(model)
        self.setItemDelegate(DeedRows(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def deed(self) -> Deed | None:
        """The action that is pointed at."""
        row = self.currentIndex().data(ITEM) if self.currentIndex().isValid() else None
        return row if isinstance(row, Deed) else None

    def point(self, line: int) -> None:
        """Point at a line and bring it into view."""
        if line >= 0:
            self.setCurrentIndex(self.model().index(line, 0))
            if line == 1:
                self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the values; the rest is the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_deed.emit()
            return
        super().keyPressEvent(event)
