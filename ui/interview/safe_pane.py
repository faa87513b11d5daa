"""The right pane while the client is looking: what is asked about, what comes next, the time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from engagements.language import tr
from ui.interview.section import Section
from ui.widgets.chips import IconMark, Rule
from ui.widgets.labels import Label, TextBlock
from ui.widgets.rows import emptied


@dataclass(frozen=True)
class Calm:
    """What the client may read: nothing of a level, of other people, or of another client."""

    about: str
    so_far: tuple[str, ...]
    """Questions answered and time left, a line each."""
    following: tuple[str, ...]
    """Titles of the next questions."""
    todos: tuple[str, ...] = ()
    """To-dos of this interview, where they are not under the agenda."""


class SafePane(QScrollArea):
    """Calm sections; built anew only when what they say has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("safe-pane")
        self.setAccessibleName(tr("Client-safe view is on"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: Calm | None = None
        body = QFrame()
        body.setProperty("pane", "bg")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(0)
        self._column.addLayout(self._head())
        self._column.addWidget(Rule())
        self._column.addLayout(self._parts)
        self._column.addStretch(1)
        self.setWidget(body)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 14)
        head.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(9)
        line.addWidget(IconMark("eye-off", "accent"))
        line.addWidget(Label(tr("Client-safe view is on"), "body", 600), 1)
        words = tr(
            "Other people's answers, flags, levels and what an answer holds back are hidden and "
            "cannot be opened until you press F9."
        )
        head.addLayout(line)
        head.addWidget(TextBlock(words, "small", tone="ink_2"))
        return head

    def show_calm(self, calm: Calm) -> None:
        """Show other words."""
        if calm == self._shown:
            return
        self._shown = calm
        emptied(self._parts)
        about = (calm.about, tr("There is no right answer today; we want the current practice."))
        for title, lines in (
            (tr("What we are asking about"), about),
            (tr("So far"), calm.so_far),
            (tr("Next questions"), calm.following),
            (tr("To do from this interview"), calm.todos),
        ):
            if lines:
                part = Section(title)
                for words in lines:
                    part.rows.addWidget(TextBlock(words, "small", tone="ink_2"))
                self._parts.addWidget(part)
                self._parts.addWidget(Rule())
