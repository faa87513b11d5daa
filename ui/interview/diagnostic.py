"""The quick diagnostic: six questions, one at a time, five minutes, the upper bound at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engagements.assessment.model import Reading, Readings
from engagements.framework.model import AnswerValue, Framework, QuickQuestion
from engagements.language import tr
from ui.interview.agenda import in_framework_order
from ui.interview.answer_row import AnswerRow, VoiceRow
from ui.interview.diagnosing import MINUTES, Bound, asked_in, bound_of, is_diagnostic, said_in
from ui.interview.pace import clock
from ui.interview.presenter import Presenter
from ui.interview.question_view import Meanings
from ui.interview.shortcuts import bind
from ui.parts.answer_keys import ORDER, answer_of
from ui.parts.voices import answer_label
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import Button
from ui.widgets.chips import LevelChip, card
from ui.widgets.glyphs import draw_answer
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import box
from ui.widgets.rows import taken_out
from ui.widgets.space import middle_column

WIDE = 760


class Step(QAbstractButton):
    """One of the six: its number and its answer; a click shows it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._said: Reading = frozenset()
        self.setObjectName(f"step-{number}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_step(self, said: Reading, word: str, *, here: bool) -> None:
        """Show what was said, in a word too, and whether it is the one on screen."""
        self._said = said
        self.setCheckable(True)
        self.setChecked(here)
        words = tr("Question {number}: {answer}", number=self._number, answer=word)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Number beside glyph."""
        return QSize(58, theme().scaled(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both; the one on screen in a frame."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            if self.isChecked():
                box(painter, self.rect(), 4, tokens.accent_weak, tokens.accent_line)
            painter.setFont(theme().font("small", 600 if self.isChecked() else 400))
            painter.setPen(theme().colour("ink" if self.isChecked() else "ink_2"))
            area = self.rect().adjusted(10, 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(self._number))
            glyph = QRect(30, self.height() // 2 - 8, 16, 16)
            if len(self._said) > 1:
                draw(painter, "disagreement", "attn", glyph)
            else:
                draw_answer(painter, QRectF(glyph), next(iter(self._said), None))


class DiagnosticView(QWidget):
    """Digits answer, Ctrl+Enter goes on, Esc goes back to all questions; answers are ordinary."""

    left = Signal()

    def __init__(self, presenter: Presenter, framework: Framework, settings: QSettings) -> None:
        super().__init__()
        self._presenter, self._framework, self._settings = presenter, framework, settings
        self._low = False
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = Label("5:00", "question")
        self._told = Label("", "body", tone="ink_2")
        self._note = Label("", "small", 500, "accent")
        self._steps = [Step(number) for number in range(1, len(framework.quick) + 1)]
        self._code = Label("", "small", 600, "ink_2")
        self._question = TextBlock("", "welcome")
        self._question.setObjectName("quick-question")
        self.meanings = Meanings()
        self.answers = AnswerRow({one.code: one.label for one in framework.answers})
        self.answers.setObjectName("quick-answers")
        for button in ORDER:
            self.answers.button(button).setObjectName(f"quick-{button.value}")
        self.voices = VoiceRow()
        self.back = Button(tr("All questions"), key="Esc", name="quick-back")
        self.on = Button(tr("Next question"), kind="primary", key="Ctrl+Enter", name="quick-next")
        self._result: QFrame | None = None
        self._bound: Bound | None = None
        self._said: tuple[Bound | None, bool, bool] = (None, False, False)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = middle_column(self, WIDE)
        head = QHBoxLayout()
        head.addWidget(Label(tr("Quick diagnostic"), "title"))
        head.addStretch(1)
        head.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._told, 0, Qt.AlignmentFlag.AlignBaseline)
        steps = QHBoxLayout()
        steps.setSpacing(6)
        for step in self._steps:
            steps.addWidget(step)
        steps.addStretch(1)
        steps.addWidget(self._note)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.on)
        column.addLayout(head)
        column.addLayout(steps)
        column.addSpacing(10)
        parts = (self._code, self._question, self.meanings, self.voices, self.answers)
        for part in parts:
            column.addWidget(part)
        column.addLayout(foot)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addStretch(1)

    def _connect(self) -> None:
        presenter = self._presenter
        for step, one in zip(self._steps, self._framework.quick, strict=True):
            step.clicked.connect(lambda _on=False, code=one.criterion: presenter.go(code))
        self.answers.chosen.connect(self._answer)
        self.answers.turned.connect(presenter.next_voice)
        self.voices.chosen.connect(presenter.choose_voice)
        self.back.clicked.connect(self.left)
        self.on.clicked.connect(lambda: self.step(1))
        presenter.turned.connect(self._turned)
        presenter.refreshed.connect(self.refresh)
        presenter.ticked.connect(self._show_clock)
        presenter.safe.changed.connect(self.refresh)
        bind(self, lambda: self.step(1), "Ctrl+Return", "Ctrl+Enter", "Alt+Down")
        bind(self, lambda: self.step(-1), "Alt+Up")

    def begin(self) -> None:
        """Take the six up where they were left; they join the agenda in one change."""
        presenter = self._presenter
        interview = presenter.interview
        if interview is None:
            return
        wanted = asked_in(self._framework)
        if not set(wanted) <= set(interview.agenda) and not presenter.read_only:
            agenda = in_framework_order(self._framework, (*interview.agenda, *wanted))
            presenter.sitting.edit(agenda=agenda)
        if not self._settings.contains(self._key()):
            own = is_diagnostic(self._framework, interview)
            self._settings.setValue(self._key(), 0 if own else presenter.sitting.elapsed)
        said = self._answered()
        waiting = [one for one in wanted if one not in said]
        presenter.go(waiting[0] if waiting else wanted[-1])
        self.refresh()

    def _key(self) -> str:
        interview = self._presenter.interview
        return f"diagnostic/{interview.id if interview else ''}"

    def _answered(self) -> dict[str, Reading]:
        """What anybody said to those of the six that have an answer."""
        answering = self._presenter.answering
        return said_in(self._framework, answering.values(), answering.waiting)

    def _here(self) -> tuple[int, QuickQuestion] | None:
        one = self._presenter.criterion
        for number, each in enumerate(self._framework.quick):
            if one is not None and each.criterion == one.id:
                return number, each
        return None

    def set_low(self, *, low: bool, tight: bool) -> None:
        """Fit a small window."""
        self._low = low
        self.answers.set_low(low=low, tight=tight)
        self._question.set_role("question" if low else "welcome")

    def step(self, by: int) -> None:
        """The next or previous of the six; nothing happens at the ends."""
        here = self._here()
        order = asked_in(self._framework)
        if here is not None and 0 <= here[0] + by < len(order):
            self._presenter.go(order[here[0] + by])
            self.answers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self) -> None:
        if not self.isVisible():
            return
        if self._presenter.interview is not None and self._here() is None:
            self.left.emit()
            return
        self._note.setText("")
        self.answers.unpoint()
        self.refresh()

    def refresh(self) -> None:
        """Show question, answers and clock as they are; nothing of them while it is not shown."""
        if self.isHidden():
            self._drop_result()
            self.voices.show_voices((), "")
            return
        here = self._here()
        presenter = self._presenter
        if here is None or presenter.interview is None or not presenter.show.is_open:
            self._drop_result()
            return
        number, question = here
        one = self._framework.criterion[question.criterion]
        said = self._answered()
        place = tr("Question {number} of {total}", number=number + 1, total=len(self._steps))
        self._code.setText(f"{place}  ·  {one.id}")
        self._question.set_text(question.question)
        self.meanings.show_criterion(self._framework, one)
        names = presenter.voice_names()
        self.answers.several = len(names) > 1
        self.voices.show_voices(names, presenter.voice)
        stand = presenter.stand()
        self.meanings.choose(stand.value)
        self.answers.show_stand(stand, presenter.show.refuses_na(one), presenter.read_only)
        self._show_steps(said, question)
        self.on.setEnabled(number + 1 < len(self._steps))
        self._show_clock()
        self._show_bound(bound_of(self._framework, said))

    def _show_steps(self, said: Readings, here: QuickQuestion) -> None:
        for step, each in zip(self._steps, self._framework.quick, strict=True):
            reading = said.get(each.criterion, frozenset())
            word = tr("answers differ") if reading else tr("not asked")
            if len(reading) == 1:
                word = answer_label(self._framework, next(iter(reading)))
            step.show_step(reading, word, here=each is here)

    def _show_clock(self) -> None:
        if self._presenter.interview is None:
            return
        began = int(str(self._settings.value(self._key(), 0)))
        rest = MINUTES * 60 - (self._presenter.sitting.elapsed - began)
        self._clock.setText(clock(rest))
        self._clock.set_tone("attn" if rest < 0 else "ink")
        self._told.setText(tr("over five minutes") if rest < 0 else tr("of five minutes left"))

    def _show_bound(self, bound: Bound | None) -> None:
        """Show the bound; in client-safe mode it is not made at all."""
        safe, complete = self._presenter.safe.on, bound is not None
        shown = (None if safe else bound, complete, safe)
        if self._result is not None and shown == self._said:
            return
        self._drop_result()
        self._said, self._bound = shown, shown[0]
        self._result = self._built(self._bound, complete=complete)
        self._place.addWidget(self._result)

    def _drop_result(self) -> None:
        self._bound = None
        if self._result is not None:
            self._place.removeWidget(self._result)
            taken_out(self._result)
            self._result = None

    def _built(self, bound: Bound | None, *, complete: bool) -> QFrame:
        frame = card()
        frame.setObjectName("quick-result")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        title = (
            tr("All six are answered")
            if complete
            else tr("The upper bound comes with the sixth answer")
        )
        words = (
            tr("Thank you.") if complete else tr("Levels are met by a full yes to their questions.")
        )
        if bound is not None:
            title, words = bound.title, bound.text
            row.addWidget(LevelChip(bound.high, side=34), 0, Qt.AlignmentFlag.AlignTop)
        elif not complete and self._presenter.safe.on:
            title, words = (
                tr("Six questions in five minutes"),
                tr("One answer to each; the notes come later."),
            )
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(Label(title, "heading"))
        column.addWidget(TextBlock(words, "body", tone="ink_2"))
        row.addLayout(column, 1)
        frame.setAccessibleName(title)
        return frame

    def bound(self) -> Bound | None:
        """The bound on screen."""
        return self._bound

    def first_focus(self) -> QWidget:
        """Where the focus goes: the answers."""
        return self.answers

    def panes(self) -> Sequence[QWidget]:
        """Answers and buttons."""
        return (self.answers, self.back)

    def _answer(self, value: AnswerValue) -> None:
        button = self.answers.button(value)
        if button.isEnabled():
            self.answers.unpoint()
            self._note.setText("")
            self._presenter.answer(value)
        else:
            self._note.setText(button.toolTip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, Backspace clears, Esc goes back."""
        value = answer_of(event) or answer_of(event, ctrl=True)
        if value is not None:
            self._answer(value)
        elif event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            self._presenter.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
