"""Spelling: in which language notes are checked, and one's own words."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from engagements.language import tr
from engagements.language.spelling import LANGUAGES
from ui.parts.side import Words
from ui.parts.spelling import OFF, WINDOW, spelling
from ui.settings.looks import LANGUAGE_WORDS
from ui.settings.section import Section
from ui.widgets.fields import Select
from ui.widgets.labels import Label


class Spelled(Section):
    """Takes effect by being chosen; words when their field is left."""

    def __init__(self) -> None:
        super().__init__(tr("Spelling"))
        choices = [(WINDOW, tr("As the window")), (OFF, tr("Off"))]
        choices += [(code, LANGUAGE_WORDS[code]) for code in LANGUAGES]
        words = tr("Check the spelling of notes")
        self.choice = Select(choices, words, name="spelling-language")
        self.row(tr("Check the spelling of notes"), self.choice)
        self.words = Words("my-words", tr("My words"), tr("My words, one a line"), checked=False)
        self.rows.addWidget(Label(tr("My words, one a line"), tone="ink_2"))
        self.rows.addWidget(self.words)
        self.remark(
            tr(
                "Nothing leaves this machine. Names in the open engagement are known."
                " My words are kept in the settings, outside of every engagement."
            )
        )
        self.choice.picked.connect(spelling().choose)
        self.words.finished.connect(self._keep)
        spelling().changed.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Show what is in force."""
        self.choice.choose(spelling().choice())
        words = "\n".join(spelling().mine())
        if not self.words.hasFocus() and words != self.words.toPlainText():
            blocker = QSignalBlocker(self.words)
            self.words.setPlainText(words)
            del blocker

    def _keep(self) -> None:
        spelling().keep_mine(self.words.toPlainText().splitlines())
