"""The grid's view: digits answer, arrows move, Backspace clears; the cell pointed at is ringed."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from engagements.framework.model import AnswerValue, Criterion, CriterionType
from engagements.language import mark, tr
from ui.findings.grid_model import STAND, GridModel, Index
from ui.interview.answering import Stand
from ui.parts.answer_keys import answer_of
from ui.theme import theme
from ui.widgets.glyphs import draw_answer
from ui.widgets.marks import box, level_chip

ROW, HEAD = 46, 46
LEAST, MOST = 92, 190
"""Width of a column in pixels."""
_KINDS = {
    CriterionType.KEY: mark("key"),
    CriterionType.CORE: mark("core"),
    CriterionType.SUPPLEMENTARY: "",
}
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class _Cells(QStyledItemDelegate):
    """Silhouette and word of an answer; a dashed frame while its reason is missing."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(LEAST, theme().scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = cast("QRect", option.rect)  # type: ignore[attr-defined]
        tokens = theme().tokens
        stand: Stand = index.data(STAND)
        painter.save()
        pointed = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(area, QColor(tokens.surface_2))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(tokens.border))
        painter.fillRect(area.right(), area.y(), 1, area.height(), QColor(tokens.border))
        if stand.pending:
            self._pending(painter, area)
        if pointed:
            fill = tokens.accent_weak
            box(painter, area.adjusted(1, 1, -2, -2), 4, fill, tokens.accent, width=2)
        if stand.value is None:
            draw_answer(painter, QRectF(area.x() + 12, area.center().y() - 7, 15, 15), None)
        else:
            self._answer(painter, area, stand.value, index.data())
        painter.restore()

    def _pending(self, painter: QPainter, area: QRect) -> None:
        pen = QPen(theme().colour("attn"), 1.4)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme().colour("attn_weak"))
        painter.drawRect(area.adjusted(3, 3, -4, -4))

    def _answer(self, painter: QPainter, area: QRect, value: AnswerValue, words: str) -> None:
        draw_answer(painter, QRectF(area.x() + 12, area.center().y() - 7, 15, 15), value)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("ink"))
        place = area.adjusted(34, 0, -6, 0)
        painter.drawText(place, _CENTRE, _fitting(painter, words, place.width()))


class _Voices(QHeaderView):
    """The voices: name, and how much each has answered."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setFixedHeight(theme().scaled(HEAD))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)
        self.setAccessibleName(tr("Voices"))

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw one voice on its ground."""
        tokens, line = theme().tokens, theme().line("small")
        painter.fillRect(rect, QColor(tokens.surface_2))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        top = rect.y() + (rect.height() - 2 * line) // 2
        across = Qt.Orientation.Horizontal
        here = cast("QTableView", self.parent()).currentIndex().column() == number
        for row, (role, weight, ink) in enumerate(
            ((Qt.ItemDataRole.DisplayRole, 600, "ink"), (STAND, 400, "ink_2"))
        ):
            painter.setFont(theme().font("small", weight))
            painter.setPen(theme().colour("accent" if here and not row else ink))
            place = QRect(rect.x() + 12, top + row * line, rect.width() - 16, line)
            words = self.model().headerData(number, across, role)
            painter.drawText(place, _CENTRE, _fitting(painter, words or "", place.width()))


class _Criteria(QHeaderView):
    """The criteria: code, title and kind; the question under it."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)
        self.setAccessibleName(tr("Criteria"))

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw one criterion on its ground."""
        one: Criterion | None = self.model().headerData(number, Qt.Orientation.Vertical, STAND)
        if one is None:
            return
        tokens, line = theme().tokens, theme().line("small")
        here = cast("QTableView", self.parent()).currentIndex().row() == number
        painter.fillRect(rect, QColor(tokens.accent_weak if here else tokens.surface))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), QColor(tokens.border))
        if here:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), QColor(tokens.accent))
        top = rect.y() + (rect.height() - 2 * line) // 2
        level_chip(painter, QRect(rect.x() + 12, rect.center().y() - 9, 20, 20), one.level)
        room = rect.width() - 44 - 14
        kind = tr(_KINDS[one.type]) if _KINDS[one.type] else ""
        painter.setFont(theme().font("small", 600))
        painter.setPen(theme().colour("ink"))
        side = QFontMetrics(painter.font()).horizontalAdvance(kind) + (8 if kind else 0)
        words = _fitting(painter, f"{one.id} {one.title}", room - side)
        painter.drawText(QRect(rect.x() + 42, top, room - side, line), _CENTRE, words)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("ink_2"))
        right = Qt.AlignmentFlag.AlignRight | _CENTRE
        painter.drawText(QRect(rect.x() + 42, top, room, line), right, kind)
        question = _fitting(painter, one.question, room)
        painter.drawText(QRect(rect.x() + 42, top + line, room, line), _CENTRE, question)


class _Corner(QWidget):
    """The head over the criteria."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.surface_2))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))
            painter.setFont(theme().font("small", 600))
            painter.setPen(theme().colour("ink_2"))
            painter.drawText(self.rect().adjusted(12, 0, 0, 0), _CENTRE, tr("Criterion"))


class GridTable(QTableView):
    """Says which key was pressed where; the grid decides."""

    answered = Signal(object)
    """The AnswerValue for the cell pointed at."""
    cleared = Signal()
    entered = Signal()
    """Enter: the reason of an n/a, else the next row."""
    stood = Signal()
    """Another cell is pointed at."""

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self.setObjectName("grid")
        self.setAccessibleName(tr("Answers: criteria by voices"))
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Voices(self))
        self.setVerticalHeader(_Criteria(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(theme().scaled(ROW))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._corner = _Corner(self)
        theme().changed.connect(self._scale)
        model.modelReset.connect(self._fit)

    def step(self, rows: int) -> None:
        """Point at the cell some rows further down, as far as there are rows."""
        here = self.currentIndex()
        row = max(0, min(here.row() + rows, self.model().rowCount() - 1))
        self.setCurrentIndex(self.model().index(row, max(0, here.column())))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Both rows and both heads are drawn anew."""
        super().currentChanged(current, previous)
        for one in (current, previous):
            if one.isValid():
                self._draw_row(one.row())
        if current.column() != previous.column():
            self.horizontalHeader().viewport().update()
        self.stood.emit()

    def _draw_row(self, row: int) -> None:
        """Draw one row and its head anew: the row pointed at is tinted."""
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        self.viewport().update(0, top, self.viewport().width(), height)
        head = self.verticalHeader().viewport()
        head.update(0, top, head.width(), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 answer, Backspace clears, Enter goes on; the rest is the table's."""
        value = answer_of(event)
        if not self.currentIndex().isValid():
            event.ignore()
        elif value is not None:
            self.answered.emit(value)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are no answers and find nothing here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Criteria take what the voices leave."""
        super().resizeEvent(event)
        self._fit()

    def _scale(self) -> None:
        """Heights follow the size of text."""
        self.verticalHeader().setDefaultSectionSize(theme().scaled(ROW))
        self.horizontalHeader().setFixedHeight(theme().scaled(HEAD))
        self._fit()

    def _fit(self) -> None:
        many = max(1, self.model().columnCount())
        whole = self.width() - 14
        least, most = theme().scaled(LEAST), theme().scaled(MOST)
        column = max(least, min(most, (whole - 420) // many))
        head = max(300, whole - many * column)
        self.verticalHeader().setFixedWidth(head)
        for number in range(many):
            self.setColumnWidth(number, column)
        self.updateGeometries()
        self._corner.setGeometry(0, 0, head, self.horizontalHeader().height())


def _fitting(painter: QPainter, words: str, width: int) -> str:
    metrics = QFontMetrics(painter.font())
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
