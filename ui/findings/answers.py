"""Answers side by side: a column for each voice, the most recent last; more than three scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engagements.framework.model import Framework
from ui.parts.voices import Said, answer_label
from ui.widgets.chips import GradeBars, Rule
from ui.widgets.glyphs import AnswerGlyph
from ui.widgets.labels import Label, TextBlock
from ui.widgets.rows import emptied

AT_ONCE = 3


class VoiceColumn(QWidget):
    """One voice: answer, who, words, grade and day."""

    def __init__(self, framework: Framework, said: Said) -> None:
        super().__init__()
        label = answer_label(framework, said.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 10, 8, 10)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(AnswerGlyph(said.value))
        head.addWidget(Label(label, "body", 600), 1)
        column.addLayout(head)
        column.addSpacing(2)
        column.addWidget(TextBlock(said.who, "small", 600))
        if said.words:
            column.addWidget(TextBlock(said.words, "small", tone="ink_2", lines=6))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        if said.grade >= 2:
            foot.addWidget(GradeBars(said.grade))
        foot.addWidget(TextBlock(said.support, "small", tone="ink_3"), 1)
        column.addLayout(foot)
        self.setAccessibleName(f"{said.who}: {label}. {said.words} {said.support}")


class AnswersCard(QFrame):
    """The columns in a frame; arrows scroll them while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._columns = 0
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.area = QScrollArea()
        self.area.setObjectName("answers")
        self.area.setWidget(self._inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.area)

    def show_voices(self, framework: Framework, said: Sequence[Said]) -> None:
        """Show other answers."""
        emptied(self._row)
        self._columns = len(said)
        for number, one in enumerate(said):
            if number:
                self._row.addWidget(Rule(standing=True))
            self._row.addWidget(VoiceColumn(framework, one), 1)
        scrolls = len(said) > AT_ONCE
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self.setVisible(bool(said))
        self._fit()
        bar = self.area.horizontalScrollBar()
        bar.setValue(bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns fill the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        each = (self.width() - 2) // min(max(self._columns, 1), AT_ONCE)
        self._inner.setMinimumWidth(each * self._columns if self._columns > AT_ONCE else 0)
        items = [self._row.itemAt(at) for at in range(self._row.count())]
        parts = [one.widget() for one in items if one is not None]
        columns = [one for one in parts if isinstance(one, VoiceColumn)]
        high = max((_height(one, each - 1) for one in columns), default=0)
        scrolls = self._columns > AT_ONCE
        self.area.setFixedHeight(high + (12 if scrolls else 0))


def _height(column: VoiceColumn, width: int) -> int:
    layout = column.layout()
    return layout.totalHeightForWidth(width) if layout else 0
