"""Takes engagement files that are dropped anywhere on the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.parts.files import engagement_in


class Dropping(QObject):
    """Watches a window; what a page takes itself (pictures, documents) never gets here."""

    hovering = Signal(bool)
    """A file hangs over the window, or no longer."""
    dropped = Signal(object)
    """The path of an engagement file."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one engagement file and nothing else."""
        if isinstance(event, QDragEnterEvent):
            if engagement_in(event.mimeData()):
                event.acceptProposedAction()
                self.hovering.emit(True)
                return True
        elif event.type() is QEvent.Type.DragLeave:
            self.hovering.emit(False)
        elif isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self.hovering.emit(False)
            path = engagement_in(event.mimeData())
            if path:
                event.acceptProposedAction()
                self.dropped.emit(path)
                return True
        return super().eventFilter(watched, event)
