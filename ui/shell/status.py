"""The status bar: what is saved at the left, the keys that are valid now at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QWidget

from engagements.language import tr
from ui import locale
from ui.page import Keys
from ui.session import SaveState
from ui.shell.long_work import LongWorkPart
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, KeyCap, Rule
from ui.widgets.labels import Label
from ui.widgets.rows import emptied

HEIGHT = 30
GAP = 16


class _Part(QWidget):
    """Icon and words, a hairline behind."""

    def __init__(self, icon: str, tone: str = "ink_2", *, last: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(6)
        self.mark = IconMark(icon, tone, 14)
        self.words = Label("", "small", tone=tone)
        row.addWidget(self.mark)
        row.addWidget(self.words)
        row.addSpacing(6)
        if not last:
            rule = Rule(standing=True)
            rule.setFixedHeight(16)
            row.addWidget(rule)

    def say(self, words: str, icon: str | None = None, tone: str | None = None) -> None:
        """Show other words."""
        self.words.setText(words)
        if tone:
            self.words.set_tone(tone)
        if icon:
            self.mark.set_icon(icon, tone)
        self.setVisible(bool(words))


class _Hint(QWidget):
    """Keycaps with what they do."""

    def __init__(self, hint: Keys) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key in hint.keys:
            row.addWidget(KeyCap(key))
        row.addWidget(Label(hint.words, "small", tone="ink_2"))


class _Hints(QWidget):
    """The keys valid now; where there is no room those before the last are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 12, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self._parts: list[QWidget] = []
        self._shown: tuple[str, tuple[Keys, ...]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_keys(self, mode: str, hints: Sequence[Keys]) -> None:
        """Show the mode in words, then the keys."""
        if self._shown == (mode, tuple(hints)):
            return
        self._shown = (mode, tuple(hints))
        emptied(self._row)
        self._row.addStretch(1)
        self._parts = [Label(mode, "small", 600, "accent")] if mode else []
        self._parts += [_Hint(one) for one in hints]
        for part in self._parts:
            self._row.addWidget(part)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The last one: it leads to all others."""
        last = self._parts[-1].sizeHint().width() if self._parts else 0
        return QSize(last + 12, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The last, then the first ones as far as there is room."""
        room = self.width() - 12
        for part in (*self._parts[-1:], *self._parts[:-1]):
            room -= part.sizeHint().width() + GAP
            part.setVisible(room >= -GAP)


class StatusBar(QStatusBar):
    """Saved time, what Ctrl+Z takes back, offline; mode and keys."""

    rescue = Signal()
    """The user wants to put what is not saved somewhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setFixedHeight(HEIGHT)
        self.setObjectName("status")
        self._saved = _Part("check")
        self._saved.words.setObjectName("saved")
        self._rescue = Button(tr("Save elsewhere"), size="small", name="rescue")
        self._rescue.clicked.connect(self.rescue)
        self.work = LongWorkPart()
        self._undo = _Part("undo")
        self._where = _Part("laptop", last=True)
        self._hints = _Hints()
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._saved, self._rescue, self.work, self._undo, self._where):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._hints, 1)
        self.addPermanentWidget(holder, 1)
        self._where.say(tr("Offline, this laptop only"))
        self._undo.say("")
        self.work.shown.connect(lambda on: self._where.setVisible(not on))
        self.show_state(SaveState("ready"))

    def show_state(self, state: SaveState) -> None:
        """Say what is saved; "Saved" only ever after a commit."""
        self._rescue.setVisible(state.kind == "unsaved")
        if state.kind == "saved" and state.at:
            self._saved.say(tr("Saved {time}", time=locale.exact_time(state.at)), "check", "ok")
        elif state.kind == "saving":
            self._saved.say(tr("Saving"), "dot", "ink_2")
        elif state.kind == "opening":
            self._saved.say(tr("Opening"), "dot", "ink_2")
        elif state.kind == "unsaved":
            self._saved.say(tr("Not saved, retrying. Copy kept in memory"), "warning", "danger")
        else:
            self._saved.say(tr("Ready"), "check", "ink_2")

    def saved_words(self) -> str:
        """What it says about saving."""
        return self._saved.words.text()

    def show_undo(self, words: str) -> None:
        """Name what Ctrl+Z takes back; empty hides it."""
        self._undo.say(words)

    def show_keys(self, mode: str, hints: Sequence[Keys]) -> None:
        """Show the keys valid now."""
        self._hints.show_keys(mode, hints)
