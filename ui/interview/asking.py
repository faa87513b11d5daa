"""An interview being held: agenda, question and what is known, side by side."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from engagements.framework.model import AnswerValue, Framework
from engagements.language import tr
from ui.interview.agenda_side import BEST_KEY, AgendaSide
from ui.interview.aside import Aside
from ui.interview.best_words import best_reason, best_title
from ui.interview.card import QuestionCard
from ui.interview.pace import clock
from ui.interview.presenter import Presenter
from ui.interview.shortcuts import bind
from ui.interview.thumbnails import Thumbnails
from ui.parts.answer_keys import ORDER, answer_of
from ui.theme import theme

_SIDES, _LOW_SIDES = (280, 312), (248, 272)
LOOK_MS = 150
"""How long after an answer the next best question is looked for: never between two keys."""


class _Handle(QSplitterHandle):
    """One pixel to see, seven to take hold of."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            middle, height = self.width() // 2, self.height()
            # Asked for its splitter(), a handle would hold it as its child.
            panes = self.parentWidget()
            first = isinstance(panes, QSplitter) and panes.handle(1) is self
            left, right = (tokens.bg, tokens.surface) if first else (tokens.surface, tokens.bg)
            painter.fillRect(0, 0, middle, height, QColor(left))
            painter.fillRect(middle, 0, 1, height, QColor(tokens.border))
            painter.fillRect(middle + 1, 0, self.width(), height, QColor(right))


class _Panes(QSplitter):
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class AskingView(QWidget):
    """Shows what the presenter has; keys and clicks become the presenter's calls."""

    jump_asked = Signal()
    loose_asked = Signal(str)
    """A note without a question: its id, empty for a new one."""
    link_asked = Signal()
    ended = Signal()
    """Nothing comes next: all questions have an answer."""

    def __init__(
        self,
        presenter: Presenter,
        framework: Framework,
        thumbnails: Thumbnails,
        settings: QSettings,
    ) -> None:
        super().__init__()
        self._presenter, self._settings = presenter, settings
        self._low: bool | None = None
        self._tight = False
        self.side = AgendaSide()
        self.pace, self.agenda, self.todos = self.side.pace, self.side.agenda, self.side.todos
        self.card = QuestionCard(framework, thumbnails)
        self.aside = Aside()
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self._show_best)
        self._beside = QTimer(self, singleShot=True, interval=0)
        self._beside.timeout.connect(self._show_aside)
        self._panes = _Panes(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(7)
        self._panes.setChildrenCollapsible(False)
        for pane in (self.side, self.card, self.aside):
            self._panes.addWidget(pane)
        self._panes.setStretchFactor(1, 1)
        self._panes.splitterMoved.connect(self._remember)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._panes)
        self._connect()
        self._bind()

    def _connect(self) -> None:
        presenter, card = self._presenter, self.card
        self.agenda.chosen.connect(self._go)
        self.todos.criterion_asked.connect(self._go)
        self.todos.loose_asked.connect(self.loose_asked)
        self.side.best.taken.connect(self._next_best)
        self.aside.criterion_asked.connect(self._go)
        self.aside.demonstration_asked.connect(presenter.request_demonstration)
        card.reopened.connect(presenter.reopen)
        card.head.park.clicked.connect(presenter.park)
        card.answered.connect(presenter.answer)
        card.cleared.connect(presenter.clear)
        card.voice_turned.connect(presenter.next_voice)
        card.voices.chosen.connect(presenter.choose_voice)
        card.prompts.ticked.connect(lambda key, on: presenter.tick(key, on=on))
        card.reason.typed.connect(presenter.type_reason)
        card.reason.given.connect(self._give_reason)
        card.editor.edited.connect(presenter.typed)
        card.note.link_asked.connect(self.link_asked)
        presenter.turned.connect(self.show_question)
        presenter.refreshed.connect(self.refresh)
        presenter.replaced.connect(self._echo)
        presenter.ticked.connect(self.show_clock)
        presenter.safe.changed.connect(self.show_safety)

    def _bind(self) -> None:
        presenter = self._presenter
        for keys, act in (
            (("Ctrl+Return", "Ctrl+Enter"), lambda: self._step(1)),
            (("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), self._next_open),
            (("Alt+Down",), lambda: self._step(1)),
            (("Alt+Up",), lambda: self._step(-1)),
            (("Ctrl+J",), self.jump_asked.emit),
            (("Ctrl+Shift+N",), lambda: self.loose_asked.emit("")),
            (("Ctrl+L",), self.link_asked.emit),
            (("Ctrl+D",), presenter.request_demonstration),
            (("Ctrl+P",), presenter.park),
            ((BEST_KEY,), self._next_best),
        ):
            bind(self, act, *keys)
        for number, value in enumerate(ORDER, 1):
            bind(self, lambda value=value: self._answer(value), f"Ctrl+{number}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with a digit's key answers on every layout; Esc leaves a field."""
        value = answer_of(event, ctrl=True)
        if value is not None:
            self._answer(value)
        elif event.key() == Qt.Key.Key_Escape:
            self.card.focus_answers()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """Where the focus goes when an interview is opened."""
        return self.card.answers

    def panes(self) -> tuple[QWidget, ...]:
        """Agenda, card and context."""
        return (self.agenda, self.card.answers, self.card.editor, self.aside.pane())

    def set_low(self, *, low: bool, tight: bool, width: int) -> None:
        """Fit a small window; ``width`` is what there is for the three panes.

        ``tight`` leaves keys out that stand beside words: the status bar and F1 tell them.
        """
        if (low, tight) == (self._low, self._tight):
            return
        self._low, self._tight = low, tight
        self.agenda.set_low(low=low)
        self.card.set_low(low=low, tight=tight)
        kept = self._settings.value(f"panes/interview-{'low' if low else 'wide'}")
        left, right = _LOW_SIDES if low else _SIDES
        sizes = [int(one) for one in kept] if isinstance(kept, list) else []
        self._panes.setSizes(sizes or [left, max(1, width - left - right - 14), right])
        self.show_clock()
        self.refresh()

    def show_question(self) -> None:
        """Another question, or another voice."""
        presenter = self._presenter
        interview, one = presenter.interview, presenter.criterion
        if interview is None or one is None:
            return
        show = presenter.show
        self.card.show_criterion(one, parked=one.id in interview.parked)
        self.card.prompts.show_criterion(one, lambda key: show.is_ticked(one.id, key))
        self.card.show_voices(presenter.voice_names(), presenter.voice)
        self.refresh()
        self._show_seconds()

    def refresh(self) -> None:
        """The same question: answer, agenda, evidence, context."""
        presenter = self._presenter
        interview, one = presenter.interview, presenter.criterion
        if interview is None or one is None:
            return
        show = presenter.show
        read_only = presenter.read_only
        agenda = show.agenda()
        self.agenda.show_agenda(agenda, one.id)
        self.card.head.show_criterion(show.framework, one, parked=one.id in interview.parked)
        self.card.show_stand(presenter.stand(), show.refuses_na(one), read_only)
        self.card.show_settled(show.settled(one.id), read_only)
        self.card.prompts.show_ticks(lambda key: show.is_ticked(one.id, key))
        self.card.show_evidence(show.evidence(one.id), one.id)
        low = bool(self._low)
        self.todos.show_notes(show.todos(), show.loose_notes())
        self.todos.setHidden(low or self.todos.isHidden())
        self.pace.show_pace(show.pace(agenda), interview, low=low, tight=self._tight)
        self._beside.start()
        self._look.start()

    @property
    def whole(self) -> bool:
        """Whether what stands beside the question speaks of the question on screen."""
        return not self._beside.isActive()

    def _show_aside(self) -> None:
        """What stands beside the question, once the question itself is painted."""
        presenter = self._presenter
        one, show = presenter.criterion, presenter.show
        if presenter.interview is None or one is None:
            return
        if presenter.safe.on:
            self.aside.show_calm(show.calm(show.agenda(), one, todos=bool(self._low)))
            return
        self.aside.show_reading(
            show.framework,
            show.reading(one.id),
            requested=show.demonstration(one.id) is not None,
            read_only=presenter.read_only,
        )

    def show_safety(self) -> None:
        """Client-safe mode began or ended: what it hides goes, or comes back."""
        on = self._presenter.safe.on
        here = QApplication.focusWidget()
        if here is not None and self.aside.isAncestorOf(here):
            self.card.focus_answers()
        self._look.stop()
        self.side.best.show_best("", "")
        self.aside.set_safe(on=on)
        self.card.head.meta.set_safe(on=on)
        self.card.editor.set_safe(on=on)
        self.refresh()
        self._show_aside()

    def _show_best(self) -> None:
        """A moment after an answer: what is best asked next; the reason goes with F9."""
        presenter = self._presenter
        one = presenter.criterion
        if one is None:
            return
        show = presenter.show
        best = show.next_best(show.agenda(), one.id)
        why = "" if presenter.safe.on else best_reason(best, show.framework)
        self.side.best.show_best(best_title(best, show.framework), why)

    def show_clock(self) -> None:
        """A second has passed."""
        interview = self._presenter.interview
        if interview is None:
            return
        show = self._presenter.show
        agenda, one = show.agenda(), self._presenter.criterion
        low = bool(self._low)
        self.pace.show_pace(show.pace(agenda), interview, low=low, tight=self._tight)
        if one is not None and self._presenter.safe.on:
            self.aside.show_calm(show.calm(agenda, one, todos=low))
        self._show_seconds()

    def _show_seconds(self) -> None:
        seconds = clock(self._presenter.sitting.on_question)
        words = tr("{time} on this question", time=seconds)
        self.card.head.meta.show_clock(words, seconds if self._tight else words)

    def _answer(self, value: AnswerValue) -> None:
        self.card.choose(value)
        if self._presenter.stand().pending:
            self.card.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_reason(self, reason: str) -> None:
        self._presenter.give_reason(reason)
        if reason.strip() and self.card.reason.edit.hasFocus():
            self.card.focus_answers()

    def _echo(self, criterion: str, before: AnswerValue) -> None:
        one = self._presenter.criterion
        if one is not None and one.id == criterion:
            self.card.echo(before, self._presenter.stand().value)

    def settle(self) -> None:
        """Leave a one-line field, so that what was typed in it counts."""
        if self.card.reason.edit.hasFocus():
            self.card.focus_answers()

    def _go(self, criterion: str) -> None:
        self.settle()
        self._presenter.go(criterion)
        self.card.focus_answers()

    def _step(self, by: int) -> None:
        self.settle()
        if self._presenter.step(by):
            self.card.focus_answers()
        elif by > 0:
            self.ended.emit()

    def _next_open(self) -> None:
        self.settle()
        if self._presenter.next_open():
            self.card.focus_answers()
        else:
            self.ended.emit()

    def _next_best(self) -> None:
        self.settle()
        if self._presenter.next_best():
            self.card.focus_answers()
        else:
            self.ended.emit()

    def _remember(self, _at: int, _handle: int) -> None:
        key = f"panes/interview-{'low' if self._low else 'wide'}"
        self._settings.setValue(key, self._panes.sizes())
