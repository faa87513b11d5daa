"""The plan on its timeline: a list of names and, at the same heights, the bars of the chart."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QTreeView, QWidget

from engagements.language import tr
from report_templates.figures.model import Timeline
from report_templates.figures.pen import Box
from ui.figures.paint import paint
from ui.figures.timeline import Places, axis_head, timeline
from ui.roadmap.model import PlanModel
from ui.roadmap.outline import Entry, Outline, Step
from ui.roadmap.rows import PlanRows
from ui.theme import theme
from ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NAMES, LOW_NAMES = 264, 220
_AXIS = 44
_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class Axis(QWidget):
    """The head above the rows: Action, Owner and the columns of time."""

    def __init__(self, view: PlanView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        """As high as two lines of words."""
        return QSize(200, theme().scaled(_AXIS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw heads and axis."""
        tokens, names = theme().tokens, self._view.names
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.surface_2))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))
            painter.setFont(theme().font("small", 600))
            painter.setPen(theme().colour("ink_2"))
            flags = Qt.AlignmentFlag.AlignBottom
            area = self.rect().adjusted(18, 0, 0, -8)
            painter.drawText(area, flags | Qt.AlignmentFlag.AlignLeft, tr("Action"))
            area = self.rect().adjusted(0, 0, names - 12 - self.width(), -8)
            painter.drawText(area, flags | Qt.AlignmentFlag.AlignRight, tr("Owner"))
            painter.fillRect(names, 0, 1, self.height(), QColor(tokens.border))
            if self._view.figure is not None:
                width = self._view.viewport().width()
                text = theme().font("micro").pixelSize()
                scene = axis_head(self._view.figure, names, width, self.height(), text=text)
                paint(painter, scene)


class PlanView(QTreeView):
    """Arrows walk and fold, Enter goes to the inspector; names and bars are one list."""

    pointed = Signal(str)
    """The id of the transition or action the keyboard stands on now."""
    entered_row = Signal()
    """Enter was pressed on a row."""

    def __init__(self) -> None:
        super().__init__()
        self.low = False
        self.figure: Timeline | None = None
        self._plan = PlanModel()
        self.setModel(self._plan)
        self.setItemDelegate(PlanRows(self))
        self.setObjectName("plan")
        self.setProperty("ownFocus", True)
        self.setAccessibleName(tr("Roadmap"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._axis = Axis(self)
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(self._clicked)
        self.expanded.connect(lambda _index: self.viewport().update())
        self.collapsed.connect(lambda _index: self.viewport().update())
        theme().changed.connect(self._restyled)
        self._make_room()

    @property
    def names(self) -> int:
        """Width of the names in pixels; it grows half as fast as they do, for the chart's sake."""
        width = LOW_NAMES if self.low else NAMES
        return max(width, (width + theme().scaled(width)) // 2)

    def show_plan(self, outline: Outline | None, figure: Timeline | None) -> None:
        """Show another plan; what was folded stays folded, and the same row is pointed at."""
        folded = {id_ for id_ in self._groups() if not self.isExpanded(self._plan.place_of(id_))}
        here = self.current()
        blocker = QSignalBlocker(self)
        # Qt keeps no current row through a reset and would tell of every row in between.
        quiet = QSignalBlocker(self.selectionModel())
        self._plan.show(outline)
        for id_ in self._groups():
            self.setExpanded(self._plan.place_of(id_), id_ not in folded)
        quiet.unblock()
        blocker.unblock()
        self.show_figure(figure)
        if not self.point(here):
            self.point(self._first())

    def show_figure(self, figure: Timeline | None) -> None:
        """Show the same rows on another axis."""
        self.figure = figure
        self.setAccessibleDescription(figure.alt if figure else "")
        self._axis.update()
        self.viewport().update()

    def point(self, id_: str) -> bool:
        """Stand on a transition or an action; False when it is not there."""
        place = self._plan.place_of(id_)
        if not place.isValid():
            return False
        if place.parent().isValid():
            self.setExpanded(place.parent(), True)
        self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(place)
        return True

    def current(self) -> str:
        """The id of the row pointed at; empty for none."""
        return self._plan.id_of(self.currentIndex())

    def set_low(self, *, low: bool) -> None:
        """Lower rows and narrower names for a small window."""
        if low != self.low:
            self.low = low
            self.scheduleDelayedItemsLayout()
            self._axis.update()

    def places(self) -> Places:
        """Where the rows on screen are, in pixels of the viewport."""
        view = self.viewport()
        boxes: dict[str, Box] = {}
        place = self._plan.index(0, 0)
        while place.isValid():
            rect = self.visualRect(place)
            boxes[self._plan.id_of(place)] = Box(0, rect.y(), view.width(), rect.height())
            place = self.indexBelow(place)
        return Places(
            self.names, view.width(), view.height(), boxes, theme().font("micro").pixelSize()
        )

    def _groups(self) -> list[str]:
        return [self._plan.id_of(self._plan.index(row, 0)) for row in range(self._plan.rowCount())]

    def _first(self) -> str:
        """The first action, else the first transition."""
        group = self._plan.index(0, 0)
        return self._plan.id_of(self._plan.index(0, 0, group)) or self._plan.id_of(group)

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.pointed.emit(self.current())

    def _clicked(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _restyled(self) -> None:
        self._make_room()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _make_room(self) -> None:
        self.setViewportMargins(0, theme().scaled(_AXIS), 0, 0)
        self._axis.setGeometry(0, 0, self.width(), theme().scaled(_AXIS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head is as wide as the rows."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows first, then the chart over them."""
        super().paintEvent(event)
        if self.figure is None:
            return
        with QPainter(self.viewport()) as painter:
            names = self.names
            painter.fillRect(names, 0, 1, self.viewport().height(), theme().colour("border"))
            painter.setClipRect(self.viewport().rect().adjusted(names, 0, 0, 0))
            paint(painter, timeline(self.figure, self.places(), selected=self.current()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's, Enter asks for the inspector, all else is the page's."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """The dates of a row as plain text."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            item = self._plan.item(self.indexAt(event.pos()))
            words = item.spoken if isinstance(item, Entry) else ""
            if isinstance(item, Step):
                words = f"{item.headline}. {item.outcome}"
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().viewportEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: object, _index: Index) -> None:
        """The rows draw their own arrows."""

    def sizeHint(self) -> QSize:
        """Takes what it is given."""
        return QSize(600, 400)
