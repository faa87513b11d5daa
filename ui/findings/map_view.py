"""The heat map on screen: a tree whose cells are tiles; arrows move, Enter opens a criterion."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from engagements.assessment.heat_map import Flag
from engagements.language import tr
from ui.findings.header import MapHeader
from ui.findings.model import ITEM, LEVEL_COLUMN, Index, MapModel, words_of
from ui.findings.reading import Group, Line, Map
from ui.findings.tiles import HIGH, LOW, WIDTH, draw_tile
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.labels import plain_tip
from ui.widgets.marks import box, level_chip

GAP = 4
_COLUMN, _LOW_COLUMN, _LEVEL = 116, 104, 66
_GROUP, _LOW_GROUP, _LINE, _LOW_LINE = 46, 40, 30, 28
_FIRST_CRITERION = 34


class MapDelegate(QStyledItemDelegate):
    """Draws names, tiles and level chips."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Dimension rows are higher than criterion rows."""
        low = self._view.low
        group = isinstance(index.data(ITEM), Group)
        height = (_LOW_GROUP if low else _GROUP) if group else (_LOW_LINE if low else _LINE)
        return QSize(40, theme().scaled(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell with its hairlines."""
        item, column = index.data(ITEM), index.column()
        area: QRect = option.rect  # type: ignore[attr-defined]
        tokens = theme().tokens
        painter.save()
        here = isinstance(item, Line) and item.criterion == self._view.criterion
        line = isinstance(item, Line)
        ground = tokens.accent_weak if here else tokens.bg if line else tokens.surface
        painter.fillRect(area, QColor(ground))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(tokens.border))
        if column:
            painter.fillRect(area.x(), area.y(), 1, area.height(), QColor(tokens.border))
        if column == 0:
            self._name(painter, area, index, here=here)
        elif column == LEVEL_COLUMN:
            if isinstance(item, Group):
                self._level(painter, area, item)
        else:
            self._tiles(painter, area, item, column)
        if self._view.hasFocus() and index == self._view.currentIndex():
            box(painter, area.adjusted(2, 1, -2, -2), 4, None, tokens.accent, width=2)
        painter.restore()

    def _name(self, painter: QPainter, area: QRect, index: Index, *, here: bool) -> None:
        item, tokens = index.data(ITEM), theme().tokens
        group = isinstance(item, Group)
        differs = item.differs if group else bool(item.cell.flags & {Flag.DISAGREEMENT, Flag.STALE})
        right = area.right() - 10
        if differs:
            draw(painter, "disagreement", "attn", QRect(right - 15, area.center().y() - 7, 15, 15))
            right -= 22
        if group:
            arrow = "chevron-down" if self._view.isExpanded(index) else "chevron-right"  # type: ignore[arg-type]
            draw(painter, arrow, "ink_2", QRect(area.x() + 12, area.center().y() - 7, 14, 14))
            words, x, weight, ink = item.name, area.x() + _FIRST_CRITERION, 500, tokens.ink
        else:
            wide = theme().scaled(28)
            code = QRect(area.x() + _FIRST_CRITERION, area.y(), wide, area.height())
            painter.setFont(theme().font("body", 600 if here else 400))
            painter.setPen(QColor(tokens.ink if here else tokens.ink_2))
            painter.drawText(code, Qt.AlignmentFlag.AlignVCenter, item.code)
            words, x = item.title, area.x() + _FIRST_CRITERION + wide
            weight, ink = (600, tokens.ink) if here else (400, tokens.ink_2)
        painter.setFont(theme().font("body", weight))
        painter.setPen(QColor(ink))
        room = QRect(x, area.y(), right - x, area.height())
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting)

    def _level(self, painter: QPainter, area: QRect, item: Group) -> None:
        side = theme().scaled(22)
        middle = area.center()
        if not item.applies:
            painter.setPen(QColor(theme().tokens.ink_2))
            painter.setFont(theme().font("small"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("n/a"))
            return
        if item.low == item.high:
            chip = QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)
            level_chip(painter, chip, item.low)
            return
        left = QRect(middle.x() - side - 4, middle.y() - side // 2, side, side)
        level_chip(painter, left, item.low)
        painter.setPen(QColor(theme().tokens.ink_2))
        painter.setFont(theme().font("small"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "/")
        level_chip(painter, left.translated(side + 9, 0), item.high, "possible")

    def _tiles(self, painter: QPainter, area: QRect, item: Group | Line, column: int) -> None:
        for tile, place in tiles_in(area, item, column, low=self._view.low):
            undecided = Flag.DISAGREEMENT in tile.cell.flags
            draw_tile(painter, place, tile.cell.tile, undecided=undecided)


def tiles_in(
    area: QRect, item: Group | Line, column: int, *, low: bool
) -> list[tuple[Line, QRect]]:
    """The criteria of a cell with where their tiles stand; narrower where there are many."""
    inside = [item] if isinstance(item, Line) else list(item.lines)
    inside = [one for one in inside if one.level == column]
    if not inside:
        return []
    high = theme().scaled(LOW if isinstance(item, Line) else (HIGH - 2 if low else HIGH))
    room = area.width() - 2 * GAP
    width = min(WIDTH, (room - GAP * (len(inside) - 1)) // len(inside))
    whole = width * len(inside) + GAP * (len(inside) - 1)
    x = area.x() + (area.width() - whole) // 2
    y = area.center().y() - high // 2
    return [
        (one, QRect(x + number * (width + GAP), y, width, high))
        for number, one in enumerate(inside)
    ]


class MapView(QTreeView):
    """Left and Right open and close a dimension from its name, and move between cells elsewhere."""

    chosen = Signal(str)
    """The criterion to open."""

    def __init__(self) -> None:
        super().__init__()
        self.low = False
        self.criterion = ""
        """The criterion in the drawer."""
        self.map_model = MapModel()
        self.setModel(self.map_model)
        self.setItemDelegate(MapDelegate(self))
        self.setObjectName("heat-map")
        self.setAccessibleName(tr("Heat map"))
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHeader(MapHeader(self))
        head = self.header()
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(False)
        head.setSectionsClickable(False)
        self.clicked.connect(self._clicked)
        theme().changed.connect(self.viewport().update)

    def show_map(self, found: Map | None, wanted: object = None) -> None:
        """Show a map; with a filter every dimension that has something is open."""
        fresh = self.map_model.rowCount() == 0
        open_ones = set() if fresh else {code for code, on in self._open() if on}
        self.map_model.show(found, wanted)  # type: ignore[arg-type]
        for row in range(self.map_model.rowCount()):
            index = self.map_model.index(row, 0)
            item = self.map_model.item(index)
            assert isinstance(item, Group)
            self.setExpanded(index, wanted is not None or item.code in open_ones)
        if self.criterion:
            self.stand(self.criterion)
        elif fresh and self.map_model.rowCount():
            self.setCurrentIndex(self.map_model.index(0, 0))

    def _open(self) -> list[tuple[str, bool]]:
        found: list[tuple[str, bool]] = []
        for row in range(self.map_model.rowCount()):
            index = self.map_model.index(row, 0)
            item = self.map_model.item(index)
            if isinstance(item, Group):
                found.append((item.code, self.isExpanded(index)))
        return found

    def stand(self, criterion: str) -> None:
        """Stand on a criterion's tile, its dimension open."""
        place = self.map_model.place_of(criterion)
        if place.isValid():
            self.expand(place.parent())
            select = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(place, select)
            self.scrollTo(place)

    def set_low(self, *, low: bool) -> None:
        """Lower rows and narrower columns for a small window."""
        if low != self.low:
            self.low = low
            self.scheduleDelayedItemsLayout()
            self._fit()

    def expand_everything(self, *, on: bool) -> None:
        """Open or close every dimension."""
        if on:
            self.expandAll()
        else:
            self.collapseAll()

    def _clicked(self, index: QModelIndex) -> None:
        item = self.map_model.item(index)
        if isinstance(item, Line):
            self.chosen.emit(item.criterion)
            return
        if isinstance(item, Group) and 0 < index.column() < LEVEL_COLUMN:
            under = self.viewport().mapFromGlobal(self.cursor().pos())
            area = self.visualRect(index)
            for line, place in tiles_in(area, item, index.column(), low=self.low):
                if place.contains(under):
                    self.chosen.emit(line.criterion)
                    return
        if isinstance(item, Group) and index.column() == 0:
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Left and Right on a dimension's name open and close it; letters go up."""
        index, key = self.currentIndex(), event.key()
        item = self.map_model.item(index)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter(index, item)
        elif isinstance(item, Group) and index.column() == 0 and key == Qt.Key.Key_Left:
            self.collapse(index)
        elif isinstance(item, Group) and index.column() == 0 and self._opens(index, key):
            self.expand(index)
        elif event.text().isprintable() and event.text() and key != Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _opens(self, index: QModelIndex, key: int) -> bool:
        return key == Qt.Key.Key_Right and not self.isExpanded(index)

    def _enter(self, index: QModelIndex, item: Group | Line | None) -> None:
        if isinstance(item, Line):
            self.chosen.emit(item.criterion)
        elif isinstance(item, Group):
            inside = [one for one in item.lines if one.level == index.column()]
            if inside:
                self.chosen.emit(inside[0].criterion)
            else:
                above = index.siblingAtColumn(0)
                self.setExpanded(above, not self.isExpanded(above))

    def viewportEvent(self, event: QEvent) -> bool:
        """What lies under the pointer, as plain words."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            item = self.map_model.item(index)
            words = words_of(item, index.column()) if item else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().viewportEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: Index) -> None:
        """The delegate draws the whole row."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what the levels leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        column = _LOW_COLUMN if self.low else _COLUMN
        head = self.header()
        for section in range(1, LEVEL_COLUMN):
            head.resizeSection(section, column)
        head.resizeSection(LEVEL_COLUMN, _LEVEL)
        rest = self.viewport().width() - 4 * column - _LEVEL
        head.resizeSection(0, max(160, rest))
