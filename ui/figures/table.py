"""A figure as a real table: its rows walked by cell, read aloud with their headers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.figures.rows import EMPTY, Cell, Rows, RowsModel
from ui.figures.widths import Need, widths
from ui.theme import theme
from ui.widgets.keyed import CELL_ROLE, Index
from ui.widgets.labels import broken
from ui.widgets.marks import box, level_chip

PAD, BAR = 6, 3
"""Room at both sides of words; width of the bar of the row stood on."""
CHIP = 20
_ABOVE = 7
"""Room above and under the words of a row, at 100 % text."""
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def _lines(painter: QPainter, area: QRect, lines: Sequence[str], *, middle: bool) -> None:
    line = theme().line("small")
    across = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
    y = area.y() + (area.height() - line * len(lines)) // 2
    for number, words in enumerate(lines):
        place = QRect(area.x(), y + line * number, area.width(), line)
        painter.drawText(place, across | Qt.AlignmentFlag.AlignVCenter, words)


class _Head(QHeaderView):
    """Column titles, wrapped where a column is narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        theme().typed(self, "small", 600)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(16)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        tokens, model = theme().tokens, self.model()
        painter.fillRect(rect, QColor(tokens.surface_2))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        painter.setFont(self.font())
        painter.setPen(theme().colour("ink_2"))
        area = rect.adjusted(PAD, 0, -PAD, -1)
        title = str(model.headerData(number, Qt.Orientation.Horizontal))
        middle = isinstance(model, RowsModel) and model.shown.columns[number].number
        _lines(painter, area, broken(title, self, area.width()), middle=middle)


class _Painted(QStyledItemDelegate):
    """Ground, hairline, and the words of a cell or the chip of its level."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, cell = self.parent(), index.data(CELL_ROLE)
        if not isinstance(cell, Cell) or not isinstance(view, Table):
            return
        tokens = theme().tokens
        area: QRect = option.rect  # type: ignore[attr-defined]
        here = index.row() == view.currentIndex().row()
        painter.save()
        painter.fillRect(area, QColor(tokens.accent_weak if here else tokens.surface))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(tokens.border))
        if here and index.column() == 0:
            painter.fillRect(area.x(), area.y(), BAR, area.height(), QColor(tokens.accent))
        if cell.level is not None:
            side = theme().scaled(CHIP)
            chip = QRect(0, 0, side, side)
            chip.moveCenter(area.center())
            level_chip(painter, chip, cell.level)
        else:
            painter.setFont(view.font())
            painter.setPen(theme().colour("ink"))
            words = area.adjusted(PAD, 0, -PAD, -1)
            middle = view.rows.shown.columns[index.column()].number
            _lines(painter, words, broken(cell.text, view, words.width()), middle=middle)
        painter.restore()


class Table(QTableView):
    """As high as its rows. Arrows walk cells and leave at the edges, Enter chooses the row.

    Every other key is the page's, so letters and digits do what they do on the page.
    """

    asked = Signal(str)
    """The reference of the row chosen by Enter or a double click."""
    pointed = Signal(str)
    """The reference of the row stood on now."""

    def __init__(self, name: str, words: str) -> None:
        """``name`` is the object's name, ``words`` what is read aloud."""
        super().__init__()
        self.rows = RowsModel()
        self.setObjectName(name)
        self.setAccessibleName(words)
        theme().typed(self, "small")
        self.setModel(self.rows)
        self.setHorizontalHeader(_Head(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(16)
        self.setItemDelegate(_Painted(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.doubleClicked.connect(lambda _index: self._choose())
        self.selectionModel().currentChanged.connect(self._moved)
        self.rows.dataChanged.connect(self._fit)
        self.rows.modelReset.connect(self._fit)
        theme().changed.connect(self._fit)

    def show_rows(self, rows: Rows) -> None:
        """Show other rows; whoever reads stays on the row, if it is still there."""
        ref, column = self.current(), max(0, self.currentIndex().column())
        self.setAccessibleDescription(rows.about)
        self.rows.show_rows(rows)
        if ref and not self.current():
            self.point(ref, min(column, len(rows.columns) - 1))

    def clear(self) -> None:
        """Show nothing."""
        self.show_rows(EMPTY)

    def current(self) -> str:
        """The reference of the row stood on; empty for none."""
        return self.rows.key(self.currentIndex().row())

    def point(self, ref: str, column: int = -1) -> None:
        """Stand on a row by its reference; nothing happens when there is none."""
        at = self.rows.line_of(ref)
        if at >= 0 and ref != self.current():
            column = column if column >= 0 else max(0, self.currentIndex().column())
            self.setCurrentIndex(self.rows.index(at, column))

    def least(self) -> int:
        """The width below which the words of a row no longer fit side by side."""
        return sum(self._needs(one).least for one in range(self.rows.columnCount()))

    def area(self) -> QRect:
        """Where the row stood on is; empty for none."""
        at = self.currentIndex().row()
        if at < 0:
            return QRect()
        y = self.rowViewportPosition(at) + self.horizontalHeader().height()
        return QRect(0, y, self.width(), self.rowHeight(at))

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        if now.row() != before.row() and self.current():
            self.pointed.emit(self.current())

    def _choose(self) -> None:
        if self.current():
            self.asked.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter chooses; what is not the table's goes up."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if held:
            event.ignore()
        elif key in _STEPS:
            self._step(event, *_STEPS[key])
        elif key in _ENTER:
            self._choose()
        elif key in _WIDE:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _step(self, event: QKeyEvent, down: int, right: int) -> None:
        """To the next cell; past the edge the key is the page's."""
        now = self.currentIndex()
        then = self.rows.index(now.row() + down, now.column() + right)
        if now.isValid() and then.isValid():
            self.setCurrentIndex(then)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, and over them a ring round the row and a line under the cell stood on."""
        super().paintEvent(event)
        now = self.currentIndex()
        if not self.hasFocus() or not now.isValid():
            return
        accent = theme().tokens.accent
        with QPainter(self.viewport()) as painter:
            cell = self.visualRect(now)
            wide = max(self.horizontalHeader().length(), self.viewport().width())
            row = QRect(-self.horizontalOffset(), cell.y(), wide, cell.height() - 1)
            box(painter, row, 4, None, accent, width=2)
            line = QRect(cell.x() + PAD, cell.bottom() - 5, cell.width() - 2 * PAD, 2)
            painter.fillRect(line, QColor(accent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Widths follow the room, heights the widths."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs other widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _needs(self, number: int) -> Need:
        column = self.rows.shown.columns[number]
        bold, plain = QFontMetrics(self.horizontalHeader().font()), QFontMetrics(self.font())
        words = [(bold, column.title)]
        chip = theme().scaled(CHIP)
        for row in self.rows.shown.rows:
            words += [(plain, row.cells[number].text)] if row.cells[number].level is None else []
        longest = [fonts.horizontalAdvance(word) for fonts, text in words for word in text.split()]
        whole = [fonts.horizontalAdvance(text) for fonts, text in words]
        room = 2 * PAD + 2
        return Need(max([chip, *longest]) + room, max([chip, *whole]) + room, not column.number)

    def _fit(self) -> None:
        """Give columns their widths, and rows and titles the height of their words."""
        columns = self.rows.columnCount()
        if not columns:
            return
        found = widths([self._needs(one) for one in range(columns)], self.viewport().width())
        for number, width in enumerate(found):
            self.setColumnWidth(number, width)
        head, line = self.horizontalHeader(), theme().line("small")
        titles = [column.title for column in self.rows.shown.columns]
        above = 2 * theme().scaled(_ABOVE)
        head.setFixedHeight(line * self._most(head, titles, found) + above)
        for number, row in enumerate(self.rows.shown.rows):
            high = line * self._most(self, [cell.text for cell in row.cells], found)
            self.setRowHeight(number, max(high, theme().scaled(CHIP)) + above)
        self.setMinimumHeight(self._height(sum(found)))
        self.updateGeometry()

    @staticmethod
    def _most(widget: QWidget, texts: list[str], found: list[int]) -> int:
        """Lines of the cell that has most of them."""
        pairs = zip(texts, found, strict=True)
        return max(len(broken(text, widget, width - 2 * PAD)) for text, width in pairs)

    def _height(self, wide: int) -> int:
        """Height of titles and rows, and of a scroll bar where the words need one."""
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.width() else 0
        return self.horizontalHeader().height() + self.verticalHeader().length() + bar

    def sizeHint(self) -> QSize:
        """Takes what it is given."""
        return QSize(240, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Little across, all rows down."""
        return QSize(160, self.minimumHeight())
