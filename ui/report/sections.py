"""One section in the left pane of Report: taken in or out, gone to, moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from engagements.language import tr
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label
from ui.widgets.tick_box import TickBox

FIXED = "cover"
"""The section that every report has."""
STAYING = ("cover", "contents")
"""Sections that stay in front."""
STEPS = (("Alt+Up", -1), ("Alt+Down", 1))


class Section(QWidget):
    """One section: tick box, the page it begins on, and a menu to move it."""

    toggled = Signal(str, bool)
    chosen = Signal(int)
    moved = Signal(str, int)
    """The section, and -1 for one place earlier or 1 for one later."""

    def __init__(self, part: str, words: str) -> None:
        super().__init__()
        self.part = part
        self.tick = TickBox(words, f"section-{part}")
        self._page = Button("", kind="quiet", size="small", name=f"section-page-{part}")
        self._empty = Label(tr("nothing to show"), "small", tone="ink_3")
        self._at: int | None = None
        self._more = IconButton("more", tr("Move {section}", section=words), side=22)
        self._more.setObjectName(f"section-move-{part}")
        self._more.clicked.connect(self._offer)
        for key, step in STEPS:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(key), self, context=context)
            shortcut.activated.connect(lambda step=step: self.moved.emit(part, step))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tick, 1)
        row.addWidget(self._page)
        row.addWidget(self._empty)
        row.addWidget(self._more)
        if part in STAYING:
            self._more.hide()
        self.tick.setEnabled(part != FIXED)
        self.tick.toggled.connect(lambda on: self.toggled.emit(part, on))
        self._page.clicked.connect(self._go)
        self.show_page(None)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return self.tick, self._page, self._more

    def show_page(self, page: int | None, *, empty: bool = False) -> None:
        """The page it begins on, from 0; None when it is not in the report.

        ``empty`` when it would be in it, but has nothing to say yet.
        """
        self._at = page
        self._empty.setVisible(empty)
        self._page.setVisible(page is not None)
        if page is not None:
            self._page.set_face(str(page + 1))
            self._page.setAccessibleName(
                tr("Go to {section}, page {page}", section=self.tick.text(), page=page + 1)
            )

    def _go(self) -> None:
        if self._at is not None:
            self.chosen.emit(self._at)

    def show_place(self, place: int, total: int) -> None:
        """Say where it stands to who cannot see: place, from 1, of how many."""
        self.tick.setAccessibleDescription(tr("Place {n} of {total}", n=place, total=total))

    def _offer(self) -> None:
        """Open the menu below its button."""
        menu = QMenu(self)
        menu.setObjectName("section-menu")
        menu.setAccessibleName(self._more.accessibleName())
        for words, (key, step) in zip((tr("Move up"), tr("Move down")), STEPS, strict=True):
            act = QAction(f"{words}\t{key}", menu)
            act.triggered.connect(lambda _on=False, step=step: self.moved.emit(self.part, step))
            menu.addAction(act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
