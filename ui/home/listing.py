"""The list view of Home: filter, sort, table, legend, and the side panel beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelection, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.home.cells import CELLS, INNER, LEFT, text
from ui.home.panel import SidePanel
from ui.home.presenter import Listing
from ui.home.rows import STATUS_WORDS, Row
from ui.home.table import COLUMNS, EngagementTable
from ui.theme import theme
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import LevelChip, card
from ui.widgets.fields import Select
from ui.widgets.labels import Label

ROW, LOW_ROW, HEADER = 64, 56, 36
LEGEND_GAP = 12
PANEL, NARROW_PANEL = 368, 320
SORTS = (
    ("next", "next date"),
    ("client", "client"),
    ("level", "level"),
    ("changed", "last changed"),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Head(QHeaderView):
    """Column titles, above their words."""

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Draw one title on its ground."""
        tokens = theme().tokens
        painter.fillRect(rect, QColor(tokens.surface_2))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        words = rect.adjusted(LEFT if not number else INNER, 0, -4, 0)
        text(painter, words, COLUMNS[number].title, "small", weight=600, tone="ink_2")


class EngagementView(QTableView):
    """The table; Enter and a double click go on, Up at the top stays."""

    entered_row = Signal()

    def __init__(self, model: EngagementTable) -> None:
        super().__init__()
        self.setObjectName("engagements")
        self.setAccessibleName("Engagements")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._delegates = [cell(self) for cell in CELLS]
        for number, delegate in enumerate(self._delegates):
            self.setItemDelegateForColumn(number, delegate)
        self._head()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        self.doubleClicked.connect(lambda _index: self.entered_row.emit())

    def _head(self) -> None:
        head = Head(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(head)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setFixedHeight(theme().scaled(HEADER))
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def set_widths(self, *, narrow: bool, row: int) -> None:
        """Take the widths of a wide or a narrow window, and a row height."""
        for number, column in enumerate(COLUMNS):
            if column.width:
                width = column.narrow if narrow else column.width
                self.setColumnWidth(number, theme().scaled(width))
        self.verticalHeader().setDefaultSectionSize(theme().scaled(row))

    def content_height(self) -> int:
        """Height of header and all rows."""
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        return rows + self.horizontalHeader().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; the rest is the table's."""
        if event.key() in _ENTER:
            self.entered_row.emit()
            return
        super().keyPressEvent(event)


class Legend(QWidget):
    """What the level chips mean."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for level, look, words in (
            (1, "reached", "reached"),
            (2, "possible", "possible, answers still open"),
            (3, "target", "target"),
        ):
            row.addWidget(LevelChip(level, look, 18))  # type: ignore[arg-type]
            row.addWidget(Label(words, "small", tone="ink_2"))
            row.addSpacing(12)
        row.addStretch(1)


class TableCard(QWidget):
    """The table in a frame as high as its rows or as the room there is, and a legend below."""

    def __init__(self, view: EngagementView) -> None:
        super().__init__()
        self._view = view
        self._legend = Legend()
        self._legend.setParent(self)
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(view)
        self._frame = frame
        frame.setParent(self)

    def fit(self) -> None:
        """Follow the rows."""
        wanted = self._view.content_height() + 3
        foot = self._legend.sizeHint().height()
        height = min(wanted, self.height() - foot - LEGEND_GAP)
        self._frame.setGeometry(QRect(0, 0, self.width(), height))
        never, needed = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
        )
        self._view.setVerticalScrollBarPolicy(never if height == wanted else needed)
        self._legend.setGeometry(QRect(0, height + LEGEND_GAP, self.width(), foot))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        self.fit()


class NoMatch(QWidget):
    """Says that nothing fits the search, and offers to clear it."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 48, 0, 0)
        column.setSpacing(10)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Label("No engagement matches", "heading"), 0, centre)
        button = Button("Clear search and filter", name="clear-query")
        button.clicked.connect(self.cleared)
        column.addWidget(button, 0, centre)
        column.addStretch(1)


class ListPane(QWidget):
    """Filter row, table and side panel."""

    chosen = Signal(object)
    """The Row that is selected now."""
    filtered = Signal(str)
    sorted = Signal(str)
    entered_row = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = EngagementTable()
        self.view = EngagementView(self.model)
        self.panel = SidePanel()
        self.status = Segmented([("", "All"), *STATUS_WORDS.items()], "Status")
        self.sort = Select(SORTS, "Sort engagements", prefix="Sort:")
        self._card = TableCard(self.view)
        self._none = NoMatch()
        self._stack = QStackedWidget()
        self._wanted: Path | None = None
        self._build()
        self.status.chosen.connect(self.filtered)
        self.sort.picked.connect(self.sorted)
        self.view.entered_row.connect(self.entered_row)
        self._none.cleared.connect(self.cleared)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.model.dataChanged.connect(lambda *_: self._selected(QItemSelection()))

    def _build(self) -> None:
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._none)
        filters = QHBoxLayout()
        filters.setSpacing(12)
        filters.addWidget(self.status)
        filters.addStretch(1)
        filters.addWidget(self.sort)
        self._left = QVBoxLayout()
        self._left.setContentsMargins(24, 20, 24, 14)
        self._left.setSpacing(14)
        self._left.addLayout(filters)
        self._left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(self.panel)

    def show_listing(self, found: Listing) -> None:
        """Show rows and counts; the selection stays on its engagement."""
        before = self.row()
        kept = self._wanted or (before.path if before else None)
        self.model.show_rows(found.rows)
        self.status.set_count("", found.total)
        for key in STATUS_WORDS:
            count = found.counts.get(key, 0)
            self.status.set_count(key, count)
            self.status.show_choice(key, shown=bool(count) or key == self.status.current())
        self._stack.setCurrentWidget(self._card if found.rows else self._none)
        self.panel.setVisible(bool(found.rows))
        self._card.fit()
        if found.rows:
            self.select(max(self.model.line_of(kept), 0))
            if self._wanted == kept:
                self._wanted = None

    def want(self, path: Path) -> None:
        """Select this file as soon as it is listed."""
        self._wanted = path
        line = self.model.line_of(path)
        if line >= 0:
            self.select(line)

    def select(self, line: int) -> None:
        """Select a line."""
        self.view.selectRow(line)

    def row(self) -> Row | None:
        """The selected engagement."""
        return self.model.row(self.view.currentIndex().row())

    def _selected(self, _selection: QItemSelection, _before: object = None) -> None:
        row = self.row()
        if row is not None:
            self.panel.show_row(row)
            self.chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the narrow or low measures when there is less room."""
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = window.width() <= 1300, window.height() <= 830
        self.panel.setFixedWidth(NARROW_PANEL if narrow else PANEL)
        self.view.set_widths(narrow=narrow, row=LOW_ROW if low or narrow else ROW)
        self._left.setContentsMargins(24, 20 if not low else 14, 24, 14 if not low else 10)
        self._card.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), QColor(theme().tokens.bg))
