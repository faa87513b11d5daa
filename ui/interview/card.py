"""The question card: everything in the middle, and what its keys do."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout

from engagements.framework.model import AnswerValue, Criterion, Framework
from engagements.language import tr
from engagements.records import Evidence
from ui.interview.answer_row import AnswerRow, ReasonLine, VoiceRow
from ui.interview.answering import Stand
from ui.interview.evidence_strip import EvidenceStrip
from ui.interview.note_card import NoteCard
from ui.interview.note_editor import MARKS, NoteEditor
from ui.interview.question_view import Head, Meanings, Prompts
from ui.interview.settled_strip import SettledStrip
from ui.interview.thumbnails import Thumbnails
from ui.parts.answer_keys import answer_of
from ui.parts.voices import answer_label
from ui.widgets.focus import focus_kept
from ui.widgets.labels import Label
from ui.widgets.rows import taken_out

ECHO_MS = 1_000
"""After a change, how long until the echo of the earlier answer stands beside the question."""


class QuestionCard(QScrollArea):
    """Shows one question and says what the user did.

    With the focus in it, and not in a field, digits are answers and letters begin the note.
    """

    answered = Signal(AnswerValue)
    cleared = Signal()
    voice_turned = Signal(int)
    pasted = Signal(QMimeData)
    reopened = Signal()

    def __init__(self, framework: Framework, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.framework = framework
        self.head = Head()
        self.meanings = Meanings()
        self.prompts = Prompts()
        self.voices = VoiceRow()
        self.answers = AnswerRow({one.code: one.label for one in framework.answers})
        self.reason = ReasonLine()
        self.editor = NoteEditor()
        self.editor.setObjectName("note")
        self.note = NoteCard(self.editor)
        self._settled: SettledStrip | None = None
        self.strip = EvidenceStrip(thumbnails.of)
        self._attaching = Label("", "small", tone="ink_2")
        self._attaching.hide()
        self._echo = QTimer(self, singleShot=True, interval=ECHO_MS)
        self._echo_words = ""
        self._echo.timeout.connect(lambda: self.head.meta.show_echo(self._echo_words))
        thumbnails.arrived.connect(self.strip.refresh)
        self.editor.evidence_given.connect(self.pasted)
        self.strip.given.connect(self.pasted)
        self.answers.chosen.connect(self._chosen)
        self.reason.dropped.connect(self.focus_answers)
        self.answers.turned.connect(self.voice_turned)
        self.answers.wrote.connect(self._write)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = _Body(self)
        body.setProperty("pane", "surface")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(28, 14, 28, 14)
        self.column.setSpacing(13)
        for part in (
            self.head,
            self.meanings,
            self.prompts,
            self.voices,
            self.answers,
            self.reason,
        ):
            self.column.addWidget(part)
        self.column.addWidget(self.note, 1)
        self.column.addWidget(self._attaching)
        self.column.addWidget(self.strip)
        self.setWidget(body)

    def set_low(self, *, low: bool, tight: bool) -> None:
        """Fit a small window; ``tight`` without keys beside words."""
        side = 18 if low else 28
        self.column.setContentsMargins(side, 10 if low else 14, side, 10 if low else 14)
        self.column.setSpacing(9 if low else 13)
        self.note.setMinimumHeight(96 if low else 132)
        self.head.set_low(low=low, tight=tight)
        self.meanings.set_low(low=low)
        self.answers.set_low(low=low, tight=tight)
        self.note.set_tight(tight=tight)

    def show_criterion(self, one: Criterion, *, parked: bool) -> None:
        """Show another question; nothing of the last one stays."""
        self._echo.stop()
        self.head.meta.show_echo("")
        self.head.show_criterion(self.framework, one, parked=parked)
        self.meanings.show_criterion(self.framework, one)
        self.answers.unpoint()
        self.verticalScrollBar().setValue(0)

    def show_stand(self, stand: Stand, refuses_na: str, read_only: str = "") -> None:
        """Show the answer of the present voice."""
        self.answers.show_stand(stand, refuses_na, read_only)
        self.meanings.choose(stand.value)
        self.reason.show_stand(stand)
        if stand.pending and not self.reason.edit.hasFocus() and self.answers.hasFocus():
            self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_settled(self, words: str, read_only: str = "") -> None:
        """Say over the note that the question is settled; ``read_only`` closes all but reading."""
        self.editor.setReadOnly(bool(read_only))
        self.prompts.set_enabled(on=not read_only)
        self.strip.set_closed(read_only)
        self.head.set_closed(read_only)
        self.note.set_closed(read_only)
        if not words and self._settled is not None:
            with focus_kept(self._settled, lambda: self.answers):
                self.column.removeWidget(self._settled)
                taken_out(self._settled)
            self._settled = None
        elif words and self._settled is None:
            self._settled = SettledStrip()
            self._settled.reopened.connect(self.reopened)
            self.column.insertWidget(self.column.indexOf(self.note), self._settled)
        if self._settled is not None:
            self._settled.show_settled(words, read_only)

    def show_voices(self, voices: list[tuple[str, str]], current: str) -> None:
        """Show whose answer it is."""
        self.answers.several = len(voices) > 1
        self.voices.show_voices(voices, current)

    def show_evidence(self, items: list[Evidence], criterion: str) -> None:
        """Show the evidence of the question."""
        self.strip.show_items(items, self.framework, criterion)

    def echo(self, before: AnswerValue, now: AnswerValue | None) -> None:
        """After a moment, say what the answer was before."""
        said = answer_label(self.framework, now) if now else tr("Cleared")
        was = answer_label(self.framework, before)
        self._echo_words = tr("{answer}, was {before}", answer=said, before=was)
        self.head.meta.show_echo("")
        self._echo.start()

    def show_attaching(self, title: str, share: float | None) -> None:
        """Say what is being attached; empty when nothing is."""
        words = tr("Attaching {title}", title=title)
        if share is not None:
            words = tr("Attaching {title}, {share}", title=title, share=f"{share:.0%}")
        self._attaching.setText(words if title else "")
        self._attaching.setVisible(bool(title))

    def focus_answers(self) -> None:
        """Make keys answers."""
        self.answers.setFocus(Qt.FocusReason.OtherFocusReason)

    def typing(self) -> bool:
        """Whether keys go into the note."""
        return self.editor.hasFocus()

    def choose(self, value: AnswerValue) -> None:
        """Take an answer by its key; a disabled one says why."""
        button = self.answers.button(value)
        if button.isEnabled():
            self._chosen(value)
        else:
            self.head.meta.say(button.toolTip())

    def _chosen(self, value: AnswerValue) -> None:
        self.answers.unpoint()
        self.head.meta.say("")
        self.answered.emit(value)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the card; False when it means nothing here."""
        value = answer_of(event)
        if value is not None:
            self.choose(value)
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().mimeData())
            return True
        return self._moves(event) or self._marks_note(event) or self._begins_note(event)

    def _moves(self, event: QKeyEvent) -> bool:
        """Backspace, Space and the arrows."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key == Qt.Key.Key_Backspace:
            self.cleared.emit()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.prompts.tick_next()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_prompts(-1 if key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _step_prompts(self, step: int) -> None:
        here = QApplication.focusWidget()
        if here is self.answers and step > 0:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        prompt = self.prompts.neighbour(here, step)
        (prompt or self.answers).setFocus(Qt.FocusReason.TabFocusReason)

    def _marks_note(self, event: QKeyEvent) -> bool:
        """Ctrl+B, Ctrl+T and Ctrl+R go into the note with their mark, as if pressed there.

        Words off the record are only put back on it by whoever stands in them.
        """
        held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if not held or event.key() not in MARKS or self.editor.isReadOnly():
            return False
        self._enter_note()
        if event.key() == Qt.Key.Key_R and self.editor.current_is_off():
            return True
        return self.editor.take_command(event)

    def _begins_note(self, event: QKeyEvent) -> bool:
        """Anything that writes, but digits, begins the note."""
        text = event.text()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.GroupSwitchModifier
        )
        if self.editor.isReadOnly():
            return False
        if held or not text or not text.isprintable() or text.isspace() or text.isdecimal():
            return False
        self._enter_note()
        QApplication.sendEvent(self.editor, event)
        return True

    def _enter_note(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.move_to(None)

    def _write(self, text: str) -> None:
        """What an input method wrote belongs in the note."""
        self._enter_note()
        self.editor.insertPlainText(text)


class _Body(QFrame):
    """What scrolls; keys that no widget in it took are the card's."""

    def __init__(self, card: QuestionCard) -> None:
        super().__init__()
        self._card = card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._card.take_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on nothing makes keys answers again."""
        self._card.focus_answers()
        event.accept()
