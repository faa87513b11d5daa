"""What Home's side panel is made of: a counted figure, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.chips import card
from ui.widgets.labels import ElidedLabel, Label, TextBlock


class Figure(QWidget):
    """A big number, what it is out of, and what it counts."""

    def __init__(self, words: str, short: str = "") -> None:
        super().__init__()
        self._number = Label("–", "title")
        self._of = Label("", "small", tone="ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._number)
        row.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(ElidedLabel(words, "small", tone="ink_2", short=short))
        self._words = words

    def show_count(self, count: int | None, of: int | None = None) -> None:
        """Show a count; None is a dash."""
        self._number.setText("–" if count is None else str(count))
        self._of.setText(f"/ {of}" if of is not None else "")
        self.setAccessibleName(f"{self._number.text()} {self._of.text()} {self._words}")


class NextStep(QWidget):
    """What comes next, and the button that goes there."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self._when = Label("", weight=600)
        self._about = TextBlock("", "small", tone="ink_2", lines=2)
        frame = card(quiet=True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(self._when)
        column.addWidget(self._about)
        column.addSpacing(4)
        column.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_words(self, when: str, about: str) -> None:
        """Show when and what."""
        self._when.setText(when)
        self._when.setVisible(bool(when))
        self._about.set_text(about)
        self._about.setVisible(bool(about))
