"""A card of the Settings page: a heading, rows of a name and its control, remarks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.files import made
from ui.widgets.labels import ElidedLabel, Label, TextBlock


class Section(QFrame):
    """A framed group of settings."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(18, 14, 18, 16)
        self.rows.setSpacing(12)
        self.rows.addWidget(Label(title, "heading"))

    def row(self, name: str, control: QWidget) -> None:
        """A name at the left, its control at the right."""
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(name, tone="ink_2"))
        line.addStretch(1)
        line.addWidget(control)
        self.rows.addLayout(line)

    def remark(self, words: str = "") -> TextBlock:
        """A quiet sentence; returns it, for other words later."""
        block = TextBlock(words, "small", tone="ink_2")
        self.rows.addWidget(block)
        return block

    def folder(self, name: str, path: Path, *controls: QWidget) -> None:
        """A folder's name and place, with what can be done with it."""
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(name, weight=500))
        words.addWidget(ElidedLabel(str(path), "small", tone="ink_2"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(words, 1)
        for control in controls:
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.rows.addLayout(line)


def open_folder(path: Path) -> None:
    """Show a folder in the system's own window of files; a Problem when it cannot be made."""
    made(path)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
