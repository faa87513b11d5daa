"""The form of Home that asks for the passphrase of a locked engagement."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from engagements.language import tr
from engagements.problem import Problem
from ui.home.card_form import CardForm
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, LineEdit


class PassphraseForm(CardForm):
    """Asks for the passphrase of one file."""

    given = Signal(object, str)
    """The file's path and what was typed."""

    def __init__(self) -> None:
        accept = Button(tr("Open"), kind="primary", key="Enter", name="form-open")
        super().__init__(tr("Locked"), "", accept)
        self.setObjectName("passphrase-form")
        self._path = Path()
        self.passphrase = LineEdit(tr("Passphrase"), secret=True)
        self.passphrase.setObjectName("unlock")
        self._field = Field(tr("Passphrase"), self.passphrase)
        self.fields.addWidget(self._field)

    def begin(self, path: Path, client: str = "") -> None:
        """Ask for the passphrase of ``path``."""
        self._path = path
        self._title.setText(client or path.stem)
        self._words.set_text(
            tr("{name} is encrypted. Type its passphrase to open it.", name=path.name)
        )
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

    def end(self) -> None:
        """The passphrase is not kept in the field."""
        self.passphrase.clear()
        super().end()

    def submit(self) -> None:
        """Hand over what was typed."""
        if not self.isEnabled():
            return
        if not self.passphrase.text():
            self._field.fault(tr("Type the passphrase."))
            return
        self.busy()
        self.given.emit(self._path, self.passphrase.text())
