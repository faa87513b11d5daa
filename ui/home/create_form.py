"""The one form of Home for a new engagement, and for assessing a client again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from engagements.language import tr
from ui.home.card_form import CardForm
from ui.parts.agreement import TARGETS, beside
from ui.parts.days import day_of, typed
from ui.parts.units import MOST_UNITS
from ui.theme import theme
from ui.widgets.buttons import Button, Segmented
from ui.widgets.fields import Field, LineEdit, Select

if TYPE_CHECKING:
    from ui.home.founding import Offer

WIDTH = 760
OWN = "…"
"""The choice of a brand kit that asks for a folder."""


@dataclass(frozen=True)
class NewEngagement:
    """What the form asks for; ``passphrase`` None leaves the file unencrypted.

    ``kit`` is the name of a bundled brand kit or the folder of an own one. With ``source`` it
    assesses the client of that file again, and scope units, kit and language come from there.
    """

    client: str
    scope: str = ""
    units: tuple[str, ...] = ()
    target: int | None = None
    starts: date | None = None
    ends: date | None = None
    kit: str = ""
    language: str = "en"
    passphrase: str | None = None
    source: Path | None = None


class UnitsEdit(QPlainTextEdit):
    """Scope units, one a line; Tab leaves, Ctrl+Enter is the form's."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scope-units")
        self.setAccessibleName(tr("Scope units, one a line"))
        self.setPlaceholderText(tr("Pricing\nArrival times"))
        self.setTabChangesFocus(True)
        theme().typed(self, "body")
        self.setFixedHeight(theme().scaled(76))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a line, with Ctrl it is the form's, as Esc is."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if (enter and held) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def units(self) -> tuple[str, ...]:
        """The lines, blank ones and doubles left out."""
        lines = (" ".join(line.split()) for line in self.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


class CreateForm(CardForm):
    """Client, scope and its units, target, dates, brand kit, language and a passphrase."""

    asked = Signal(object)
    """A NewEngagement."""

    def __init__(self) -> None:
        accept = Button("", kind="primary", key="Enter", name="form-create")
        super().__init__("", "", accept, WIDTH)
        self.setObjectName("create-form")
        self._source: Path | None = None
        self._kits: list[tuple[str, str]] = []
        self.client = self._line("client", tr("Client"))
        self.scope = self._line("scope", tr("Scope"), tr("Pricing models, two teams"))
        self.units = UnitsEdit()
        self.target = Segmented(
            [(key, tr(words)) for key, words in TARGETS], tr("Target level"), name="target-level"
        )
        self.starts = self._line("starts", tr("Starts"))
        self.ends = self._line("ends", tr("Ends"), tr("18 Dec 2026, or open"))
        self.kit = Select([], tr("Brand kit"), name="new-brand-kit")
        self.language = Select([], tr("Language of the questions"), name="new-language")
        self.passphrase = LineEdit(tr("Passphrase"), secret=True)
        self.passphrase.setObjectName("passphrase")
        self.again = LineEdit(tr("Passphrase again"), secret=True)
        self.again.setObjectName("passphrase-again")
        self._lay_out()
        self.kit.picked.connect(self._kit_picked)
        self.passphrase.textChanged.connect(self._passphrase_typed)
        self.client.textChanged.connect(lambda _text: self._client.fault(""))
        for edit, field in ((self.starts, self._starts), (self.ends, self._ends)):
            edit.textChanged.connect(lambda _text, field=field: field.fault(""))

    @staticmethod
    def _line(name: str, words: str, placeholder: str = "") -> LineEdit:
        edit = LineEdit(words, placeholder)
        edit.setObjectName(name)
        return edit

    def _lay_out(self) -> None:
        self._client = Field(tr("Client"), self.client)
        self._scope = Field(tr("Scope"), self.scope)
        self._starts = Field(tr("Starts"), self.starts)
        self._ends = Field(tr("Ends"), self.ends)
        self._units = Field(
            tr("Scope units (optional)"),
            self.units,
            tr(
                "One a line. Each is scored on its own, and all of them together. "
                "The engagement’s details add and rename them later."
            ),
        )
        self._kit = Field(tr("Brand kit"), self.kit)
        self._language = Field(tr("Language of the questions"), self.language)
        self._passphrase = Field(
            tr("Passphrase (optional)"),
            self.passphrase,
            tr("Encrypts the file. Nobody can open it without the passphrase, not even we."),
        )
        self._again = Field(tr("Passphrase again"), self.again)
        self._again.hide()
        target = Field(tr("Target level"), self.target)
        self.fields.addLayout(beside(self._client, self._scope))
        self.fields.addWidget(self._units)
        self.fields.addLayout(beside(target, self._starts, self._ends))
        self.fields.addLayout(beside(self._kit, self._language))
        self.fields.addLayout(beside(self._passphrase, self._again))

    def offered(self, found: Offer) -> None:
        """Offer what was found."""
        self.offer(found.kits, found.languages)

    def offer(self, kits: list[tuple[str, str]], languages: list[tuple[str, str]]) -> None:
        """Offer brand kits and languages as (key, words); the first of each is shown."""
        self._kits = kits
        self.kit.set_choices([*kits, (OWN, tr("A kit in a folder…"))])
        self.language.set_choices(languages)

    def begin(self, folder: Path) -> None:
        """Start anew, for a file in ``folder``."""
        self._clear(None)
        self._title.setText(tr("New engagement"))
        self._words.set_text(
            tr(
                "One file in {folder}. The language of the questions and the passphrase stay as "
                "they are chosen here; the rest can be changed later.",
                folder=folder,
            )
        )
        self.accept.set_face(tr("Create engagement"))
        self.starts.setText(typed(date.today()))
        self.client.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_again(self, source: Path, client: str, scope: str, target: int | None) -> None:
        """Start with what is known of a client who was assessed before."""
        self._clear(source)
        self._title.setText(tr("Assess {client} again", client=client))
        self._words.set_text(
            tr(
                "Scope units, interviewees and brand kit are taken over, answers are not. "
                "The earlier level is kept, to compare with."
            )
        )
        self.accept.set_face(tr("Begin the assessment"))
        self.client.setText(client)
        self.scope.setText(scope)
        self.target.choose(str(target or ""))
        self.starts.setText(typed(date.today()))
        self.scope.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self, source: Path | None) -> None:
        self._source = source
        for edit in (self.client, self.scope, self.ends, self.passphrase, self.again):
            edit.clear()
        self.units.clear()
        self.target.choose("")
        self.client.setEnabled(source is None)
        for field in (self._units, self._kit, self._language):
            field.setVisible(source is None)
        for field in (self._client, self._starts, self._ends):
            field.fault("")
        self.refuse(None)

    def _passphrase_typed(self, text: str) -> None:
        self._again.setVisible(bool(text))
        self._again.fault("")

    def _kit_picked(self, key: str) -> None:
        if key != OWN:
            return
        folder = QFileDialog.getExistingDirectory(
            self.window(), tr("Choose the brand kit's folder")
        )
        if folder:
            self._kits = [one for one in self._kits if one[0] != folder]
            self._kits.append((folder, Path(folder).name))
            self.kit.set_choices([*self._kits, (OWN, tr("A kit in a folder…"))])
        self.kit.choose(folder or (self._kits[0][0] if self._kits else None))

    def end(self) -> None:
        """The passphrase is not kept in the fields."""
        for field in (self.passphrase, self.again):
            field.clear()
        super().end()

    def submit(self) -> None:
        """Ask for the engagement, or say what is missing."""
        if not self.isEnabled():
            return
        found = self._fault()
        if found is not None:
            field, words = found
            field.fault(words)
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.busy()
        self.asked.emit(self._wanted())

    def _fault(self) -> tuple[Field, str] | None:
        """The first field that cannot be taken, and why."""
        today = date.today()
        starts, ends = (day_of(one.text(), today) for one in (self.starts, self.ends))
        if not self.client.text().strip():
            return self._client, tr("Who is the client?")
        if len(self.units.units()) > MOST_UNITS:
            return self._units, tr("At most {n} scope units.", n=MOST_UNITS)
        for field, edit, day in (
            (self._starts, self.starts, starts),
            (self._ends, self.ends, ends),
        ):
            if edit.text().strip() and day is None:
                return field, tr("Give a day like 18 Dec 2026.")
        if starts and ends and ends < starts:
            return self._ends, tr("That is before it starts.")
        if self.passphrase.text() != self.again.text():
            return self._again, tr("The two passphrases differ.")
        return None

    def _wanted(self) -> NewEngagement:
        today, target = date.today(), self.target.current()
        wanted = NewEngagement(
            client=self.client.text().strip(),
            scope=self.scope.text().strip(),
            target=int(target) if target else None,
            starts=day_of(self.starts.text(), today),
            ends=day_of(self.ends.text(), today),
            passphrase=self.passphrase.text() or None,
        )
        if self._source is not None:
            return replace(wanted, source=self._source)
        kit, units = self.kit.current(), self.units.units()
        return replace(
            wanted,
            units=units,
            kit="" if kit == OWN else kit,
            language=self.language.current() or "en",
        )
