"""A table of records: lines of one or two rows of words with an icon or a grade beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engagements.language import tr
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets import marks
from ui.widgets.chips import card
from ui.widgets.keyed import CELL_ROLE, Index, KeyedModel
from ui.widgets.labels import plain_tip

LEFT, INNER, BAR = 16, 12, 3
"""Room before the words of the first column and of the others; width of the selection's bar."""
ROW, LOW_ROW, HEADER = 64, 56, 36
LEAST = 190
"""Pixels at 100 % text that the column with the rest keeps while another can go."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Cell:
    """What one cell says; ``grade`` draws the bars of evidence before the words."""

    text: str
    under: str = ""
    icon: str = ""
    tone: str = "ink"
    weight: int | None = None
    grade: int | None = None

    @property
    def spoken(self) -> str:
        """The cell read aloud."""
        return ", ".join(part for part in (self.text, self.under) if part)


class Line(NamedTuple):
    """One line: its key, and a cell per column."""

    key: str
    cells: tuple[Cell, ...]


class Head(NamedTuple):
    """A column: title and width in pixels, in a wide and in a narrow window; 0 takes the rest.

    ``spare``: it goes where the rest would become too narrow to be read.
    """

    title: str
    width: int = 0
    narrow: int = 0
    spare: bool = False


class LedgerModel(KeyedModel[Cell]):
    """Shows the lines it is given; their order and choice are made elsewhere."""

    def __init__(self, heads: Sequence[Head]) -> None:
        super().__init__(heads)
        self.heads = tuple(heads)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Take other lines; the same ones change nothing."""
        fresh = tuple(lines)
        if fresh != self._lines:
            self._lines = fresh
            self.take(self.heads, [(one.key, one.cells) for one in fresh])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, or the cell for the delegate."""
        cell = self.cell(index)
        if cell is None or role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.spoken
        if role == Qt.ItemDataRole.ToolTipRole:  # in full where its column cuts it
            return plain_tip(cell.spoken)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Column titles."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self.heads):
            return tr(self.heads[section].title)
        return None


class _HeadLine(QHeaderView):
    """Column titles, above their words."""

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        tokens = theme().tokens
        painter.fillRect(rect, QColor(tokens.surface_2))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        title = self.model().headerData(number, Qt.Orientation.Horizontal)
        words = rect.adjusted(INNER if number else LEFT, 0, -4, 0)
        marks.text(painter, words, str(title), "small", weight=600, tone="ink_2")


def ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> tuple[QRect, bool]:
    """Paint ground, hairline and selection of a cell; returns its place and if it is selected."""
    tokens = theme().tokens
    area: QRect = option.rect  # type: ignore[attr-defined]
    # Not by the option's state: its class alone costs a start of the program 15 ms.
    view: QAbstractItemView = option.widget  # type: ignore[attr-defined]
    selected = view.selectionModel().isSelected(index)  # type: ignore[arg-type]
    painter.fillRect(area, QColor(tokens.accent_weak if selected else tokens.surface))
    painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(tokens.border))
    if selected and index.column() == 0:
        painter.fillRect(area.x(), area.y(), BAR, area.height(), QColor(tokens.accent))
    return area, selected


class _Painted(QStyledItemDelegate):
    """Ground, hairline, selection, and the cell's icon, grade and words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        painter.save()
        area, _ = ground(painter, option, index)
        _cell(painter, area.adjusted(INNER if index.column() else LEFT, 0, -8, 0), cell)
        painter.restore()


def _cell(painter: QPainter, area: QRect, cell: Cell) -> None:
    body, small = theme().line("body"), theme().line("small")
    high = body + (small + 1 if cell.under else 0)
    top = area.center().y() - high // 2
    upper = QRect(area.x(), top, area.width(), body)
    if cell.icon:
        tone = cell.tone if cell.tone != "ink" else "ink_2"
        draw(painter, cell.icon, tone, QRect(upper.x(), upper.center().y() - 7, 16, 16))
        upper.setLeft(upper.left() + 24)
    if cell.grade is not None:
        marks.grade_bars(painter, QRect(upper.x(), upper.center().y() - 6, 16, 14), cell.grade)
        upper.setLeft(upper.left() + 22)
    marks.text(painter, upper, cell.text, weight=cell.weight, tone=cell.tone)
    if cell.under:
        lower = QRect(upper.x(), top + body + 1, upper.width(), small)
        marks.text(painter, lower, cell.under, "small", tone="ink_2")


class Ledger(QTableView):
    """The table; ``chosen`` follows the selection, ``entered`` Enter and a double click."""

    chosen = Signal(str)
    entered = Signal(str)
    dismissed = Signal(str)
    """Delete was pressed on a line."""

    def __init__(self, heads: Sequence[Head], name: str, words: str) -> None:
        """``name`` is the object's name, ``words`` what is read aloud."""
        super().__init__()
        self.lines = LedgerModel(heads)
        self._quiet = self._narrow = False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setModel(self.lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setItemDelegate(_Painted(self))
        self._head()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        self.doubleClicked.connect(lambda _index: self.entered.emit(self.current()))
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell())

    def _head(self) -> None:
        head = _HeadLine(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(head)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for number, column in enumerate(self.lines.heads):
            if not column.width:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def fit(self, *, narrow: bool, row: int = ROW) -> None:
        """Take the widths of a wide or a narrow window, and a row height at 100 % text."""
        self.horizontalHeader().setFixedHeight(theme().scaled(HEADER))
        self.verticalHeader().setDefaultSectionSize(theme().scaled(row))
        self._narrow = narrow
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give columns their widths; a spare one goes before the rest is too narrow."""
        heads = self.lines.heads
        widths = [theme().scaled(one.narrow if self._narrow else one.width) for one in heads]
        rest = self.viewport().width() - sum(widths)
        for number, column in enumerate(heads):
            if not column.width:
                continue
            hidden = widths[number] <= 0
            if column.spare and rest < theme().scaled(LEAST):
                hidden, rest = True, rest + widths[number]
            self.setColumnWidth(number, widths[number])
            self.setColumnHidden(number, hidden)

    def show_lines(self, lines: Sequence[Line], wanted: str = "") -> None:
        """Show other lines; the selection stays on its key, or goes to ``wanted``."""
        before, number = self.current(), self.currentIndex().row()
        self._quiet = True
        self.lines.show_lines(lines)
        at = self.lines.line_of(wanted) if wanted else -1
        at = at if at >= 0 else self.lines.line_of(before)
        if at < 0 and lines:
            at = max(0, min(number, len(lines) - 1))
        if at >= 0:
            self.selectRow(at)
        self._quiet = False
        if self.current() != before:
            self._tell()

    def current(self) -> str:
        """The key of the selected line, empty when there is none."""
        return self.lines.key(self.currentIndex().row())

    def choose(self, key: str) -> bool:
        """Select the line of a key; False when it is not shown."""
        at = self.lines.line_of(key)
        if at >= 0:
            self.selectRow(at)
        return at >= 0

    def content_height(self) -> int:
        """Height of the titles and all lines."""
        rows = self.lines.rowCount() * self.verticalHeader().defaultSectionSize()
        return rows + self.horizontalHeader().height()

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the line, Delete takes it out; what is not the table's goes up."""
        if event.key() in _ENTER and not event.modifiers():
            self.entered.emit(self.current())
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers() and self.current():
            if not event.isAutoRepeat():  # one press takes one line out
                self.dismissed.emit(self.current())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Framed(QWidget):
    """A table in a frame as high as its lines or as the room there is."""

    def __init__(self, view: Ledger) -> None:
        super().__init__()
        self._view = view
        self._frame = card()
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(view)
        self._frame.setParent(self)

    def fit(self) -> None:
        """Follow the lines."""
        wanted = self._view.content_height() + 3
        height = min(wanted, self.height())
        self._frame.setGeometry(QRect(0, 0, self.width(), height))
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._view.setVerticalScrollBarPolicy(never if height == wanted else needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        self.fit()
