"""The evidence of one question as a strip of tiles, and the place to paste or drop more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engagements.framework.model import Framework
from engagements.language import tr
from engagements.records import Evidence
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import clicks_on_enter
from ui.widgets.marks import box, grade_bars, keycap, keycap_width

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 60
_WIDTH, _LEAST = 252, 168
_THUMB = QSize(74, 46)
ITEM = Qt.ItemDataRole.UserRole


class EvidenceModel(QAbstractListModel):
    """Evidence items in the order of the register."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Evidence, ...] = ()
        self._words: dict[str, str] = {}

    def show(self, items: Sequence[Evidence], framework: Framework, criterion: str) -> None:
        """Show other items, with grade and answer in words."""
        self.beginResetModel()
        self._items = tuple(items)
        self._words = {one.id: support(one, framework, criterion) for one in items}
        self.endResetModel()

    def item(self, index: Index) -> Evidence | None:
        """The item at an index."""
        return self._items[index.row()] if index.isValid() else None

    def row_of(self, item: str) -> int:
        """Where an item stands, -1 when it does not."""
        return next((n for n, one in enumerate(self._items) if one.id == item), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title and support in words; the delegate takes the item itself."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.title}, {self._words[item.id]}"
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.StatusTipRole:
            return self._words[item.id]
        return None


def support(item: Evidence, framework: Framework, criterion: str) -> str:
    """What it supports, and its grade, which the bars say too: ``Supports “partly”. Shown``."""
    labels = {one.code: one.label for one in framework.answers}
    said = [one.value for one in item.speaks_for if one.criterion == criterion]
    grade = framework.grades[item.grade].name
    linked = item.link and item.attachment is None
    words = tr("Linked, {grade}", grade=grade.lower()) if linked else grade
    if not said:
        return words
    quoted = (tr("“{answer}”", answer=labels[value].lower()) for value in said)
    return tr("Supports {answers}. {grade}", answers=tr(" and ").join(quoted), grade=words)


class _Tiles(QStyledItemDelegate):
    """Draws a tile: thumbnail or icon, title, grade and answer."""

    def __init__(self, view: QListView, thumbnail: Callable[[Evidence], QPixmap | None]) -> None:
        super().__init__(view)
        self._view, self._thumbnail = view, thumbnail
        self.width = _WIDTH

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.width + 8, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        tokens = theme().tokens
        area: QRect = option.rect.adjusted(0, 0, -8, 0)  # type: ignore[attr-defined]
        pointed = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        ring = pointed and self._view.hasFocus()
        edge = tokens.accent if ring else tokens.border
        box(painter, area, 4, tokens.surface, edge, width=2 if ring else 1)
        x = area.x() + self._picture(painter, area, item)
        right = area.right() - 8
        self._line(painter, QRect(x, area.y() + 11, right - x, 19), item.title, "ink", 500)
        bars = QRect(x, area.y() + 33, 16, 13)
        grade_bars(painter, bars, item.grade)
        words = index.data(Qt.ItemDataRole.StatusTipRole)
        self._line(painter, QRect(x + 22, area.y() + 31, right - x - 22, 17), words, "ink_2", 400)

    def _picture(self, painter: QPainter, area: QRect, item: Evidence) -> int:
        """Thumbnail or icon; returns how far in the words begin."""
        thumb = self._thumbnail(item)
        if thumb is None:
            image = item.attachment and item.attachment.media_type.startswith("image/")
            icon = "link" if item.attachment is None else "image" if image else "document"
            draw(painter, icon, "ink_2", QRect(area.x() + 13, area.y() + 21, 18, 18))
            return 44
        place = QRect(area.x() + 7, area.y() + 7, _THUMB.width(), _THUMB.height())
        painter.save()
        painter.setClipRect(place)
        scaled = thumb.scaled(
            _THUMB,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawPixmap(place.topLeft(), scaled)
        painter.restore()
        box(painter, place, 2, None, theme().tokens.border)
        return 92

    def _line(self, painter: QPainter, area: QRect, words: str, tone: str, weight: int) -> None:
        painter.setFont(theme().font("small", weight))
        painter.setPen(theme().colour(tone))
        fitting = QFontMetrics(painter.font()).elidedText(
            " ".join(words.split()), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


class _List(QListView):
    """Left and Right move, Enter changes, Delete takes out."""

    opened = Signal(str)
    removed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentIndex().data(ITEM)
        plain = not event.modifiers()
        if plain and item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item.id)
        elif plain and item and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(item.id)
        elif plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


class AddTile(QAbstractButton):
    """The dashed tile: says how to add evidence, and opens a file dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = False
        self.hot = False
        """Something that can be dropped hangs over the strip."""
        self.setText(tr("Paste or drop a file"))
        self.setAccessibleName(tr("Add evidence: paste, drop or choose a file"))
        self.setToolTip(tr("Choose a file"))
        self.setObjectName("add-evidence")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A tile."""
        return QSize(_LEAST if self.narrow else 226, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """What its words need."""
        return QSize(_LEAST, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses a file; digits go up."""
        if not clicks_on_enter(self, event):
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed frame, icon, words and key."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            edge = tokens.accent if self.hot or self.underMouse() else tokens.border_strong
            fill = tokens.accent_weak if self.hot else None
            box(painter, self.rect(), 4, fill, edge, width=2 if self.hot else 1, dashed=True)
            fonts = QFontMetrics(theme().font("small"))
            before, key = tr("Paste"), "Ctrl+V"
            after = "" if self.narrow or self.width() < 210 else tr("or drop a file")
            cap = keycap_width(key)
            wide = 24 + fonts.horizontalAdvance(before) + 5 + cap
            wide += 5 + fonts.horizontalAdvance(after) if after else 0
            x, middle = (self.width() - wide) // 2, self.height() // 2
            draw(painter, "image", "ink_2", QRect(x, middle - 8, 16, 16))
            x += 24
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("ink_2"))
            flags = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(x, 0, 200, self.height()), flags, before)
            x += fonts.horizontalAdvance(before) + 5
            keycap(painter, QRect(x, middle - 9, cap, 18), key)
            painter.setPen(theme().colour("ink_2"))
            painter.drawText(QRect(x + cap + 5, 0, 200, self.height()), flags, after)


class EvidenceStrip(QWidget):
    """Tiles at the left, the dashed tile at the right; takes what is dropped."""

    opened = Signal(str)
    removed = Signal(str)
    chosen = Signal()
    """A file is to be chosen in a dialog."""
    given = Signal(QMimeData)

    def __init__(self, thumbnail: Callable[[Evidence], QPixmap | None]) -> None:
        super().__init__()
        self._shown: tuple[tuple[Evidence, ...], str] = ((), "")
        self._model = EvidenceModel()
        self._list = _List()
        self._list.setModel(self._model)
        self._tiles = _Tiles(self._list, thumbnail)
        self._list.setItemDelegate(self._tiles)
        self._list.setFlow(QListView.Flow.LeftToRight)
        self._list.setAccessibleName(tr("Evidence"))
        self._list.setObjectName("evidence")
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setFixedHeight(HEIGHT)
        self._list.opened.connect(self.opened)
        self._list.removed.connect(self.removed)
        self._list.doubleClicked.connect(lambda at: self.opened.emit(at.data(ITEM).id))
        self.add = AddTile()
        self.add.clicked.connect(self.chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._list)
        self._row.addWidget(self.add, 1)
        self.setAcceptDrops(True)
        self.setFixedHeight(HEIGHT)
        theme().changed.connect(self._list.viewport().update)

    def show_items(self, items: Sequence[Evidence], framework: Framework, criterion: str) -> None:
        """Show the evidence of a question; the tile pointed at stays so, or the next one is."""
        shown = (tuple(items), criterion)
        if shown == self._shown:
            return
        self._shown = shown
        focus, row = self._list.hasFocus(), self._list.currentIndex().row()
        self._model.show(items, framework, criterion)
        self._list.setVisible(bool(items))
        if items and row >= 0:
            self._list.setCurrentIndex(self._model.index(min(row, len(items) - 1), 0))
        elif focus and not items:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def set_closed(self, why: str) -> None:
        """Take nothing more, and say why; empty opens it again."""
        self.add.setEnabled(not why)
        self.add.setToolTip(why or tr("Choose a file"))
        self.add.setAccessibleDescription(why)
        self.setAcceptDrops(not why)

    def refresh(self, _item: str = "") -> None:
        """Draw again: a thumbnail came. A method: it is told no more once the strip has gone."""
        self._list.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        """Give the tiles their share."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = self._model.rowCount()
        self.add.narrow = self.width() < 660
        room = self.width() - (_LEAST if self.add.narrow else 180)
        self._tiles.width = max(_LEAST, min(_WIDTH, room // max(1, min(count, 2)) - 8))
        self._list.setFixedWidth(min(room, count * (self._tiles.width + 8)) if count else 0)
        self._list.scheduleDelayedItemsLayout()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage():
            event.acceptProposedAction()
            self._heat(on=True)

    def dragLeaveEvent(self, _event: Any) -> None:
        """Nothing hangs over it any more."""
        self._heat(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        self._heat(on=False)
        event.acceptProposedAction()
        self.given.emit(event.mimeData())

    def _heat(self, *, on: bool) -> None:
        self.add.hot = on
        self.add.update()
