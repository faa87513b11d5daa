"""Roles by dimensions: who is asked what, heard and planned, as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from engagements.assessment.coverage import Cell, Coverage
from engagements.framework.model import Framework
from engagements.language import tr, trn
from ui.theme import theme
from ui.widgets.labels import plain_tip
from ui.widgets.marks import box

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROW, HEAD, COLUMN, NAMES = 30, 26, 32, 128
NOWHERE = QModelIndex()


def cell_words(cell: Cell) -> str:
    """A cell as it is read aloud."""
    if cell.is_missing:
        return trn(
            "nobody is asked, {n} question to lead on",
            "nobody is asked, {n} questions to lead on",
            cell.leads,
        )
    parts = [trn("{n} heard", "{n} heard", cell.heard)] if cell.heard else []
    parts += [trn("{n} planned", "{n} planned", cell.planned)] if cell.planned else []
    return ", ".join(parts) or tr("not asked")


class MatrixModel(QAbstractTableModel):
    """Column 0 is the role, then a column per dimension."""

    def __init__(self) -> None:
        super().__init__()
        self._framework: Framework | None = None
        self._found: Coverage | None = None

    def show(self, framework: Framework, found: Coverage) -> None:
        """Show other counts; another framework starts anew."""
        fresh = framework is not self._framework
        if fresh:
            self.beginResetModel()
        self._framework, self._found = framework, found
        if fresh:
            self.endResetModel()
        else:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place(self, index: Index) -> tuple[str, str] | None:
        """Role and dimension of a cell; None for a role's name."""
        if self._found is None or not index.isValid() or not index.column():
            return None
        return self._found.roles[index.row()], self._found.dimensions[index.column() - 1]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many roles."""
        return 0 if parent.isValid() or self._found is None else len(self._found.roles)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The roles' names, and the dimensions."""
        return 0 if parent.isValid() or self._found is None else len(self._found.dimensions) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A role's name, or a cell and its words."""
        if not index.isValid() or self._found is None or self._framework is None:
            return None
        name = self._framework.role[self._found.roles[index.row()]].name
        place = self.place(index)
        if place is None:
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return name if role in spoken else None
        cell = self._found.cells[place]
        if role == CELL:
            return cell
        dimension = self._framework.dimension[place[1]].name
        words = tr(
            "{role}, {dimension}: {said}", role=name, dimension=dimension, said=cell_words(cell)
        )
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        return words if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Codes of the dimensions, with their names as tool tips."""
        if orientation != Qt.Orientation.Horizontal or self._found is None or not section:
            return None
        code = self._found.dimensions[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return code
        if role == Qt.ItemDataRole.ToolTipRole and self._framework is not None:
            return plain_tip(self._framework.dimension[code].name)
        return None


class _Cells(QStyledItemDelegate):
    """Filled is heard, outlined is planned, dashed is nobody; each has its number or sign."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        cell = index.data(CELL)
        if cell is None:
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("ink"))
            room = area.adjusted(0, 0, -6, 0)
            words = painter.fontMetrics().elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        else:
            mark(painter, area.adjusted(2, 4, -2, -4), cell)
        here = state & QStyle.StateFlag.State_HasFocus
        if here:
            box(painter, area.adjusted(0, 1, 0, -1), 4, None, theme().tokens.accent, width=2)
        painter.restore()


def mark(painter: QPainter, area: QRect, cell: Cell) -> None:
    """Draw one cell's mark."""
    tokens = theme().tokens
    if cell.heard:
        box(painter, area, 3, tokens.met)
        _number(painter, area, str(cell.heard), tokens.met_t)
        if cell.planned:
            painter.fillRect(area.right() - 7, area.bottom() - 4, 5, 2, QColor(tokens.met_t))
    elif cell.planned:
        box(painter, area, 3, tokens.surface, tokens.border_strong)
        _number(painter, area, str(cell.planned), tokens.ink)
    elif cell.leads:
        box(painter, area, 3, tokens.attn_weak, tokens.attn, dashed=True)
        _number(painter, area, "?", tokens.attn)
    elif cell.also:
        _number(painter, area, "·", tokens.ink_3)


def _number(painter: QPainter, area: QRect, words: str, colour: str) -> None:
    painter.setFont(theme().font("small", 600))
    painter.setPen(QColor(colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


class _Head(QHeaderView):
    """Codes of the dimensions, small and in the middle of their columns."""

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw one code; the name stands in its tool tip."""
        code = self.model().headerData(number, Qt.Orientation.Horizontal)
        painter.setFont(theme().font("micro", 600))
        painter.setPen(theme().colour("ink_2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(code or ""))


class Matrix(QTableView):
    """Arrows move, Enter plans an interview for the cell."""

    asked = Signal(str, str)
    """A role and a dimension to be asked."""

    def __init__(self) -> None:
        super().__init__()
        self._cells = MatrixModel()
        self._delegate = _Cells(self)
        self.setHorizontalHeader(_Head(Qt.Orientation.Horizontal, self))
        self.setModel(self._cells)
        self.setItemDelegate(self._delegate)
        self.setObjectName("coverage")
        self.setAccessibleName(tr("Who is asked what, roles by dimensions"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.doubleClicked.connect(self._ask)
        theme().changed.connect(self._fit)

    def show_coverage(self, framework: Framework, found: Coverage) -> None:
        """Show the counts, as high as all rows are."""
        self._cells.show(framework, found)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setMinimumSectionSize(20)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(20)
        self._fit()

    def _fit(self) -> None:
        """Widths and heights at this text size."""
        rows = self._cells.rowCount()
        self.horizontalHeader().setFixedHeight(theme().scaled(HEAD))
        self.setColumnWidth(0, theme().scaled(NAMES))
        self.verticalHeader().setDefaultSectionSize(theme().scaled(ROW))
        self.setFixedHeight(theme().scaled(HEAD) + rows * theme().scaled(ROW) + 2)
        self.viewport().update()

    def _ask(self, index: Index) -> None:
        place = self._cells.place(index)
        if place is not None:
            self.asked.emit(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)
