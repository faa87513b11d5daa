"""The drawer: one criterion with its answers, evidence and contradictions, and the judgement."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engagements.framework.model import Framework
from engagements.language import tr
from ui.findings.answers import AnswersCard
from ui.findings.judging import JudgementPane
from ui.findings.reading import Detail, Shown
from ui.parts.last_time import LastTimeRow
from ui.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip, GradeBars, IconMark, LevelChip, Rule
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied


class Drawer(QFrame):
    """Shows a Detail; asks for the one before, the next, and to be closed."""

    moved = Signal(int)
    """One back or one on in the map."""
    closed = Signal()
    ask_again = Signal(str)
    """The criterion to open in the interview."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self.setAccessibleName(tr("Criterion"))
        self.setProperty("pane", "surface")
        self._code, self._needed = Label("", "body", 600), ElidedLabel("", tone="ink_2")
        self._counts, self._chip = Label("", "body", tone="ink_2"), LevelChip(1)
        self._title = TextBlock("", "heading")
        self._question = TextBlock("", "small", tone="ink_2")
        self._differs = Chip(tone="attn", icon="disagreement")
        self._none = TextBlock(tr("Nobody has been asked yet."), "small", tone="ink_2")
        self.answers = AnswersCard()
        self._together = QVBoxLayout()
        self._before, self._last_time = Label(tr("Previous assessment"), weight=600), LastTimeRow()
        self._shown = QVBoxLayout()
        self._no_evidence = TextBlock(tr("Nothing was shown."), "small", tone="ink_2")
        self._against = QVBoxLayout()
        self.again = Button(tr("Ask again"), kind="quiet", size="small", name="ask-again")
        self.judgement = JudgementPane()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Rule())
        column.addWidget(self._body(), 1)
        column.addWidget(Rule())
        column.addWidget(self.judgement)
        self.again.clicked.connect(lambda: self.ask_again.emit(self._code.text()))

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 10, 14, 12)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._code)
        row.addWidget(self._counts)
        row.addWidget(self._chip)
        row.addWidget(self._needed, 1)
        for icon, words, name, step in (
            ("chevron-up", tr("Criterion before"), "criterion-before", -1),
            ("chevron-down", tr("Next criterion"), "criterion-after", 1),
        ):
            button = IconButton(icon, words)
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, step=step: self.moved.emit(step))
            row.addWidget(button)
        close = IconButton("close", tr("Close the criterion"))
        close.setObjectName("close-criterion")
        close.clicked.connect(self.closed)
        row.addWidget(close)
        column.addLayout(row)
        column.addWidget(self._title)
        column.addWidget(self._question)
        return head

    def _body(self) -> QScrollArea:
        body = QWidget()
        body.setProperty("clear", "true")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label(tr("Answers"), "body", 600), 1)
        head.addWidget(self._differs)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.answers)
        column.addLayout(self._together)
        self._against.setSpacing(8)
        column.addLayout(self._against)
        column.addWidget(self._before)
        column.addWidget(self._last_time)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(Label(tr("Evidence"), "body", 600), 1)
        row.addWidget(self.again)
        column.addLayout(row)
        self._shown.setSpacing(0)
        column.addLayout(self._shown)
        column.addWidget(self._no_evidence)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def show_detail(self, framework: Framework, detail: Detail) -> None:
        """Show a criterion; the judgement pane is filled by its owner."""
        self._code.setText(detail.criterion)
        self._counts.setText(tr("needed for") if detail.gates else tr("supplementary,"))
        self._chip.set_level(detail.level)
        self._needed.setText(detail.level_name)
        self._title.set_text(detail.title)
        key = tr("Key question. {question}", question=detail.question)
        self._question.set_text(key if detail.key else detail.question)
        self._differs.set_text(detail.differs)
        self._differs.setVisible(bool(detail.differs))
        self._none.setVisible(not detail.said)
        self.answers.show_voices(framework, detail.said)
        emptied(self._together)
        for words in detail.together:
            self._together.addWidget(TextBlock(words, "small", tone="ink_2", lines=6))
        emptied(self._against)
        for words in detail.contradictions:
            self._against.addWidget(Banner(words))
        for part in (self._before, self._last_time):
            part.setVisible(detail.before is not None)
        if detail.before is not None:
            self._last_time.say(detail.before)
        emptied(self._shown)
        for number, one in enumerate(detail.evidence):
            if number:
                self._shown.addWidget(Rule())
            self._shown.addWidget(_EvidenceRow(one))
        self._no_evidence.setVisible(not detail.evidence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the left edge."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().tokens.surface))
            painter.fillRect(0, 0, 1, self.height(), QColor(theme().tokens.border))


class _EvidenceRow(QWidget):
    """What was shown, its grade, and what it speaks for."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(IconMark(shown.icon, "ink_2"))
        row.addWidget(ElidedLabel(shown.title), 1)
        against, answer = shown.against, shown.speaks.lower()
        speaks = tr("supports “{answer}”", answer=answer)
        if against:
            row.addWidget(IconMark("warning", "attn", 14))
        row.addWidget(Label(speaks, "small", tone="attn" if against else "ink_3"))
        row.addWidget(GradeBars(shown.grade))
        row.addWidget(Label(shown.grade_name, "body", 500))
        parts = [shown.title, speaks, shown.grade_name]
        parts += [tr("against what was found")] if against else []
        self.setAccessibleName(", ".join(parts))
