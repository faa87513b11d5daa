"""Appearance, language and how an interview begins: what takes effect by being chosen."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSignalBlocker

from engagements.language import languages, mark, spoken, tr
from ui.settings.section import Section
from ui.shell import appearance
from ui.theme import Mode, theme
from ui.theme.type import SCALES
from ui.widgets.buttons import Segmented
from ui.widgets.fields import Select
from ui.widgets.tick_box import TickBox

LANGUAGE, CLIENT_SAFE = "language", "interview/client_safe"
"""Keys of the settings."""
LANGUAGE_WORDS = {"en": "English", "de": "Deutsch"}
"""Each in its own language, as its reader looks for it."""
MODES = ((Mode.LIGHT, mark("Light"), "sun"), (Mode.DARK, mark("Dark"), "moon"))


class Looks(Section):
    """Theme, text size, motion; at once."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__(tr("Appearance"))
        modes = [(mode.value, tr(words), icon) for mode, words, icon in MODES]
        modes.append((Mode.SYSTEM.value, tr("Like the system"), "laptop"))
        self.mode = Segmented(modes, tr("Theme"), name="theme")
        self.scale = Segmented(
            [(str(one), f"{one} %") for one in SCALES], tr("Text size"), name="text-size"
        )
        self.motion = TickBox(tr("Reduce motion"), "reduce-motion")
        self.row(tr("Theme"), self.mode)
        self.row(tr("Text size"), self.scale)
        self.rows.addWidget(self.motion)
        self.mode.chosen.connect(lambda key: appearance.choose_mode(settings, Mode(key)))
        self.scale.chosen.connect(lambda key: appearance.choose_scale(settings, int(key)))
        self.motion.toggled.connect(lambda on: appearance.choose_motion(settings, reduced=on))
        theme().changed.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Show what is in force."""
        self.mode.choose(theme().mode.value)
        self.scale.choose(str(theme().scale))
        blocker = QSignalBlocker(self.motion)
        self.motion.setChecked(theme().reduce_motion)
        del blocker


class Language(Section):
    """The language of the window, from the next start."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__(tr("Language"))
        choices = [(code, LANGUAGE_WORDS.get(code, code)) for code in languages()]
        self.choice = Select(choices, tr("Language of the window"), name="window-language")
        kept = str(settings.value(LANGUAGE, ""))
        self.choice.choose(kept if kept in languages() else spoken())
        self.row(tr("Language of the window"), self.choice)
        self._remark = self.remark(tr("Reports have a language of their own."))
        self.choice.picked.connect(lambda code: self._choose(settings, code))

    def _choose(self, settings: QSettings, code: str) -> None:
        settings.setValue(LANGUAGE, code)
        later = tr("From the next start.")
        now = tr("Reports have a language of their own.")
        self._remark.set_text(now if code == spoken() else later)


class Interviewing(Section):
    """How an interview begins."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__(tr("Interview"))
        self.safe = TickBox(tr("Begin every interview with nothing on screen but its own"), "safe")
        self.safe.setChecked(appearance.is_on(settings, CLIENT_SAFE))
        self.rows.addWidget(self.safe)
        self.remark(tr("Score, other answers and other clients stay away until F9."))
        self.safe.toggled.connect(lambda on: settings.setValue(CLIENT_SAFE, on))
