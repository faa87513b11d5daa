"""A pane beside the middle of a page: as wide as it is told, and wider where its words need it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Beside(QFrame):
    """Keeps its width whatever the page's, unless what stands in it needs more."""

    def __init__(self) -> None:
        super().__init__()
        self._wide = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_wide(self, pixels: int) -> None:
        """Take another width."""
        self._wide = pixels
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The width it was told, or that of its words."""
        least = self.minimumSizeHint().width()
        return QSize(max(self._wide, least), super().sizeHint().height())


class Scrolled(QScrollArea):
    """Scrolls down only, so it asks for all the width that what it holds needs."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = body
        self.setWidget(body)

    def minimumSizeHint(self) -> QSize:
        """As wide as its words and the bar."""
        bar = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return QSize(self._body.minimumSizeHint().width() + bar, 60)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words may need another width."""
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
