"""The five answers as buttons, the reason of "not applicable", and whose answer it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engagements.framework.model import AnswerValue
from engagements.language import tr
from ui.interview.answering import Stand
from ui.parts.answer_keys import ORDER
from ui.theme import Role, theme
from ui.widgets.buttons import Segmented
from ui.widgets.chips import KeyCap
from ui.widgets.glyphs import draw_answer
from ui.widgets.labels import Label
from ui.widgets.marks import box, keycap
from ui.widgets.rows import taken_out

_HEIGHT, _LOW_HEIGHT = 48, 42
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerButton(QAbstractButton):
    """One answer: silhouette, word and key. Set by the row, never by itself."""

    def __init__(self, value: AnswerValue, words: str, key: str) -> None:
        super().__init__()
        self.value = value
        self._key, self._low, self._tight = key, False, False
        self.pointed = False
        """The arrow keys stand on it."""
        self.pending = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setObjectName(f"answer-{key}")
        theme().typed(self, "editor", 500)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_low(self, *, low: bool, tight: bool) -> None:
        """Take less height; ``tight`` less width, without the key."""
        self._low, self._tight = low, tight
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Silhouette, word and keycap with their gaps."""
        width = QFontMetrics(theme().font(self._role(), 600)).horizontalAdvance(self.text())
        gaps = 34 if self._tight else 64 if self._low else 74
        return QSize(width + gaps, theme().scaled(_LOW_HEIGHT if self._low else _HEIGHT))

    def _role(self) -> Role:
        return "small" if self._tight else "body" if self._low else "editor"

    def minimumSizeHint(self) -> QSize:
        """The same: an answer is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button; the chosen one filled, a pending one dashed."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            chosen = self.isChecked() and not self.pending
            if chosen:
                box(painter, self.rect(), 4, tokens.accent)
            elif not self.isEnabled():
                box(painter, self.rect(), 4, tokens.surface_2, tokens.border)
            else:
                fill = tokens.surface_2 if self.underMouse() else tokens.surface
                edge = tokens.accent if self.pending else tokens.border_strong
                box(
                    painter,
                    self.rect(),
                    4,
                    fill,
                    edge,
                    width=2 if self.pending else 1,
                    dashed=self.pending,
                )
            if self.pointed:
                ring = tokens.on_accent if chosen else tokens.accent
                box(painter, self.rect().adjusted(3, 3, -3, -3), 3, None, ring, width=2)
            self._draw_face(painter, "on_accent" if chosen else "ink", chosen=chosen)

    def _draw_face(self, painter: QPainter, ink: str, *, chosen: bool) -> None:
        middle = self.height() / 2
        pad, side = (5, 16) if self._tight else (9, 16) if self._low else (14, 18)
        tone = ink if self.isEnabled() or chosen else "ink_3"
        glyph = QRectF(pad, middle - side / 2, side, side)
        colour = "on_accent" if chosen else None if self.isEnabled() else "ink_3"
        draw_answer(painter, glyph, self.value, ink=colour, cut="accent" if chosen else None)
        painter.setFont(theme().font(self._role(), 600 if chosen else 500))
        painter.setPen(theme().colour(tone))
        left = pad + side + (5 if self._tight else 7 if self._low else 10)
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._tight:
            return
        cap = QRect(self.width() - pad - 18, round(middle) - 9, 18, 18)
        keycap(painter, cap, self._key, ink="on_accent" if chosen else None)


class AnswerRow(QWidget):
    """Holds the focus while keys are answers; Left and Right point, Enter takes what is pointed."""

    chosen = Signal(AnswerValue)
    turned = Signal(int)
    """Tab or Shift+Tab, while there are several voices."""
    wrote = Signal(str)
    """Text from an input method."""

    several = False
    """Whether Tab sets whose answer it is; events come before __init__ ends."""

    def __init__(self, labels: dict[AnswerValue, str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("answers")
        self.setAccessibleName(tr("Answer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._buttons: dict[AnswerValue, AnswerButton] = {}
        for number, value in enumerate(ORDER, 1):
            button = AnswerButton(value, labels[value], str(number))
            button.setCheckable(True)
            button.clicked.connect(lambda _on, value=value: self._clicked(value))
            self._buttons[value] = button
            self._row.addWidget(button, button.sizeHint().width())
        self._stand = Stand(None)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def button(self, value: AnswerValue) -> AnswerButton:
        """The button of one answer."""
        return self._buttons[value]

    def show_stand(self, stand: Stand, refuses_na: str, read_only: str = "") -> None:
        """Show an answer; ``refuses_na`` and ``read_only`` say why buttons are disabled."""
        self._stand = stand
        for value, button in self._buttons.items():
            why = read_only or (refuses_na if value is AnswerValue.NA else "")
            blocker = QSignalBlocker(button)
            button.setChecked(value is stand.value)
            button.pending = stand.pending and value is stand.value
            button.setEnabled(not why)
            button.setToolTip(why)
            button.pointed = button.pointed and button.isEnabled()
            said = tr("{answer}, chosen") if value is stand.value else "{answer}"
            said = tr("{answer}, chosen, waits for its reason") if button.pending else said
            button.setAccessibleName(said.format(answer=button.text()))
            button.setAccessibleDescription(why)
            blocker.unblock()
            button.update()
        word = self._buttons[stand.value].text() if stand.value else tr("not answered")
        self.setAccessibleName(tr("Answer, {word}", word=word))

    def set_low(self, *, low: bool, tight: bool) -> None:
        """Take less height; ``tight`` less width."""
        self._row.setSpacing(6 if low else 8)
        for button in self._buttons.values():
            button.set_low(low=low, tight=tight)

    def unpoint(self) -> None:
        """Take the arrow keys' mark away."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows point, Enter takes; all else is the card's."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(1 if event.key() == Qt.Key.Key_Right else -1)
            return
        pointed = self._pointed()
        if event.key() in _ENTER and not event.modifiers() and pointed is not None:
            self.chosen.emit(pointed)
            return
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tab is about voices while there are several, else about the focus."""
        if self.several and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            step = steps.get(Qt.Key(event.key()))
            if step and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.turned.emit(step)
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hand on what was written."""
        if event.commitString():
            self.wrote.emit(event.commitString())
        event.accept()

    def _pointed(self) -> AnswerValue | None:
        return next((value for value, one in self._buttons.items() if one.pointed), None)

    def _move(self, step: int) -> None:
        able = [value for value in ORDER if self._buttons[value].isEnabled()]
        if not able:
            return
        at = self._pointed() or self._stand.value
        start = able.index(at) if at is not None and at in able else (-1 if step > 0 else 0)
        self._point(able[(start + step) % len(able)])

    def _point(self, value: AnswerValue | None) -> None:
        for each, button in self._buttons.items():
            button.pointed = each is value
            button.update()
        if value is not None:
            words = tr("{answer}: Enter takes it", answer=self._buttons[value].text())
            self.setAccessibleDescription(words)

    def _clicked(self, value: AnswerValue) -> None:
        """A click asks; what is shown is what the presenter says afterwards."""
        blocker = QSignalBlocker(self._buttons[value])
        self._buttons[value].setChecked(value is self._stand.value)
        blocker.unblock()
        self.chosen.emit(value)


class ReasonLine(QWidget):
    """One line for why a question does not apply; shown only then."""

    typed = Signal(str)
    given = Signal(str)
    dropped = Signal()
    """Esc: back to the answers."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.label = Label(tr("Why it does not apply"), "small", 600, "ink_2")
        self.edit = QLineEdit()
        self.edit.setObjectName("reason")
        self.edit.setAccessibleName(tr("Why it does not apply"))
        self.edit.setPlaceholderText(tr("One line; Enter keeps it"))
        self.edit.setMaxLength(500)
        theme().typed(self.edit, "body")
        row.addWidget(self.label)
        row.addWidget(self.edit, 1)
        self.edit.textEdited.connect(self.typed)
        self.edit.returnPressed.connect(lambda: self.given.emit(self.edit.text()))
        self.edit.editingFinished.connect(lambda: self.given.emit(self.edit.text()))
        self.hide()

    def show_stand(self, stand: Stand) -> None:
        """Show the reason while the answer is "not applicable"."""
        applies = stand.value is AnswerValue.NA
        if applies and self.edit.text() != stand.reason and not self.edit.hasFocus():
            self.edit.setText(stand.reason)
        if not applies:
            self.edit.setText("")
        words = tr("Why it does not apply") if stand.pending else tr("Does not apply because")
        self.label.setText(words)
        self.setVisible(applies)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the answers."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
            return
        super().keyPressEvent(event)


class VoiceRow(QWidget):
    """Whose answer it is, when there is more than one person in the room."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._choice: Segmented | None = None
        self._line: QWidget | None = None
        self.hide()

    def show_voices(self, voices: Sequence[tuple[str, str]], current: str) -> None:
        """Show the voices as (id, words); hidden, with no names left, when there is only one."""
        several = tuple(voices) if len(voices) > 1 else ()
        self.setVisible(bool(several))
        if several != self._shown:
            self._shown = several
            self._drop()
            if several:
                self._build(several)
        if self._choice is not None:
            self._choice.choose(current)

    def _drop(self) -> None:
        if self._line is not None:
            self._column.removeWidget(self._line)
            taken_out(self._line)
            self._line = self._choice = None

    def _build(self, voices: Sequence[tuple[str, str]]) -> None:
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(tr("Answer from"), "small", 600, "ink_2"))
        self._choice = Segmented([*voices], tr("Whose answer it is"), small=True, name="voice")
        self._choice.chosen.connect(self.chosen)
        for button in self._choice.buttons().values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._choice)
        row.addWidget(KeyCap("Tab"))
        row.addStretch(1)
        self._column.addWidget(self._line)
