"""The focus ring: 2 px of accent, 2 px outside the focused widget, for keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QWidget,
)

from ui.theme import theme
from ui.widgets.marks import box

OUTSIDE = 4
"""Distance of the ring's outer edge from the widget."""


class HouseStyle(QProxyStyle):
    """Fusion with our focus ring's room, without focus rectangles, mnemonic underlines aside."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Room between a focused widget and the ring around it."""
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return OUTSIDE
        return super().pixelMetric(metric, option, widget)  # type: ignore[arg-type]

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Everything but the dotted rectangle, which the ring replaces."""
        if element is not QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)


class FocusRing(QFocusFrame):
    """Follows the focus. A widget that shows its own has the property ``ownFocus``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or by_mouse or not self._ringed(now):
            self.setWidget(None)  # type: ignore[arg-type]
            self.hide()
            return
        self.setWidget(now)

    def _ringed(self, widget: QWidget) -> bool:
        if widget.window() is not self._window or widget.property("ownFocus"):
            return False
        if isinstance(widget, QAbstractItemView):
            return False
        return not isinstance(widget, QAbstractScrollArea) or bool(widget.property("ring"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        box(painter, self.rect(), 6, None, theme().tokens.accent, width=2)
