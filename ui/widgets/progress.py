"""Progress: a thin line for what goes on beside the work, a bar for what one waits for."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagements.language import tr
from ui.theme import theme

TICK_MS = 40
LENGTH = 0.22
"""Part of the line that runs while nobody knows how much there is to do."""


class ProgressLine(QWidget):
    """A line 3 px high: part of it filled, or a piece that runs along while the end is unknown."""

    def __init__(self, height: int = 3) -> None:
        super().__init__()
        self._high = height
        self._share: float | None = 0.0
        self._at = 0.0
        self._shown = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._run = QTimer(self, interval=TICK_MS)
        self._run.timeout.connect(self._step)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(40, self._high)

    def show_share(self, share: float | None) -> None:
        """Fill a share of the line; None lets a piece run."""
        self._shown, self._share = True, share
        self.setAccessibleName(
            tr("Working") if share is None else tr("{share} done", share=f"{share:.0%}")
        )
        moving = share is None and not theme().reduce_motion
        if moving and not self._run.isActive():
            self._run.start()
        elif not moving:
            self._run.stop()
        self.update()

    def stop(self) -> None:
        """Nothing goes on any more; the line keeps its place, empty."""
        self._shown = False
        self._run.stop()
        self.setAccessibleName("")
        self.update()

    @property
    def running(self) -> bool:
        """True while something goes on."""
        return self._shown

    def _step(self) -> None:
        self._at = (self._at + 0.02) % (1 + LENGTH)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and piece."""
        if not self._shown:
            return
        with QPainter(self) as painter:
            tokens = theme().tokens
            painter.fillRect(self.rect(), QColor(tokens.surface_3))
            width = self.width()
            if self._share is not None:
                painter.fillRect(
                    0, 0, round(width * self._share), self.height(), QColor(tokens.accent)
                )
                return
            start = round((self._at - LENGTH) * width)
            painter.fillRect(start, 0, round(LENGTH * width), self.height(), QColor(tokens.accent))
