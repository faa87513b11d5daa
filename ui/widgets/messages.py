"""The bar under the top bar that says what happened and what to do; nothing is blocked by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.problem import Problem
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import IconMark
from ui.widgets.labels import TextBlock

Tone = Literal["attn", "danger", "ok"]
CLOSE = 26
"""Pixels of the side of the close button."""


class Remedy(Problem):
    """A problem with the one thing that can be done about it at once."""

    def __init__(self, problem: Problem, action: str, act: Callable[[], object]) -> None:
        """``action`` are the words of a button that calls ``act``."""
        super().__init__(problem.title, problem.advice)
        self.action, self.act = action, act


class MessageBar(QWidget):
    """Title, advice, one optional action and a close button."""

    closed = Signal()

    def __init__(self, name: str = "message") -> None:
        super().__init__()
        self._tone: Tone = "attn"
        self._stays = False
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._mark = IconMark("warning", "attn")
        self._title = TextBlock("", weight=600)
        self._advice = TextBlock("", tone="ink_2")
        self._action = Button("", size="small", name=f"{name}-action")
        self._close = IconButton("close", tr("Close this message"), side=CLOSE)
        self._close.setObjectName(f"{name}-close")
        self._act: Callable[[], object] | None = None
        self._action.clicked.connect(self._press)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 14, 9)
        row.setSpacing(10)
        self._sign = QVBoxLayout()
        self._sign.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.setSpacing(1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._advice)
        row.addLayout(self._sign)
        row.addLayout(self._words, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_problem(
        self,
        problem: Problem,
        *,
        tone: Tone = "attn",
        action: str = "",
        act: Callable[[], object] | None = None,
        stays: bool = False,
    ) -> None:
        """Show a title and its advice; ``action`` are the words of a button that calls ``act``.

        One that ``stays`` is there until it is closed or another one comes.
        """
        if isinstance(problem, Remedy):
            action, act = problem.action, problem.act
        self._tone, self._act, self._stays = tone, act, stays
        icons = {"attn": "warning", "danger": "warning", "ok": "check"}
        self._mark.set_icon(icons[tone], tone)
        self._title.set_text(problem.title)
        self._advice.set_text(problem.advice)
        self._advice.setVisible(bool(problem.advice))
        self._action.set_face(action)
        self._action.setVisible(bool(action))
        spare = 0 if problem.advice else max(0, CLOSE - theme().line("body")) // 2
        for column in (self._sign, self._words):  # a title alone stands level with the buttons
            column.setContentsMargins(0, spare, 0, 0)
        self.setAccessibleName(str(problem))
        self.show()
        self.update()

    def forget(self) -> None:
        """Take the message away and keep none of its words, nor what its button does."""
        self._stays, self._act = False, None
        self._action.set_face("")
        self._title.set_text("")
        self._advice.set_text("")
        self.setAccessibleName("")
        self.hide()

    def words(self) -> str:
        """What it says, title and advice; empty while hidden."""
        if self.isHidden():
            return ""
        return f"{self._title.text()} {self._advice.text()}".strip()

    def _press(self) -> None:
        if self._act is not None:
            self._act()

    def clear(self) -> None:
        """Take the message away unless it is one that stays."""
        if not self._stays:
            self.hide()

    def dismiss(self) -> None:
        """Take the message away."""
        self._stays = False
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted ground."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            fills = {"attn": tokens.attn_weak, "danger": tokens.danger_weak, "ok": tokens.ok_weak}
            lines = {"attn": tokens.attn_line, "danger": tokens.danger_line, "ok": tokens.border}
            painter.fillRect(self.rect(), QColor(fills[self._tone]))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(lines[self._tone]))
