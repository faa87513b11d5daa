"""Choosing a criterion and the answer to suppose of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagements.framework.model import AnswerValue, Criterion, CriterionType, Framework
from engagements.language import tr
from ui.parts.answer_keys import ORDER, answer_of
from ui.parts.finder import Finder
from ui.parts.sheet import Sheet
from ui.parts.voices import answer_label
from ui.widgets.buttons import Button
from ui.widgets.labels import TextBlock

WIDTH = 680
"""Room for five answers in a row at the largest size of text."""


class SupposeSheet(Sheet):
    """A line to find the criterion, then five answers; 1 to 5 choose one."""

    chosen = Signal(str, object)
    """A criterion's id and the AnswerValue supposed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, tr("What if"), tr("Choose"), name="suppose", width=WIDTH)
        self._framework: Framework | None = None
        self._criterion: Criterion | None = None
        self.cancel.setObjectName("suppose-cancel")
        self.accept.setObjectName("suppose-choose")
        words = tr("Code or words: SRC 1.2, drift, registry")
        self.finder = Finder(tr("Code or words"), words, name="suppose-find")
        self.finder.taken.connect(self._take)
        self._question = TextBlock("", "body")
        self._note = TextBlock("", "small", tone="ink_2")
        self._answers = QWidget()
        self._answers.setProperty("clear", "true")
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.buttons_by_value: dict[AnswerValue, Button] = {}
        for number, value in enumerate(ORDER, 1):
            button = Button("", size="small", key=str(number), name=f"suppose-{number}")
            button.clicked.connect(lambda _on=False, value=value: self._choose(value))
            self.buttons_by_value[value] = button
            row.addWidget(button)
        row.addStretch(1)
        for one in (self.finder, self._question, self._answers, self._note):
            self.body.addWidget(one)

    def ask(self, framework: Framework, criteria: Sequence[Criterion], criterion: str = "") -> None:
        """Ask for a criterion and its answer; with ``criterion`` only for the answer."""
        self._framework = framework
        for value, button in self.buttons_by_value.items():
            button.set_face(answer_label(framework, value))
        self.finder.begin(criteria, choose=True)
        self._show(framework.criterion[criterion] if criterion else None)
        self.show_over(self._first() if criterion else self.finder.line)

    def submit(self) -> None:
        """Take the criterion pointed at; its answers come next."""
        if self._criterion is None:
            if found := self.finder.chosen():
                self._take(found)
            else:
                self.refuse(tr("No question matches."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 are answers once a criterion is chosen."""
        value = answer_of(event) if self._criterion is not None else None
        if value is None:
            super().keyPressEvent(event)
        elif self.buttons_by_value[value].isEnabled():
            self._choose(value)

    def _take(self, criterion: str) -> None:
        assert self._framework is not None
        self._show(self._framework.criterion[criterion])
        self._first().setFocus()

    def _first(self) -> Button:
        return self.buttons_by_value[AnswerValue.YES]

    def _show(self, criterion: Criterion | None) -> None:
        self._criterion = criterion
        self.refuse("")
        self.finder.setVisible(criterion is None)
        self.accept.setVisible(criterion is None)
        for one in (self._question, self._answers):
            one.setVisible(criterion is not None)
        key = criterion is not None and criterion.type is CriterionType.KEY
        self._note.set_text(tr("A key criterion applies to everybody.") if key else "")
        self._note.setVisible(key)
        self.buttons_by_value[AnswerValue.NA].setEnabled(not key)
        if criterion is None:
            self.title.setText(tr("What if"))
            return
        title = tr("What if {criterion} were", criterion=criterion.id)
        self.title.setText(title)
        self._question.set_text(f"{criterion.title}. {criterion.question}")
        self._question.setMinimumHeight(self._question.heightForWidth(WIDTH - 46))

    def _choose(self, value: AnswerValue) -> None:
        criterion = self._criterion
        self.dismiss()
        if criterion is not None:
            self.chosen.emit(criterion.id, value)
