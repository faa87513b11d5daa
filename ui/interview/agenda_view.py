"""The agenda tree: questions by dimension with their answers, painted in the house's rows."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from engagements.language import tr
from ui.interview.agenda import Agenda, Group, Row
from ui.interview.agenda_model import ITEM, AgendaModel
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.glyphs import draw_answer
from ui.widgets.labels import plain_tip
from ui.widgets.marks import box

Index = QModelIndex | QPersistentModelIndex
_STRIP = 5
"""Up to this many answers a closed dimension shows as glyphs, else as a count."""


class AgendaDelegate(QStyledItemDelegate):
    """Draws dimensions, questions and dimensions left to others."""

    def __init__(self, view: AgendaView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Row heights: dimensions a little higher; room for the rule before those left out."""
        item = index.data(ITEM)
        low = self._view.low
        height = (28 if low else 32) if isinstance(item, Row) else (30 if low else 34)
        if isinstance(item, str) and self._is_first(index):
            height += 18
        return QSize(120, theme().scaled(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row across the whole width."""
        item = index.data(ITEM)
        area = QRect(0, option.rect.y(), self._view.viewport().width(), option.rect.height())  # type: ignore[attr-defined]
        pointed = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        painter.save()
        if isinstance(item, Group):
            self._group(painter, area, item, is_open=self._view.isExpanded(index))  # type: ignore[arg-type]
        elif isinstance(item, Row):
            self._row(painter, area, item)
        else:
            self._left_out(painter, area, str(item), rule=self._is_first(index))
        if pointed and self._view.hasFocus():
            ring = area.adjusted(3, 1, -3, -1)
            box(painter, ring, 4, None, theme().tokens.accent, width=2)
        painter.restore()

    def _is_first(self, index: Index) -> bool:
        return not isinstance(index.sibling(index.row() - 1, 0).data(ITEM), str)

    def _group(self, painter: QPainter, area: QRect, item: Group, *, is_open: bool) -> None:
        arrow = QRect(15, area.center().y() - 7, 14, 14)
        draw(painter, "chevron-down" if is_open else "chevron-right", "ink_2", arrow)
        right = area.right() - 14
        if is_open or len(item.rows) > _STRIP or self._view.low:
            words = tr("{done} of {total}", done=item.answered, total=len(item.rows))
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("ink_2"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRect(area.x(), area.y(), right, area.height()), flags, words)
            right -= QFontMetrics(painter.font()).horizontalAdvance(words) + 8
        else:
            right = self._strip(painter, area, item, right)
        self._words(painter, QRect(34, area.y(), right - 34, area.height()), item.name, "ink", 500)

    def _strip(self, painter: QPainter, area: QRect, item: Group, right: int) -> int:
        """The answers of a closed dimension; returns where the free room ends."""
        x = right - 15 * len(item.rows) + 3
        left = x
        for row in item.rows:
            draw_answer(painter, QRectF(x, area.center().y() - 5.5, 12, 12), row.value)
            x += 15
        return left - 8

    def _row(self, painter: QPainter, area: QRect, item: Row) -> None:
        tokens = theme().tokens
        here = item.criterion == self._view.criterion
        if here:
            painter.fillRect(area, QColor(tokens.accent_weak))
            painter.fillRect(QRect(0, area.y(), 3, area.height()), QColor(tokens.accent))
        glyph = QRectF(33, area.center().y() - 6.5, 14, 14)
        draw_answer(painter, glyph, item.value)
        if item.pending:
            box(painter, glyph.adjusted(-3, -3, 3, 3), 4, None, tokens.attn, dashed=True)
        weight = 600 if here else 400
        tone = "ink" if here else "ink_2"
        wide = max(26, QFontMetrics(theme().font("body", 600)).horizontalAdvance(item.code))
        code = QRect(57, area.y(), wide, area.height())
        self._words(painter, code, item.code, "ink" if here else tone, weight)
        right = area.right() - 14
        for there, icon in ((item.differs, "disagreement"), (item.parked, "clock")):
            if there:
                draw(painter, icon, "attn", QRect(right - 13, area.center().y() - 6, 13, 13))
                right -= 18
        left = code.right() + 4
        words = QRect(left, area.y(), right - left, area.height())
        self._words(painter, words, item.title, tone, weight)

    def _left_out(self, painter: QPainter, area: QRect, name: str, *, rule: bool) -> None:
        if rule:
            line = QRect(16, area.y() + 9, area.width() - 32, 1)
            painter.fillRect(line, theme().colour("border"))
            area = area.adjusted(0, 18, 0, 0)
        right = area.right() - 14
        words = tr("other interview")
        wide = QFontMetrics(theme().font("body")).horizontalAdvance(name)
        room = right - 42 - QFontMetrics(theme().font("small")).horizontalAdvance(words)
        if not self._view.low and wide <= room:
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("ink_3"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRect(area.x(), area.y(), right, area.height()), flags, words)
            right -= QFontMetrics(painter.font()).horizontalAdvance(words) + 8
        self._words(painter, QRect(34, area.y(), right - 34, area.height()), name, "ink_3", 400)

    def _words(self, painter: QPainter, area: QRect, words: str, tone: str, weight: int) -> None:
        painter.setFont(theme().font("body", weight))
        painter.setPen(theme().colour(tone))
        fitting = QFontMetrics(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


class AgendaView(QTreeView):
    """Arrows move and open dimensions, Enter or a click shows a question."""

    chosen = Signal(str)
    """The criterion to show."""

    def __init__(self) -> None:
        super().__init__()
        self.low = False
        self.criterion = ""
        """The question on screen."""
        self._agenda = AgendaModel()
        self.setModel(self._agenda)
        self.setItemDelegate(AgendaDelegate(self))
        self.setProperty("bare", "true")
        self.setObjectName("agenda")
        self.setAccessibleName(tr("Agenda"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)
        theme().changed.connect(self.viewport().update)

    def show_agenda(self, agenda: Agenda, criterion: str) -> None:
        """Show an agenda and which question is on screen; its dimension opens, others close."""
        moved = criterion != self.criterion
        before = self._agenda.place_of(self.criterion)
        self.criterion = criterion
        fresh = not self._agenda.place_of(criterion).isValid()
        self._agenda.show(agenda)
        if moved or fresh or not self.currentIndex().isValid():
            self._follow(criterion)
            place = self._agenda.place_of(criterion)
            if before.parent() == place.parent():
                self.update(before)
                self.update(place)
            else:
                self.viewport().update()

    def set_low(self, *, low: bool) -> None:
        """Lower rows for a small window."""
        self.low = low
        self.scheduleDelayedItemsLayout()

    def _follow(self, criterion: str) -> None:
        place = self._agenda.place_of(criterion)
        if not place.isValid():
            return
        blocker = QSignalBlocker(self)
        for number in range(self._agenda.rowCount()):
            group = self._agenda.index(number, 0)
            self.setExpanded(group, group == place.parent())
        blocker.unblock()
        self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(place)

    def _clicked(self, index: QModelIndex) -> None:
        item = self._agenda.item(index)
        if isinstance(item, Group):
            self.setExpanded(index, not self.isExpanded(index))
        elif isinstance(item, Row):
            self.chosen.emit(item.criterion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the question or opens the dimension; digits and commands go up."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._clicked(index)
            return
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        others = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in (*moves, *others) and not event.modifiers():
            super().keyPressEvent(event)
            return
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole title as plain text where it may be cut."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            item = self._agenda.item(self.indexAt(event.pos()))
            words = item.title if isinstance(item, Row) else getattr(item, "name", item or "")
            QToolTip.showText(event.globalPos(), plain_tip(str(words)), self)
            return True
        return super().viewportEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: Index) -> None:
        """The delegate draws the whole row."""

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Without the style's own selection."""
        option.showDecorationSelected = False  # type: ignore[attr-defined]
        super().drawRow(painter, option, index)  # type: ignore[arg-type]

    def sizeHint(self) -> QSize:
        """Takes what it is given."""
        return QSize(200, 200)
