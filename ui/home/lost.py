"""What Home shows when the folder of the engagements cannot be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.problem import Problem
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, card
from ui.widgets.labels import Label, TextBlock

WIDTH = 560


class LostFolder(QWidget):
    """The folder and the reason, and three ways on."""

    chosen = Signal(object)
    """Another folder, a Path."""
    asks_file = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lost-folder")
        self._folder = Path()
        self._words = TextBlock("", tone="ink_2")
        self.choose = Button(tr("Choose another"), kind="primary", name="lost-choose")
        look = Button(tr("Open folder"), icon="folder", name="lost-open")
        restore = Button(tr("Restore from a backup"), icon="import", name="lost-restore")
        self.choose.clicked.connect(self._choose)
        look.clicked.connect(self._look)
        restore.clicked.connect(self.asks_file)
        frame = card()
        frame.setMaximumWidth(theme().scaled(WIDTH))
        column = QVBoxLayout(frame)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(IconMark("warning", "attn", 20))
        column.addWidget(Label(tr("Plumbline found a folder it cannot read"), "title"))
        column.addWidget(self._words)
        column.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.choose, look, restore):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(frame, 10)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)

    def show_problem(self, problem: Problem, folder: Path) -> None:
        """Say which folder and why."""
        self._folder = folder
        self._words.set_text(str(problem))

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self.window(), tr("Choose the folder for engagements"), str(self._folder.parent)
        )
        if folder:
            self.chosen.emit(Path(folder))

    def _look(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface behind."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().tokens.bg))
