"""A text field whose words are a draft while they are typed; Esc gives them up."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.parts.drafting import FieldDrafts
from ui.widgets.labels import ElidedLabel

Edit = QLineEdit | QPlainTextEdit


def text_of(edit: Edit) -> str:
    """What stands in a line or in some lines of text."""
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def put(edit: Edit, text: str) -> None:
    """Show a text; says nothing, and the same one leaves the cursor where it is."""
    if text_of(edit) == text:
        return
    with QSignalBlocker(edit):
        if isinstance(edit, QLineEdit):
            edit.setText(text)
            edit.setCursorPosition(0)
        else:
            edit.setPlainText(text)


class DraftedField(QObject):
    """One field of a form that shows one record after the other.

    What is typed is a draft at once and stays in the field until it is kept or given up.
    """

    def __init__(self, drafts: FieldDrafts, edit: Edit, name: str) -> None:
        super().__init__(edit)
        self._drafts, self._edit, self._name = drafts, edit, name
        self._record = self._kept = ""
        if isinstance(edit, QLineEdit):
            edit.textEdited.connect(self._typed)
        else:
            edit.textChanged.connect(self._typed)
        edit.installEventFilter(self)
        drafts.found.connect(self.restore)
        drafts.ended.connect(self.restore)

    @property
    def edit(self) -> Edit:
        """The field."""
        return self._edit

    @property
    def place(self) -> str:
        """Where the words are a draft."""
        return f"{self._record}/{self._name}"

    @property
    def text(self) -> str:
        """What stands in the field."""
        return text_of(self._edit)

    def show(self, record: str, kept: str) -> None:
        """Show a record's words, or what is being typed in their place."""
        self._record, self._kept = record, kept
        self.restore()

    def restore(self) -> None:
        """Show what is being typed here, else what is kept; a closed field shows what is kept."""
        draft = None if self._edit.isReadOnly() else self._drafts.text(self.place)
        put(self._edit, self._kept if draft is None else draft)

    def put_back(self) -> None:
        """Give up what was typed."""
        self._drafts.give_up(self.place)
        self.restore()

    def _typed(self) -> None:
        if not self._record or self._edit.isReadOnly():
            return
        if self.text == self._kept:
            self._drafts.give_up(self.place)
        else:
            self._drafts.typed(self.place, self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc gives up what was typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = self.text != self._kept and not self._edit.isReadOnly()
            if event.key() == Qt.Key.Key_Escape and not event.modifiers() and typed:
                self.put_back()
                return True
        return super().eventFilter(watched, event)


class RecoveredLine(ElidedLabel):
    """Says that words were brought back after a crash, until they are kept or given up."""

    def __init__(self, name: str, drafts: FieldDrafts) -> None:
        super().__init__("", "small", 500, "ok")
        self._drafts = drafts
        self._places: tuple[str, ...] = ()
        self.setObjectName(name)
        self.hide()
        drafts.found.connect(self._say)
        drafts.ended.connect(self._say)

    def speak_for(self, places: Iterable[str]) -> None:
        """Speak for the fields at these places."""
        self._places = tuple(places)
        self._say()

    def _say(self) -> None:
        words = self._drafts.words(self._places)
        self.setText(words)
        self.setVisible(bool(words))
