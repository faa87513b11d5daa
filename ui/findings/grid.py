"""The grid that takes a hand-written interview afterwards: criteria by voices, a key an answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from engagements.framework.model import AnswerValue, Criterion
from engagements.language import tr
from engagements.problem import Problem
from ui.desk import Desk
from ui.findings.grid_model import GridModel
from ui.findings.grid_presenter import GridPresenter
from ui.findings.grid_table import GridTable
from ui.findings.grid_talk import TalkSheet
from ui.page import Keys
from ui.parts.sheet import Sheet
from ui.widgets.buttons import Button
from ui.widgets.fields import LineEdit, Select
from ui.widgets.labels import ElidedLabel, Label, TextBlock


def grid_keys() -> tuple[Keys, ...]:
    """The keys of the grid, for the status bar and F1."""
    return (
        Keys(("1", "to", "5"), tr("answer, next row")),
        Keys(("Enter",), tr("next row, or the reason")),
        Keys(("Backspace",), tr("clear")),
        Keys(("Esc",), tr("close the grid"), wide=True),
    )


class GridSheet(Sheet):
    """Covers its page while answers are entered; every answer is kept at once."""

    said = Signal(object)
    """A Problem: what could not be kept."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page, tr("Enter a hand-written interview"), tr("Close"), name="grid")
        self._session = desk.session
        self.presenter = GridPresenter(desk, self)
        self.model = GridModel(self.presenter)
        self.table = GridTable(self.model)
        self.interview = Select([], tr("Interview"), name="grid-interview")
        self.criteria = Select([], tr("Criteria shown"), name="grid-criteria")
        self.new = Button(tr("New interview"), icon="plus", name="grid-new")
        self._state = Label("", "small", tone="ink_2")
        self._state.setObjectName("grid-state")
        self._question = ElidedLabel("", "body", 500)
        self._meaning = TextBlock("", "small", tone="ink_2", lines=3)
        self.reason = LineEdit(tr("Why it does not apply"), tr("Why does it not apply?"))
        self.reason.setObjectName("grid-reason")
        self._empty = TextBlock(
            tr("No interview yet. Make one from the day and the people on the paper."),
            tone="ink_2",
        )
        self.accept.hide()
        self.cancel.set_face(tr("Close"))
        self.cancel.setObjectName("grid-close")
        self.fill()
        self._lay_out()
        self.talk = TalkSheet(self)
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.interview)
        head.addWidget(self.criteria)
        head.addWidget(self.new)
        head.addStretch(1)
        head.addWidget(self._state)
        self.body.addLayout(head)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        under = QVBoxLayout()
        under.setSpacing(4)
        under.addWidget(self._question)
        under.addWidget(self._meaning)
        under.addWidget(self.reason)
        self.body.addLayout(under)
        keys = tr(
            "1 to 5: yes, partly, no, n/a, don’t know, and on to the next row. "
            "Arrows move, Backspace clears, Enter goes on."
        )
        self.keys = TextBlock(keys, "small", tone="ink_2", align=Qt.AlignmentFlag.AlignRight)
        self.buttons.addWidget(self.keys, 9)
        outer = self._frame.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.setStretch(1, 1)

    def _connect(self) -> None:
        self.presenter.reshaped.connect(self._reshaped)
        self.presenter.changed.connect(lambda _criterion: self._tell())
        self.presenter.refused.connect(self.said)
        self.presenter.unfitting.connect(self._unfitting)
        self.interview.picked.connect(self.presenter.choose)
        self.criteria.picked.connect(self.presenter.show)
        self.new.clicked.connect(self.new_interview)
        self.table.answered.connect(self._answer)
        self.table.cleared.connect(self._clear)
        self.table.entered.connect(self._enter)
        self.table.stood.connect(self._stood)
        self.reason.textEdited.connect(self._type_reason)
        self.reason.installEventFilter(self)
        self.talk.person_added.connect(self.presenter.add_person)
        self.talk.kept.connect(self.presenter.new_interview)
        self._session.changed.connect(self._people_changed)
        self._session.case_changed.connect(self.dismiss)

    def open(self) -> None:
        """Show the grid over its page, at the first question without an answer."""
        if self._session.snapshot is None:
            return
        self.show_over(self.table)
        self.presenter.begin()
        self._to_first_open()
        if not self.presenter.voices:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Take the grid away; a reason half typed is kept as a draft."""
        if not self.isHidden():
            self.presenter.end()
        super().dismiss()

    def new_interview(self) -> None:
        """Ask for day and people of an interview held on paper."""
        if self._session.snapshot is not None:
            self.talk.ask(self._session.snapshot, date.today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Enter has its meaning in the table and the reason only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the reason Enter keeps it, Esc and Up go back to the grid."""
        pressed = event.type() is QEvent.Type.KeyPress
        if watched is self.reason and pressed and isinstance(event, QKeyEvent):
            return self._took(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give_reason()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _here(self) -> tuple[Criterion, str] | None:
        """Criterion and voice of the cell pointed at."""
        index = self.table.currentIndex()
        if not index.isValid():
            return None
        return self.model.criterion(index.row()), self.model.voice(index.column())

    def _answer(self, value: AnswerValue) -> None:
        """Set it and go on to the next row; n/a goes to its reason first."""
        here = self._here()
        self.refuse("")
        if here is None or not self.presenter.answer(*here, value):
            return
        if value is AnswerValue.NA:
            self._stood()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.step(1)

    def _clear(self) -> None:
        self.refuse("")
        if here := self._here():
            self.presenter.answering.clear(here[0].id, here[1])
            self._stood()

    def _enter(self) -> None:
        if self.reason.isVisible():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.step(1)

    def _type_reason(self, words: str) -> None:
        if here := self._here():
            self.presenter.answering.type_reason(here[0].id, here[1], words)

    def _give_reason(self) -> None:
        here = self._here()
        if here is None:
            return
        if not self.reason.text().strip():
            self.refuse(tr("Not applicable needs a reason; Backspace in the grid takes it back."))
            return
        self.refuse("")
        self.presenter.answering.give_reason(here[0].id, here[1], self.reason.text())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.step(1)

    def _stood(self) -> None:
        """Tell about the cell pointed at: its question, what the answers mean, its reason."""
        here = self._here()
        if here is None:
            self._question.setText("")
            self._meaning.set_text("")
            self.reason.hide()
            return
        criterion, voice = here
        self._question.setText(criterion.question)
        meanings = tr(
            "Yes: {yes} Partly: {partly} No: {no}",
            yes=criterion.yes,
            partly=criterion.partly,
            no=criterion.no,
        )
        self._meaning.set_text(meanings)
        stand = self.presenter.stand(criterion.id, voice)
        with QSignalBlocker(self.reason):
            if self.reason.text() != stand.reason and not self.reason.hasFocus():
                self.reason.setText(stand.reason)
        shown = stand.value is AnswerValue.NA
        if not shown and self.reason.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason.setVisible(shown)

    def _tell(self) -> None:
        """Something was answered, here or elsewhere."""
        self._state.setText(self.presenter.progress())
        self._stood()

    def _reshaped(self) -> None:
        """Other criteria, voices or interview: the same cell is pointed at where it is there."""
        chosen = self.presenter.interview
        self.interview.set_choices(self.presenter.interviews())
        self.interview.choose(chosen.id if chosen else None)
        self.criteria.set_choices(self.presenter.filters())
        self.criteria.choose(self.presenter.filter)
        has = bool(self.presenter.voices)
        self._empty.setVisible(not has)
        for one in (self.table, self.interview, self.criteria):
            one.setVisible(has)
        self._to_first_open()
        self._tell()
        if has and self.isVisible() and QApplication.focusWidget() in (None, self.new):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_first_open(self) -> None:
        """Point at the first cell without an answer, else at the first one."""
        values = self.presenter.answering.values()
        for column, voice in enumerate(self.presenter.voices):
            for row, one in enumerate(self.presenter.criteria):
                if (one.id, voice) not in values:
                    self.table.setCurrentIndex(self.model.index(row, column))
                    return
        if self.presenter.voices:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _unfitting(self, problem: Problem) -> None:
        """The old value stands; say why."""
        self.refuse(f"{problem.title} {problem.advice}".strip())

    def _people_changed(self, _change: object) -> None:
        if self.talk.isVisible() and self._session.snapshot is not None:
            self.talk.refresh(self._session.snapshot)
