"""What an evidence item speaks for: a row per criterion with its answer, and a line to add one."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.framework.model import AnswerValue, Framework
from engagements.language import mark, tr
from engagements.records import Evidence
from engagements.records.evidence import SPEAKS, SpeaksFor
from ui.evidence.finding_criteria import CriterionLine
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import Select
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied

TAB = Qt.FocusPolicy.TabFocus
NOTHING = mark("It speaks for no criterion yet, so it supports no answer.")


class Links(QWidget):
    """Shows the links of an item and reports how they should be."""

    changed = Signal(tuple)
    """The item's SpeaksFor, all of them."""
    opened = Signal(str)
    """A criterion to be shown in the interview."""

    def __init__(self) -> None:
        super().__init__()
        self._spoken: tuple[SpeaksFor, ...] = ()
        self._framework: Framework | None = None
        self._nothing = TextBlock(tr(NOTHING), "small", tone="ink_2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add = CriterionLine("add-criterion")
        self.add.found.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(tr("Speaks for"), "small", 600, "ink_2"))
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addWidget(self.add)

    def show_item(self, item: Evidence, framework: Framework) -> None:
        """Show another item's links; the same ones stay as they are, with the focus."""
        if framework is not self._framework:
            self.add.offer(framework)
        elif item.speaks_for == self._spoken:
            return
        self._framework, self._spoken = framework, item.speaks_for
        emptied(self._rows)
        for number, one in enumerate(self._spoken):
            self._rows.addWidget(self._row(number, one, framework))
        self._order_tab()
        self._nothing.setVisible(not self._spoken)

    def _order_tab(self) -> None:
        """New rows come last in Tab's order: bring them to the line, then the line behind them."""
        items = [self._rows.itemAt(at) for at in range(self._rows.count())]
        rows = [row for item in items if item is not None and (row := item.widget())]
        inside = [one for row in rows for one in row.findChildren(QWidget)]
        able = [one for one in inside if one.focusPolicy() & TAB and one.window() is self.window()]
        for before, after in pairwise((self.add, *able, self.add)):
            QWidget.setTabOrder(before, after)

    def _row(self, number: int, one: SpeaksFor, framework: Framework) -> QWidget:
        labels = {answer.code: answer.label for answer in framework.answers}
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        code = Button(one.criterion, kind="quiet", size="small", name=f"open-link-{number}")
        code.clicked.connect(partial(self.opened.emit, one.criterion))
        found = framework.criterion.get(one.criterion)
        title = found.title if found else ""
        code.setAccessibleName(tr("Open {code}, {title}", code=one.criterion, title=title))
        answers = (*SPEAKS, one.value) if one.value not in SPEAKS else SPEAKS
        choice = Select(
            [(value.value, labels[value]) for value in answers],
            tr("Answer for {code}", code=one.criterion),
            name=f"answer-link-{number}",
        )
        choice.choose(one.value.value)
        choice.picked.connect(partial(self._say, number))
        gone = IconButton("close", tr("Take {code} away", code=one.criterion), side=26)
        gone.setObjectName(f"remove-link-{number}")
        gone.clicked.connect(partial(self._remove, number))
        line.addWidget(code)
        line.addWidget(ElidedLabel(title, "small", tone="ink_2"), 1)
        line.addWidget(choice)
        line.addWidget(gone)
        return row

    def _say(self, number: int, value: str) -> None:
        one = self._spoken[number].model_copy(update={"value": AnswerValue(value)})
        self.changed.emit((*self._spoken[:number], one, *self._spoken[number + 1 :]))

    def _remove(self, number: int) -> None:
        self.add.setFocus()
        self.changed.emit((*self._spoken[:number], *self._spoken[number + 1 :]))

    def _add(self, criterion: str) -> None:
        if criterion not in {one.criterion for one in self._spoken}:
            new = SpeaksFor(criterion=criterion, value=AnswerValue.YES)
            self.changed.emit((*self._spoken, new))
