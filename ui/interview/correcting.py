"""What an interviewee sent back: answers to set right, one list and one keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QWidget,
)

from engagements.framework.model import AnswerValue, CriterionType, Framework
from engagements.language import tr
from engagements.records import Answer
from ui.parts.answer_keys import ORDER, answer_of
from ui.parts.day_edit import DayEdit
from ui.parts.rows import ROW, Index, Rows, put
from ui.parts.sheet import Sheet
from ui.theme import theme
from ui.widgets.buttons import Segmented
from ui.widgets.fields import Field, LineEdit
from ui.widgets.labels import TextBlock

ITEM = Qt.ItemDataRole.UserRole
_ROWS, _CODE, _SAID = 8, 76, 190
_WIDTH = 680
Taken = Callable[[date, Sequence[Answer]], None]
"""Told the day of the reply and the answers that were set right."""


@dataclass(frozen=True)
class Line:
    """One answer as it was given, and what it should be instead, None while it stands."""

    given: Answer
    title: str
    value: AnswerValue | None = None
    reason: str = ""

    @property
    def now(self) -> AnswerValue:
        """What it is to be."""
        return self.given.value if self.value is None else self.value

    def to(self, value: AnswerValue) -> Line:
        """With another answer; the one that was given takes the correction back."""
        return replace(self, value=None if value is self.given.value else value, reason="")

    def answer(self) -> Answer | None:
        """The answer to keep; None where it stands."""
        if self.value is None:
            return None
        fields = {
            "value": self.value,
            "reason": self.reason if self.value is AnswerValue.NA else "",
        }
        return self.given.model_copy(update=fields)


class LinesModel(QAbstractListModel):
    """The answers of one voice, in the order of the questions."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.labels: dict[AnswerValue, str] = {}

    def show(self, lines: Sequence[Line], labels: dict[AnswerValue, str]) -> None:
        """Show other answers."""
        self.beginResetModel()
        self.lines, self.labels = list(lines), labels
        self.endResetModel()

    def set(self, row: int, line: Line) -> None:
        """Replace one line."""
        self.lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def said(self, line: Line) -> str:
        """What was answered, and what it is to be."""
        given = self.labels[line.given.value]
        if line.value is None:
            return given
        return tr("{given}, now {answer}", given=given, answer=self.labels[line.value])

    def rowCount(self, parent: Index | None = None) -> int:
        """How many answers."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Code, title and answer; the delegate takes the line itself."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == ITEM:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.given.criterion} {line.title}: {self.said(line)}"
        return None


class _Rows(Rows):
    """Code, title, and at the right the answer; one that was set right is in bold."""

    def write(self, painter: QPainter, area: QRect, index: Index) -> None:
        line: Line = index.data(ITEM)
        code, said = theme().scaled(_CODE), theme().scaled(_SAID)
        model = index.model()
        assert isinstance(model, LinesModel)
        put(painter, area.adjusted(12, 0, 0, 0), line.given.criterion, "ink", 600)
        put(painter, area.adjusted(12 + code, 0, -said - 12, 0), line.title, "ink_2", 400)
        right = QRect(area.right() - said, area.y(), said - 10, area.height())
        tone, weight = ("accent", 600) if line.value is not None else ("ink", 400)
        put(painter, right, model.said(line), tone, weight)


class LineList(QListView):
    """Up and Down select, 1 to 5 set right, Backspace takes that back."""

    answered = Signal(object)
    """An AnswerValue, or None to take the correction back."""
    pointed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Backspace are about the row."""
        value = answer_of(event)
        if value is not None or event.key() == Qt.Key.Key_Backspace:
            self.answered.emit(value)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is selected."""
        super().currentChanged(current, previous)
        self.pointed.emit()


class CorrectionSheet(Sheet):
    """The answers of one voice; what is changed here is kept as new answers with the day."""

    def __init__(self, page: QWidget, framework: Framework) -> None:
        super().__init__(
            page,
            tr("What came back"),
            tr("Keep the reply"),
            name="correction",
            width=_WIDTH,
        )
        self._framework = framework
        labels = {one.code: one.label for one in framework.answers}
        self._labels = labels
        self._about = TextBlock("", tone="ink_2")
        self.day = DayEdit(tr("Replied on"), "correction-day")
        self._model = LinesModel()
        self.list = LineList()
        self.list.setObjectName("correction-list")
        self.list.setAccessibleName(tr("Answers to set right"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFixedHeight(_ROWS * theme().scaled(ROW))
        self.choice = Segmented(
            [(one.value, labels[one]) for one in ORDER], tr("It should be"), name="corrected"
        )
        self.reason = LineEdit(tr("Why it does not apply"), tr("In a few words"))
        self.reason.setObjectName("correction-reason")
        self.reason.setMaxLength(500)
        self._reason = Field(tr("Why it does not apply"), self.reason)
        self._taken: Taken | None = None
        self.body.addWidget(self._about)
        self.body.addWidget(Field(tr("Replied on"), self.day))
        self.body.addWidget(self.list)
        self.body.addWidget(Field(tr("It should be"), self.choice))
        self.body.addWidget(self._reason)
        self.list.answered.connect(self._set)
        self.list.pointed.connect(self._show)
        self.choice.chosen.connect(lambda key: self._set(AnswerValue(key)))
        self.reason.textEdited.connect(self._type)

    def ask(self, who: str, answers: Sequence[Answer], taken: Taken) -> None:
        """Ask what ``who`` set right in these answers; ``taken`` gets the day and the new ones."""
        self._taken = taken
        self._about.set_text(
            tr(
                "Choose an answer and set it right: 1 to 5. What {who} left unchanged stands as "
                "confirmed; the earlier answers stay in History.",
                who=who,
            )
        )
        self._about.setMinimumHeight(self._about.heightForWidth(_WIDTH - 46))
        today = date.today()
        self.day.setDate(QDate(today.year, today.month, today.day))
        titles = self._framework.criterion
        self._model.show([Line(one, titles[one.criterion].title) for one in answers], self._labels)
        self.show_over(self.list if answers else self.day)
        if answers:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._show()

    def _line(self) -> Line | None:
        row = self.list.currentIndex().row()
        return self._model.lines[row] if 0 <= row < self._model.rowCount() else None

    def _set(self, value: AnswerValue | None) -> None:
        line = self._line()
        if line is None:
            return
        key = self._framework.criterion[line.given.criterion].type is CriterionType.KEY
        if value is AnswerValue.NA and key:
            self.refuse(tr("One of the six key questions: it applies to everybody"))
            self._show()
            return
        self.refuse("")
        self._model.set(self.list.currentIndex().row(), line.to(value or line.given.value))
        self._show()
        if value is AnswerValue.NA and line.given.value is not AnswerValue.NA:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, words: str) -> None:
        line = self._line()
        if line is not None and line.value is AnswerValue.NA:
            self._model.set(self.list.currentIndex().row(), replace(line, reason=words))

    def _show(self) -> None:
        """The buttons and the reason are about the selected answer."""
        line = self._line()
        self.choice.setEnabled(line is not None)
        if line is not None:
            self.choice.choose(line.now.value)
        self._reason.setVisible(line is not None and line.value is AnswerValue.NA)
        if line is not None:
            self.reason.setText(line.reason)

    def submit(self) -> None:
        """Hand over what was set right, unless a reason or the day is missing."""
        for row, line in enumerate(self._model.lines):
            if line.value is AnswerValue.NA and not line.reason.strip():
                self.list.setCurrentIndex(self._model.index(row, 0))
                self.refuse(tr("Say in a few words why it does not apply."))
                self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        found = self.day.date()
        on = date(found.year(), found.month(), found.day())
        if on > date.today():
            self.refuse(tr("This day is still to come. Choose the day of the reply."))
            self.day.setFocus()
            return
        taken = self._taken
        right = [one for line in self._model.lines if (one := line.answer()) is not None]
        self.dismiss()
        if taken is not None:
            taken(on, right)
