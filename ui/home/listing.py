"""The list view of Home: filter, sort, table, legend, and the side panel beside it."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
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

from engagements.language import mark, tr
from ui.home.cells import CELLS, INNER, LEFT, text
from ui.home.query import DELETED, Listing
from ui.home.rows import STATUS_WORDS, Row
from ui.home.table import COLUMNS, EngagementTable
from ui.theme import theme
from ui.widgets import space
from ui.widgets.buttons import Segmented
from ui.widgets.chips import LevelChip, card
from ui.widgets.fields import Select
from ui.widgets.labels import Label
from ui.widgets.messages import MessageBar

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent

    from ui.home.no_match import NoMatch
    from ui.home.panel import SidePanel

ROW, LOW_ROW, HEADER = 64, 56, 36
LEGEND_GAP = 12
LEAST, BAR = 110, 13
"""Pixels at 100 % text that client and scope keep while another can go; of the scroll bar."""
PANEL, NARROW_PANEL = 368, 320
SORTS = (
    ("next", mark("next date")),
    ("client", mark("client")),
    ("level", mark("level")),
    ("changed", mark("last changed")),
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
        text(painter, words, tr(COLUMNS[number].title), "small", weight=600, tone="ink_2")


class EngagementView(QTableView):
    """The table; Enter and a double click go on, Up at the top stays."""

    entered_row = Signal()
    menu = Signal(QPoint)
    """What else can be done was asked for, at a place on the screen."""

    def __init__(self, model: EngagementTable) -> None:
        super().__init__()
        self.setObjectName("engagements")
        self.setAccessibleName(tr("Engagements"))
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
        self._narrow = False
        self.used = False
        """A row was gone to by hand."""
        self.pressed.connect(self._use)
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
        self._narrow = narrow
        self._share()
        self.verticalHeader().setDefaultSectionSize(theme().scaled(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give columns their widths; a spare one, the last first, leaves its room to the client."""
        widths = [
            theme().scaled(one.narrow if self._narrow else one.width) if one.width else 0
            for one in COLUMNS
        ]
        rest = self.width() - BAR - sum(widths)
        for number, column in reversed([*enumerate(COLUMNS)]):
            if not column.width:
                continue
            goes = column.spare and rest < theme().scaled(LEAST)
            rest += widths[number] if goes else 0
            self.setColumnWidth(number, widths[number])
            self.setColumnHidden(number, goes)

    def content_height(self) -> int:
        """Height of header and all rows."""
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        return rows + self.horizontalHeader().height()

    def _use(self) -> None:
        self.used = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; the rest is the table's."""
        self._use()
        if event.key() in _ENTER:
            self.entered_row.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row under the mouse; by key the row that is selected."""
        where = event.globalPos()
        if event.reason() is event.Reason.Keyboard:
            here = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(QPoint(here.x() + LEFT, here.bottom()))
        if self.currentIndex().isValid():
            self.menu.emit(where)


class Legend(QWidget):
    """What the level chips mean."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for level, look, words in (
            (1, "reached", tr("reached")),
            (2, "possible", tr("possible, answers still open")),
            (3, "target", tr("target")),
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

    def show_legend(self, *, shown: bool) -> None:
        """Show or hide what the level chips mean."""
        self._legend.setVisible(shown)

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


class ListPane(QWidget):
    """Filter row, table and side panel; the panel comes once the rows are on screen."""

    chosen = Signal(object)
    """The Row that is selected now."""
    filtered = Signal(str)
    sorted = Signal(str)
    entered_row = Signal()
    cleared = Signal()
    deleted_asked = Signal()
    """All that was deleted is about to be shown."""
    completed = Signal()
    """The side panel was made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = EngagementTable()
        self.view = EngagementView(self.model)
        words = {key: tr(words) for key, words in STATUS_WORDS.items()}
        choices = [("", tr("All")), *words.items(), (DELETED, tr("Deleted"))]
        self.status = Segmented(choices, tr("Status"), name="status")
        sorts = [(key, tr(words)) for key, words in SORTS]
        self.sort = Select(
            sorts, tr("Sort engagements"), prefix=tr("Sort:"), name="sort-engagements"
        )
        self.message = MessageBar("home-message")
        self._card = TableCard(self.view)
        self._stack = QStackedWidget()
        self._wanted: Path | None = None
        self._build()
        self.status.chosen.connect(self.filtered)
        self.sort.picked.connect(self.sorted)
        self.view.entered_row.connect(self.entered_row)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.model.dataChanged.connect(lambda *_: self._selected(QItemSelection()))

    def _build(self) -> None:
        self._stack.addWidget(self._card)
        filters = QHBoxLayout()
        filters.setSpacing(12)
        filters.addWidget(self.status)
        filters.addStretch(1)
        filters.addWidget(self.sort)
        self._left = QVBoxLayout()
        self._left.setContentsMargins(24, 20, 24, 14)
        self._left.setSpacing(14)
        self._left.addWidget(self.message)
        self._left.addLayout(filters)
        self._left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        self._room = QWidget()
        row.addWidget(self._room)

    @cached_property
    def _none(self) -> NoMatch:
        """What stands in the rows' place where there are none."""
        from ui.home.no_match import NoMatch

        none = NoMatch()
        none.cleared.connect(self.cleared)
        none.asks_deleted.connect(self._show_deleted)
        self._stack.addWidget(none)
        return none

    def _show_deleted(self) -> None:
        self.deleted_asked.emit()
        self.status.choose(DELETED)
        self.status.buttons()[DELETED].setFocus(Qt.FocusReason.OtherFocusReason)
        self.filtered.emit(DELETED)

    @cached_property
    def panel(self) -> SidePanel:
        """The side panel, in the room that was kept for it."""
        from ui.home.panel import SidePanel

        panel = SidePanel(self)  # after what is left of it: Tab goes as things were made
        self.__dict__["panel"] = panel
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self._room, panel)
        self._room.hide()
        panel.setVisible(self._stack.currentWidget() is self._card)
        self._fit_panel()
        self.completed.emit()
        self._selected(QItemSelection())
        return panel

    @property
    def is_complete(self) -> bool:
        """Whether the side panel was made already."""
        return "panel" in self.__dict__

    def _complete(self) -> None:
        """The rows are on screen; now what the panel is made of, and in the loop's next turn it."""
        if self.row() is not None:
            import_module("ui.home.panel")
            QTimer.singleShot(0, self, lambda: self.row() and self.panel)

    def _fit_panel(self) -> None:
        narrow, _ = space.of_window(self.window().size())
        width = NARROW_PANEL if narrow else PANEL
        if self.is_complete:
            self.panel.fit(width)
        else:
            self._room.setFixedWidth(width)

    def show_listing(self, found: Listing) -> None:
        """Show rows and counts; the selection stays on its engagement."""
        before = self.row()
        kept = self._wanted or (before.path if before else None)
        self.model.show_rows(found.rows)
        self.status.set_count("", found.found)
        for key in (*STATUS_WORDS, DELETED):
            self.status.set_count(key, found.counts.get(key, 0))
            is_on = key == self.status.current()
            self.status.show_choice(key, shown=key in found.kinds or is_on)
        chosen = self.status.current() == DELETED
        self.sort.setVisible(not chosen)
        self._card.show_legend(shown=not chosen)
        if not found.rows:
            self._none.show_reason(all_deleted=found.kinds == {DELETED} and not chosen)
        self._stack.setCurrentWidget(self._card if found.rows else self._none)
        beside = self.panel if self.is_complete else self._room
        beside.setVisible(bool(found.rows))
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
            if self.is_complete:
                self.panel.show_row(row)
            self.chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the narrow or low measures when there is less room."""
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = space.of_window(window)
        self._fit_panel()
        self.view.set_widths(narrow=narrow, row=LOW_ROW if low or narrow else ROW)
        self._left.setContentsMargins(24, 20 if not low else 14, 24, 14 if not low else 10)
        self._card.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and the panel's until it is there."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.bg))
            if not self.is_complete and not self._room.isHidden():
                painter.fillRect(self._room.geometry(), QColor(tokens.surface))
                QTimer.singleShot(0, self, self._complete)
