"""The two forms of Home: a new engagement, and the passphrase of one that is locked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.problem import Problem
from ui.theme import theme
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import card
from ui.widgets.fields import Field, LineEdit
from ui.widgets.labels import Label, TextBlock

WIDTH = 520
TARGETS = (("", "Open"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"))


@dataclass(frozen=True)
class NewEngagement:
    """What the form asks for; ``passphrase`` None leaves the file unencrypted."""

    client: str
    scope: str
    target: int | None
    passphrase: str | None


class _Form(QWidget):
    """A card in the middle: title, words, fields, a problem, and two buttons."""

    cancelled = Signal()

    def __init__(self, title: str, words: str, accept: Button) -> None:
        super().__init__()
        self.accept = accept
        self._title = Label(title, "title")
        self._words = TextBlock(words, tone="ink_2")
        self._problem = TextBlock("", tone="danger")
        self._problem.setObjectName("form-problem")
        self._problem.hide()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(14)
        cancel = Button("Cancel", key="Esc", name="form-cancel")
        cancel.clicked.connect(self.cancelled)
        accept.clicked.connect(self.submit)
        frame = card()
        frame.setMaximumWidth(WIDTH)
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(frame)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addLayout(self.fields)
        column.addSpacing(6)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(accept)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 40, 24, 24)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(frame, 10)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(1)

    def refuse(self, problem: Problem | None) -> None:
        """Say why it did not work; the fields keep what was typed."""
        self._problem.set_text(str(problem) if problem else "")
        self._problem.setVisible(problem is not None)
        self.setEnabled(True)

    def problem(self) -> str:
        """What the form says did not work."""
        return self._problem.text()

    def busy(self) -> None:
        """Take no input until an answer comes."""
        self._problem.hide()
        self.setEnabled(False)

    def submit(self) -> None:
        """Hand over what was typed, when it can be taken."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts, Esc cancels."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), QColor(theme().tokens.bg))


class CreateForm(_Form):
    """Client, scope, target level and an optional passphrase."""

    asked = Signal(object)
    """A NewEngagement."""

    def __init__(self, folder: Path) -> None:
        accept = Button("Create engagement", kind="primary", key="Enter", name="form-create")
        super().__init__(
            "New engagement",
            f"One file in {folder}. Everything in it can be changed later.",
            accept,
        )
        self.setObjectName("create-form")
        self.client = LineEdit("Client")
        self.client.setObjectName("client")
        self.scope = LineEdit("Scope", "Pricing models, two teams")
        self.scope.setObjectName("scope")
        self.target = Segmented(TARGETS, "Target level")
        self.passphrase = LineEdit("Passphrase", secret=True)
        self.passphrase.setObjectName("passphrase")
        self.again = LineEdit("Passphrase again", secret=True)
        self.again.setObjectName("passphrase-again")
        self._client = Field("Client", self.client)
        self._again = Field("Passphrase again", self.again)
        for field in (
            self._client,
            Field("Scope", self.scope),
            Field("Target level", self.target),
            Field(
                "Passphrase (optional)",
                self.passphrase,
                "Encrypts the file. Nobody can open it without the passphrase, not even we.",
            ),
            self._again,
        ):
            self.fields.addWidget(field)
        self._again.hide()
        self.passphrase.textChanged.connect(self._passphrase_typed)
        self.client.textChanged.connect(lambda _text: self._client.fault(""))

    def begin(self) -> None:
        """Start anew."""
        for edit in (self.client, self.scope, self.passphrase, self.again):
            edit.clear()
        self.target.choose("")
        self._client.fault("")
        self.refuse(None)
        self.client.setFocus(Qt.FocusReason.OtherFocusReason)

    def _passphrase_typed(self, text: str) -> None:
        self._again.setVisible(bool(text))
        self._again.fault("")

    def submit(self) -> None:
        """Ask for the engagement, or say what is missing."""
        if not self.isEnabled():
            return
        client = self.client.text().strip()
        if not client:
            self._client.fault("Who is the client?")
            self.client.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.passphrase.text() != self.again.text():
            self._again.fault("The two passphrases differ.")
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        target = self.target.current()
        self.busy()
        self.asked.emit(
            NewEngagement(
                client=client,
                scope=self.scope.text().strip(),
                target=int(target) if target else None,
                passphrase=self.passphrase.text() or None,
            )
        )


class PassphraseForm(_Form):
    """Asks for the passphrase of one file."""

    given = Signal(object, str)
    """The file's path and what was typed."""

    def __init__(self) -> None:
        accept = Button("Open", kind="primary", key="Enter", name="form-open")
        super().__init__("Locked", "", accept)
        self.setObjectName("passphrase-form")
        self._path = Path()
        self.passphrase = LineEdit("Passphrase", secret=True)
        self.passphrase.setObjectName("unlock")
        self._field = Field("Passphrase", self.passphrase)
        self.fields.addWidget(self._field)

    def begin(self, path: Path, client: str = "") -> None:
        """Ask for the passphrase of ``path``."""
        self._path = path
        self._title.setText(client or path.stem)
        self._words.set_text(f"{path.name} is encrypted. Type its passphrase to open it.")
        self.passphrase.clear()
        self._field.fault("")
        self.refuse(None)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def wrong(self, problem: Problem) -> None:
        """The passphrase did not open it: try again."""
        self.setEnabled(True)
        self._field.fault(str(problem))
        self.passphrase.selectAll()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand over what was typed."""
        if not self.isEnabled():
            return
        if not self.passphrase.text():
            self._field.fault("Type the passphrase.")
            return
        self.busy()
        self.given.emit(self._path, self.passphrase.text())
