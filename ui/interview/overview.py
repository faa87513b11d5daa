"""All interviews of the engagement: planned, running and held; Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from engagements.language import mark, tr
from engagements.records.people import InterviewState
from engagements.records.snapshot import Snapshot
from ui.interview.coverage_pane import CoveragePane
from ui.interview.showing import Entry
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets import space
from ui.widgets.buttons import Button
from ui.widgets.chips import card
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import bar

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
_STATES = {
    InterviewState.PLANNED: (mark("Planned"), "calendar", "ink_2"),
    InterviewState.RUNNING: (mark("Running"), "clock", "accent"),
    InterviewState.PAUSED: (mark("Paused"), "pause", "attn"),
    InterviewState.HELD: (mark("Held"), "check", "ok"),
}
_WHEN, _COUNT, _STATE = 200, 170, 100
_SHORT_COUNT = 84
"""Without the bar, where there is less room."""
ROOMY, SNUG = 760, 600
"""A list narrower than this goes without bars; or has the day under the title."""
PANE, NARROW_PANE = 460, 416
"""Widths of the coverage beside the list, in a wide and a narrow window."""


def spoken(entry: Entry) -> str:
    """A row in words."""
    words = tr(
        "{title}, {when}, {answered} of {total} answered, {state}",
        title=entry.title,
        when=entry.when,
        answered=entry.answered,
        total=entry.total,
        state=tr(_STATES[entry.state][0]),
    )
    return ", ".join(filter(None, (words, entry.unit, entry.record)))


class EntriesModel(QAbstractListModel):
    """Interviews by day and hour."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other interviews; the same ones only change what is drawn."""
        same = [one.id for one in self._entries] == [one.id for one in entries]
        if not same:
            self.beginResetModel()
        self._entries = tuple(entries)
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many interviews."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; the delegate takes the entry itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ITEM:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return spoken(entry) if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Rows(QStyledItemDelegate):
    """Title and people, when, how much is answered, state."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().scaled(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ITEM)
        area: QRect = option.rect  # type: ignore[attr-defined]
        tokens = theme().tokens
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(area, QColor(tokens.accent_weak))
            side = QRect(area.x(), area.y(), 3, area.height())
            painter.fillRect(side, QColor(tokens.accent))
        line = QRect(area.x(), area.bottom(), area.width(), 1)
        painter.fillRect(line, QColor(tokens.border))
        right = area.right() - 16
        room = theme().scaled(_STATE)
        right = self._state(painter, QRect(right - room, area.y(), room, area.height()), entry)
        roomy = area.width() >= theme().scaled(ROOMY)
        wide = theme().scaled(_COUNT if roomy else _SHORT_COUNT)
        count = QRect(right - wide, area.y(), wide, area.height())
        right = self._count(painter, count, entry)
        below = [entry.unit, entry.record, entry.people]
        if area.width() < theme().scaled(SNUG):
            below.insert(0, entry.when)
        else:
            when = QRect(
                right - theme().scaled(_WHEN), area.y(), theme().scaled(_WHEN), area.height()
            )
            _words(painter, when, entry.when, "ink_2", 400)
            right = when.left()
        said = "  ·  ".join(filter(None, below))
        words = QRect(area.x() + 20, area.y(), right - area.x() - 36, area.height())
        half = theme().line("body")
        top = area.y() + (area.height() - half - theme().line("small")) // 2
        if not said:
            _words(painter, words, entry.title, "ink", 600)
        else:
            first = QRect(words.x(), top, words.width(), half)
            _words(painter, first, entry.title, "ink", 600)
            second = QRect(words.x(), top + half, words.width(), theme().line("small"))
            _words(painter, second, said, "ink_2", 400, small=True)
        painter.restore()

    def _state(self, painter: QPainter, area: QRect, entry: Entry) -> int:
        words, icon, tone = _STATES[entry.state]
        draw(painter, icon, tone, QRect(area.x() + 12, area.center().y() - 7, 14, 14))
        _words(painter, area.adjusted(32, 0, 0, 0), tr(words), tone, 500, small=True)
        return area.left()

    def _count(self, painter: QPainter, area: QRect, entry: Entry) -> int:
        share = entry.answered / entry.total if entry.total else 0
        words = tr("{answered} of {total}", answered=entry.answered, total=entry.total)
        left = 0
        if area.width() > theme().scaled(_SHORT_COUNT):
            left = 90
            bar(painter, QRect(area.x(), area.y(), left - 12, area.height()), share)
        _words(painter, area.adjusted(left, 0, 0, 0), words, "ink_2", 400, small=True)
        return area.left()


def _words(
    painter: QPainter, area: QRect, words: str, tone: str, weight: int, *, small: bool = False
) -> None:
    painter.setFont(theme().font("small" if small else "body", weight))
    painter.setPen(theme().colour(tone))
    fitting = QFontMetrics(painter.font()).elidedText(
        words, Qt.TextElideMode.ElideRight, area.width()
    )
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


class EntryList(QListView):
    """Up and Down select, Enter opens, Delete takes out; the menu key asks what else there is."""

    opened = Signal(str)
    removed = Signal(str)
    menu = Signal(QPoint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete are about the row."""
        entry = self.currentIndex().data(ITEM)
        if entry and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(entry.id)
        elif entry and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(entry.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row under the mouse; by key the row that is selected."""
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            here = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(QPoint(here.x() + 20, here.bottom()))
        if self.currentIndex().isValid():
            self.menu.emit(where)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


class Overview(QWidget):
    """The list with its coverage beside it, or what to do while it is empty."""

    opened = Signal(str)
    removed = Signal(str)
    plan_asked = Signal()
    menu = Signal(QPoint)
    """What else can be done with the selected interview is asked for."""
    proposed = Signal(object)
    """A Plan that closes a gap of the coverage."""

    def __init__(self) -> None:
        super().__init__()
        self._model = EntriesModel()
        self.list = EntryList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setObjectName("interviews")
        self.list.setAccessibleName(tr("Interviews"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        self.list.menu.connect(self.menu)
        self.list.clicked.connect(lambda at: self.opened.emit(at.data(ITEM).id))
        theme().changed.connect(self.list.viewport().update)
        self._count = Label("", "small", tone="ink_2")
        self._full = card()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 16, 10)
        head.addWidget(Label(tr("Interviews"), "heading"))
        head.addStretch(1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._empty = self._first()
        self.coverage = CoveragePane()
        self.coverage.proposed.connect(self.proposed)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        outer.addWidget(self._full, 1)
        outer.addWidget(self.coverage)
        outer.addWidget(self._empty, 1)
        theme().changed.connect(self._fit)

    def _first(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch(2)
        title = Label(tr("No interviews yet"), "welcome")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = tr("Choose whom to ask; their role proposes the questions. You can change them.")
        told = TextBlock(words, tone="ink_2", align=Qt.AlignmentFlag.AlignHCenter)
        self.plan = Button(
            tr("Plan the first interview"), kind="primary", size="large", icon="plus"
        )
        self.plan.setObjectName("plan-first")
        self.plan.clicked.connect(self.plan_asked)
        column.addWidget(title)
        column.addWidget(told)
        column.addSpacing(14)
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return empty

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the interviews."""
        self._model.show(entries)
        self._full.setVisible(bool(entries))
        self.coverage.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        held = sum(one.state is InterviewState.HELD for one in entries)
        self._count.setText(tr("{held} of {all} held", held=held, all=len(entries)))

    def show_coverage(self, snapshot: Snapshot | None) -> None:
        """Show who is asked what, and what is left out."""
        if snapshot is not None and self._model.rowCount():
            self.coverage.show_snapshot(snapshot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The coverage is narrower where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = space.of_window(self.window().size()).narrow
        self.coverage.setFixedWidth(theme().scaled(NARROW_PANE if narrow else PANE))

    def point_at(self, interview: str) -> None:
        """Select a row."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data(ITEM).id == interview:
                self.list.setCurrentIndex(index)

    def first(self) -> QWidget:
        """What has the focus when the list is entered."""
        return self.list if self._model.rowCount() else self.plan
