"""The palette: a line over the window and what it finds; Enter goes there, Esc takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from engagements.language import tr
from ui.shell.palette import entries
from ui.shell.palette.doing import Doing
from ui.shell.palette.finding import Entry, Finder
from ui.shell.palette.report import SentenceReader
from ui.shell.palette.rows import ITEM, FoundModel, FoundRows
from ui.theme import theme
from ui.widgets.chips import IconMark, KeyCap, Rule, card
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.main_window import MainWindow

WIDTH, TOP, LIST = 660, 72, 420
RECENT, MOST_RECENT = "palette/recent", 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGE = 8


class Palette(QWidget):
    """Covers the window while it is asked; what lies under it gets neither keys nor clicks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette-cover")
        self._window = window
        self._back: QWidget | None = None
        self._entries: list[Entry] = []
        self._finder = Finder(())
        self._doing = Doing(window)
        self._sentences = SentenceReader(window)
        self._asked = False
        """The sentences of the report are on their way, or here."""
        self.line = QLineEdit()
        self.line.setObjectName("palette")
        self.line.setProperty("plain", "true")
        self.line.setProperty("ownFocus", True)
        self.line.setAccessibleName(tr("Go to anything"))
        theme().typed(self.line, "heading", 400)
        self.model = FoundModel()
        self.list = QListView()
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(tr("What was found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundRows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self._none = Label("", tone="ink_2")
        self._build()
        self.line.textChanged.connect(self._search)
        self.line.textEdited.connect(self._ask_sentences)
        self.line.installEventFilter(self)
        self.list.clicked.connect(lambda at: self._take(at, second=False))
        self.list.entered.connect(self._hover)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.hide()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 14, 10)
        head.setSpacing(12)
        head.addWidget(IconMark("search", "ink_2"))
        head.addWidget(self.line, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 7, 14, 8)
        foot.setSpacing(6)
        for keys, words in (
            (("Up", "Down"), tr("choose")),
            (("Enter",), tr("go")),
            (("Esc",), tr("close")),
        ):
            for key in keys:
                foot.addWidget(KeyCap(key))
            foot.addWidget(Label(words, "small", tone="ink_2"))
            foot.addSpacing(10)
        foot.addStretch(1)
        self._none.setContentsMargins(16, 14, 16, 14)
        self._card = card()
        self._card.setParent(self)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        for part in (Rule(), self._none, self.list, Rule()):
            column.addWidget(part)
        column.addLayout(foot)

    def toggle(self) -> None:
        """Ask, or take the palette away when it is shown."""
        if self.isVisible():
            self.dismiss()
            return
        self._back = QApplication.focusWidget()
        self._entries = entries.entries(self._window, self._doing.do)
        self._renew()
        safe = self._is_safe()
        self.line.setPlaceholderText(
            tr("A question of this interview, or an action")
            if safe
            else tr("An action, a page, a question, a person, an interview, a note, an engagement")
        )
        self.line.clear()
        self._search("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        if not safe:
            self._window.ask_engagements(self._add_engagements)

    def _add_engagements(self, rows: Sequence[object]) -> None:
        """The library has answered: take its engagements in without moving the choice."""
        self._add(entries.engagement_entries(self._window, tuple(rows)))  # type: ignore[arg-type]

    def _ask_sentences(self, _typed: str) -> None:
        """The report's sentences are read once something is sought."""
        if not self._asked and not self._is_safe():
            self._asked = True
            self._sentences.ask(self._add)

    def _add(self, more: Sequence[Entry]) -> None:
        """Take more in that was read meanwhile, where it is still asked for."""
        if self.isVisible() and not self._is_safe():
            self._entries += more
            self._renew()
            if self.line.text().strip():
                self._search(self.line.text())

    def _is_safe(self) -> bool:
        page = self._window.current
        return page is not None and page.client_safe()

    def _renew(self) -> None:
        self._finder = Finder(self._entries, self._recent())

    def _recent(self) -> list[str]:
        kept = self._window.desk.settings.value(RECENT, [])
        return [str(name) for name in kept] if isinstance(kept, list) else [str(kept)]

    def dismiss(self) -> None:
        """Take it away; the focus goes back where it was."""
        if self.isHidden():
            return
        back, self._back = self._back, None
        self.hide()
        self._sentences.rest()
        self._asked = False
        self._entries = []
        self._finder = Finder(())
        self.line.clear()
        self.model.show_found(self._finder.find(""))
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """A key of the window led elsewhere: nothing may cover the page that has the keys now."""
        if now is None or self.isHidden() or now.window() is not self._window:
            return
        if now is not self and not self.isAncestorOf(now):
            self._back = None
            self.dismiss()

    def _search(self, typed: str) -> None:
        self.model.show_found(self._finder.find(typed))
        lines = self.model.lines()
        if lines:
            self._point(lines[0])
        self._none.setText(tr("Nothing is called that."))
        self._none.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self._place()

    def _point(self, line: int) -> None:
        index = self.model.index(line, 0)
        self.list.setCurrentIndex(index)
        if line == 1:
            self.list.scrollToTop()

    def _step(self, by: int) -> None:
        lines = self.model.lines()
        if not lines:
            return
        here = self.list.currentIndex().row()
        at = lines.index(here) if here in lines else 0
        if abs(by) == 1:
            self._point(lines[(at + by) % len(lines)])
        else:
            self._point(lines[max(0, min(at + by, len(lines) - 1))])

    def _hover(self, index: QModelIndex) -> None:
        if isinstance(index.data(ITEM), Entry):
            self.list.setCurrentIndex(index)

    def _take(self, index: QModelIndex, *, second: bool) -> None:
        """Go to what was chosen, once the palette is gone and the focus is back."""
        entry = index.data(ITEM) if index.isValid() else None
        if not isinstance(entry, Entry):
            return
        recent = [entry.name, *(name for name in self._recent() if name != entry.name)]
        self._window.desk.settings.setValue(RECENT, recent[:MOST_RECENT])
        self.dismiss()
        act = entry.second if second and entry.second else entry.act
        act()

    def _place(self) -> None:
        """The card in the upper middle, the list as high as its rows or the room."""
        self.setGeometry(self._window.rect())
        width = min(theme().scaled(WIDTH), self.width() - 80)
        rows = sum(
            self.list.sizeHintForIndex(self.model.index(at, 0)).height()
            for at in range(self.model.rowCount())
        )
        most = min(theme().scaled(LIST), self.height() - TOP - 140)
        self.list.setFixedHeight(min(rows + 4, most))
        self._card.setFixedWidth(width)
        layout = self._card.layout()
        if layout is not None:
            layout.activate()
        self._card.adjustSize()
        self._card.move((self.width() - width) // 2, TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line go through the list; the window's size is followed."""
        if event.type() is QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -_PAGE,
            Qt.Key.Key_PageDown: _PAGE,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in _ENTER:
            second = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._take(self.list.currentIndex(), second=second)
        elif key is Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab stays in the line."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card takes it away."""
        event.accept()
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a veil in the window's ground."""
        veil = QColor(theme().tokens.bg)
        veil.setAlpha(170)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), veil)
