"""The judgement: what was settled, why, and what settling would change, shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engagements.assessment.heat_map import Flag
from engagements.framework.model import AnswerValue
from engagements.language import mark, tr
from ui.findings.reading import Detail
from ui.parts.answer_keys import ORDER
from ui.parts.misspelled import Misspelled
from ui.theme import theme
from ui.widgets.buttons import Button, clicks_on_enter
from ui.widgets.chips import IconMark
from ui.widgets.focus import focus_kept
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import box, keycap, keycap_width

JUDGED = {
    AnswerValue.YES: mark("Met"),
    AnswerValue.PARTLY: mark("Partly"),
    AnswerValue.NO: mark("Not met"),
    AnswerValue.NA: mark("n/a"),
    AnswerValue.UNKNOWN: mark("Unknown"),
}
"""What an answer is called once it is judged; its key is that of the answer."""
SIDE, GAP = 20, 5
"""Pixels left and right in the pane, and between two judgements."""
FIRST = 3
"""So many judgements in the first of two rows."""


class ChoiceButton(QAbstractButton):
    """One judgement with its key; filled when it is chosen."""

    def __init__(self, words: str, key: str) -> None:
        super().__init__()
        self._key, self._cap, self._why = key, True, ""
        self.setText(words)
        self.setObjectName(f"judge-{key}")
        self.setAccessibleName(words)
        self.setCheckable(True)
        theme().typed(self, "body", 500)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_cap(self, *, shown: bool) -> None:
        """Show the key where there is room for it."""
        if shown != self._cap:
            self._cap = shown
            self.refuse(self._why)
            self.updateGeometry()

    def refuse(self, why: str) -> None:
        """Say why it cannot be chosen; empty says the key where its cap is not shown."""
        self._why = why
        self.setToolTip(why or ("" if self._cap else f"Ctrl+{self._key}"))

    def wide(self, *, cap: bool) -> int:
        """Pixels that the words take, with the keycap or without."""
        words = QFontMetrics(theme().font("body", 600)).horizontalAdvance(self.text())
        return words + 13 + (keycap_width(self._key) + 5 if cap else 0)

    def sizeHint(self) -> QSize:
        """Words, and the keycap while it is shown."""
        return QSize(self.wide(cap=self._cap), theme().scaled(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses like Space."""
        if not clicks_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face, words and key."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            on = self.isChecked()
            if on:
                box(painter, self.rect(), 4, tokens.accent)
            else:
                fill = tokens.surface if self.isEnabled() else tokens.surface_2
                box(painter, self.rect(), 4, fill, tokens.border_strong)
            ink = "on_accent" if on else "ink" if self.isEnabled() else "ink_3"
            painter.setFont(theme().font("body", 600 if on else 500))
            painter.setPen(QColor(getattr(tokens, ink)))
            words = painter.fontMetrics().horizontalAdvance(self.text())
            cap = keycap_width(self._key)
            x = (self.width() - words - (cap + 5 if self._cap else 0)) // 2
            area = QRect(x, 0, words + 2, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
            if self._cap:
                place = QRect(x + words + 5, self.height() // 2 - 9, cap, 18)
                keycap(painter, place, self._key, ink=ink if on else None)


class JudgementPane(QFrame):
    """Says what is chosen and typed; shows what is kept. Decides nothing."""

    chosen = Signal(object)
    """The AnswerValue picked; nothing is settled yet."""
    typed = Signal(str)
    settled = Signal()
    reopened = Signal()
    thawed = Signal()
    """A delivered engagement is to be judged again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "bg")
        self.setObjectName("judgement")
        self.setAccessibleName(tr("Judgement"))
        self._detail: Detail | None = None
        self._low = False
        self._state_mark = IconMark("clock", "ink_2", 14)
        self._state = Label("", "small", tone="ink_2")
        self._buttons: dict[AnswerValue, ChoiceButton] = {}
        self._group = QButtonGroup(self)
        self._rows = QHBoxLayout(), QHBoxLayout()
        self.reason = QPlainTextEdit()
        self._effect = TextBlock("", "small", tone="ink_2")
        self._effect.setObjectName("effect")
        self._ask = TextBlock("", "small", tone="attn")
        self.settle = Button(tr("Settle"), kind="primary", key="Ctrl+Enter", name="settle")
        self.reopen = Button(tr("Reopen"), kind="quiet", name="reopen")
        self.thaw = Button(tr("Reopen the engagement"), icon="lock", name="thaw")
        self._build()
        self.reason.textChanged.connect(lambda: self.typed.emit(self.reason.toPlainText()))
        self.reason.installEventFilter(self)
        self.settle.clicked.connect(self.settled)
        self.reopen.clicked.connect(self.reopened)
        self.thaw.clicked.connect(self.thawed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, SIDE, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(tr("Judgement"), "body", 600), 1)
        head.addWidget(self._state_mark)
        head.addWidget(self._state)
        column.addLayout(head)
        rows = QVBoxLayout()
        rows.setSpacing(GAP)
        for row in self._rows:
            row.setSpacing(GAP)
            rows.addLayout(row)
        for number, value in enumerate(ORDER, start=1):
            button = ChoiceButton(tr(JUDGED[value]), str(number))
            button.clicked.connect(lambda _on, value=value: self.chosen.emit(value))
            self._buttons[value] = button
            self._group.addButton(button)
            self._rows[0].addWidget(button, 1)
        column.addLayout(rows)
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("Why: what outweighs what"))
        self.reason.setTabChangesFocus(True)
        theme().typed(self.reason, "editor")
        self.misspelled = Misspelled(self.reason)
        column.addWidget(self.reason)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconMark("arrow", "accent", 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._effect, 1)
        column.addLayout(line)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._ask, 1)
        foot.addWidget(self.reopen)
        foot.addWidget(self.thaw)
        foot.addWidget(self.settle)
        column.addLayout(foot)

    def show_detail(
        self,
        detail: Detail,
        value: AnswerValue | None,
        reason: str,
        *,
        frozen: str,
        may_thaw: bool = False,
    ) -> None:
        """Show a criterion with what is chosen and typed now; says nothing."""
        with focus_kept(self, self.stops):
            self._show(detail, value, reason, frozen=frozen, may_thaw=may_thaw)

    def _show(
        self, detail: Detail, value: AnswerValue | None, reason: str, *, frozen: str, may_thaw: bool
    ) -> None:
        self._detail = detail
        stale = Flag.STALE in detail.cell.flags
        self._state.setText(detail.settled or tr("not settled yet"))
        self._state.set_tone("attn" if stale else "ink_2")
        icon = "warning" if stale else "check" if detail.settled else "clock"
        self._state_mark.set_icon(icon, "attn" if stale else "ink_2")
        for each, button in self._buttons.items():
            refused = each is AnswerValue.NA and detail.key
            button.setEnabled(not frozen and not refused)
            button.refuse(tr("A key question always applies.") if refused else "")
        self._check(value)
        if self.reason.toPlainText() != reason:
            blocked = QSignalBlocker(self.reason)
            self.reason.setPlainText(reason)
            self.reason.moveCursor(self.reason.textCursor().MoveOperation.End)
            del blocked
        self.reason.setReadOnly(bool(frozen))
        self.settle.setEnabled(value is not None and not frozen)
        self.settle.setToolTip(frozen)
        self.settle.setVisible(not (frozen and may_thaw))
        self.thaw.setVisible(bool(frozen) and may_thaw)
        self.reopen.setVisible(detail.value is not None and not frozen)

    def show_effect(self, words: str, ask: str) -> None:
        """What settling changes, and what is asked for before it."""
        self._effect.set_text(words)
        self._ask.set_text(ask)

    def _check(self, value: AnswerValue | None) -> None:
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each is value)
        self._group.setExclusive(value is not None)

    def pick(self, number: int) -> None:
        """Choose by the number of the key, if that may be chosen."""
        value = ORDER[number - 1]
        if self._buttons[value].isEnabled():
            self.chosen.emit(value)

    def set_low(self, *, low: bool) -> None:
        """Lower, for a small window."""
        if low != self._low:
            self._low = low
            self._place()
        self.reason.setFixedHeight(min(theme().scaled(104 if low else 152), 104 if low else 198))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other rows."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Words of another size take other rows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        """One row of judgements with their keycaps, else two; a low window spares keycaps first."""
        buttons = [*self._buttons.values()]
        cut = len(buttons)
        if not self._fits(buttons, cap=not self._low):
            cut = FIRST
        for number, button in enumerate(buttons):
            row = self._rows[number >= cut]
            if row.indexOf(button) < 0:
                self._rows[number < cut].removeWidget(button)
                row.insertWidget(number if number < cut else number - cut, button, 1)
        cap = self._fits(buttons[:cut], cap=True) and self._fits(buttons[cut:], cap=True)
        for button in buttons:
            button.show_cap(shown=cap)

    def _fits(self, buttons: Sequence[ChoiceButton], *, cap: bool) -> bool:
        """Whether these have room side by side."""
        needed = sum(one.wide(cap=cap) for one in buttons) + GAP * (len(buttons) - 1)
        return needed <= self.width() - 2 * SIDE

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the reason."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.settle.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def stops(self) -> QWidget:
        """Where the pane is entered: the choice, else the first one."""
        chosen = self._group.checkedButton()
        return chosen or self._buttons[AnswerValue.YES]
