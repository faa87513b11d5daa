"""What takes long, in the status bar: words, how much is done, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagements.language import tr
from ui.session import LongWork
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.progress import ProgressLine

PATIENCE_MS = 300
"""Work that takes no longer is not shown."""
KEY = "Ctrl+Shift+X"
WIDTH = 96


class LongWorkPart(QWidget):
    """Comes after a moment, goes with the work."""

    cancelled = Signal()
    shown = Signal(bool)
    """Whether it is on screen now."""
    left = Signal()
    """It went while it had the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._work: LongWork | None = None
        self._words = Label("", "small", tone="ink_2")
        self._line = ProgressLine()
        self._line.setFixedWidth(WIDTH)
        self.cancel = Button(tr("Cancel"), size="small", key=KEY, name="cancel-work")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._line)
        row.addWidget(self.cancel)
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._wait.timeout.connect(self._appear)
        self.hide()

    def show_work(self, work: LongWork | None) -> None:
        """Show what goes on; None when nothing does."""
        begins, self._work = self._work is None, work
        if work is None:
            self._vanish()
            return
        words = tr("Stopping") if work.stopping else work.words
        percent = "" if work.share is None or work.stopping else f" {work.share:.0%}"
        self._words.setText(f"{words}{percent}")
        self._line.show_share(work.share)
        self.cancel.setEnabled(not work.stopping)
        self.cancel.setAccessibleName(tr("Cancel: {words}", words=work.words))
        if begins:
            self._wait.start()

    def words(self) -> str:
        """What it says; empty while it is away."""
        return "" if self.isHidden() else self._words.text()

    def _appear(self) -> None:
        self.show()
        self.shown.emit(True)

    def _vanish(self) -> None:
        self._wait.stop()
        self._line.stop()
        if self.isHidden():
            return
        had = self.cancel.hasFocus()
        self.hide()
        self.shown.emit(False)
        if had:
            self.left.emit()
