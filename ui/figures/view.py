"""A widget that shows a scene laid out for its size, and knows what lies under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from report_templates.figures.scene import Rectangle, Scene
from ui.figures.paint import paint
from ui.figures.sizes import Sizes
from ui.theme import theme
from ui.widgets.labels import plain_tip
from ui.widgets.marks import box

Layout = Callable[[float, float, Sizes], Scene]
"""Lays a figure out for a width and a height in pixels, at a text size."""


class SceneView(QWidget):
    """Rows that carry a reference are walked with Up and Down when ``walks`` says so."""

    asked = Signal(str)
    """The reference that was clicked, or chosen by Enter."""
    pointed = Signal(str)
    """The reference the keyboard stands on now."""

    def __init__(self, *, walks: str = "") -> None:
        super().__init__()
        self._layout: Layout | None = None
        self._scene: Scene | None = None
        self._walks, self._at = walks, -1
        self.setMouseTracking(bool(walks))
        if walks:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._lay_out)

    def show_figure(self, layout: Layout) -> None:
        """Show another figure."""
        self._layout = layout
        self._lay_out()

    def clear(self) -> None:
        """Show nothing."""
        self._layout = self._scene = None
        self._at = -1
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.update()

    def point(self, ref: str) -> None:
        """Stand on a row by its reference; nothing happens when there is none."""
        for at, row in enumerate(self._rows()):
            if row.ref == ref:
                self._stand(at)

    def scene(self) -> Scene | None:
        """What is shown."""
        return self._scene

    def current(self) -> str:
        """The reference the keyboard stands on; empty for none."""
        rows = self._rows()
        return rows[self._at].ref if 0 <= self._at < len(rows) else ""

    def area(self) -> QRect:
        """Where the row the keyboard stands on is; empty for none."""
        rows = self._rows()
        if not 0 <= self._at < len(rows):
            return QRect()
        row = rows[self._at]
        return QRectF(row.x, row.y, row.width, row.height).toAlignedRect()

    def _rows(self) -> list[Rectangle]:
        items = self._scene.items if self._scene else ()
        wanted = f"{self._walks}:"
        return [
            one
            for one in items
            if self._walks and isinstance(one, Rectangle) and one.ref.startswith(wanted)
        ]

    def _lay_out(self) -> None:
        if self._layout is not None and self.width() > 0:
            self._scene = self._layout(self.width(), self.height(), Sizes(theme().scale / 100))
            self.setAccessibleName(self._scene.alt)
        self.update()

    def sizeHint(self) -> QSize:
        """Takes what it is given."""
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        """Little."""
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scene and, over it, where the keyboard stands."""
        if self._scene is None:
            return
        with QPainter(self) as painter:
            rows = self._rows()
            row = rows[self._at] if self.hasFocus() and 0 <= self._at < len(rows) else None
            area = QRectF(row.x, row.y, row.width, row.height) if row else QRectF()
            area.adjust(0, 2, 0, -2)
            if row:
                box(painter, area, 4, theme().tokens.accent_weak)
            paint(painter, self._scene)
            if row:
                box(painter, area, 4, None, theme().tokens.accent, width=2)

    def focusInEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """Start at the first row."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if self._at < 0:
            self._step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk, Enter chooses."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and self._rows():
            if not self._step(step):
                event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.asked.emit(self.current())
        else:
            event.ignore()

    def _step(self, step: int) -> bool:
        rows = self._rows()
        at = self._at + step
        if not 0 <= at < len(rows):
            return False
        self._stand(at)
        return True

    def _stand(self, at: int) -> None:
        row = self._rows()[at]
        self._at = at
        self.setAccessibleDescription(row.alt)
        self.pointed.emit(row.ref)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what a click opens."""
        here = self._scene.at(event.position().x(), event.position().y()) if self._scene else ""
        self.setCursor(Qt.CursorShape.PointingHandCursor if here else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the pointer."""
        if self._scene is not None and event.button() is Qt.MouseButton.LeftButton:
            ref = self._scene.at(event.position().x(), event.position().y())
            if ref:
                self.asked.emit(ref)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what lies under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = ""
            for item in reversed(self._scene.items if self._scene else ()):
                inside = isinstance(item, Rectangle) and _holds(
                    item, event.pos().x(), event.pos().y()
                )
                if inside and item.alt:
                    words = item.alt
                    break
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)


def _holds(item: Rectangle, x: float, y: float) -> bool:
    return item.x <= x <= item.x + item.width and item.y <= y <= item.y + item.height
