"""Choosing the questions of an interview: dimensions that open, questions with a tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from engagements.framework.model import Criterion, CriterionType, Dimension, Framework
from engagements.language import mark, tr
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.marks import box, level_chip

ITEM = Qt.ItemDataRole.UserRole
_KINDS = {
    CriterionType.KEY: mark("key"),
    CriterionType.CORE: mark("core"),
    CriterionType.SUPPLEMENTARY: "",
}


class _Rows(QStyledItemDelegate):
    """A tick box, the words, and at the right the level and what kind of criterion it is."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(100, theme().scaled(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        item = index.data(ITEM)  # type: ignore[attr-defined]
        area = QRect(0, option.rect.y(), self._view.viewport().width(), option.rect.height())  # type: ignore[attr-defined]
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))  # type: ignore[attr-defined]
        pointed = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        painter.save()
        if pointed and self._view.hasFocus():
            box(painter, area.adjusted(2, 1, -2, -1), 4, None, theme().tokens.accent, width=2)
        if isinstance(item, Dimension):
            is_open = self._view.isExpanded(index)  # type: ignore[arg-type]
            arrow = QRect(8, area.center().y() - 7, 14, 14)
            draw(painter, "chevron-down" if is_open else "chevron-right", "ink_2", arrow)
            self._tick(painter, QRect(30, area.center().y() - 7, 16, 16), state)
            self._words(painter, area.adjusted(56, 0, -90, 0), item.name, "ink", 500)
            count = index.data(Qt.ItemDataRole.StatusTipRole)  # type: ignore[attr-defined]
            self._right(painter, area.adjusted(0, 0, -14, 0), str(count))
        else:
            self._criterion(painter, area, item, state)
        painter.restore()

    def _criterion(
        self, painter: QPainter, area: QRect, item: Criterion, state: Qt.CheckState
    ) -> None:
        self._tick(painter, QRect(56, area.center().y() - 7, 16, 16), state)
        code = area.adjusted(82, 0, 0, 0)
        self._words(painter, QRect(code.x(), area.y(), 64, area.height()), item.id, "ink_2", 500)
        words = QRect(148, area.y(), area.width() - 148 - 84, area.height())
        self._words(painter, words, item.title, "ink", 400)
        self._right(painter, area.adjusted(0, 0, -44, 0), tr(_KINDS[item.type]))
        chip = QRect(area.right() - 34, area.center().y() - 9, 20, 20)
        level_chip(painter, chip, item.level)

    def _tick(self, painter: QPainter, area: QRect, state: Qt.CheckState) -> None:
        tokens = theme().tokens
        if state is Qt.CheckState.Unchecked:
            box(painter, area, 3, tokens.surface, tokens.border_strong)
            return
        box(painter, area, 3, tokens.accent)
        if state is Qt.CheckState.Checked:
            draw(painter, "check", "on_accent", area.adjusted(2, 2, -2, -2))
        else:
            line = QRect(area.x() + 4, area.center().y(), 8, 2)
            painter.fillRect(line, QColor(tokens.on_accent))

    def _words(self, painter: QPainter, area: QRect, words: str, tone: str, weight: int) -> None:
        painter.setFont(theme().font("body", weight))
        painter.setPen(theme().colour(tone))
        fitting = QFontMetrics(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)

    def _right(self, painter: QPainter, area: QRect, words: str) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("ink_2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)


class AgendaChoice(QTreeView):
    """Space ticks a question or a whole dimension, Left and Right close and open."""

    ticked = Signal(tuple, bool)
    """Criteria, and whether they are to be in the agenda."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel()
        self.setModel(self._model)
        self.setItemDelegate(_Rows(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setObjectName("agenda-choice")
        self.setAccessibleName("Questions of the interview")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        theme().changed.connect(self.viewport().update)

    def offer(self, framework: Framework) -> None:
        """Offer a framework's questions."""
        self._model.clear()
        self._items.clear()
        for dimension in framework.dimensions:
            group = QStandardItem(dimension.name)
            group.setData(dimension, ITEM)
            self._model.appendRow(group)
            for one in framework.criteria:
                if one.dimension == dimension.code:
                    item = QStandardItem(f"{one.id} {one.title}")
                    item.setData(one, ITEM)
                    group.appendRow(item)
                    self._items[one.id] = item

    def show_agenda(self, criteria: Iterable[str]) -> None:
        """Show which questions are in; says nothing."""
        asked = set(criteria)
        on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
        for code, item in self._items.items():
            item.setCheckState(on if code in asked else off)
        for row in range(self._model.rowCount()):
            group = self._model.item(row)
            codes = _codes(group)
            count = len(asked & set(codes))
            some = on if count == len(codes) else Qt.CheckState.PartiallyChecked if count else off
            group.setCheckState(some)
            many = len(codes)
            group.setData(
                tr("{count} of {all}", count=count, all=many), Qt.ItemDataRole.StatusTipRole
            )
            spoken = tr(
                "{name}, {count} of {all} questions", name=group.text(), count=count, all=many
            )
            group.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)

    def _clicked(self, index: object) -> None:
        item = self._model.itemFromIndex(index)  # type: ignore[arg-type]
        at = self.viewport().mapFromGlobal(self.cursor().pos()).x()
        if isinstance(item.data(ITEM), Dimension) and not 26 <= at <= 50:
            self.setExpanded(item.index(), not self.isExpanded(item.index()))
        else:
            self._flip(item)

    def _flip(self, item: QStandardItem) -> None:
        on = item.checkState() is not Qt.CheckState.Checked
        one = item.data(ITEM)
        codes = _codes(item) if isinstance(one, Dimension) else (one.id,)
        self.ticked.emit(tuple(codes), on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter and Ctrl+Enter are the form's."""
        item = self._model.itemFromIndex(self.currentIndex())
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._flip(item)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: object) -> None:
        """The delegate draws the whole row."""


def _codes(group: QStandardItem) -> list[str]:
    return [group.child(row).data(ITEM).id for row in range(group.rowCount())]
